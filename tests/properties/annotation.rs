//! Properties of annotation documents: what is written reads back, what is done can be undone.

mod anchors;
mod merging;
mod units;

use std::sync::Arc;

use factdesk::annotation::{
    Annotator, Boundary, Conflict, Document, Edit, History, Label, Origin, Sentence, Tag, Target,
};
use factdesk::text::{ArticleId, Kind, Span};
use jiff::Timestamp;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

/// Texts that readers of YAML like to take for something else, and whatever proptest thinks of.
pub(crate) fn hostile_text() -> impl Strategy<Value = String> {
    let known = [
        "no",
        "1_000",
        "2026-11-21",
        "2026-11-21T10:00:00Z",
        "0x1F",
        "0o17",
        "017",
        "1e3",
        "~",
        "null",
        "",
        " ",
        " lead",
        "trail ",
        "\ttab",
        "a\tb",
        "a: b",
        "a:",
        ": a",
        "a #b",
        "#a",
        "- a",
        "-",
        "? a",
        "\"q\"",
        "'q'",
        "it's \"both\"",
        "a\nb",
        "a\n\nb\n",
        "\r\n",
        "\u{85}",
        "a\u{2028}b",
        "\u{2029}",
        "\u{feff}a",
        "🦀",
        "\0",
        "\u{1b}[31m",
        "\u{7f}",
        "\u{9b}",
        "...",
        "---",
        "--- a",
        "<<<<<<< HEAD",
        "<<",
        "=",
        "&a",
        "*a",
        "!t",
        "|",
        ">",
        "%a",
        "@a",
        "`a",
        "{a: b}",
        "[a]",
        "a, b",
        "y",
        "on",
        ".inf",
        ".nan",
        "12:30:45",
        "\u{fffe}",
        "true",
    ];
    prop_oneof![
        2 => prop::sample::select(known.to_vec()).prop_map(str::to_owned),
        1 => ".{0,12}",
        1 => "[ -~]{0,20}",
        1 => "\\PC{0,12}",
    ]
}

fn label() -> impl Strategy<Value = Label> {
    prop_oneof![
        4 => prop::sample::select(vec!["claim", "denial", "attribution"]).prop_map(Label::new),
        1 => hostile_text().prop_map(Label::new),
    ]
}

fn spans() -> impl Strategy<Value = Vec<Span>> {
    vec((0_u32..5000, 1_u32..50).prop_map(|(start, len)| Span::new(start, start + len)), 0..3)
}

fn time() -> impl Strategy<Value = Option<Timestamp>> {
    option::of((0_i64..4_000_000_000).prop_map(|s| Timestamp::from_second(s).unwrap()))
}

fn tag(part: Option<Span>) -> impl Strategy<Value = Tag> {
    let words = (label(), vec(hostile_text(), 0..3), option::of(hostile_text()), option::of(hostile_text()));
    let rest = (
        spans(),
        spans(),
        vec(hostile_text(), 0..2),
        prop::sample::select(vec![None, Some(Origin::Suggested), Some(Origin::Imported)]),
        any::<bool>(),
    );
    (words, rest).prop_map(move |((label, source, who, cue), (source_at, cue_at, claims, origin, unsure))| {
        Tag { label, part, source, source_at, who, cue, cue_at, claims, origin, unsure }
    })
}

fn sentence(span: Span) -> impl Strategy<Value = Sentence> {
    let part = (span.len() > 2).then(|| Span::new(span.start + 1, span.end));
    let tags = vec(prop_oneof![tag(None), tag(part)], 0..4).prop_map(|mut tags| {
        let mut seen = Vec::new();
        tags.retain(|tag: &Tag| {
            let key = (tag.label.clone(), tag.part);
            let new = !seen.contains(&key);
            seen.push(key);
            new
        });
        tags
    });
    let conflict =
        option::weighted(
            0.2,
            (vec(tag(None), 0..2), option::of(hostile_text()), time())
                .prop_map(|(tags, note, at)| Conflict { tags, note, at }),
        );
    let kinds =
        vec![None, Some(Kind::Sentence), Some(Kind::Heading), Some(Kind::Caption), Some(Kind::Furniture)];
    let fields = (
        hostile_text(),
        prop::sample::select(kinds),
        any::<(bool, bool)>(),
        vec(label(), 0..2),
        option::of(hostile_text()),
        vec(hostile_text(), 0..2),
    );
    (fields, tags, conflict, time()).prop_map(
        move |((quote, kind, (read, mark), not, note, saw), tags, conflict, at)| Sentence {
            span,
            quote,
            kind,
            read,
            mark,
            tags,
            not,
            note,
            saw,
            conflict,
            at,
        },
    )
}

