//! Tags as programs get them where each is a row of its own.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::{Record, TagRecord};
use crate::{
    export::Entry,
    review::{Aliases, ArticleHead},
};

/// A tag on its own, with its sentence as whoever set it sees it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TagRow<'a> {
    /// As in [`Record`].
    pub article: Cow<'a, str>,
    /// As in [`Record`].
    pub story: Option<Cow<'a, str>>,
    /// As in [`Record`].
    pub title: Option<Cow<'a, str>>,
    /// As in [`Record`].
    pub outlet: Option<Cow<'a, str>>,
    /// As in [`Record`].
    pub author: Option<Cow<'a, str>>,
    /// As in [`Record`].
    pub date: Option<Cow<'a, str>>,
    /// As in [`Record`].
    pub url: Option<Cow<'a, str>>,
    /// The line where the sentence begins, from 1; `None` where its words are not found.
    pub line: Option<u32>,
    /// Where the sentence begins.
    pub start: Option<u32>,
    /// Where the sentence ends.
    pub end: Option<u32>,
    /// The words of the sentence.
    pub text: Cow<'a, str>,
    /// Its words as they were saved, where others stand there now.
    pub saved: Option<Cow<'a, str>>,
    /// The label.
    pub label: Cow<'a, str>,
    /// Whose tag it is.
    pub annotator: Cow<'a, str>,
    /// Who gives the label: one, but for a consensus.
    pub annotators: Vec<Cow<'a, str>>,
    /// Where the words it covers begin: those of the sentence, or a part of them.
    pub tag_start: Option<u32>,
    /// Where they end.
    pub tag_end: Option<u32>,
    /// As in [`TagRecord`].
    pub source: Vec<Cow<'a, str>>,
    /// As in [`TagRecord`].
    pub source_at: Vec<[u32; 2]>,
    /// As in [`TagRecord`].
    pub who: Option<Cow<'a, str>>,
    /// As in [`TagRecord`].
    pub cue: Option<Cow<'a, str>>,
    /// As in [`TagRecord`].
    pub cue_at: Vec<[u32; 2]>,
    /// As in [`TagRecord`].
    pub claims: Vec<Cow<'a, str>>,
    /// As in [`TagRecord`].
    pub unsure: bool,
    /// As in [`TagRecord`].
    pub origin: Option<Cow<'a, str>>,
    /// How far the sentence has come.
    pub state: Cow<'a, str>,
    /// How the sentence, as the annotator saved it, fits the article.
    pub anchor: Cow<'a, str>,
    /// As in [`ReadingRecord`](super::ReadingRecord).
    pub kind: Option<Cow<'a, str>>,
    /// As in [`ReadingRecord`](super::ReadingRecord).
    pub read: bool,
    /// As in [`ReadingRecord`](super::ReadingRecord).
    pub mark: bool,
    /// As in [`ReadingRecord`](super::ReadingRecord).
    pub not: Vec<Cow<'a, str>>,
    /// As in [`ReadingRecord`](super::ReadingRecord).
    pub note: Option<Cow<'a, str>>,
    /// As in [`ReadingRecord`](super::ReadingRecord).
    pub saw: Vec<Cow<'a, str>>,
    /// As in [`ReadingRecord`](super::ReadingRecord).
    pub at: Option<Cow<'a, str>>,
}

impl<'a> TagRow<'a> {
    /// The tags of `entry`, a sentence of the article, in their order.
    pub fn all(head: &'a ArticleHead, entry: &Entry<'a>, aliases: &'a Aliases) -> Vec<Self> {
        let record = Record::of(head, entry, aliases);
        let row = |tag: &TagRecord<'a>| {
            let reading = record.readings.get(tag.reading).cloned().unwrap_or_default();
            let annotators =
                if tag.annotators.is_empty() { vec![tag.annotator.clone()] } else { tag.annotators.clone() };
            let line = entry.readings.get(tag.reading).map(|reading| reading.line);
            Self {
                article: record.article.clone(),
                story: record.story.clone(),
                title: record.title.clone(),
                outlet: record.outlet.clone(),
                author: record.author.clone(),
                date: record.date.clone(),
                url: record.url.clone(),
                line: line.filter(|line| *line > 0),
                start: reading.start,
                end: reading.end,
                text: reading.text.unwrap_or_else(|| record.text.clone()),
                saved: reading.saved,
                label: tag.label.clone(),
                annotator: tag.annotator.clone(),
                annotators,
                tag_start: tag.start,
                tag_end: tag.end,
                source: tag.source.clone(),
                source_at: tag.source_at.clone(),
                who: tag.who.clone(),
                cue: tag.cue.clone(),
                cue_at: tag.cue_at.clone(),
                claims: tag.claims.clone(),
                unsure: tag.unsure,
                origin: tag.origin.clone(),
                state: record.state.clone(),
                anchor: reading.anchor,
                kind: reading.kind,
                read: reading.read,
                mark: reading.mark,
                not: reading.not,
                note: reading.note,
                saw: reading.saw,
                at: reading.at,
            }
        };
        record.tags.iter().map(row).collect()
    }
}
