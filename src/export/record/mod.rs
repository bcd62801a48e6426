//! Sentences and tags as programs get them: the objects of JSON lines, which read back what was written.
//!
//! All positions count code points of the article as it is now. Fields of [`Record`] and [`TagRow`] are always there;
//! in what a record holds, `null` stands where `factdesk list` has always had it, and the rest is left out where empty.

mod tag_row;

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

pub use tag_row::TagRow;

use super::{Entry, EntryTag};
use crate::{
    annotation::Origin,
    review::{Aliases, ArticleHead, Reading},
    text::{Kind, Span},
};

/// A tagged sentence with all that is said about it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Record<'a> {
    /// The article's id.
    pub article: Cow<'a, str>,
    /// Its story, if it has one.
    pub story: Option<Cow<'a, str>>,
    /// Its headline, as its front matter has it.
    pub title: Option<Cow<'a, str>>,
    /// Who published it.
    pub outlet: Option<Cow<'a, str>>,
    /// Who wrote it.
    pub author: Option<Cow<'a, str>>,
    /// When it was published, as the front matter has it.
    pub date: Option<Cow<'a, str>>,
    /// Where it was published.
    pub url: Option<Cow<'a, str>>,
    /// The line where the sentence begins, from 1; `None` where its words are not found.
    pub line: Option<u32>,
    /// Its first code point.
    pub start: Option<u32>,
    /// The code point behind its last.
    pub end: Option<u32>,
    /// Its words as they stand there; as they were saved where they are not found.
    pub text: Cow<'a, str>,
    /// Its words as they were saved, where they are others.
    pub saved: Option<Cow<'a, str>>,
    /// Its labels, each once.
    pub labels: Vec<Cow<'a, str>>,
    /// Whoever says the words of the first tag that names somebody, under the name that the workspace gives them.
    pub source: Option<Cow<'a, str>>,
    /// Who tags it.
    pub annotators: Vec<Cow<'a, str>>,
    /// How far it has come: [`crate::review::ReviewState::id`].
    pub state: Cow<'a, str>,
    /// How it fits the article: [`crate::annotation::AnchorState::id`].
    pub anchor: Cow<'a, str>,
    /// Its tags.
    pub tags: Vec<TagRecord<'a>>,
    /// What each annotator says about it as a sentence, in the order of their names, `desk` last.
    pub readings: Vec<ReadingRecord<'a>>,
    /// What was noted.
    pub notes: Vec<NoteRecord<'a>>,
}

/// A tag of a [`Record`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TagRecord<'a> {
    /// Whose tag it is.
    pub annotator: Cow<'a, str>,
    /// Who gives the label, where these are others: a consensus keeps one tag for all of them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub annotators: Vec<Cow<'a, str>>,
    /// Which of [`Record::readings`] it belongs to, from 0.
    pub reading: usize,
    /// Its label.
    pub label: Cow<'a, str>,
    /// The first code point it covers: a part of the sentence where it is not that of the reading.
    pub start: Option<u32>,
    /// The code point behind the last it covers.
    pub end: Option<u32>,
    /// Whose words, innermost speaker first.
    pub source: Vec<Cow<'a, str>>,
    /// Where these names stand.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub source_at: Vec<[u32; 2]>,
    /// Whom they mean.
    pub who: Option<Cow<'a, str>>,
    /// The words that mark it.
    pub cue: Option<Cow<'a, str>>,
    /// Where these stand.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cue_at: Vec<[u32; 2]>,
    /// Ids of claims of the story.
    pub claims: Vec<Cow<'a, str>>,
    /// The annotator is not sure.
    pub unsure: bool,
    /// `suggested` or `imported`; `None` where a hand set it.
    pub origin: Option<Cow<'a, str>>,
}

/// What one annotator says about a sentence as such.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ReadingRecord<'a> {
    /// Who.
    pub annotator: Cow<'a, str>,
    /// Where it begins for them; `None` where its words are not found.
    pub start: Option<u32>,
    /// Where it ends for them.
    pub end: Option<u32>,
    /// Its words for them, where they are not those of the record: they cut it differently.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<Cow<'a, str>>,
    /// Its words as they saved them, where others stand there now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub saved: Option<Cow<'a, str>>,
    /// How what they saved fits the article.
    pub anchor: Cow<'a, str>,
    /// What they take it for, where that is not the guess: [`Kind::name`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<Cow<'a, str>>,
    /// They said that they have read it.
    pub read: bool,
    /// They want to come back to it.
    #[serde(default, skip_serializing_if = "is_false")]
    pub mark: bool,
    /// Labels they rejected.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub not: Vec<Cow<'a, str>>,
    /// What they noted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Cow<'a, str>>,
    /// What was on their screen when they first tagged or read it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub saw: Vec<Cow<'a, str>>,
    /// When they last changed it, UTC: `2026-11-21T10:00:00Z`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Cow<'a, str>>,
}

