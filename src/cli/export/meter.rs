//! How far an export has come, for who has waited for a second.

use std::{
    io::{self, IsTerminal, Write},
    time::{Duration, Instant},
};

use crate::{
    cli::report::{Terms, is_seen},
    runtime::exporting::Progress,
};

/// How long nothing is said.
const PATIENCE: Duration = Duration::from_secs(1);

/// How often the line of a terminal is written anew.
const FRAME: Duration = Duration::from_millis(100);

/// Says on standard error how far it has come: on a terminal in one line, else in one line each second.
pub(super) struct Meter {
    terms: Terms,
    rewrites: bool,
    next: Instant,
    shown: bool,
}

impl Meter {
    /// Begins to count the time. Where data goes to the terminal, nothing is said in between.
    pub(super) fn new(terms: Terms) -> Self {
        let rewrites = io::stderr().is_terminal() && !is_seen();
        Self { terms, rewrites, next: Instant::now() + PATIENCE, shown: false }
    }

    /// Shows `progress` if it is time to.
    pub(super) fn show(&mut self, progress: Progress) {
        let now = Instant::now();
        if now < self.next || self.terms.is_quiet() {
            return;
        }
        let Progress { articles, of } = progress;
        let said = format!("{articles} of {of} articles");
        if self.rewrites {
            let _ = write!(io::stderr(), "\r{said}\x1b[K");
            (self.next, self.shown) = (now + FRAME, true);
        } else {
            self.terms.say(said);
            self.next = now + PATIENCE;
        }
    }

    /// Takes the line away again.
    pub(super) fn clear(&mut self) {
        if self.shown {
            let _ = write!(io::stderr(), "\r\x1b[K");
            self.shown = false;
        }
    }
}
