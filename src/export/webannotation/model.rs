//! The shape of an annotation as the W3C model has it, with our own properties under `fd:`.

use serde::{Serialize, Serializer};

use crate::{
    annotation::{Label, Origin, Sentence},
    export::EntryTag,
    text::{Kind, Span},
};

/// An annotation: words of an article, and what somebody says about them.
#[derive(Serialize)]
pub(super) struct Annotation<'a> {
    pub(super) id: String,
    #[serde(rename = "type")]
    pub(super) kind: &'static str,
    pub(super) motivation: &'static str,
    pub(super) creator: OneOrMany<Creator<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) created: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) body: Option<Body<'a>>,
    #[serde(flatten)]
    pub(super) thoughts: Thoughts<'a>,
    pub(super) target: Target<'a>,
}

/// A list that is written without brackets where it holds one.
pub(super) struct OneOrMany<T>(pub(super) Vec<T>);

impl<T: Serialize> Serialize for OneOrMany<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &*self.0 {
            [one] => one.serialize(serializer),
            many => many.serialize(serializer),
        }
    }
}

/// Who says it.
#[derive(Serialize)]
pub(super) struct Creator<'a> {
    pub(super) id: String,
    #[serde(rename = "type")]
    pub(super) kind: &'static str,
    pub(super) name: &'a str,
    pub(super) nickname: &'a str,
}

/// What is said: a label with all that a tag knows, or a note.
#[derive(Serialize)]
pub(super) struct Body<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    purpose: &'static str,
    value: &'a str,
    #[serde(rename = "fd:source", skip_serializing_if = "<[_]>::is_empty")]
    source: &'a [String],
    #[serde(rename = "fd:sourceAt", skip_serializing_if = "String::is_empty")]
    source_at: String,
    #[serde(rename = "fd:who", skip_serializing_if = "Option::is_none")]
    who: Option<&'a str>,
    #[serde(rename = "fd:cue", skip_serializing_if = "Option::is_none")]
    cue: Option<&'a str>,
    #[serde(rename = "fd:cueAt", skip_serializing_if = "String::is_empty")]
    cue_at: String,
    #[serde(rename = "fd:claims", skip_serializing_if = "<[_]>::is_empty")]
    claims: &'a [String],
    #[serde(rename = "fd:origin", skip_serializing_if = "Option::is_none")]
    origin: Option<&'static str>,
    #[serde(rename = "fd:unsure", skip_serializing_if = "is_not")]
    unsure: bool,
}

impl<'a> Body<'a> {
    /// A note.
    pub(super) const fn note(note: &'a str) -> Self {
        Self {
            kind: "TextualBody",
            purpose: "commenting",
            value: note,
            source: &[],
            source_at: String::new(),
            who: None,
            cue: None,
            cue_at: String::new(),
            claims: &[],
            origin: None,
            unsure: false,
        }
    }

    /// A label, with whose words they are.
    pub(super) fn tag(tag: &EntryTag<'a>) -> Self {
        let said = tag.tag;
        Self {
            purpose: "tagging",
            source: &said.source,
            source_at: spans(&tag.source_at),
            who: said.who.as_deref(),
            cue: said.cue.as_deref(),
            cue_at: spans(&tag.cue_at),
            claims: &said.claims,
            origin: said.origin.map(Origin::id),
            unsure: said.unsure,
            ..Self::note(said.label.as_str())
        }
    }
}

/// What somebody says about a sentence beside tags and note.
#[derive(Default, PartialEq, Serialize)]
pub(super) struct Thoughts<'a> {
    #[serde(rename = "fd:kind", skip_serializing_if = "Option::is_none")]
    kind: Option<&'static str>,
    #[serde(rename = "fd:read", skip_serializing_if = "is_not")]
    read: bool,
    #[serde(rename = "fd:mark", skip_serializing_if = "is_not")]
    mark: bool,
    #[serde(rename = "fd:not", skip_serializing_if = "Vec::is_empty")]
    not: Vec<&'a str>,
    #[serde(rename = "fd:saw", skip_serializing_if = "<[_]>::is_empty")]
    saw: &'a [String],
}

impl<'a> Thoughts<'a> {
    /// What `sentence` has of that.
    pub(super) fn of(sentence: &'a Sentence) -> Self {
        Self {
            kind: sentence.kind.map(Kind::name),
            read: sentence.read,
            mark: sentence.mark,
            not: sentence.not.iter().map(Label::as_str).collect(),
            saw: &sentence.saw,
        }
    }
}

/// Words of an article.
#[derive(Serialize)]
pub(super) struct Target<'a> {
    #[serde(rename = "type")]
    pub(super) kind: &'static str,
    /// The text that positions count in.
    pub(super) source: &'a str,
    /// Where the article was published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) scope: Option<&'a str>,
    pub(super) selector: [Selector<'a>; 2],
    /// Where the sentence stands that the words belong to, in code points: `812-954`.
    #[serde(rename = "fd:sentence")]
    pub(super) sentence: String,
    /// The words of the sentence, where they are more.
    #[serde(rename = "fd:quote", skip_serializing_if = "Option::is_none")]
    pub(super) quote: Option<&'a str>,
    /// How the sentence fits the article, where its words are no longer those that were saved.
    #[serde(rename = "fd:anchor", skip_serializing_if = "Option::is_none")]
    pub(super) anchor: Option<&'static str>,
    /// The words that were saved, where they are others.
    #[serde(rename = "fd:saved", skip_serializing_if = "Option::is_none")]
    pub(super) saved: Option<&'a str>,
}

/// How the words are found.
#[derive(Serialize)]
#[serde(tag = "type")]
pub(super) enum Selector<'a> {
    /// By themselves and their neighbours.
    #[serde(rename = "TextQuoteSelector")]
    Quote { exact: &'a str, prefix: &'a str, suffix: &'a str },
    /// By their position, in code points of the whole text.
    #[serde(rename = "TextPositionSelector")]
    Position { start: u32, end: u32 },
}

/// Positions as our annotation files write them: `840-844 849-855`.
fn spans(spans: &[Span]) -> String {
    spans.iter().map(|span| format!("{}-{}", span.start, span.end)).collect::<Vec<_>>().join(" ")
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands references over")]
const fn is_not(flag: &bool) -> bool {
    !*flag
}
