//! Several files as one zip archive whose bytes say nothing of when and where it was made.

use std::{
    fs::File,
    io::{self, BufWriter, Seek, SeekFrom, Write},
};

use zip::{CompressionMethod, DateTime, ZipWriter, write::SimpleFileOptions};

/// A zip archive that is being written.
pub(super) struct Archive {
    zip: ZipWriter<Fused<BufWriter<File>>>,
}

impl Archive {
    /// An empty archive in `file`.
    pub(super) fn new(file: BufWriter<File>) -> Self {
        Self { zip: ZipWriter::new(Fused::new(file)) }
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

/// A file that says once what went wrong, and from then on takes everything and keeps nothing: an archive that is dropped
/// writes its end, complains on standard error where it cannot, and panics where it is not where it was.
struct Fused<F> {
    file: F,
    failed: bool,
    /// Where it stands, and how far it reaches, in bytes.
    at: u64,
    end: u64,
}

impl<F> Fused<F> {
    const fn new(file: F) -> Self {
        Self { file, failed: false, at: 0, end: 0 }
    }

    fn checked<T>(&mut self, done: io::Result<T>) -> io::Result<T> {
        self.failed |= done.is_err();
        done
    }

    fn stand(&mut self, at: u64) -> u64 {
        self.at = at;
        self.end = self.end.max(at);
        at
    }
}

impl<F: Write> Write for Fused<F> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let done = if self.failed { Ok(bytes.len()) } else { self.file.write(bytes) };
        let written = self.checked(done)?;
        self.stand(self.at.saturating_add(written as u64));
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.failed {
            return Ok(());
        }
        let done = self.file.flush();
        self.checked(done)
    }
}

impl<F: Seek> Seek for Fused<F> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let done = if self.failed {
            Ok(match to {
                SeekFrom::Start(at) => at,
                SeekFrom::Current(by) => self.at.saturating_add_signed(by),
                SeekFrom::End(by) => self.end.saturating_add_signed(by),
            })
        } else {
            self.file.seek(to)
        };
        let at = self.checked(done)?;
        Ok(self.stand(at))
    }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;

    /// A disk with room for so many bytes.
    struct Disk(Cursor<Vec<u8>>, u64);

    impl Write for Disk {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            let fits = self.0.position() + bytes.len() as u64 <= self.1;
            if fits { self.0.write(bytes) } else { Err(io::ErrorKind::StorageFull.into()) }
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    impl Seek for Disk {
        fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
            self.0.seek(to)
        }
    }

    #[test]
    fn a_full_disk_is_told_once_wherever_it_ends() {
        let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
        for room in 0..390 {
            let mut zip = ZipWriter::new(Fused::new(Disk(Cursor::default(), room)));
            let mut file =
                |name: &str| zip.start_file(name, stored).is_ok() && zip.write_all(&[b'x'; 100]).is_ok();
            let written = ["a", "b", "c"].into_iter().filter(|name| file(name)).count();
            assert!(written < 3, "{room}");
            drop(zip);
        }
    }
}
