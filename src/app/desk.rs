//! View 1: one article, its sentences, the selected one.

use crate::text::{Article, Unit};

/// The state of the Desk.
#[derive(Debug, Default)]
pub struct Desk {
    /// What is open.
    pub open: Option<OpenArticle>,
    /// The words being selected.
    pub words: Option<Words>,
    /// What is searched for in the article, and which units hold it.
    pub search: Option<Search>,
    /// Is furniture folded away?
    pub folded: bool,
    /// The article that is being opened, when none or another is shown.
    pub opening: Option<crate::text::ArticleId>,
    /// Number of the last opening: answers to earlier ones are dropped.
    pub generation: u64,
    /// Why the article or its annotations cannot be shown, in lines for people.
    pub problem: Option<Vec<String>>,
}

/// An open article.
#[derive(Debug)]
pub struct OpenArticle {
    /// The article itself.
    pub article: Article,
    /// Its units as the segmenter has them so far.
    pub computed: Vec<Unit>,
    /// The same with the annotator's own boundaries and saved spans: what is shown.
    pub units: Vec<Unit>,
    /// Are all units known?
    pub complete: bool,
    /// The selected unit, an index into [`Self::units`].
    pub cursor: usize,
    /// The first row shown.
    pub top: Top,
}

/// The first row of the reading column: it survives a change of width.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Top {
    /// Its unit.
    pub unit: usize,
    /// Its first byte within the unit; 0 shows the unit from its first row (and the blank row above it).
    pub byte: u32,
}

/// Words selected with `v`: byte ranges within the selected unit, word by word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// The words of the unit, as byte ranges of the article's text.
    pub words: Vec<crate::text::Span>,
    /// Where the selection began, an index into [`Self::words`].
    pub anchor: usize,
    /// Where it ends now.
    pub head: usize,
}

/// A search in the open article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Search {
    /// What is searched for.
    pub query: String,
    /// Where it stands, as byte ranges of the article's text, in order.
    pub hits: Vec<crate::text::Span>,
}
