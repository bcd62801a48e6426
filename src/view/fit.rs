//! A line of parts that fits itself to its width: what matters least is left out first.

use ratatui::style::Style;

use super::canvas::{Canvas, Pen};
use crate::text::display_safe;

/// One part of a line.
pub(super) struct Part {
    /// What it says.
    pub(super) text: String,
    /// How it looks.
    pub(super) style: Style,
    /// 0 always stays and is cut where it must be; of the others the highest is left out first.
    pub(super) rank: u8,
}

impl Part {
    /// A part that says `text`.
    pub(super) fn new(text: impl Into<String>, style: Style, rank: u8) -> Self {
        Self { text: text.into(), style, rank }
    }

    fn width(&self) -> usize {
        display_safe::width(&self.text)
    }
}

/// Leaves parts of `left` and `right` out until both fit into `width` with `gap` columns between any two.
pub(super) fn fit(left: &mut Vec<Part>, right: &mut Vec<Part>, width: usize, gap: usize) {
    loop {
        let needed: usize = left.iter().chain(right.iter()).map(|part| part.width() + gap).sum();
        let worst = left.iter().chain(right.iter()).map(|part| part.rank).max().unwrap_or(0);
        if needed <= width + gap || worst == 0 {
            return;
        }
        for parts in [&mut *left, &mut *right] {
            if let Some(at) = parts.iter().rposition(|part| part.rank == worst) {
                parts.remove(at);
                break;
            }
        }
    }
}

/// The columns of `parts` with `gap` columns between any two.
pub(super) fn width(parts: &[Part], gap: usize) -> usize {
    parts.iter().map(|part| part.width() + gap).sum::<usize>().saturating_sub(gap)
}

/// Writes `parts` with `separator` between any two; what stays and finds no room is cut.
pub(super) fn write(canvas: &mut Canvas, pen: &mut Pen, parts: &[Part], separator: &str, between: Style) {
    for (n, part) in parts.iter().enumerate() {
        if n > 0 {
            canvas.write(pen, separator, between);
        }
        canvas.write_cut(pen, &part.text, part.style);
    }
}
