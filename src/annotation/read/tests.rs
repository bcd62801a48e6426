//! What reads, and with which warnings.

use crate::annotation::{Annotator, Document, Label, Parsed, Tag};
use crate::text::{ArticleId, Span};

fn read(yaml: &str) -> Parsed {
    Document::parse(yaml, &ArticleId::new("story/one.txt"), &Annotator::new("ab").unwrap()).unwrap()
}

fn warnings(parsed: &Parsed) -> Vec<String> {
    parsed.warnings.iter().map(ToString::to_string).collect()
}

const FILE: &str = "\
# factdesk annotations: one annotator's reading of one article
format: 1
article: story/one.txt
text_sha256: 5f1c
annotator: ab
lang: de
segmenter: 1
units: 57
split:
- at: 960
  before: Er sagte
sentences:
- start: 812
  end: 954
  quote: \"Kremlsprecher Dmitri Peskow wies das zurück: …\"
  read: true
  tags:
  - label: denial
    source:
    - Dmitri Peskow
    source_at: 826-839
    cue: wies … zurück
    cue_at: 840-844 849-855
    claims:
    - kontakt-seit-2022
  - label: attribution
    start: 812
    end: 830
    source:
    - er
    who: Dmitri Peskow
    origin: suggested
    unsure: true
  note: Wortlaut weicht vom zweiten Artikel ab.
  at: 2026-11-21T10:00:00Z
- start: 955
  end: 1031
  quote: …
  kind: caption
  mark: true
  tags: []
  not:
  - denial
  conflict:
    tags:
    - label: claim
    note: anders
    at: 2026-11-21T10:00:04Z
...
";

#[test]
fn a_file_as_the_docs_show_it_is_written_back_to_the_letter() {
    let parsed = read(FILE);
    assert!(parsed.warnings.is_empty() && parsed.read_only.is_none());
    assert_eq!(parsed.document.to_yaml(), FILE);
    assert_eq!(parsed.places[1].place.to_string(), "36:3");
    assert_eq!(parsed.places[0].tags.iter().map(|place| place.line).collect::<Vec<_>>(), [18, 26]);
}

#[test]
fn people_may_write_it_otherwise() {
    let parsed = read(
        "format: 1 # ours\nsplit: [{at: 7, before: Er sagte}]\nsentences:\n\
         - {quote: \"b\", end: 2, start: 1, at: '2026-11-21T12:00:00.5+02:00', read: true}\n\
         - {start: 0, end: 1, quote: a, tags: [{label: claim, cue_at: 0-1}]}\n...\n",
    );
    let document = parsed.document;
    assert_eq!(document.split[0].before, "Er sagte");
    assert_eq!(
        document.sentences[0].tags,
        [Tag { cue_at: vec![Span::new(0, 1)], ..Tag::new(Label::new("claim")) }]
    );
    assert_eq!(document.sentences[1].at.unwrap().to_string(), "2026-11-21T10:00:00Z");
    assert_eq!(parsed.places.iter().map(|s| s.place.line).collect::<Vec<_>>(), [5, 4]);
}

#[test]
fn a_file_from_windows_reads_the_same() {
    assert_eq!(read(&FILE.replace('\n', "\r\n")), read(FILE));
}

#[test]
fn what_the_path_contradicts_and_a_missing_end_are_warnings() {
    let parsed = read("format: 1\narticle: story/two.txt\nannotator: cd\nsentences: []\n");
    let expected = [
        "2:10: says article `story/two.txt`, but lies where `story/one.txt` belongs; the path decides",
        "3:12: says annotator `cd`, but lies in the folder of `ab`; the path decides",
        "4:1: no end marker `...`: the file may be cut off",
    ];
    assert_eq!(warnings(&parsed), expected);
    assert_eq!(parsed.document.article.as_str(), "story/one.txt");
}

#[test]
fn a_newer_format_is_read_as_far_as_it_is_known() {
    let newer = FILE
        .replace("format: 1", "format: 2")
        .replace("  mark: true", "  stars: {of: [1, 2]}\n  mark: true")
        .replace("origin: suggested", "origin: dreamt");
    let parsed = read(&newer);
    assert_eq!(parsed.read_only, Some(2));
    let expected = "2:9: written in format 2 by a newer version: it can be read, not changed";
    assert_eq!(warnings(&parsed), [expected]);
    assert!(parsed.document.sentences[1].mark);
    assert_eq!(parsed.document.sentences[0].tags[1].origin, None);
}

#[test]
fn an_end_marker_in_a_note_is_no_end() {
    let cut = "format: 1\nsentences:\n- start: 0\n  end: 1\n  quote: a\n  note: |\n    ...\n";
    assert_eq!(warnings(&read(cut)).len(), 1);
}
