//! All about the selected sentence: its article, its paragraph, and what everybody says about it, side by side where
//! there is room.

use super::{paragraph, reading, words};
use crate::{
    app::{App, geometry::Area, msg::Target, review::ReviewPane},
    locale::{Lang, Phrase},
    review::{Line as TableLine, Row},
    text::{article::TITLE_UNITS, sentence::Segmenter},
    view::{
        canvas::{Canvas, Pen},
        lines::{Line, Lines},
        theme::Role,
    },
};

const CUT: Phrase = Phrase::new("cut differently", "verschieden geschnitten");
/// The least columns for one reading beside another.
const NARROWEST: u16 = 24;
/// The most columns of a reading: lines longer than that are hard to read.
const WIDEST: u16 = 60;
/// Lines of the chosen reading that are always seen, as far as it has so many.
const SEEN: usize = 5;
/// The least lines of a pane in which some may stay empty.
const TALL: u16 = 16;
/// The least columns in which it is worth saying more about an article than its title.
const LEAST: u16 = 12;
/// Columns between two readings.
const GAP: u16 = 2;

/// Draws what is known about the selected line of the table into `pane`. Where a row is `between` it and the table, the
/// article stands there.
pub(super) fn draw(canvas: &mut Canvas, pane: Area, between: Option<Area>, app: &App) {
    canvas.hit(pane, Target::ReviewPane(ReviewPane::Detail));
    let area = Area { x: pane.x + 1, width: pane.width.saturating_sub(2), ..pane };
    let mut lines = Lines::new(canvas.styles, area.width);
    let review = &app.review;
    let Some(row) = review.row() else {
        if let Some(TableLine::Heading(name, _)) = review.lines.get(review.cursor) {
            lines.text(name, Role::Heading, 0);
        }
        return lines.draw(canvas, area, 0);
    };
    if between.is_none_or(|between| between.height > 1) {
        let tall = area.height >= TALL;
        head(&mut lines, app, row, tall);
        if tall {
            lines.gap();
        }
    }
    let chosen = row.readings.get(review.reading).or(row.readings.first());
    if let Some(chosen) = chosen {
        paragraph::add(&mut lines, app, row, chosen, (usize::from(area.height) * 2 / 5).max(3));
    }
    lines.gap();
    if let Some(why) = &row.article.unreadable {
        lines.text(&format!("! {}", why.text(app.lang)), Role::Warning, 2);
    }
    if row.is_cut_differently() {
        lines.text(CUT.text(app.lang), Role::Warning, 2);
    }
    let told = words::shared(row);
    if let Some(told) = told {
        words::add(&mut lines, app.lang, row, told);
        lines.gap();
    }
    let shown = readings(&mut lines, app, row, told.is_some());
    let top = match review.focus {
        // Whoever chooses a reading has to see it.
        ReviewPane::Table if review.reading > 0 => {
            let end = shown.end.min(shown.start + SEEN);
            review.detail_top.max(end.saturating_sub(area.height.into()))
        }
        _ => review.detail_top,
    };
    lines.draw(canvas, area, top);
}

/// Draws the line above the pane: what article the sentence is from.
pub(super) fn rule(canvas: &mut Canvas, area: Area, app: &App) {
    let Some(row) = app.review.row() else { return };
    let title = title(app, row);
    let mut pen = Pen::new(area, 0).indented(2).shortened(2);
    let style = canvas.style(title_role(app));
    canvas.write_cut(&mut pen, &format!(" {title} "), style);
    let facts = facts(row, app.lang);
    if pen.room() > LEAST {
        let dim = canvas.style(Role::Dim);
        canvas.write_cut(&mut pen, &format!("· {facts} "), dim);
    }
}

/// The article, and how far the sentence has come; in two lines where the pane is not `tall`.
fn head(lines: &mut Lines, app: &App, row: &Row, tall: bool) {
    let style = lines.styles.style(title_role(app));
    lines.push(Line::default().then(&title(app, row), style));
    let state = format!("{} {}", row.state.sign(), row.state.name().text(app.lang));
    let said = format!("{state} · {}", facts(row, app.lang));
    if tall {
        lines.text(&said, Role::Dim, 2);
    } else {
        lines.push(Line::default().then(&said, lines.styles.style(Role::Dim)));
    }
}

fn title_role(app: &App) -> Role {
    if app.review.focus == ReviewPane::Detail { Role::Selected } else { Role::Heading }
}

/// What the article is called, in one line; its file's name, until it was read.
fn title(app: &App, row: &Row) -> String {
    let head = &row.article;
    let title = match (&head.front.title, &app.review.article) {
        (Some(title), _) => title.into(),
        (None, Some(article)) if article.id == head.id => {
            let units = Segmenter::new(&article.text, article.body, article.options());
            article.title(&units.take(TITLE_UNITS).collect::<Vec<_>>())
        }
        _ => head.id.name().into(),
    };
    let title = title.trim_start_matches('#');
    title.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Which file and line, from where and when.
fn facts(row: &Row, lang: Lang) -> String {
    let line = match (row.line(), lang) {
        (0, _) => None,
        (line, Lang::En) => Some(format!("line {line}")),
        (line, Lang::De) => Some(format!("Zeile {line}")),
    };
    let front = &row.article.front;
    let known = [Some(row.article.id.to_string()), line, front.outlet.clone(), front.date.clone()];
    known.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// Every reading, as many side by side as there is room for; gives the lines of the chosen one. `told` where it
/// was said already what became of words that changed.
fn readings(lines: &mut Lines, app: &App, row: &Row, told: bool) -> std::ops::Range<usize> {
    let width = lines.width();
    let most = usize::from((width + GAP) / (NARROWEST + GAP)).max(1);
    let beside = u16::try_from(row.readings.len().min(most)).unwrap_or(1).max(1);
    let each = ((width + GAP) / beside).saturating_sub(GAP).min(if beside > 1 { WIDEST } else { width });
    let mut chosen = 0..0;
    for (band, group) in row.readings.chunks(beside.into()).enumerate() {
        if band > 0 {
            lines.gap();
        }
        let start = lines.len();
        let first = band * usize::from(beside);
        let columns = group.iter().zip(first..).map(|(said, index)| {
            let chosen_one = index == app.review.reading;
            let mut column = Lines::new(lines.styles, each.saturating_sub(2));
            reading::add(
                &mut column,
                app,
                row,
                index,
                said,
                told && said.now.is_some() && !said.anchor.is_placed(),
            );
            if chosen_one {
                chosen = start..start + column.len();
            }
            column.meaning(&Target::Reading(index)).barred(chosen_one)
        });
        let columns: Vec<Lines> = columns.collect();
        lines.beside(columns, GAP);
    }
    chosen
}
