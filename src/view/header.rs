//! The line at the top: what is open, who reads, where they stand, and whether it is safe.

use super::{
    canvas::{Canvas, Pen},
    fit::{self, Part},
    review,
    theme::Role,
};
use crate::{
    app::{Action, App, OpenArticle, View, geometry::Area},
    locale::{Lang, Phrase},
    text::decode::Encoding,
};

const SAVED: Phrase = Phrase::new("saved", "gespeichert");
const SAVING: Phrase = Phrase::new("saving …", "speichert …");
const NOT_SAVED: Phrase = Phrase::new("NOT SAVED", "NICHT GESPEICHERT");
const READ_ONLY: Phrase = Phrase::new("read-only", "nur lesbar");
const NOBODY: Phrase = Phrase::new("no annotator", "niemand");
const ALSO: Phrase = Phrase::new("also", "auch");
const UNREADABLE: Phrase = Phrase::new("[some characters lost]", "[manche Zeichen verloren]");
const SEPARATOR: &str = " · ";
const GAP: usize = 3;
/// From so many columns on the beginning of a title is worth showing.
const TITLE: usize = 16;

/// Draws the header into `area`.
pub(super) fn draw(canvas: &mut Canvas, area: Area, app: &App) {
    canvas.clear(area, Role::Bar);
    let inside = Pen::new(area, 0).indented(1);
    let width = usize::from(inside.room().saturating_sub(1));
    let (mut left, mut right) = (left(canvas, app), right(canvas, app));
    let open = app.desk.open.as_ref().filter(|_| app.view == View::Desk);
    fit::fit(&mut left, &mut right, width, GAP);
    let spare = width.saturating_sub(fit::width(&left, GAP) + fit::width(&right, GAP) + 2 * GAP);
    if let Some(open) = open.filter(|_| spare >= TITLE) {
        left.push(Part::new(open.article.title(&open.units), canvas.style(Role::Bar), 0));
    }
    let dim = canvas.style(Role::BarDim);
    let of_right = u16::try_from(fit::width(&right, GAP)).unwrap_or(u16::MAX);
    let start = inside.x.max(inside.end.saturating_sub(of_right.saturating_add(1)));
    let mut pen = Pen { end: start.saturating_sub(2).max(inside.x), ..inside };
    fit::write(canvas, &mut pen, &left, SEPARATOR, dim);
    fit::write(canvas, &mut Pen { x: start, ..inside }, &right, SEPARATOR, dim);
    canvas.rule_below(area);
}

fn left(canvas: &Canvas, app: &App) -> Vec<Part> {
    let mut parts = vec![Part::new("factdesk", canvas.style(Role::BarDim), 4)];
    match (app.view, &app.desk.open) {
        (View::Desk, Some(open)) => parts.extend(article(canvas, app, open)),
        (View::Review, _) => parts.extend(review::left(canvas, app)),
        (view, _) => {
            if view == View::Overview {
                let title = app.commands.title_of(Action::Overview, app.lang);
                parts.push(Part::new(title, canvas.style(Role::BarStrong), 5));
            }
            parts.push(Part::new(app.workspace.clone(), canvas.style(Role::Bar), 0));
        }
    }
    parts
}

/// The open article, and what is odd about its bytes.
fn article(canvas: &Canvas, app: &App, open: &OpenArticle) -> Vec<Part> {
    let strong = canvas.style(Role::BarStrong);
    let mut parts = vec![Part::new(open.article.id.as_str(), strong, 0)];
    if let Some(badge) = badge(open.article.encoding) {
        parts.push(Part::new(badge, strong, 1));
    }
    if open.article.replaced {
        parts.push(Part::new(UNREADABLE.text(app.lang), strong, 1));
    }
    parts
}

fn right(canvas: &Canvas, app: &App) -> Vec<Part> {
    let annotator = app.annotator.as_ref().map_or(NOBODY.text(app.lang), |annotator| annotator.as_str());
    let mut parts = vec![Part::new(annotator, canvas.style(Role::Bar), 3)];
    match app.view {
        View::Desk => {
            parts.extend(standing(canvas, app));
            parts.extend(company(canvas, app));
        }
        View::Review => parts.extend(review::right(canvas, app)),
        View::Overview => parts.extend(review::so_far(canvas, app.overview.so_far, app.lang)),
    }
    parts.extend(save_state(canvas, app));
    parts
}

