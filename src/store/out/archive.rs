//! Several files as one zip archive whose bytes say nothing of when and where it was made.

use std::{
    fs::File,
    io::{self, BufWriter, Seek, SeekFrom, Write},
};

use zip::{CompressionMethod, DateTime, ZipWriter, write::SimpleFileOptions};

/// A zip archive that is being written.
pub(super) struct Archive {
    zip: ZipWriter<Fused>,
}

impl Archive {
    /// An empty archive in `file`.
    pub(super) fn new(file: BufWriter<File>) -> Self {
        Self { zip: ZipWriter::new(Fused { file, failed: false }) }
    }

    /// Begins a file of that path.
    pub(super) fn file(&mut self, name: &str) -> io::Result<()> {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::DEFAULT)
            .unix_permissions(0o644);
        Ok(self.zip.start_file(name, options)?)
    }

    /// Ends the archive.
    pub(super) fn finish(self) -> io::Result<BufWriter<File>> {
        Ok(self.zip.finish()?.file)
    }
}

impl Write for Archive {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.zip.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.zip.flush()
    }
}

/// A file that says once what went wrong: an archive that is dropped writes its end, and complains on standard error
/// where it cannot.
struct Fused {
    file: BufWriter<File>,
    failed: bool,
}

impl Fused {
    fn checked<T>(&mut self, done: io::Result<T>) -> io::Result<T> {
        self.failed |= done.is_err();
        done
    }
}

impl Write for Fused {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.failed {
            return Ok(bytes.len());
        }
        let done = self.file.write(bytes);
        self.checked(done)
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.failed {
            return Ok(());
        }
        let done = self.file.flush();
        self.checked(done)
    }
}

impl Seek for Fused {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        if self.failed {
            return Ok(0);
        }
        let done = self.file.seek(to);
        self.checked(done)
    }
}
