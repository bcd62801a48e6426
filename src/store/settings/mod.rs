//! The workspace's settings, `factdesk.yaml`: what is wrong in it is reported with its place, and the rest works.

mod keep;
mod labels;
mod named;

use std::{
    collections::BTreeMap,
    fmt,
    path::{Path, PathBuf},
};

pub use keep::keep_filter;

use super::{
    ReadError, Workspace, read,
    tree::{Field, Tree, Value},
};
use crate::{
    annotation::{Annotator, LabelSet, Place},
    locale::{Lang, Phrase, Text},
    review::{Aliases, check::Levels},
    text::{Language, sentence::Newlines},
};

/// A settings file larger than this, in bytes, is none.
const LIMIT: u64 = 1 << 20;

/// The settings file in the workspace's folder.
pub const FILE: &str = "factdesk.yaml";

/// What holds for everybody in a workspace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// The labels: `labels` adds to the three of the codebook.
    pub labels: LabelSet,
    /// What line breaks mean in its articles: `segment`, one of `auto`, `keep`, `unwrap`.
    pub newlines: Newlines,
    /// The language of its articles where it cannot be told: `lang`.
    pub language: Option<Language>,
    /// How bad each rule of `factdesk check` is: `checks`.
    pub checks: Levels,
    /// The full names of annotators: `people`.
    pub people: BTreeMap<Annotator, String>,
    /// Names of sources that mean one: `aliases`.
    pub aliases: Aliases,
    /// Queries with the names under which they are kept, in the order of the file: `filters`.
    pub filters: Vec<(String, String)>,
    /// What others say about a sentence is shown only to who asks for it: `blind`, true unless it says otherwise.
    pub blind: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            labels: LabelSet::default(),
            newlines: Newlines::default(),
            language: None,
            checks: Levels::default(),
            people: BTreeMap::new(),
            aliases: Aliases::default(),
            filters: Vec::new(),
            blind: true,
        }
    }
}

/// Something wrong in a settings file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettingsProblem {
    /// The file.
    pub path: PathBuf,
    /// Where in it; `None` where the file is not read at all.
    pub place: Option<Place>,
    /// What is wrong, for people.
    pub what: Text,
}

impl SettingsProblem {
    /// `path:line:column: message`.
    pub fn text(&self, lang: Lang) -> String {
        let what = self.what.text(lang);
        match self.place {
            Some(place) => format!("{}:{place}: {what}", self.path.display()),
            None => what.to_owned(),
        }
    }
}

impl fmt::Display for SettingsProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text(Lang::En))
    }
}

impl Settings {
    /// The query that is kept under `name`, if one is.
    pub fn filter(&self, name: &str) -> Option<&str> {
        self.filters.iter().find(|(kept, _)| kept == name).map(|(_, query)| query.as_str())
    }

    /// The settings of `workspace`, and what is wrong in its file. Without a file they are the default.
    pub fn load(workspace: &Workspace) -> (Self, Vec<SettingsProblem>) {
        let path = workspace.root().join(FILE);
        let read = read::inside(workspace, &path).and_then(|target| read::regular(&target, LIMIT));
        match read {
            Ok((bytes, _)) => Self::parse(&path, &String::from_utf8_lossy(&bytes)),
            Err(error) if error.is_missing() && !path.is_symlink() => (Self::default(), Vec::new()),
            Err(error) => (Self::default(), vec![unread(path, &error)]),
        }
    }

    /// The settings that `text`, read from `path`, makes, and what is wrong in it.
    pub fn parse(path: &Path, text: &str) -> (Self, Vec<SettingsProblem>) {
        let mut reading = Reading { path, settings: Self::default(), problems: Vec::new() };
        match Tree::parse(text) {
            Ok(None) => {}
            Ok(Some(Tree { value: Value::Fields(fields), .. })) => reading.fields(&fields),
            Ok(Some(tree)) => reading.report(
                tree.place,
                Phrase::new(
                    "expected settings with names, e.g. `lang: de`",
                    "hier werden Einstellungen mit Namen erwartet, z. B. `lang: de`",
                ),
            ),
            Err(error) => reading.report(error.place, error.what),
        }
        (reading.settings, reading.problems)
    }
}

fn unread(path: PathBuf, error: &ReadError) -> SettingsProblem {
    SettingsProblem { path, place: None, what: both(error.text(Lang::En), error.text(Lang::De)) }
}

fn both(en: String, de: String) -> Text {
    Text { en: en.into(), de: de.into() }
}

/// What has been read so far.
struct Reading<'a> {
    path: &'a Path,
    settings: Settings,
    problems: Vec<SettingsProblem>,
}

impl Reading<'_> {
    fn report(&mut self, place: Place, what: impl Into<Text>) {
        self.problems.push(SettingsProblem {
            path: self.path.to_owned(),
            place: Some(place),
            what: what.into(),
        });
    }

    fn fields(&mut self, fields: &[Field]) {
        for Field { name, place, value } in fields {
            match name.as_str() {
                "labels" => self.labels(value),
                "segment" => match text(value) {
                    Some("auto") => self.settings.newlines = Newlines::Auto,
                    Some("keep") => self.settings.newlines = Newlines::Keep,
                    Some("unwrap") => self.settings.newlines = Newlines::Unwrap,
                    _ => self.report(
                        value.place,
                        Phrase::new(
                            "`segment` is one of auto, keep, unwrap",
                            "`segment` ist eines von auto, keep, unwrap",
                        ),
                    ),
                },
                "lang" => match text(value).unwrap_or_default().parse() {
                    Ok(language) => self.settings.language = Some(language),
                    Err(_) => self.report(
                        value.place,
                        both(
                            format!("`lang` is one of {}", languages()),
                            format!("`lang` ist eines von {}", languages()),
                        ),
                    ),
                },
                "checks" => self.checks(value),
                "people" => self.people(value),
                "aliases" => self.aliases(value),
                "filters" => self.filters(value),
                "blind" => match text(value) {
                    Some("true") => self.settings.blind = true,
                    Some("false") => self.settings.blind = false,
                    _ => self.report(
                        value.place,
                        Phrase::new("`blind` is true or false", "`blind` ist true oder false"),
                    ),
                },
                // Exports read it.
                "publisher" => {}
                other => self.report(
                    *place,
                    both(
                        format!("there is no setting `{other}`"),
                        format!("die Einstellung `{other}` gibt es nicht"),
                    ),
                ),
            }
        }
    }
}

fn text(tree: &Tree) -> Option<&str> {
    match &tree.value {
        Value::Text(text) if !text.is_empty() => Some(text),
        _ => None,
    }
}

fn languages() -> String {
    Language::ALL.map(Language::code).join(", ")
}

#[cfg(test)]
mod tests;
