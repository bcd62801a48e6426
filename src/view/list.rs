//! The articles, by story, and where the annotator stands in each.

use super::{
    canvas::{Canvas, Pen},
    first_row,
    theme::Role,
};
use crate::{
    app::{App, Pane, geometry::Area, list::Row, msg::Target},
    locale::Phrase,
    review::stats::Counts,
    text::{ArticleId, display_safe},
};

const LOOKING: Phrase = Phrase::new("looking …", "sucht …");
const TOP_LEVEL: Phrase = Phrase::new("(no story)", "(ohne Geschichte)");
const BAR: u32 = 4;
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
    let right = progress.map(|counts| standing(counts, place.width)).unwrap_or_default();
    let columns = u16::try_from(display_safe::width(&right)).unwrap_or(u16::MAX);
    let room = pen.room();
    let start = if columns + 8 <= room { pen.end - columns - 1 } else { pen.end };
    let mut name = Pen { end: start.saturating_sub(1), ..pen };
    canvas.write_cut(&mut name, article.name(), style);
    if start < pen.end {
        pen.x = start;
        canvas.write(&mut pen, &right, side);
    }
    canvas.hit(place, Target::ListRow(at));
}

/// Labels and marks, units read of all, and a bar, as far as `width` allows.
fn standing(counts: &Counts, width: u16) -> String {
    let mut parts = Vec::new();
    if width >= WITH_LABELS {
        let letters = ['C', 'D', 'A', '+'].iter().zip(counts.labels);
        parts.extend(letters.filter(|(_, n)| *n > 0).map(|(letter, n)| format!("{letter}{n}")));
    }
    if counts.marks > 0 {
        parts.push(format!("*{}", counts.marks));
    }
    if counts.units > 0 {
        parts.push(format!("{}/{}", counts.read, counts.units));
    }
    parts.push(bar(counts));
    parts.join(" ")
}

fn bar(counts: &Counts) -> String {
    if counts.units > 0 && counts.read >= counts.units {
        return format!("{:>1$}", "✓", BAR as usize);
    }
    let filled = if counts.units == 0 { 0 } else { (counts.read * BAR).div_ceil(counts.units).min(BAR - 1) };
    (0..BAR).map(|n| if n < filled { '━' } else { '─' }).collect()
}
