//! Our own JSON lines.

use super::{Foreign, Unreadable};

/// Reads a file.
///
/// # Errors
/// [`Unreadable`] where something in it cannot be understood.
pub(super) fn read(_: &[u8]) -> Result<Vec<Foreign>, Unreadable> {
    Err(Unreadable::new("cannot be read"))
}
