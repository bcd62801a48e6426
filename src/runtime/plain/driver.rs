//! The core and its workers, driven step by step.

use std::{
    io::{self, Write},
    sync::mpsc::{Receiver, channel},
};

use jiff::Timestamp;

use super::{HELP, PlainEnd, page};
use crate::{
    app::{App, Effect, Key, Msg, Overlay, Setup, Target, list::Row, notice::Weight},
    runtime::{
        incoming::Incoming,
        worker::{Place, Workers, kept},
    },
    text::display_safe::display_safe,
};

/// How one exports without a screen.
const EXPORTS: &str =
    "opens a dialog, which needs a screen; `factdesk export --format xlsx --out FILE` writes one";

/// The core, its workers, and where lines go.
pub(super) struct Driver<W> {
    app: App,
    workers: Workers,
    incoming: Receiver<Incoming>,
    output: W,
    /// How many saves of this run are on the disk.
    saves: usize,
    /// Was everything saved when it was asked to leave?
    left: Option<bool>,
    /// Could everything be read that was to be opened?
    read: bool,
    /// What was printed last, so that it is not said twice.
    shown: String,
}

impl<W: Write> Driver<W> {
    pub(super) fn start(place: Place, mut setup: Setup, output: W) -> io::Result<Self> {
        let (kept, unreadable) = kept(&place);
        setup.kept = kept;
        setup.problems.extend(unreadable);
        let (sender, incoming) = channel();
        let workers = Workers::start(place, sender)?;
        let (app, effects) = App::new(setup);
        let mut driver =
            Self { app, workers, incoming, output, saves: 0, left: None, read: true, shown: String::new() };
        driver.perform(effects);
        Ok(driver)
    }

    /// Waits until the article is there, the list is whole and every save has its answer.
    pub(super) fn settle(&mut self) -> io::Result<()> {
        while self.is_busy() {
            match self.incoming.recv() {
                Ok(Incoming::Answer(msg)) => self.answered(msg)?,
                Ok(Incoming::Broken) | Err(_) => return Err(io::Error::other("a worker failed")),
                Ok(_) => {}
            }
        }
        Ok(())
    }

    fn is_busy(&self) -> bool {
        let desk = &self.app.desk;
        self.left.is_none()
            && (!self.app.list.complete
                || desk.opening.is_some()
                || self.app.is_recovering()
                || desk.open.as_ref().is_some_and(|open| !open.complete)
                || self.app.shelf.held.values().any(|held| held.sending.is_some()))
    }

    fn answered(&mut self, msg: Msg) -> io::Result<()> {
        match &msg {
            Msg::Saved { .. } => {
                self.saves += 1;
                writeln!(self.output, "saved {}", self.saves)?;
                self.output.flush()?;
            }
            Msg::SaveFailed { error, kept, .. } => {
                let kept = kept.as_ref().map_or_else(String::new, |kept| format!("; kept in {kept}"));
                self.print(&format!("NOT SAVED: {error}{kept}"))?;
            }
            _ => {}
        }
        self.update(msg);
        Ok(())
    }

    fn update(&mut self, msg: Msg) {
        let effects = self.app.update(Timestamp::now(), msg);
        self.perform(effects);
    }

