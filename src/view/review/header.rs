//! What the line at the top says of the Review: what is shown, how much of it, and what is left to do.

use crate::{
    app::{Action, App, ReadSoFar},
    locale::Lang,
    view::{canvas::Canvas, fit::Part, theme::Role},
};

use super::empty::still_reading;

/// The view, the workspace, and the filter as it was typed.
pub(in crate::view) fn left(canvas: &Canvas, app: &App) -> Vec<Part> {
    let query = app.review.query.trim();
    let (text, strong) = (canvas.style(Role::Bar), canvas.style(Role::BarStrong));
    let view = Part::new(app.commands.title_of(Action::Review, app.lang), strong, 5);
    let workspace = Part::new(app.workspace.clone(), text, if query.is_empty() { 0 } else { 6 });
    let mut parts = vec![view, workspace];
    if !query.is_empty() {
        parts.push(Part::new(format!("/{query}"), strong, 0));
    }
    parts
}

/// What is counted, and how far the workspace has been read.
pub(in crate::view) fn right(canvas: &Canvas, app: &App) -> Vec<Part> {
    let dim = canvas.style(Role::BarDim);
    let counts = app.review.counts;
    let number = |n: usize| app.lang.number(n);
    let shown = match (counts.shown < counts.all, counts.all, app.lang) {
        (true, all, Lang::En) => format!("{} of {} sentences", number(counts.shown), number(all)),
        (true, all, Lang::De) => format!("{} von {} Sätzen", number(counts.shown), number(all)),
        (false, 1, Lang::En) => "1 sentence".to_owned(),
        (false, 1, Lang::De) => "1 Satz".to_owned(),
        (false, all, Lang::En) => format!("{} sentences", number(all)),
        (false, all, Lang::De) => format!("{} Sätze", number(all)),
    };
    let (open, differ) = (number(counts.open), number(counts.disagreements));
    let [open, differ] = match (app.lang, counts.disagreements) {
        (Lang::En, 1) => [format!("{open} open"), format!("{differ} disagreement")],
        (Lang::En, _) => [format!("{open} open"), format!("{differ} disagreements")],
        (Lang::De, _) => [format!("{open} offen"), format!("{differ} uneinig")],
    };
    let mut parts = vec![Part::new(shown, dim, 6), Part::new(open, dim, 2), Part::new(differ, dim, 4)];
    parts.extend(so_far(canvas, app.review.so_far, app.lang));
    parts
}

/// How far the workspace has been read, and whether all of it could be.
pub(in crate::view) fn so_far(canvas: &Canvas, so_far: Option<ReadSoFar>, lang: Lang) -> Vec<Part> {
    let strong = canvas.style(Role::BarStrong);
    let mut parts: Vec<Part> =
        still_reading(so_far, lang).map(|said| Part::new(said, strong, 1)).into_iter().collect();
    let said = match (lang, so_far.map_or(0, |so_far| so_far.unreadable)) {
        (_, 0) => return parts,
        (Lang::En, 1) => "! 1 file unreadable".to_owned(),
        (Lang::En, n) => format!("! {} files unreadable", lang.number(n)),
        (Lang::De, 1) => "! 1 Datei unlesbar".to_owned(),
        (Lang::De, n) => format!("! {} Dateien unlesbar", lang.number(n)),
    };
    parts.push(Part::new(said, strong, 1));
    parts
}
