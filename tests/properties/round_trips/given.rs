//! Articles and documents that are hard to carry.

use std::sync::Arc;

use factdesk::{
    annotation::{Annotator, Document, Label, Origin, Sentence, Tag, units},
    text::{Article, ArticleId, Kind, Span, decode::decode, sentence::segment},
};
use jiff::Timestamp;
use proptest::{collection::vec, option, prelude::*, sample::select};

use crate::annotation::hostile_text;

/// An article's bytes and what one or two annotators say about it.
#[derive(Clone, Debug)]
pub(super) struct Given {
    /// The file, with what line ends and byte order mark it has.
    bytes: Vec<u8>,
    /// What is said about it.
    pub(super) documents: Vec<Document>,
}

impl Given {
    /// The article as it is read from the disk.
    pub(super) fn article(&self) -> Article {
        Article::new(ArticleId::new(ID), decode(self.bytes.clone()).unwrap())
    }
}

const ID: &str = "ort/50%-Regel; „Stück“.txt";

/// Words that formats trip over.
fn word() -> impl Strategy<Value = &'static str> {
    select(
        &[
            "Wasser",
            "🦀",
            "👩\u{200d}🔬",
            "e\u{301}tat",
            "n\u{303}",
            "a\u{a0}b",
            "„Nein“",
            "\"Ja\"",
            "'nein'",
            "a\tb",
            "=1+1",
            "-x",
            "@y",
            "\\",
            "a\\nb",
            "<b>",
            "&amp;",
            "#1",
            "T1",
            "{\"a\":",
            "];",
            "x,y;z",
            "|",
            "über",
            "\u{202e}x",
            "𝒜",
            "\u{2028}",
            "Pell",
            "sagte",
            "%41",
            "ß",
        ][..],
    )
}

/// An article: paragraphs of sentences of words, some of them on several lines.
fn text() -> impl Strategy<Value = String> {
    let end = select(&[". ", "! ", "? ", ".\n", ".\n\n", "\n\n", ".“ "][..]);
    let sentence = (vec((word(), prop_oneof![8 => Just(" "), 1 => Just("\n"), 1 => Just("  ")]), 2..7), end);
    let front = option::weighted(0.3, Just("---\ntitle: Über \"🦀\"\nlang: de\n---\n"));
    (front, vec(sentence, 1..8)).prop_map(|(front, sentences)| {
        let mut text = front.unwrap_or_default().to_owned();
        for (words, end) in sentences {
            text.push_str("Der ");
            text.extend(words.iter().flat_map(|(word, blank)| [*word, *blank]));
            text.push_str("Rat");
            text.push_str(end);
        }
        text
    })
}

/// Something a person typed: not blank, without NUL, which no table holds, and without blanks at its ends, which cells
/// of several values do not keep.
fn typed() -> impl Strategy<Value = String> {
    hostile_text().prop_map(|text| {
        let typed = text.replace(['\0', '\r'], "");
        if typed.trim().is_empty() { "Pell".to_owned() } else { typed.trim().to_owned() }
    })
}

/// What is said in a tag, but for where.
#[derive(Clone, Debug)]
struct Said {
    label: &'static str,
    is_part: bool,
    tag: Tag,
    at: [bool; 2],
}

fn said() -> impl Strategy<Value = Said> {
    let label = select(&["claim", "denial", "attribution"][..]);
    let origin = select(&[None, Some(Origin::Suggested), Some(Origin::Imported)][..]);
    let rest = (vec(typed(), 0..3), option::of(typed()), option::of(typed()), vec(typed(), 0..2), origin);
    (label, prop::bool::weighted(0.3), rest, any::<bool>(), any::<[bool; 2]>()).prop_map(
        |(label, is_part, (source, who, cue, mut claims, origin), unsure, at)| {
            claims.dedup();
            let tag = Tag { source, who, cue, claims, origin, unsure, ..Tag::new(Label::new(label)) };
            Said { label, is_part, tag, at }
        },
    )
}

/// What is said about a unit.
#[derive(Clone, Debug)]
struct About {
    /// 0: nothing, 1: it and the next are one, 2: its first words are a sentence of their own; else it is one.
    cut: u8,
    tags: Vec<Said>,
    sentence: Sentence,
}

