//! Moving from bar to bar, and into what is behind one.

use super::{Cursor, Layout};
use crate::app::{Action, App};

impl App {
    /// What an action that other views know too does in the Overview; `false` where it does the same everywhere.
    pub(in crate::app) fn perform_in_overview(&mut self, action: Action) -> bool {
        match action {
            Action::Down => self.move_bar(1),
            Action::Up => self.move_bar(-1),
            Action::PageDown => self.move_bar_page(1, 1),
            Action::PageUp => self.move_bar_page(-1, 1),
            Action::HalfDown => self.move_bar_page(1, 2),
            Action::HalfUp => self.move_bar_page(-1, 2),
            Action::First => self.move_bar(isize::MIN),
            Action::Last => self.move_bar(isize::MAX),
            Action::NextArticle | Action::NextPane => self.next_section(true),
            Action::PreviousArticle | Action::PreviousPane => self.next_section(false),
            Action::Back => self.back_in_overview(),
            _ => return false,
        }
        true
    }

    fn overview_layout(&self) -> Layout {
        self.overview.layout(self.overview_area())
    }

    /// Goes on by so many lines, through all sections in their order.
    fn move_bar(&mut self, by: isize) {
        let places = self.overview_layout().places;
        let Cursor { section, line, bar } = self.overview.cursor;
        let before: usize = places.iter().take(section).map(|place| place.lines()).sum();
        let all: usize = places.iter().map(|place| place.lines()).sum();
        let mut line = (before + line).saturating_add_signed(by).min(all.saturating_sub(1));
        let mut section = 0;
        while let Some(place) = places.get(section).filter(|place| line >= place.lines()) {
            line -= place.lines();
            section += 1;
        }
        self.overview.cursor = Cursor { section, line, bar };
        self.keep_bar_in_sight();
    }

    fn move_bar_page(&mut self, direction: isize, part: usize) {
        let rows = (usize::from(self.overview_area().height).saturating_sub(1) / part).max(1);
        self.move_bar(direction * isize::try_from(rows).unwrap_or(1));
    }

    /// To the first line of the next section, or of the one before; from the last to the first.
    fn next_section(&mut self, forward: bool) {
        let (count, section) = (self.overview.sections.len().max(1), self.overview.cursor.section);
        let section = if forward { section + 1 } else { section + count - 1 } % count;
        self.overview.cursor = Cursor { section, ..Cursor::default() };
        self.keep_bar_in_sight();
    }

    /// To the bar beside the selected one: in its row, else in the column of sections beside it.
    pub(in crate::app) fn next_bar(&mut self, forward: bool) {
        let layout = self.overview_layout();
        let Cursor { section, line, bar } = self.overview.cursor;
        let last = self.overview.selected(&layout).map_or(0, |(_, row, _)| row.bars.len() - 1);
        let bar = bar.min(last);
        if if forward { bar < last } else { bar > 0 } {
            let bar = if forward { bar + 1 } else { bar - 1 };
            self.overview.cursor = Cursor { section, line, bar };
            return self.keep_bar_in_sight();
        }
        let Some(place) = layout.places.get(section) else { return };
        let column = if forward { Some(place.column + 1) } else { place.column.checked_sub(1) };
        let beside = column.and_then(|column| layout.nearest(column, place.row(line)));
        if let Some((section, line)) = beside {
            self.overview.cursor = Cursor { section, line, bar: 0 };
            let last = self.overview.selected(&layout).map_or(0, |(_, row, _)| row.bars.len() - 1);
            self.overview.cursor.bar = if forward { 0 } else { last };
            self.keep_bar_in_sight();
        }
    }

    /// Shows the sentences behind the selected bar, or the rows that are folded away.
    pub(in crate::app) fn enter_bar(&mut self) {
        let layout = self.overview_layout();
        let query = self.overview.selected(&layout).map(|(section, row, bar)| section.query(row, bar));
        if let Some(query) = query {
            self.show_in_review(&query);
        } else if let Some(section) = self.overview.sections.get(self.overview.cursor.section) {
            self.overview.unfolded.insert(section.topic);
            self.keep_bar_in_sight();
        }
    }

    /// A bar was clicked: it is selected; once more, and it is entered.
    pub(in crate::app) fn select_bar(&mut self, bar: Cursor) {
        if self.overview.cursor == bar {
            return self.enter_bar();
        }
        self.overview.cursor = bar;
        self.keep_bar_in_sight();
    }

    /// Folds the section where one is that was unfolded; else goes back to the view one came from.
    fn back_in_overview(&mut self) {
        let topic = self.overview.sections.get(self.overview.cursor.section).map(|section| section.topic);
        if topic.is_some_and(|topic| self.overview.unfolded.remove(&topic)) {
            self.keep_bar_in_sight();
        } else if let Some(view) = self.came_from.pop() {
            self.show(view);
        }
    }

    /// Scrolls; what is selected stays.
    pub(in crate::app) fn scroll_overview(&mut self, rows: isize) {
        let most = self.overview_layout().height.saturating_sub(self.overview_area().height.into());
        self.overview.top = self.overview.top.saturating_add_signed(rows).min(most);
    }

    /// Scrolls so that what is selected is in sight, with the heading above the first line of a section.
    pub(in crate::app) fn keep_bar_in_sight(&mut self) {
        let (layout, height) = (self.overview_layout(), usize::from(self.overview_area().height).max(1));
        let overview = &mut self.overview;
        let Some(place) = layout.places.get(overview.cursor.section) else { return };
        overview.cursor.line = overview.cursor.line.min(place.lines().saturating_sub(1));
        let row = place.row(overview.cursor.line);
        let first = if overview.cursor.line == 0 && height > 1 { place.top } else { row };
        let most = layout.height.saturating_sub(height);
        overview.top = overview.top.min(most).min(first).max((row + 1).saturating_sub(height));
    }
}
