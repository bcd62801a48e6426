//! Everything that is known about the selected sentence.

use super::{
    canvas::Canvas,
    doubt, key,
    lines::{Line, Lines},
    others, problem, said,
    theme::{Role, Styles},
};
use crate::{
    annotation::{Sentence, Tag},
    app::{Action, App, OpenArticle, Pane, geometry::Area, msg::Target},
    locale::{Lang, Phrase, rules::rule},
    text::{Kind, Unit},
};

const OPEN: Phrase = Phrase::new("open: not read yet", "offen: noch nicht gelesen");
const NOTHING: Phrase = Phrase::new("read, nothing to tag", "gelesen, nichts zu markieren");
const FURNITURE: Phrase = Phrase::new("furniture: nobody checks it", "Beiwerk: wird nicht geprüft");
const ONLY: Phrase = Phrase::new("only this", "nur die");
const MINE: Phrase = Phrase::new("keep mine", "meins behalten");
const THEIRS: Phrase = Phrase::new("take theirs", "andere übernehmen");

/// What acts on a sentence, in the order shown.
const KEYS: [Action; 11] = [
    Action::Source,
    Action::Who,
    Action::Note,
    Action::SelectWords,
    Action::Mark,
    Action::Unsure,
    Action::Only,
    Action::Furniture,
    Action::Untouch,
    Action::Others,
    Action::Codebook,
];

/// Draws what is known about the selected sentence of `open` into `pane`, with its words where it stands `alone`.
pub(super) fn draw(canvas: &mut Canvas, pane: Area, app: &App, open: &OpenArticle, alone: bool) {
    canvas.hit(pane, Target::Pane(Pane::Inspector));
    let area = Area { x: pane.x + 1, width: pane.width.saturating_sub(2), ..pane };
    let mut lines = Lines::new(canvas.styles, area.width);
    let held = app.shelf.held.get(&open.article.id);
    if let Some(problem) = &app.desk.problem {
        problem::add(&mut lines, problem, area.width);
        lines.gap();
    }
    let read_only = held.and_then(|held| held.read_only.as_ref()).filter(|_| app.desk.problem.is_none());
    let failure = held.and_then(|held| held.failure.as_ref());
    for reason in read_only.into_iter().chain(failure) {
        lines.text(&format!("! {reason}"), Role::Warning, 2);
        lines.gap();
    }
    if failure.is_some() {
        key::add(&mut lines, app, Action::RetrySave);
        lines.gap();
    }
    if let Some(unit) = open.units.get(open.cursor) {
        head(&mut lines, app, open, unit);
        lines.gap();
        if alone {
            lines.text(open.text(unit.bytes), Role::Text, 0);
            lines.gap();
        }
        match held.and_then(|held| held.document.find(unit.chars)) {
            Some(sentence) => said(&mut lines, app, open, sentence, unit.kind),
            None => lines.text(standing(None, unit.kind).text(app.lang), Role::Dim, 0),
        }
        doubt::add(&mut lines, app, open, unit);
        others::add(&mut lines, app, open, unit);
    }
    let above = u16::try_from(lines.len()).unwrap_or(u16::MAX).min(area.height);
    lines.draw(canvas, area, app.desk.inspector_top);
    keys(canvas, Area { y: area.y + above, height: area.height - above, ..area }, app);
}

/// Which sentence it is, what it is taken for, and why it ends where it does.
fn head(lines: &mut Lines, app: &App, open: &OpenArticle, unit: &Unit) {
    let plus = if open.complete { "" } else { "+" };
    let (number, all) = (open.cursor + 1, open.units.len());
    let name = match (app.lang, unit.kind) {
        (Lang::En, Kind::Sentence) => "Sentence",
        (Lang::En, Kind::Heading) => "Heading",
        (Lang::En, Kind::Caption) => "Caption",
        (Lang::En, Kind::Furniture) => "Furniture",
        (Lang::De, Kind::Sentence) => "Satz",
        (Lang::De, Kind::Heading) => "Überschrift",
        (Lang::De, Kind::Caption) => "Bildtext",
        (Lang::De, Kind::Furniture) => "Beiwerk",
    };
    let (of, ends) = match app.lang {
        Lang::En => ("of", "ends at"),
        Lang::De => ("von", "endet bei"),
    };
    let style = lines.styles.style(if app.focus == Pane::Inspector { Role::Selected } else { Role::Strong });
    lines.push(Line::default().then(&format!("{name} {number} {of} {all}{plus}"), style));
    lines.text(&format!("{ends}: {}", rule(app.lang, unit.rule)), Role::Dim, 2);
}

fn standing(sentence: Option<&Sentence>, kind: Kind) -> Phrase {
    match (sentence.is_some_and(Sentence::is_read), kind) {
        (true, _) => NOTHING,
        (false, Kind::Furniture) => FURNITURE,
        (false, _) => OPEN,
    }
}

/// What the annotator says about the sentence.
fn said(lines: &mut Lines, app: &App, open: &OpenArticle, sentence: &Sentence, kind: Kind) {
    if sentence.tags.is_empty() {
        lines.text(standing(Some(sentence), kind).text(app.lang), Role::Dim, 0);
    }
    let styles = lines.styles;
    said::add(lines, app, sentence, |n, tag, line| tag_line(line, styles, app, open.cursor, (n, tag)));
    if sentence.conflict.is_some() {
        for (action, title) in [(Action::KeepMine, MINE), (Action::TakeTheirs, THEIRS)] {
            key::add_named(lines, app, action, title.text(app.lang));
        }
    }
}

/// The line of tag number `n` of a unit: whether it alone is meant, and that a click takes it off.
fn tag_line(line: Line, styles: Styles, app: &App, unit: usize, (n, tag): (usize, &Tag)) -> Line {
    let only = format!("  < {}", ONLY.text(app.lang));
    let line = if app.only() == Some(n) { line.then(&only, styles.style(Role::Text)) } else { line };
    match app.labels.iter().position(|definition| definition.label == tag.label) {
        Some(label) => line.means(Target::Tag(unit, label)),
        None => line,
    }
}

/// What keys act on the sentence, at the lower end of `area`, as many as there is room for below an empty row.
fn keys(canvas: &mut Canvas, area: Area, app: &App) {
    let labels = (0..app.labels.iter().count()).map(Action::Toggle);
    let actions = labels.chain(KEYS).filter(|action| !app.commands.key_of(*action).is_empty());
    let mut lines = Lines::new(canvas.styles, area.width);
    for action in actions.take(area.height.saturating_sub(1).into()) {
        key::add(&mut lines, app, action);
    }
    let height = u16::try_from(lines.len()).unwrap_or(0);
    lines.draw(canvas, Area { y: area.y + area.height - height, height, ..area }, 0);
}
