//! Comma-separated values that no spreadsheet runs.

use std::{
    borrow::Cow,
    io::{self, Write},
};

use csv::Writer;

use super::report::is_seen;
use crate::text::display_safe::display_safe;

/// Writes records (RFC 4180, lines end with a line feed).
pub(super) struct Csv<W: Write> {
    writer: Writer<W>,
    /// Does a person look at the output?
    is_seen: bool,
}

impl<W: Write> Csv<W> {
    /// Begins with a record of names.
    ///
    /// # Errors
    /// What `output` says.
    pub(super) fn new(output: W, names: &[&str]) -> io::Result<Self> {
        let mut csv = Self { writer: Writer::from_writer(output), is_seen: is_seen() };
        csv.writer.write_record(names)?;
        Ok(csv)
    }

    /// Writes a record. A cell that a spreadsheet would run is defused; on a terminal, foreign words are made safe.
    ///
    /// # Errors
    /// What the output says.
    pub(super) fn record<const N: usize>(&mut self, cells: [&str; N]) -> io::Result<()> {
        for cell in cells {
            let cell = defused(cell);
            let shown = if self.is_seen { display_safe(&cell) } else { Cow::Borrowed(&*cell) };
            self.writer.write_field(shown.as_bytes())?;
        }
        Ok(self.writer.write_record(None::<&[u8]>)?)
    }

    /// Waits until all is written.
    ///
    /// # Errors
    /// What the output says.
    pub(super) fn flush(&mut self) -> io::Result<()> {
        self.writer.flush()
    }
}

/// The cell, with `'` before it where a spreadsheet would take it for a formula. So that this can be undone, one that
/// begins with `'` gets another.
fn defused(cell: &str) -> Cow<'_, str> {
    const FORMULA: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];
    if cell.starts_with('\'') || cell.starts_with(FORMULA) {
        Cow::Owned(format!("'{cell}"))
    } else {
        Cow::Borrowed(cell)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula_and_each_can_be_had_back() {
        let cells = ["=1+1", "-x", "@SUM(A1)", "\t=1", "'quoted'", "a, \"b\"\nc", ""];
        let mut output = Vec::new();
        let mut csv = Csv { writer: Writer::from_writer(&mut output), is_seen: false };
        csv.record(cells).unwrap();
        drop(csv);
        let written = String::from_utf8(output).unwrap();
        assert_eq!(written, "'=1+1,'-x,'@SUM(A1),'\t=1,''quoted',\"a, \"\"b\"\"\nc\",\n");
        for cell in cells {
            let defused = defused(cell);
            assert_eq!(defused.strip_prefix('\'').unwrap_or(&defused), cell);
        }
    }
}
