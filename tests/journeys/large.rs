//! A large article: no change copies it.

use std::{
    collections::{BTreeMap, HashSet},
    fmt::Write,
    sync::Arc,
};

use factdesk::{
    annotation::Document,
    app::{Effect, Key, Msg},
};
use jiff::Timestamp;

use crate::newsroom::{Newsroom, Start};

/// A workspace with one article of so many sentences.
fn large(sentences: usize) -> Newsroom {
    let mut text = String::new();
    for number in 0..sentences {
        write!(text, "Dies ist der Satz Nummer {number} ohne weiteres.\n\n").unwrap();
    }
    let articles = BTreeMap::from([("gross.txt".to_owned(), text)]);
    Newsroom::open(Start { articles, ..Start::default() })
}

#[test]
fn keys_reach_both_ends_of_a_large_article() {
    let mut room = large(50_000);
    room.keys("G k k c");
    let open = room.app.desk.open.as_ref().unwrap();
    assert_eq!((open.units.len(), open.cursor), (50_000, 49_997));
    room.keys("G PgDn Space");
    assert_eq!(room.app.desk.open.as_ref().unwrap().counts.open(), 49_998);
    room.keys("g");
    assert_eq!(room.app.desk.open.as_ref().unwrap().cursor, 0);
}

#[test]
fn a_tag_among_thousands_copies_one_sentence() {
    let mut room = large(10_000);
    let mut press = |key| room.app.update(Timestamp::UNIX_EPOCH, Msg::Key(key));
    // The saver has the first state until it answers, so nothing is given to it again.
    for _ in 0..5_000 {
        press(Key::Char('C'));
    }
    let article = room.app.desk.open.as_ref().unwrap().article.id.clone();
    let before = Arc::clone(room.app.shelf.document(&article).unwrap());
    assert_eq!(before.sentences.len(), 5_000);
    press_one(&mut room);
    let after = room.app.shelf.document(&article).unwrap();
    assert_eq!(own(after, &before), 1, "sentences that are no longer shared");
    room.keys("g Space");
    assert_eq!(room.app.desk.open.as_ref().unwrap().cursor, 5_001, "the next open sentence is far away");
}

/// Tags a sentence and gives no more than one save to do.
fn press_one(room: &mut Newsroom) {
    let effects = room.app.update(Timestamp::UNIX_EPOCH, Msg::Key(Key::Char('C')));
    let saves = effects.iter().filter(|effect| matches!(effect, Effect::Save { .. })).count();
    assert!(saves <= 1, "{saves} saves for one key");
}

/// How many sentences of a document are not shared with another.
fn own(document: &Document, other: &Document) -> usize {
    let shared: HashSet<_> = other.sentences.iter().map(Arc::as_ptr).collect();
    document.sentences.iter().filter(|sentence| !shared.contains(&Arc::as_ptr(sentence))).count()
}
