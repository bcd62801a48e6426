//! The articles of the workspace and where the annotator stands in each.

use std::collections::HashMap;

use crate::{review::stats::Counts, text::ArticleId};

/// The list as far as it is known.
#[derive(Debug, Default)]
pub struct List {
    /// All articles found so far, in the order of their folders.
    pub articles: Vec<ArticleId>,
    /// Have all been found?
    pub complete: bool,
    /// Files of other types that were passed over.
    pub others: usize,
    /// Where the annotator stands, by article; absent where nothing is known or nothing was done.
    pub progress: HashMap<ArticleId, Counts>,
    /// The selected row, an index into [`Self::rows`].
    pub cursor: usize,
    /// The first row shown.
    pub top: usize,
}

/// A row of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row<'a> {
    /// A story's name above its articles.
    Story(&'a str),
    /// An article, by index into [`List::articles`].
    Article(usize),
}
