//! View 2: every tagged sentence of the workspace as a table, and all about the selected one.

mod columns;
mod detail;
mod empty;
mod header;
mod paragraph;
mod reading;
mod table;
mod votes;
mod words;

use super::{
    canvas::{Canvas, Pen},
    theme::Role,
};
use crate::app::{App, review::ReviewGeometry};

pub(super) use header::{left, right, so_far};

/// Draws what is between header and footer.
pub(super) fn draw(canvas: &mut Canvas, geometry: &ReviewGeometry, app: &App) {
    if let Some(area) = geometry.table {
        table::draw(canvas, area, geometry, app);
    }
    if let Some(area) = geometry.between {
        let line = if area.height == 1 { "─" } else { "│" };
        for row in 0..area.height {
            canvas.put(&mut Pen::new(area, row), &line.repeat(area.width.into()), Role::Dim);
        }
        if area.height == 1 {
            detail::rule(canvas, area, app);
        }
    }
    if let Some(area) = geometry.detail {
        detail::draw(canvas, area, geometry.between, app);
    }
}
