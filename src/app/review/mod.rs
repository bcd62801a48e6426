//! View 2: every tagged sentence of the workspace as a table, what everybody says about the selected one, and what is
//! decided about it.

pub mod geometry;

use std::sync::Arc;

pub use geometry::ReviewGeometry;

use crate::{
    review::{Filter, Line, Order, Row},
    text::Article,
};

/// The state of the Review.
#[derive(Debug, Default)]
pub struct Review {
    /// All rows of the workspace that are known so far, in the order of articles and their text.
    pub rows: Arc<Vec<Arc<Row>>>,
    /// The lines of the table: rows that the filter means, in the order asked for.
    pub lines: Arc<Vec<Line>>,
    /// What is counted in them.
    pub counts: Counts,
    /// Which rows are meant.
    pub filter: Filter,
    /// The filter as it was typed.
    pub query: String,
    /// In which order.
    pub order: Order,
    /// The selected line of the table.
    pub cursor: usize,
    /// The first line shown.
    pub top: usize,
    /// The pane that has the keys.
    pub focus: ReviewPane,
    /// The reading of the selected row that `Enter` takes over and `x` rejects, an index into its readings.
    pub reading: usize,
    /// The first line of the detail pane that is shown, as far as it has so many.
    pub detail_top: usize,
    /// How far the rows are known; `None` before the view was opened.
    pub progress: Option<Progress>,
    /// The article of the selected row, once it was read.
    pub article: Option<Article>,
    /// Number of the last reading of the workspace: answers to earlier ones are dropped.
    pub generation: u64,
}

/// What is counted in the table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Rows that the filter means.
    pub shown: usize,
    /// Rows that somebody tagged, in the whole workspace.
    pub all: usize,
    /// Of those shown, the ones that still need somebody.
    pub open: usize,
    /// Of those shown, the ones about which annotators disagree.
    pub disagreements: usize,
}

/// How far the workspace has been read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Articles with annotation files that were read.
    pub read: usize,
    /// All of them.
    pub all: usize,
    /// Annotation files that cannot be read.
    pub unreadable: usize,
}

impl Progress {
    /// Is everything known?
    pub fn is_complete(&self) -> bool {
        self.read >= self.all
    }
}

/// A pane of the Review.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ReviewPane {
    /// The table.
    #[default]
    Table,
    /// The sentence in its paragraph, and what everybody says about it.
    Detail,
}

impl Review {
    /// The selected row; `None` on a heading and where there are none.
    pub fn row(&self) -> Option<&Arc<Row>> {
        match self.lines.get(self.cursor)? {
            Line::Row(index) => self.rows.get(*index),
            Line::Heading(..) => None,
        }
    }
}
