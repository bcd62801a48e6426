//! What stands in a table without lines, and how far the workspace has been read.

use crate::{
    app::{Action, App, ReadSoFar, geometry::Area},
    locale::{Lang, Phrase, phrases::STILL_READING},
    view::{canvas::Canvas, key, lines::Lines, theme::Role},
};

const NOTHING: Phrase =
    Phrase::new("Nobody has tagged a sentence yet.", "Noch hat niemand einen Satz markiert.");
const TAG: Phrase = Phrase::new("to the Desk, to read and tag", "zum Schreibtisch, zum Lesen und Markieren");
const NO_MATCH: Phrase = Phrase::new("No sentence matches the filter.", "Kein Satz passt zum Filter.");
const CLEAR: Phrase = Phrase::new("shows all sentences again", "zeigt wieder alle Sätze");
const CHANGE: Phrase = Phrase::new("changes the filter", "ändert den Filter");

/// Says in `area` why there is nothing.
pub(super) fn draw(canvas: &mut Canvas, area: Area, app: &App) {
    let area = Area { x: area.x + 2, y: area.y + area.height.min(2) / 2, width: area.width - 3, ..area };
    let area = Area { height: area.height.saturating_sub(1), ..area };
    let mut lines = Lines::new(canvas.styles, area.width);
    let reading = still_reading(app.review.so_far, app.lang);
    if !app.review.query.is_empty() && !app.review.rows.is_empty() {
        lines.text(NO_MATCH.text(app.lang), Role::Heading, 0);
        lines.gap();
        key::add_named(&mut lines, app, Action::Back, CLEAR.text(app.lang));
        key::add_named(&mut lines, app, Action::Filter, CHANGE.text(app.lang));
        lines.gap();
    } else if reading.is_none() {
        lines.text(NOTHING.text(app.lang), Role::Heading, 0);
        lines.gap();
        key::add_named(&mut lines, app, Action::Desk, TAG.text(app.lang));
    }
    if let Some(said) = reading {
        lines.text(&said, Role::Dim, 0);
    }
    lines.draw(canvas, area, 0);
}

/// How far the workspace has been read; `None` when all of it was.
pub(super) fn still_reading(so_far: Option<ReadSoFar>, lang: Lang) -> Option<String> {
    let Some(so_far) = so_far.filter(|so_far| so_far.done || so_far.all > 0) else {
        return Some(STILL_READING.text(lang).to_owned());
    };
    let (read, all) = (lang.number(so_far.read), lang.number(so_far.all));
    (!so_far.done).then(|| match lang {
        Lang::En => format!("{read} of {all} articles"),
        Lang::De => format!("{read} von {all} Artikeln"),
    })
}
