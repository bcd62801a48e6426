//! What differs between Unix and other systems: permissions, how a name's bytes are told, how a file is opened
//! without waiting, and how a folder reaches the disk.

#[cfg(not(unix))]
mod other;
#[cfg(unix)]
mod unix;

#[cfg(not(unix))]
pub(super) use other::*;
#[cfg(unix)]
pub(super) use unix::*;
