//! The line at the bottom: what keys act here, or what the program has to say; and always `?`.

use super::{
    canvas::{Canvas, Pen, columns},
    theme::Role,
};
use crate::{
    app::{
        Action, App, Command, ExportDoing, ExportField, Overlay, Scope, View, geometry::Area, msg::Target,
        notice::Weight, overlay::KeptDoing,
    },
    locale::{Phrase, phrases::STILL_READING},
};

const ACCEPT: (&str, Phrase) = ("Enter", Phrase::new("accept", "übernehmen"));
const COMPLETE: (&str, Phrase) = ("Tab", Phrase::new("complete", "ergänzen"));
const CANCEL: (&str, Phrase) = ("Esc", Phrase::new("cancel", "abbrechen"));
const CLOSE: (&str, Phrase) = ("Esc", Phrase::new("close", "schließen"));
const CHOOSE: (&str, Phrase) = ("↑ ↓", Phrase::new("choose", "wählen"));
const SCROLL: (&str, Phrase) = ("↑ ↓", Phrase::new("scroll", "blättern"));
const GO_ON: (&str, Phrase) = ("Tab", Phrase::new("go on", "weiter"));
const BACK: (&str, Phrase) = ("Esc", Phrase::new("back to the text", "zurück zum Text"));
const RUN: (&str, Phrase) = ("Enter", Phrase::new("do it", "ausführen"));
const ATTACH: (&str, Phrase) = ("Enter", Phrase::new("it is this one", "es ist dieser"));
const EXPORT: (&str, Phrase) = ("Enter", Phrase::new("export", "exportieren"));
const REPLACE: (&str, Phrase) = ("Enter", Phrase::new("replace it", "ersetzen"));
const FIELD: (&str, Phrase) = ("↑ ↓", Phrase::new("field", "Feld"));
const OTHER: (&str, Phrase) = ("← →", Phrase::new("choice", "Wahl"));
const STOP: (&str, Phrase) = ("Esc", Phrase::new("stop", "abbrechen"));
const GO: (&str, Phrase) = ("Enter", Phrase::new("go there", "hingehen"));

const TAKE_OVER: (&str, Phrase) = ("Enter", Phrase::new("take over", "übernehmen"));
const LATER: (&str, Phrase) =
    ("Esc", Phrase::new("keep for the next start", "bis zum nächsten Start aufheben"));
const DISCARD: (&str, Phrase) = ("d", Phrase::new("throw away", "wegwerfen"));

/// A key and what it does here.
struct Hint<'a> {
    key: String,
    title: &'a str,
    action: Option<Action>,
}

/// Draws the footer into `area`.
pub(super) fn draw(canvas: &mut Canvas, area: Area, app: &App) {
    canvas.clear(area, Role::Bar);
    let mut pen = Pen::new(area, 0).indented(1).shortened(1);
    let right = help(canvas, pen, app);
    pen.end = right.saturating_sub(2).max(pen.x);
    if let Some(notice) = &app.notice {
        let (sign, role) = match notice.weight {
            Weight::Info => ("", Role::Bar),
            Weight::Warning => ("! ", Role::BarStrong),
            Weight::Error => ("! ", Role::Alert),
        };
        let style = canvas.style(role);
        canvas.write_cut(&mut pen, &format!("{sign}{}", notice.text), style);
    } else {
        let right = position(canvas, pen, app);
        pen.end = right.saturating_sub(2).max(pen.x);
        hints(canvas, pen, &of_here(app));
    }
}

/// The key of the help, at the right end; gives the column it begins at.
fn help(canvas: &mut Canvas, pen: Pen, app: &App) -> u16 {
    let Some(command) = app.commands.of(Action::Help) else { return pen.end };
    let hint = hint(command, app);
    let start = pen.end.saturating_sub(hint.width()).max(pen.x);
    write_hint(canvas, &mut Pen { x: start, ..pen }, &hint);
    start
}

/// Which sentence of how many is selected; gives the column it begins at.
fn position(canvas: &mut Canvas, pen: Pen, app: &App) -> u16 {
    let Some(said) = place(app) else { return pen.end };
    let width = columns(&said);
    if width > pen.room() / 2 {
        return pen.end;
    }
    let start = pen.end - width;
    canvas.put(&mut Pen { x: start, ..pen }, &said, Role::BarDim);
    start
}

fn place(app: &App) -> Option<String> {
    match app.view {
        View::Desk => {
            let open = app.desk.open.as_ref().filter(|open| !open.units.is_empty())?;
            let said = format!("{}/{}", open.cursor + 1, open.units.len());
            Some(if open.complete { said } else { format!("{said}+ {}", STILL_READING.text(app.lang)) })
        }
        View::Review => {
            let (line, lines) = (app.review.cursor + 1, app.review.lines.len());
            (lines > 0).then(|| format!("{}/{}", app.lang.number(line), app.lang.number(lines)))
        }
        View::Overview => None,
    }
}

