//! View 4: the workspace in pictures, as far as they are in sight.

mod bar;
mod names;
mod row;

use self::{names::title, row::Measures};
use super::{
    canvas::{Canvas, Pen},
    theme::Role,
};
use crate::{
    app::{
        App,
        geometry::Area,
        msg::Target,
        overview::layout::{Layout, Place},
    },
    locale::{Lang, Phrase},
    review::overview::Section,
};

const COUNTING: Phrase = Phrase::new("counting …", "zählt …");
const NOTHING: Phrase = Phrase::new(
    "Nothing to show yet: the workspace has no articles.",
    "Noch nichts zu zeigen: der Arbeitsordner hat keine Artikel.",
);

/// Draws what is between header and footer.
pub(super) fn draw(canvas: &mut Canvas, app: &App) {
    let (overview, area) = (&app.overview, app.overview_area());
    canvas.hit(area, Target::Overview);
    if overview.sections.is_empty() {
        let done = overview.so_far.is_some_and(|so_far| so_far.done);
        let said = if done { NOTHING } else { COUNTING };
        canvas.put(&mut Pen::new(area, 0), said.text(app.lang), Role::Dim);
        return;
    }
    let layout = overview.layout(area);
    let top = overview.top.min(layout.height.saturating_sub(area.height.into()));
    let picture = Picture { app, layout: &layout, area, top };
    for (index, section) in overview.sections.iter().enumerate() {
        picture.section(canvas, index, section);
    }
}

/// What stands where.
struct Picture<'a> {
    app: &'a App,
    layout: &'a Layout,
    area: Area,
    /// The first row in sight.
    top: usize,
}

impl Picture<'_> {
    fn section(&self, canvas: &mut Canvas, index: usize, section: &Section) {
        let place = self.layout.places[index];
        if let Some(head) = self.line(place, place.top) {
            let style = canvas.style(Role::Heading);
            canvas.write_cut(&mut Pen::new(head, 0), title(section.topic).text(self.app.lang), style);
        }
        let measures = Measures::of(section, place.shown, self.layout.width, self.app);
        let first = self.top.saturating_sub(place.row(0));
        let end = (self.top + usize::from(self.area.height)).saturating_sub(place.row(0)).min(place.lines());
        for line in first..end.max(first) {
            let Some(at) = self.line(place, place.row(line)) else { continue };
            let cursor = self.app.overview.cursor;
            let selected = (cursor.section, cursor.line) == (index, line);
            if let Some(bars) = section.rows[..place.shown].get(line) {
                let before = line.checked_sub(1).and_then(|before| section.rows.get(before));
                let bar = selected.then_some(cursor.bar.min(bars.bars.len() - 1));
                measures.draw(canvas, at, (index, line), bars, before, bar);
            } else {
                row::folded(canvas, at, (index, line), &more(self.app.lang, place.hidden), selected);
            }
        }
    }

    /// Where `row` of a section's column is drawn, if it is in sight.
    fn line(&self, place: Place, row: usize) -> Option<Area> {
        let below = u16::try_from(row.checked_sub(self.top)?).ok()?;
        let area =
            Area { x: self.area.x + self.layout.x(place.column), width: self.layout.width, ..self.area };
        (below < area.height).then_some(Area { y: area.y + below, height: 1, ..area })
    }
}

fn more(lang: Lang, hidden: usize) -> String {
    match lang {
        Lang::En => format!("… {hidden} more"),
        Lang::De => format!("… {hidden} weitere"),
    }
}
