//! Comma-separated values that no spreadsheet runs.

use std::{
    borrow::Cow,
    io::{self, Write},
};

use csv::Writer;

use super::report::is_seen;
use crate::{export::csv::defused, text::display_safe::display_safe};

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
