//! Text to sentences.

use super::Span;

/// What a unit is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// A sentence of the running text.
    #[default]
    Sentence,
    /// A headline or subhead.
    Heading,
    /// The line under a picture.
    Caption,
    /// Page matter that nobody checks: bylines, credits, date lines, teasers, legal notices, "read also".
    Furniture,
}

/// The sentence that is tagged; a heading, a caption or a byline is one too.
///
/// `text[unit.bytes.range()]` is its text; `unit.chars` are the same positions in code points, as annotation
/// files have them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Where it lies, in bytes of the decoded text.
    pub bytes: Span,
    /// Where it lies, in code points of the decoded text.
    pub chars: Span,
    /// What it is taken for.
    pub kind: Kind,
    /// The rule that ended it.
    pub rule: Rule,
}

/// A named rule of the segmenter: the answer to "why does the sentence end here?".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule(pub &'static str);

/// A language the segmenter has tables for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Language {
    /// German.
    De,
    /// English.
    En,
    /// French.
    Fr,
    /// Spanish.
    Es,
    /// Italian.
    It,
    /// Polish.
    Pl,
    /// Russian.
    Ru,
    /// Turkish.
    Tr,
    /// Czech.
    Cs,
    /// Dutch.
    Nl,
}
