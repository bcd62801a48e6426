//! The loop: wait, take everything that came, draw at most one frame.

use std::{
    collections::VecDeque,
    io,
    sync::mpsc::{Receiver, Sender, channel},
    time::{Duration, Instant},
};

use jiff::Timestamp;
use ratatui::Terminal;

use super::{
    clipboard,
    editor::Lent,
    frame::FrameBackend,
    incoming::Incoming,
    input::{Keyboard, Report},
    screen::Screen,
    signals::{self, Signal},
    translate,
    worker::{Place, Workers, kept},
};
use crate::{
    app::{
        App, Effect, Key, Msg, Setup, Size,
        notice::{Notice, Weight},
    },
    locale::{Phrase, errors},
    text::display_safe::display_safe,
    view::{self, HitMap},
};

/// How many things are taken before a frame is drawn in any case.
const TAKEN: usize = 256;
/// How long saving may take once the program was told to end: 5 s.
const GRACE: Duration = Duration::from_secs(5);
/// The exit code of a program whose terminal is gone, as if SIGHUP had ended it.
const GONE: u8 = 129;
/// The exit code after a panic.
const PANICKED: u8 = 101;

const NO_SHELL: Phrase =
    Phrase::new("there is no shell to go back to", "es gibt keine Shell, in die es zurückginge");

/// How the workbench ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ended {
    /// The exit code: 0; 1 where something is not saved; 128 and the number of the signal that ended it.
    pub code: u8,
    /// What is not saved, and where it was kept.
    pub unsaved: Vec<String>,
}

/// Opens the workbench and runs it until the person leaves, a signal ends it, or the terminal is gone.
///
/// # Errors
/// Where no terminal, thread or signal handler can be had at the start.
pub fn run(place: Place, setup: Setup) -> io::Result<Ended> {
    // Colours are the theme's business: crossterm's own answer to NO_COLOR resets more than colours.
    crossterm::style::force_color_output(true);
    let mut workbench = Workbench::start(place, setup)?;
    let code = workbench.work();
    Ok(Ended { code, unsaved: workbench.end() })
}

/// The running workbench. Fields are dropped in this order: the keyboard is let go before the screen.
struct Workbench {
    app: App,
    hits: HitMap,
    keyboard: Option<Keyboard>,
    terminal: Terminal<FrameBackend>,
    screen: Screen,
    workers: Workers,
    incoming: Receiver<Incoming>,
    sender: Sender<Incoming>,
    /// What came while the editor had the terminal.
    later: VecDeque<Incoming>,
    /// The exit code, once it is known.
    code: Option<u8>,
}

impl Workbench {
    fn start(place: Place, mut setup: Setup) -> io::Result<Self> {
        let (sender, incoming) = channel();
        let size = FrameBackend::terminal_size();
        setup.size = Size { width: size.width, height: size.height };
        let (kept, unreadable) = kept(&place);
        setup.kept = kept;
        setup.problems.extend(unreadable);
        let mouse = setup.settings.mouse;
        let last_words = last_words(&place);
        let mut workers = Workers::start(place, sender.clone())?;
        // The workers read the article while the terminal is made ready.
        let (app, effects) = App::new(setup);
        let effects: Vec<_> = effects.into_iter().filter_map(|effect| workers.perform(effect)).collect();
        signals::listen(sender.clone(), Incoming::Signal)?;
        let screen = Screen::enter(mouse, last_words)?;
        let keyboard = Keyboard::start(sender.clone(), Incoming::Keyboard)?;
        let terminal = Terminal::new(FrameBackend::new())?;
        let mut workbench = Self {
            app,
            hits: HitMap::default(),
            keyboard: Some(keyboard),
            terminal,
            screen,
            workers,
            incoming,
            sender,
            later: VecDeque::new(),
            code: None,
        };
        workbench.perform(effects);
        Ok(workbench)
    }

    /// Works until there is an exit code.
    fn work(&mut self) -> u8 {
        loop {
            if let Some(code) = self.code {
                return code;
            }
            if self.draw().is_err() {
                return GONE;
            }
            let Some(first) = self.later.pop_front().or_else(|| self.incoming.recv().ok()) else {
                return PANICKED;
            };
            self.take(first);
            for _ in 1..TAKEN {
                if self.code.is_some() {
                    break;
                }
                let next = self.later.pop_front().or_else(|| self.incoming.try_recv().ok());
                let Some(next) = next else { break };
                self.take(next);
            }
        }
    }

    /// Draws one frame; nothing is sent where nothing changed.
    fn draw(&mut self) -> io::Result<()> {
        let (app, hits) = (&self.app, &mut self.hits);
        self.terminal.draw(|frame| *hits = view::draw(frame, app))?;
        Ok(())
    }

    fn take(&mut self, incoming: Incoming) {
        match incoming {
            Incoming::Keyboard(Report::Input(input)) => {
                if let Some(msg) = translate::message(input, &self.hits) {
                    self.update(msg);
                }
            }
            Incoming::Keyboard(Report::Gone) => self.code = Some(GONE),
            Incoming::Signal(Signal::Resized) => self.resized(),
            Incoming::Signal(Signal::Interrupt) => self.update(Msg::Key(Key::Ctrl('c'))),
            Incoming::Signal(Signal::Suspend) => self.suspend(),
            Incoming::Signal(Signal::End(number)) => self.code = Some(code_of(number)),
            Incoming::Answer(msg) => self.update(msg),
            Incoming::EditorDone(_) => {}
            Incoming::Broken => self.code = Some(PANICKED),
        }
    }

