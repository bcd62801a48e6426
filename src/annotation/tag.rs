//! One label on one sentence, with whose words they are.

use super::Label;
use crate::text::Span;

/// Where a tag came from, when a hand did not set it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Origin {
    /// A suggestion that a person accepted.
    Suggested,
    /// Another tool's file.
    Imported,
}

impl Origin {
    /// Its name in files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Suggested => "suggested",
            Self::Imported => "imported",
        }
    }

    /// The origin of that name.
    pub fn find(name: &str) -> Option<Self> {
        [Self::Suggested, Self::Imported].into_iter().find(|origin| origin.id() == name)
    }
}

/// One label on one sentence by one annotator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tag {
    /// Which label.
    pub label: Label,
    /// The part of the sentence it covers; `None` is the whole.
    pub part: Option<Span>,
    /// Whose words, verbatim, innermost speaker first; empty where nobody is named.
    pub source: Vec<String>,
    /// Where the words of the source stand, in the order of the text.
    pub source_at: Vec<Span>,
    /// Whom the words of the source mean, where they do not say it.
    pub who: Option<String>,
    /// The words that mark it; pieces that stand apart are joined by ` … `.
    pub cue: Option<String>,
    /// Where the words of the cue stand, in the order of the text.
    pub cue_at: Vec<Span>,
    /// Ids of claims of the story it touches.
    pub claims: Vec<String>,
    /// Absent where tagged by hand.
    pub origin: Option<Origin>,
    /// The annotator is not sure.
    pub unsure: bool,
}

impl Tag {
    /// The label on the whole sentence and nothing more.
    pub fn new(label: Label) -> Self {
        Self {
            label,
            part: None,
            source: Vec::new(),
            source_at: Vec::new(),
            who: None,
            cue: None,
            cue_at: Vec::new(),
            claims: Vec::new(),
            origin: None,
            unsure: false,
        }
    }
}
