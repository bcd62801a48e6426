//! Everything that can wake the loop, through one channel.

use std::{
    io,
    sync::mpsc::Sender,
    thread::{self, JoinHandle},
};

use super::{input::Report, signals::Signal};
use crate::app::Msg;

/// One thing that came in.
#[derive(Debug)]
pub(super) enum Incoming {
    /// From the keyboard or the mouse.
    Keyboard(Report),
    /// From the system.
    Signal(Signal),
    /// From a worker.
    Answer(Msg),
    /// The editor is done: did it end well?
    EditorDone(io::Result<bool>),
    /// A thread of ours panicked; the panic hook has spoken.
    Broken,
}

/// Where workers put their answers.
pub(super) type Answers = Sender<Incoming>;

/// Runs `work` in a thread of that name. A panic in it ends the program instead of leaving it deaf.
///
/// # Errors
/// Where no thread can be had.
pub(super) fn spawn(
    name: &str,
    answers: &Answers,
    work: impl FnOnce(&Answers) + Send + 'static,
) -> io::Result<JoinHandle<()>> {
    let answers = answers.clone();
    thread::Builder::new().name(name.to_owned()).spawn(move || {
        let alarm = Alarm(answers);
        work(&alarm.0);
    })
}

/// Tells the loop when its thread panics.
struct Alarm(Answers);

impl Drop for Alarm {
    fn drop(&mut self) {
        if thread::panicking() {
            let _ = self.0.send(Incoming::Broken);
        }
    }
}