    fn update(&mut self, msg: Msg) {
        let effects = self.app.update(Timestamp::now(), msg);
        self.perform(effects);
    }

    fn resized(&mut self) {
        let size = FrameBackend::terminal_size();
        self.update(Msg::Resized(Size { width: size.width, height: size.height }));
    }

    fn perform(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            // A terminal that is gone is noticed by the next frame.
            match self.workers.perform(effect) {
                Some(Effect::OpenEditor { text }) => self.edit(&text),
                Some(Effect::Copy(text)) => drop(clipboard::copy(&text)),
                Some(Effect::Mouse(on)) => drop(self.screen.set_mouse(on)),
                Some(Effect::Suspend) => self.suspend(),
                Some(Effect::Quit { failed }) => self.code = Some(u8::from(failed)),
                _ => {}
            }
        }
    }

    /// Lets go of keyboard and screen.
    fn release(&mut self) {
        self.keyboard = None;
        self.screen.release();
    }

    /// Takes both again and draws everything anew.
    fn take_back(&mut self) {
        let taken = self.screen.take().and_then(|()| self.terminal.clear());
        let keyboard = taken.and_then(|()| Keyboard::start(self.sender.clone(), Incoming::Keyboard));
        match keyboard {
            Ok(keyboard) => self.keyboard = Some(keyboard),
            Err(_) => self.code = Some(GONE),
        }
        self.resized();
    }

    fn suspend(&mut self) {
        self.release();
        let stopped = signals::stop_until_fg();
        self.take_back();
        if stopped {
            // Files may have changed meanwhile.
            self.update(Msg::Focus(true));
        } else {
            let text = NO_SHELL.text(self.app.lang).to_owned();
            self.app.notice = Some(Notice { weight: Weight::Warning, text });
        }
    }

    fn edit(&mut self, text: &str) {
        self.release();
        let written = Lent::start(text, &self.sender).and_then(|lent| self.wait_for(lent));
        self.take_back();
        self.update(Msg::Edited(written.map_err(|error| errors::disk(self.app.lang, &error))));
    }

    /// Waits for the editor, while workers go on. Signals that its terminal sends are for the editor.
    fn wait_for(&mut self, lent: Lent) -> io::Result<String> {
        loop {
            match self.incoming.recv() {
                Ok(Incoming::EditorDone(ended)) => return lent.read(ended),
                Ok(Incoming::Answer(msg)) => self.update(msg),
                Ok(Incoming::Signal(Signal::End(number))) => {
                    self.code = Some(code_of(number));
                    lent.end();
                }
                Ok(Incoming::Signal(Signal::Suspend)) => signals::stop_with_the_editor(),
                Ok(Incoming::Signal(Signal::Resized | Signal::Interrupt)) => {}
                Ok(other) => self.later.push_back(other),
                Err(_) => return Err(io::ErrorKind::BrokenPipe.into()),
            }
        }
    }

    /// Gives the terminal back, saves what is left, and tells what could not be saved.
    fn end(mut self) -> Vec<String> {
        self.keyboard = None;
        self.screen.leave();
        let deadline = Instant::now() + GRACE;
        while self.is_saving() {
            let left = deadline.saturating_duration_since(Instant::now());
            match self.incoming.recv_timeout(left) {
                Ok(Incoming::Answer(msg)) => {
                    for effect in self.app.update(Timestamp::now(), msg) {
                        self.workers.perform(effect);
                    }
                }
                Ok(_) => {}
                Err(_) => break,
            }
        }
        self.keep_unsaved();
        self.workers.finish();
        self.app.shelf.failures().map(str::to_owned).collect()
    }

    /// Is something still on its way to the disk?
    fn is_saving(&self) -> bool {
        let mut held = self.app.shelf.held.values();
        held.any(|held| held.is_unsaved() && held.failure.is_none())
    }

    fn keep_unsaved(&self) {
        for held in self.app.shelf.held.values().filter(|held| held.is_unsaved()) {
            self.workers.keep(held.base.clone(), held.document.clone());
        }
    }
}

impl Drop for Workbench {
    /// After a panic nothing is sure but the journal.
    fn drop(&mut self) {
        if std::thread::panicking() {
            self.keep_unsaved();
        }
    }
}

fn code_of(signal: i32) -> u8 {
    u8::try_from(128 + signal).unwrap_or(GONE)
}

/// What is said after a panic: what is safe, and where the rest is.
fn last_words(place: &Place) -> String {
    let journal = place.folders.as_ref().map(|folders| folders.state.join("journal"));
    let kept = journal.map_or_else(String::new, |journal| {
        let journal = journal.to_string_lossy();
        format!(" What was not is kept in {} and offered at the next start.", display_safe(&journal))
    });
    format!(
        "factdesk: this is a fault of factdesk, please report it. What the screen called saved is saved.{kept}\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{self, Folders, Settings};
    use crate::{locale::Lang, runtime::Spoken};

    #[test]
    fn after_a_panic_the_place_of_what_is_kept_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let workspace = store::init(folder.path(), &[]).unwrap().workspace;
        let (config, state) = (folder.path().join("config.yaml"), folder.path().join("state"));
        let folders = Some(Folders { config, state: state.clone() });
        let spoken = Spoken::new(Lang::En);
        let words = last_words(&Place { workspace, settings: Settings::default(), folders, spoken });
        assert!(words.contains(&state.join("journal").display().to_string()), "{words}");
    }
}
