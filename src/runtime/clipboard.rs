//! Copying by OSC 52: the terminal puts the text on its own clipboard, also over ssh.

use std::io;

use crossterm::{Command, clipboard::CopyToClipboard};

use super::output;

/// Hands `text` to the terminal's clipboard. Whether it took it, no terminal says.
///
/// # Errors
/// Where the terminal is gone.
pub(super) fn copy(text: &str) -> io::Result<()> {
    let mut sequence = String::new();
    CopyToClipboard::to_clipboard_from(text).write_ansi(&mut sequence).map_err(io::Error::other)?;
    output::write_all(sequence.as_bytes())
}
