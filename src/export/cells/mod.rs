//! Sentences and tags as rows of a table: what csv, tsv and xlsx have in common.
//!
//! Several values in one cell stand with `; ` between them, the speakers of a chain with ` < ` (innermost first); a
//! backslash stands before a `;`, `<` or `\` of a value itself, so that [`values`] and [`chains`] read them back. Spans
//! are `826-839 850-855`. What is so is `x`, what is not or not known is empty. `tags` and `readings` hold all of it as
//! [`Record`] does.

mod several;

use std::borrow::Cow;

use serde::Serialize;

use self::several::distinct;
pub use self::several::{chains, chains_cell, values, values_cell};

use super::{
    Exported, Options, Rows, json,
    record::{NoteRecord, Record, TagRow},
};
use crate::annotation::Label;

/// The columns of a sentence before those of the labels.
const BEFORE_LABELS: [&str; 11] =
    ["article", "story", "title", "outlet", "author", "date", "url", "line", "start", "end", "text"];

/// The columns of a sentence behind those of the labels.
const AFTER_LABELS: [&str; 16] = [
    "labels",
    "source",
    "who",
    "speaker",
    "cue",
    "claims",
    "unsure",
    "kind",
    "note",
    "mark",
    "annotators",
    "state",
    "anchor",
    "saved",
    "tags",
    "readings",
];

/// The columns of a tag.
const OF_TAG: [&str; 34] = [
    "article",
    "story",
    "title",
    "outlet",
    "author",
    "date",
    "url",
    "line",
    "start",
    "end",
    "text",
    "label",
    "annotator",
    "annotators",
    "tag_start",
    "tag_end",
    "source",
    "source_at",
    "who",
    "cue",
    "cue_at",
    "claims",
    "unsure",
    "origin",
    "state",
    "anchor",
    "saved",
    "kind",
    "read",
    "mark",
    "not",
    "note",
    "saw",
    "at",
];

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell<'a> {
    /// Nothing: it is not so, or not known.
    Empty,
    /// A position or a line.
    Number(u32),
    /// Words.
    Text(Cow<'a, str>),
}

/// The table that an export is.
#[derive(Clone, Debug)]
pub struct Table {
    rows: Rows,
    labels: Vec<Label>,
    /// Is who gives a label not told in its column?
    is_one: bool,
}

impl Table {
    /// The table of an export with these options.
    pub fn new(options: &Options) -> Self {
        Self {
            rows: options.rows,
            labels: options.labels.iter().map(|known| known.label.clone()).collect(),
            is_one: options.voice.is_one(),
        }
    }

    /// The names of its columns.
    pub fn names(&self) -> Vec<Cow<'_, str>> {
        let borrowed = |names: &'static [&str]| names.iter().map(|name| Cow::Borrowed(*name));
        match self.rows {
            Rows::Tag => borrowed(&OF_TAG).collect(),
            Rows::Sentence => {
                let labels = self.labels.iter().map(|label| label_column(label.as_str()));
                borrowed(&BEFORE_LABELS).chain(labels).chain(borrowed(&AFTER_LABELS)).collect()
            }
        }
    }

    /// Hands each row of an article to `row`, one cell for each of [`Self::names`].
    pub fn rows(&self, options: &Options, article: &Exported<'_>, mut row: impl FnMut(&[Cell<'_>])) {
        let aliases = &options.context.aliases;
        for entry in &article.entries {
            match self.rows {
                Rows::Sentence => row(&self.sentence(&Record::of(article.head, entry, aliases))),
                Rows::Tag => {
                    for tag in TagRow::all(article.head, entry, aliases) {
                        row(&of_tag(&tag));
                    }
                }
            }
        }
    }

    fn sentence<'r>(&self, record: &'r Record<'_>) -> Vec<Cell<'r>> {
        let mut cells = vec![
            text(&record.article),
            maybe(record.story.as_ref()),
            maybe(record.title.as_ref()),
            maybe(record.outlet.as_ref()),
            maybe(record.author.as_ref()),
            maybe(record.date.as_ref()),
            maybe(record.url.as_ref()),
            number(record.line),
            number(record.start),
            number(record.end),
            text(&record.text),
        ];
        cells.extend(self.labels.iter().map(|label| self.label(record, label)));
        let tags = &record.tags;
        let kind = record.readings.iter().find_map(|reading| reading.kind.as_ref());
        cells.extend([
            joined(&record.labels),
            text_of(chains_cell(tags.iter().map(|tag| &*tag.source))),
            joined(distinct(tags.iter().filter_map(|tag| tag.who.as_deref()))),
            maybe(record.source.as_ref()),
            joined(distinct(tags.iter().filter_map(|tag| tag.cue.as_deref()))),
            joined(distinct(tags.iter().flat_map(|tag| tag.claims.iter().map(|claim| &**claim)))),
            joined(distinct(tags.iter().filter(|tag| tag.unsure).map(|tag| &*tag.label))),
            maybe(kind),
            self.notes(record),
            flag(record.readings.iter().any(|reading| reading.mark)),
            joined(&record.annotators),
            text(&record.state),
            text(&record.anchor),
            maybe(record.saved.as_ref()),
            as_json(tags),
            as_json(&record.readings),
        ]);
        cells
    }

    /// Does the sentence have the label, or where several are asked, who gives it?
    fn label<'r>(&self, record: &'r Record<'_>, label: &Label) -> Cell<'r> {
        let tags = || record.tags.iter().filter(|tag| tag.label == label.as_str());
        if self.is_one {
            return flag(tags().next().is_some());
        }
        let givers = tags().flat_map(|tag| match &*tag.annotators {
            [] => std::slice::from_ref(&tag.annotator),
            several => several,
        });
        joined(distinct(givers.map(|giver| &**giver)))
    }

    fn notes<'r>(&self, record: &'r Record<'_>) -> Cell<'r> {
        let note = |note: &NoteRecord<'_>| {
            if self.is_one { note.note.to_string() } else { format!("{}: {}", note.annotator, note.note) }
        };
        text_of(record.notes.iter().map(note).collect::<Vec<_>>().join("\n"))
    }
}

