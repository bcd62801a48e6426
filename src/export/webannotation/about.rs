//! What somebody says about words of an article, as annotations.

use super::{
    iri::{self, ANNOTATOR_IRI, Uuid},
    model::{Annotation, Body, Creator, OneOrMany, Selector, Target, Thoughts},
};
use crate::{
    annotation::Annotator,
    export::{EntryTag, Exported, Options},
    review::Reading,
    text::{Span, char_index::CharIndex},
};

/// How many code points before and behind the words are given with them.
const CONTEXT: usize = 32;

/// What the annotations of an article share.
pub(super) struct About<'a> {
    options: &'a Options,
    index: CharIndex<'a>,
    source: String,
    scope: Option<String>,
}

impl<'a> About<'a> {
    /// What the annotations of `article` share; `None` where it cannot be read.
    pub(super) fn new(options: &'a Options, article: &Exported<'a>) -> Option<Self> {
        let index = article.index()?;
        let source = iri::article(article.head.id.as_str());
        let scope = article.head.front.url.as_deref().and_then(iri::url);
        Some(Self { options, index, source, scope })
    }

    /// The annotation that `tag` makes; `None` where the place of its words is not known.
    pub(super) fn tag<'b>(&'b self, tag: &EntryTag<'b>) -> Option<Annotation<'b>> {
        let span = tag.span?;
        Some(Annotation {
            id: self.id(&tag.annotators, tag.tag.label.as_str(), span),
            kind: "Annotation",
            motivation: "tagging",
            creator: OneOrMany(tag.annotators.iter().map(|annotator| self.creator(annotator)).collect()),
            created: tag.reading.sentence.at.map(|at| at.to_string()),
            body: Some(Body::tag(tag)),
            thoughts: Thoughts::default(),
            target: self.target(span, tag.reading)?,
        })
    }

    /// The annotation that says what `reading` says beside its tags; `None` where that is nothing, or its place is not
    /// known.
    pub(super) fn sentence<'b>(&'b self, reading: &'b Reading) -> Option<Annotation<'b>> {
        let span = reading.now?;
        let sentence = &*reading.sentence;
        let thoughts = Thoughts::of(sentence);
        let motivation = match (&sentence.note, sentence.mark) {
            (Some(_), _) => "commenting",
            (None, true) => "bookmarking",
            (None, false) if thoughts == Thoughts::default() => return None,
            (None, false) => "assessing",
        };
        Some(Annotation {
            id: self.id(&[&reading.annotator], "", span),
            kind: "Annotation",
            motivation,
            creator: OneOrMany(vec![self.creator(&reading.annotator)]),
            created: sentence.at.map(|at| at.to_string()),
            body: sentence.note.as_deref().map(Body::note),
            thoughts,
            target: self.target(span, reading)?,
        })
    }

    /// An id that stays while the same people say the same of the same words at the same place.
    fn id(&self, annotators: &[&Annotator], label: &str, span: Span) -> String {
        let words = self.index.slice(span).unwrap_or_default();
        let place = format!("{}-{}", span.start, span.end);
        let who = annotators.iter().map(|annotator| annotator.as_str());
        Uuid::new([&*self.source, label, &place, words].into_iter().chain(who).map(str::as_bytes)).to_string()
    }

    fn creator<'b>(&'b self, annotator: &'b Annotator) -> Creator<'b> {
        let name = self.options.people.get(annotator).map_or(annotator.as_str(), String::as_str);
        Creator {
            id: format!("{ANNOTATOR_IRI}{annotator}"),
            kind: if annotator.is_desk() { "Organization" } else { "Person" },
            name,
            nickname: annotator.as_str(),
        }
    }

    /// The words at `span`, which are in the sentence of `reading` or all of it.
    fn target<'b>(&'b self, span: Span, reading: &'b Reading) -> Option<Target<'b>> {
        let bytes = self.index.bytes(span)?;
        let (before, rest) = self.index.text().split_at_checked(bytes.start as usize)?;
        let (exact, behind) = rest.split_at_checked(bytes.len())?;
        let sentence = reading.now?;
        Some(Target {
            kind: "SpecificResource",
            source: &self.source,
            scope: self.scope.as_deref(),
            selector: [
                Selector::Quote { exact, prefix: last(before), suffix: first(behind) },
                Selector::Position { start: span.start, end: span.end },
            ],
            sentence: format!("{}-{}", sentence.start, sentence.end),
            quote: self.index.slice(sentence).filter(|_| sentence != span),
            anchor: Some(reading.anchor.id()).filter(|_| !reading.anchor.is_placed()),
            saved: reading.words.as_ref().map(|_| reading.sentence.quote.as_str()),
        })
    }
}

/// The last code points of `text`.
fn last(text: &str) -> &str {
    let start = text.char_indices().rev().nth(CONTEXT - 1).map_or(0, |(at, _)| at);
    text.get(start..).unwrap_or_default()
}

/// The first code points of `text`.
fn first(text: &str) -> &str {
    let end = text.char_indices().nth(CONTEXT).map_or(text.len(), |(at, _)| at);
    text.get(..end).unwrap_or_default()
}
