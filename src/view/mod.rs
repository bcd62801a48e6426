//! The state as cells: a pure function of [`App`] that changes nothing.
//!
//! Only what is seen is wrapped and painted, so that a frame of 20 MB costs what a frame of 2 KB does. Every
//! text becomes cells in `canvas`, and there only.

mod article;
mod canvas;
mod changes;
mod doubt;
mod fit;
mod footer;
mod gutter;
mod header;
mod hit;
mod input;
mod inspector;
mod key;
mod lines;
mod list;
mod looks;
mod others;
mod overlay;
mod overview;
mod palette;
mod problem;
mod review;
mod said;
mod theme;
mod welcome;

use ratatui::Frame;

pub use hit::HitMap;
use {
    canvas::{Canvas, Pen},
    theme::{Role, Styles},
};

use crate::{
    app::{
        App, Size, View,
        geometry::{Area, Geometry, SMALLEST},
    },
    locale::Lang,
};

/// Draws the workbench as it is on the whole of `frame`, and says what stands where.
///
/// The terminal's cursor goes to the text that is being typed, else to the first cell of the selected sentence,
/// where a screen reader finds it.
pub fn draw(frame: &mut Frame, app: &App) -> HitMap {
    let area = frame.area();
    let size = Size { width: area.width, height: area.height };
    let mut canvas = Canvas::new(frame.buffer_mut(), Styles::of(app.settings.theme));
    if size.is_too_small() {
        too_small(&mut canvas, size, app.lang);
    } else {
        let geometry = app.geometry();
        header::draw(&mut canvas, geometry.header, app);
        match app.view {
            View::Desk => panes(&mut canvas, &geometry, app),
            View::Review => review::draw(&mut canvas, &app.review_geometry(), app),
            View::Overview => overview::draw(&mut canvas, app),
        }
        let (top, bottom) = (geometry.header.height, geometry.footer.y);
        let body = Area { x: 0, y: top, width: size.width, height: bottom.saturating_sub(top) };
        overlay::draw(&mut canvas, body, app);
        footer::draw(&mut canvas, geometry.footer, app);
    }
    let Canvas { hits, cursor, .. } = canvas;
    if let Some(cursor) = cursor.filter(|cursor| area.contains(*cursor)) {
        frame.set_cursor_position(cursor);
    }
    hits
}

/// The panes of the Desk.
fn panes(canvas: &mut Canvas, geometry: &Geometry, app: &App) {
    let inspector = geometry.inspector.filter(|_| app.desk.open.is_some());
    let shown = [geometry.list, geometry.article, inspector].into_iter().flatten();
    for area in shown.filter(|area| area.x > 0) {
        separator(canvas, Area { x: area.x - 1, width: 1, ..area });
    }
    if let Some(area) = geometry.list {
        list::draw(canvas, area, app);
    }
    if let Some(area) = geometry.article {
        match &app.desk.open {
            Some(open) => article::draw(canvas, area, geometry, app, open),
            None => welcome::draw(canvas, area, geometry.column, app),
        }
    }
    if let (Some(area), Some(open)) = (inspector, &app.desk.open) {
        inspector::draw(canvas, area, app, open, geometry.article.is_none());
    }
}

/// The line between two panes.
fn separator(canvas: &mut Canvas, area: Area) {
    for row in 0..area.height {
        canvas.put(&mut Pen::new(area, row), "│", Role::Dim);
    }
}

/// One line that says which size is needed, and which there is.
fn too_small(canvas: &mut Canvas, size: Size, lang: Lang) {
    let (needed, is) = match lang {
        Lang::En => ("needs", "is"),
        Lang::De => ("braucht", "hat"),
    };
    let said =
        format!("{needed} {}×{}, {is} {}×{}", SMALLEST.width, SMALLEST.height, size.width, size.height);
    let row = Area { x: 0, y: size.height / 2, width: size.width, height: size.height.min(1) };
    let style = canvas.style(Role::Text);
    canvas.write_cut(&mut Pen::new(row, 0), &said, style);
}

/// The first row to show of `rows` so that `cursor` is among the `height` shown, beginning at `top` where that goes.
fn first_row(top: usize, cursor: usize, rows: usize, height: usize) -> usize {
    let latest = rows.saturating_sub(height);
    top.min(latest).min(cursor).max((cursor + 1).saturating_sub(height))
}

#[cfg(test)]
mod tests {
    use super::first_row;

    #[test]
    fn the_selected_row_is_always_among_those_shown() {
        assert_eq!(first_row(0, 0, 0, 3), 0);
        assert_eq!(first_row(0, 9, 10, 4), 6);
        assert_eq!(first_row(8, 2, 10, 4), 2);
        assert_eq!(first_row(3, 4, 10, 4), 3);
        assert_eq!(first_row(9, 1, 3, 5), 0);
    }
}
