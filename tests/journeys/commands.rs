//! What holds for every command of the table.

use std::collections::BTreeMap;

use factdesk::{
    app::{Action, Key, Msg, Overlay, Scope, Settings, overlay::Choice},
    locale::Lang,
};

use crate::newsroom::{Newsroom, Start};

fn room() -> Newsroom {
    let text = "Die Stadt sperrt die Brücke. Er sagte nichts dazu. Wer weiß es?".to_owned();
    let articles =
        BTreeMap::from([("a.txt".to_owned(), text), ("b.txt".to_owned(), "Noch einer.".to_owned())]);
    Newsroom::open(Start { articles, ..Start::default() })
}

/// The actions that the list on top offers, best first.
fn offered(room: &Newsroom) -> Vec<Action> {
    let Some(Overlay::Palette(list) | Overlay::Help(list)) = room.app.overlays.last() else { panic!() };
    let action = |choice: &Choice| match choice {
        Choice::Run(action) => Some(*action),
        Choice::Go(..) | Choice::Attach(_) | Choice::Filter(_) => None,
    };
    list.rows.iter().filter_map(|row| action(&row.choice)).collect()
}

#[test]
fn the_palette_finds_every_command_by_its_english_and_german_name() {
    let mut room = room();
    for command in room.app.commands.rows.clone() {
        for lang in [Lang::En, Lang::De] {
            room.keys(":");
            let name = command.title.text(lang);
            room.write(name);
            let found = offered(&room);
            let place = found.iter().position(|action| *action == command.action);
            assert!(place.is_some_and(|place| place < 3), "{name:?}: {found:?}");
            room.keys("Esc");
        }
    }
}

#[test]
fn the_palette_shows_every_command_with_its_keys() {
    let mut room = room();
    room.keys(":");
    let Some(Overlay::Palette(list)) = room.app.overlays.last() else { panic!() };
    for command in &room.app.commands.rows {
        let row = list.all.iter().find(|row| row.choice == Choice::Run(command.action)).unwrap();
        for key in &command.keys {
            assert!(row.left.split(' ').any(|shown| shown == key.to_string()), "{row:?} lacks {key}");
        }
    }
}

#[test]
fn every_key_of_the_help_does_something_or_says_why_not() {
    for command in room().app.commands.rows.clone() {
        let mut room = room();
        room.keys(match command.scopes.first().unwrap() {
            Scope::Global | Scope::Desk => "j",
            Scope::List => "Shift-Tab",
            Scope::Words => "j v",
            Scope::Review => "2",
            Scope::Overview => "4",
        });
        for key in &command.keys {
            room.send(Msg::Key(*key));
            let notice = room.app.notice.as_ref().map_or("", |notice| notice.text.as_str());
            assert!(!notice.contains("does nothing here"), "{key}: {notice}");
        }
    }
}

#[test]
fn what_cannot_be_done_says_why_in_both_languages() {
    let mut room = room();
    let actions: Vec<Action> = room.app.commands.rows.iter().map(|command| command.action).collect();
    let mut hindered = 0;
    for action in actions {
        room.app.lang = Lang::En;
        let Err(english) = room.app.available(action) else { continue };
        room.app.lang = Lang::De;
        let german = room.app.available(action).unwrap_err();
        assert!(!english.is_empty() && english != german, "{english:?} {german:?}");
        hindered += 1;
    }
    assert!(hindered > 5, "undo, redo, who, unsure, conflicts and saving have nothing to do at the start");
}

#[test]
fn an_overlay_takes_every_key_and_esc_closes_one_layer_only() {
    let mut room = room();
    room.keys("v ?");
    for key in ["q", "c", "J", "u", "F5", "Ctrl-d"] {
        room.keys(key);
        assert_eq!(room.app.overlays.len(), 1, "{key}");
    }
    room.keys("Esc");
    assert!(room.app.overlays.is_empty() && room.app.desk.words.is_some());
    room.send(Msg::Key(Key::Esc));
    assert!(room.app.desk.words.is_none() && room.done.is_empty());
}

#[test]
fn a_key_in_the_config_that_cannot_be_is_said_at_the_start_and_the_rest_works() {
    let (settings, problems) = Settings::parse("keys:\n  tag.clam: [b]\n  tag.claim: [b]\n", "config.yaml");
    assert!(problems.is_empty());
    let articles = BTreeMap::from([("a.txt".to_owned(), "Ein Satz.".to_owned())]);
    let mut room = Newsroom::open(Start { articles, settings, ..Start::default() });
    let notice = room.app.notice.as_ref().unwrap().text.clone();
    assert!(notice.contains("config.yaml:2: ") && notice.contains("tag.clam"), "{notice}");
    room.keys("b");
    assert!(room.app.sentence().is_some_and(factdesk::annotation::Sentence::is_read));
}

#[test]
fn moving_choosing_and_leaving_a_layer_need_no_letter() {
    let room = room();
    for action in [
        Action::Down,
        Action::Up,
        Action::PageDown,
        Action::PageUp,
        Action::First,
        Action::Last,
        Action::Open,
        Action::NextPane,
        Action::PreviousPane,
        Action::WordLeft,
        Action::WordRight,
        Action::Help,
        Action::Back,
    ] {
        let command = room.app.commands.of(action).unwrap();
        let named = command.keys.iter().any(|key| !matches!(key, Key::Char(_) | Key::Ctrl(_)));
        assert!(named, "{} has only {:?}", command.id, command.keys);
    }
}

#[test]
fn what_a_mode_can_do_is_told_as_soon_as_it_begins_and_the_words_stay() {
    let mut room = room();
    room.keys("v L");
    room.keys("z");
    let notice = room.app.notice.as_ref().unwrap().text.clone();
    assert!(notice.contains("z does nothing here"), "{notice}");
    assert!(room.app.desk.words.is_some(), "an unbound key ends nothing");
}
