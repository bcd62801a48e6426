//! An export from the workbench in a real terminal: what is on the screen is in the file.

use std::fs;

use super::pty::Desk;

/// A workbench in which a sentence was tagged, and the export dialog opened at once.
fn asked(desk: &Desk) -> super::pty::Terminal {
    let mut terminal = desk.open();
    terminal.keys("jcX");
    terminal.until("1 sentence of 1 article, 1 tag");
    terminal
}

#[test]
fn what_was_tagged_is_exported_with_the_last_tag_in_it() {
    let desk = Desk::new();
    let mut terminal = asked(&desk);
    terminal.keys("cc");
    terminal.until(".conllu");
    terminal.keys("\r");
    terminal.until("exported to exports/");
    terminal.keys("q");
    assert_eq!(terminal.ended(), 0);
    let exports: Vec<_> = fs::read_dir(desk.path().join("exports")).unwrap().map(Result::unwrap).collect();
    assert_eq!(exports.len(), 1, "{exports:?}");
    let written = fs::read_to_string(exports[0].path()).unwrap();
    assert!(written.contains("Die Brücke wird gesperrt."), "{written}");
    assert!(written.contains("= claim"), "{written}");
}

#[test]
fn nothing_is_written_among_the_articles_and_the_dialog_says_why() {
    let desk = Desk::new();
    let mut terminal = asked(&desk);
    terminal.keys("\x1b[A\x15corpus/new/a.csv\r");
    terminal.until("belongs to the workspace itself");
    assert!(!desk.path().join("corpus/new").exists());
    terminal.keys("\x15a.csv\r");
    terminal.until("exported to a.csv");
    terminal.keys("X\r");
    terminal.until("is there already");
    fs::write(desk.path().join("a.csv"), "old").unwrap();
    terminal.keys("\r");
    terminal.until("exported to a.csv");
    terminal.keys("q");
    assert_eq!(terminal.ended(), 0);
    assert_ne!(fs::read_to_string(desk.path().join("a.csv")).unwrap(), "old");
}
