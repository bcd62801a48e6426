//! What the program tells the person in one line.

/// How much a notice matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// Said in passing; the next key takes it away.
    Info,
    /// Something did not go as asked.
    Warning,
    /// Something is not safe: stays until it is.
    Error,
}

/// One line for the person, already in their language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// How much it matters.
    pub weight: Weight,
    /// What it says; foreign words in it are made safe where they are drawn.
    pub text: String,
}
