//! The thread that reads the keyboard, and can be stopped without having taken a byte that is meant for the editor.
//!
//! It sleeps in `poll(2)` on the keyboard and on a socket, and reads only what is there. A read that blocks, as
//! crossterm's does, could be left only by another key, and that key would be lost to the next program.

use std::{
    io::{self, Write},
    os::unix::net::UnixStream,
    sync::mpsc::Sender,
    thread::{self, JoinHandle},
};

use rustix::{
    event::{PollFd, PollFlags, Timespec, poll},
    io::Errno,
};

use super::decode::{Decoder, Input};

/// How long an Esc waits for the rest of a sequence: 30 ms.
const PATIENCE: Timespec = Timespec { tv_sec: 0, tv_nsec: 30_000_000 };

/// What the keyboard says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Report {
    /// Something was typed, clicked or pasted.
    Input(Input),
    /// The terminal is gone.
    Gone,
}

/// The running thread.
#[derive(Debug)]
pub(super) struct Keyboard {
    stop: UnixStream,
    thread: Option<JoinHandle<()>>,
}

impl Keyboard {
    /// Begins to read.
    ///
    /// # Errors
    /// Where the socket or the thread cannot be had.
    pub(super) fn start<T: Send + 'static>(sender: Sender<T>, wrap: fn(Report) -> T) -> io::Result<Self> {
        let (stop, stopped) = UnixStream::pair()?;
        let thread = thread::Builder::new().name("keyboard".into()).spawn(move || {
            if read(&stopped, |report| sender.send(wrap(report)).is_ok()).is_err() {
                let _ = sender.send(wrap(Report::Gone));
            }
        })?;
        Ok(Self { stop, thread: Some(thread) })
    }

    /// Lets go of the keyboard; what was not read yet stays there.
    pub(super) fn stop(&mut self) {
        let _ = self.stop.write_all(&[0]);
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

impl Drop for Keyboard {
    fn drop(&mut self) {
        self.stop();
    }
}

/// Reads until told to stop or `take` wants no more.
fn read(stopped: &UnixStream, mut take: impl FnMut(Report) -> bool) -> io::Result<()> {
    let keyboard = rustix::stdio::stdin();
    let (mut decoder, mut inputs, mut bytes) = (Decoder::default(), Vec::new(), [0; 4096]);
    loop {
        let mut waiting = [PollFd::new(stopped, PollFlags::IN), PollFd::new(&keyboard, PollFlags::IN)];
        match poll(&mut waiting, decoder.is_waiting().then_some(&PATIENCE)) {
            Ok(0) => decoder.settle(&mut inputs),
            Ok(_) if !waiting[0].revents().is_empty() => return Ok(()),
            Ok(_) if waiting[1].revents().contains(PollFlags::IN) => {
                match rustix::io::read(keyboard, &mut bytes) {
                    Ok(0) => return Err(io::ErrorKind::UnexpectedEof.into()),
                    Ok(length) => decoder.feed(&bytes[..length], &mut inputs),
                    Err(Errno::INTR | Errno::AGAIN) => {}
                    Err(error) => return Err(error.into()),
                }
            }
            Ok(_) => return Err(io::ErrorKind::BrokenPipe.into()),
            Err(Errno::INTR) => {}
            Err(error) => return Err(error.into()),
        }
        for input in inputs.drain(..) {
            if !take(Report::Input(input)) {
                return Ok(());
            }
        }
    }
}
