//! A sentence on its way out.

use std::collections::HashSet;

use super::Voice;
use crate::{
    annotation::{AnchorState, Annotator, Label, Tag},
    review::{Reading, ReviewState, Row},
    text::{Kind, Span},
};

/// A sentence on its way out: where it stands, its words, and what is said about it.
#[derive(Clone, Debug)]
pub struct Entry<'a> {
    /// Where it stands in the article as it is now, in code points; `None` where that is not known.
    pub span: Option<Span>,
    /// The line of the article where it begins, counted from 1; `None` where that is not known.
    pub line: Option<u32>,
    /// Its words as they stand there now; as they were saved where they are not found.
    pub text: &'a str,
    /// Its words as they were saved, where they are others.
    pub saved: Option<&'a str>,
    /// How it fits the article: the worst of its readings.
    pub anchor: AnchorState,
    /// How far it has come, whoever is asked.
    pub state: ReviewState,
    /// What a reader takes it for, where they differ from the guess.
    pub kind: Option<Kind>,
    /// What is said about it, by annotator, `desk` last.
    pub readings: &'a [Reading],
    /// Its tags, in the order of the readings.
    pub tags: Vec<EntryTag<'a>>,
}

/// A tag on its way out.
#[derive(Clone, Debug)]
pub struct EntryTag<'a> {
    /// Who gives it: one, but for a consensus.
    pub annotators: Vec<&'a Annotator>,
    /// The reading it belongs to.
    pub reading: &'a Reading,
    /// What it says; its spans are those of the file.
    pub tag: &'a Tag,
    /// The words it covers as they stand now, in code points; those of the whole sentence where the sentence changed;
    /// `None` where that is not known.
    pub span: Option<Span>,
    /// Where the words of its source stand now; empty where that is not known.
    pub source_at: Vec<Span>,
    /// Where the words of its cue stand now; empty where that is not known.
    pub cue_at: Vec<Span>,
}

impl<'a> Entry<'a> {
    /// What `chosen`, which `voice` made of `row`, says.
    pub fn new(row: &'a Row, chosen: &'a Row, voice: &Voice) -> Self {
        let of = |reading: &'a Reading| {
            reading.sentence.tags.iter().map(move |tag| {
                let annotators = if voice.is_together() {
                    voice.givers(row, chosen, &tag.label)
                } else {
                    vec![&reading.annotator]
                };
                EntryTag::new(annotators, reading, tag)
            })
        };
        let widest = chosen.widest();
        let saved = widest.filter(|reading| reading.words.is_some());
        Self {
            span: chosen.span(),
            line: Some(chosen.line()).filter(|line| *line > 0),
            text: chosen.words(),
            saved: saved.map(|reading| reading.sentence.quote.as_str()),
            anchor: chosen.anchor(),
            state: chosen.state,
            kind: chosen.readings.iter().find_map(|reading| reading.sentence.kind),
            readings: &chosen.readings,
            tags: chosen.readings.iter().flat_map(of).collect(),
        }
    }

    /// The labels of its tags, each once, in their order.
    pub fn labels(&self) -> Vec<&'a Label> {
        let mut seen = HashSet::new();
        self.tags.iter().map(|tag| &tag.tag.label).filter(|label| seen.insert(*label)).collect()
    }

    /// What somebody noted, with who.
    pub fn notes(&self) -> impl Iterator<Item = (&'a Annotator, &'a str)> {
        let readings = self.readings;
        readings.iter().filter_map(|reading| Some((&reading.annotator, reading.sentence.note.as_deref()?)))
    }
}

impl<'a> EntryTag<'a> {
    fn new(annotators: Vec<&'a Annotator>, reading: &'a Reading, tag: &'a Tag) -> Self {
        let words = |spans: &[Span]| spans.iter().filter_map(|span| now(reading, *span)).collect();
        let span = match tag.part {
            Some(part) => now(reading, part).or(reading.now),
            None => reading.now,
        };
        Self { annotators, reading, tag, span, source_at: words(&tag.source_at), cue_at: words(&tag.cue_at) }
    }
}

/// Where words of a sentence stand now: they go with it while its words stay the same.
fn now(reading: &Reading, part: Span) -> Option<Span> {
    let now = reading.now.filter(|_| reading.anchor.is_placed())?;
    let shift = |at: u32| Some(at.checked_sub(reading.sentence.span.start)? + now.start);
    Some(Span::new(shift(part.start)?, shift(part.end)?))
}