/// How far the annotator has come in the open article and in all.
fn standing(canvas: &Canvas, app: &App) -> Vec<Part> {
    let dim = canvas.style(Role::BarDim);
    let mut parts = Vec::new();
    if let Some(counts) = app.desk.open.as_ref().map(|open| open.counts) {
        let (open, claims, marks) = (counts.open(), counts.labels[0], counts.marks);
        let said = match app.lang {
            Lang::En => [
                format!("{open} open"),
                format!("{claims} {}", if claims == 1 { "claim" } else { "claims" }),
                format!("{marks} marked"),
            ],
            Lang::De => [
                format!("{open} offen"),
                format!("{claims} {}", if claims == 1 { "Behauptung" } else { "Behauptungen" }),
                format!("{marks} vorgemerkt"),
            ],
        };
        parts.extend(said.into_iter().zip([2, 5, 6]).map(|(said, rank)| Part::new(said, dim, rank)));
    }
    let held = app.desk.open.as_ref().and_then(|open| app.shelf.held.get(&open.article.id));
    let doubts = held.map(|held| held.doubts.standing(app.lang)).filter(|doubts| !doubts.is_empty());
    parts.extend(doubts.map(|doubts| Part::new(doubts, canvas.style(Role::BarStrong), 1)));
    let total = app.list.total;
    if total.units > 0 {
        let (known, all) = (app.list.progress.len(), app.list.articles.len());
        let of = match app.lang {
            Lang::En if known < all => format!("in {known} of {all} articles"),
            Lang::De if known < all => format!("in {known} von {all} Artikeln"),
            Lang::En => "in all".to_owned(),
            Lang::De => "insgesamt".to_owned(),
        };
        parts.push(Part::new(format!("{}/{} {of}", total.read, total.units), dim, 7));
    }
    parts
}

/// Who else is at the article: people by name, and how many windows of the same annotator.
fn company(canvas: &Canvas, app: &App) -> Option<Part> {
    let company = &app.desk.company;
    let mut names: Vec<String> = company.annotators.iter().map(ToString::to_string).collect();
    if company.windows > 0 {
        let own = app.annotator.as_ref().map_or(NOBODY.text(app.lang), |annotator| annotator.as_str());
        names.insert(0, format!("{own} ×{}", company.windows + 1));
    }
    let said = format!("{} {}", ALSO.text(app.lang), names.join(", "));
    (!company.is_empty()).then(|| Part::new(said, canvas.style(Role::BarStrong), 1))
}

/// How safe everything is: the worst of all articles of this run.
fn save_state(canvas: &Canvas, app: &App) -> Option<Part> {
    if app.shelf.failures().next().is_some() {
        return Some(Part::new(NOT_SAVED.text(app.lang), canvas.style(Role::Alert), 0));
    }
    if app.shelf.held.values().any(|held| held.sending.is_some()) {
        return Some(Part::new(SAVING.text(app.lang), canvas.style(Role::BarStrong), 0));
    }
    let article = match app.view {
        View::Desk => &app.desk.open.as_ref()?.article.id,
        View::Review => &app.review.row()?.article.id,
        View::Overview => return None,
    };
    let read_only = app.shelf.held.get(article).is_some_and(|held| held.read_only.is_some());
    let said = if read_only { READ_ONLY } else { SAVED };
    Some(Part::new(said.text(app.lang), canvas.style(Role::Bar), 0))
}

/// What is said about bytes that were not plain UTF-8.
fn badge(encoding: Encoding) -> Option<&'static str> {
    match encoding {
        Encoding::Utf8 => None,
        Encoding::Utf16Le | Encoding::Utf16Be => Some("[UTF-16]"),
        Encoding::Windows1252 => Some("[Windows-1252]"),
    }
}
