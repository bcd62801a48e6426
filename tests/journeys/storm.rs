//! Whatever keys come in whatever order: nothing breaks, and undoing everything leads back to the start.

use std::collections::BTreeMap;

use factdesk::{
    app::{App, ExportField, Key, Msg, Pane, Review, Size, Target, View, review::ReviewPane},
    export::Format,
    review::{Column, Line},
};
use proptest::prelude::*;

use crate::newsroom::{Newsroom, Start};

fn articles() -> BTreeMap<String, String> {
    let a = "Brücke zu\n\nDie Stadt sperrt sie. „Das stimmt nicht“, sagte Änne Böll. Wer weiß? 😀 Niemand.\n\nVon Karl Kaser\n";
    let b = "A short one.\nIt has two lines. And a\u{301}ccents.";
    BTreeMap::from([("rat/a.txt".to_owned(), a.to_owned()), ("see/b.txt".to_owned(), b.to_owned())])
}

/// What somebody else says about them.
fn others() -> BTreeMap<String, BTreeMap<String, String>> {
    let tagged = |start: u32, end: u32, quote: &str| {
        format!(
            "format: 1\nsentences:\n- start: {start}\n  end: {end}\n  quote: {quote}\n  tags:\n  - label: claim\n...\n"
        )
    };
    let a = tagged(11, 32, "Die Stadt sperrt sie.");
    let b = tagged(0, 12, "A short one.");
    let files = BTreeMap::from([("rat/a.txt".to_owned(), a), ("see/b.txt".to_owned(), b)]);
    BTreeMap::from([("cd".to_owned(), files)])
}

/// Keys of every kind, those that do something more often than others.
fn key() -> impl Strategy<Value = Key> {
    let letters: Vec<Key> =
        "jkjkJKcdaCDA xxsweEmUFfuvhlHLtb/nNS12224orRtT?:gGWyXX".chars().map(Key::Char).collect();
    let named = vec![
        Key::Enter,
        Key::Enter,
        Key::Esc,
        Key::Esc,
        Key::Tab,
        Key::BackTab,
        Key::Backspace,
        Key::Delete,
        Key::Up,
        Key::Down,
        Key::Left,
        Key::Right,
        Key::Home,
        Key::End,
        Key::PageUp,
        Key::PageDown,
        Key::Ctrl('d'),
        Key::Ctrl('u'),
        Key::Ctrl('r'),
        Key::F(1),
        Key::F(2),
    ];
    prop_oneof![6 => prop::sample::select(letters), 3 => prop::sample::select(named), 1 => any::<char>().prop_filter_map("control", |c| (!c.is_control()).then_some(Key::Char(c)))]
}

/// One thing that happens.
#[derive(Debug)]
enum Act {
    /// The workbench gets a message.
    Send(Box<Msg>),
    /// The disk is full from now on, or has room again.
    Full(bool),
    /// The rest of the open article is cut into sentences.
    Segment,
}

fn act() -> impl Strategy<Value = Act> {
    let target = || {
        prop_oneof![
            (0_usize..12).prop_map(Target::Unit),
            (0_usize..12, 0_usize..4).prop_map(|(unit, label)| Target::Tag(unit, label)),
            (0_usize..6).prop_map(Target::ListRow),
            (0_usize..6).prop_map(Target::OverlayRow),
            prop::sample::select(ExportField::ALL.to_vec()).prop_map(Target::ExportField),
            prop::sample::select(Format::ALL.to_vec()).prop_map(Target::ExportFormat),
            (0_usize..6).prop_map(Target::ReviewLine),
            (0_usize..3).prop_map(Target::Reading),
            prop::sample::select(Column::ALL.to_vec()).prop_map(Target::Column),
            prop::sample::select(vec![ReviewPane::Table, ReviewPane::Detail]).prop_map(Target::ReviewPane),
            prop::sample::select(vec![Pane::List, Pane::Article, Pane::Inspector]).prop_map(Target::Pane),
        ]
    };
    let message = prop_oneof![
        30 => key().prop_map(Msg::Key),
        1 => (0_u16..200, 0_u16..60).prop_map(|(width, height)| Msg::Resized(Size { width, height })),
        1 => ".{0,8}".prop_map(Msg::Pasted),
        1 => any::<bool>().prop_map(Msg::Focus),
        1 => (target(), -40_i16..40).prop_map(|(target, rows)| Msg::Wheel(target, rows)),
        2 => target().prop_map(Msg::Clicked),
    ];
    prop_oneof![
        30 => message.prop_map(|message| Act::Send(Box::new(message))),
        1 => any::<bool>().prop_map(Act::Full),
        1 => any::<bool>().prop_map(|_| Act::Segment),
    ]
}

