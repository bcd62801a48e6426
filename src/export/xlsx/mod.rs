//! An Excel workbook: the table on one sheet (or several, where it is long), and a sheet that says what it is.
//!
//! Cells are text or whole numbers, never formulas, and never what a spreadsheet would make of a text. The JSON columns
//! are left out. The rows of a long table go through temporary files of the system (`TMPDIR`), which have no name where the
//! system allows it and vanish with the process, whatever ends it.

mod about;
mod book;
mod look;
mod meaning;
#[cfg(test)]
mod tests;
mod value;

use std::io;

pub use self::book::is_caught;
use self::{book::Book, value::Line};
use super::{ExportCounts, Exported, Options, Sink, Writer, cells::Table};

/// Columns for programs, which a spreadsheet is not.
const LEFT_OUT: [&str; 2] = ["tags", "readings"];

/// Writes it.
pub(super) struct Xlsx {
    book: Book,
    totals: ExportCounts,
    options: Options,
}

/// An article's rows.
pub(super) struct Part {
    rows: Vec<Line>,
    counts: ExportCounts,
}

/// The names of the columns, and which of the table's they are.
fn columns(table: &Table) -> (Vec<String>, Vec<usize>) {
    let names = table.names();
    let kept = names.iter().enumerate().filter(|(_, name)| !LEFT_OUT.contains(&&***name));
    kept.map(|(index, name)| (name.to_string(), index)).unzip()
}

impl Writer for Xlsx {
    type Part = Part;

    fn begin(options: &Options, _: &mut dyn Sink) -> io::Result<Self> {
        let (names, _) = columns(&Table::new(options));
        Ok(Self {
            book: Book::new(names, options),
            totals: ExportCounts::default(),
            options: options.clone(),
        })
    }

    fn part(options: &Options, article: &Exported<'_>) -> Part {
        let table = Table::new(options);
        let (names, kept) = columns(&table);
        let mut rows = Vec::new();
        table.rows(options, article, |cells| {
            let kept = kept.iter().filter_map(|index| cells.get(*index));
            rows.push(Line::new(names.iter().map(String::as_str).zip(kept)));
        });
        Part { rows, counts: ExportCounts::of(article, options.format) }
    }

    fn put(&mut self, part: Part, _: &mut dyn Sink) -> io::Result<()> {
        self.totals.add(part.counts);
        part.rows.into_iter().try_for_each(|row| self.book.row(row))
    }

    fn finish(mut self, out: &mut dyn Sink) -> io::Result<()> {
        self.book.settle()?;
        let lines = about::lines(&self.options, &self.totals, &self.book);
        out.write_all(&self.book.finish(&lines)?)
    }
}
