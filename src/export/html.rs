//! A report for the browser.

use std::io;

use super::{Exported, Options, Sink, Writer};

/// Writes it.
pub(super) struct Html;

impl Writer for Html {
    type Part = Vec<u8>;

    fn begin(_: &Options, _: &mut dyn Sink) -> io::Result<Self> {
        Ok(Self)
    }

    fn part(_: &Options, _: &Exported<'_>) -> Vec<u8> {
        Vec::new()
    }

    fn put(&mut self, part: Vec<u8>, out: &mut dyn Sink) -> io::Result<()> {
        out.write_all(&part)
    }

    fn finish(self, _: &mut dyn Sink) -> io::Result<()> {
        Ok(())
    }
}