    fn perform(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            match self.workers.perform(effect) {
                Some(Effect::OpenEditor { .. }) => {
                    self.update(Msg::Edited(Err("there is no editor here; e TEXT makes a note".to_owned())));
                }
                Some(Effect::Quit { failed }) => self.left = Some(!failed),
                _ => {}
            }
        }
    }

    /// Presses a key, waits for what it sets off, and says what it did. A field or list it would open is closed again.
    pub(super) fn key(&mut self, key: Key) -> io::Result<()> {
        let action =
            self.app.scopes().find_map(|scope| self.app.commands.bound(scope, key)).map(|row| row.action);
        let doubts = page::doubts(&self.app);
        self.update(Msg::Key(key));
        self.settle()?;
        if let Some(done) = page::done(&self.app, action, doubts) {
            self.print(done)?;
        }
        self.tell()?;
        if self.left.is_none() && !self.app.overlays.is_empty() {
            let exports = matches!(self.app.overlays.last(), Some(Overlay::Export(_)));
            self.close_overlays();
            let why = if exports {
                EXPORTS
            } else {
                "opens a field, which needs a screen; `?` says what works here"
            };
            self.complain(&format!("{key}: {why}"))?;
        }
        Ok(())
    }

    /// Must it be said first what becomes of kept edits?
    pub(super) fn is_asked_about_kept(&self) -> bool {
        self.app.is_asked_about_kept()
    }

    /// Presses a key on the offer of kept edits.
    pub(super) fn kept(&mut self, key: Key) -> io::Result<()> {
        self.update(Msg::Key(key));
        self.settle()
    }

    fn close_overlays(&mut self) {
        // Each Esc closes one layer.
        for _ in 0..self.app.overlays.len() {
            self.update(Msg::Key(Key::Esc));
        }
    }

    /// Opens the field of a key, replaces what stands in it, and confirms.
    pub(super) fn answer(&mut self, key: &str, text: &str) -> io::Result<()> {
        self.update(Msg::Key(key.parse().map_err(|_| io::Error::other("no key"))?));
        if self.app.overlays.is_empty() {
            return self.settle();
        }
        self.update(Msg::Key(Key::End));
        self.update(Msg::Key(Key::Ctrl('u')));
        self.update(Msg::Pasted(text.to_owned()));
        self.update(Msg::Key(Key::Enter));
        if !self.app.overlays.is_empty() {
            let complaint = page::complaint(&self.app).unwrap_or_else(|| format!("`{text}` was not taken"));
            self.close_overlays();
            self.complain(&complaint)?;
        }
        self.settle()
    }

    pub(super) fn click(&mut self, target: Target) -> io::Result<()> {
        self.update(Msg::Clicked(target));
        self.settle()
    }

    /// Units of the open article.
    pub(super) fn units(&self) -> usize {
        self.app.desk.open.as_ref().map_or(0, |open| open.units.len())
    }

    /// The row of the list that an article has: by its id, or by its name where only one has it.
    pub(super) fn row_of(&self, name: &str) -> Option<usize> {
        let articles = &self.app.list.articles;
        let named = |id: &crate::text::ArticleId| id.as_str() == name;
        let ends = |id: &crate::text::ArticleId| id.name() == name;
        let index = articles.iter().position(named).or_else(|| {
            let mut found = articles.iter().enumerate().filter(|(_, id)| ends(id));
            let first = found.next();
            first.filter(|_| found.next().is_none()).map(|(index, _)| index)
        })?;
        Some(self.app.list.row_of(index))
    }

    pub(super) fn is_bound(&self, key: Key) -> bool {
        self.app.scopes().any(|scope| self.app.commands.bound(scope, key).is_some())
    }

    pub(super) fn is_done(&self) -> bool {
        self.left.is_some()
    }

    /// Prints where the person is, if that changed or `again` asks for it, and what the core has to say.
    pub(super) fn page(&mut self, again: bool) -> io::Result<()> {
        if self.left.is_some() {
            return Ok(());
        }
        self.tell()?;
        // What is not safe is said again until it is.
        if let Some(notice) = self.app.notice.clone() {
            self.print(&notice.text)?;
        }
        self.read &= self.app.desk.problem.is_none();
        let lines = page::lines(&self.app);
        let text = lines.join("\n");
        if again || text != self.shown {
            for line in &lines {
                self.print(line)?;
            }
            self.shown = text;
        }
        self.output.flush()
    }

    /// Prints what the core says in passing, once.
    fn tell(&mut self) -> io::Result<()> {
        match self.app.notice.take_if(|notice| notice.weight != Weight::Error) {
            Some(notice) if self.left.is_none() => self.print(&notice.text),
            _ => Ok(()),
        }
    }

    pub(super) fn list(&mut self) -> io::Result<()> {
        for row in 0..self.app.list.len() {
            let line = match self.app.list.row(row) {
                Some(Row::Story(story)) => format!("{story}/"),
                Some(Row::Article(index)) => page::article(&self.app, index),
                None => break,
            };
            self.print(&line)?;
        }
        self.output.flush()
    }

    pub(super) fn help(&mut self) -> io::Result<()> {
        writeln!(self.output, "{HELP}")?;
        for line in page::keys(&self.app) {
            self.print(&line)?;
        }
        self.output.flush()
    }

    pub(super) fn complain(&mut self, what: &str) -> io::Result<()> {
        self.print(what)?;
        self.output.flush()
    }

    /// A line that does nothing but say something.
    fn print(&mut self, line: &str) -> io::Result<()> {
        writeln!(self.output, "{}", display_safe(line))
    }

    /// Leaves as `q` does; where something is not saved, tries once more and then says what.
    pub(super) fn leave(mut self) -> io::Result<PlainEnd> {
        for _ in 0..2 {
            if self.left.is_none() {
                self.close_overlays();
                self.update(Msg::Key(Key::Char('q')));
                self.settle()?;
            }
        }
        self.workers.finish();
        let failed: Vec<String> = self.app.shelf.failures().map(str::to_owned).collect();
        for why in &failed {
            self.print(why)?;
        }
        self.output.flush()?;
        Ok(PlainEnd { saved: self.left == Some(true) && failed.is_empty(), read: self.read })
    }
}
