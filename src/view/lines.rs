//! Lines one below the other, wrapped to a width and collected before they are drawn.

use std::ops::Range;

use ratatui::style::Style;

use super::{
    canvas::{Canvas, Pen, columns},
    theme::{Role, Styles},
};
use crate::{
    app::{geometry::Area, msg::Target},
    text::wrap::wrap,
};

/// More lines than anybody reads in a pane.
const MOST: usize = 1000;
/// Columns of a bar on the left, and of the air behind it.
const BAR: u16 = 2;

/// One line: texts one behind the other, and what a click on it means.
#[derive(Debug, Default)]
pub(super) struct Line {
    pieces: Vec<Piece>,
    end: u16,
    targets: Vec<(Range<u16>, Target)>,
}

/// A text in a line.
#[derive(Debug)]
struct Piece {
    /// The columns it may take.
    columns: Range<u16>,
    text: String,
    /// From which byte on it looks how; the first is 0.
    looks: Vec<(usize, Style)>,
}

impl Line {
    /// The same with `text` at its end.
    pub(super) fn then(self, text: &str, style: Style) -> Self {
        self.styled(text, |_| style)
    }

    /// The same with `text` at its end, which looks at each byte as `style` says.
    pub(super) fn styled(mut self, text: &str, style: impl Fn(usize) -> Style) -> Self {
        let mut looks = vec![(0, style(0))];
        for (at, _) in text.char_indices() {
            let look = style(at);
            if looks.last().is_none_or(|(_, last)| *last != look) {
                looks.push((at, look));
            }
        }
        self.pieces.push(Piece { columns: self.end..u16::MAX, text: text.to_owned(), looks });
        self.end = self.end.saturating_add(columns(text));
        self
    }

    /// The same with what follows beginning at `column` at the earliest.
    pub(super) fn at(mut self, column: u16) -> Self {
        self.end = self.end.max(column);
        self
    }

    /// The same with what a click on it means.
    pub(super) fn means(mut self, target: Target) -> Self {
        self.targets.push((0..u16::MAX, target));
        self
    }

    /// Columns it takes where it is not cut.
    pub(super) fn width(&self) -> u16 {
        self.end
    }

    /// What it says.
    #[cfg(test)]
    pub(super) fn text(&self) -> String {
        self.pieces.iter().map(|piece| piece.text.as_str()).collect()
    }

    /// Puts `other` into it, `width` columns wide from `column` on.
    fn put(&mut self, other: Self, column: u16, width: u16) {
        let shifted = |range: Range<u16>| {
            column.saturating_add(range.start.min(width))..column.saturating_add(range.end.min(width))
        };
        let pieces = other.pieces.into_iter();
        self.pieces.extend(pieces.map(|piece| Piece { columns: shifted(piece.columns), ..piece }));
        self.targets.extend(other.targets.into_iter().map(|(range, target)| (shifted(range), target)));
    }

    /// Draws it into the row `area`; what has no room is cut.
    pub(super) fn draw(self, canvas: &mut Canvas, area: Area) {
        for Piece { columns, text, looks } in &self.pieces {
            let mut pen = Pen::new(area, 0).indented(columns.start);
            pen.end = pen.end.min(area.x.saturating_add(columns.end));
            if let [(_, style)] = looks[..] {
                canvas.write_cut(&mut pen, text, style);
            } else {
                let look = |at| looks.partition_point(|(from, _)| *from <= at).saturating_sub(1);
                canvas.write_with(&mut pen, text, |at| looks[look(at)].1);
            }
        }
        for (columns, target) in self.targets {
            let pen = Pen::new(area, 0).indented(columns.start);
            let end = pen.end.min(area.x.saturating_add(columns.end));
            canvas.hit(Area { x: pen.x, width: end.saturating_sub(pen.x), ..area }, target);
        }
    }
}

/// Lines one below the other.
pub(super) struct Lines {
    /// How things look.
    pub(super) styles: Styles,
    width: u16,
    all: Vec<Line>,
}

impl Lines {
    /// None yet, each at most `width` columns wide.
    pub(super) fn new(styles: Styles, width: u16) -> Self {
        Self { styles, width, all: Vec::new() }
    }

    /// Columns of the widest line that fits.
    pub(super) fn width(&self) -> u16 {
        self.width
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.all.len()
    }

