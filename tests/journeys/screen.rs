//! What stays where it is when the terminal changes its size.

use std::collections::BTreeMap;

use factdesk::app::{Msg, Size, reading::Line};

use crate::newsroom::{Newsroom, Start};

fn room() -> Newsroom {
    let sentence = |n: usize| format!("Satz {n} steht hier {} und endet.", "und steht ".repeat(n % 11));
    let text = (0..80).map(sentence).collect::<Vec<_>>().join("\n\n");
    Newsroom::open(Start { articles: BTreeMap::from([("a.txt".to_owned(), text)]), ..Start::default() })
}

/// The units that are seen, in whole or in part, and the selected one.
fn seen(room: &Newsroom) -> (Vec<usize>, usize) {
    let open = room.app.desk.open.as_ref().unwrap();
    let reading = room.app.reading().unwrap();
    let mut units: Vec<usize> =
        reading.from(open.top).take(room.app.geometry().rows()).map(Line::unit).collect();
    units.dedup();
    (units, open.cursor)
}

fn resize(room: &mut Newsroom, width: u16, height: u16) {
    room.send(Msg::Resized(Size { width, height }));
}

#[test]
fn another_size_keeps_the_first_sentence_and_the_selected_one() {
    for (width, height) in [(80, 24), (60, 20), (200, 60), (100, 12), (40, 30), (119, 36)] {
        let mut room = room();
        room.keys("PgDn PgDn k k k k");
        let (before, selected) = seen(&room);
        resize(&mut room, width, height);
        let (after, still) = seen(&room);
        assert_eq!(still, selected);
        assert!(after.contains(&selected), "{width}x{height}: {selected} not in {after:?}");
        // Where both do not fit, the selected one is what counts.
        let fits = after.len() > selected - before[0];
        assert!(!fits || after.contains(&before[0]), "{width}x{height}: {} not in {after:?}", before[0]);
    }
}

#[test]
fn coming_back_from_any_size_leads_back_to_the_same_screen() {
    let mut room = room();
    room.keys("PgDn PgDn j j");
    let before = seen(&room);
    for (width, height) in [(40, 10), (0, 0), (200, 60), (39, 9), (80, 24), (41, 11), (1, 1)] {
        resize(&mut room, width, height);
    }
    resize(&mut room, 120, 36);
    assert_eq!(seen(&room), before);
}

#[test]
fn every_sentence_can_be_reached_at_the_smallest_size() {
    let mut room = room();
    resize(&mut room, 40, 10);
    for unit in 0..80 {
        let (units, selected) = seen(&room);
        assert_eq!(selected, unit);
        assert!(units.contains(&unit));
        room.keys("j");
    }
    room.keys("g");
    for _ in 0..80 {
        room.keys("PgDn");
    }
    assert_eq!(seen(&room).1, 79);
    for _ in 0..80 {
        room.keys("PgUp");
    }
    assert_eq!(seen(&room).1, 0);
}
