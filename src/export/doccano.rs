//! doccano JSON lines.

use std::io;

use super::{Exported, Options, Sink, Writer};

/// Writes it.
pub(super) struct Doccano;

impl Writer for Doccano {
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
