//! A half-open range of positions.

use std::ops::Range;

/// A half-open range `start..end`, small enough to keep by the hundred thousand.
///
/// Whether it counts bytes or code points is said where it is used: a [`super::Unit`] has one of each.
/// Texts are limited to 64 MB, so 32 bits are enough for both.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    /// The first position inside.
    pub start: u32,
    /// The first position after it.
    pub end: u32,
}

/// `n` as a position in a text, or as a number of positions. Texts are at most 64 MB, so nothing is cut off.
pub fn position(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

impl Span {
    /// The span `start..end`.
    pub const fn new(start: u32, end: u32) -> Self {
        Self { start, end }
    }

    /// Number of positions inside.
    pub const fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Is nothing inside?
    pub const fn is_empty(self) -> bool {
        self.start >= self.end
    }

    /// As a range to index with.
    pub const fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Is `position` inside?
    pub const fn contains(self, position: u32) -> bool {
        self.start <= position && position < self.end
    }

    /// Do the two share a position?
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }
}
