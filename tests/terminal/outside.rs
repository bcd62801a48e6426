//! The workspace changes under the open program, as git changes it.

use std::{fs, process::Command};

use super::pty::{ARTICLE, Desk};

const THEIRS: &str = "format: 1\narticle: town/bridge.txt\nannotator: cd\nsentences:\n- start: 22\n  end: 53\n  \
                      quote: Die Brücke wird nicht gesperrt.\n  tags:\n  - label: denial\n...\n";

/// Does something with git in the workspace, whatever the settings of whoever runs the test.
fn git(desk: &Desk, arguments: &[&str]) {
    let mut git = Command::new("git");
    git.current_dir(desk.path()).args(["-c", "user.name=ab", "-c", "user.email=ab@example.org"]);
    git.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_NOSYSTEM", "1");
    let done = git.args(arguments).output().unwrap();
    assert!(done.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&done.stderr));
}

#[test]
fn another_version_is_checked_out_while_the_article_is_open() {
    let desk = Desk::new();
    git(&desk, &["init", "-q", "-b", "first"]);
    git(&desk, &["add", "corpus"]);
    git(&desk, &["commit", "-q", "-m", "first"]);
    git(&desk, &["checkout", "-q", "-b", "second"]);
    let edited = ARTICLE.replace("wird gesperrt", "wird nicht gesperrt");
    fs::write(desk.path().join("corpus/town/bridge.txt"), edited).unwrap();
    fs::write(desk.path().join("corpus/town/later.txt"), "Noch ein Artikel.\n").unwrap();
    fs::create_dir_all(desk.path().join("annotations/cd/town")).unwrap();
    fs::write(desk.path().join("annotations/cd/town/bridge.txt.yaml"), THEIRS).unwrap();
    git(&desk, &["add", "corpus", "annotations/cd"]);
    git(&desk, &["commit", "-q", "-m", "second"]);
    git(&desk, &["checkout", "-q", "first"]);

    let mut terminal = desk.open();
    terminal.keys("jc");
    terminal.wait("not saved", |_| desk.saved().contains("label: claim"));
    let before = desk.saved();
    git(&desk, &["checkout", "-q", "second"]);
    terminal.keys("\x1b[I");
    terminal.until("~ edited");
    terminal.until("{+nicht+}");
    terminal.until("later.txt");
    assert_eq!(desk.saved(), before, "looking writes nothing");
    terminal.keys("O");
    terminal.until("cd");
    terminal.keys("r");
    terminal.wait("not put onto the new words", |_| desk.saved().contains("wird nicht gesperrt"));
    assert!(desk.saved().contains("label: claim"), "{}", desk.saved());

    git(&desk, &["checkout", "-q", "first"]);
    terminal.keys("\x1b[I");
    terminal.until("[-nicht-]");
    terminal.until("nothing about this sentence");
    terminal.keys("r");
    terminal.wait("not put back", |_| desk.saved().contains("quote: Die Brücke wird gesperrt."));
    terminal.keys("q");
    assert_eq!(terminal.ended(), 0);
}
