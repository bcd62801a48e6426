//! The reading column: sentences in rows, with what is tagged in the gutter on their left.

use super::{
    canvas::{Canvas, Pen},
    gutter,
    looks::Looks,
    overlay,
    theme::Role,
};
use crate::{
    annotation::{AnchorState, Document, Sentence},
    app::{
        App, Doubts, OpenArticle, Pane,
        desk::Top,
        geometry::{Area, Geometry},
        msg::Target,
        reading::{Line, Reading},
    },
    locale::{Lang, phrases::STILL_READING},
    text::{Span, Unit},
};

/// Units looked back on to count what is folded away.
const COUNTED: usize = 1000;

/// What is the same for all rows of one frame.
struct Sheet<'a> {
    app: &'a App,
    open: &'a OpenArticle,
    top: Top,
    document: Option<&'a Document>,
    doubts: Option<&'a Doubts>,
    reading: Reading<'a>,
    pane: Area,
    column: Area,
}

/// Draws the open article into `pane`.
pub(super) fn draw(canvas: &mut Canvas, pane: Area, geometry: &Geometry, app: &App, open: &OpenArticle) {
    canvas.hit(pane, Target::Pane(Pane::Article));
    let held = app.shelf.held.get(&open.article.id);
    let (document, doubts) = (held.map(|held| &*held.document), held.map(|held| &held.doubts));
    let column = geometry.column;
    let reading = Reading::new(open, app.desk.folded, column.width);
    let top = match overlay::covered(column, app) {
        0 => open.top,
        rows => reading.follow(open.top, open.cursor, column.height.saturating_sub(rows).into(), 0),
    };
    let sheet = Sheet { app, open, top, document, doubts, reading, pane, column };
    let mut last: Option<Shown> = None;
    let mut row = 0;
    for line in reading.from(top).take(usize::from(column.height)) {
        match line {
            Line::Blank(unit) => sheet.folded(canvas, row, unit),
            Line::Text { unit, bytes, hyphen, .. } => {
                let begins = last.as_ref().is_none_or(|shown| shown.index != unit);
                if begins {
                    last = sheet.shown(canvas, unit);
                }
                if let Some(shown) = &last {
                    sheet.row(canvas, row, shown, begins, bytes, hyphen);
                }
            }
        }
        row += 1;
    }
    let behind = last.map_or(top.unit, |shown| shown.index + 1);
    sheet.end(canvas, row, behind);
    sheet.thumb(canvas, behind, geometry.inspector.is_some());
}

/// A unit that is being drawn.
struct Shown<'a> {
    index: usize,
    sentence: Option<&'a Sentence>,
    fit: AnchorState,
    looks: Looks,
}

