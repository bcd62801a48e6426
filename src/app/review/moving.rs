//! Moving through the table and between its readings.

use super::{ReviewPane, is_open};
use crate::{
    app::{Action, App, Seek, View},
    locale::phrases::{NO_ROW, NOTHING_OPEN, ONLY_THIS_OPEN},
    review::{Column, Group, Line, Row},
};

impl App {
    /// What an action that other views know too does in the Review; `false` where it does the same everywhere.
    pub(in crate::app) fn perform_in_review(&mut self, action: Action) -> bool {
        match action {
            Action::Down => self.move_line(1),
            Action::Up => self.move_line(-1),
            Action::PageDown => self.move_page(1, 1),
            Action::PageUp => self.move_page(-1, 1),
            Action::HalfDown => self.move_page(1, 2),
            Action::HalfUp => self.move_page(-1, 2),
            Action::First => self.select_line(0, true),
            Action::Last => self.select_line(usize::MAX, false),
            Action::NextArticle => self.next_group(true),
            Action::PreviousArticle => self.next_group(false),
            Action::NextPane | Action::PreviousPane => self.next_review_pane(),
            Action::Toggle(label) => self.decide(label),
            Action::SetAndGo(label) => self.decide_and_go(label),
            Action::Reattach => self.reattach_row(),
            Action::ConfirmMoves => self.confirm_shown(),
            Action::Copy => self.copy_row(),
            Action::Back => self.back_in_review(),
            _ => return false,
        }
        true
    }

    /// Selects that line, or the nearest row in the direction of travel.
    pub(in crate::app) fn select_line(&mut self, line: usize, forward: bool) {
        let review = &mut self.review;
        let line = line.min(review.lines.len().saturating_sub(1));
        let is_row = |line: &usize| matches!(review.lines.get(*line), Some(Line::Row(_)));
        let ahead = (line..review.lines.len()).find(is_row);
        let behind = (0..line).rev().find(is_row);
        let found = if is_row(&line) {
            Some(line)
        } else if forward {
            ahead.or(behind)
        } else {
            behind.or(ahead)
        };
        review.cursor = found.unwrap_or(0);
        review.detail_top = 0;
        let of_interest = |row: &Row| {
            let others = || row.readings.iter().enumerate().filter(|(_, one)| !self.is_me(&one.annotator));
            let tagged = others().find(|(_, one)| !one.sentence.tags.is_empty());
            tagged.or_else(|| others().next()).map_or(0, |(index, _)| index)
        };
        self.review.reading = self.review.row().map_or(0, |row| of_interest(row));
        self.keep_line_in_sight();
        self.fetch();
    }

    /// The person goes on to another line: what they did not want to lose sight of may go now.
    fn leave_line(&mut self, line: usize, forward: bool) {
        self.select_line(line, forward);
        if self.review.outdated {
            self.arrange();
        }
    }

    /// Scrolls so that the selected line is in sight, with the heading above it.
    pub(in crate::app) fn keep_line_in_sight(&mut self) {
        let height = self.review_geometry().lines().max(1);
        let review = &mut self.review;
        let above = review.cursor.saturating_sub(1);
        let first = match review.lines.get(above) {
            Some(Line::Heading(..)) if height > 1 => above,
            _ => review.cursor,
        };
        review.top = review.top.min(first).max((review.cursor + 1).saturating_sub(height));
    }

    /// Scrolls so that the selected line is in sight: in the middle, where it was not.
    pub(super) fn bring_line_into_sight(&mut self) {
        let height = self.review_geometry().lines();
        let review = &mut self.review;
        if !(review.top..review.top + height).contains(&review.cursor) {
            let last = review.lines.len().saturating_sub(height);
            review.top = review.cursor.saturating_sub(height / 2).min(last);
        }
        self.keep_line_in_sight();
    }

    fn move_line(&mut self, by: isize) {
        if self.review.focus == ReviewPane::Detail {
            return self.scroll_detail(by);
        }
        let to = self.review.cursor.saturating_add_signed(by);
        self.leave_line(to, by > 0);
    }

    fn move_page(&mut self, direction: isize, part: usize) {
        let geometry = self.review_geometry();
        let rows = match (self.review.focus, geometry.detail) {
            (ReviewPane::Detail, Some(detail)) => usize::from(detail.height),
            _ => geometry.lines(),
        };
        let by = direction * isize::try_from((rows.saturating_sub(1) / part).max(1)).unwrap_or(1);
        self.move_line(by);
    }

    pub(in crate::app) fn scroll_detail(&mut self, by: isize) {
        let most = self.review.row().map_or(0, |row| {
            // At least as many lines as it can have, so that scrolling back begins at once.
            let text = |text: &str| text.chars().count() / 16 + 2;
            let said = |reading: &crate::review::Reading| {
                let note = reading.sentence.note.as_deref().map_or(0, text);
                4 + 8 * reading.sentence.tags.len() + note + text(reading.words())
            };
            row.readings.iter().map(said).sum::<usize>() + 12
        });
        let top = &mut self.review.detail_top;
        *top = top.saturating_add_signed(by).min(most);
    }

