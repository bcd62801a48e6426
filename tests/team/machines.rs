//! One annotator on two machines: the one way to a conflict, what is said of it, and how it ends.

use crate::newsroom::{Clone, Newsroom};

const FILE: &str = "annotations/ab/harbour/dispatch.txt.yaml";

/// Two machines of `ab`, on which different things were said about the same sentence, and a merge that git gave up.
pub fn in_conflict() -> (Newsroom, Clone) {
    let text = "Der Hafen wurde am Montag gesperrt. Das Amt bestritt das. Niemand kam zu Schaden.\n";
    let newsroom = Newsroom::with(&[("harbour/dispatch.txt", text.to_owned())]);
    let (office, home) = (newsroom.clone_for("office"), newsroom.clone_for("home-office"));
    office.annotate("ab", "g 2\nd\ne Wer im Amt?\nq\n");
    office.commit("At the office");
    office.git(&["push", "--quiet", "origin", "main"]);
    home.annotate("ab", "g 2\na\ng 3\nc\nq\n");
    home.commit("At home");
    let ran = home.try_git(&["pull", "--quiet", "--no-rebase"]);
    assert_ne!(ran.code, 0, "{}{}", ran.out, ran.err);
    (newsroom, home)
}

/// The line of the first marker in the file, counted from 1.
fn marker(clone: &Clone) -> usize {
    clone.read(FILE).lines().position(|line| line.starts_with("<<<<<<<")).unwrap() + 1
}

#[test]
fn the_marker_is_named_with_its_line_and_nothing_is_written_over() {
    let (_newsroom, home) = in_conflict();
    let there = home.read(FILE);
    let ran = home.factdesk("", &["check"]).ends(1);
    let expected = format!("{FILE}:{}:1: merge conflict marker `<<<<<<<`", marker(&home));
    assert!(ran.out.starts_with(&expected), "{}", ran.out);
    home.factdesk("c\nq\n", &["annotate", "--plain", "--annotator", "ab"]).ends(1);
    assert_eq!(home.read(FILE), there);
}

#[test]
fn one_side_can_be_taken_as_a_whole() {
    let (_newsroom, home) = in_conflict();
    home.git(&["checkout", "--theirs", FILE]);
    home.factdesk("", &["check", FILE]).ends(0);
    home.commit("Merge");
    let kept = home.read(FILE);
    assert!(kept.contains("Wer im Amt?") && !kept.contains("label: claim"), "{kept}");
}

#[test]
fn both_sides_can_be_kept_block_by_block() {
    let (_newsroom, home) = in_conflict();
    let (ours, theirs) =
        (home.git(&["show", &format!("HEAD:{FILE}")]), home.git(&["show", &format!("MERGE_HEAD:{FILE}")]));
    let (_, blocks) = ours.split_once("sentences:\n").unwrap();
    let third = blocks.rfind("- start:").unwrap();
    home.write(FILE, &theirs.replace("...\n", &blocks[third..]));
    let ran = home.factdesk("", &["check", FILE]).ends(0);
    assert!(ran.out.contains("checked 1 file: 2 sentences, 2 tags"), "{}", ran.out);
    home.commit("Merge");
    home.git(&["push", "--quiet", "origin", "main"]);
}
