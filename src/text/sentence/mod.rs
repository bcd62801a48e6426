//! Text to sentences.
//!
//! Blocks first (a line, or a paragraph of hard-wrapped text), then candidates (a run of terminators with
//! closing quotes and brackets), then ordered, named [rules](Rule) over the words around each candidate, the
//! state of quotes and brackets, and the tables of a [`Language`]. Every character that is not white space is
//! in exactly one [`Unit`], and a unit knows its [`Kind`] and the rule that ended it.
//!
//! Conventions: a line break ends a unit unless the text is hard-wrapped; a full stop inside a quotation of
//! several sentences splits; a colon or semicolon does not; closing quotes belong to the left.
//!
//! Language and hard wrap are decided from the first 64 KB and nothing but an unclosed line reaches further,
//! so units that are there do not change when text is appended.

mod blocks;
mod candidates;
mod chars;
mod context;
mod detect;
#[cfg(test)]
mod examples;
mod kind;
mod language;
mod length;
mod rules;
mod segmenter;
mod tables;
mod word;

use super::Span;

pub use language::{Language, UnknownLanguage};
pub use segmenter::{Decision, Segmenter};

/// The version of the segmenter, as annotation files record it (`segmenter:`). It grows when boundaries change.
pub const SEGMENTER: u32 = 1;

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

impl Kind {
    /// Its name in files and output: `sentence`, `heading`, `caption`, `furniture`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Sentence => "sentence",
            Self::Heading => "heading",
            Self::Caption => "caption",
            Self::Furniture => "furniture",
        }
    }

    /// The kind of that name.
    pub fn find(name: &str) -> Option<Self> {
        [Self::Sentence, Self::Heading, Self::Caption, Self::Furniture]
            .into_iter()
            .find(|kind| kind.name() == name)
    }
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
///
/// It is one pointer small, because units are kept by the hundred thousand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule(pub &'static &'static str);

impl Rule {
    /// The end of the line, or of the paragraph in hard-wrapped text.
    pub const LINE_END: Self = Self(&"line end");
    /// The end of the text.
    pub const TEXT_END: Self = Self(&"text end");
    /// The unit was longer than any sentence.
    pub const LENGTH: Self = Self(&"length");

    /// Its name, in words.
    pub const fn name(self) -> &'static str {
        self.0
    }
}

/// What the line breaks of a text mean.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Newlines {
    /// Decided from the text: as [`Self::Unwrap`] if it is hard-wrapped, else as [`Self::Keep`].
    #[default]
    Auto,
    /// Each line break ends a unit.
    Keep,
    /// A blank line ends a unit, a single line break is a blank.
    Unwrap,
}

/// How to segment. The default leaves both open, to be decided from the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Options {
    /// The language of the text; detected without one.
    pub language: Option<Language>,
    /// What its line breaks mean.
    pub newlines: Newlines,
}

/// Every rule that can end a unit or keep it from ending.
pub fn rules() -> impl Iterator<Item = Rule> {
    rules::all().chain([Rule::LINE_END, Rule::TEXT_END, Rule::LENGTH])
}

/// All units of `text` from the byte `body` on, where its front matter ends.
pub fn segment(text: &str, body: usize, options: Options) -> Vec<Unit> {
    Segmenter::new(text, body, options).collect()
}

/// Every decision about a place where a sentence might have ended, with the rule that made it: the answer to
/// "why not here?".
pub fn explain(text: &str, body: usize, options: Options) -> Vec<Decision> {
    Segmenter::new(text, body, options).decisions()
}
