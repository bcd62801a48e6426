//! The one place where text becomes cells.
//!
//! Every text goes through [`crate::text::display_safe`] on its way, whoever wrote it, and nothing is written outside
//! the row it was meant for.

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    style::Style,
};

use super::{
    hit::HitMap,
    theme::{Role, Styles},
};
use crate::{
    app::{geometry::Area, msg::Target},
    text::display_safe,
};

/// What one frame is drawn on.
pub(super) struct Canvas<'a> {
    buffer: &'a mut Buffer,
    /// How things look.
    pub(super) styles: Styles,
    /// What was drawn where.
    pub(super) hits: HitMap,
    /// Where the terminal's cursor goes.
    pub(super) cursor: Option<Position>,
}

/// A place in a row, moving right as it writes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pen {
    /// The next column.
    pub(super) x: u16,
    /// The row.
    pub(super) y: u16,
    /// The first column that is not its own.
    pub(super) end: u16,
}

impl Pen {
    /// At the left end of row `row` of `area`; of no width where there is no such row.
    pub(super) fn new(area: Area, row: u16) -> Self {
        let end = if row < area.height { area.x.saturating_add(area.width) } else { area.x };
        Self { x: area.x, y: area.y.saturating_add(row), end }
    }

    /// The same, `columns` further right.
    pub(super) fn indented(mut self, columns: u16) -> Self {
        self.x = self.x.saturating_add(columns).min(self.end);
        self
    }

    /// The same, ending `columns` earlier.
    pub(super) fn shortened(mut self, columns: u16) -> Self {
        self.end = self.end.saturating_sub(columns).max(self.x);
        self
    }

    /// Columns left in its row.
    pub(super) fn room(self) -> u16 {
        self.end.saturating_sub(self.x)
    }
}

impl<'a> Canvas<'a> {
    /// A canvas on `buffer`, blank.
    pub(super) fn new(buffer: &'a mut Buffer, styles: Styles) -> Self {
        let area = buffer.area;
        buffer.set_style(area, styles.style(Role::Text));
        Self { buffer, styles, hits: HitMap::default(), cursor: None }
    }

    /// How that looks.
    pub(super) fn style(&self, role: Role) -> Style {
        self.styles.style(role)
    }

    /// Writes `text` in one look, as far as there is room.
    pub(super) fn write(&mut self, pen: &mut Pen, text: &str, style: Style) {
        self.write_with(pen, text, |_| style);
    }

    /// Writes `text` in the look of a role, as far as there is room.
    pub(super) fn put(&mut self, pen: &mut Pen, text: &str, role: Role) {
        self.write(pen, text, self.styles.style(role));
    }

    /// Writes `text`, or its beginning and `…` where there is not room for all of it.
    pub(super) fn write_cut(&mut self, pen: &mut Pen, text: &str, style: Style) {
        let cut = display_safe::truncate(text, usize::from(pen.room()));
        self.write(pen, &cut, style);
    }

    /// Writes `text`, each cell in the look that `style` gives for the byte of `text` it begins at.
    pub(super) fn write_with(&mut self, pen: &mut Pen, text: &str, style: impl Fn(usize) -> Style) {
        for cell in display_safe::cells(text) {
            let width = u16::try_from(cell.columns).unwrap_or(u16::MAX);
            if width > pen.room() {
                self.blank(pen, pen.room(), style(cell.start));
                return;
            }
            self.place(*pen, &cell.shown, width, style(cell.start));
            pen.x += width;
        }
    }

    /// Writes `columns` blanks, as far as there is room.
    pub(super) fn blank(&mut self, pen: &mut Pen, columns: u16, style: Style) {
        for _ in 0..columns.min(pen.room()) {
            self.place(*pen, " ", 1, style);
            pen.x += 1;
        }
    }

    /// Blanks `area` and lays a look on it.
    pub(super) fn clear(&mut self, area: Area, role: Role) {
        let style = self.style(role);
        for row in 0..area.height {
            self.blank(&mut Pen::new(area, row), area.width, style);
        }
    }

    /// Blanks `area` for something that lies above what stands there already.
    pub(super) fn cover(&mut self, area: Area) {
        for y in area.y..area.y.saturating_add(area.height) {
            // What is cut in half at the left edge must go: it would still take its second column.
            let before = area.x.checked_sub(1).map(|x| Position::new(x, y));
            if let Some(cell) = before.and_then(|at| self.buffer.cell_mut(at))
                && display_safe::width(cell.symbol()) > 1
            {
                cell.reset();
            }
        }
        self.clear(area, Role::Text);
    }

    /// Lays a look over what stands in `area`.
    pub(super) fn tint(&mut self, area: Area, style: Style) {
        let area = Rect::new(area.x, area.y, area.width, area.height).intersection(self.buffer.area);
        self.buffer.set_style(area, style);
    }

    /// A line below the row `area`, where the theme has no ground of its own to set it off.
    pub(super) fn rule_below(&mut self, area: Area) {
        let style = self.style(Role::Rule);
        self.tint(area, style);
    }

    /// Remembers that `target` was drawn in `area`.
    pub(super) fn hit(&mut self, area: Area, target: Target) {
        self.hits.add(area, target);
    }

    /// Puts the terminal's cursor on that cell.
    pub(super) fn point(&mut self, x: u16, y: u16) {
        self.cursor = Some(Position::new(x, y));
    }

    /// The cells of one glyph; text must have gone through [`display_safe`].
    #[expect(clippy::disallowed_methods, reason = "the one place where text, made safe, becomes cells")]
    fn place(&mut self, pen: Pen, symbol: &str, width: u16, style: Style) {
        let last = Position::new(pen.x.saturating_add(width.saturating_sub(1)), pen.y);
        if width == 0 || !self.buffer.area.contains(last) {
            return;
        }
        for x in pen.x..=last.x {
            if let Some(cell) = self.buffer.cell_mut(Position::new(x, pen.y)) {
                cell.reset();
                cell.set_style(style);
                if x == pen.x {
                    cell.set_symbol(symbol);
                }
            }
        }
    }
}

/// The columns `text` takes when it is shown.
pub(super) fn columns(text: &str) -> u16 {
    u16::try_from(display_safe::width(text)).unwrap_or(u16::MAX / 4)
}
