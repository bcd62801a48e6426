//! From what annotators say about an article to its rows.

use std::sync::Arc;

use super::row::{ArticleHead, Reading, Row};
use crate::annotation::{AnchorState, Anchored, Document, Placement, place};
use crate::text::char_index::CharIndex;
use crate::text::{Article, Span, position};

/// What `document` says about the article, sentence by sentence, each where it stands now.
pub fn readings(article: &Article, document: &Document) -> Vec<Reading> {
    let placement = place(document, &article.text);
    of_placement(document, &placement, &article.text)
}

/// The same of a document that was placed on `text` already.
pub fn of_placement(document: &Document, placement: &Placement, text: &str) -> Vec<Reading> {
    let index = CharIndex::new(text);
    let mut lines = Lines::new(text);
    let mut read = |anchored: &Anchored| {
        let sentence = document.sentences.get(anchored.index)?;
        let bytes = anchored.now.and_then(|span| index.bytes(span));
        let words = bytes.and_then(|bytes| text.get(bytes.range()));
        Some(Reading {
            annotator: document.annotator.clone(),
            sentence: Arc::clone(sentence),
            anchor: anchored.state,
            now: anchored.now,
            words: words.filter(|words| *words != sentence.quote).map(Into::into),
            score: anchored.score,
            line: bytes.map_or(0, |bytes| lines.at(bytes.start)),
        })
    };
    placement.anchored.iter().filter_map(&mut read).collect()
}

/// What `document` says about an article that cannot be read: nothing has a place.
pub fn without_text(document: &Document) -> Vec<Reading> {
    let read = |sentence: &Arc<_>| Reading {
        annotator: document.annotator.clone(),
        sentence: Arc::clone(sentence),
        anchor: AnchorState::Lost,
        now: None,
        words: None,
        score: 0.0,
        line: 0,
    };
    document.sentences.iter().map(read).collect()
}

/// The rows of one article, in the order of its text; those without a place come last. Readings that overlap
/// are one row; so are those without a place that have the same quote.
pub fn rows(article: &Arc<ArticleHead>, readings: Vec<Reading>) -> Vec<Row> {
    let (mut placed, mut lost): (Vec<Reading>, Vec<Reading>) =
        readings.into_iter().partition(|reading| reading.now.is_some());
    placed.sort_by_key(|reading| reading.now);
    lost.sort_by(|a, b| {
        a.sentence.span.cmp(&b.sentence.span).then_with(|| a.sentence.quote.cmp(&b.sentence.quote))
    });
    let mut groups: Vec<(Option<Span>, Vec<Reading>)> = Vec::new();
    for reading in placed {
        match (groups.last_mut(), reading.now) {
            (Some((Some(span), group)), Some(now)) if now.start < span.end => {
                span.end = span.end.max(now.end);
                group.push(reading);
            }
            (_, now) => groups.push((now, vec![reading])),
        }
    }
    let mut known = std::collections::HashMap::new();
    for reading in lost {
        let at = *known.entry(reading.sentence.quote.clone()).or_insert(groups.len());
        if at == groups.len() {
            groups.push((None, Vec::new()));
        }
        groups[at].1.push(reading);
    }
    groups.into_iter().filter_map(|(_, group)| Row::new(Arc::clone(article), group)).collect()
}

/// The rows of an article with what one annotator says in `document` instead of what they said.
pub fn with_readings(rows: Vec<Row>, article: &Arc<ArticleHead>, mine: Vec<Reading>) -> Vec<Row> {
    let who = mine.first().map(|reading| reading.annotator.clone());
    let others = rows.into_iter().flat_map(|row| row.readings);
    let others = others.filter(|reading| who.as_ref().is_none_or(|who| reading.annotator != *who));
    let mut all: Vec<Reading> = others.collect();
    all.extend(mine);
    self::rows(article, all)
}

/// Counts lines on the way through a text.
struct Lines<'t> {
    text: &'t str,
    byte: usize,
    line: u32,
}

impl<'t> Lines<'t> {
    fn new(text: &'t str) -> Self {
        Self { text, byte: 0, line: 1 }
    }

    /// The line of that byte, counted from 1. Cheap where bytes come in order.
    fn at(&mut self, byte: u32) -> u32 {
        let byte = byte as usize;
        if byte < self.byte {
            (self.byte, self.line) = (0, 1);
        }
        let between = self.text.as_bytes().get(self.byte..byte).unwrap_or_default();
        self.line += position(memchr::memchr_iter(b'\n', between).count());
        self.byte = byte;
        self.line
    }
}