impl<'a> Sheet<'a> {
    fn shown(&self, canvas: &Canvas, index: usize) -> Option<Shown<'a>> {
        let unit = self.open.units.get(index)?;
        let sentence =
            self.document.and_then(|document| document.find(unit.chars)).map(|sentence| &**sentence);
        let selected = index == self.open.cursor;
        let mut looks = Looks::new(canvas.styles, unit.kind, selected && self.app.focus == Pane::Article);
        for tag in sentence.iter().flat_map(|sentence| &sentence.tags) {
            looks.add_tag(&self.open.article.text, unit, tag);
        }
        if let Some(search) = &self.app.desk.search {
            looks.add_hits(&search.hits, unit.bytes);
        }
        if let Some(words) = self.app.desk.words.as_ref().filter(|_| selected) {
            looks.add_words(words);
        }
        Some(Shown { index, sentence, fit: self.fit(unit, sentence), looks })
    }

    /// How what is said about a unit fits the article, or what may belong to it.
    fn fit(&self, unit: &Unit, sentence: Option<&Sentence>) -> AnchorState {
        let Some(doubts) = self.doubts else { return AnchorState::Exact };
        let moved = sentence.is_some_and(|sentence| doubts.is_moved(sentence));
        let proposed = doubts.proposed(unit.chars).next().map(|doubt| doubt.anchored.state);
        proposed.unwrap_or(if moved { AnchorState::Moved } else { AnchorState::Exact })
    }

    /// One row of a unit, the first of it that is seen where it `begins`.
    fn row(&self, canvas: &mut Canvas, row: u16, shown: &Shown, begins: bool, bytes: Span, hyphen: bool) {
        let place = Area { y: self.pane.y + row, height: 1, ..self.pane };
        canvas.hit(place, Target::Unit(shown.index));
        let selected = shown.index == self.open.cursor;
        let gutter = Area { x: self.column.x - gutter::WIDTH, width: gutter::WIDTH, ..place };
        if selected {
            gutter::bar(canvas, gutter);
        }
        if begins {
            gutter::draw(canvas, gutter, shown.index, shown.sentence, shown.fit, &self.app.labels);
        }
        let mut pen = Pen::new(Area { x: self.column.x, width: self.column.width, ..place }, 0);
        if selected && begins && self.app.focus != Pane::List {
            canvas.point(pen.x, pen.y);
        }
        let text = self.open.article.text.get(bytes.range()).unwrap_or_default();
        let start = bytes.range().start;
        canvas.write_with(&mut pen, text, |at| shown.looks.at(start + at));
        if hyphen {
            canvas.write(&mut pen, "-", shown.looks.base());
        }
    }

    /// In the air above `unit`: what is folded away there.
    fn folded(&self, canvas: &mut Canvas, row: u16, unit: usize) {
        let hidden = (0..unit).rev().take(COUNTED).take_while(|unit| !self.reading.shows(*unit)).count();
        self.say_folded(canvas, row, hidden);
    }

    fn say_folded(&self, canvas: &mut Canvas, row: u16, hidden: usize) {
        if hidden == 0 {
            return;
        }
        let key = self.app.commands.key_of(crate::app::Action::Fold);
        let more = if hidden == COUNTED { "+" } else { "" };
        let said = match (self.app.lang, hidden) {
            (Lang::En, 1) => format!("··· 1 line of furniture ({key})"),
            (Lang::En, n) => format!("··· {n}{more} lines of furniture ({key})"),
            (Lang::De, 1) => format!("··· 1 Zeile Beiwerk ({key})"),
            (Lang::De, n) => format!("··· {n}{more} Zeilen Beiwerk ({key})"),
        };
        let style = canvas.style(Role::Dim);
        canvas.write_cut(&mut Pen::new(self.column, row), &said, style);
    }

    /// Below the last row: what is folded away, or that more is to come.
    fn end(&self, canvas: &mut Canvas, row: u16, behind: usize) {
        if row >= self.column.height {
            return;
        }
        let rest = behind..self.open.units.len();
        self.say_folded(
            canvas,
            row,
            rest.take(COUNTED).take_while(|unit| !self.reading.shows(*unit)).count(),
        );
        if !self.open.complete {
            canvas.put(&mut Pen::new(self.column, row + 1), STILL_READING.text(self.app.lang), Role::Dim);
        }
    }

    /// On the line at the right edge: which part of the article is seen.
    fn thumb(&self, canvas: &mut Canvas, behind: usize, beside: bool) {
        let (units, height) = (self.open.units.len(), usize::from(self.pane.height));
        let seen = behind.saturating_sub(self.top.unit).max(1);
        if seen >= units {
            return;
        }
        let size = (height * seen / units).clamp(1, height);
        let last = units - seen;
        let start = (height - size) * self.top.unit.min(last) / last;
        let x = self.pane.x + self.pane.width - u16::from(!beside);
        for row in (start..start + size).filter_map(|row| u16::try_from(row).ok()) {
            canvas.put(&mut Pen::new(Area { x, width: 1, ..self.pane }, row), "┃", Role::Dim);
        }
    }
}
