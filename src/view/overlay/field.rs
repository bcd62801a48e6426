//! One line of text that is asked for, at the bottom, with what it could become above it.

use crate::{
    app::{
        App,
        geometry::Area,
        msg::Target,
        overlay::{Field, Question},
    },
    locale::Phrase,
    view::{
        canvas::{Canvas, Pen},
        first_row, input,
        theme::Role,
    },
};

/// Completions shown at once.
const MOST: usize = 6;

/// What is asked, and what helps to answer it.
fn asked(question: Question) -> (Phrase, Phrase) {
    match question {
        Question::Annotator => (
            Phrase::new("Who reads?", "Wer liest?"),
            Phrase::new("initials serve well: a-z, 0-9 and -", "Kürzel genügt: a-z, 0-9 und -"),
        ),
        Question::Source => (
            Phrase::new("Source", "Quelle"),
            Phrase::new(
                "innermost speaker first, < between links",
                "innerster Sprecher zuerst, < zwischen Gliedern",
            ),
        ),
        Question::Who => (
            Phrase::new("Who is meant?", "Wer ist gemeint?"),
            Phrase::new("a name, where the words do not say it", "ein Name, wo die Worte ihn nicht nennen"),
        ),
        Question::Note => (Phrase::new("Note", "Notiz"), Phrase::new("in one line", "in einer Zeile")),
        Question::Search => {
            (Phrase::new("Search", "Suche"), Phrase::new("in this article", "in diesem Artikel"))
        }
        Question::Filter => (
            Phrase::new("Filter", "Filter"),
            Phrase::new(
                "words, label:claim, annotator:ab, state:open, -is:unsure",
                "Wörter, etikett:claim, kürzel:ab, zustand:offen, -ist:unsicher",
            ),
        ),
        Question::FilterName => (
            Phrase::new("Keep the filter", "Filter aufheben"),
            Phrase::new("by which name?", "unter welchem Namen?"),
        ),
        Question::SearchCorpus => {
            (Phrase::new("Search", "Suche"), Phrase::new("in all articles", "in allen Artikeln"))
        }
    }
}

/// How many completions are shown in `area`, how many rows are for what is wrong, and how many rows there are in all.
fn rows(area: Area, field: &Field) -> (usize, u16, u16) {
    let complaint = u16::from(field.complaint.is_some());
    // What a filter leaves is seen while it is typed.
    let spared = if field.question == Question::Filter { area.height / 2 } else { 0 };
    let room = usize::from(area.height.saturating_sub(2 + complaint + spared));
    let shown = field.completions.len().min(MOST).min(room);
    (shown, complaint, (u16::try_from(shown).unwrap_or(0) + 2 + complaint).min(area.height))
}

/// How many rows at the bottom of `area` it covers.
pub(super) fn height(area: Area, field: &Field) -> u16 {
    rows(area, field).2
}

/// Draws `field` over the bottom rows of `area`.
pub(super) fn draw(canvas: &mut Canvas, area: Area, field: &Field, app: &App) {
    let (shown, complaint, height) = rows(area, field);
    let place = Area { y: area.y + area.height - height, height, ..area };
    canvas.cover(place);
    canvas.hit(place, Target::Overlay);
    let (title, hint) = asked(field.question);
    rule(canvas, place, title.text(app.lang), hint.text(app.lang));

    let first = first_row(0, field.chosen.unwrap_or(0), field.completions.len(), shown);
    let rows = field.completions.iter().enumerate().skip(first).take(shown);
    for (row, (at, completion)) in (1..).zip(rows) {
        let line = Area { y: place.y + row, height: 1, ..place };
        let style = canvas.style(if field.chosen == Some(at) { Role::Selected } else { Role::Text });
        let pen = Pen::new(line, 0).indented(1).shortened(1);
        canvas.blank(&mut pen.clone(), pen.room(), style);
        canvas.write_cut(&mut pen.indented(2), completion, style);
        canvas.hit(line, Target::OverlayRow(at));
    }

    let line = height.saturating_sub(1 + complaint);
    let mut pen = Pen::new(place, line).indented(1).shortened(1);
    canvas.put(&mut pen, "> ", Role::Strong);
    let placeholder = pen;
    input::draw(canvas, pen, &field.input);
    if field.input.value().is_empty() {
        let dim = canvas.style(Role::Dim);
        canvas.write_cut(&mut placeholder.clone(), &field.offered, dim);
    }
    if let Some(complaint) = &field.complaint {
        let style = canvas.style(Role::Warning);
        canvas.write_cut(&mut Pen::new(place, line + 1).indented(1), &format!("! {complaint}"), style);
    }
}

/// The line above the field, with its name and a hint.
fn rule(canvas: &mut Canvas, place: Area, title: &str, hint: &str) {
    canvas.put(&mut Pen::new(place, 0), &"─".repeat(usize::from(place.width)), Role::Dim);
    let mut pen = Pen::new(place, 0).indented(1).shortened(1);
    let strong = canvas.style(Role::Strong);
    canvas.write_cut(&mut pen, &format!(" {title} "), strong);
    let dim = canvas.style(Role::Dim);
    if pen.room() > 8 {
        canvas.write_cut(&mut pen, &format!("– {hint} "), dim);
    }
}
