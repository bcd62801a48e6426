//! Counts of one document.

/// Where one annotator stands in one article. Kept by the ten thousand, so it is small.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Units to read, furniture aside.
    pub units: u32,
    /// Of these, read.
    pub read: u32,
    /// Sentences with the label claim, denial, attribution, and any other.
    pub labels: [u32; 4],
    /// Sentences marked to come back to.
    pub marks: u32,
}