fn boundaries() -> impl Strategy<Value = Vec<Boundary>> {
    vec((0_u32..3000, hostile_text()).prop_map(|(at, before)| Boundary { at, before }), 0..3).prop_map(
        |mut all| {
            all.sort();
            all.dedup();
            all
        },
    )
}

/// Where the words of `text` are, in code points.
fn at_words(text: &str) -> Vec<Span> {
    let mut words: Vec<Span> = Vec::new();
    for (at, c) in (0_u32..).zip(text.chars()) {
        match words.last_mut() {
            _ if c.is_whitespace() => {}
            Some(word) if word.end == at => word.end += 1,
            _ => words.push(Span::new(at, at + 1)),
        }
    }
    words
}

/// A document with a tagged sentence at each of `saved` (start, length) that is inside `text` and overlaps none before.
fn document_of(text: &str, saved: &[(u32, u32)]) -> Document {
    let length = u32::try_from(text.chars().count()).unwrap();
    let mut document = Document::new(ArticleId::new("story/one.txt"), Annotator::new("ab").unwrap());
    for (start, len) in saved {
        let span = Span::new(*start, (start + len).min(length));
        if *start < length && document.sentences.iter().all(|other| !other.span.overlaps(span)) {
            let quote: String = text.chars().skip(*start as usize).take(span.len()).collect();
            let mut sentence = Sentence::untouched(span, quote);
            let part = (span.len() > 1).then(|| Span::new(span.start + 1, span.end));
            sentence.tags.push(Tag { part, ..Tag::new(Label::new(Label::CLAIM)) });
            document.sentences.push(Arc::new(sentence));
        }
    }
    document.sentences.sort_by_key(|sentence| sentence.span);
    document
}

/// Any document that a file may hold.
pub(crate) fn document() -> impl Strategy<Value = Document> {
    let sentences = vec((0_u32..5, 0_u32..60), 0..8).prop_flat_map(|steps| {
        let mut at = 0;
        let mut sentences = Vec::new();
        for (gap, length) in steps {
            at += gap;
            sentences.push(sentence(Span::new(at, at + length)).prop_map(Arc::new));
            at += length;
        }
        sentences
    });
    let top =
        (option::of("[0-9a-f]{64}"), option::of(hostile_text()), any::<u32>(), option::of(any::<u32>()));
    (top, boundaries(), boundaries(), sentences).prop_map(
        |((text_sha256, lang, segmenter, units), split, join, mut sentences)| {
            sentences.sort_by_key(|s| s.span);
            Document {
                article: ArticleId::new("story/one: two.txt"),
                text_sha256,
                annotator: Annotator::new("ab").unwrap(),
                lang,
                segmenter,
                units,
                split,
                join,
                sentences,
            }
        },
    )
}

