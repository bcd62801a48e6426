//! A large article: no key walks through it.

use std::{collections::BTreeMap, fmt::Write, time::Instant};

use factdesk::app::{Key, Msg};

use crate::newsroom::{Newsroom, Start};

/// A key on an article of 200,000 sentences takes no longer than one of 1,000 could; the bound is generous because
/// tests run unoptimised and beside each other.
#[test]
fn keys_on_two_hundred_thousand_sentences_are_quick() {
    let mut text = String::new();
    for number in 0..200_000 {
        write!(text, "Dies ist der Satz Nummer {number} ohne weiteres.\n\n").unwrap();
    }
    let articles = BTreeMap::from([("gross.txt".to_owned(), text)]);
    let mut room = Newsroom::open(Start { articles, ..Start::default() });
    assert_eq!(room.app.desk.open.as_ref().unwrap().units.len(), 200_000);
    room.keys("G");
    let start = Instant::now();
    let keys = "kjkkc".chars().map(Key::Char).chain([Key::PageUp, Key::PageDown, Key::Char('m')]);
    let mut count = 0;
    for key in keys {
        room.app.update(jiff::Timestamp::UNIX_EPOCH, Msg::Key(key));
        count += 1;
    }
    let per_key = start.elapsed() / count;
    assert!(per_key.as_millis() < 20, "{per_key:?} a key");
}

#[test]
fn keys_among_ten_thousand_tags_are_quick() {
    let mut text = String::new();
    for number in 0..20_000 {
        write!(text, "Dies ist der Satz Nummer {number} ohne weiteres.\n\n").unwrap();
    }
    let articles = BTreeMap::from([("gross.txt".to_owned(), text)]);
    let mut room = Newsroom::open(Start { articles, ..Start::default() });
    let mut press = |key| room.app.update(jiff::Timestamp::UNIX_EPOCH, Msg::Key(key)).len();
    let start = Instant::now();
    for _ in 0..10_000 {
        press(Key::Char('C'));
    }
    let per_tag = start.elapsed() / 10_000;
    assert!(per_tag.as_millis() < 5, "{per_tag:?} a tag");
    press(Key::Char('g'));
    let start = Instant::now();
    press(Key::Char(' '));
    let jump = start.elapsed();
    assert!(jump.as_millis() < 50, "{jump:?} to the next open sentence, 10,000 further on");
    assert_eq!(room.app.desk.open.as_ref().unwrap().cursor, 10_000);
}
