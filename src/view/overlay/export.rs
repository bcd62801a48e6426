//! The export dialog: its fields, what would be exported, and how that begins.

use tui_input::Input;

use super::{boxed, middle, sample};
use crate::{
    annotation::Annotator,
    app::{App, ExportDoing, ExportField, ExportForm, geometry::Area, msg::Target, overlay::Field},
    export::{Consensus, Format, Rows, Voice},
    locale::{Phrase, export as say},
    text::wrap::wrap,
    view::{
        canvas::{Canvas, Pen, columns},
        input,
        theme::Role,
    },
};

/// The widest and the highest it gets, in columns and rows.
const LARGEST: (u16, u16) = (108, 30);
/// From so many rows on all formats are shown, and the filters that are offered.
const ROOMY: u16 = 14;
/// Columns between two formats.
const GAP: u16 = 2;

/// Draws `form` in a box over `area`.
pub(super) fn draw(canvas: &mut Canvas, area: Area, form: &ExportForm, app: &App) {
    let (width, height) = LARGEST;
    let place = middle(area, width, height);
    let inside = boxed(canvas, place, say::EXPORT.text(app.lang), "");
    let names = ExportField::ALL.map(|field| name(field, form).text(app.lang));
    let label = names.iter().map(|name| columns(name)).max().unwrap_or(0) + 2;
    let is_roomy = inside.height >= ROOMY;
    let mut row = 0;
    for (field, name) in ExportField::ALL.into_iter().zip(names) {
        let line = Area { y: inside.y + row, height: u16::from(row < inside.height), ..inside };
        canvas.hit(line, Target::ExportField(field));
        let has_keys = form.field == field && form.doing == ExportDoing::Asking;
        canvas.put(&mut Pen::new(line, 0), name, if has_keys { Role::Strong } else { Role::Dim });
        let pen = Pen::new(line, 0).indented(label);
        match field {
            ExportField::Format if is_roomy => {
                let below = Area { x: pen.x, width: pen.room(), height: inside.height - row, ..line };
                row += formats(canvas, below, form.format, has_keys);
                let about = Area { y: inside.y + row, ..line };
                let dim = canvas.style(Role::Dim);
                canvas.write_cut(
                    &mut Pen::new(about, 0).indented(label),
                    form.format.about().text(app.lang),
                    dim,
                );
            }
            ExportField::Filter => {
                typed(canvas, pen, &form.filter.input, say::EVERY_SENTENCE.text(app.lang), has_keys);
            }
            ExportField::Path => typed(canvas, pen, &form.path, "", has_keys),
            ExportField::Rows if !form.has(field) => {
                canvas.put(&mut pen.clone(), say::NO_ROWS.text(app.lang), Role::Dim);
            }
            ExportField::Format | ExportField::Voice | ExportField::Rows => {
                choice(canvas, pen, &chosen(field, form, app), has_keys);
            }
        }
        row += 1;
        if let Some(help) = help(field, form, app).filter(|_| has_keys && is_roomy) {
            let dim = canvas.style(Role::Dim);
            let below = Area { y: inside.y + row, ..line };
            canvas.write_cut(&mut Pen::new(below, 0).indented(label), &help, dim);
            row += 1;
        }
    }
    row += u16::from(is_roomy);
    let below = Area { y: inside.y + row, height: inside.height.saturating_sub(row), ..inside };
    let used = standing(canvas, below, form, app);
    let rest = below.height.saturating_sub(used + 1);
    if let Some(shown) = form.preview.sample.as_ref().filter(|_| rest > 0) {
        let area = Area { y: below.y + used + 1, height: rest, ..below };
        sample::draw(canvas, area, shown);
    }
}

fn name(field: ExportField, form: &ExportForm) -> Phrase {
    match field {
        ExportField::Format => say::FORMAT,
        ExportField::Filter => say::SENTENCES,
        ExportField::Voice => say::TAGS,
        ExportField::Rows => say::ROWS,
        ExportField::Path if form.format.extension().is_none() => say::FOLDER,
        ExportField::Path => say::FILE,
    }
}

/// What is chosen in a field.
fn chosen(field: ExportField, form: &ExportForm, app: &App) -> String {
    let phrase = match (field, form.rows) {
        (ExportField::Voice, _) => return voice(&form.voice, app),
        (ExportField::Rows, Rows::Sentence) => say::ROW_IS_SENTENCE,
        (ExportField::Rows, Rows::Tag) => say::ROW_IS_TAG,
        _ => return format!("{}  {}", form.format.id(), form.format.about().text(app.lang)),
    };
    phrase.text(app.lang).to_owned()
}

