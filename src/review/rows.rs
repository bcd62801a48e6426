//! From what annotators say about an article to its rows.

use std::{
    collections::{HashMap, hash_map::Entry},
    sync::Arc,
};

use super::row::{ArticleHead, Reading, Row};
use crate::{
    annotation::{AnchorState, Anchored, Document, place},
    text::{Article, char_index::CharIndex, position},
};

/// What `document` says about the article, sentence by sentence, each where it stands now.
pub fn readings(article: &Article, document: &Document) -> Vec<Reading> {
    let index = CharIndex::new(&article.text);
    let mut lines = Lines::new(&article.text);
    let read = |anchored: Anchored| {
        let sentence = document.sentences.get(anchored.index)?;
        let bytes = anchored.now.and_then(|span| index.bytes(span));
        let words = bytes.and_then(|bytes| article.text.get(bytes.range()));
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
    place(document, article).anchored.into_iter().filter_map(read).collect()
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

/// The rows of one article, in the order of its text; those without a place come last, in the order in which they
/// stood. Readings that overlap are one row; so are those without a place that have the same quote.
pub fn rows(article: &Arc<ArticleHead>, readings: Vec<Reading>) -> Vec<Row> {
    let (mut placed, mut lost): (Vec<Reading>, Vec<Reading>) =
        readings.into_iter().partition(|reading| reading.now.is_some());
    placed.sort_by_key(|reading| reading.now);
    lost.sort_by_key(|reading| reading.sentence.span);
    let mut groups: Vec<Vec<Reading>> = Vec::new();
    let mut end = 0;
    for reading in placed {
        let now = reading.now.unwrap_or_default();
        match groups.last_mut() {
            Some(group) if now.start < end => group.push(reading),
            _ => groups.push(vec![reading]),
        }
        end = end.max(now.end);
    }
    let mut known: HashMap<String, usize> = HashMap::new();
    for reading in lost {
        match known.entry(reading.sentence.quote.clone()) {
            Entry::Occupied(at) => groups[*at.get()].push(reading),
            Entry::Vacant(free) => {
                free.insert(groups.len());
                groups.push(vec![reading]);
            }
        }
    }
    groups.into_iter().filter_map(|group| Row::new(Arc::clone(article), group)).collect()
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        annotation::{Annotator, Label, Sentence, Tag},
        review::testing::{head, said},
        text::{ArticleId, Span, decode::Decoded},
    };

    fn article(text: &str) -> Article {
        Article::new(ArticleId::new("a.txt"), Decoded { text: text.to_owned(), ..Decoded::default() })
    }

    /// What `annotator` says of sentences that had these quotes in `text`.
    fn document(text: &str, annotator: &str, quotes: &[&str]) -> Document {
        let (article, index) = (article(text), CharIndex::new(text));
        let mut document = Document::new(article.id.clone(), Annotator::new(annotator).unwrap());
        document.text_sha256 = Some(article.sha256().to_owned());
        let sentence = |quote: &&str| {
            let start = index.position(position(text.find(quote).unwrap()));
            let mut sentence =
                Sentence::untouched(Span::new(start, start + position(quote.chars().count())), *quote);
            sentence.tags.push(Tag::new(Label::new("claim")));
            Arc::new(sentence)
        };
        document.sentences = quotes.iter().map(sentence).collect();
        document
    }

    fn told(rows: &[Row]) -> Vec<String> {
        let who = |row: &Row| {
            let names = row.readings.iter().map(|reading| reading.annotator.as_str());
            names.collect::<Vec<_>>().join(",")
        };
        rows.iter()
            .map(|row| format!("{} {}:{} {}", who(row), row.anchor().id(), row.line(), row.words()))
            .collect()
    }

    #[test]
    fn sentences_stand_where_they_are_now_with_their_line() {
        let old = "Ä. Eins ist da.\nZwei ist da.\n";
        let [ab, cd] =
            [("ab", "Zwei ist da."), ("cd", "Eins ist da.")].map(|(who, quote)| document(old, who, &[quote]));
        let read = |text: &str| {
            let article = article(text);
            let readings = [&ab, &cd].into_iter().flat_map(|document| readings(&article, document));
            told(&rows(&head("a.txt"), readings.collect()))
        };
        assert_eq!(read(old), ["cd exact:1 Eins ist da.", "ab exact:2 Zwei ist da."]);
        assert_eq!(
            read("Neu.\n\nZwei ist da.\nEins ist da.\n"),
            ["ab moved:3 Zwei ist da.", "cd moved:4 Eins ist da."]
        );
    }

    #[test]
    fn a_sentence_that_is_not_where_its_file_says_is_looked_for() {
        let text = "Eins ist da. Zwei ist da.";
        let mut wrong = document(text, "ab", &["Zwei ist da."]);
        Arc::make_mut(&mut wrong.sentences[0]).span = Span::new(0, 12);
        let found = readings(&article(text), &wrong);
        assert_eq!((found[0].anchor, found[0].now), (AnchorState::Moved, Some(Span::new(13, 25))));
    }

    #[test]
    fn what_overlaps_is_one_row_and_what_only_touches_is_not() {
        let said = [
            said("ab read", 0..10),
            said("cd read", 0..4),
            said("cd read", 5..12),
            said("ab read", 12..20),
            said("ef read", 20..20),
            said("ef read", 21..30),
        ];
        let spans: Vec<_> = rows(&head("a.txt"), said.to_vec()).iter().map(Row::span).collect();
        assert_eq!(
            spans,
            [(0, 12), (12, 20), (20, 20), (21, 30)].map(|(from, to)| Some(Span::new(from, to)))
        );
    }

    #[test]
    fn what_has_no_place_is_together_where_it_has_the_same_words() {
        let [ab, cd] = [("ab", ["Eins.", "Zwei."]), ("cd", ["Zwei.", "Drei."])]
            .map(|(who, quotes)| without_text(&document("Eins. Zwei. Drei.", who, &quotes)));
        let placed = said("ab read", 90..99);
        let rows = rows(&head("a.txt"), [cd, ab, vec![placed]].concat());
        assert_eq!(told(&rows)[1..], ["ab lost:0 Eins.", "ab,cd lost:0 Zwei.", "cd lost:0 Drei."]);
    }
}
