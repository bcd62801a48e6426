//! View 2: every tagged sentence of the workspace as a table, what everybody says about the selected one, and what is
//! decided about it.

mod deciding;
mod fetching;
mod filling;
mod filtering;
pub mod geometry;
mod mine;
mod moving;
mod open;

use std::sync::Arc;

pub use geometry::ReviewGeometry;
pub use open::is_open;

use filtering::condition;

use super::{App, ReadSoFar, View};
use crate::{
    annotation::Annotator,
    review::{
        Aliases, Column, Context, Filter, Line, Order, Reading, Row,
        filter::{Key, State},
    },
    text::{Article, ArticleId},
};

/// The state of the Review.
#[derive(Debug, Default)]
pub struct Review {
    /// All rows of the workspace that are known so far, in the order of articles and their text.
    pub rows: Arc<Vec<Arc<Row>>>,
    /// The lines of the table: rows that the filter means, in the order asked for.
    pub lines: Arc<Vec<Line>>,
    /// What is counted in them.
    pub counts: TableCounts,
    /// Which rows are meant.
    pub filter: Filter,
    /// The filter as it was typed.
    pub query: String,
    /// Names of sources that mean one.
    pub aliases: Arc<Aliases>,
    /// Filters that the workspace keeps: by which name, and as they are typed.
    pub filters: Vec<(String, String)>,
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
    pub so_far: Option<ReadSoFar>,
    /// The article of the selected row, once it was read.
    pub article: Option<Article>,
    /// Number of the last reading of the workspace: answers to earlier ones are dropped.
    pub generation: u64,
    /// The rows that are read anew; they take the place of [`Self::rows`] when all of them are there.
    coming: Option<Arc<Vec<Arc<Row>>>>,
    /// The arrangement that is waited for.
    arranging: Option<u64>,
    /// Number of the last arrangement.
    arrangement: u64,
    /// Do the lines not show what the filter means any more?
    outdated: bool,
    /// Articles whose documents changed since the last reading of the workspace began.
    changed: Vec<ArticleId>,
    /// The article that is being fetched.
    fetching: Option<ArticleId>,
    /// Articles whose moved sentences are being confirmed.
    confirming: Option<Confirming>,
    /// Why the article of the selected row, or what was said about it, cannot be read.
    unreadable: Option<(ArticleId, String)>,
}

/// What is counted in the table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TableCounts {
    /// Rows that the filter means.
    pub shown: usize,
    /// Rows that somebody tagged, in the whole workspace.
    pub all: usize,
    /// Of those shown, the ones that still need somebody.
    pub open: usize,
    /// Of those shown, the ones about which annotators disagree.
    pub disagreements: usize,
    /// Of those shown, the ones where something of mine does not stand where it stood.
    pub moved: usize,
}

/// Moved sentences that are being confirmed.
#[derive(Debug, Default)]
struct Confirming {
    /// Articles that are left, the next one last.
    articles: Vec<ArticleId>,
    /// Sentences that were confirmed.
    sentences: usize,
    /// Articles they stand in.
    changed: usize,
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
        self.row_at(self.cursor)
    }

    /// The row at that line; `None` on a heading and behind the last.
    pub fn row_at(&self, line: usize) -> Option<&Arc<Row>> {
        match self.lines.get(line)? {
            Line::Row(index) => self.rows.get(*index),
            Line::Heading(..) => None,
        }
    }

    /// Shows the reading of that index, or the last.
    pub(super) fn show_reading(&mut self, reading: usize) {
        let readings = self.row().map_or(0, |row| row.readings.len());
        self.reading = reading.min(readings.saturating_sub(1));
    }

    /// Shows the reading of `annotator` again, after others came or went before it.
    fn keep_reading(&mut self, annotator: Option<&Annotator>) {
        let readings = self.row().map_or(&[][..], |row| row.readings.as_slice());
        let is_theirs = |reading: &Reading| Some(&reading.annotator) == annotator;
        let theirs = readings.get(self.reading).is_some_and(is_theirs).then_some(self.reading);
        let found = theirs.or_else(|| readings.iter().position(is_theirs));
        self.show_reading(found.unwrap_or(self.reading));
    }

    /// The reading that is taken over or rejected.
    pub fn reading(&self) -> Option<&Reading> {
        self.row()?.readings.get(self.reading)
    }
}

impl App {
    /// Begins in the Review, for whoever decides as `desk`: with what is open, the disagreements first.
    pub(super) fn begin_to_decide(&mut self) {
        self.view = View::Review;
        self.review.order = Order { by: Column::State, ..Order::default() };
        self.set_query(&condition(Key::State, State::Open.name().en, self.lang));
    }

    /// Who asks, and what names mean to them.
    pub(super) fn context(&self) -> Context {
        Context { aliases: Arc::clone(&self.review.aliases), me: self.annotator.clone() }
    }

    /// Where everything of the Review stands.
    pub fn review_geometry(&self) -> ReviewGeometry {
        ReviewGeometry::of(self.size, self.review.focus)
    }
}
