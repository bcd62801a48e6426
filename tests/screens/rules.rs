//! What holds in every state, on every terminal.

use factdesk::app::{Msg, Overlay, settings::Theme};
use ratatui::buffer::Buffer;
use unicode_width::UnicodeWidthStr;

use crate::{
    article::EVIL,
    print,
    scene::Scene,
    states::{ALL, reading},
};

const EXTENTS: [u16; 12] = [0, 1, 2, 9, 10, 24, 39, 40, 59, 80, 120, 200];

/// Every row of the buffer is as wide as the buffer.
pub fn assert_exact(buffer: &Buffer, what: &str) {
    for y in 0..buffer.area.height {
        let width: usize = print::glyphs(buffer, y).map(|(_, cell)| cell.symbol().width().max(1)).sum();
        assert_eq!(width, usize::from(buffer.area.width), "{what}: row {y} {:?}", print::row(buffer, y));
    }
}

/// Nothing in the buffer moves a terminal's cursor.
pub fn assert_no_control(buffer: &Buffer, what: &str) {
    for cell in &buffer.content {
        let bad = |c: char| {
            c.is_control() || "\u{200b}\u{200e}\u{200f}\u{202a}\u{202e}\u{2066}\u{feff}".contains(c)
        };
        assert!(!cell.symbol().contains(bad), "{what}: {:?}", cell.symbol());
    }
}

#[test]
fn every_state_is_drawn_on_every_terminal() {
    for (name, make) in ALL {
        let mut scene = make(80, 24);
        for width in EXTENTS {
            for height in [0, 1, 3, 9, 10, 11, 24, 60] {
                scene = scene.resized(width, height);
                assert_exact(&scene.shot().buffer, &format!("{name} {width}×{height}"));
            }
        }
    }
}

#[test]
fn text_from_strangers_never_shifts_the_frame_nor_reaches_the_terminal() {
    let names = ["e\u{301}vil/\u{202e}漢字\u{7}.md", "evil/👨‍👩‍👧‍👦 and a very long name that goes on and on.md"];
    for width in 40..=130 {
        for keys in ["j j j", "j v L L", "s", "?", "F2"] {
            let scene =
                Scene::new(&[(names[0], EVIL), (names[1], EVIL)], width, 20).keys(keys).typed("漢\u{7}字");
            let buffer = scene.shot().buffer;
            let what = format!("{keys} at {width}");
            assert_exact(&buffer, &what);
            assert_no_control(&buffer, &what);
        }
    }
}

#[test]
fn the_way_to_help_is_always_shown() {
    for (name, make) in ALL {
        for width in [40, 60, 80, 120] {
            let buffer = make(width, 20).shot().buffer;
            let footer = print::row(&buffer, 19);
            assert!(
                footer.ends_with("? help") || footer.ends_with("? Hilfe"),
                "{name} at {width}: {footer:?}"
            );
        }
    }
}

#[test]
fn drawing_twice_gives_the_same() {
    for (name, make) in ALL {
        let scene = make(100, 30);
        assert_eq!(scene.shot().buffer, scene.shot().buffer, "{name}");
    }
}

#[test]
fn the_cursor_stands_on_the_selected_sentence_or_in_the_field() {
    let scene = reading(80, 24);
    let shot = scene.shot();
    let cursor = shot.cursor.unwrap();
    let open = scene.app.desk.open.as_ref().unwrap();
    let first = open.article.text[open.units[open.cursor].bytes.range()].chars().next().unwrap();
    assert_eq!(shot.buffer[cursor].symbol(), first.to_string());

    let scene = scene.keys("Shift-Tab");
    let shot = scene.shot();
    let cursor = shot.cursor.unwrap();
    assert!(print::row(&shot.buffer, cursor.y).contains("» courier.md"));

    let scene = scene.keys("Tab s").typed("Ole 漢");
    assert!(matches!(scene.app.overlays.last(), Some(Overlay::Field(_))));
    let shot = scene.shot();
    let cursor = shot.cursor.unwrap();
    assert!(print::row(&shot.buffer, cursor.y).contains("> Ole 漢"), "{}", print::text(&shot.buffer));
    assert_eq!(cursor.x, 1 + 2 + 6);
}

