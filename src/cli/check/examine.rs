//! What is wrong with one file, or with the workspace as a whole.

use std::path::{Path, PathBuf};

use crate::{
    annotation::{Parsed, Place},
    locale::Lang,
    review::check::{Checker, Problem, Rule, TOP},
    store::{
        Folders, Journal, SettingsProblem, Workspace,
        annotations::{self, Found, LoadError},
        read_article,
    },
    text::ArticleId,
};

/// A problem and the file it is in.
#[derive(Debug)]
pub(super) struct Located {
    /// The file.
    pub(super) path: PathBuf,
    /// What is wrong.
    pub(super) problem: Problem,
    /// The line it stands in and a caret below it, where that helps. Not yet safe to show.
    pub(super) excerpt: Vec<String>,
}

/// What was counted and found in one file, or in all.
#[derive(Debug, Default)]
pub(super) struct Findings {
    pub(super) files: usize,
    pub(super) sentences: usize,
    pub(super) tags: usize,
    pub(super) problems: Vec<Located>,
}

impl Findings {
    /// Looks at one thing of `annotations/`.
    pub(super) fn of(checker: &Checker<'_>, workspace: &Workspace, found: Found) -> Self {
        let mut findings = Self::default();
        match found {
            Found::Stray(path) => {
                let what = "belongs to nobody: annotations lie in annotations/ANNOTATOR/ARTICLE.yaml";
                findings.add(checker.problem(Rule::Stray, TOP, what), path);
            }
            Found::Unreadable(path, why) => {
                findings.add(checker.problem(Rule::Unreadable, TOP, why), path);
            }
            Found::Document { annotator, article, path } => {
                findings.files = 1;
                match annotations::load(workspace, &article, &annotator) {
                    Ok(loaded) => {
                        if let Some(parsed) = loaded.parsed {
                            findings.document(checker, workspace, &path, &article, &parsed);
                        }
                    }
                    Err(error) => findings.unreadable(checker, path, error),
                }
            }
        }
        findings
    }

    /// Adds what is wrong with the workspace's settings.
    pub(super) fn settings(&mut self, checker: &Checker<'_>, wrong: Vec<SettingsProblem>) {
        for SettingsProblem { path, place, what } in wrong {
            let what = what.text(Lang::En).to_owned();
            self.add(checker.problem(Rule::Settings, place.unwrap_or(TOP), what), path);
        }
    }

    /// Adds what could not be saved and waits in the person's own folders.
    pub(super) fn kept_edits(&mut self, checker: &Checker<'_>, workspace: &Workspace) {
        let Some(folders) = Folders::of_person() else { return };
        let pending = Journal::new(&folders, workspace).pending();
        for kept in pending.kept {
            let (annotator, article) = (&kept.document.annotator, &kept.document.article);
            let why = kept.why.map_or_else(String::new, |why| format!(" ({})", why.en));
            let what = format!(
                "edits of {annotator} to {article} are not saved{why}; factdesk offers them at its start"
            );
            self.add(checker.problem(Rule::KeptEdits, TOP, what), kept.path);
        }
        for error in pending.unreadable {
            self.unreadable(checker, folders.state.clone(), error);
        }
    }

    fn document(
        &mut self,
        checker: &Checker<'_>,
        workspace: &Workspace,
        path: &Path,
        article: &ArticleId,
        parsed: &Parsed,
    ) {
        self.sentences = parsed.document.sentences.len();
        self.tags = parsed.document.sentences.iter().map(|sentence| sentence.tags.len()).sum();
        let article = read_article(workspace, article).map_err(|error| error.to_string());
        for problem in checker.document(parsed, article.as_ref().map_err(String::as_str)) {
            self.add(Some(problem), path.to_owned());
        }
    }

    /// Adds why a file is not read; `path` where the error names none.
    fn unreadable(&mut self, checker: &Checker<'_>, path: PathBuf, error: LoadError) {
        let (path, place, message, excerpt) = match error {
            LoadError::Document { path, error, excerpt } => {
                (path, Place::new(error.line, error.column), error.what.to_string(), excerpt)
            }
            LoadError::NotUtf8 { path, line, column } => {
                let at = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
                let message = "not UTF-8; annotation files are UTF-8".to_owned();
                (path, Place::new(at(line), at(column)), message, Vec::new())
            }
            other => {
                let said = other.to_string();
                let named = format!("{}: ", path.display());
                let message = said.strip_prefix(&named).unwrap_or(&said).to_owned();
                (path, TOP, message, Vec::new())
            }
        };
        if let Some(problem) = checker.problem(Rule::Unreadable, place, message) {
            self.problems.push(Located { path, problem, excerpt });
        }
    }

    fn add(&mut self, problem: Option<Problem>, path: PathBuf) {
        self.problems.extend(problem.map(|problem| Located { path, problem, excerpt: Vec::new() }));
    }
}
