//! One row of the Overview: whom or what it is about, and its bars, each with its number.

use std::borrow::Cow;

use super::{
    bar::{bar, range},
    names::{name, unit},
};
use crate::{
    annotation::Label,
    app::{App, geometry::Area, msg::Target, overview::Cursor},
    locale::{Lang, Phrase},
    review::overview::{Bar, Bars, Name, Section, Topic, Value},
    view::{
        canvas::{Canvas, Pen, columns},
        theme::Role,
    },
};

const UNOPENED: Phrase = Phrase::new("nobody has opened it", "niemand hat ihn geöffnet");
/// How many rows are measured: the names of later ones are cut to what the first need.
const MEASURED: usize = 200;
/// The longest a bar gets, in columns.
const LONGEST: u16 = 40;

/// How wide things are in the rows of one section.
pub(super) struct Measures<'a> {
    app: &'a App,
    topic: Topic,
    /// Columns of the names.
    name: u16,
    /// Columns of the annotators behind them; 0 where there are none.
    reader: u16,
    /// Columns of the numbers of each bar of a row.
    numbers: Vec<u16>,
    /// Columns of each bar.
    bar: u16,
    /// The largest count: its bar fills the room there is.
    largest: u32,
}

impl<'a> Measures<'a> {
    /// Those of the first `shown` rows of `section`, each on `width` columns.
    pub(super) fn of(section: &'a Section, shown: usize, width: u16, app: &'a App) -> Self {
        let rows = &section.rows[..shown];
        let measured = &rows[..shown.min(MEASURED)];
        let widest = |column: &dyn Fn(&Bars) -> u16| measured.iter().map(column).max().unwrap_or(0);
        let called = widest(&|bars| columns(&name(&bars.name, &app.labels, app.lang)));
        let reader = widest(&|bars| columns(reader(&bars.name)));
        let count = rows.first().map_or(0, |bars| bars.bars.len());
        let numbers = (0..count).map(|at| {
            let number = |bars: &Bars| {
                bars.bars.get(at).map_or(0, |bar| columns(&number(section.topic, at, bar, app.lang)))
            };
            widest(&number)
        });
        let numbers: Vec<u16> = numbers.collect();
        // A sign before each row, a blank behind names and numbers, letter and blank before counts of labels.
        let label = if rows.first().is_some_and(|bars| bars.bars.iter().any(|bar| bar.label.is_some())) {
            2
        } else {
            0
        };
        let of_bars: u16 = numbers.iter().map(|number| label + number + 2).sum();
        let readers = if reader > 0 { reader + 1 } else { 0 };
        let room = width.saturating_sub(2 + readers + of_bars);
        let name = called.min(room.saturating_sub(4 * u16::try_from(count).unwrap_or(1)).max(width / 4));
        let bars = u16::try_from(count.max(1)).unwrap_or(1);
        let bar = (room.saturating_sub(name) / bars).min(LONGEST);
        let counts = rows.iter().flat_map(|bars| &bars.bars).filter_map(|bar| match bar.value {
            Value::Count(count) => Some(count),
            Value::Part(..) | Value::Alpha(..) => None,
        });
        Self { app, topic: section.topic, name, reader, numbers, bar, largest: counts.max().unwrap_or(0) }
    }

    /// Draws the row `bars`, which stands behind `before`, on the line `at`; `selected` is the bar that the keys act on.
    pub(super) fn draw(
        &self,
        canvas: &mut Canvas,
        at: Area,
        (section, line): (usize, usize),
        bars: &Bars,
        before: Option<&Bars>,
        selected: Option<usize>,
    ) {
        let mut pen = begin(canvas, at, selected.is_some());
        let text = canvas.style(Role::Text);
        let called = name(&bars.name, &self.app.labels, self.app.lang);
        let repeated = before.is_some_and(|before| {
            article(&before.name) == article(&bars.name) && article(&bars.name).is_some()
        });
        if !repeated {
            let mut pen = Pen { end: (pen.x + self.name).min(pen.end), ..pen };
            if let Name::Label(label) = &bars.name {
                self.label(canvas, &mut pen, label, &called);
            } else {
                let called = short(&bars.name, called, self.name);
                canvas.write_cut(&mut pen, &called, text);
            }
        }
        pen = pen.indented(self.name + 1);
        if self.reader > 0 && !matches!(bars.name, Name::Reader(_, None)) {
            canvas.write(&mut pen.clone(), reader(&bars.name), text);
            pen = pen.indented(self.reader + 1);
        }
        for (index, bar) in bars.bars.iter().enumerate() {
            let start = pen.x;
            self.one(canvas, &mut pen, index, bar, &bars.name, selected == Some(index));
            let cursor = Cursor { section, line, bar: index };
            let area = if index == 0 {
                Area { width: pen.x - at.x, ..at }
            } else {
                Area { x: start, width: pen.x - start, ..at }
            };
            canvas.hit(area, Target::Bar(cursor));
        }
    }