    /// One more line, cut where it is too wide.
    pub(super) fn push(&mut self, line: Line) {
        if self.all.len() < MOST {
            self.all.push(line);
        }
    }

    /// An empty line, unless it would be the first.
    pub(super) fn gap(&mut self) {
        if !self.all.is_empty() {
            self.push(Line::default());
        }
    }

    /// `text` in as many lines as it needs, all but the first `indent` columns further right.
    pub(super) fn text(&mut self, text: &str, role: Role, indent: u16) {
        self.wrapped(text, self.styles.style(role), indent, |first| if first { 0 } else { indent });
    }

    /// `label` and behind it, from column `indent` on, `text` in as many lines as it needs.
    pub(super) fn labelled(&mut self, label: &str, text: &str, indent: u16) {
        let from = self.all.len();
        self.wrapped(text, self.styles.style(Role::Text), indent, |_| indent);
        let dim = self.styles.style(Role::Dim);
        if let Some(line) = self.all.get_mut(from) {
            line.put(Line::default().then(label, dim), 0, indent);
        }
    }

    /// `text` in as many lines as it needs, which looks at each byte as `style` says, all but the first `indent` columns
    /// further right.
    pub(super) fn wrapped_in(&mut self, text: &str, indent: u16, style: impl Fn(usize) -> Style) {
        let width = usize::from(self.width.saturating_sub(indent).max(1));
        for (n, row) in wrap(text, width).take(MOST).enumerate() {
            let line = Line::default().at(if n == 0 { 0 } else { indent });
            self.push(line.styled(&text[row.start..row.end], |at| style(row.start + at)));
        }
    }

    fn wrapped(&mut self, text: &str, style: Style, indent: u16, column: impl Fn(bool) -> u16) {
        let width = usize::from(self.width.saturating_sub(indent).max(1));
        let rows = text.lines().flat_map(|line| {
            // What is blank has nothing to wrap, but is a row all the same.
            let blank = line.trim().is_empty().then_some("");
            wrap(line, width).map(move |row| &line[row.start..row.end]).chain(blank)
        });
        for (n, row) in rows.take(MOST).enumerate() {
            self.push(Line::default().at(column(n == 0)).then(row, style));
        }
    }

    /// The same, where a click on any line means `target` that means nothing else.
    pub(super) fn meaning(mut self, target: &Target) -> Self {
        for line in self.all.iter_mut().filter(|line| line.targets.is_empty()) {
            line.targets.push((0..u16::MAX, target.clone()));
        }
        self
    }

    /// The same two columns further right, with a bar beside them where they are `chosen`.
    pub(super) fn barred(self, chosen: bool) -> Self {
        let mut lines = Self::new(self.styles, self.width + BAR);
        let style = self.styles.style(Role::Strong);
        for line in self.all {
            let mut barred = Line::default().then(if chosen { "▌" } else { " " }, style);
            barred.put(line, BAR, self.width);
            lines.push(barred);
        }
        lines
    }

    /// Puts `columns` side by side below what is there, each as wide as it was made for, `gap` columns between any two.
    pub(super) fn beside(&mut self, columns: Vec<Self>, gap: u16) {
        let height = columns.iter().map(Self::len).max().unwrap_or(0);
        let mut rows: Vec<Line> = (0..height).map(|_| Line::default()).collect();
        let mut left = 0;
        for column in columns {
            for (row, line) in rows.iter_mut().zip(column.all) {
                row.put(line, left, column.width);
            }
            left += column.width + gap;
        }
        for row in rows {
            self.push(row);
        }
    }

    /// Draws them into `area`, beginning with line `top` as far as the last ones still fill it; `…` in the corner where
    /// more would follow.
    pub(super) fn draw(self, canvas: &mut Canvas, area: Area, top: usize) {
        let hidden = self.all.len().saturating_sub(area.height.into());
        let (top, more) = (top.min(hidden), top < hidden);
        for (row, line) in (0..area.height).zip(self.all.into_iter().skip(top)) {
            line.draw(canvas, Area { y: area.y + row, height: 1, ..area });
        }
        if more && let Some(last) = area.height.checked_sub(1) {
            let x = area.x.saturating_add(area.width.saturating_sub(1));
            canvas.put(&mut Pen::new(Area { x, width: 1, ..area }, last), "…", Role::Strong);
        }
    }
}
