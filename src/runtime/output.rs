//! Bytes to the terminal, past the buffers and locks of the standard library.
//!
//! The panic hook has to write while anything may be locked, and a frame goes out in one piece, so everything that
//! is meant for the terminal takes this way.

use std::io;

use rustix::{
    event::{PollFd, PollFlags, poll},
    io::Errno,
};

/// Writes all of `bytes` to the terminal on standard output, waiting where it is slow.
///
/// # Errors
/// Where the terminal is gone.
pub(super) fn write_all(mut bytes: &[u8]) -> io::Result<()> {
    let terminal = rustix::stdio::stdout();
    while !bytes.is_empty() {
        match rustix::io::write(terminal, bytes) {
            Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
            Ok(written) => bytes = &bytes[written..],
            Err(Errno::INTR) => {}
            // Another program may have left the terminal in non-blocking mode.
            Err(Errno::AGAIN) => {
                poll(&mut [PollFd::new(&terminal, PollFlags::OUT)], None)?;
            }
            Err(error) => return Err(error.into()),
        }
    }
    Ok(())
}
