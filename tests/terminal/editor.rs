//! The person's editor gets the terminal, and every byte that is typed into it.

use super::pty::Desk;

/// An editor that replaces the text by one line that is typed.
const EDITOR: &str = "#!/bin/sh\nprintf 'READY%s' \"$#\"\nread -r line\nprintf '%s\\n' \"$line\" > \"$1\"\n";

#[test]
fn sixty_times_the_editor_gets_every_byte() {
    let desk = Desk::new();
    let editor = desk.script("an editor", EDITOR);
    let editor = format!("'{}'", editor.display());
    let mut terminal = desk.open_with(&[("EDITOR", &editor)]);
    for round in 1..=60 {
        terminal.keys("E");
        terminal.wait("no editor", |terminal| terminal.sent("READY1") == round);
        let note = format!("Notiz {round} äöü");
        for c in note.chars() {
            terminal.keys(&c.to_string());
        }
        terminal.keys("\n");
        terminal.wait("not saved", |_| desk.saved().contains(&format!("note: {note}\n")));
        terminal
            .wait("not drawn anew", |terminal| terminal.is_alternate() && terminal.text().contains(&note));
    }
    assert_eq!(terminal.sent("\x1b[6n"), 0);
    terminal.keys("q");
    assert_eq!(terminal.ended(), 0);
}

#[test]
fn an_editor_that_fails_changes_nothing() {
    let desk = Desk::new();
    let mut terminal = desk.open_with(&[("EDITOR", "false")]);
    terminal.keys("E");
    terminal.until("the editor ended with an error");
    let mut terminal = desk.open_with(&[("EDITOR", "/no/such/editor")]);
    terminal.keys("E");
    terminal.until("/no/such/editor");
    assert!(!desk.saved().contains("note:"));
    terminal.keys("q");
    assert_eq!(terminal.ended(), 0);
}

#[test]
fn sigterm_while_the_editor_is_open_ends_both() {
    let desk = Desk::new();
    let editor = desk.script("ed", EDITOR);
    let mut terminal = desk.open_with(&[("EDITOR", editor.to_str().unwrap())]);
    terminal.keys("jc");
    terminal.until("1 claim");
    terminal.keys("E");
    terminal.wait("no editor", |terminal| terminal.sent("READY1") == 1);
    terminal.signal(rustix::process::Signal::TERM);
    assert_eq!(terminal.ended(), 143);
    assert!(desk.saved().contains("label: claim"));
    assert!(!terminal.is_alternate());
}