proptest! {
    #[test]
    fn what_is_written_reads_back_the_same(document in document()) {
        let yaml = document.to_yaml();
        let parsed = Document::parse(&yaml, &document.article, &document.annotator)
            .map_err(|error| TestCaseError::fail(format!("{error}\n{yaml}")))?;
        prop_assert_eq!(&parsed.document, &document, "{}", yaml);
        prop_assert!(parsed.warnings.is_empty());
        prop_assert_eq!(parsed.document.to_yaml(), yaml);
    }

    #[test]
    fn damaged_files_never_panic(document in document(), cut in any::<prop::sample::Index>(), put in hostile_text()) {
        let mut yaml = document.to_yaml();
        let mut at = cut.index(yaml.len());
        while !yaml.is_char_boundary(at) {
            at -= 1;
        }
        yaml.insert_str(at, &put);
        if let Err(error) = Document::parse(&yaml, &document.article, &document.annotator) {
            let lines = u32::try_from(yaml.lines().count()).unwrap() + 1;
            prop_assert!((1..=lines).contains(&error.line), "{error} in {lines} lines");
        }
        yaml.truncate(at);
        let _ = Document::parse(&yaml, &document.article, &document.annotator);
    }

    #[test]
    fn undo_leads_back_and_redo_forth(mut document in document(), acts in vec((any::<prop::sample::Index>(), 0_u8..16), 1..20)) {
        let original = document.clone();
        let mut history = History::default();
        for (second, (place, act)) in (0..).zip(acts) {
            if let Some(edit) = act_on(&document, place, act, second) {
                let before = document.clone();
                let inverse = edit.apply(&mut document).unwrap();
                prop_assert_ne!(&before, &document);
                let yaml = document.to_yaml();
                let back = Document::parse(&yaml, &document.article, &document.annotator);
                prop_assert_eq!(&back.map(|parsed| parsed.document), &Ok(document.clone()));
                history.did(inverse);
            }
        }
        let last = document.clone();
        while let Some(edit) = history.take_undo() {
            history.undid(edit.apply(&mut document).unwrap());
        }
        prop_assert_eq!(&document, &original);
        while let Some(edit) = history.take_redo() {
            history.redid(edit.apply(&mut document).unwrap());
        }
        prop_assert_eq!(&document, &last);
    }
}

/// One act of the Desk on some sentence of the document, or on untouched words behind the last.
fn act_on(document: &Document, place: prop::sample::Index, act: u8, second: i64) -> Option<Edit> {
    let end = document.sentences.last().map_or(0, |s| s.span.end);
    let fresh = Sentence::untouched(Span::new(end + 1, end + 9), "Er sagte");
    let index = place.index(document.sentences.len() + 1);
    let sentence = document.sentences.get(index).map_or(&fresh, |s| s);
    let length = u32::try_from(sentence.quote.chars().count()).unwrap();
    if length != sentence.span.end - sentence.span.start && act >= 13 {
        return None;
    }
    let span = sentence.span;
    let now = Timestamp::from_nanosecond(i128::from(second) * 1_234_567_890).unwrap();
    let target = Target { span, quote: &sentence.quote, now, only: None };
    let part = Some(Span::new(span.start, span.start + 1));
    let label = Label::new(Label::DENIAL);
    // What is pending has no length and is no unit: nobody joins it with another.
    let mut behind = document.sentences.iter().skip(index + 1).map(|s| s.span);
    let next = behind.find(|span| !span.is_empty()).unwrap_or(fresh.span);
    match act {
        0 => Edit::toggle_label(document, &target, &label, None),
        1 => Edit::toggle_label(document, &target, &label, part),
        2 => Edit::set_label(document, &target, &label, None),
        3 => Edit::mark_read(document, &target),
        4 => Edit::untouch(document, &target),
        5 => Edit::set_source(document, &target, &["Peskow".to_owned()], &[]),
        6 => Edit::set_cue(document, &target, &part.into_iter().collect::<Vec<_>>()),
        7 => Edit::set_who(document, &target, Some("Dmitri Peskow")),
        8 => Edit::set_note(document, &target, Some("nachfragen")),
        9 => Edit::toggle_mark(document, &target),
        10 => Edit::toggle_unsure(document, &target),
        11 => Edit::set_kind(document, &target, Some(Kind::Furniture)),
        12 => Edit::take_theirs(document, &target),
        13 => Edit::keep_mine(document, &target),
        14 => Edit::split(document, &target, span.start + length / 2),
        _ => {
            let whole = Span::new(span.start, next.end.max(span.end));
            let quote = "x".repeat(whole.len());
            Edit::join(document, span, next, &Target { span: whole, quote: &quote, now, only: None })
        }
    }
}
