//! Lines one below the other, wrapped to a width and collected before they are drawn.

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

/// One line: texts one behind the other, and what a click on it means.
#[derive(Debug, Default)]
pub(super) struct Line {
    parts: Vec<(u16, String, Style)>,
    end: u16,
    target: Option<Target>,
}

impl Line {
    /// The same with `text` at its end.
    pub(super) fn then(mut self, text: &str, style: Style) -> Self {
        self.parts.push((self.end, text.to_owned(), style));
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
        self.target = Some(target);
        self
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
            line.parts.insert(0, (0, label.to_owned(), dim));
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

    /// Draws them into `area`, beginning with line `top` as far as the last ones still fill it; `…` in the corner where
    /// more would follow.
    pub(super) fn draw(self, canvas: &mut Canvas, area: Area, top: usize) {
        let hidden = self.all.len().saturating_sub(area.height.into());
        let (top, more) = (top.min(hidden), top < hidden);
        for (row, line) in (0..area.height).zip(self.all.into_iter().skip(top)) {
            for (column, text, style) in &line.parts {
                canvas.write_cut(&mut Pen::new(area, row).indented(*column), text, *style);
            }
            if let Some(target) = line.target {
                canvas.hit(Area { y: area.y + row, height: 1, ..area }, target);
            }
        }
        if more && let Some(last) = area.height.checked_sub(1) {
            let x = area.x.saturating_add(area.width.saturating_sub(1));
            canvas.put(&mut Pen::new(Area { x, width: 1, ..area }, last), "…", Role::Strong);
        }
    }
}