/// What somebody noted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NoteRecord<'a> {
    /// Who.
    pub annotator: Cow<'a, str>,
    /// What.
    pub note: Cow<'a, str>,
}

impl<'a> Record<'a> {
    /// What `entry` says of a sentence of the article.
    pub fn of(head: &'a ArticleHead, entry: &Entry<'a>, aliases: &'a Aliases) -> Self {
        let front = &head.front;
        let readings = entry.readings;
        let (start, end) = ends(entry.span);
        let mut annotators: Vec<Cow<str>> = Vec::new();
        for annotator in entry.tags.iter().flat_map(|tag| &tag.annotators) {
            if !annotators.iter().any(|known| *known == annotator.as_str()) {
                annotators.push(annotator.as_str().into());
            }
        }
        Self {
            article: head.id.as_str().into(),
            story: Some(head.id.story()).filter(|story| !story.is_empty()).map(Cow::Borrowed),
            title: maybe(front.title.as_deref()),
            outlet: maybe(front.outlet.as_deref()),
            author: maybe(front.author.as_deref()),
            date: maybe(front.date.as_deref()),
            url: maybe(front.url.as_deref()),
            line: entry.line,
            start,
            end,
            text: entry.text.into(),
            saved: maybe(entry.saved),
            labels: entry.labels().into_iter().map(|label| label.as_str().into()).collect(),
            source: maybe(entry.tags.iter().find_map(|tag| aliases.speaker(tag.tag))),
            annotators,
            state: entry.state.id().into(),
            anchor: entry.anchor.id().into(),
            tags: entry.tags.iter().map(|tag| TagRecord::of(tag, readings)).collect(),
            readings: readings.iter().map(|reading| ReadingRecord::of(reading, entry.text)).collect(),
            notes: entry
                .notes()
                .map(|(annotator, note)| NoteRecord {
                    annotator: annotator.as_str().into(),
                    note: note.into(),
                })
                .collect(),
        }
    }
}

impl<'a> TagRecord<'a> {
    fn of(tag: &EntryTag<'a>, readings: &'a [Reading]) -> Self {
        let annotator = &tag.reading.annotator;
        let (start, end) = ends(tag.span);
        let is_alone = *tag.annotators == [annotator];
        let said = tag.tag;
        Self {
            annotator: annotator.as_str().into(),
            annotators: if is_alone {
                Vec::new()
            } else {
                tag.annotators.iter().map(|who| who.as_str().into()).collect()
            },
            reading: readings
                .iter()
                .position(|reading| std::ptr::eq(reading, tag.reading))
                .unwrap_or_default(),
            label: said.label.as_str().into(),
            start,
            end,
            source: texts(&said.source),
            source_at: pairs(&tag.source_at),
            who: maybe(said.who.as_deref()),
            cue: maybe(said.cue.as_deref()),
            cue_at: pairs(&tag.cue_at),
            claims: texts(&said.claims),
            unsure: said.unsure,
            origin: maybe(said.origin.map(Origin::id)),
        }
    }
}

impl<'a> ReadingRecord<'a> {
    fn of(reading: &'a Reading, text: &str) -> Self {
        let sentence = &reading.sentence;
        let (start, end) = ends(reading.now);
        Self {
            annotator: reading.annotator.as_str().into(),
            start,
            end,
            text: maybe(Some(reading.words()).filter(|words| *words != text)),
            saved: maybe(reading.words.as_ref().map(|_| sentence.quote.as_str())),
            anchor: reading.anchor.id().into(),
            kind: maybe(sentence.kind.map(Kind::name)),
            read: sentence.read,
            mark: sentence.mark,
            not: sentence.not.iter().map(|label| label.as_str().into()).collect(),
            note: maybe(sentence.note.as_deref()),
            saw: texts(&sentence.saw),
            at: sentence.at.map(|at| format!("{at:.0}").into()),
        }
    }
}

fn maybe(text: Option<&str>) -> Option<Cow<'_, str>> {
    text.map(Cow::Borrowed)
}

fn texts(texts: &[String]) -> Vec<Cow<'_, str>> {
    texts.iter().map(|text| text.as_str().into()).collect()
}

fn ends(span: Option<Span>) -> (Option<u32>, Option<u32>) {
    (span.map(|span| span.start), span.map(|span| span.end))
}

fn pairs(spans: &[Span]) -> Vec<[u32; 2]> {
    spans.iter().map(|span| [span.start, span.end]).collect()
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for it")]
fn is_false(flag: &bool) -> bool {
    !flag
}
