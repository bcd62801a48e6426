//! The Review in a real terminal: what others say is decided on, in a file of one's own.

use std::fs;

use super::pty::{Desk, Terminal};

/// An annotation file that says one thing about the first sentence below the heading.
fn says(annotator: &str, label: &str) -> String {
    format!(
        "format: 1\narticle: town/bridge.txt\nannotator: {annotator}\nsentences:\n- start: 22\n  end: 47\n  \
         quote: Die Brücke wird gesperrt.\n  tags:\n  - label: {label}\n...\n"
    )
}

/// A workspace in which others say these labels.
fn told(said: &[(&str, &str)]) -> Desk {
    let desk = Desk::new();
    for (annotator, label) in said {
        fs::create_dir_all(desk.path().join(format!("annotations/{annotator}/town"))).unwrap();
        fs::write(file(&desk, annotator), says(annotator, label)).unwrap();
    }
    desk
}

fn file(desk: &Desk, annotator: &str) -> std::path::PathBuf {
    desk.path().join(format!("annotations/{annotator}/town/bridge.txt.yaml"))
}

/// What an annotator's file holds; nothing where there is none.
fn saved(desk: &Desk, annotator: &str) -> String {
    fs::read_to_string(file(desk, annotator)).unwrap_or_default()
}

#[track_caller]
fn leave(terminal: &mut Terminal) {
    terminal.keys("q");
    assert_eq!(terminal.ended(), 0);
}

#[test]
fn a_reading_is_taken_over_into_ones_own_file() {
    let desk = told(&[("cd", "denial")]);
    let mut terminal = desk.open();
    terminal.keys("2");
    terminal.until("bridge.txt:3");
    terminal.keys("\r");
    terminal.wait("not saved", |_| desk.saved().contains("label: denial"));
    leave(&mut terminal);
    let mine = desk.saved();
    assert!(mine.contains("quote: Die Brücke wird gesperrt.\n"), "{mine}");
    assert!(mine.contains("  saw:\n  - cd\n"), "{mine}");
    assert!(mine.ends_with("...\n"), "{mine}");
    assert_eq!(saved(&desk, "cd"), says("cd", "denial"), "nobody writes a file that is not theirs");
}

#[test]
fn the_desk_decides_a_disagreement_and_every_vote_stays() {
    let desk = told(&[("ab", "claim"), ("cd", "denial")]);
    let mut terminal = desk.adjudicate();
    terminal.until("bridge.txt:3");
    terminal.keys("\x1b[C\r");
    terminal.wait("not saved", |_| saved(&desk, "desk").contains("label: "));
    terminal.until("decided");
    leave(&mut terminal);
    let decided = saved(&desk, "desk");
    assert_eq!(decided.matches("- label: ").count(), 1, "{decided}");
    assert!(decided.contains("- label: denial\n"), "{decided}");
    assert!(decided.contains("  saw:\n  - ab\n  - cd\n"), "{decided}");
    for (annotator, label) in [("ab", "claim"), ("cd", "denial")] {
        assert_eq!(saved(&desk, annotator), says(annotator, label));
    }
}

#[test]
fn leaving_at_once_loses_no_decision() {
    let desk = told(&[("cd", "denial")]);
    let mut terminal = desk.open();
    terminal.keys("2");
    terminal.until("bridge.txt:3");
    terminal.keys("\rq");
    assert_eq!(terminal.ended(), 0);
    assert!(desk.saved().contains("label: denial"), "{}", desk.saved());
}
