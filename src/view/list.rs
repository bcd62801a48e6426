//! The articles, by story, and where the annotator stands in each.

use super::{
    canvas::{Canvas, Pen, columns},
    first_row,
    theme::Role,
};
use crate::{
    app::{App, Pane, geometry::Area, list::Row, msg::Target},
    locale::Phrase,
    review::stats::Counts,
    text::ArticleId,
};

const LOOKING: Phrase = Phrase::new("looking …", "sucht …");
const TOP_LEVEL: Phrase = Phrase::new("(no story)", "(ohne Geschichte)");
const BAR: u32 = 4;
/// From this width on there is a bar.
const WITH_BAR: u16 = 30;
/// From this width on the labels are counted too.
const WITH_LABELS: u16 = 38;

/// Draws the list into `area`.
pub(super) fn draw(canvas: &mut Canvas, area: Area, app: &App) {
    canvas.hit(area, Target::Pane(Pane::List));
    let first = first_row(app.list.top, app.list.cursor, app.list.len(), area.height.into());
    for line in 0..area.height {
        let at = first + usize::from(line);
        let Some(row) = app.list.row(at) else {
            if !app.list.complete {
                canvas.put(&mut Pen::new(area, line).indented(1), LOOKING.text(app.lang), Role::Dim);
            }
            return;
        };
        let place = Area { y: area.y + line, height: 1, ..area };
        match row {
            Row::Story(story) => story_row(canvas, place, story, app),
            Row::Article(index) => {
                if let Some(article) = app.list.articles.get(index) {
                    article_row(canvas, place, article, at, app);
                }
            }
        }
    }
}

fn story_row(canvas: &mut Canvas, place: Area, story: &str, app: &App) {
    let name = if story.is_empty() { TOP_LEVEL.text(app.lang) } else { story };
    let style = canvas.style(Role::Heading);
    canvas.write_cut(&mut Pen::new(place, 0).indented(1), name, style);
}

fn article_row(canvas: &mut Canvas, place: Area, article: &ArticleId, at: usize, app: &App) {
    let is_open = app.desk.open.as_ref().is_some_and(|open| open.article.id == *article);
    let selected = at == app.list.cursor;
    let role = match (selected, app.focus == Pane::List) {
        (true, true) => Role::Selected,
        (true, false) => Role::Marked,
        (false, _) => Role::Text,
    };
    let (style, dim) = (canvas.style(role), canvas.style(Role::Dim));
    let side = if role == Role::Selected { style } else { dim };
    canvas.blank(&mut Pen::new(place, 0), place.width, style);
    let sign = if selected { "▌" } else { " " };
    let mut pen = Pen::new(place, 0);
    canvas.write(&mut pen, sign, style);
    canvas.write(&mut pen, if is_open { "» " } else { "  " }, style);
    if role == Role::Selected {
        canvas.point(pen.x, pen.y);
    }
    let progress = app.list.progress.get(article);
    let name_width = columns(article.name());
    let right = progress.map(|counts| standing(counts, place.width, pen.room().saturating_sub(name_width)));
    let right = right.unwrap_or_default();
    let room = pen.room();
    let start = if columns(&right) + 8 <= room { pen.end - columns(&right) - 1 } else { pen.end };
    let mut name = Pen { end: start.saturating_sub(1), ..pen };
    canvas.write_cut(&mut name, article.name(), style);
    if start < pen.end {
        pen.x = start;
        canvas.write(&mut pen, &right, side);
    }
    canvas.hit(place, Target::ListRow(at));
}

/// Labels and marks, units read of all, and a bar, as far as `width`, the list's, allows. Labels and marks only within
/// `room`, which the name leaves.
fn standing(counts: &Counts, width: u16, room: u16) -> String {
    let done = counts.units > 0 && counts.read >= counts.units;
    let mut parts = Vec::new();
    if counts.units > 0 && (width >= WITH_BAR || !done) {
        parts.push(format!("{}/{}", counts.read, counts.units));
    }
    if width >= WITH_BAR || done {
        parts.push(bar(counts));
    }
    let needed = parts.join(" ");
    let mut more = Vec::new();
    if width >= WITH_LABELS {
        let letters = ['C', 'D', 'A', '+'].iter().zip(counts.labels);
        more.extend(letters.filter(|(_, n)| *n > 0).map(|(letter, n)| format!("{letter}{n}")));
    }
    if counts.marks > 0 {
        more.push(format!("*{}", counts.marks));
    }
    more.push(needed);
    let all = more.join(" ");
    if columns(&all) + 2 <= room { all } else { more.pop().unwrap_or_default() }
}

fn bar(counts: &Counts) -> String {
    if counts.units > 0 && counts.read >= counts.units {
        return format!("{:>1$}", "✓", BAR as usize);
    }
    let filled = if counts.units == 0 { 0 } else { (counts.read * BAR).div_ceil(counts.units).min(BAR - 1) };
    (0..BAR).map(|n| if n < filled { '━' } else { '─' }).collect()
}
