//! How commands talk: data on standard output, words on standard error, and failures with a hint.

use std::{
    fmt::Display,
    io::{self, BufWriter, IsTerminal, Read, StdoutLock, Write},
};

use clap::builder::styling::{AnsiColor, Style};

use super::arguments::{Color, Common};
use crate::{store::LIMIT, text::display_safe::display_safe};

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    /// It did what was asked.
    Done,
    /// It found problems in what it was to look at.
    Problems,
    /// The workbench ended with this code.
    Code(u8),
    /// Some of what it was to look at could not be read, as it said.
    Unreadable,
}

/// Why a command could not do what was asked.
#[derive(Debug)]
pub(super) struct Failure {
    what: String,
    hint: Option<String>,
    broken_pipe: bool,
}

impl Failure {
    /// Something went wrong; the text says what, with which file, and may go on with lines that begin with `hint: `.
    pub(super) fn new(what: impl Display) -> Self {
        Self { what: what.to_string(), hint: None, broken_pipe: false }
    }

    /// The same, with what to do about it.
    pub(super) fn hint(self, hint: impl Display) -> Self {
        Self { hint: Some(hint.to_string()), ..self }
    }

    /// Did whoever reads our output stop reading? Then there is nothing to complain about.
    pub(super) fn is_broken_pipe(&self) -> bool {
        self.broken_pipe
    }
}

impl From<io::Error> for Failure {
    /// What went wrong while writing to standard output.
    fn from(error: io::Error) -> Self {
        let broken_pipe = error.kind() == io::ErrorKind::BrokenPipe;
        Self { what: format!("standard output: {error}"), hint: None, broken_pipe }
    }
}

/// Standard output for data: locked, in large pieces.
pub(super) fn output() -> BufWriter<StdoutLock<'static>> {
    BufWriter::with_capacity(1 << 16, io::stdout().lock())
}

/// All of standard input.
///
/// # Errors
/// Where it cannot be read, and where it is more than [`LIMIT`].
pub(super) fn input() -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let read = io::stdin().lock().take(LIMIT + 1).read_to_end(&mut bytes);
    read.map_err(|error| Failure::new(format_args!("standard input: {error}")))?;
    if bytes.len() as u64 > LIMIT {
        return Err(Failure::new("standard input: more than 64 MB").hint("bring it in in parts"));
    }
    Ok(bytes)
}

/// Does a person look at standard output?
pub(super) fn is_seen() -> bool {
    io::stdout().is_terminal()
}

/// On which terms words are said: how many, and in colour or not.
#[derive(Clone, Copy, Debug)]
pub(super) struct Terms {
    quiet: bool,
    verbose: bool,
    colour: bool,
}

impl Terms {
    /// The terms of this run.
    pub(super) fn new(common: &Common) -> Self {
        let colour = match common.color {
            Color::Always => true,
            Color::Never => false,
            Color::Auto => !no_color() && io::stderr().is_terminal(),
        };
        Self { quiet: common.quiet, verbose: common.verbose > 0, colour }
    }

    /// Shall only be said what went wrong?
    pub(super) fn is_quiet(self) -> bool {
        self.quiet
    }

    /// Says what was done.
    pub(super) fn say(self, what: impl Display) {
        if !self.quiet {
            self.write(Style::new(), "", &what.to_string());
        }
    }

    /// Says what only somebody who asked for more wants to know.
    pub(super) fn detail(self, what: impl Display) {
        if self.verbose {
            self.say(what);
        }
    }

    /// Says what is not as it should be and stops nothing.
    pub(super) fn warn(self, what: impl Display) {
        self.write(AnsiColor::Yellow.on_default().bold(), "factdesk: ", &what.to_string());
    }

    /// Says what went wrong.
    pub(super) fn complain(self, failure: &Failure) {
        self.write(AnsiColor::Red.on_default().bold(), "factdesk: ", &failure.what);
        if let Some(hint) = &failure.hint {
            self.write(Style::new(), "hint: ", hint);
        }
    }

    /// Writes lines to standard error. Nobody is left to hear that this failed.
    fn write(self, style: Style, prefix: &str, text: &str) {
        let mut lines = text.lines().map(display_safe);
        let first = lines.next().unwrap_or_default();
        let mut said = if self.colour {
            format!("{style}{prefix}{style:#}{first}\n")
        } else {
            format!("{prefix}{first}\n")
        };
        for line in lines {
            said.push_str(&line);
            said.push('\n');
        }
        let _ = io::stderr().lock().write_all(said.as_bytes());
    }
}

/// So many of something, in words: `1 file`, `3 files`.
pub(super) fn counted<N: Copy + Display + PartialEq + From<u8>>(count: N, what: &str) -> String {
    let end = if count == N::from(1) { "" } else { "s" };
    format!("{count} {what}{end}")
}

/// Does the environment ask for no colours (<https://no-color.org>)?
pub(super) fn no_color() -> bool {
    std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty())
}
