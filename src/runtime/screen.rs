//! The state the terminal is put into, and how it gets its own back: at the end, for the editor, for Ctrl-Z, on a
//! signal and after a panic.

use std::{
    io,
    panic::PanicHookInfo,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use rustix::termios::{QueueSelector, tcflush};

use super::{output, panics};

/// Alternate screen, bracketed paste, focus reports.
const ENTER: &[u8] = b"\x1b[?1049h\x1b[?2004h\x1b[?1004h";
/// Clicks and the wheel, in the form that knows no limit of columns. Motion is not asked for.
const MOUSE_ON: &[u8] = b"\x1b[?1000h\x1b[?1006h";
const MOUSE_OFF: &[u8] = b"\x1b[?1006l\x1b[?1000l";
/// A synchronised update that was cut short, focus reports, bracketed paste, colours, alternate screen, cursor.
const LEAVE: &[u8] = b"\x1b[?2026l\x1b[?1004l\x1b[?2004l\x1b[0m\x1b[?1049l\x1b[?25h";

/// Which modes are on, known to the guard and to the panic hook.
#[derive(Debug, Default)]
struct Modes {
    entered: AtomicBool,
    mouse: AtomicBool,
}

impl Modes {
    /// Gives the terminal back what it had; the second call does nothing. Errors have nobody left to tell.
    fn leave(&self, drain: bool) {
        if !self.entered.swap(false, Ordering::SeqCst) {
            return;
        }
        if self.mouse.load(Ordering::SeqCst) {
            let _ = output::write_all(MOUSE_OFF);
            // Reports under way would be typed into the shell, so they are dropped while nothing echoes.
            if drain {
                let _ = tcflush(rustix::stdio::stdin(), QueueSelector::IFlush);
            }
        }
        let _ = output::write_all(LEAVE);
        let _ = crossterm::terminal::disable_raw_mode();
    }
}

/// Holds the terminal in the workbench's state until it is dropped.
#[derive(Debug)]
pub struct Screen {
    modes: Arc<Modes>,
}

impl Screen {
    /// Takes the terminal: raw mode, alternate screen, reports of paste, focus and (with `mouse`) clicks and wheel.
    ///
    /// A panic that nobody catches first gives the terminal back, then says its message, then `last_words`.
    ///
    /// # Errors
    /// Where standard input or output is no terminal, or is gone.
    pub fn enter(mouse: bool, last_words: String) -> io::Result<Self> {
        let modes = Arc::new(Modes::default());
        let before = std::panic::take_hook();
        let hooked = Arc::clone(&modes);
        std::panic::set_hook(Box::new(move |info: &PanicHookInfo<'_>| {
            if panics::is_caught(info) {
                return;
            }
            let ours = hooked.entered.load(Ordering::SeqCst);
            hooked.leave(true);
            before(info);
            if ours {
                let _ = rustix::io::write(rustix::stdio::stderr(), last_words.as_bytes());
            }
        }));
        let mut screen = Self { modes };
        screen.modes.mouse.store(mouse, Ordering::SeqCst);
        screen.take()?;
        Ok(screen)
    }

    /// Takes the terminal again after [`Self::release`]. The screen is blank then.
    ///
    /// # Errors
    /// Where the terminal is gone.
    pub fn take(&mut self) -> io::Result<()> {
        crossterm::terminal::enable_raw_mode()?;
        self.modes.entered.store(true, Ordering::SeqCst);
        output::write_all(ENTER)?;
        if self.modes.mouse.load(Ordering::SeqCst) {
            output::write_all(MOUSE_ON)?;
        }
        Ok(())
    }

    /// Lets another program have the terminal. What was typed and not yet read is left for it.
    pub fn release(&mut self) {
        self.modes.leave(false);
    }

    /// Gives the terminal back for good. Dropping does the same.
    pub fn leave(&mut self) {
        self.modes.leave(true);
    }

    /// Uses the mouse, or leaves it to the terminal.
    ///
    /// # Errors
    /// Where the terminal is gone.
    pub fn set_mouse(&mut self, on: bool) -> io::Result<()> {
        self.modes.mouse.store(on, Ordering::SeqCst);
        output::write_all(if on { MOUSE_ON } else { MOUSE_OFF })
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        self.leave();
    }
}