    /// Scrolls the table; the selected line comes along where it would leave the screen.
    pub(in crate::app) fn scroll_table(&mut self, by: isize) {
        let height = self.review_geometry().lines().max(1);
        let review = &mut self.review;
        let most = review.lines.len().saturating_sub(height);
        review.top = review.top.saturating_add_signed(by).min(most);
        let seen = review.cursor.clamp(review.top, review.top + height - 1);
        if seen != review.cursor {
            self.select_line(seen, by > 0);
        }
    }

    /// To the next (or previous) article, or group where there are groups.
    fn next_group(&mut self, forward: bool) {
        let review = &self.review;
        let lines = review.lines.len();
        let is_head = |line: &usize| match (review.lines.get(*line), review.order.group) {
            (Some(Line::Heading(..)), _) => true,
            (Some(Line::Row(_)), Some(_)) | (None, _) => false,
            (Some(Line::Row(_)), None) => {
                let article = |line: usize| review.row_at(line).map(|row| &row.article.id);
                *line == 0 || article(*line) != article(*line - 1)
            }
        };
        let found = if forward {
            (review.cursor + 1..lines).find(is_head)
        } else {
            // First to the head of this one, then to that of the one before.
            (0..review.cursor)
                .rev()
                .filter(is_head)
                .find(|head| !(review.order.group.is_some() && *head + 1 == review.cursor))
        };
        if let Some(line) = found {
            self.leave_line(line, true);
            // As much of it as there is room for.
            let last = self.review.lines.len().saturating_sub(self.review_geometry().lines());
            self.review.top = self.review.cursor.min(last);
            self.keep_line_in_sight();
        }
    }

    /// Goes on to the next open row (or the previous), from the other end where none follows.
    pub(in crate::app) fn next_open_row(&mut self, forward: bool) {
        let Some(me) = self.annotator.clone() else { return };
        let review = &self.review;
        let open = |line: &usize| review.row_at(*line).is_some_and(|row| is_open(row, &me));
        let (cursor, end) = (review.cursor, review.lines.len());
        let found = if forward {
            (cursor + 1..end).find(open).or_else(|| (0..cursor.min(end)).find(open))
        } else {
            (0..cursor.min(end)).rev().find(open).or_else(|| (cursor + 1..end).rev().find(open))
        };
        if let Some(line) = found {
            self.leave_line(line, forward);
        } else {
            let is_here = open(&cursor);
            self.say(if is_here { ONLY_THIS_OPEN } else { NOTHING_OPEN }.text(self.lang));
        }
    }

    /// Chooses the next reading of the row, or the one before.
    pub(in crate::app) fn next_reading(&mut self, forward: bool) {
        let count = self.review.row().map_or(0, |row| row.readings.len());
        let reading = &mut self.review.reading;
        *reading =
            if forward { (*reading + 1).min(count.saturating_sub(1)) } else { reading.saturating_sub(1) };
    }

    pub(in crate::app) fn next_review_pane(&mut self) {
        self.review.focus = match self.review.focus {
            ReviewPane::Table => ReviewPane::Detail,
            ReviewPane::Detail => ReviewPane::Table,
        };
        self.keep_line_in_sight();
    }

    /// Shows the row in its article; Esc leads back.
    pub(in crate::app) fn show_at_desk(&mut self) {
        let Some(row) = self.review.row() else { return self.warn(NO_ROW.text(self.lang)) };
        // Words that are lost have at least a place where they were.
        let mine = self.pending_reading().or(row.readings.first());
        let was = mine.map_or(0, |reading| reading.sentence.span.start);
        let (article, at) = (row.article.id.clone(), row.span().map_or(was, |span| span.start));
        self.came_from.push(View::Review);
        self.view = View::Desk;
        self.give_keys_to(crate::app::Pane::Article);
        self.open(article, Seek::At(at));
    }

    fn copy_row(&mut self) {
        if let Some(words) = self.review.row().map(|row| row.words().to_owned()) {
            self.put_on_clipboard(words);
        }
    }

    /// Sorts by the next column.
    pub(in crate::app) fn sort(&mut self) {
        let column = Column::ALL.iter().position(|column| *column == self.review.order.by).unwrap_or(0);
        self.sort_by(Column::ALL[(column + 1) % Column::ALL.len()]);
    }

    /// Sorts by that column; a second time the other way round.
    pub(in crate::app) fn sort_by(&mut self, column: Column) {
        let order = &mut self.review.order;
        order.descending = order.by == column && !order.descending;
        order.by = column;
        self.arrange();
    }

    pub(in crate::app) fn reverse(&mut self) {
        let order = &mut self.review.order;
        order.descending = !order.descending;
        self.arrange();
    }

    pub(in crate::app) fn group(&mut self) {
        let order = &mut self.review.order;
        order.group = match order.group {
            None => Some(Group::Article),
            Some(Group::Article) => Some(Group::Source),
            Some(Group::Source) => None,
        };
        self.arrange();
    }

    /// Closes the innermost thing: the detail pane, the view one came from, the filter.
    fn back_in_review(&mut self) {
        if self.review.focus == ReviewPane::Detail {
            self.next_review_pane();
        } else if let Some(view) = self.came_from.pop() {
            self.show(view);
        } else if !self.review.query.is_empty() {
            self.set_query("");
        }
    }
}
