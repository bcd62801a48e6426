//! What a file of another tool says, before it is held against our articles.

use jiff::Timestamp;

use crate::{
    annotation::Tag,
    export::SentenceFacts,
    text::{Kind, Span},
};

/// What a file of another tool says about one text, as one annotator.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Foreign {
    /// The name of the file; readers of one file leave it empty, [`super::read`] fills it in.
    pub file: String,
    /// The article, where the file names one: its id, or the path of a file.
    pub article: Option<String>,
    /// The text that positions count in, where the file holds it.
    pub text: Option<String>,
    /// Who says it, where the file does: a slug, or a person's name.
    pub annotator: Option<String>,
    /// The file says where tags come from: one without an origin was set by hand. Else it is imported.
    pub says_origin: bool,
    /// The file counted UTF-16 code units, which it does not say; positions here are code points all the same.
    pub is_utf16: bool,
    /// What it says about sentences as such. Tags may lie outside of all of them.
    pub sentences: Vec<ForeignSentence>,
    /// What it tags.
    pub tags: Vec<ForeignTag>,
    /// What the file says but cannot mean: where in it, and why. It comes in with nothing of that place.
    pub misfits: Vec<(String, String)>,
}

/// What a file of another tool says about a sentence as such.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ForeignSentence {
    /// Where in the file, for people: `line 3`, `task 17`, `T4`.
    pub place: String,
    /// Where it stands, in code points of the text; `None` where the file tells it by its words alone.
    pub span: Option<Span>,
    /// Its words, where the file has them.
    pub quote: Option<String>,
    /// The words before and behind it, where the file has them: they tell twins apart.
    pub context: Option<(String, String)>,
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
    /// What was on the screen when it was first tagged or read, where the file says.
    pub saw: Vec<String>,
    /// When it last changed, where the file says.
    pub at: Option<Timestamp>,
}

impl From<SentenceFacts> for ForeignSentence {
    fn from(facts: SentenceFacts) -> Self {
        let kind = facts.kind();
        let SentenceFacts { read, mark, not, note, .. } = facts;
        Self { kind, read, mark, not, note, ..Self::default() }
    }
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
