//! Signals as messages: a thread that sleeps until one comes.

use std::{io, sync::mpsc::Sender, thread};

use signal_hook::{
    consts::{SIGHUP, SIGINT, SIGTERM, SIGTSTP, SIGWINCH},
    iterator::Signals,
};

/// What a signal asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Signal {
    /// The terminal has another size.
    Resized,
    /// Somebody pressed, or sent, an interrupt.
    Interrupt,
    /// Stop until `fg`.
    Suspend,
    /// Save and end, by this signal's number.
    End(i32),
}

/// Begins to listen. The thread lives as long as the program.
///
/// # Errors
/// Where the handlers cannot be had.
pub(super) fn listen<T: Send + 'static>(sender: Sender<T>, wrap: fn(Signal) -> T) -> io::Result<()> {
    let mut signals = Signals::new([SIGWINCH, SIGINT, SIGTSTP, SIGTERM, SIGHUP])?;
    thread::Builder::new().name("signals".into()).spawn(move || {
        for number in signals.forever() {
            let signal = match number {
                SIGWINCH => Signal::Resized,
                SIGINT => Signal::Interrupt,
                SIGTSTP => Signal::Suspend,
                number => Signal::End(number),
            };
            if sender.send(wrap(signal)).is_err() {
                break;
            }
        }
    })?;
    Ok(())
}

/// Stops the process group until `fg`, as Ctrl-Z does in a shell; `false` where no shell could go on with it.
///
/// Where our group leads the session (a terminal window of its own), nothing would ever wake it.
pub(super) fn stop_until_fg() -> bool {
    let group = rustix::process::getpgrp();
    if rustix::process::getsid(None).is_ok_and(|session| session == group) {
        return false;
    }
    rustix::process::kill_current_process_group(rustix::process::Signal::STOP).is_ok()
}

/// Stops this process, as its editor just was: the shell waits for both.
pub(super) fn stop_with_the_editor() {
    let _ = rustix::process::kill_process(rustix::process::getpid(), rustix::process::Signal::STOP);
}