    /// A letter, a number, a bar.
    fn one(&self, canvas: &mut Canvas, pen: &mut Pen, index: usize, bar: &Bar, name: &Name, selected: bool) {
        let text = canvas.style(Role::Text);
        let chosen = if selected { canvas.style(Role::Selected) } else { text };
        if selected {
            canvas.point(pen.x, pen.y);
        }
        if matches!(name, Name::Reader(_, None)) {
            let dim = if selected { chosen } else { canvas.style(Role::Dim) };
            return canvas.write_cut(pen, UNOPENED.text(self.app.lang), dim);
        }
        if let Some(label) = &bar.label {
            let definition = self.app.labels.find(label);
            let letter = definition.map_or('?', |definition| definition.letter).to_string();
            let style = canvas.styles.letter(definition);
            canvas.write(pen, &letter, if selected { style.patch(chosen) } else { style });
            canvas.write(pen, " ", chosen);
        }
        let number = number(self.topic, index, bar, self.app.lang);
        let width = self.numbers.get(index).copied().unwrap_or(0);
        canvas.blank(pen, width.saturating_sub(columns(&number)), chosen);
        canvas.write(pen, &number, chosen);
        canvas.write(pen, " ", text);
        self.picture(canvas, *pen, bar.value);
        *pen = pen.indented(self.bar + 1);
    }

    fn picture(&self, canvas: &mut Canvas, pen: Pen, value: Value) {
        let pen = &mut Pen { end: (pen.x + self.bar).min(pen.end), ..pen };
        let width = pen.room();
        match value {
            Value::Count(count) => canvas.put(pen, &bar(count, self.largest, width), Role::Text),
            Value::Part(part, whole) if whole > 0 => {
                canvas.put(pen, &bar(part, whole, width), Role::Text);
                canvas.put(pen, &"░".repeat(pen.room().into()), Role::Dim);
            }
            Value::Alpha(Some(alpha), interval, _) => {
                let interval = interval.map(|interval| (interval.low, interval.high));
                canvas.put(pen, &range(alpha, interval, width), Role::Text);
            }
            Value::Part(..) | Value::Alpha(None, ..) => {}
        }
    }

    /// A label's letter in its look, and what it is called.
    fn label(&self, canvas: &mut Canvas, pen: &mut Pen, label: &Label, called: &str) {
        let definition = self.app.labels.find(label);
        let letter = definition.map_or(0, |definition| definition.letter.len_utf8());
        let (style, text) = (canvas.styles.letter(definition), canvas.style(Role::Text));
        canvas.write_with(pen, called, |byte| if byte < letter { style } else { text });
    }
}

/// Draws the line that stands for rows folded away.
pub(super) fn folded(
    canvas: &mut Canvas,
    at: Area,
    (section, line): (usize, usize),
    said: &str,
    selected: bool,
) {
    let mut pen = begin(canvas, at, selected);
    if selected {
        canvas.point(pen.x, pen.y);
    }
    canvas.put(&mut pen, said, if selected { Role::Selected } else { Role::Dim });
    canvas.hit(at, Target::Bar(Cursor { section, line, bar: 0 }));
}

/// The sign at the left end of a line, and what follows.
fn begin(canvas: &mut Canvas, at: Area, selected: bool) -> Pen {
    let mut pen = Pen::new(at, 0);
    canvas.put(&mut pen, if selected { "▌" } else { " " }, Role::Text);
    pen
}

/// The article of a row that is about one and a reader.
fn article(name: &Name) -> Option<&str> {
    match name {
        Name::Reader(article, _) => Some(article.as_str()),
        _ => None,
    }
}

/// What a row is called in `width` columns: an article that does not fit, without its story.
fn short<'a>(name: &Name, called: Cow<'a, str>, width: u16) -> Cow<'a, str> {
    match name {
        Name::Article(article) | Name::Reader(article, _) if columns(&called) > width => {
            format!("…/{}", article.name()).into()
        }
        _ => called,
    }
}

/// Its reader.
fn reader(name: &Name) -> &str {
    match name {
        Name::Reader(_, Some(annotator)) => annotator.as_str(),
        _ => "",
    }
}

/// What a bar says in numbers.
fn number(topic: Topic, index: usize, bar: &Bar, lang: Lang) -> String {
    let unit = unit(topic, index).text(lang);
    let blank = if unit.is_empty() { "" } else { " " };
    let whole = |count: u32| lang.number(count as usize);
    match bar.value {
        Value::Count(count) => whole(count),
        Value::Part(part, 0) => format!("{}/?{blank}{unit}", whole(part)),
        Value::Part(part, all) => format!("{}/{}{blank}{unit}", whole(part), whole(all)),
        Value::Alpha(alpha, interval, sentences) => {
            let alpha = alpha.map_or_else(|| "–".to_owned(), |alpha| decimal(alpha, lang));
            let comma = if lang == Lang::En { ',' } else { ';' };
            let interval = interval.map(|interval| {
                format!(" [{}{comma} {}]", decimal(interval.low, lang), decimal(interval.high, lang))
            });
            let sentences = lang.number(usize::try_from(sentences).unwrap_or(usize::MAX));
            format!("{alpha}{} n={sentences}", interval.unwrap_or_default())
        }
    }
}

/// Two places behind the point, which is a comma in German.
fn decimal(value: f64, lang: Lang) -> String {
    let written = format!("{value:.2}");
    match lang {
        Lang::En => written,
        Lang::De => written.replace('.', ","),
    }
}
