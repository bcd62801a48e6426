//! What is on the screen, and what is sent to put it there.

use std::{thread, time::Duration};

use super::pty::Desk;

#[test]
fn a_storm_of_sizes_ends_in_a_whole_frame() {
    let desk = Desk::new();
    let mut terminal = desk.open();
    for size in 0..20 {
        terminal.resize(1 + size * 3, 7 + size * 11);
        thread::sleep(Duration::from_millis(10));
    }
    terminal.resize(24, 90);
    terminal.wait("no whole frame", |terminal| {
        let text = terminal.text();
        text.contains("Die Brücke wird gesperrt.") && text.contains("? help")
    });
    terminal.resize(5, 20);
    terminal.until("40");
    terminal.resize(30, 120);
    terminal.until("Am Montag wird entschieden.");
    terminal.keys("jc");
    terminal.until("1 claim");
}

#[test]
fn without_colours_the_selection_is_still_seen() {
    let desk = Desk::new();
    let mut terminal = desk.open_with(&[("NO_COLOR", "1")]);
    terminal.keys("jc");
    terminal.until("1 claim");
    let raw = String::from_utf8_lossy(&terminal.raw()).into_owned();
    let colours = raw.split("\x1b[").skip(1).filter_map(|rest| {
        let (codes, _) = rest.split_once('m')?;
        codes.bytes().all(|byte| byte.is_ascii_digit() || byte == b';').then_some(codes)
    });
    for codes in colours {
        let coloured = codes
            .split(';')
            .filter_map(|code| code.parse::<u32>().ok())
            .any(|code| matches!(code, 30..=38 | 40..=48 | 58 | 90..=97 | 100..=107));
        assert!(!coloured, "a colour was sent: {codes}");
        assert!(!codes.starts_with(';'), "a bare reset was sent: {codes:?}");
    }
    assert!(terminal.is_reversed("Die Brücke wird gesperrt."), "{}", terminal.text());
}

#[test]
fn only_clicks_wheel_focus_and_paste_are_asked_for_and_no_question_is_asked() {
    let desk = Desk::new();
    let mut terminal = desk.open();
    terminal.keys("q");
    terminal.ended();
    let raw = String::from_utf8_lossy(&terminal.raw()).into_owned();
    let mut modes: Vec<&str> =
        raw.split("\x1b[?").skip(1).filter_map(|rest| rest.split_once('h')).map(|(mode, _)| mode).collect();
    modes.retain(|mode| mode.bytes().all(|byte| byte.is_ascii_digit()));
    modes.sort_unstable();
    modes.dedup();
    let known = ["1000", "1004", "1006", "1049", "2004", "2026", "25"];
    assert!(modes.iter().all(|mode| known.contains(mode)), "{modes:?}");
    for question in ["\x1b[6n", "\x1b[c", "\x1b[0c", "\x1b[>", "\x1b]", "\x1bP", "\x1b[?u"] {
        assert_eq!(terminal.sent(question), 0, "{question:?} was asked");
    }
}

#[test]
fn clicks_and_wheel_mean_what_is_drawn_there() {
    let desk = Desk::new();
    let mut terminal = desk.open();
    let row =
        terminal.text().lines().position(|line| line.contains("Der Bürgermeister bestritt das.")).unwrap();
    let line = terminal.text().lines().nth(row).unwrap().to_owned();
    let column = line[..line.find("Der Bürgermeister").unwrap()].chars().count();
    terminal.keys(&format!("\x1b[<0;{};{}M\x1b[<0;{};{}m", column + 3, row + 1, column + 3, row + 1));
    terminal.keys("d");
    terminal.until("denial");
    terminal.keys("q");
    assert_eq!(terminal.ended(), 0);
}

#[test]
fn each_frame_is_one_piece_and_an_idle_screen_is_silent() {
    let desk = Desk::new();
    let mut terminal = desk.open();
    terminal.keys("jcu");
    terminal.until("0 claims");
    terminal.wait("something is still coming", |terminal| {
        let before = terminal.raw().len();
        thread::sleep(Duration::from_millis(500));
        terminal.raw().len() == before
    });
    let before = terminal.raw().len();
    thread::sleep(Duration::from_secs(1));
    assert_eq!(terminal.raw().len(), before, "bytes were sent though nothing happened");
    assert_eq!(terminal.sent("\x1b[?2026h"), terminal.sent("\x1b[?2026l"));
    assert!(terminal.sent("\x1b[?2026h") >= 2);
}

#[test]
fn a_paste_outside_a_field_tags_nothing() {
    let desk = Desk::new();
    let mut terminal = desk.open();
    terminal.keys("\x1b[200~cdaxq\x1b[201~j");
    terminal.keys("m");
    terminal.until("1 marked");
    assert!(!desk.saved().contains("label:"), "{}", desk.saved());
}

#[test]
fn keys_that_come_faster_than_frames_are_drawn_together() {
    let desk = Desk::new();
    let mut terminal = desk.open();
    let before = terminal.sent("\x1b[?2026h");
    // A key held down for a minute, and then another one.
    terminal.keys(&"jk".repeat(1000));
    terminal.keys("jm");
    terminal.until("1 marked");
    let frames = terminal.sent("\x1b[?2026h") - before;
    assert!(frames < 500, "{frames} frames for 2,002 keys");
}

#[test]
fn the_mouse_is_left_to_the_terminal_and_taken_back() {
    let desk = Desk::new();
    let mut terminal = desk.open();
    terminal.keys("\x1bOR");
    terminal.until("the mouse is the terminal's");
    terminal.wait("still taken", |terminal| terminal.sent("\x1b[?1000l") == 1);
    terminal.keys("\x1bOR");
    terminal.until("the mouse works here");
    terminal.wait("not taken back", |terminal| terminal.sent("\x1b[?1000h") == 2);
}
