//! What the states of a row are called, in both languages.

use super::ReviewState;
use crate::locale::Phrase;

impl ReviewState {
    /// What to call it.
    pub const fn name(self) -> Phrase {
        match self {
            Self::Unread => Phrase::new("unread", "ungelesen"),
            Self::OneReader => Phrase::new("one reader", "eine Lesung"),
            Self::Agreed => Phrase::new("agreed", "einig"),
            Self::Disagreement => Phrase::new("disagreement", "uneinig"),
            Self::Decided => Phrase::new("decided", "entschieden"),
        }
    }

    /// Its sign, one column wide.
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Unread => "○",
            Self::OneReader => "1",
            Self::Agreed => "=",
            Self::Disagreement => "≠",
            Self::Decided => "✓",
        }
    }
}
