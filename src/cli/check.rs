//! `factdesk check`: reads every annotation file and looks for every tagged sentence in its article.

use std::{
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
    annotation::{LabelSet, Parsed},
    locale::Lang,
    review::check::{Severity, check},
    runtime::parallel,
    store::{
        Folders, Journal, Settings, Workspace,
        annotations::{self, Found, LoadError},
        read_article,
    },
    text::{ArticleId, display_safe::display_safe},
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
    /// Something is wrong with the file at `path` as a whole.
    fn problem(&mut self, path: &Path, what: impl Display) {
        self.problems += 1;
        self.line(&format!("{}:1:1: {what}", path.display()));
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
    kept_edits(&mut all, &workspace);
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

/// Says what could not be saved and waits in the person's own folders.
fn kept_edits(findings: &mut Findings, workspace: &Workspace) {
    let Some(folders) = Folders::of_person() else { return };
    let pending = Journal::new(&folders, workspace).pending();
    for kept in pending.kept {
        let (annotator, article) = (&kept.document.annotator, &kept.document.article);
        let why = kept.why.map_or_else(String::new, |why| format!(" ({})", why.en));
        let what = format!(
            "edits of {annotator} to {article} are not saved{why}; factdesk offers them at its start"
        );
        findings.warnings += 1;
        findings.line(&format!("{}:1:1: warning: {what}", kept.path.display()));
    }
    for error in pending.unreadable {
        findings.problems += 1;
        error.lines(Lang::En).iter().for_each(|line| findings.line(line));
    }
}

fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

fn examine(workspace: &Workspace, labels: &LabelSet, found: Found) -> Findings {
    let mut findings = Findings::default();
    match found {
        Found::Stray(path) => {
            let what = "belongs to nobody: annotations lie in annotations/ANNOTATOR/ARTICLE.yaml";
            findings.problem(&path, what);
        }
        Found::Unreadable(path, why) => findings.problem(&path, why),
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
                    error.lines(Lang::En).iter().for_each(|line| findings.line(line));
                }
                Err(error) => findings.problem(&path, error),
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
    findings.sentences = parsed.document.sentences.len();
    findings.tags = parsed.document.sentences.iter().map(|sentence| sentence.tags.len()).sum();
    let article = read_article(workspace, article).map_err(|error| error.to_string());
    let text = article.as_ref().map(|article| &*article.text).map_err(String::as_str);
    for problem in check(parsed, text, labels) {
        match problem.severity {
            Severity::Warning => findings.warnings += 1,
            Severity::Error => findings.problems += 1,
        }
        findings.line(&format!("{}:{problem}", path.display()));
    }
}