fn take(room: &mut Newsroom, act: Act) {
    match act {
        Act::Send(message) => room.send(*message),
        Act::Full(full) => room.full = full,
        Act::Segment if room.app.desk.open.as_ref().is_some_and(|open| !open.complete) => room.segment(),
        Act::Segment => {}
    }
}

/// What is said about the sentences, by article, without times.
fn said(app: &App) -> BTreeMap<String, String> {
    let held = app.shelf.held.iter().filter(|(_, held)| {
        !(held.document.sentences.is_empty()
            && held.document.split.is_empty()
            && held.document.join.is_empty())
    });
    held.map(|(article, held)| {
        let document = &held.document;
        (article.to_string(), format!("{:?} {:?} {:?}", document.sentences, document.split, document.join))
    })
    .collect()
}

fn check_table(review: &Review) {
    assert!(review.lines.is_empty() || review.cursor < review.lines.len(), "the selected line exists");
    let rows = review.lines.iter().filter_map(|line| match line {
        Line::Row(index) => Some(*index),
        Line::Heading(..) => None,
    });
    assert!(rows.clone().all(|index| index < review.rows.len()), "the rows of all lines exist");
    assert_eq!(rows.count(), review.counts.shown);
    assert!(review.row().is_none_or(|row| review.reading < row.readings.len()), "the reading shown exists");
}

/// What must hold after every message.
fn check(room: &Newsroom) {
    let app = &room.app;
    check_table(&app.review);
    let Some(open) = &app.desk.open else { return };
    assert!(open.cursor < open.units.len(), "the selected sentence exists");
    let document = app.document().unwrap();
    for sentence in &document.sentences {
        let words: String =
            open.article.text.chars().skip(sentence.span.start as usize).take(sentence.span.len()).collect();
        assert_eq!(sentence.quote, words, "a quote is what stands there");
        assert!(open.units.iter().any(|unit| unit.chars == sentence.span), "a sentence is a unit");
    }
    let is_open = |unit: &&factdesk::text::Unit| {
        unit.kind != factdesk::text::Kind::Furniture
            && !document.find(unit.chars).is_some_and(|sentence| sentence.is_read())
    };
    let counted = open.units.iter().filter(is_open).count();
    assert_eq!(open.counts.open() as usize, counted, "open sentences are counted right");
    let height = app.geometry().rows();
    if height > 0 {
        let reading = app.reading().unwrap();
        let seen = reading.from(open.top).take(height).any(|line| line.unit() == open.cursor);
        assert!(
            seen || !reading.shows(open.cursor),
            "the selected sentence is in sight: {:?} {}",
            open.top,
            open.cursor
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn no_keys_break_it_and_undo_leads_back(
        acts in prop::collection::vec(act(), 1..80),
        first_units in prop_oneof![Just(usize::MAX), 1_usize..4],
    ) {
        let mut room = Newsroom::open(Start { articles: articles(), others: others(), first_units, ..Start::default() });
        for act in acts {
            take(&mut room, act);
            check(&room);
        }
        room.full = false;
        room.send(Msg::Focus(true));
        room.send(Msg::Resized(Size { width: 100, height: 30 }));
        for _ in 0..4 {
            room.keys("Esc");
        }
        room.keys("Tab Esc");
        if room.app.view == View::Overview {
            room.keys("1");
        }
        for _ in 0..200 {
            room.keys("u");
        }
        prop_assert_eq!(said(&room.app), BTreeMap::new());
        for (article, file) in &room.files {
            prop_assert!(file.contains("sentences: []"), "{}: {}", article, file);
        }
    }
}
