//! What has to wait for the end of the export, packed: the head of a report counts what stands below it.

use std::io::{self, Cursor, Write};

use zip::{CompressionMethod, ZipArchive, ZipWriter, write::SimpleFileOptions};

/// Bytes that wait, in about a fifth of their size.
pub(super) struct Spool(ZipWriter<Cursor<Vec<u8>>>);

impl Spool {
    /// An empty one.
    ///
    /// # Errors
    /// What the packer says.
    pub(super) fn new() -> io::Result<Self> {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .compression_level(Some(1))
            .large_file(true);
        let mut packer = ZipWriter::new(Cursor::default());
        packer.start_file("", options)?;
        Ok(Self(packer))
    }

    /// Puts `bytes` behind those that wait.
    ///
    /// # Errors
    /// What the packer says.
    pub(super) fn put(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.0.write_all(bytes)
    }

    /// Lets them go.
    ///
    /// # Errors
    /// What the packer and `out` say.
    pub(super) fn pour(self, mut out: &mut dyn Write) -> io::Result<()> {
        let mut packed = ZipArchive::new(self.0.finish()?)?;
        io::copy(&mut packed.by_index(0)?, &mut out)?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_goes_in_comes_out() {
        let mut spool = Spool::new().unwrap();
        let all: Vec<u8> = (0..100_000_u32).flat_map(u32::to_le_bytes).collect();
        all.chunks(777).for_each(|chunk| spool.put(chunk).unwrap());
        let mut out = Vec::new();
        spool.pour(&mut out).unwrap();
        assert_eq!(out, all);
    }
}
