//! However the program ends or pauses, the terminal is given back as it was.

use std::{
    fs,
    path::Path,
    process::Command,
    thread,
    time::{Duration, Instant},
};

use rustix::process::Signal;

use super::pty::{Desk, PATIENCE, Terminal, is_here};

/// Modes are off and the cursor is shown, in the order that lets nothing land in the shell.
#[track_caller]
fn is_given_back(terminal: &Terminal) {
    let raw = terminal.raw();
    let last = |bytes: &str| {
        let found = raw.windows(bytes.len()).rposition(|window| window == bytes.as_bytes());
        found.unwrap_or_else(|| panic!("{bytes:?} was not sent"))
    };
    let off = ["\x1b[?1006l", "\x1b[?1000l", "\x1b[?1004l", "\x1b[?2004l", "\x1b[?1049l", "\x1b[?25h"];
    assert!(off.map(last).is_sorted(), "in another order: {:?}", off.map(last));
    for (on, off) in [("\x1b[?1000h", "\x1b[?1000l"), ("\x1b[?1049h", "\x1b[?1049l")] {
        assert!(last(on) < last(off));
    }
    assert!(!terminal.is_alternate());
}

#[test]
fn leaving_gives_the_terminal_back() {
    let desk = Desk::new();
    let mut terminal = desk.open();
    terminal.keys("q");
    assert_eq!(terminal.ended(), 0);
    is_given_back(&terminal);
}

#[test]
fn sigterm_and_sighup_save_and_give_the_terminal_back() {
    for (signal, code) in [(Signal::TERM, 143), (Signal::HUP, 129)] {
        let desk = Desk::new();
        let mut terminal = desk.open();
        terminal.keys("jc");
        terminal.until("1 claim");
        terminal.signal(signal);
        assert_eq!(terminal.ended(), code);
        assert!(desk.saved().contains("label: claim"), "{}", desk.saved());
        is_given_back(&terminal);
    }
}

#[test]
fn a_panic_gives_the_terminal_back_before_it_speaks() {
    let this = std::env::current_exe().unwrap();
    let command =
        [this.to_str().unwrap(), "--exact", "leaving::panics_on_the_screen", "--ignored", "--nocapture"];
    let desk = Desk::new();
    let mut terminal = desk.run(&command, &[]);
    assert_ne!(terminal.ended(), 0);
    is_given_back(&terminal);
    let raw = String::from_utf8_lossy(&terminal.raw()).into_owned();
    let at = |text: &str| raw.find(text).unwrap_or_else(|| panic!("no {text:?} in {raw:?}"));
    assert!(at("\x1b[?1049l") < at("a test panics"));
    assert!(at("a test panics") < at("what is kept lies in /journal"));
}

/// Not a test: what the test above runs in a terminal.
#[test]
#[ignore = "run by a_panic_gives_the_terminal_back_before_it_speaks"]
fn panics_on_the_screen() {
    let words = "what is kept lies in /journal\n".to_owned();
    let _screen = factdesk::runtime::screen::Screen::enter(true, words).unwrap();
    panic!("a test panics");
}

#[test]
fn ctrl_z_gives_the_shell_back_and_fg_draws_anew() {
    let desk = Desk::new();
    let mut shell = desk.run(&["sh", "-i"], &[("PS1", "ready> "), ("ENV", "")]);
    shell.until("ready> ");
    shell.keys(&format!("{} --annotator ab\n", env!("CARGO_BIN_EXE_factdesk")));
    shell.until("Die Brücke wird gesperrt.");
    for round in 1..=3 {
        shell.keys("\x1a");
        shell.wait("the shell is not back", |shell| {
            !shell.is_alternate() && shell.text().trim_end().ends_with("ready>")
        });
        // The terminal echoes and edits lines again.
        shell.keys(&format!("echo $((40 + {round}))\n"));
        shell.until(&format!("\n{}\n", 40 + round));
        shell.keys("fg\n");
        shell.wait("not drawn anew", |shell| {
            shell.is_alternate() && shell.text().contains("Am Montag wird entschieden.")
        });
    }
    shell.keys("jc");
    shell.until("1 claim");
    shell.keys("q");
    shell.wait("not left", |shell| !shell.is_alternate());
    assert!(desk.saved().contains("label: claim"));
    assert_eq!(shell.sent("\x1b[6n"), 0, "the cursor's position was asked for");
}

#[test]
fn where_no_shell_waits_ctrl_z_says_so() {
    let desk = Desk::new();
    let mut terminal = desk.open();
    terminal.keys("\x1a");
    terminal.until("there is no shell to go back to");
    terminal.keys("q");
    assert_eq!(terminal.ended(), 0);
}

#[test]
fn a_window_that_is_closed_saves_and_ends() {
    let this = std::env::current_exe().unwrap();
    let closes = ["--exact", "leaving::closes_its_window", "--ignored", "--nocapture"];
    let ran = Command::new(this).args(closes).output().unwrap();
    let said = String::from_utf8_lossy(&ran.stdout);
    let desk = said.lines().find_map(|line| line.split_once("desk: ")).expect("no desk").1.to_owned();
    let (begin, files) = (Instant::now(), Path::new(&desk).join("annotations/ab"));
    let saved = || fs::read_to_string(files.join("town/bridge.txt.yaml")).unwrap_or_default();
    // Whoever ends in an orderly way takes the sign away that somebody is here.
    let is_here =
        || fs::read_dir(&files).is_ok_and(|mut names| names.any(|name| is_here(&name.unwrap().file_name())));
    while !saved().contains("label: claim") || is_here() {
        assert!(begin.elapsed() < PATIENCE, "still here: {}, saved:\n{}", is_here(), saved());
        thread::sleep(Duration::from_millis(20));
    }
    fs::remove_dir_all(desk).unwrap();
}

/// Not a test: what the test above runs, for its terminal to be closed by its end.
#[test]
#[ignore = "run by a_window_that_is_closed_saves_and_ends"]
fn closes_its_window() {
    let desk = Desk::new();
    let mut terminal = desk.open();
    terminal.keys("jc");
    terminal.until("1 claim");
    println!("desk: {}", desk.path().display());
    std::process::exit(0);
}
