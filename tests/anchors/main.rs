//! Edited articles: does every saved sentence find its words again, and never others?
//!
//! A generator makes edited versions of articles and knows where each sentence went. Counted is what `place` says:
//! correct, wrong (other words, or words for what was deleted) and orphan (nothing found for what is there).

#![allow(clippy::unwrap_used, clippy::panic, unreachable_pub, reason = "helpers of tests")]

mod articles;
mod chance;
mod edits;
mod tally;

use edits::Kind;
use tally::{Saved, Tally};

/// Asserts shares of correct and wrong anchors for one kind of edit, whichever share of the sentences was saved.
#[track_caller]
fn assert_reached(kind: Kind, correct: f64, wrong: f64) {
    for saved in [Saved::All, Saved::Half, Saved::Third] {
        let tally = Tally::of(kind, &articles::all(), saved, 400);
        assert!(tally.count() >= 400, "{kind:?}, {saved:?}: {tally}");
        let reached = tally.correct_share() >= correct && tally.wrong_share() <= wrong;
        assert!(reached, "{kind:?}, {saved:?}: {tally}\n{}", tally.examples());
    }
}

#[test]
fn slips_of_the_pen_are_no_hindrance() {
    assert_reached(Kind::Noise, 0.99, 0.002);
}

#[test]
fn what_is_put_in_between_takes_nothing_away() {
    assert_reached(Kind::Insertion, 0.99, 0.0);
    assert_reached(Kind::WordsInserted, 0.99, 0.002);
}

#[test]
fn what_was_moved_is_found() {
    assert_reached(Kind::Move, 0.99, 0.0);
}

#[test]
fn what_was_split_or_joined_is_found() {
    assert_reached(Kind::Split, 0.99, 0.002);
    assert_reached(Kind::Join, 0.97, 0.01);
}

#[test]
fn replaced_words_leave_enough() {
    assert_reached(Kind::Replaced(30), 0.98, 0.005);
    assert_reached(Kind::Replaced(60), 0.80, 0.05);
}

#[test]
fn what_was_deleted_is_found_nowhere() {
    assert_reached(Kind::Deletion, 0.99, 0.0);
}

#[test]
fn a_copy_is_never_taken_for_the_original() {
    assert_reached(Kind::Duplication, 0.93, 0.0);
}

#[test]
fn all_of_it_at_once_leads_hardly_astray() {
    assert_reached(Kind::Mixed, 0.88, 0.01);
}
