//! What is wrong with one annotation file, for people and for scripts: one file for the rules, one for each thing they
//! look at.

mod anchors;
pub mod rule;
mod tags;

use std::fmt;

use jiff::{SignedDuration, Timestamp};

pub use self::rule::{Level, Levels, Rule};
use crate::annotation::{Caution, LabelSet, Parsed, Place, Sentence};
use crate::text::Article;

/// Where a problem of a file as a whole stands.
pub const TOP: Place = Place::new(1, 1);

/// How far ahead of ours a clock may be before somebody is told: a day, so that a time zone mistaken for UTC passes.
const AHEAD: SignedDuration = SignedDuration::from_hours(24);

/// One problem of one file. Displayed as `line:column: message [rule]`, a warning with that word before the message,
/// for a path to be put in front.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where in the file.
    pub place: Place,
    /// Which rule it breaks.
    pub rule: Rule,
    /// How bad it is: [`Level::Warn`] or [`Level::Error`].
    pub level: Level,
    /// What it is, and what to do about it.
    pub message: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let warning = if self.level == Level::Warn { "warning: " } else { "" };
        write!(f, "{}: {warning}{} [{}]", self.place, self.message, self.rule)
    }
}

/// What holds where files are checked.
#[derive(Clone, Copy, Debug)]
pub struct Checker<'a> {
    /// The labels of the workspace.
    pub labels: &'a LabelSet,
    /// How bad each rule is.
    pub levels: &'a Levels,
    /// The present time.
    pub now: Timestamp,
}

impl Checker<'_> {
    /// A problem, unless its rule is off.
    pub fn problem(&self, rule: Rule, place: Place, message: impl Into<String>) -> Option<Problem> {
        let level = self.levels.of(rule);
        (level != Level::Off).then(|| Problem { place, rule, level, message: message.into() })
    }

    /// All problems of a file that could be read, in the order of its lines. `article` is why it cannot be
    /// read, where that is so.
    pub fn document(&self, parsed: &Parsed, article: Result<&Article, &str>) -> Vec<Problem> {
        let mut problems = Problems { checker: *self, found: Vec::new() };
        for warning in &parsed.warnings {
            let place = Place::new(warning.line, warning.column);
            problems.add(of_caution(&warning.what), place, warning.what.to_string());
        }
        for (sentence, place) in parsed.document.sentences.iter().zip(&parsed.places) {
            tags::sentence(sentence, place, &mut problems);
            versions(sentence, place.place, &mut problems);
        }
        match article {
            Ok(article) => anchors::document(parsed, article, &mut problems),
            Err(why) => problems.add(Rule::NoArticle, TOP, format!("its article cannot be read: {why}")),
        }
        let mut found = problems.found;
        found.sort_by_key(|problem| problem.place);
        found
    }
}

/// What was found in a file so far.
struct Problems<'a> {
    checker: Checker<'a>,
    found: Vec<Problem>,
}

impl Problems<'_> {
    fn add(&mut self, rule: Rule, place: Place, message: String) {
        self.found.extend(self.checker.problem(rule, place, message));
    }
}

const fn of_caution(caution: &Caution) -> Rule {
    match caution {
        Caution::NoEndMarker => Rule::NoEnd,
        Caution::OtherArticle { .. } | Caution::OtherAnnotator { .. } => Rule::OtherPath,
        Caution::UnknownLabel(_) => Rule::UnknownLabel,
        Caution::NewerFormat(_) => Rule::NewerFormat,
    }
}

/// What a sentence tells about its own history.
fn versions(sentence: &Sentence, place: Place, problems: &mut Problems<'_>) {
    if let Some(conflict) = &sentence.conflict {
        let at = conflict.at.map_or_else(String::new, |at| format!(" at {at:.0}"));
        let message =
            format!("somebody else changed this sentence too{at} (`conflict`): keep one of the two versions");
        problems.add(Rule::Conflict, place, message);
    }
    if let Some(at) = sentence.at.filter(|at| at.duration_since(problems.checker.now) > AHEAD) {
        problems.add(
            Rule::Future,
            place,
            format!("changed at {at:.0}, which is yet to come: which clock is wrong?"),
        );
    }
}

#[cfg(test)]
mod tests;
