//! What each act of a person changes, in the words of the file.

use std::sync::Arc;

use jiff::Timestamp;

use super::{Edit, Stale, Target};
use crate::annotation::{Annotator, Document, Label, Sentence};
use crate::text::{ArticleId, Kind, Span};

const TEXT: &str = "Peskow wies das zurück. Er sagte nichts.";
const WHOLE: Span = Span::new(0, 40);
const FIRST: Span = Span::new(0, 23);
const SECOND: Span = Span::new(24, 40);

fn now() -> Timestamp {
    "2026-11-21T10:00:00.9Z".parse().unwrap()
}

fn target(span: Span) -> Target<'static> {
    let byte = |at: u32| TEXT.char_indices().nth(at as usize).map_or(TEXT.len(), |(byte, _)| byte);
    Target { span, quote: &TEXT[byte(span.start)..byte(span.end)], now: now(), only: None }
}

fn document(sentences: &str) -> Document {
    let yaml = format!("format: 1\n{sentences}...\n");
    Document::parse(&yaml, &ArticleId::new("a.txt"), &Annotator::new("ab").unwrap()).unwrap().document
}

/// The document after `edit`, as its file from the sentences (or boundaries) on, times left out.
#[track_caller]
fn after(document: &Document, edit: Option<Edit>) -> String {
    let mut document = document.clone();
    edit.unwrap().apply(&mut document).unwrap();
    let yaml = document.to_yaml().replace("  at: 2026-11-21T10:00:00Z\n", "");
    yaml.split_once("segmenter: 0\n").unwrap().1.replace("...\n", "")
}

fn first(rest: &str) -> String {
    format!("sentences:\n- start: 0\n  end: 23\n  quote: Peskow wies das zurück.\n{rest}")
}

fn label(name: &str) -> Label {
    Label::new(name)
}

#[test]
fn a_label_goes_on_and_off_and_leaves_nothing_behind() {
    let empty = document("");
    let on = Edit::toggle_label(&empty, &target(FIRST), &label("claim"), None);
    assert_eq!(after(&empty, on), first("  tags:\n  - label: claim\n"));
    let tagged = document(&first("  tags:\n  - label: claim\n"));
    let off = Edit::toggle_label(&tagged, &target(FIRST), &label("claim"), None);
    assert_eq!(after(&tagged, off), "sentences: []\n");
    assert_eq!(Edit::set_label(&tagged, &target(FIRST), &label("claim"), None), None);
}

#[test]
fn the_last_tag_taken_off_leads_back_to_read_where_it_was_read() {
    let read = document(&first("  read: true\n  tags:\n  - label: claim\n"));
    let off = Edit::toggle_label(&read, &target(FIRST), &label("claim"), None);
    assert_eq!(after(&read, off), first("  read: true\n  tags: []\n"));
}

#[test]
fn a_part_narrows_the_tag_of_the_whole_and_the_whole_takes_parts_off() {
    let tagged = document(&first("  tags:\n  - label: claim\n    cue: wies\n"));
    let part = Some(Span::new(7, 11));
    let narrowed = first("  tags:\n  - label: claim\n    start: 7\n    end: 11\n    cue: wies\n");
    assert_eq!(after(&tagged, Edit::toggle_label(&tagged, &target(FIRST), &label("claim"), part)), narrowed);
    let narrowed = document(&narrowed);
    let off = Edit::toggle_label(&narrowed, &target(FIRST), &label("claim"), None);
    assert_eq!(after(&narrowed, off), "sentences: []\n");
    assert_eq!(Edit::set_label(&narrowed, &target(FIRST), &label("claim"), None), None);
    let outside = Some(Span::new(20, 30));
    assert_eq!(Edit::toggle_label(&narrowed, &target(FIRST), &label("claim"), outside), None);
}

#[test]
fn a_source_goes_on_denials_and_attributions_or_makes_an_attribution() {
    let source = ["Peskow ".to_owned(), " ".to_owned()];
    let at = [Span::new(0, 6)];
    let tagged = document(&first("  tags:\n  - label: claim\n  - label: denial\n"));
    let with = |label: &str| format!("  - label: {label}\n    source:\n    - Peskow\n    source_at: 0-6\n");
    let expected = first(&format!("  tags:\n  - label: claim\n{}", with("denial")));
    assert_eq!(after(&tagged, Edit::set_source(&tagged, &target(FIRST), &source, &at)), expected);
    let empty = document("");
    let expected = first(&format!("  tags:\n{}", with("attribution")));
    assert_eq!(after(&empty, Edit::set_source(&empty, &target(FIRST), &source, &at)), expected);
    assert_eq!(Edit::set_source(&empty, &target(FIRST), &[], &[]), None);
}

