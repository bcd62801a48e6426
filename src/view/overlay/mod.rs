//! What lies above the view: boxes in the middle, and fields at the bottom.

mod export;
mod field;
mod pages;
mod paste;
mod picker;
mod sample;

use super::{
    canvas::{Canvas, Pen, columns},
    theme::Role,
};
use crate::{
    app::{App, Overlay, geometry::Area, msg::Target},
    locale::Phrase,
    text::wrap::wrap,
};

const HELP: Phrase = Phrase::new("Keys", "Tasten");
const COMMANDS: Phrase = Phrase::new("Commands", "Befehle");
const UNPLACED: Phrase = Phrase::new("Without a place: which one is it?", "Ohne Platz: welcher ist es?");
const FILTERS: Phrase = Phrase::new("Filters", "Filter");
const RESULTS: Phrase = Phrase::new("Found in the corpus", "Im Korpus gefunden");

/// So few columns beside a box show nothing of what is below it.
const SLIVER: u16 = 16;

/// Draws all overlays over `area`, the topmost last; only the topmost can be clicked.
pub(super) fn draw(canvas: &mut Canvas, area: Area, app: &App) {
    for overlay in &app.overlays {
        canvas.hits.clear();
        canvas.cursor = None;
        match overlay {
            Overlay::Help(list) => picker::draw(canvas, area, list, HELP.text(app.lang), app),
            Overlay::Palette(list) => picker::draw(canvas, area, list, COMMANDS.text(app.lang), app),
            Overlay::Results(list) => picker::draw(canvas, area, list, RESULTS.text(app.lang), app),
            Overlay::Unplaced(list) => picker::draw(canvas, area, list, UNPLACED.text(app.lang), app),
            Overlay::Filters(list) => picker::draw(canvas, area, list, FILTERS.text(app.lang), app),
            Overlay::Field(field) => field::draw(canvas, area, field, app),
            Overlay::Pages(pages) => pages::draw(canvas, area, pages),
            Overlay::Kept(offer) => pages::draw_low(canvas, area, &offer.pages),
            Overlay::Paste(paste) => paste::draw(canvas, area, paste, app),
            Overlay::Export(form) => export::draw(canvas, area, form, app),
        }
    }
}

/// How many rows at the bottom of `area` a field covers, so that the sentence it is about can be kept in sight.
pub(super) fn covered(area: Area, app: &App) -> u16 {
    match app.overlays.last() {
        Some(Overlay::Field(field)) => field::height(area, field),
        _ => 0,
    }
}

/// As many rows of the beginning of a text as fit: lines that are too long go on in the next row.
fn beginning<'t>(canvas: &mut Canvas, area: Area, lines: impl Iterator<Item = &'t str>) {
    let mut row = 0;
    for line in lines {
        if columns(line) <= area.width {
            canvas.put(&mut Pen::new(area, row), line, Role::Text);
            row += 1;
        } else {
            let indent = columns(&line[..line.len() - line.trim_start().len()]).min(area.width / 4);
            let parts = wrap(line, usize::from(area.width - indent));
            for part in parts.take(usize::from(area.height - row)) {
                canvas.put(
                    &mut Pen::new(area, row).indented(indent),
                    &line[part.start..part.end],
                    Role::Text,
                );
                row += 1;
            }
        }
        if row == area.height {
            return;
        }
    }
}

/// An area of at most that size in the middle of `area`; where hardly anything would be left on its sides, it takes
/// the whole width.
fn middle(area: Area, width: u16, height: u16) -> Area {
    let width = if width.saturating_add(SLIVER) >= area.width { area.width } else { width };
    let height = height.min(area.height);
    Area { x: area.x + (area.width - width) / 2, y: area.y + (area.height - height) / 2, width, height }
}

/// Draws an empty box with a title and a foot over what is there; gives what is inside.
fn boxed(canvas: &mut Canvas, area: Area, title: &str, foot: &str) -> Area {
    canvas.cover(area);
    canvas.hit(area, Target::Overlay);
    let line = "─".repeat(usize::from(area.width.saturating_sub(2)));
    for row in 0..area.height {
        let (left, middle, right) = match row {
            0 => ("┌", line.as_str(), "┐"),
            row if row + 1 == area.height => ("└", line.as_str(), "┘"),
            _ => ("│", "", "│"),
        };
        let mut pen = Pen::new(area, row);
        canvas.put(&mut pen, left, Role::Dim);
        canvas.put(&mut pen, middle, Role::Dim);
        pen.x = pen.end.saturating_sub(1);
        canvas.put(&mut pen, right, Role::Dim);
    }
    let strong = canvas.style(Role::Strong);
    canvas.write_cut(&mut Pen::new(area, 0).indented(2).shortened(2), &format!(" {title} "), strong);
    let width = columns(foot) + 2;
    if !foot.is_empty() && width + 4 < area.width && area.height > 1 {
        let mut pen = Pen::new(area, area.height - 1).shortened(2);
        pen.x = pen.end.saturating_sub(width);
        canvas.put(&mut pen, &format!(" {foot} "), Role::Dim);
    }
    Area {
        x: area.x.saturating_add(2),
        y: area.y.saturating_add(1),
        width: area.width.saturating_sub(4),
        height: area.height.saturating_sub(2),
    }
}
