//! Comma- and tab-separated values that no spreadsheet runs.
//!
//! As RFC 4180 has it, with a line of names; lines end with a line feed, for Excel with CRLF.

use std::{borrow::Cow, io};

use ::csv::{Terminator, Writer as Lines, WriterBuilder};

use super::{
    Exported, Format, Options, Sink, Writer,
    cells::{Cell, Table},
};

/// Writes it.
pub(super) struct Csv;

impl Writer for Csv {
    type Part = Vec<u8>;

    fn begin(options: &Options, out: &mut dyn Sink) -> io::Result<Self> {
        if options.excel {
            out.write_all("\u{feff}".as_bytes())?;
        }
        let mut lines = lines(options);
        for name in Table::new(options).names() {
            field(&mut lines, &Cell::Text(name), options.raw);
        }
        out.write_all(&ended(lines))?;
        Ok(Self)
    }

    fn part(options: &Options, article: &Exported<'_>) -> Vec<u8> {
        let mut lines = lines(options);
        Table::new(options).rows(options, article, |row| {
            for cell in row {
                field(&mut lines, cell, options.raw);
            }
            end_line(&mut lines);
        });
        lines.into_inner().unwrap_or_default()
    }

    fn put(&mut self, part: Vec<u8>, out: &mut dyn Sink) -> io::Result<()> {
        out.write_all(&part)
    }

    fn finish(self, _: &mut dyn Sink) -> io::Result<()> {
        Ok(())
    }
}

fn lines(options: &Options) -> Lines<Vec<u8>> {
    let (delimiter, end) = match (options.format, options.excel) {
        (Format::Tsv, _) => (b'\t', Terminator::Any(b'\n')),
        (_, true) => (b';', Terminator::CRLF),
        (_, false) => (b',', Terminator::Any(b'\n')),
    };
    WriterBuilder::new().delimiter(delimiter).terminator(end).from_writer(Vec::new())
}

/// Adds a cell to the line. Writing to memory cannot fail.
fn field(lines: &mut Lines<Vec<u8>>, cell: &Cell<'_>, raw: bool) {
    let _ = match cell {
        Cell::Empty => lines.write_field([]),
        Cell::Number(number) => lines.write_field(number.to_string()),
        Cell::Text(text) if raw => lines.write_field(text.as_bytes()),
        Cell::Text(text) => lines.write_field(defused(text).as_bytes()),
    };
}

fn end_line(lines: &mut Lines<Vec<u8>>) {
    let _ = lines.write_record(None::<&[u8]>);
}

fn ended(mut lines: Lines<Vec<u8>>) -> Vec<u8> {
    end_line(&mut lines);
    lines.into_inner().unwrap_or_default()
}

/// The cell, with `'` before it where a spreadsheet would take it for a formula, now or once it has taken away what
/// stands before the sign. So that [`restored`] can undo this, one that begins with `'` gets another. A NUL, which no
/// reader of such files takes, is shown as its symbol.
pub fn defused(cell: &str) -> Cow<'_, str> {
    const FORMULA: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];
    let is_passed_over = |c: char| c.is_whitespace() || c.is_control() || is_invisible(c);
    let is_formula =
        cell.starts_with(FORMULA) || cell.trim_start_matches(is_passed_over).starts_with(FORMULA);
    let cell = if cell.contains('\0') { Cow::Owned(cell.replace('\0', "␀")) } else { Cow::Borrowed(cell) };
    if is_formula || cell.starts_with('\'') { Cow::Owned(format!("'{cell}")) } else { cell }
}

/// The cell as it was before [`defused`]. What no defused cell begins like is left as it is.
pub fn restored(cell: &str) -> &str {
    let guarded = cell.strip_prefix('\'').filter(|rest| defused(rest).len() > rest.len());
    guarded.unwrap_or(cell)
}

/// Characters of no width that some readers take away at the start.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula_and_each_can_be_had_back() {
        let formulas = [
            "=1+1",
            "-x",
            "+49 30",
            "@SUM(A1)",
            "\t=1",
            "\r=1",
            " =1",
            "\u{a0}\u{200b}=1",
            "\n+1",
            "＝1",
            "\u{feff}=cmd|' /C calc'!A0",
            "\u{1}=1",
            "'quoted'",
            "-",
            "",
        ];
        let others = ["a=b", "1-2", "a, \"b\"\nc", "x'", " a", "„=“"];
        for cell in formulas {
            assert!(cell.is_empty() || defused(cell).starts_with('\''), "{cell:?}");
            assert_eq!(restored(&defused(cell)), cell);
        }
        for cell in others {
            assert_eq!(defused(cell), cell);
            assert_eq!(restored(cell), cell);
        }
        assert_eq!(restored("'tis"), "'tis", "of another program");
        assert_eq!(defused("a\0b"), "a␀b");
    }
}
