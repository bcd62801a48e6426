//! Buffers as text that can be read in a diff.

use std::fmt::Write as _;

use ratatui::{
    buffer::{Buffer, Cell},
    style::{Color, Modifier},
};
use unicode_width::UnicodeWidthStr;

/// The cells of a row, the second halves of wide ones left out.
pub fn glyphs(buffer: &Buffer, row: u16) -> impl Iterator<Item = (u16, &Cell)> {
    let mut column = 0;
    std::iter::from_fn(move || {
        let at = column;
        let cell = buffer.cell((at, row))?;
        column += u16::try_from(cell.symbol().width().max(1)).unwrap();
        Some((at, cell))
    })
}

/// The text of a row.
pub fn row(buffer: &Buffer, row: u16) -> String {
    glyphs(buffer, row).map(|(_, cell)| cell.symbol()).collect::<String>().trim_end().to_owned()
}

/// The text of all rows.
pub fn text(buffer: &Buffer) -> String {
    (0..buffer.area.height).map(|y| row(buffer, y) + "\n").collect()
}

/// Where a row does not look like plain text: `row: columns look "text"`.
pub fn looks(buffer: &Buffer) -> String {
    let mut out = String::new();
    for y in 0..buffer.area.height {
        let mut runs: Vec<(u16, String, String)> = Vec::new();
        for (x, cell) in glyphs(buffer, y) {
            let look = look(cell);
            match runs.last_mut() {
                Some((_, of_run, text)) if *of_run == look => text.push_str(cell.symbol()),
                _ => runs.push((x, look, cell.symbol().to_owned())),
            }
        }
        for (x, look, text) in runs.iter().filter(|(_, look, text)| !look.is_empty() && !text.is_empty()) {
            let _ = writeln!(out, "{y:>2}:{x:<3} {look:<28} {:?}", text.trim_end());
        }
    }
    out
}

fn look(cell: &Cell) -> String {
    let mut parts = Vec::new();
    let names = [
        (Modifier::BOLD, "bold"),
        (Modifier::DIM, "dim"),
        (Modifier::ITALIC, "italic"),
        (Modifier::UNDERLINED, "underlined"),
        (Modifier::REVERSED, "reversed"),
    ];
    parts.extend(
        names
            .iter()
            .filter(|(modifier, _)| cell.modifier.contains(*modifier))
            .map(|(_, name)| (*name).to_owned()),
    );
    parts.extend((cell.fg != Color::Reset).then(|| cell.fg.to_string()));
    parts.extend((cell.bg != Color::Reset).then(|| format!("on {}", cell.bg)));
    parts.join(" ")
}
