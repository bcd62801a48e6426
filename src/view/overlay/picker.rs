//! Lists to choose from: help, palette, hits.

use super::{boxed, middle};
use crate::{
    app::{
        App,
        geometry::Area,
        msg::Target,
        overlay::{Picker, PickerRow},
    },
    locale::Phrase,
    view::{
        canvas::{Canvas, Pen, columns},
        first_row, input,
        theme::Role,
    },
};

const NOTHING: Phrase = Phrase::new("nothing matches", "nichts passt");
/// The widest a box gets, in columns.
const WIDEST: u16 = 96;
/// The widest its left column gets, in columns.
const LEFT: u16 = 24;

/// The least of a text that is left beside a reason, in columns.
const LEAST: u16 = 16;

/// Draws `list` in a box over the middle of `area`.
pub(super) fn draw(canvas: &mut Canvas, area: Area, list: &Picker, title: &str, app: &App) {
    let rows = u16::try_from(list.rows.len().max(1)).unwrap_or(u16::MAX);
    let place = middle(area, WIDEST, rows.saturating_add(4));
    let foot =
        if list.rows.is_empty() { String::new() } else { format!("{}/{}", list.cursor + 1, list.rows.len()) };
    let inside = boxed(canvas, place, title, &foot);
    let mut pen = Pen::new(inside, 0);
    canvas.put(&mut pen, "> ", Role::Strong);
    input::draw(canvas, pen, &list.filter);
    let body = Area { y: inside.y.saturating_add(2), height: inside.height.saturating_sub(2), ..inside };
    if list.rows.is_empty() {
        canvas.put(&mut Pen::new(body, 0), NOTHING.text(app.lang), Role::Dim);
    }
    let height = usize::from(body.height);
    let first = first_row(list.top, list.cursor, list.rows.len(), height);
    let shown = || list.rows.iter().enumerate().skip(first).take(height);
    let left = shown().map(|(_, row)| columns(&row.left)).max().unwrap_or(0).min(LEFT).min(body.width / 3);
    for (line, (at, row)) in (0..body.height).zip(shown()) {
        let place = Area { y: body.y + line, height: 1, ..body };
        draw_row(canvas, place, row, at == list.cursor, left);
        canvas.hit(place, Target::OverlayRow(at));
    }
}

fn draw_row(canvas: &mut Canvas, place: Area, row: &PickerRow, selected: bool, left: u16) {
    let text = canvas.style(match (selected, &row.disabled) {
        (true, _) => Role::Selected,
        (false, Some(_)) => Role::Dim,
        (false, None) => Role::Text,
    });
    let key = if selected || row.disabled.is_some() { text } else { canvas.style(Role::Strong) };
    let start = Pen::new(place, 0);
    canvas.blank(&mut start.clone(), place.width, text);
    canvas.write_cut(&mut Pen { end: start.end.min(start.x + left), ..start }, &row.left, key);
    let mut pen = start.indented(if left > 0 { left + 2 } else { 0 });
    let reason = row.disabled.as_ref().map(|reason| format!(" – {reason}")).unwrap_or_default();
    // Why not is what the person wants to know: the text makes room for it, as long as it can still be told.
    let end = pen.end.saturating_sub(columns(&reason)).max(pen.end.min(pen.x.saturating_add(LEAST)));
    let mut said = Pen { end, ..pen };
    canvas.write_cut(&mut said, &row.text, text);
    pen.x = said.x;
    canvas.write_cut(&mut pen, &reason, text);
}
