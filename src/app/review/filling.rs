//! The table fills, and is put in order.

use std::sync::Arc;

use super::{
    Review, TableCounts,
    mine::{EVERYWHERE, lay},
};
use crate::{
    app::{App, Effect, ReadSoFar},
    review::{Line, Row, order::arrange},
};

/// So many rows are put in order between two frames; more are given to a worker.
const AT_ONCE: usize = 4_000;

impl App {
    /// Reads what everybody says about every article. What is known already is shown until all of it is there.
    pub(in crate::app) fn read_workspace(&mut self) {
        let review = &mut self.review;
        review.generation += 1;
        review.coming = (!review.rows.is_empty()).then(Arc::default);
        review.arranging = None;
        review.changed.clear();
        review.so_far = Some(ReadSoFar::default());
        review.unreadable = None;
        self.effects.push(Effect::Review { generation: review.generation });
        self.fetch_again();
    }

    /// Rows arrive. What this run changed since the disk was read, or could not save, is laid over them.
    pub(in crate::app) fn reviewed(&mut self, generation: u64, mut rows: Vec<Arc<Row>>, so_far: ReadSoFar) {
        if generation != self.review.generation {
            return;
        }
        let ours = self.shelf.held.iter().filter(|(_, held)| held.is_unsaved()).map(|(article, _)| article);
        for article in ours.chain(&self.review.changed) {
            if let Some(held) = self.shelf.held.get(article) {
                lay(&mut rows, held, EVERYWHERE);
            }
        }
        let review = &mut self.review;
        review.so_far = Some(so_far);
        match &mut review.coming {
            Some(coming) => Arc::make_mut(coming).extend(rows),
            None => Arc::make_mut(&mut review.rows).extend(rows),
        }
        // Put in order as often as their number doubles: the cores have to read meanwhile.
        if so_far.done || review.coming.is_none() && review.rows.len() >= 2 * review.counts.all {
            self.arrange();
        }
    }

    /// Finds the lines of the table anew: at once, or when a worker answers.
    pub(in crate::app) fn arrange(&mut self) {
        if self.review.arranging.is_some() {
            self.review.outdated = true;
        } else if self.review.ready().len() <= AT_ONCE {
            self.arrange_now();
        } else {
            let context = self.context();
            let review = &mut self.review;
            review.outdated = false;
            review.arrangement += 1;
            review.arranging = Some(review.arrangement);
            self.effects.push(Effect::Arrange {
                number: review.arrangement,
                rows: Arc::clone(review.ready()),
                filter: review.filter.clone(),
                order: review.order,
                context,
            });
        }
    }

    /// Finds the lines of the table anew, whatever a worker may still find.
    pub(in crate::app) fn arrange_now(&mut self) {
        let context = self.context();
        let review = &mut self.review;
        review.arranging = None;
        review.outdated = false;
        let rows = Arc::clone(review.ready());
        let lines = arrange(&rows, &review.filter, review.order, &context);
        let counts = context.me.map(|me| TableCounts::of(&rows, &lines, &me)).unwrap_or_default();
        self.show_lines(lines, counts);
    }

    /// A worker has put the rows in order.
    pub(in crate::app) fn arranged(&mut self, number: u64, lines: Vec<Line>, counts: TableCounts) {
        if self.review.arranging.take_if(|waited| *waited == number).is_none() {
            return;
        }
        self.show_lines(lines, counts);
        if self.review.outdated {
            self.arrange();
        }
    }

    /// Shows these lines. The person stays at the row where they are, or where that is gone, at the line.
    fn show_lines(&mut self, lines: Vec<Line>, counts: TableCounts) {
        let review = &mut self.review;
        let selected = review.row().cloned();
        let shown = review.reading().map(|reading| reading.annotator.clone());
        let index = match review.lines.get(review.cursor) {
            Some(Line::Row(index)) => Some(*index),
            _ => None,
        };
        let index = if review.is_ready_anew() {
            review.rows = review.coming.take().unwrap_or_default();
            selected.as_ref().and_then(|row| find_again(&review.rows, row))
        } else {
            // Rows that were laid anew may stand elsewhere.
            let at = index.filter(|index| {
                review.rows.get(*index).zip(selected.as_ref()).is_some_and(|(a, b)| a.is_same(b))
            });
            at.or_else(|| {
                review.rows.iter().position(|other| selected.as_ref().is_some_and(|row| other.is_same(row)))
            })
        };
        review.lines = Arc::new(lines);
        review.counts = counts;
        let line = index.and_then(|index| review.lines.iter().position(|line| *line == Line::Row(index)));
        match line {
            Some(line) => {
                review.cursor = line;
                review.keep_reading(shown.as_ref());
                self.bring_line_into_sight();
                self.fetch();
            }
            None => self.select_line(self.review.cursor, true),
        }
    }
}

/// The index among all rows of the one that says what `row` said, wherever it stands in the article by now; else of the
/// one that stands where it stood.
fn find_again(all: &[Arc<Row>], row: &Row) -> Option<usize> {
    let start = |row: &Row| row.span().map_or(u32::MAX, |span| span.start);
    let still = all.iter().enumerate().filter(|(_, other)| other.has_reading_of(row));
    let nearest = still.min_by_key(|(_, other)| start(other).abs_diff(start(row)));
    nearest.map(|(index, _)| index).or_else(|| all.iter().position(|other| other.is_same(row)))
}

impl Review {
    /// Are all rows there that take the place of those shown?
    fn is_ready_anew(&self) -> bool {
        self.coming.is_some() && self.so_far.is_some_and(|so_far| so_far.done)
    }

    /// The rows that are to be shown next.
    fn ready(&self) -> &Arc<Vec<Arc<Row>>> {
        self.coming.as_ref().filter(|_| self.is_ready_anew()).unwrap_or(&self.rows)
    }
}
