//! Moving: by sentence, by page, to the ends, between panes; and in the list.

use std::ops::Range;

use super::{App, Pane, Seek, Size, desk::Top};
use crate::{
    annotation::{Document, Sentence},
    locale::{
        Phrase,
        phrases::{END_OF_ARTICLE, WAITING_FOR_END},
        say::{self, StillOpen},
    },
    text::{ArticleId, Kind, Span, Unit},
};

impl App {
    /// Selects a unit and brings it into sight.
    pub(super) fn go_to(&mut self, unit: usize) {
        if let Some(open) = &mut self.desk.open {
            open.cursor = unit.min(open.units.len().saturating_sub(1));
            self.desk.words = None;
            self.desk.only = None;
            self.desk.seek = None;
            self.desk.inspector_top = 0;
            self.keep_in_sight(3);
        }
    }

    /// Scrolls so that the selected unit is in sight, with up to `margin` rows around it.
    pub(super) fn keep_in_sight(&mut self, margin: usize) {
        let geometry = self.geometry();
        let height = geometry.rows();
        if height == 0 {
            return;
        }
        let margin = margin.min(height / 6);
        let top = self.reading().zip(self.desk.open.as_ref());
        let top = top.map(|(reading, open)| reading.follow(open.top, open.cursor, height, margin));
        if let (Some(open), Some(top)) = (&mut self.desk.open, top) {
            open.top = top;
        }
        self.list.follow(geometry.list.map_or(1, |list| list.height.into()));
    }

    /// The terminal has another size. The first row stays unless the selected sentence would be out of sight, and it
    /// comes back when there is room again.
    pub(super) fn resized(&mut self, size: Size) {
        self.size = size;
        if let Some(open) = &mut self.desk.open {
            open.top = *self.before_resize.get_or_insert(open.top);
        }
        self.keep_in_sight(0);
        self.keep_line_in_sight();
        self.keep_bar_in_sight();
    }

    pub(super) fn step(&mut self, forward: bool) {
        if self.focus == Pane::List {
            let next = if forward { self.list.cursor + 1 } else { self.list.cursor.saturating_sub(1) };
            return self.select_row(next, forward);
        }
        let Some((reading, open)) = self.reading().zip(self.desk.open.as_ref()) else { return };
        let next = if forward { reading.at_or_after(open.cursor + 1) } else { reading.before(open.cursor) };
        match next {
            Some(unit) => self.go_to(unit),
            None if forward && open.complete => self.say_where_to_go(END_OF_ARTICLE),
            None => {}
        }
    }

    /// Goes on (or back) by a screen, or by the `part`th of one.
    pub(super) fn page(&mut self, forward: bool, part: usize) {
        let geometry = self.geometry();
        if self.focus == Pane::List {
            let rows =
                geometry.list.map_or(1, |list| usize::from(list.height).saturating_sub(1) / part).max(1);
            let cursor = self.list.cursor;
            let next = if forward { cursor + rows } else { cursor.saturating_sub(rows) };
            return self.select_row(next, forward);
        }
        let height = geometry.rows();
        let rows = (height.saturating_sub(2) / part).max(1);
        if self.focus == Pane::Inspector
            && geometry.article.is_some_and(|_| geometry.inspector.is_some())
            && part == 1
        {
            return self.scroll_inspector(if forward { 1 } else { -1 } * isize::try_from(rows).unwrap_or(1));
        }
        let Some((reading, open)) = self.reading().zip(self.desk.open.as_ref()) else { return };
        let here = Top { unit: open.cursor, byte: 0 };
        let (top, place) = if forward {
            (reading.down(open.top, rows, height), reading.down(here, rows, 1))
        } else {
            (reading.up(open.top, rows), reading.up(here, rows))
        };
        let unit = match (forward, place.unit) {
            // A sentence higher than a screen is left all the same.
            (true, unit) if unit == open.cursor => reading.at_or_after(unit + 1),
            (false, unit) if unit == open.cursor => reading.before(unit),
            (_, unit) => Some(unit),
        };
        if let (Some(open), Some(unit)) = (&mut self.desk.open, unit) {
            open.top = top;
            self.go_to(unit);
        }
    }

