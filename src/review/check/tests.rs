//! What is told of a whole file, and at which of its lines.

use super::*;
use crate::annotation::{Annotator, Document};
use crate::text::{Article, ArticleId, decode::Decoded};

/// The problems of a file of `ab`, at noon of 22 November 2026.
pub(super) fn problems(yaml: &str, text: Result<&str, &str>, levels: &Levels) -> Vec<String> {
    let annotator = Annotator::new("ab").unwrap();
    let parsed = Document::parse(yaml, &ArticleId::new("a.txt"), &annotator).unwrap();
    let decoded = |text: &str| Decoded { text: text.to_owned(), ..Decoded::default() };
    let article = text.map(|text| Article::new(ArticleId::new("a.txt"), decoded(text)));
    let labels = LabelSet::default();
    let now = "2026-11-22T12:00:00Z".parse().unwrap();
    let found =
        Checker { labels: &labels, levels, now }.document(&parsed, article.as_ref().map_err(|why| *why));
    found.iter().map(ToString::to_string).collect()
}

const FILE: &str = "\
format: 1
article: a.txt
annotator: ab
sentences:
- start: 0
  end: 3
  quote: Ja.
  tags:
  - label: claim
- start: 4
  end: 9
  quote: Nein.
  tags:
  - label: hedge
...
";

#[test]
fn a_sound_file_has_only_its_unknown_label() {
    let expected = "14:5: warning: unknown label `hedge`: it is kept; add it to `labels` in factdesk.yaml if it \
                    is one of yours [unknown-label]";
    assert_eq!(problems(FILE, Ok("Ja. Nein."), &Levels::default()), [expected]);
}

#[test]
fn sentences_that_are_not_where_the_file_has_them_are_named_with_their_line() {
    let file = FILE.replace("hedge", "claim");
    let found = problems(&file, Ok("Oh. Nein. Ja. Ja."), &Levels::default());
    let expected =
        "5:3: the article changed and the quote stands in it more than once: which is meant? [ambiguous]";
    assert_eq!(found, [expected]);
    let found = problems(&file, Ok("Nun. Ja."), &Levels::default());
    let moved = "5:3: warning: the quote does not stand at 0-3 of the article; it moved to 5-8 [moved]";
    let lost = "10:3: the quote does not stand at 4-9 of the article, nor anywhere else [lost]";
    assert_eq!(found, [moved, lost]);
}

#[test]
fn a_file_without_article_or_end_says_so() {
    let file = "format: 1\nannotator: cd\nsentences: []\n";
    let found = problems(file, Err("it is gone"), &Levels::default());
    let expected = [
        "1:1: its article cannot be read: it is gone [no-article]",
        "2:12: warning: says annotator `cd`, but lies in the folder of `ab`; the path decides [other-path]",
        "3:1: warning: no end marker `...`: the file may be cut off [no-end]",
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_rule_is_as_bad_as_the_workspace_says() {
    let mut levels = Levels::default();
    levels.set(Rule::UnknownLabel, Level::Error);
    let found = problems(FILE, Ok("Ja. Nein."), &levels);
    assert!(found[0].starts_with("14:5: unknown label"), "{found:?}");
    levels.set(Rule::UnknownLabel, Level::Off);
    assert_eq!(problems(FILE, Ok("Ja. Nein."), &levels), [""; 0]);
}

#[test]
fn a_time_to_come_is_told_when_no_time_zone_explains_it() {
    let at = |at: &str| FILE.replace("hedge", "claim").replace("Nein.\n", &format!("Nein.\n  at: {at}\n"));
    assert_eq!(problems(&at("2026-11-23T11:00:00Z"), Ok("Ja. Nein."), &Levels::default()), [""; 0]);
    let found = problems(&at("2027-11-22T11:00:00Z"), Ok("Ja. Nein."), &Levels::default());
    let expected = "10:3: warning: changed at 2027-11-22T11:00:00Z, which is yet to come: which clock is wrong? [future]";
    assert_eq!(found, [expected]);
}