#[test]
fn a_cue_in_two_pieces_is_put_together_from_the_text() {
    let denied = document(&first("  tags:\n  - label: denial\n"));
    let at = [Span::new(16, 22), Span::new(7, 11)];
    let expected = first("  tags:\n  - label: denial\n    cue: wies … zurück\n    cue_at: 7-11 16-22\n");
    assert_eq!(after(&denied, Edit::set_cue(&denied, &target(FIRST), &at)), expected);
}

#[test]
fn untouched_keeps_what_is_no_judgement() {
    let full = document(&first(
        "  kind: caption\n  read: true\n  tags:\n  - label: claim\n  not:\n  - denial\n  note: ah\n",
    ));
    let expected = first("  kind: caption\n  tags: []\n  note: ah\n");
    assert_eq!(after(&full, Edit::untouch(&full, &target(FIRST))), expected);
    assert_eq!(Edit::untouch(&document(""), &target(FIRST)), None);
}

#[test]
fn notes_marks_kinds_and_doubts() {
    let empty = document("");
    let set = |edit| after(&empty, edit);
    assert_eq!(set(Edit::set_note(&empty, &target(FIRST), Some(" ah\n"))), first("  tags: []\n  note: ah\n"));
    assert_eq!(set(Edit::toggle_mark(&empty, &target(FIRST))), first("  mark: true\n  tags: []\n"));
    let furniture = Edit::set_kind(&empty, &target(FIRST), Some(Kind::Furniture));
    assert_eq!(set(furniture), first("  kind: furniture\n  tags: []\n"));
    assert_eq!(set(Edit::mark_read(&empty, &target(FIRST))), first("  read: true\n  tags: []\n"));
    assert_eq!(Edit::toggle_unsure(&empty, &target(FIRST)), None);
    assert_eq!(Edit::set_note(&empty, &target(FIRST), Some("  ")), None);
    assert_eq!(Edit::set_who(&empty, &target(FIRST), Some("Peskow")), None);
}

#[test]
fn a_split_gives_each_half_its_cue_and_both_what_nobody_can_place() {
    let whole = document(
        "sentences:\n- start: 0\n  end: 40\n  quote: Peskow wies das zurück. Er sagte nichts.\n  tags:\n  \
         - label: denial\n    cue: wies\n    cue_at: 7-11\n  - label: claim\n  note: ah\n",
    );
    let denial = "  - label: denial\n    cue: wies\n    cue_at: 7-11\n";
    let expected = format!(
        "split:\n- at: 24\n  before: Er sagte nichts.\n{}- start: 24\n  end: 40\n  quote: Er sagte nichts.\n  tags:\n  \
         - label: claim\n",
        first(&format!("  tags:\n{denial}  - label: claim\n  note: ah\n"))
    );
    assert_eq!(after(&whole, Edit::split(&whole, &target(WHOLE), 23)), expected);
    assert_eq!(Edit::split(&whole, &target(WHOLE), 0), None);
    assert_eq!(Edit::split(&whole, &target(WHOLE), 40), None);
}

#[test]
fn a_join_takes_a_split_back_and_has_the_tags_of_both() {
    let second = "- start: 24\n  end: 40\n  quote: Er sagte nichts.\n  read: true\n  tags:\n  - label: claim\n    unsure: true\n";
    let sentences = format!("{}{second}", first("  tags:\n  - label: denial\n  - label: claim\n"));
    let split = document(&format!("split:\n- at: 24\n  before: Er\n{sentences}"));
    let joined = "sentences:\n- start: 0\n  end: 40\n  quote: Peskow wies das zurück. Er sagte nichts.\n  read: true\n  \
                  tags:\n  - label: denial\n  - label: claim\n    unsure: true\n";
    assert_eq!(after(&split, Edit::join(&split, FIRST, SECOND, &target(WHOLE))), joined);
    let plain = document(&sentences);
    let expected = format!("join:\n- at: 24\n  before: Er sagte nichts.\n{joined}");
    assert_eq!(after(&plain, Edit::join(&plain, FIRST, SECOND, &target(WHOLE))), expected);
    assert_eq!(Edit::join(&plain, FIRST, SECOND, &target(FIRST)), None);
}