#[test]
fn a_long_text_in_a_field_keeps_its_cursor_in_sight() {
    let scene = reading(40, 10).keys("e").typed(&"word 漢字 ".repeat(30));
    let shot = scene.shot();
    assert!(shot.cursor.unwrap().x < 40);
    assert_exact(&shot.buffer, "field");
}

#[test]
fn saved_saving_and_not_saved_are_told_apart_by_words() {
    let states = [("saved", ALL[1].1), ("NOT SAVED", ALL[12].1)];
    for (word, make) in states {
        for width in [40, 80, 120] {
            let header = print::row(&make(width, 20).themed(Theme::Mono).shot().buffer, 0);
            assert!(header.ends_with(word), "{header:?}");
        }
    }
}

#[test]
fn a_field_leaves_the_sentence_it_is_about_in_sight() {
    for height in [12, 16, 24] {
        let mut scene = reading(80, height);
        for _ in 0..12 {
            scene = scene.keys("j");
            let open = scene.app.desk.open.as_ref().unwrap();
            let begins: String = open.text(open.unit().unwrap().bytes).chars().take(12).collect();
            scene = scene.keys("s");
            let shown = print::text(&scene.shot().buffer);
            assert!(shown.contains(&begins), "{begins:?} at {height}:\n{shown}");
            scene = scene.keys("Esc");
        }
    }
}

#[test]
fn a_guessed_encoding_wears_a_badge_and_so_does_what_was_lost() {
    let header = |bytes: &[u8]| print::row(&Scene::new(&[("a.txt", bytes)], 80, 12).shot().buffer, 0);
    assert!(header(b"M\xfcller sagt nein.").contains("[Windows-1252]"));
    assert!(header(b"M\xfcller sagt\x81 nein.").contains("[some characters lost]"));
    assert!(!header("Müller sagt nein.".as_bytes()).contains('['));
}

#[test]
fn the_problem_of_a_file_is_shown_with_its_place() {
    for width in [100, 120] {
        let shown = print::text(&crate::states::damaged(width, 30).shot().buffer);
        for part in [":9:5:", "sorce: Ole Brandt", "    ^"] {
            assert!(shown.contains(part), "{part:?} at {width}:\n{shown}");
        }
    }
}

#[test]
fn furniture_folded_away_is_counted_wherever_it_stood() {
    let text = "---\ntitle: T\n---\nBy Mara Lind\n\nThe crane stood still.\n\nRead also: The ferry\n\nRead also: The tide\n";
    let scene = Scene::new(&[("a.txt", text)], 60, 12);
    assert!(print::text(&scene.shot().buffer).contains("By Mara Lind"));
    let shown = print::text(&scene.keys("f").shot().buffer);
    let order = ["··· 1 line of furniture (f)", "The crane stood still.", "··· 2 lines of furniture (f)"];
    let places: Vec<Option<usize>> = order.iter().map(|part| shown.find(part)).collect();
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{shown}");
}

#[test]
fn a_command_that_cannot_be_run_says_why_on_every_terminal() {
    for width in [40, 60, 80] {
        let scene = reading(width, 20).keys(":").typed("undo");
        let shown = print::text(&scene.shot().buffer);
        assert!(shown.contains("undo") && shown.contains(" – nothing"), "{shown}");
    }
}

#[test]
fn an_inspector_that_has_the_screen_to_itself_shows_the_sentence_too() {
    let shown = print::text(&reading(60, 14).keys("Tab").shot().buffer);
    assert!(shown.contains("Heading 1 of 15") && shown.contains("Harbour crane stood still"), "{shown}");
}

#[test]
fn an_inspector_with_more_than_it_can_show_says_so() {
    let scene = reading(60, 12).keys("e").typed(&"a long note ".repeat(60)).keys("Enter Tab");
    let shown = print::text(&scene.shot().buffer);
    assert!(shown.trim_end().lines().nth(10).unwrap().ends_with('…'), "{shown}");
}

#[test]
fn the_blank_lines_of_a_note_are_shown() {
    let mut scene = reading(120, 36).keys("E");
    scene.send(Msg::Edited(Ok("first thought\n\nsecond thought\n".to_owned())));
    let shown = print::text(&scene.shot().buffer);
    let row = |words: &str| shown.lines().position(|line| line.contains(words)).unwrap();
    assert_eq!(row("second thought") - row("first thought"), 2, "{shown}");
}
