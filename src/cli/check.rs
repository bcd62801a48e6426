//! `factdesk check`: reads every annotation file and looks for every tagged sentence in its article.

use std::{
    collections::{HashMap, VecDeque},
    fmt::{Display, Write as _},
    io::Write as _,
    path::Path,
};

use super::{
    arguments::Common,
    place,
    report::{Failure, Outcome, Terms, output},
};
use crate::{
    annotation::{
        Caution, LabelSet, Parsed,
        anchor::{self, AnchorState},
    },
    runtime::parallel,
    store::{
        Settings, Workspace,
        annotations::{self, Found, LoadError},
        read_article,
    },
    text::{ArticleId, Span, display_safe::display_safe},
};

/// What was found in one file, or in all.
#[derive(Default)]
struct Findings {
    files: usize,
    sentences: usize,
    tags: usize,
    problems: usize,
    warnings: usize,
    /// Lines to print, safe already.
    lines: String,
}

impl Findings {
    fn problem(&mut self, path: &Path, place: impl Display, what: impl Display) {
        self.problems += 1;
        self.line(&format!("{}:{place}: {what}", path.display()));
    }

    fn warning(&mut self, path: &Path, place: impl Display, what: impl Display) {
        self.warnings += 1;
        self.line(&format!("{}:{place}: warning: {what}", path.display()));
    }

    fn line(&mut self, line: &str) {
        self.lines.push_str(&display_safe(line));
        self.lines.push('\n');
    }

    fn add(&mut self, other: &Self) {
        self.files += other.files;
        self.sentences += other.sentences;
        self.tags += other.tags;
        self.problems += other.problems;
        self.warnings += other.warnings;
    }
}

pub(super) fn run(common: &Common, terms: Terms) -> Result<Outcome, Failure> {
    let workspace = place::workspace(common)?;
    let (settings, wrong) = Settings::load(&workspace);
    let mut output = output();
    let mut all = Findings::default();
    for problem in wrong {
        all.problems += 1;
        all.line(&problem.to_string());
    }
    output.write_all(all.lines.as_bytes())?;
    parallel::in_order(
        annotations::documents(&workspace),
        |found| examine(&workspace, &settings.labels, found),
        |findings| {
            all.add(&findings);
            output.write_all(findings.lines.as_bytes())
        },
    )?;
    let mut summary = format!(
        "checked {}: {}, {}, {}",
        counted(all.files, "file"),
        counted(all.sentences, "sentence"),
        counted(all.tags, "tag"),
        counted(all.problems, "problem")
    );
    if all.warnings > 0 {
        // Writing to a string cannot fail.
        let _ = write!(summary, ", {}", counted(all.warnings, "warning"));
    }
    writeln!(output, "{summary}")?;
    output.flush()?;
    terms.detail(format_args!("in {}", workspace.root().display()));
    Ok(if all.problems == 0 { Outcome::Done } else { Outcome::Problems })
}

fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

fn examine(workspace: &Workspace, labels: &LabelSet, found: Found) -> Findings {
    let mut findings = Findings::default();
    match found {
        Found::Stray(path) => {
            let what = "belongs to nobody: annotations lie in annotations/ANNOTATOR/ARTICLE.yaml";
            findings.problem(&path, "1:1", what);
        }
        Found::Unreadable(path, why) => findings.problem(&path, "1:1", why),
        Found::Document { annotator, article, path } => {
            findings.files = 1;
            match annotations::load(workspace, &article, &annotator) {
                Ok(loaded) => {
                    if let Some(parsed) = loaded.parsed {
                        document(&mut findings, workspace, labels, &path, &article, &parsed);
                    }
                }
                Err(error @ (LoadError::Document { .. } | LoadError::NotUtf8 { .. })) => {
                    findings.problems += 1;
                    error.lines().iter().for_each(|line| findings.line(line));
                }
                Err(error) => findings.problem(&path, "1:1", error),
            }
        }
    }
    findings
}

fn document(
    findings: &mut Findings,
    workspace: &Workspace,
    labels: &LabelSet,
    path: &Path,
    article: &ArticleId,
    parsed: &Parsed,
) {
    let document = &parsed.document;
    findings.sentences = document.sentences.len();
    for warning in &parsed.warnings {
        findings.warning(path, format_args!("{}:{}", warning.line, warning.column), &warning.what);
    }
    for (sentence, place) in document.sentences.iter().zip(&parsed.places) {
        findings.tags += sentence.tags.len();
        for (tag, place) in sentence.tags.iter().zip(&place.tags) {
            if labels.find(&tag.label).is_none() {
                findings.warning(path, place, Caution::UnknownLabel(tag.label.to_string()));
            }
        }
        if let Some(conflict) = &sentence.conflict {
            let at = conflict.at.map_or_else(String::new, |at| format!(" at {at:.0}"));
            findings.warning(
                path,
                place.place,
                format_args!("somebody else changed this sentence too{at}; it waits to be resolved"),
            );
        }
    }
    let text = match read_article(workspace, article) {
        Ok(article) => article.text,
        Err(error) => {
            findings.problem(path, "1:1", format_args!("its article cannot be read: {error}"));
            return;
        }
    };
    anchors(findings, path, parsed, &text);
}

/// Says which sentences do not stand where the file has them.
fn anchors(findings: &mut Findings, path: &Path, parsed: &Parsed, text: &str) {
    let placement = anchor::place(&parsed.document, text);
    if placement.is_exact() {
        return;
    }
    let mut places: HashMap<Span, VecDeque<_>> = HashMap::new();
    for (sentence, place) in parsed.document.sentences.iter().zip(&parsed.places) {
        places.entry(sentence.span).or_default().push_back(place.place);
    }
    let mut found: Vec<_> = placement
        .anchored
        .iter()
        .zip(&placement.document.sentences)
        .filter_map(|(anchored, sentence)| {
            let place = places.get_mut(&anchored.was)?.pop_front()?;
            Some((place, anchored, sentence.span))
        })
        .collect();
    found.sort_by_key(|(place, ..)| *place);
    for (place, anchored, now) in found {
        let was = format!("{}-{}", anchored.was.start, anchored.was.end);
        match anchored.state {
            AnchorState::Exact => {}
            AnchorState::Moved => {
                findings.warning(
                    path,
                    place,
                    format_args!("the sentence {was} stands at {}-{} now", now.start, now.end),
                );
            }
            AnchorState::Ambiguous => {
                findings.problem(
                    path,
                    place,
                    format_args!("the sentence {was} stands at several places now"),
                );
            }
            AnchorState::Lost => {
                findings.problem(
                    path,
                    place,
                    format_args!("the sentence {was} does not stand in the article any more"),
                );
            }
        }
    }
    if placement.lost_boundaries > 0 {
        let lost = counted(placement.lost_boundaries as usize, "boundary set by hand");
        findings.warning(path, "1:1", format_args!("{lost} not found again"));
    }
}
