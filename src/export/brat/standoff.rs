//! The `.ann` file of a document.

use std::{collections::BTreeMap, fmt::Write};

use serde::Serialize;

use super::name::encoded;
use crate::{
    export::{
        json,
        layer::{Layer, Said, SaidTag, SentenceFacts, TagDetail},
    },
    text::{Span, char_index::CharIndex, position},
};

/// The `.ann` file of what `layer` says about the text of `index`.
pub(super) fn standoff(index: &CharIndex<'_>, layer: &Layer<'_>) -> String {
    let spans = Spans::new(index, layer);
    let mut lines = Lines::default();
    for (id, (_, kind, fragments)) in (1..).zip(&spans.0) {
        let places: Vec<_> = fragments.iter().map(|(at, _)| format!("{} {}", at.start, at.end)).collect();
        let words: Vec<_> = fragments.iter().map(|(_, words)| *words).collect();
        // A string takes whatever is written, here and below.
        let _ = writeln!(lines.text, "T{id}\t{kind} {}\t{}", places.join(";"), words.join(" "));
    }
    for said in &layer.sentences {
        if let Some(id) = spans.id(index, said.span) {
            lines.sentence(id, &said.facts);
        }
        for tag in &said.tags {
            if let Some(id) = spans.id(index, tag.span) {
                lines.tag(id, tag, |span| spans.id(index, span));
            }
        }
    }
    lines.text
}

/// A stretch without a line end: where it stands, in code points, and its words.
type Fragment<'t> = (Span, &'t str);

/// The spans of a document, in the order of the text: where they stand, what they are, and their lines. No two have the
/// same place.
struct Spans<'t>(Vec<(Span, &'static str, Vec<Fragment<'t>>)>);

impl<'t> Spans<'t> {
    fn new(index: &CharIndex<'t>, layer: &Layer<'_>) -> Self {
        let tags = || layer.sentences.iter().flat_map(|said: &Said<'_>| &said.tags);
        let sentences = layer.sentences.iter().map(|said| ("Sentence", said.span));
        let parts = tags().map(|tag| ("Part", tag.span));
        let sources = tags().flat_map(|tag| tag.source_at).map(|span| ("Source", *span));
        let cues = tags().flat_map(|tag| tag.cue_at).map(|span| ("Cue", *span));
        // Of what has the same place, the first one counts.
        let mut spans = BTreeMap::new();
        for (kind, span) in sentences.chain(parts).chain(sources).chain(cues) {
            if let Some((span, fragments)) = fragments(index, span) {
                spans.entry(span).or_insert((kind, fragments));
            }
        }
        Self(spans.into_iter().map(|(span, (kind, fragments))| (span, kind, fragments)).collect())
    }

    /// The number of the one at `span`; `None` where brat takes none there.
    fn id(&self, index: &CharIndex<'t>, span: Span) -> Option<usize> {
        let (span, _) = fragments(index, span)?;
        self.0.binary_search_by_key(&span, |(at, ..)| *at).ok().map(|at| at + 1)
    }
}

/// What stands at `span`, line by line, and from where to where that is: brat's spans hold no line end. `None` without
/// words: brat takes no span of blanks.
fn fragments<'t>(index: &CharIndex<'t>, span: Span) -> Option<(Span, Vec<Fragment<'t>>)> {
    let words = index.slice(span)?;
    let mut at = span.start;
    let mut fragments = Vec::new();
    for line in words.split_inclusive(ends_line) {
        let start = at;
        at += position(line.chars().count());
        let words = line.trim_end_matches(ends_line);
        if !words.is_empty() {
            fragments.push((Span::new(start, start + position(words.chars().count())), words));
        }
    }
    let is_blank = words.chars().all(|c| c.is_whitespace() || ends_line(c));
    let (first, last) = (fragments.first()?.0, fragments.last()?.0);
    (!is_blank).then_some((Span::new(first.start, last.end), fragments))
}

/// Does a line end here for brat? It reads lines as Python's `codecs` do.
fn ends_line(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{1c}'..='\u{1e}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// The lines of the file and how many of each kind there are.
#[derive(Default)]
struct Lines {
    text: String,
    attributes: usize,
    relations: usize,
    notes: usize,
}

impl Lines {
    fn sentence(&mut self, id: usize, facts: &SentenceFacts) {
        let SentenceFacts { read, mark, kind, not, note, anchor } = facts;
        for (name, _) in [("Read", read), ("Mark", mark)].into_iter().filter(|(_, is)| **is) {
            self.attribute(name, id, None);
        }
        for (name, value) in [("Kind", kind), ("Anchor", anchor)] {
            if let Some(value) = value {
                self.attribute(name, id, Some(value));
            }
        }
        for label in not {
            self.attribute(&format!("Not-{}", encoded(label)), id, None);
        }
        if let Some(note) = note {
            let line = one_line(note);
            self.note("AnnotatorNotes", id, &line);
            if line != *note {
                self.json("Note", id, note);
            }
        }
    }

    fn tag(&mut self, id: usize, tag: &SaidTag<'_>, id_of: impl Fn(Span) -> Option<usize>) {
        let label = encoded(tag.tag.label.as_str());
        self.attribute(&label, id, None);
        for (role, spans) in [("Source", tag.source_at), ("Cue", tag.cue_at)] {
            for words in spans.iter().filter_map(|span| id_of(*span)) {
                self.relations += 1;
                let _ = writeln!(self.text, "R{}\t{role}-{label} Arg1:T{id} Arg2:T{words}", self.relations);
            }
        }
        let detail = TagDetail::of(tag.tag);
        if detail != TagDetail::default() {
            self.json(&label, id, &detail);
        }
    }

    fn attribute(&mut self, name: &str, id: usize, value: Option<&str>) {
        self.attributes += 1;
        let value = value.map(|value| format!(" {value}")).unwrap_or_default();
        let _ = writeln!(self.text, "A{}\t{name} T{id}{value}", self.attributes);
    }

    fn json(&mut self, kind: &str, id: usize, value: &impl Serialize) {
        // All that ends a line is an escape in it.
        self.note(kind, id, &json::text(value));
    }

    fn note(&mut self, kind: &str, id: usize, line: &str) {
        self.notes += 1;
        let _ = writeln!(self.text, "#{}\t{kind} T{id}\t{line}", self.notes);
    }
}

/// `text` in one line: any white space is one blank.
pub fn one_line(text: &str) -> String {
    let words = text.split(|c: char| c.is_whitespace() || ends_line(c)).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}
