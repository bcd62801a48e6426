//! What is told of a sentence and its tags, as the lines of its file.

use super::super::{Levels, tests::problems};

/// The article.
const TEXT: &str = "Nein, sagte Frau Berg, das Amt\nwies das zurück.";

/// What is told of the sentence with these lines below its quote, as lines of the file with the rules they break.
fn told(lines: &str) -> Vec<String> {
    let yaml = format!(
        "format: 1\nsentences:\n- start: 0\n  end: 47\n  quote: \"{}\"\n{lines}...\n",
        TEXT.replace('\n', "\\n")
    );
    let found = problems(&yaml, Ok(TEXT), &Levels::default());
    let short = |line: &String| {
        let (line_number, _) = line.split_once(':').unwrap();
        let (_, rule) = line.rsplit_once('[').unwrap();
        format!("{line_number} {}", rule.trim_end_matches(']'))
    };
    found.iter().map(short).collect()
}

#[test]
fn a_tag_with_all_it_needs_is_sound() {
    let cue = "    cue: wies … zurück\n    cue_at: 31-35 40-46\n";
    let source = "    source:\n    - das Amt\n    source_at: 23-30\n";
    let tags = format!("  tags:\n  - label: denial\n{source}{cue}  - label: attribution\n{source}{cue}");
    assert_eq!(told(&tags), [""; 0]);
}

#[test]
fn hearsay_needs_no_source_and_any_other_attribution_does() {
    assert_eq!(told("  tags:\n  - label: attribution\n"), ["7 attribution-without-source"]);
    assert_eq!(told("  tags:\n  - label: attribution\n    cue: sagte\n"), [""; 0]);
    assert_eq!(told("  tags:\n  - label: attribution\n    source: [Berg]\n"), [""; 0]);
}

#[test]
fn a_denial_says_what_it_rejects_or_how() {
    let denial = |more: &str| told(&format!("  tags:\n  - label: denial\n{more}"));
    assert_eq!(denial(""), ["7 denial-without-target"]);
    assert_eq!(denial("    claims: [offer]\n"), [""; 0]);
    assert_eq!(denial("    start: 0\n    end: 5\n"), [""; 0]);
    assert_eq!(denial("    cue: Nein\n"), [""; 0]);
    assert_eq!(denial("  - label: claim\n"), [""; 0], "the counter-fact tells");
}

#[test]
fn a_denial_with_its_denier_is_an_attribution_unless_somebody_said_it_is_none() {
    let denial = "  tags:\n  - label: denial\n    source: [das Amt]\n    cue: zurück\n";
    assert_eq!(told(denial), ["7 denial-without-attribution"]);
    assert_eq!(told(&format!("{denial}  not: [attribution]\n")), [""; 0]);
}

#[test]
fn each_label_keeps_to_what_belongs_to_it() {
    assert_eq!(told("  tags:\n  - label: claim\n    source: [das Amt]\n"), ["7 claim-with-source"]);
    let who = "  tags:\n  - label: attribution\n    who: Anna Berg\n    cue: sagte\n";
    assert_eq!(told(who), ["7 who-without-source"]);
    assert_eq!(told("  tags:\n  - label: claim\n  not: [claim]\n"), ["3 tag-and-not"]);
    assert_eq!(told("  kind: furniture\n  tags:\n  - label: claim\n"), ["8 tag-on-furniture"]);
}

#[test]
fn positions_hold_the_words_that_are_named() {
    let source = |at: &str, name: &str| {
        told(&format!("  tags:\n  - label: attribution\n    source: [{name}]\n    source_at: {at}\n"))
    };
    assert_eq!(source("12-21", "Frau Berg"), [""; 0]);
    assert_eq!(source("12-21 23-30", "Frau Berg und das Amt"), [""; 0]);
    assert_eq!(source("6-11", "Frau Berg"), ["7 source-not-there"]);
    assert_eq!(source("40-90", "Frau Berg"), ["7 source-not-there"]);
    assert_eq!(source("12-16 14-90", "Frau Berg"), ["7 source-not-there"]);
    let cue = |at: &str| told(&format!("  tags:\n  - label: attribution\n    cue: Amt wies … zurück\n{at}"));
    assert_eq!(cue("    cue_at: 27-35 40-46\n"), [""; 0], "a line end is a blank");
    assert_eq!(cue("    cue_at: 12-16\n"), ["7 cue-not-there"]);
    assert_eq!(cue(""), [""; 0]);
    assert_eq!(told("  tags:\n  - label: attribution\n    cue: laut\n"), ["7 cue-not-there"]);
}

#[test]
fn a_field_that_says_nothing_is_told() {
    assert_eq!(told("  note: ' '\n"), ["3 empty-text"]);
    assert_eq!(told("  tags:\n  - label: attribution\n    source: ['']\n"), ["7 empty-text"]);
}
