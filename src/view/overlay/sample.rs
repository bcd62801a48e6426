//! How an export begins: rows of a table side by side, or lines of a document.

use super::beginning;
use crate::{
    app::geometry::Area,
    export::{Sample, SampleRow},
    view::{
        canvas::{Canvas, Pen, columns},
        theme::Role,
    },
};

/// The widest that a place, labels and a source get, in columns.
const WIDEST: [u16; 3] = [24, 26, 20];
/// Columns between two of the table.
const GAP: u16 = 2;
/// So many columns are left to the words at least: what stands before them gets narrower, the source first.
const WORDS: u16 = 26;
/// What would get narrower than that is left out.
const NARROWEST: u16 = 8;

/// Draws as much of `sample` as there is room for in `area`.
pub(super) fn draw(canvas: &mut Canvas, area: Area, sample: &Sample) {
    match sample {
        Sample::Rows(rows) => table(canvas, area, rows),
        Sample::Lines(lines) => beginning(canvas, area, lines.iter().map(String::as_str)),
    }
}

fn table(canvas: &mut Canvas, area: Area, rows: &[SampleRow]) {
    let shown = || (0..area.height).zip(rows);
    let mut widths = [0; 3];
    for (_, row) in shown() {
        for ((width, cell), widest) in widths.iter_mut().zip(before_words(row)).zip(WIDEST) {
            *width = (*width).max(columns(cell)).min(widest);
        }
    }
    for column in [2, 0, 1] {
        let over = (widths.iter().sum::<u16>() + 3 * GAP + WORDS).saturating_sub(area.width);
        let width = widths[column].saturating_sub(over);
        widths[column] = if over > 0 && width < NARROWEST { 0 } else { width };
    }
    let (text, dim) = (canvas.style(Role::Text), canvas.style(Role::Dim));
    for (number, row) in shown() {
        let mut pen = Pen::new(area, number);
        for ((cell, width), style) in before_words(row).into_iter().zip(widths).zip([dim, text, dim]) {
            if width > 0 {
                canvas.write_cut(&mut Pen { end: (pen.x + width).min(pen.end), ..pen }, cell, style);
                pen = pen.indented(width + GAP);
            }
        }
        canvas.write_cut(&mut pen, &row.words, text);
    }
}

/// The cells that stand before the words.
fn before_words(row: &SampleRow) -> [&str; 3] {
    [&row.place, &row.labels, &row.source]
}
