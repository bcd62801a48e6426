//! The table: a line for every sentence, under the heads of its columns and the headings of its groups.

use ratatui::style::Style;

use super::{
    columns::{Columns, STATE_IN_FULL, STATE_IN_WORDS},
    empty, votes,
};
use crate::{
    annotation::AnchorState,
    app::{
        App,
        geometry::Area,
        msg::Target,
        review::{ReviewGeometry, ReviewPane},
    },
    locale::Phrase,
    review::{Column, Group, Line, ReviewState, Row},
    view::{
        canvas::{Canvas, Pen, columns},
        first_row, overlay,
        theme::Role,
    },
};

const NO_SOURCE: Phrase = Phrase::new("(no source)", "(ohne Quelle)");
const BY: Phrase = Phrase::new("by", "nach");
/// More names than fit into a cell.
const NAMES: usize = 16;
const UP: &str = "▲";
const DOWN: &str = "▼";

/// Draws the table into `area`.
pub(super) fn draw(canvas: &mut Canvas, area: Area, geometry: &ReviewGeometry, app: &App) {
    canvas.hit(area, Target::ReviewPane(ReviewPane::Table));
    let review = &app.review;
    let columns = Columns::of(area.width, review.order.group);
    heads(canvas, Area { height: 1, ..area }, &columns, app);
    let body = Area { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    if review.lines.is_empty() {
        return empty::draw(canvas, body, app);
    }
    let screen = Area { y: geometry.body.y, height: geometry.body.height, ..area };
    let free = (screen.y + screen.height).saturating_sub(overlay::covered(screen, app));
    let height = body.height.min(free.saturating_sub(body.y));
    let first = first_row(review.top, review.cursor, review.lines.len(), height.into());
    let lines = review.lines.iter().enumerate().skip(first);
    let mut shown = 0;
    for (row, (at, line)) in (0..body.height).zip(lines) {
        let place = Area { y: body.y + row, height: 1, ..body };
        match line {
            Line::Heading(name, rows) => heading(canvas, place, name, *rows, at, app),
            Line::Row(index) => {
                if let Some(row) = review.rows.get(*index) {
                    line_of(canvas, place, row, at, &columns, app);
                }
            }
        }
        canvas.hit(place, Target::ReviewLine(at));
        shown = row + 1;
    }
    if let Some(said) = empty::still_reading(app.review.so_far, app.lang) {
        canvas.put(&mut Pen::new(body, shown).indented(1), &said, Role::Dim);
    }
}

/// What a column is called.
fn name(column: Column, group: Option<Group>) -> Phrase {
    match column {
        Column::Article if group == Some(Group::Article) => Phrase::new("Line", "Zeile"),
        Column::Article => Phrase::new("Article", "Artikel"),
        Column::Sentence => Phrase::new("Sentence", "Satz"),
        Column::Labels => Phrase::new("Labels", "Etiketten"),
        Column::Source => Phrase::new("Source", "Quelle"),
        Column::Annotators => Phrase::new("Who", "Kürzel"),
        Column::State => Phrase::new("State", "Stand"),
    }
}

/// The heads of the columns, the one the table is sorted by marked; where it is not shown, the sentence's head names it.
fn heads(canvas: &mut Canvas, place: Area, shown: &Columns, app: &App) {
    let order = app.review.order;
    let sign = if order.descending { DOWN } else { UP };
    for (column, area) in shown.areas(place) {
        let mut said = name(column, order.group).text(app.lang).to_owned();
        let mut role = Role::Dim;
        if column == order.by {
            said = format!("{said} {sign}");
            role = Role::Strong;
        } else if column == Column::Sentence && order.by != Column::default() && !shown.shows(order.by) {
            said = format!("{said} ({} {} {sign})", BY.text(app.lang), name(order.by, None).text(app.lang));
        }
        let style = canvas.style(role);
        if area.width > 2 {
            canvas.write_cut(&mut Pen::new(area, 0), &said, style);
        }
        canvas.hit(area, Target::Column(column));
    }
}

/// What a group has in common, and how many rows it has.
fn heading(canvas: &mut Canvas, place: Area, name: &str, rows: usize, at: usize, app: &App) {
    let selected = at == app.review.cursor;
    let role = if selected && app.review.focus == ReviewPane::Table { Role::Selected } else { Role::Heading };
    let style = canvas.style(role);
    canvas.blank(&mut Pen::new(place, 0), place.width, style);
    let mut pen = Pen::new(place, 0);
    canvas.write(&mut pen, if selected { "▌" } else { " " }, style);
    let count = app.lang.number(rows);
    let name = if name.is_empty() { NO_SOURCE.text(app.lang) } else { name };
    pen.end = pen.end.saturating_sub(columns(&count) + 2).max(pen.x);
    canvas.write_cut(&mut pen, name, style);
    pen.end = place.x + place.width;
    canvas.write_cut(&mut pen.indented(1), &format!("· {count}"), style);
}

fn line_of(canvas: &mut Canvas, place: Area, row: &Row, at: usize, shown: &Columns, app: &App) {
    let selected = at == app.review.cursor;
    let role = match (selected, app.review.focus == ReviewPane::Table) {
        (true, true) => Role::Selected,
        (true, false) => Role::Marked,
        (false, _) => Role::Text,
    };
    let style = canvas.style(role);
    let dim = if role == Role::Selected { style } else { canvas.style(Role::Dim) };
    canvas.blank(&mut Pen::new(place, 0), place.width, style);
    canvas.write(&mut Pen::new(place, 0), if selected { "▌" } else { " " }, style);
    for (column, area) in shown.areas(place) {
        let mut pen = Pen::new(area, 0);
        match column {
            Column::Article => article(canvas, pen, row, app.review.order.group, dim),
            Column::Sentence => {
                if selected {
                    canvas.point(pen.x, pen.y);
                }
                canvas.write_cut(&mut pen, row.words(), style);
            }
            Column::Labels => {
                let over = (role == Role::Selected).then_some(style);
                let votes = votes::line(canvas.styles, &app.labels, row, over);
                let cut = votes.width() > area.width;
                votes.draw(canvas, area);
                if cut {
                    canvas.write(&mut pen.indented(area.width.saturating_sub(1)), "…", style);
                }
            }
            Column::Source => canvas.write_cut(&mut pen, &sources(row), dim),
            Column::Annotators => canvas.write_cut(&mut pen, &annotators(row), dim),
            Column::State => {
                let loud = row.state == ReviewState::Disagreement || row.anchor() > AnchorState::Moved;
                let loud = loud && role == Role::Text;
                let style = if loud { canvas.style(Role::Strong) } else { style };
                canvas.write_cut(&mut pen, &state(row, area.width, app), style);
            }
        }
    }
}

/// The article's file, unless it stands in the heading above, and the line.
fn article(canvas: &mut Canvas, mut pen: Pen, row: &Row, group: Option<Group>, style: Style) {
    let line = row.line();
    if group == Some(Group::Article) {
        let line = if line > 0 { format!("{line:>5}") } else { String::new() };
        return canvas.write_cut(&mut pen, &line, style);
    }
    let line = if line > 0 { format!(":{line}") } else { String::new() };
    let end = pen.end;
    pen.end = end.saturating_sub(columns(&line)).max(pen.x);
    canvas.write_cut(&mut pen, row.article.id.name(), style);
    pen.end = end;
    canvas.write_cut(&mut pen, &line, style);
}

/// Signs of both states, and as many of their names as fit: first of what needs somebody.
fn state(row: &Row, width: u16, app: &App) -> String {
    let (state, anchor) = (row.state, row.anchor());
    let signs = format!("{}{}", state.sign(), anchor.sign());
    let (state_name, anchor_name) = (state.name().text(app.lang), anchor.name().text(app.lang));
    match width {
        STATE_IN_FULL.. if anchor != AnchorState::Exact => format!("{signs} {state_name}, {anchor_name}"),
        STATE_IN_WORDS.. if !anchor.is_placed() && state != ReviewState::Disagreement => {
            format!("{signs} {anchor_name}")
        }
        STATE_IN_WORDS.. => format!("{signs} {state_name}"),
        _ => signs,
    }
}

/// Whose words they are, each name once.
fn sources(row: &Row) -> String {
    let named =
        row.tags().filter_map(|(_, tag)| tag.who.as_deref().or(tag.source.first().map(String::as_str)));
    distinct(named, ", ")
}

/// Who tags it.
fn annotators(row: &Row) -> String {
    distinct(row.tags().map(|(annotator, _)| annotator.as_str()), " ")
}

fn distinct<'a>(all: impl Iterator<Item = &'a str>, between: &str) -> String {
    let mut names: Vec<&str> = Vec::new();
    for name in all {
        if names.len() < NAMES && !names.contains(&name) {
            names.push(name);
        }
    }
    names.join(between)
}
