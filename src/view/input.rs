//! A line of text that is being typed.

use tui_input::Input;

use super::{
    canvas::{Canvas, Pen},
    theme::Role,
};
use crate::text::display_safe;

/// Writes what was typed, as much of it as fits with the cursor in sight, and puts the terminal's cursor there.
pub(super) fn draw(canvas: &mut Canvas, mut pen: Pen, input: &Input) {
    let value = input.value();
    let at = value.char_indices().nth(input.cursor()).map_or(value.len(), |(at, _)| at);
    let room = usize::from(pen.room().saturating_sub(1));
    let cells: Vec<(usize, usize)> =
        display_safe::cells(&value[..at]).map(|cell| (cell.start, cell.columns)).collect();
    let (mut start, mut before) = (at, 0);
    for (byte, width) in cells.into_iter().rev() {
        if before + width > room {
            break;
        }
        before += width;
        start = byte;
    }
    canvas.point(pen.x.saturating_add(u16::try_from(before).unwrap_or(0)), pen.y);
    canvas.put(&mut pen, &value[start..], Role::Text);
}
