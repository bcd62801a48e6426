//! Rows on the way out.

use std::{
    collections::HashSet,
    io::{self, Write},
    sync::Arc,
};

use super::ListFormat;
use crate::{
    annotation::{AnchorState, Annotator, Label, LabelSet, Tag},
    cli::{
        csv::Csv,
        table::{Table, beginning},
    },
    export::{Entry, Voice, json, record::Record},
    review::{Aliases, Line, Row},
    text::display_safe::display_safe,
};

/// How many columns of a sentence a table shows.
const SENTENCE: usize = 60;

/// How many columns of a source a table shows.
const SOURCE: usize = 30;

/// The columns of a table.
const TABLE: [&str; 5] = ["article", "sentence", "labels", "source", "state"];

/// The columns of CSV.
const CSV: [&str; 12] = [
    "article",
    "line",
    "start",
    "end",
    "text",
    "labels",
    "source",
    "annotators",
    "state",
    "anchor",
    "tags",
    "notes",
];

/// Prints rows, and counts them.
pub(super) struct Printer<W: Write> {
    output: Output<W>,
    aliases: Arc<Aliases>,
    labels: LabelSet,
    listed: usize,
}

enum Output<W: Write> {
    Table(W, Table),
    Jsonl(W),
    Csv(Box<Csv<W>>),
}

impl<W: Write> Printer<W> {
    /// Prints to `output`.
    ///
    /// # Errors
    /// What `output` says.
    pub(super) fn new(
        format: ListFormat,
        output: W,
        aliases: Arc<Aliases>,
        labels: LabelSet,
    ) -> io::Result<Self> {
        let output = match format {
            ListFormat::Table => Output::Table(output, Table::new(TABLE)),
            ListFormat::Jsonl => Output::Jsonl(output),
            ListFormat::Csv => Output::Csv(Box::new(Csv::new(output, &CSV)?)),
        };
        Ok(Self { output, aliases, labels, listed: 0 })
    }

    /// Prints one row.
    ///
    /// # Errors
    /// What the output says.
    pub(super) fn row(&mut self, row: &Row) -> io::Result<()> {
        self.listed += 1;
        match &mut self.output {
            Output::Table(_, table) => {
                table.row(&cells(row, &self.aliases, &self.labels));
                Ok(())
            }
            Output::Jsonl(output) => json::line(output, &record(row, &self.aliases)),
            Output::Csv(csv) => csv_record(csv, row, &self.aliases),
        }
    }

    /// Prints rows in an order. Headings stand in tables only.
    ///
    /// # Errors
    /// What the output says.
    pub(super) fn lines(&mut self, rows: &[Arc<Row>], lines: &[Line]) -> io::Result<()> {
        for line in lines {
            match (line, &mut self.output) {
                (Line::Row(index), _) => self.row(&rows[*index])?,
                (Line::Heading(name, count), Output::Table(output, table)) => {
                    let above = std::mem::replace(table, Table::new(TABLE));
                    if self.listed > 0 {
                        above.write(output)?;
                        writeln!(output)?;
                    }
                    let name = if name.is_empty() { "no source" } else { name };
                    writeln!(output, "{} ({count})", display_safe(name))?;
                }
                (Line::Heading(..), _) => {}
            }
        }
        Ok(())
    }

    /// Waits until all is printed; gives how many rows that were.
    ///
    /// # Errors
    /// What the output says.
    pub(super) fn finish(self) -> io::Result<usize> {
        match self.output {
            Output::Table(mut output, table) => {
                if self.listed > 0 {
                    table.write(&mut output)?;
                }
                output.flush()?;
            }
            Output::Jsonl(mut output) => output.flush()?,
            Output::Csv(mut csv) => csv.flush()?,
        }
        Ok(self.listed)
    }
}

/// A row of a table: where it is, its beginning, and what is said about it.
fn cells(row: &Row, aliases: &Aliases, labels: &LabelSet) -> [String; 5] {
    let line = row.line();
    let place = if line > 0 { format!("{}:{line}", row.article.id) } else { row.article.id.to_string() };
    let anchor = row.anchor();
    let state = match anchor {
        AnchorState::Exact => row.state.id().to_owned(),
        _ => format!("{}, {}", row.state.id(), anchor.id()),
    };
    let source = beginning(row.source(aliases).unwrap_or_default(), SOURCE);
    let labels = by_annotator(row, |label| {
        labels.find(label).map_or_else(|| label.to_string(), |known| known.letter.to_string())
    });
    [place, beginning(row.words(), SENTENCE), labels, source, state]
}

/// Who gives which labels: `ab:claim,denial cd:claim`, each called what `name` says.
fn by_annotator(row: &Row, name: impl Fn(&Label) -> String) -> String {
    let tags: Vec<_> = row.tags().collect();
    let of_one = |tags: &[(&Annotator, &Tag)]| {
        let mut seen = HashSet::new();
        let labels = tags.iter().map(|(_, tag)| &tag.label).filter(|label| seen.insert(*label));
        let names: Vec<String> = labels.map(&name).collect();
        format!("{}:{}", tags[0].0, names.join(","))
    };
    let all: Vec<String> = tags.chunk_by(|a, b| a.0 == b.0).map(of_one).collect();
    all.join(" ")
}

/// What everybody says about a sentence.
fn record<'a>(row: &'a Row, aliases: &'a Aliases) -> Record<'a> {
    Record::of(&row.article, &Entry::new(row, row, &Voice::All), aliases)
}

fn csv_record(csv: &mut Csv<impl Write>, row: &Row, aliases: &Aliases) -> io::Result<()> {
    let record = record(row, aliases);
    let number = |number: Option<u32>| number.map(|number| number.to_string()).unwrap_or_default();
    let notes: Vec<_> =
        record.notes.iter().map(|note| format!("{}: {}", note.annotator, note.note)).collect();
    csv.record([
        row.article.id.as_str(),
        &number(record.line),
        &number(record.start),
        &number(record.end),
        &record.text,
        &record.labels.join(" "),
        record.source.as_deref().unwrap_or_default(),
        &record.annotators.join(" "),
        &record.state,
        &record.anchor,
        &by_annotator(row, Label::to_string),
        &notes.join("\n"),
    ])
}