/// As many hints as there is room for, none of them cut.
fn hints(canvas: &mut Canvas, mut pen: Pen, hints: &[Hint]) {
    for hint in hints {
        if hint.width() > pen.room() {
            return;
        }
        write_hint(canvas, &mut pen, hint);
        pen = pen.indented(2);
    }
}

fn write_hint(canvas: &mut Canvas, pen: &mut Pen, hint: &Hint) {
    let start = *pen;
    canvas.put(pen, &hint.key, Role::BarStrong);
    canvas.put(pen, " ", Role::Bar);
    canvas.put(pen, hint.title, Role::BarDim);
    if let Some(action) = hint.action {
        canvas.hit(Area { x: start.x, y: start.y, width: pen.x - start.x, height: 1 }, Target::Hint(action));
    }
}

/// What acts where the person is, most wanted first.
fn of_here(app: &App) -> Vec<Hint<'_>> {
    let fixed = |hints: &[(&str, Phrase)]| {
        let own = |(key, title): &(&str, Phrase)| Hint {
            key: (*key).to_owned(),
            title: title.text(app.lang),
            action: None,
        };
        hints.iter().map(own).collect()
    };
    match app.overlays.last() {
        Some(Overlay::Help(_) | Overlay::Palette(_)) => fixed(&[RUN, CHOOSE, CLOSE]),
        Some(Overlay::Results(_)) => fixed(&[GO, CHOOSE, CLOSE]),
        Some(Overlay::Filters(_)) => fixed(&[ACCEPT, CHOOSE, CLOSE]),
        Some(Overlay::Unplaced(_)) => fixed(&[ATTACH, CHOOSE, CLOSE]),
        Some(Overlay::Field(field)) if field.completions.is_empty() => fixed(&[ACCEPT, CANCEL]),
        Some(Overlay::Field(_)) => fixed(&[ACCEPT, COMPLETE, CHOOSE, CANCEL]),
        Some(Overlay::Pages(_)) => fixed(&[SCROLL, CLOSE]),
        Some(Overlay::Kept(offer)) if offer.doing == KeptDoing::Asking => fixed(&[TAKE_OVER, LATER, DISCARD]),
        Some(Overlay::Kept(_)) => Vec::new(),
        Some(Overlay::Paste(paste)) if paste.naming => fixed(&[ACCEPT, BACK]),
        Some(Overlay::Paste(_)) => fixed(&[GO_ON, CANCEL]),
        Some(Overlay::Export(form)) => fixed(match form.doing {
            ExportDoing::Asking if form.field == ExportField::Path => &[EXPORT, FIELD, CLOSE],
            ExportDoing::Asking => &[EXPORT, FIELD, OTHER, CLOSE],
            ExportDoing::Replacing => &[REPLACE, CANCEL],
            ExportDoing::Saving { .. } | ExportDoing::Writing { .. } => &[STOP],
            ExportDoing::Stopping => &[],
        }),
        None => of_the_view(app),
    }
}

fn of_the_view(app: &App) -> Vec<Hint<'_>> {
    let mut scopes: Vec<Scope> = app.scopes().collect();
    // While words are selected, the keys for whole sentences can wait.
    if scopes.contains(&Scope::Words) {
        scopes.retain(|scope| *scope != Scope::Desk);
    }
    // In the Overview, names of keys that speak of sentences would mislead.
    let named = |command: &&Command| app.view != View::Overview || !command.counts_in(&[Scope::Desk]);
    let here = |command: &&Command| command.counts_in(&scopes) && named(command);
    let acts = |command: &&Command| !command.keys.is_empty() && app.available(command.action).is_ok();
    let mut rows: Vec<&Command> = app
        .commands
        .rows
        .iter()
        .filter(|row| row.hint.is_some() && row.action != Action::Help)
        .filter(here)
        .filter(acts)
        .collect();
    // Keys that set a label and go on are known from the Desk, where they are wanted more.
    let is_known = |row: &Command| app.view == View::Review && matches!(row.action, Action::SetAndGo(_));
    rows.sort_by_key(|row| {
        (!row.counts_in(&[Scope::Words, Scope::List]), is_known(row), row.hint, row.scopes.len())
    });
    rows.into_iter().map(|row| hint(row, app)).collect()
}

fn hint<'a>(command: &'a Command, app: &App) -> Hint<'a> {
    let key = command.keys.first().map(ToString::to_string).unwrap_or_default();
    Hint { key, title: command.title.text(app.lang), action: Some(command.action) }
}

impl Hint<'_> {
    fn width(&self) -> u16 {
        columns(&self.key) + 1 + columns(self.title)
    }
}
