//! What the screen calls saved is on the disk, whatever happens next.

use rustix::process::Signal;

use super::pty::{Desk, Terminal};

#[test]
fn a_tag_is_on_the_disk_when_the_screen_says_so() {
    let desk = Desk::new();
    let mut terminal = desk.open();
    terminal.keys("jc");
    terminal.until("1 claim");
    terminal.wait("not saved", |terminal| terminal.text().contains("saved") && !desk.saved().is_empty());
    let saved = desk.saved();
    assert!(saved.contains("quote: Die Brücke wird gesperrt.\n"), "{saved}");
    assert!(saved.contains("- label: claim\n"), "{saved}");
    terminal.keys("q");
    assert_eq!(terminal.ended(), 0);
}

#[test]
fn leaving_at_once_loses_nothing() {
    let desk = Desk::new();
    let mut terminal = desk.open();
    terminal.keys("jcjdjajcq");
    assert_eq!(terminal.ended(), 0);
    let saved = desk.saved();
    assert_eq!(saved.matches("- label:").count(), 4, "{saved}");
}

#[test]
fn a_kill_loses_nothing_that_was_called_saved() {
    let desk = Desk::new();
    for (round, key) in ["c", "d", "a"].into_iter().enumerate() {
        let mut terminal = desk.open();
        terminal.keys("g");
        terminal.keys(key);
        terminal.wait("not saved", |_| desk.saved().matches("- label:").count() == round + 1);
        // This one may or may not arrive.
        terminal.keys("jm");
        terminal.signal(Signal::KILL);
        terminal.ended();
        assert!(desk.saved().trim_end().ends_with("..."), "cut off:\n{}", desk.saved());
    }
    let terminal = desk.open();
    terminal.until("1 claim");
    terminal.wait("a half written file stays", |_| {
        let mut names = std::fs::read_dir(desk.path().join("annotations/ab/town")).unwrap();
        names.all(|entry| !entry.unwrap().file_name().to_string_lossy().ends_with(".tmp"))
    });
}

#[test]
fn two_at_one_article_both_keep_what_they_said() {
    let desk = Desk::new();
    let (mut one, mut other) = (desk.open(), desk.open());
    one.keys("jc");
    one.wait("not saved", |_| desk.saved().contains("label: claim"));
    // Both come back to their windows.
    one.keys("\x1b[I");
    one.wait("not shown to others", |_| desk.here() == 1);
    other.keys("\x1b[I");
    other.until("also ab ×2");
    other.keys("jjd");
    other.wait("not saved", |_| desk.saved().contains("label: denial"));
    let saved = desk.saved();
    assert!(saved.contains("label: claim"), "{saved}");
    for terminal in [&mut one, &mut other] {
        terminal.keys("q");
        assert_eq!(terminal.ended(), 0);
    }
    let saved = desk.saved();
    assert!(saved.contains("label: claim") && saved.contains("label: denial"), "{saved}");
    assert_eq!(desk.here(), 0);
}

/// The second sentence is a claim, and nothing can be written below `annotations`.
fn tagged_what_cannot_be_saved(desk: &Desk) -> Terminal {
    let mut terminal = desk.open();
    std::fs::remove_dir_all(desk.path().join("annotations")).unwrap();
    std::fs::write(desk.path().join("annotations"), "in the way").unwrap();
    terminal.keys("jc");
    terminal.until("NOT SAVED");
    terminal
}

#[test]
fn leaving_with_something_unsaved_tries_again_and_says_what_and_where_it_is() {
    let desk = Desk::new();
    let mut terminal = tagged_what_cannot_be_saved(&desk);
    terminal.keys("q");
    terminal.until("leave all the same?");
    terminal.keys("q");
    assert_eq!(terminal.ended(), 1);
    let shown: String = terminal.text().lines().map(str::trim_end).collect();
    assert!(shown.contains("NOT SAVED") && shown.contains("journal"), "{}", terminal.text());

    std::fs::remove_file(desk.path().join("annotations")).unwrap();
    let mut terminal = desk.start();
    terminal.until("could not be saved in the workspace");
    terminal.until("town/bridge.txt, 20");
    assert!(
        !terminal.text().contains("ended before"),
        "not why they could not be saved:\n{}",
        terminal.text()
    );
    terminal.keys("\x1b");
    terminal.until("Die Brücke wird gesperrt.");
    assert_eq!(desk.saved(), "");
    terminal.keys("q");
    assert_eq!(terminal.ended(), 0);

    let mut terminal = desk.start();
    terminal.until("could not be saved in the workspace");
    terminal.keys("\r");
    terminal.until("taken over and saved");
    terminal.until("1 claim");
    assert!(desk.saved().contains("label: claim"));
    terminal.keys("q");
    assert_eq!(terminal.ended(), 0);
    desk.open();
}

#[test]
fn kept_edits_are_thrown_away_only_when_that_is_said_twice() {
    let desk = Desk::new();
    let mut terminal = tagged_what_cannot_be_saved(&desk);
    terminal.signal(Signal::TERM);
    terminal.ended();
    std::fs::remove_file(desk.path().join("annotations")).unwrap();

    let mut terminal = desk.start();
    terminal.until("could not be saved in the workspace");
    terminal.keys("dj");
    terminal.until("Enter takes them over");
    terminal.keys("d");
    terminal.until("Once more d");
    terminal.keys("d");
    terminal.until("thrown away: 1");
    terminal.keys("q");
    assert_eq!(terminal.ended(), 0);
    assert_eq!(desk.saved(), "");
    desk.open();
}

#[test]
fn what_goes_wrong_is_told_in_the_language_of_the_interface() {
    let desk = Desk::new();
    let mut terminal = desk.open_with(&[("LANG", "de_DE.UTF-8")]);
    let file = desk.path().join("annotations/ab/town/bridge.txt.yaml");
    std::fs::create_dir_all(file.parent().unwrap()).unwrap();
    std::fs::write(&file, "format: 1\nsentences: 7\n...\n").unwrap();
    terminal.keys("jc");
    terminal.until("NICHT GESPEICHERT");
    terminal.until("erwartet: eine Liste");
    terminal.until("wird nicht");
}
