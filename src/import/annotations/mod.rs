//! Tags from other tools: each format's reader gives [`Foreign`] texts, which are then held against our articles.

use crate::{
    annotation::Tag,
    text::{Kind, Span},
};

/// What a file of another tool says about one text, as one annotator.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Foreign {
    /// The article, where the file names one: its id, or the path of a file.
    pub article: Option<String>,
    /// The text that positions count in, where the file holds it.
    pub text: Option<String>,
    /// Who says it, where the file does.
    pub annotator: Option<String>,
    /// What it says about sentences as such. Tags may lie outside of all of them.
    pub sentences: Vec<ForeignSentence>,
    /// What it tags.
    pub tags: Vec<ForeignTag>,
}

/// What a file of another tool says about a sentence as such.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ForeignSentence {
    /// Where in the file, for people: `line 3`, `task 17`, `T4`.
    pub place: String,
    /// Where it stands, in code points of the text.
    pub span: Span,
    /// Its words, where the file has them.
    pub quote: Option<String>,
    /// What it was taken for, where that is not the guess.
    pub kind: Option<Kind>,
    /// It was read.
    pub read: bool,
    /// Somebody wants to come back to it.
    pub mark: bool,
    /// Labels that were rejected, as the file names them.
    pub not: Vec<String>,
    /// What was noted.
    pub note: Option<String>,
}

/// A tag that a file of another tool has.
#[derive(Clone, Debug, PartialEq)]
pub struct ForeignTag {
    /// Where in the file, for people: `line 3`, `task 17`, `T4`.
    pub place: String,
    /// The words it covers, in code points of the text; `None` where the file tells them by their words alone.
    pub span: Option<Span>,
    /// The words it covers, where the file has them.
    pub quote: Option<String>,
    /// The words before and behind them, where the file has them: they tell twins apart.
    pub context: Option<(String, String)>,
    /// The sentence it belongs to, in code points of the text, where the file says.
    pub sentence: Option<Span>,
    /// What it says: its label as the file names it, source, cue, claims. Its `part` is empty; positions of source and
    /// cue count code points of the text.
    pub tag: Tag,
}