fn about() -> impl Strategy<Value = About> {
    let kind = select(&[None, None, Some(Kind::Heading), Some(Kind::Furniture)][..]);
    let lists =
        (option::weighted(0.3, Just(Label::new("denial"))), vec(select(&["cd", "suggestions"][..]), 0..2));
    let fields = (kind, any::<[bool; 2]>(), option::of(typed()), lists, 0_i64..4_000_000_000);
    (0_u8..6, vec(said(), 0..4), fields).prop_map(
        |(cut, tags, (kind, [mark, read], note, (not, saw), at))| {
            let sentence = Sentence {
                kind,
                mark,
                note,
                // One that is neither read nor tagged does not leave.
                read: read || tags.is_empty(),
                not: not.into_iter().collect(),
                saw: saw.into_iter().map(str::to_owned).collect(),
                at: Some(Timestamp::from_second(at).unwrap()),
                ..Sentence::untouched(Span::default(), "")
            };
            About { cut, tags, sentence }
        },
    )
}

/// An article, what `ab` says about it, and perhaps what `cd` does, who cuts it otherwise.
pub(super) fn given() -> impl Strategy<Value = Given> {
    let all = vec(vec(about(), 8), 1..=2);
    let given = (text(), all, any::<[bool; 2]>()).prop_map(|(text, all, [crlf, mark])| {
        let ends = if crlf { text.replace('\n', "\r\n") } else { text };
        let bytes = [if mark { "\u{feff}" } else { "" }, &*ends].concat().into_bytes();
        let mut given = Given { bytes, documents: Vec::new() };
        let article = given.article();
        let document = |(annotator, about)| Document {
            text_sha256: Some(article.sha256().to_owned()),
            sentences: sentences(&article, about).into_iter().map(Arc::new).collect(),
            ..Document::new(article.id.clone(), Annotator::new(annotator).unwrap())
        };
        given.documents = ["ab", "cd"].into_iter().zip(all).map(document).collect();
        given
    });
    let is_said = |given: &Given| given.documents.iter().any(|document| !document.sentences.is_empty());
    given.prop_filter("somebody says something", is_said)
}

fn sentences(article: &Article, about: Vec<About>) -> Vec<Sentence> {
    let text: Vec<char> = article.text.chars().collect();
    let computed = segment(&article.text, article.body, article.options());
    let nothing = Document::new(article.id.clone(), Annotator::new("ab").unwrap());
    let mut units = units(&article.text, &computed, &nothing).into_iter().map(|unit| unit.chars).peekable();
    let mut sentences = Vec::new();
    for about in about {
        let Some(unit) = units.next() else { break };
        let span = match about.cut {
            0 => continue,
            1 => Span::new(unit.start, units.next().map_or(unit.end, |next| next.end)),
            2 => words(&text, unit).first().map_or(unit, |word| Span::new(unit.start, word.end)),
            _ => unit,
        };
        let quote: String = text[span.range()].iter().collect();
        let words = words(&text, span);
        let mut sentence = Sentence { span, quote, ..about.sentence };
        for said in about.tags {
            let part = Span::new(words[words.len() / 2].start, words[words.len() - 1].end);
            let part = Some(part).filter(|part| said.is_part && *part != span);
            if sentence.tags.iter().any(|tag| tag.label.as_str() == said.label && tag.part == part) {
                continue;
            }
            let at = |given: bool| if given { words.iter().copied().take(2).collect() } else { Vec::new() };
            let (source_at, cue_at) = (at(said.at[0]), at(said.at[1]));
            sentence.tags.push(Tag { part, source_at, cue_at, ..said.tag });
        }
        if !sentence.is_untouched() {
            sentences.push(sentence);
        }
    }
    sentences
}

/// Where the words at `span` are.
fn words(text: &[char], span: Span) -> Vec<Span> {
    let mut words: Vec<Span> = Vec::new();
    for at in span.start..span.end {
        match words.last_mut() {
            _ if text[at as usize].is_whitespace() => {}
            Some(word) if word.end == at => word.end += 1,
            _ => words.push(Span::new(at, at + 1)),
        }
    }
    words
}
