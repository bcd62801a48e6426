//! What a filter can name: its keys, and the values of those that have fixed ones.

use crate::{
    annotation::AnchorState,
    locale::Phrase,
    review::{ReviewState, Row},
};

/// What stands before the colon.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Key {
    /// A label that somebody gave.
    Label,
    /// Somebody who tags.
    Annotator,
    /// A story, or one that it lies in.
    Story,
    /// A piece of an article's id or title.
    Article,
    /// A piece of the name of a source.
    Source,
    /// A claim of the story.
    Claim,
    /// A piece of an outlet's name.
    Outlet,
    /// How far it has come, or how it fits its article: [`State`].
    State,
    /// Anything else: [`Is`].
    Is,
}

impl Key {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::Label,
        Self::Annotator,
        Self::Story,
        Self::Article,
        Self::Source,
        Self::Claim,
        Self::Outlet,
        Self::State,
        Self::Is,
    ];

    /// How it is written: English everywhere, German too.
    pub const fn name(self) -> Phrase {
        match self {
            Self::Label => Phrase::new("label", "etikett"),
            Self::Annotator => Phrase::new("annotator", "kürzel"),
            Self::Story => Phrase::new("story", "thema"),
            Self::Article => Phrase::new("article", "artikel"),
            Self::Source => Phrase::new("source", "quelle"),
            Self::Claim => Phrase::new("claim", "aussage"),
            Self::Outlet => Phrase::new("outlet", "medium"),
            Self::State => Phrase::new("state", "zustand"),
            Self::Is => Phrase::new("is", "ist"),
        }
    }

    /// The values it may have, where these are fixed.
    pub fn values(self) -> Vec<Phrase> {
        match self {
            Self::State => State::all().map(State::name).collect(),
            Self::Is => Is::ALL.map(Is::name).to_vec(),
            _ => Vec::new(),
        }
    }
}

/// A value of `state:`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    /// It needs somebody: readers disagree, or fewer than two have read it, and `desk` has not decided; or it is in
    /// doubt where a reading of it stands in the article.
    Open,
    /// It has come that far.
    Review(ReviewState),
    /// A reading of it fits the article like that.
    Anchor(AnchorState),
}

impl State {
    /// All of them.
    pub fn all() -> impl Iterator<Item = Self> {
        let review = ReviewState::ALL.into_iter().map(Self::Review);
        [Self::Open].into_iter().chain(review).chain(AnchorState::ALL.into_iter().map(Self::Anchor))
    }

    /// How it is written.
    pub const fn name(self) -> Phrase {
        match self {
            Self::Open => Phrase::new("open", "offen"),
            Self::Review(state) => Phrase::new(
                state.id(),
                match state {
                    ReviewState::Unread => "ungelesen",
                    ReviewState::OneReader => "eine-lesung",
                    ReviewState::Agreed => "einig",
                    ReviewState::Disagreement => "uneinig",
                    ReviewState::Decided => "entschieden",
                },
            ),
            Self::Anchor(state) => Phrase::new(
                state.id(),
                match state {
                    AnchorState::Exact => "genau",
                    AnchorState::Moved => "verschoben",
                    AnchorState::Edited => "geändert",
                    AnchorState::Split => "geteilt",
                    AnchorState::Joined => "verbunden",
                    AnchorState::Ambiguous => "mehrdeutig",
                    AnchorState::Lost => "verloren",
                },
            ),
        }
    }

    /// Is `row` in that state?
    pub fn matches(self, row: &Row) -> bool {
        match self {
            Self::Open => {
                let settled = matches!(row.state, ReviewState::Agreed | ReviewState::Decided);
                !settled || !row.anchor().is_placed()
            }
            Self::Review(state) => row.state == state,
            Self::Anchor(state) => row.readings.iter().any(|reading| reading.anchor == state),
        }
    }
}

/// A value of `is:`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Is {
    /// Somebody is not sure about a tag.
    Unsure,
    /// Somebody wants to come back to it.
    Marked,
    /// Somebody noted something.
    Noted,
    /// A tag that has a source names none.
    NoSource,
    /// Two writers changed it, and nobody has resolved that.
    Conflict,
    /// Who asks says something about it.
    Mine,
    /// Annotators cut it differently.
    Cut,
}

impl Is {
    /// All of them.
    pub const ALL: [Self; 7] =
        [Self::Unsure, Self::Marked, Self::Noted, Self::NoSource, Self::Conflict, Self::Mine, Self::Cut];

    /// How it is written.
    pub const fn name(self) -> Phrase {
        match self {
            Self::Unsure => Phrase::new("unsure", "unsicher"),
            Self::Marked => Phrase::new("marked", "gemerkt"),
            Self::Noted => Phrase::new("noted", "notiert"),
            Self::NoSource => Phrase::new("no-source", "ohne-quelle"),
            Self::Conflict => Phrase::new("conflict", "konflikt"),
            Self::Mine => Phrase::new("mine", "meins"),
            Self::Cut => Phrase::new("cut-differently", "verschieden-geteilt"),
        }
    }

    /// Does it ask for sentences that may have no tags?
    pub(super) const fn is_about_untagged(self) -> bool {
        matches!(self, Self::Marked | Self::Noted | Self::Conflict)
    }
}

/// What of `all` is called that, in either language.
pub(super) fn named<T: Copy>(
    all: impl IntoIterator<Item = T>,
    name: impl Fn(T) -> Phrase,
    written: &str,
) -> Option<T> {
    let written = written.to_lowercase();
    all.into_iter().find(|one| {
        let name = name(*one);
        [name.en, name.de].contains(&&*written)
    })
}
