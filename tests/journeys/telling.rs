//! What goes wrong outside is told, and stays told until a key was pressed.

use std::collections::BTreeMap;

use factdesk::app::Msg;

use crate::newsroom::{Newsroom, Start};

fn room(articles: &[&str]) -> Newsroom {
    let articles = articles.iter().map(|name| ((*name).to_owned(), "Eins steht hier.".to_owned()));
    Newsroom::open(Start { articles: articles.collect::<BTreeMap<_, _>>(), ..Start::default() })
}

fn notice(room: &Newsroom) -> &str {
    room.app.notice.as_ref().map_or("", |notice| notice.text.as_str())
}

fn folder_locked() -> Msg {
    Msg::ListDone { others: 3, unreadable: vec!["/desk/corpus/rat: Permission denied".to_owned()] }
}

#[test]
fn an_unreadable_corpus_is_not_taken_for_an_empty_one() {
    let mut room = room(&[]);
    room.send(folder_locked());
    assert!(notice(&room).contains("/desk/corpus/rat"));
    assert_eq!(room.app.desk.problem.as_deref().unwrap(), ["/desk/corpus/rat: Permission denied"]);
}

#[test]
fn an_unreadable_folder_does_not_hide_the_article_that_is_open() {
    let mut room = room(&["a.txt"]);
    room.send(folder_locked());
    assert!(notice(&room).contains("Permission denied"));
    assert_eq!(room.app.desk.problem, None);
}

#[test]
fn other_files_are_counted_where_there_is_nothing_more_to_tell() {
    let mut room = room(&["a.txt"]);
    room.send(Msg::ListDone { others: 2, unreadable: Vec::new() });
    assert!(notice(&room).starts_with("2 files"));
}

#[test]
fn a_second_warning_does_not_hide_the_first() {
    let mut room = room(&["a.txt"]);
    room.send(Msg::Imported(Err("one is there already".to_owned())));
    room.send(folder_locked());
    room.send(folder_locked());
    let both = notice(&room);
    assert!(both.starts_with("one is there already  ·  ") && both.contains("corpus/rat"), "{both}");
    assert_eq!(both.matches("corpus/rat").count(), 1, "{both}");
    room.keys("k");
    assert!(!notice(&room).contains("corpus/rat"));
}
