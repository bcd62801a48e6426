//! The table fills, and is put in order.

use std::sync::Arc;

use super::Progress;
use crate::{
    app::{App, Effect},
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
        review.progress = Some(Progress::default());
        self.effects.push(Effect::Review { generation: review.generation });
    }

    /// Rows arrive.
    pub(in crate::app) fn reviewed(&mut self, generation: u64, rows: Vec<Arc<Row>>, progress: Progress) {
        let review = &mut self.review;
        if generation != review.generation {
            return;
        }
        review.progress = Some(progress);
        match &mut review.coming {
            Some(coming) => Arc::make_mut(coming).extend(rows),
            None => Arc::make_mut(&mut review.rows).extend(rows),
        }
        if review.coming.is_none() || progress.done {
            self.arrange();
        }
    }

    /// Finds the lines of the table anew: at once, or when a worker answers.
    pub(in crate::app) fn arrange(&mut self) {
        let review = &mut self.review;
        review.outdated = review.arranging.is_some();
        if review.outdated {
            return;
        }
        let coming = review.coming.as_ref().filter(|_| review.progress.is_some_and(|progress| progress.done));
        let rows = Arc::clone(coming.unwrap_or(&review.rows));
        let (filter, order, context) = (review.filter.clone(), review.order, self.context());
        if rows.len() <= AT_ONCE {
            let lines = arrange(&rows, &filter, order, &context);
            self.show_lines(lines);
        } else {
            let review = &mut self.review;
            review.arrangement += 1;
            review.arranging = Some(review.arrangement);
            self.effects.push(Effect::Arrange { number: review.arrangement, rows, filter, order, context });
        }
    }

    /// A worker has put the rows in order.
    pub(in crate::app) fn arranged(&mut self, number: u64, lines: Vec<Line>) {
        if self.review.arranging != Some(number) {
            return;
        }
        self.review.arranging = None;
        self.show_lines(lines);
        if self.review.outdated {
            self.arrange();
        }
    }

    /// Shows these lines. The person stays at the row where they are, or where that is gone, at the line.
    fn show_lines(&mut self, lines: Vec<Line>) {
        let review = &mut self.review;
        let selected = review.row().cloned();
        let index = match review.lines.get(review.cursor) {
            Some(Line::Row(index)) => Some(*index),
            _ => None,
        };
        review.lines = Arc::new(lines);
        let is_done = review.progress.is_some_and(|progress| progress.done);
        let index = match review.coming.take_if(|_| is_done) {
            Some(coming) => {
                review.rows = coming;
                selected.and_then(|row| review.rows.iter().position(|other| other.is_same(&row)))
            }
            None => index,
        };
        let line = index.and_then(|index| review.lines.iter().position(|line| *line == Line::Row(index)));
        match line {
            Some(line) if self.review.row_at(line).is_some() => {
                self.review.cursor = line;
                self.keep_line_in_sight();
                self.fetch();
            }
            _ => self.select_line(self.review.cursor, true),
        }
    }
}