fn voice(voice: &Voice, app: &App) -> String {
    let phrase = match voice {
        Voice::DeskOr(_) => say::VOICE_DESK_OR_MINE,
        Voice::Of(those) if matches!(those.as_slice(), [one] if app.is_me(one)) => say::VOICE_MINE,
        Voice::Of(those) => {
            return those.iter().map(Annotator::as_str).collect::<Vec<_>>().join(", ");
        }
        Voice::All => say::VOICE_ALL,
        Voice::Consensus(Consensus::Desk) => say::VOICE_DESK,
        Voice::Consensus(Consensus::Majority) => say::VOICE_MAJORITY,
        Voice::Consensus(Consensus::Any) => say::VOICE_ANY,
    };
    phrase.text(app.lang).to_owned()
}

/// One of several, with arrows where the keys choose another.
fn choice(canvas: &mut Canvas, mut pen: Pen, text: &str, has_keys: bool) {
    if !has_keys {
        let style = canvas.style(Role::Text);
        return canvas.write_cut(&mut pen, text, style);
    }
    canvas.point(pen.x, pen.y);
    let style = canvas.style(Role::Selected);
    canvas.write(&mut pen, "‹ ", style);
    let mut inner = pen.shortened(2);
    canvas.write_cut(&mut inner, text, style);
    canvas.write(&mut Pen { x: inner.x, ..pen }, " ›", style);
}

/// A line of text; `placeholder` stands there while it is empty.
fn typed(canvas: &mut Canvas, mut pen: Pen, text: &Input, placeholder: &str, has_keys: bool) {
    if has_keys {
        canvas.put(&mut pen, "> ", Role::Strong);
        input::draw(canvas, pen, text);
    }
    let (text, role) = match text.value() {
        "" => (placeholder, Role::Dim),
        _ if has_keys => return,
        text => (text, Role::Text),
    };
    let style = canvas.style(role);
    canvas.write_cut(&mut pen, text, style);
}

/// All formats in as many rows as they need, the chosen one marked; gives how many that are.
fn formats(canvas: &mut Canvas, area: Area, chosen: Format, has_keys: bool) -> u16 {
    let (mut row, mut x) = (0, area.x);
    for format in Format::ALL {
        let width = columns(format.id());
        if x > area.x && x + width > area.x + area.width {
            (row, x) = (row + 1, area.x);
        }
        let place = Area { x, y: area.y + row, width, height: u16::from(row < area.height) };
        let role = match format == chosen {
            true if has_keys => Role::Selected,
            true => Role::Marked,
            false => Role::Text,
        };
        if format == chosen && has_keys {
            canvas.point(x, place.y);
        }
        canvas.put(&mut Pen::new(place, 0), format.id(), role);
        canvas.hit(place, Target::ExportFormat(format));
        x += width + GAP;
    }
    row + 1
}

/// What helps to fill a field in: what the filter could become, or where a path leads from.
fn help(field: ExportField, form: &ExportForm, app: &App) -> Option<String> {
    match field {
        ExportField::Filter => {
            let Field { completions, chosen, .. } = &form.filter;
            let next = completions.iter().skip(chosen.map_or(0, |chosen| chosen + 1));
            let next = next.map(String::as_str).collect::<Vec<_>>().join("  ");
            Some(if next.is_empty() { next } else { format!("→ {next}") })
        }
        ExportField::Path => Some(say::leads_from(app.lang, &app.workspace)),
        ExportField::Format | ExportField::Voice | ExportField::Rows => None,
    }
}

/// What happens, what is wrong, or what would be exported; gives how many rows that takes.
fn standing(canvas: &mut Canvas, area: Area, form: &ExportForm, app: &App) -> u16 {
    let lang = app.lang;
    let doing = form.doing.text(lang, form.path.value().trim());
    let wrong = form.complaint.as_ref().map(|complaint| format!("! {complaint}"));
    let is_asked = form.doing == ExportDoing::Replacing;
    let role = if wrong.is_some() || is_asked { Role::Warning } else { Role::Text };
    let said = wrong.or(doing).unwrap_or_else(|| counted(form, app));
    let style = canvas.style(role);
    let mut used = 0;
    for part in wrap(&said, area.width.into()).take(area.height.into()) {
        used += 1;
        // What there are no rows for is cut in sight.
        let end = if used == area.height { said.len() } else { part.end };
        canvas.write_cut(&mut Pen::new(area, used - 1), &said[part.start..end], style);
    }
    used
}

/// What would be exported, as far as that is known.
fn counted(form: &ExportForm, app: &App) -> String {
    let (lang, so_far) = (app.lang, form.preview.so_far);
    let mut said = vec![form.preview.counts.text(lang)];
    if so_far.done && form.preview.counts.sentences == 0 {
        said = vec![say::NOTHING_MEANT.text(lang).to_owned()];
    }
    if so_far.unreadable > 0 {
        said.push(say::unreadable(lang, so_far.unreadable));
    }
    if !so_far.done {
        said.push(say::reading(lang, so_far.read, so_far.all));
    }
    said.join(" · ")
}
