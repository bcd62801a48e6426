//! brat standoff.

use super::{Foreign, SourceFile, Unreadable};

/// Reads the files of a folder, or below it.
///
/// # Errors
/// [`Unreadable`] where something in one of them cannot be understood.
pub(super) fn read(_: &[SourceFile]) -> Result<Vec<Foreign>, Unreadable> {
    Err(Unreadable::new("cannot be read"))
}