    pub(super) fn first(&mut self) {
        if self.focus == Pane::List {
            return self.select_row(0, true);
        }
        let first = self.reading().and_then(|reading| reading.at_or_after(0));
        self.go_to(first.unwrap_or(0));
    }

    pub(super) fn last(&mut self) {
        if self.focus == Pane::List {
            return self.select_row(self.list.len(), false);
        }
        let Some(open) = &self.desk.open else { return };
        if open.complete {
            let last = self.reading().and_then(|reading| reading.before(open.units.len()));
            self.go_to(last.unwrap_or(0));
        } else {
            self.desk.seek = Some(Seek::End);
            self.say(WAITING_FOR_END.text(self.lang));
        }
    }

    /// Selects a row of the list.
    pub(super) fn select_row(&mut self, row: usize, forward: bool) {
        self.list.select(row, forward);
        self.list.follow(self.geometry().list.map_or(1, |list| list.height.into()));
    }

    /// Goes on to the next open sentence; the first one where none follows.
    pub(super) fn go_to_next_open(&mut self) {
        if let Some(unit) = self.next_open() {
            self.go_to(unit);
        } else {
            self.desk.words = None;
            self.say_what_is_open();
        }
    }

    /// Says that this article is done, and which is not.
    fn say_what_is_open(&mut self) {
        let here = self.list.open.unwrap_or(0).min(self.list.articles.len());
        let is_open = |article: &&ArticleId| match self.list.progress.get(*article) {
            // Of an article that was not opened in this run, nothing may be known.
            Some(counts) => counts.open() > 0 || counts.units == 0 && !self.shelf.held.contains_key(*article),
            None => true,
        };
        let (before, after) = self.list.articles.split_at(here);
        let later = after.iter().skip(1).find(is_open);
        let earlier = before.iter().rev().find(is_open);
        let key = self.commands.key_of(super::Action::NextArticle);
        let still = match (later, earlier) {
            (Some(later), _) if self.next_article(true) == Some(later) => StillOpen::Next(&key),
            (Some(later), _) => StillOpen::Later(later.as_str()),
            (None, Some(earlier)) => {
                StillOpen::Earlier(before.iter().filter(is_open).count(), earlier.as_str())
            }
            (None, None) => StillOpen::Nowhere,
        };
        self.say(say::all_read(self.lang, still));
    }

    /// Says that this is the end, and how to go on from here.
    fn say_where_to_go(&mut self, end: Phrase) {
        let key = self.next_article(true).map(|_| self.commands.key_of(super::Action::NextArticle));
        self.say(say::with_next_article(end, self.lang, key.as_deref()));
    }

    /// The next open sentence after the selected one, else the first of the article.
    pub(super) fn next_open(&self) -> Option<usize> {
        let open = self.desk.open.as_ref()?;
        let behind = first_open(&open.units, open.cursor + 1..open.units.len(), self.document());
        behind.or_else(|| first_open(&open.units, 0..open.cursor, self.document()))
    }

    pub(super) fn next_pane(&mut self, forward: bool) {
        let next = match (self.focus, forward) {
            (Pane::List, true) | (Pane::Inspector, false) => Pane::Article,
            (Pane::Article, true) | (Pane::List, false) => Pane::Inspector,
            (Pane::Inspector, true) | (Pane::Article, false) => Pane::List,
        };
        self.give_keys_to(next);
    }

    /// Gives the keys to a pane.
    pub(super) fn give_keys_to(&mut self, pane: Pane) {
        self.focus = pane;
        self.desk.words = None;
        if pane != Pane::Article {
            self.side = pane;
        }
        self.keep_in_sight(0);
    }

    /// Closes the innermost thing that is open, never the program.
    pub(super) fn back(&mut self) {
        let desk = &mut self.desk;
        if desk.words.take().is_some() || desk.search.take().is_some() {
            return;
        }
        if desk.seek.take().is_some() {
            return;
        }
        if self.focus != Pane::Article {
            self.give_keys_to(Pane::Article);
        } else if let Some(view) = self.came_from.pop() {
            self.show(view);
        }
    }