fn of_tag<'r>(tag: &'r TagRow<'_>) -> Vec<Cell<'r>> {
    vec![
        text(&tag.article),
        maybe(tag.story.as_ref()),
        maybe(tag.title.as_ref()),
        maybe(tag.outlet.as_ref()),
        maybe(tag.author.as_ref()),
        maybe(tag.date.as_ref()),
        maybe(tag.url.as_ref()),
        number(tag.line),
        number(tag.start),
        number(tag.end),
        text(&tag.text),
        text(&tag.label),
        text(&tag.annotator),
        joined(&tag.annotators),
        number(tag.tag_start),
        number(tag.tag_end),
        text_of(chains_cell([&*tag.source])),
        spans(&tag.source_at),
        maybe(tag.who.as_ref()),
        maybe(tag.cue.as_ref()),
        spans(&tag.cue_at),
        joined(&tag.claims),
        flag(tag.unsure),
        maybe(tag.origin.as_ref()),
        text(&tag.state),
        text(&tag.anchor),
        maybe(tag.saved.as_ref()),
        maybe(tag.kind.as_ref()),
        flag(tag.read),
        flag(tag.mark),
        joined(&tag.not),
        maybe(tag.note.as_ref()),
        joined(&tag.saw),
        maybe(tag.at.as_ref()),
    ]
}

/// The name of the column of a label: its own, with `label:` before it where another column has that name.
pub fn label_column(label: &str) -> Cow<'_, str> {
    if BEFORE_LABELS.contains(&label) || AFTER_LABELS.contains(&label) || label.starts_with("label:") {
        Cow::Owned(format!("label:{label}"))
    } else {
        Cow::Borrowed(label)
    }
}

fn text(text: &str) -> Cell<'_> {
    if text.is_empty() { Cell::Empty } else { Cell::Text(Cow::Borrowed(text)) }
}

fn maybe<'r>(text: Option<&'r Cow<'_, str>>) -> Cell<'r> {
    text.map_or(Cell::Empty, |words| self::text(words))
}

fn text_of<'r>(text: String) -> Cell<'r> {
    if text.is_empty() { Cell::Empty } else { Cell::Text(Cow::Owned(text)) }
}

fn joined<'r, S: AsRef<str>>(values: impl IntoIterator<Item = S>) -> Cell<'r> {
    text_of(values_cell(values))
}

fn number<'r>(number: Option<u32>) -> Cell<'r> {
    number.map_or(Cell::Empty, Cell::Number)
}

fn flag<'r>(is_so: bool) -> Cell<'r> {
    if is_so { Cell::Text(Cow::Borrowed("x")) } else { Cell::Empty }
}

fn spans<'r>(spans: &[[u32; 2]]) -> Cell<'r> {
    let spans: Vec<_> = spans.iter().map(|[start, end]| format!("{start}-{end}")).collect();
    text_of(spans.join(" "))
}

fn as_json<'r, T: Serialize>(values: &[T]) -> Cell<'r> {
    if values.is_empty() { Cell::Empty } else { text_of(json::text(&values)) }
}
