//! One annotation file: what one annotator found in one article.

use std::{ops::Range, sync::Arc};

use jiff::Timestamp;

use super::{Annotator, Label, Tag};
use crate::text::{ArticleId, Kind, Span};

/// A boundary between sentences that the annotator moved.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Boundary {
    /// The first code point of the unit on its right.
    pub at: u32,
    /// The first words of that unit, which find it again after the text changed.
    pub before: String,
}

/// What another writer said where both changed the same thing, kept until somebody resolves it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// Their tags.
    pub tags: Vec<Tag>,
    /// Their note.
    pub note: Option<String>,
    /// When they changed it.
    pub at: Option<Timestamp>,
}

impl Conflict {
    /// Adds what `other` says; what is there already is not repeated.
    pub(super) fn absorb(&mut self, other: Self) {
        for tag in other.tags {
            if !self.tags.contains(&tag) {
                self.tags.push(tag);
            }
        }
        self.note = match (self.note.take(), other.note) {
            (Some(note), Some(more)) if note != more => Some(format!("{note}\n{more}")),
            (note, more) => note.or(more),
        };
        self.at = self.at.max(other.at);
    }
}

/// What one annotator says about one sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Where it stands, in code points of the article.
    pub span: Span,
    /// Its words, exactly as they stand there.
    pub quote: String,
    /// What the annotator takes it for, where they differ from the guess.
    pub kind: Option<Kind>,
    /// They have read it.
    pub read: bool,
    /// They want to come back to it.
    pub mark: bool,
    /// Their tags, in the order they were set; a label occurs once on the whole or once on each part.
    pub tags: Vec<Tag>,
    /// Labels seen elsewhere and rejected.
    pub not: Vec<Label>,
    /// What they noted.
    pub note: Option<String>,
    /// What was on the screen when it was first tagged or read: annotators, or `suggestions`.
    pub saw: Vec<String>,
    /// What another writer said meanwhile.
    pub conflict: Option<Conflict>,
    /// When they last changed it, UTC, to the second.
    pub at: Option<Timestamp>,
}

impl Sentence {
    /// A sentence nobody has said anything about yet.
    pub fn untouched(span: Span, quote: impl Into<String>) -> Self {
        Self {
            span,
            quote: quote.into(),
            kind: None,
            read: false,
            mark: false,
            tags: Vec::new(),
            not: Vec::new(),
            note: None,
            saw: Vec::new(),
            conflict: None,
            at: None,
        }
    }

    /// Has the annotator read it? Whoever tagged it has.
    pub fn is_read(&self) -> bool {
        self.read || !self.tags.is_empty()
    }

    /// Does nothing stand in it that a file would have to keep?
    pub fn is_untouched(&self) -> bool {
        self.kind.is_none()
            && !self.read
            && !self.mark
            && self.tags.is_empty()
            && self.not.is_empty()
            && self.note.is_none()
            && self.conflict.is_none()
    }

    /// Does it carry that label, on the whole or on a part?
    pub fn has(&self, label: &Label) -> bool {
        self.tags.iter().any(|tag| tag.label == *label)
    }

    /// Is it the same as `other`, whenever that was said?
    pub fn says_the_same(&self, other: &Self) -> bool {
        let Self { span, quote, kind, read, mark, tags, not, note, saw, conflict, at: _ } = self;
        *span == other.span
            && *quote == other.quote
            && *kind == other.kind
            && *read == other.read
            && *mark == other.mark
            && *tags == other.tags
            && *not == other.not
            && *note == other.note
            && *saw == other.saw
            && *conflict == other.conflict
    }
}

/// One annotation file in memory.
///
/// Sentences are in order of their start and do not overlap. They are shared, so that a copy of a document for the
/// saver costs a pointer per sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// The article it is about.
    pub article: ArticleId,
    /// SHA-256 of the article's decoded text as UTF-8, in hex, when last saved.
    pub text_sha256: Option<String>,
    /// Whose reading it is.
    pub annotator: Annotator,
    /// The article's language, where it was found out.
    pub lang: Option<String>,
    /// The version of the segmenter that made the sentences.
    pub segmenter: u32,
    /// Units to read, furniture aside, when last saved.
    pub units: Option<u32>,
    /// Boundaries this annotator added.
    pub split: Vec<Boundary>,
    /// Boundaries this annotator took away.
    pub join: Vec<Boundary>,
    /// What they say, by sentence.
    pub sentences: Vec<Arc<Sentence>>,
}

impl Document {
    /// What an annotator has to say before they have said anything.
    pub fn new(article: ArticleId, annotator: Annotator) -> Self {
        Self {
            article,
            text_sha256: None,
            annotator,
            lang: None,
            segmenter: 0,
            units: None,
            split: Vec::new(),
            join: Vec::new(),
            sentences: Vec::new(),
        }
    }

    /// The sentence at exactly that span, if something is said about it. Takes logarithmic time.
    pub fn find(&self, span: Span) -> Option<&Arc<Sentence>> {
        self.sentences[self.inside(span)].iter().find(|sentence| sentence.span == span)
    }

    /// The indices of the sentences that lie in `region` from start to end, those of no length at its ends included.
    pub fn inside(&self, region: Span) -> Range<usize> {
        let first = self.sentences.partition_point(|sentence| sentence.span.start < region.start);
        let end = self.sentences.partition_point(|sentence| sentence.span.end <= region.end);
        first..end.max(first)
    }
}
