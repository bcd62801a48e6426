//! The annotated articles as plain text, 100 columns wide, as one prints and reads them.
//!
//! ```text
//!   13 CA  │ The chair, Mona Pell, said the dredger had cost twice what was promised, and denied that
//!          │ anyone had been told. [2]
//! ```
//!
//! Nothing in it acts on a terminal or a printer: no escape codes, and controls from a text are shown as marks.

use std::{fmt::Write, io};

use super::{
    Exported, Options, Sink, Writer,
    copy::{Copy, OTHER, words},
    say,
};
use crate::{
    locale::Lang,
    text::{
        Kind,
        display_safe::{display_safe, width},
        wrap::wrap,
    },
};

/// How wide a line gets, in columns.
const WIDTH: usize = 100;

/// How many digits of a line's number and how many letters have room at least.
const ROOM: usize = 3;

/// Writes it.
pub(super) struct Plain;

impl Writer for Plain {
    type Part = String;

    fn begin(options: &Options, out: &mut dyn Sink) -> io::Result<Self> {
        let lang = options.lang;
        let mut page = Page::default();
        page.add("", "", words::HEADING.text(lang));
        page.add("", "", &format!("{}: {}", words::TAGS_OF.text(lang), say::voice(options)));
        let filter = options.filter.to_string();
        if !filter.is_empty() {
            page.add("", "", &format!("{}: {filter}", words::FILTER.text(lang)));
        }
        let mut legend: Vec<String> = Vec::new();
        for label in options.labels.iter() {
            legend.push(format!("{} {}", label.letter, label.name(lang)));
        }
        legend.push(format!("{OTHER} {}", words::OTHER_LABELS.text(lang)));
        page.add("", "", &format!("{}: {}", words::LETTERS.text(lang), legend.join(", ")));
        page.add("", "", words::NUMBERS.text(lang));
        let kinds = [Kind::Heading, Kind::Caption, Kind::Furniture];
        let bars = kinds.iter().filter_map(|kind| Some((bar(*kind), words::kind(*kind)?.text(lang))));
        let bars: Vec<String> = bars.map(|(bar, name)| format!("{bar} {name}")).collect();
        page.add("", "", &bars.join(", "));
        out.write_all(page.0.as_bytes())?;
        Ok(Self)
    }

    fn part(options: &Options, article: &Exported<'_>) -> String {
        Copy::new(options, article).map_or_else(String::new, |copy| page(&copy, options.lang))
    }

    fn put(&mut self, part: String, out: &mut dyn Sink) -> io::Result<()> {
        out.write_all(part.as_bytes())
    }

    fn finish(self, _: &mut dyn Sink) -> io::Result<()> {
        Ok(())
    }
}

/// The page of one article.
fn page(copy: &Copy<'_>, lang: Lang) -> String {
    let mut page = Page::default();
    page.0.push('\n');
    page.rule('═');
    page.add("", "", copy.title);
    page.rule('─');
    for (name, value) in &copy.facts {
        let name = format!("{}: ", name.text(lang));
        page.add(&name, &name, value);
    }
    if copy.unreadable {
        page.add("", "", words::UNREADABLE.text(lang));
    }
    let gutter = Gutter::of(copy);
    for block in &copy.blocks {
        page.0.push('\n');
        for said in &block.sentences {
            let first = gutter.row(said.line, &said.letters, bar(block.kind));
            let rest = gutter.row(None, &[], bar(block.kind));
            page.add(&first, &rest, &format!("{}{}", said.text, reference(said.note)));
        }
    }
    if !copy.astray.is_empty() {
        page.0.push('\n');
        page.add("", "", words::ASTRAY.text(lang));
        for astray in &copy.astray {
            let sign = bar(Kind::Sentence);
            let (first, rest) = (gutter.row(astray.line, &astray.letters, sign), gutter.row(None, &[], sign));
            let state = astray.anchor.name().text(lang);
            page.add(&first, &rest, &format!("{state}: {}{}", astray.saved, reference(astray.note)));
        }
    }
    for (index, note) in copy.notes.iter().enumerate() {
        if index == 0 {
            page.0.push('\n');
        }
        let number = format!("[{}] ", index + 1);
        let blank = " ".repeat(number.len());
        let head = format!("{number}{}: ", note.about);
        for (index, remark) in note.remarks.iter().enumerate() {
            let letter = remark.letter.map_or_else(String::new, |letter| format!("{letter} "));
            let first = if index == 0 { &head } else { &blank };
            page.add(first, &blank, &format!("{letter}{}", remark.text));
        }
    }
    page.0
}

/// Refers to a footnote, if there is one; no line breaks before it.
fn reference(note: Option<usize>) -> String {
    note.map_or_else(String::new, |number| format!("\u{a0}[{number}]"))
}

/// What stands between the margin and a passage.
const fn bar(kind: Kind) -> char {
    match kind {
        Kind::Sentence => '│',
        Kind::Heading => '┃',
        Kind::Caption => '╎',
        Kind::Furniture => '┊',
    }
}

/// The margin of an article: numbers and letters.
struct Gutter {
    digits: usize,
    letters: usize,
}

impl Gutter {
    /// As wide as the article needs it.
    fn of(copy: &Copy<'_>) -> Self {
        let said = copy.blocks.iter().flat_map(|block| &block.sentences);
        let rows = said.map(|said| (said.line, &said.letters));
        let rows = rows.chain(copy.astray.iter().map(|astray| (astray.line, &astray.letters)));
        rows.fold(Self { digits: ROOM, letters: ROOM }, |gutter, (line, letters)| Self {
            digits: gutter.digits.max(line.map_or(0, |line| line.to_string().len())),
            letters: gutter.letters.max(width(&letters.iter().collect::<String>())),
        })
    }

    fn row(&self, line: Option<u32>, letters: &[char], bar: char) -> String {
        let number = line.map_or_else(String::new, |line| line.to_string());
        let letters: String = letters.iter().collect();
        let room = " ".repeat(self.letters.saturating_sub(width(&letters)));
        format!("{number:>0$} {letters}{room} {bar} ", self.digits)
    }
}

/// Lines of at most [`WIDTH`] columns.
#[derive(Default)]
struct Page(String);

impl Page {
    /// Adds `text`, wrapped, with `first` before its first line and `rest` before the others.
    fn add(&mut self, first: &str, rest: &str, text: &str) {
        let room = WIDTH.saturating_sub(width(first).max(width(rest)));
        let mut before = first;
        for row in wrap(text, room.max(WIDTH / 2)) {
            let words = text.get(row.start..row.end).unwrap_or_default();
            let hyphen = if row.hyphen { "-" } else { "" };
            self.line(&format!("{}{}{hyphen}", display_safe(before), display_safe(words)));
            before = rest;
        }
    }

    fn rule(&mut self, of: char) {
        self.line(&of.to_string().repeat(WIDTH));
    }

    fn line(&mut self, line: &str) {
        // Writing to a string does not fail.
        let _ = writeln!(self.0, "{}", line.trim_end());
    }
}
