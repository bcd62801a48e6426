//! A row as programs get it.

use serde::Serialize;

use crate::{
    annotation::{Label, Origin, Tag},
    review::{Aliases, Reading, Row},
    text::Span,
};

/// A tagged sentence.
#[derive(Debug, Serialize)]
pub(super) struct Record<'a> {
    article: &'a str,
    title: Option<&'a str>,
    outlet: Option<&'a str>,
    pub(super) line: Option<u32>,
    pub(super) start: Option<u32>,
    pub(super) end: Option<u32>,
    pub(super) text: &'a str,
    pub(super) labels: Vec<&'a str>,
    pub(super) source: Option<&'a str>,
    pub(super) annotators: Vec<&'a str>,
    pub(super) state: &'static str,
    pub(super) anchor: &'static str,
    tags: Vec<Tagged<'a>>,
    pub(super) notes: Vec<Note<'a>>,
}

#[derive(Debug, Serialize)]
struct Tagged<'a> {
    annotator: &'a str,
    label: &'a str,
    start: Option<u32>,
    end: Option<u32>,
    source: &'a [String],
    who: Option<&'a str>,
    cue: Option<&'a str>,
    claims: &'a [String],
    unsure: bool,
    origin: Option<&'static str>,
}

/// What somebody noted.
#[derive(Debug, Serialize)]
pub(super) struct Note<'a> {
    pub(super) annotator: &'a str,
    pub(super) note: &'a str,
}

impl<'a> Record<'a> {
    /// What `row` says.
    pub(super) fn of(row: &'a Row, aliases: &'a Aliases) -> Self {
        let front = &row.article.front;
        let span = row.span();
        let tags =
            |reading: &'a Reading| reading.sentence.tags.iter().map(move |tag| Tagged::of(reading, tag));
        let note = |reading: &'a Reading| {
            let note = reading.sentence.note.as_deref()?;
            Some(Note { annotator: reading.annotator.as_str(), note })
        };
        let mut annotators: Vec<&str> = row.tags().map(|(annotator, _)| annotator.as_str()).collect();
        annotators.dedup();
        Self {
            article: row.article.id.as_str(),
            title: front.title.as_deref(),
            outlet: front.outlet.as_deref(),
            line: Some(row.line()).filter(|line| *line > 0),
            start: span.map(|span| span.start),
            end: span.map(|span| span.end),
            text: row.words(),
            labels: row.labels().map(Label::as_str).collect(),
            source: row.source(aliases),
            annotators,
            state: row.state.id(),
            anchor: row.anchor().id(),
            tags: row.readings.iter().flat_map(tags).collect(),
            notes: row.readings.iter().filter_map(note).collect(),
        }
    }
}

impl<'a> Tagged<'a> {
    fn of(reading: &'a Reading, tag: &'a Tag) -> Self {
        let span = now(reading, tag);
        Self {
            annotator: reading.annotator.as_str(),
            label: tag.label.as_str(),
            start: span.map(|span| span.start),
            end: span.map(|span| span.end),
            source: &tag.source,
            who: tag.who.as_deref(),
            cue: tag.cue.as_deref(),
            claims: &tag.claims,
            unsure: tag.unsure,
            origin: tag.origin.map(|origin| match origin {
                Origin::Suggested => "suggested",
                Origin::Imported => "imported",
            }),
        }
    }
}

/// Where the words that a tag covers stand now: a part of a sentence goes with it while its words stay the same.
fn now(reading: &Reading, tag: &Tag) -> Option<Span> {
    let now = reading.now?;
    let Some(part) = tag.part.filter(|_| reading.anchor.is_placed()) else { return Some(now) };
    let shift = |at: u32| Some(at.checked_sub(reading.sentence.span.start)? + now.start);
    Some(Span::new(shift(part.start)?, shift(part.end)?))
}
