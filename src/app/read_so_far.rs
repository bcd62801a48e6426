//! How much of the workspace is known while it is being read.

/// How far the workspace has been read: what the Review shows and the Overview counts comes from that much of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ReadSoFar {
    /// Articles with annotation files that were read.
    pub read: usize,
    /// All of them, once that is known.
    pub all: usize,
    /// Annotation files that cannot be read.
    pub unreadable: usize,
    /// Is everything known?
    pub done: bool,
}
