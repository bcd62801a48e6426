//! From a key to the frame it makes: a small article, one with ten thousand tags, one with 200,000 sentences, and the
//! Review.

#![allow(missing_docs, clippy::expect_used, reason = "a bench")]

use std::{hint::black_box, sync::Arc};

use criterion::{Criterion, criterion_group, criterion_main};
use factdesk::{
    annotation::{AnchorState, Annotator, Document, Label, LabelSet, Sentence, Tag},
    app::{
        App, Doubts, Effect, Key, Msg, OnDisk, Opened, ReadSoFar, Settings, Setup, Size, review::TableCounts,
    },
    locale::{Lang, Phrase},
    review::{ArticleHead, Line, Reading, Row},
    text::{Article, ArticleId, FrontMatter, Unit, decode, sentence},
    view,
};
use jiff::Timestamp;
use ratatui::{Terminal, backend::TestBackend};

/// An article of so many sentences, every one of the first `tagged` with a claim and a source.
fn app(sentences: usize, tagged: usize) -> App {
    let text =
        "The crane has not moved since February, the port authority said on Monday.\n".repeat(sentences);
    let id = ArticleId::new("harbour/long.txt");
    let annotator = Annotator::new("ab").expect("a slug");
    let article = Article::new(id.clone(), decode::decode(text.into_bytes()).expect("text"));
    let units = sentence::segment(&article.text, article.body, sentence::Options::default());
    let mut document = Document::new(id.clone(), annotator.clone());
    document.sentences = units.iter().take(tagged).map(|unit| tag(&article, unit)).collect();
    let (mut app, effects) = App::new(Setup {
        workspace: String::new(),
        annotator: Some(annotator),
        offered: None,
        settings: Settings::default(),
        lang: Lang::En,
        labels: LabelSet::default(),
        problems: Vec::new(),
        size: Size { width: 120, height: 40 },
        article: Some(id),
        codebook: Phrase::new("", ""),
        kept: Vec::new(),
        filters: Vec::new(),
        aliases: std::sync::Arc::default(),
        adjudicates: false,
        people: std::collections::BTreeMap::default(),
        blind: true,
    });
    let opening = effects.iter().find_map(|effect| match effect {
        Effect::Open { generation, .. } => Some(*generation),
        _ => None,
    });
    let document = Arc::new(document);
    let document = OnDisk {
        base: Arc::clone(&document),
        document,
        doubts: Doubts::default(),
        read_only: None,
        warnings: Vec::new(),
    };
    let opened = Opened {
        generation: opening.expect("an article to open"),
        article: Ok(article),
        document: Ok(document),
        units,
        complete: true,
    };
    app.update(Timestamp::UNIX_EPOCH, Msg::Opened(Box::new(opened)));
    app
}

fn tag(article: &Article, unit: &Unit) -> Arc<Sentence> {
    let mut sentence = Sentence::untouched(unit.chars, &article.text[unit.bytes.range()]);
    let mut attribution = Tag::new(Label::new(Label::ATTRIBUTION));
    attribution.source = vec!["the port authority".to_owned()];
    sentence.tags = vec![Tag::new(Label::new(Label::CLAIM)), attribution];
    Arc::new(sentence)
}

fn key_to_frame(c: &mut Criterion) {
    for (name, sentences, tagged) in
        [("40 sentences", 40, 10), ("10,000 tags", 10_000, 5_000), ("200,000 sentences", 200_000, 0)]
    {
        let mut app = app(sentences, tagged);
        let mut terminal = Terminal::new(TestBackend::new(120, 40)).expect("a buffer");
        c.bench_function(&format!("key to frame, {name}"), |b| {
            b.iter(|| {
                app.update(Timestamp::UNIX_EPOCH, Msg::Key(black_box(Key::Char('j'))));
                terminal.draw(|frame| drop(view::draw(frame, &app))).expect("a buffer").count
            });
        });
        c.bench_function(&format!("frame alone, {name}"), |b| {
            b.iter(|| terminal.draw(|frame| drop(view::draw(frame, &app))).expect("a buffer").count);
        });
    }
}

/// Keys that could walk through all of a document, but must not: a tag among thousands, and the way from the start to
/// the first open sentence behind them.
fn keys_in_a_large_document(c: &mut Criterion) {
    let mut app = app(20_000, 10_000);
    let mut press = |key| drop(app.update(Timestamp::UNIX_EPOCH, Msg::Key(black_box(key))));
    press(Key::Char(' '));
    c.bench_function("tag on and off among 10,000", |b| b.iter(|| press(Key::Char('d'))));
    c.bench_function("over 10,000 tagged sentences to the next open one", |b| {
        b.iter(|| {
            press(Key::Char('g'));
            press(Key::Char(' '));
        });
    });
}

/// The Review of 200,000 rows, on the first of which the keys act.
fn keys_in_the_review(c: &mut Criterion) {
    let mut app = app(40, 0);
    let open = app.desk.open.as_ref().expect("an open article");
    let (id, unit) = (open.article.id.clone(), open.units[0]);
    let sentence = tag(&open.article, &unit);
    let said = |who| Reading {
        annotator: Annotator::new(who).expect("a slug"),
        sentence: Arc::clone(&sentence),
        anchor: AnchorState::Exact,
        now: Some(unit.chars),
        words: None,
        score: 1.0,
        line: 1,
    };
    let head = Arc::new(ArticleHead { id, front: FrontMatter::default(), unreadable: None });
    let row = Arc::new(Row::new(head, vec![said("cd"), said("ef")]).expect("readings"));
    app.update(Timestamp::UNIX_EPOCH, Msg::Key(Key::Char('2')));
    let rows = vec![row; 200_000];
    let lines = (0..rows.len()).map(Line::Row).collect();
    let so_far = ReadSoFar { done: true, ..ReadSoFar::default() };
    let generation = app.review.generation;
    let effects = app.update(Timestamp::UNIX_EPOCH, Msg::Reviewed { generation, rows, so_far });
    let number = effects.iter().find_map(|effect| match effect {
        Effect::Arrange { number, .. } => Some(*number),
        _ => None,
    });
    let number = number.expect("rows to put in order");
    app.update(Timestamp::UNIX_EPOCH, Msg::Arranged { number, lines, counts: TableCounts::default() });
    let mut terminal = Terminal::new(TestBackend::new(120, 40)).expect("a buffer");
    c.bench_function("key to frame, Review of 200,000 rows", |b| {
        b.iter(|| {
            app.update(Timestamp::UNIX_EPOCH, Msg::Key(black_box(Key::Char('j'))));
            terminal.draw(|frame| drop(view::draw(frame, &app))).expect("a buffer").count
        });
    });
}

criterion_group!(benches, key_to_frame, keys_in_a_large_document, keys_in_the_review);
criterion_main!(benches);