    pub(super) fn fold(&mut self) {
        self.desk.folded = !self.desk.folded;
        self.leave_hidden();
    }

    /// Where the selected unit is not shown any more, selects the next that is, else the one before.
    pub(super) fn leave_hidden(&mut self) {
        let Some((reading, open)) = self.reading().zip(self.desk.open.as_ref()) else { return };
        let unit = reading.at_or_after(open.cursor).or_else(|| reading.before(open.cursor));
        let unit = unit.unwrap_or(open.cursor);
        if unit == open.cursor {
            self.keep_in_sight(0);
        } else {
            self.go_to(unit);
        }
    }

    pub(super) fn scroll_inspector(&mut self, rows: isize) {
        // At least as many rows as there can be, so that scrolling back begins at once.
        let rows_of = |sentence: &Sentence| {
            let note =
                sentence.note.as_deref().map_or(0, |note| note.chars().count() / 16 + note.lines().count());
            8 * (1 + sentence.tags.len()) + note + sentence.quote.chars().count() / 8
        };
        let here = self.desk.open.as_ref().and_then(|open| Some((&open.article.id, open.unit()?.chars)));
        let others = here.zip(self.annotator.as_ref()).into_iter().flat_map(|((article, span), me)| {
            self.desk.others.at(article, me, span).map(|reading| &*reading.sentence)
        });
        let doubts = self
            .held()
            .zip(here)
            .into_iter()
            .flat_map(|(held, (_, span))| held.doubts.proposed(span).map(|doubt| &*doubt.sentence));
        let most = self.sentence().into_iter().chain(others).chain(doubts).map(rows_of).sum();
        self.desk.inspector_top = self.desk.inspector_top.saturating_add_signed(rows).min(most);
    }

    /// Scrolls the article; the selected unit comes along where it would leave the screen.
    pub(super) fn scroll_article(&mut self, rows: isize) {
        let height = self.geometry().rows();
        let Some((reading, open)) = self.reading().zip(self.desk.open.as_ref()) else { return };
        let by = rows.unsigned_abs();
        let top = if rows > 0 { reading.down(open.top, by, height) } else { reading.up(open.top, by) };
        let seen: Vec<usize> = reading.from(top).take(height).map(super::reading::Line::unit).collect();
        let cursor = match (seen.first(), seen.last()) {
            (Some(first), Some(last)) => {
                // Only what is wholly in sight, so that the next key does not scroll back.
                let first = if top.byte > 0 && first < last { first + 1 } else { *first };
                let last = if first < *last { last - 1 } else { *last };
                open.cursor.clamp(first.min(last), last)
            }
            _ => open.cursor,
        };
        let cursor = reading.at_or_after(cursor).unwrap_or(cursor);
        if let Some(open) = &mut self.desk.open {
            open.top = top;
            if open.cursor != cursor {
                open.cursor = cursor;
                self.desk.words = None;
                self.desk.inspector_top = 0;
            }
        }
    }
}

/// The first unit of `range` that is open: no furniture, and not read by this annotator.
pub(super) fn first_open(units: &[Unit], range: Range<usize>, document: Option<&Document>) -> Option<usize> {
    let units = units.get(range.clone())?;
    let said = document.map_or(&[][..], |document| &document.sentences);
    let start = units.first()?.chars.start;
    let mut said = said[said.partition_point(|sentence| sentence.span.start < start)..].iter().peekable();
    let is_open = |unit: &Unit| {
        // Sentences whose words are lost have no length and stand before what begins at the same place.
        let first = Span::new(unit.chars.start, unit.chars.start + 1);
        while said.next_if(|sentence| sentence.span < first).is_some() {}
        let read = said.peek().is_some_and(|sentence| sentence.span == unit.chars && sentence.is_read());
        unit.kind != Kind::Furniture && !read
    };
    units.iter().position(is_open).map(|index| range.start + index)
}
