//! Standard output as a place for an export.

use std::io::{self, BufWriter, StdoutLock, Write};

use crate::{
    cli::report::{is_seen, output},
    export::Sink,
    text::display_safe::display_safe,
};

/// Standard output. Where a person looks at it, it gets whole lines that are safe to show.
pub(super) struct Stream {
    output: BufWriter<StdoutLock<'static>>,
    /// The line that has no end yet, where lines have to be made safe.
    line: Option<Vec<u8>>,
}

impl Stream {
    /// Standard output.
    pub(super) fn new() -> Self {
        Self { output: output(), line: is_seen().then(Vec::new) }
    }

    /// Writes what is left.
    ///
    /// # Errors
    /// What the output says.
    pub(super) fn end(mut self) -> io::Result<()> {
        if let Some(rest) = self.line.take().filter(|rest| !rest.is_empty()) {
            self.output.write_all(&safe(&rest))?;
        }
        self.output.flush()
    }
}

impl Write for Stream {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let Some(line) = &mut self.line else { return self.output.write(bytes) };
        let mut pieces = bytes.split_inclusive(|byte| *byte == b'\n');
        for piece in &mut pieces {
            line.extend_from_slice(piece);
            if line.ends_with(b"\n") {
                self.output.write_all(&safe(line))?;
                line.clear();
            }
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.output.flush()
    }
}

impl Sink for Stream {
    fn file(&mut self, name: &str) -> io::Result<()> {
        Err(io::Error::other(format!("{name}: several files cannot go to standard output")))
    }
}

/// A line as a terminal may have it.
fn safe(line: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(line);
    let end = if text.ends_with('\n') { "\n" } else { "" };
    let text = text.trim_start_matches('\u{feff}').trim_end_matches(['\r', '\n']);
    format!("{}{end}", display_safe(text)).into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_terminal_gets_nothing_that_acts() {
        let shown = |line: &str| String::from_utf8(safe(line.as_bytes())).unwrap();
        assert_eq!(shown("\u{feff}a;ä\r\n"), "a;ä\n");
        assert!(!shown("a\u{1b}[2J\u{202e}b\n").contains(['\u{1b}', '\u{202e}']));
        assert_eq!(shown("no end"), "no end");
    }
}
