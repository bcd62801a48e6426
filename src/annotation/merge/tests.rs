//! What becomes of two versions of one file, in the words of the file.

use super::merge;
use crate::annotation::{Annotator, Document};
use crate::text::ArticleId;

fn document(sentences: &str) -> Document {
    let yaml = format!("format: 1\n{sentences}...\n");
    Document::parse(&yaml, &ArticleId::new("a.txt"), &Annotator::new("ab").unwrap()).unwrap().document
}

fn merged(base: &str, ours: &str, theirs: &str) -> (String, u32) {
    let merged = merge(&document(base), &document(ours), &document(theirs));
    let yaml = merged.document.to_yaml();
    (yaml.split_once("segmenter: 0\n").unwrap().1.replace("...\n", ""), merged.conflicts)
}

fn one(rest: &str) -> String {
    format!("sentences:\n- start: 0\n  end: 4\n  quote: Nein\n{rest}")
}

#[test]
fn changes_to_different_things_of_a_sentence_come_together() {
    let base = one("  tags:\n  - label: claim\n");
    let ours = one("  read: true\n  tags:\n  - label: claim\n    source:\n    - er\n  - label: denial\n");
    let theirs = one("  tags:\n  - label: claim\n    unsure: true\n  - label: attribution\n  note: ah\n");
    let expected = one(
        "  read: true\n  tags:\n  - label: claim\n    source:\n    - er\n    unsure: true\n  - label: attribution\n  \
         - label: denial\n  note: ah\n",
    );
    assert_eq!(merged(&base, &ours, &theirs), (expected, 0));
}

#[test]
fn a_deletion_wins_over_what_stayed_as_it_was() {
    let base = one("  tags:\n  - label: claim\n  - label: denial\n");
    let theirs = one("  tags:\n  - label: claim\n  - label: denial\n  note: ah\n");
    let ours = one("  tags:\n  - label: claim\n");
    assert_eq!(merged(&base, &ours, &theirs), (one("  tags:\n  - label: claim\n  note: ah\n"), 0));
    assert_eq!(merged(&base, "", &base), ("sentences: []\n".to_owned(), 0));
}

#[test]
fn where_both_changed_the_same_ours_stays_and_theirs_is_kept_for_a_person() {
    let base = one("  tags:\n  - label: claim\n");
    let ours = one("  tags:\n  - label: claim\n    source:\n    - er\n  note: ja\n");
    let theirs =
        one("  tags:\n  - label: claim\n    source:\n    - sie\n  note: nein\n  at: 2026-11-21T10:00:00Z\n");
    let expected = one(
        "  tags:\n  - label: claim\n    source:\n    - er\n  note: ja\n  conflict:\n    tags:\n    - label: claim\n      \
         source:\n      - sie\n    note: nein\n    at: 2026-11-21T10:00:00Z\n  at: 2026-11-21T10:00:00Z\n",
    );
    assert_eq!(merged(&base, &ours, &theirs), (expected, 1));
}

#[test]
fn a_tag_that_one_side_deleted_and_the_other_changed_is_a_conflict() {
    let base = one("  tags:\n  - label: claim\n");
    let changed = one("  tags:\n  - label: claim\n    unsure: true\n");
    let expected = one("  tags: []\n  conflict:\n    tags:\n    - label: claim\n      unsure: true\n");
    assert_eq!(merged(&base, "", &changed), (expected, 1));
    let expected = one("  tags:\n  - label: claim\n    unsure: true\n  conflict:\n    tags: []\n");
    assert_eq!(merged(&base, &changed, ""), (expected, 1));
}

#[test]
fn sentences_with_other_boundaries_go_into_the_conflict_of_ours() {
    let ours = one("  tags:\n  - label: claim\n");
    let theirs =
        "sentences:\n- start: 2\n  end: 9\n  quote: in. Doch\n  tags:\n  - label: denial\n  note: ah\n";
    let conflict = "  conflict:\n    tags:\n    - label: denial\n    note: ah\n";
    assert_eq!(merged("", &ours, theirs), (format!("{ours}{conflict}"), 1));
}

#[test]
fn sentences_that_are_only_read_make_way() {
    let ours = one("  read: true\n  mark: true\n  tags: []\n");
    let theirs = "sentences:\n- start: 2\n  end: 9\n  quote: in. Doch\n  tags:\n  - label: denial\n";
    let expected = theirs.replace("  tags", "  mark: true\n  tags");
    assert_eq!(merged("", &ours, theirs), (expected, 0));
}

#[test]
fn boundaries_that_either_side_moved_are_moved() {
    let split = |at: u32| format!("- at: {at}\n  before: Er\n");
    let base = format!("split:\n{}{}", split(3), split(9));
    let ours = format!("split:\n{}", split(9));
    let theirs = format!("split:\n{}{}{}", split(3), split(9), split(20));
    let expected = format!("split:\n{}{}sentences: []\n", split(9), split(20));
    assert_eq!(merged(&base, &ours, &theirs), (expected, 0));
}