#[test]
fn a_conflict_is_resolved_either_way() {
    let conflict = "  conflict:\n    tags:\n    - label: denial\n    note: nein\n";
    let disputed = document(&first(&format!("  tags:\n  - label: claim\n  note: ja\n{conflict}")));
    let mine = first("  tags:\n  - label: claim\n  note: ja\n");
    assert_eq!(after(&disputed, Edit::keep_mine(&disputed, &target(FIRST))), mine);
    let theirs = first("  tags:\n  - label: denial\n  note: nein\n");
    assert_eq!(after(&disputed, Edit::take_theirs(&disputed, &target(FIRST))), theirs);
}

#[test]
fn an_edit_refuses_a_sentence_that_changed_since() {
    let empty = document("");
    let edit = Edit::toggle_label(&empty, &target(FIRST), &label("claim"), None).unwrap();
    let mut noted = document(&first("  tags: []\n  note: ah\n"));
    let untouched = noted.clone();
    assert_eq!(edit.apply(&mut noted), Err(Stale));
    let mut crossed = document("sentences:\n- start: 20\n  end: 30\n  quote: ck. Er sag\n  tags: []\n");
    assert_eq!(edit.apply(&mut crossed), Err(Stale));
    assert_eq!(noted, untouched);
    let mut other_place =
        document("sentences:\n- start: 24\n  end: 40\n  quote: Er sagte nichts.\n  tags: []\n");
    assert!(edit.apply(&mut other_place).is_ok());
}

#[test]
fn only_the_time_of_a_change_does_not_make_it_stale() {
    let empty = document("");
    let edit = Edit::mark_read(&empty, &target(FIRST)).unwrap();
    let mut read = empty.clone();
    let undo = edit.apply(&mut read).unwrap();
    let mut merged = document(&first("  read: true\n  tags: []\n  at: 2026-11-22T08:00:00Z\n"));
    undo.apply(&mut merged).unwrap();
    assert_eq!(merged.sentences, empty.sentences);
}

#[test]
fn what_is_said_of_one_tag_leaves_the_others_alone() {
    let tags = "  - label: denial\n    cue: wies … zurück\n    cue_at: 7-11 16-22\n  - label: attribution\n";
    let both = document(&first(&format!("  tags:\n{tags}")));
    let only = Target { only: Some(1), ..target(FIRST) };
    let cue = Edit::set_cue(&both, &only, &[Span::new(7, 11)]);
    let said = format!("  tags:\n{tags}    cue: wies\n    cue_at: 7-11\n");
    assert_eq!(after(&both, cue), first(&said));
    let unsure = Edit::toggle_unsure(&both, &only);
    assert_eq!(after(&both, unsure), first(&format!("  tags:\n{tags}    unsure: true\n")));
    let gone = Target { only: Some(2), ..target(FIRST) };
    assert_eq!(Edit::set_source(&both, &gone, &["Peskow".to_owned()], &[]), None);
}

#[test]
fn what_is_pending_between_two_sentences_stands_behind_them_when_they_are_joined() {
    let span = Span::new;
    let mut document = Document::new(ArticleId::new("a.txt"), Annotator::new("ab").unwrap());
    let said = |span, quote: &str| Arc::new(Sentence { read: true, ..Sentence::untouched(span, quote) });
    document.sentences =
        vec![said(span(0, 4), "One."), said(span(4, 4), "Gone words."), said(span(5, 9), "Two.")];
    let original = document.clone();
    let target = Target { span: span(0, 9), quote: "One. Two.", now: now(), only: None };
    let edit = Edit::join(&document, span(0, 4), span(5, 9), &target).unwrap();
    let undo = edit.apply(&mut document).unwrap();
    let spans: Vec<Span> = document.sentences.iter().map(|sentence| sentence.span).collect();
    assert_eq!(spans, [span(0, 9), span(9, 9)]);
    let back = Document::parse(&document.to_yaml(), &document.article, &document.annotator);
    assert_eq!(back.unwrap().document, document);
    undo.apply(&mut document).unwrap();
    assert_eq!(document, original);
}
