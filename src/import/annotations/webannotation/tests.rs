//! Files of others, and what is read from them.

use super::*;
use crate::annotation::{Label, Origin, Tag};

fn read(json: &str) -> Vec<Foreign> {
    super::read(json.as_bytes()).unwrap()
}

fn labels(foreign: &Foreign) -> Vec<(&str, Option<Span>, Option<&str>)> {
    foreign.tags.iter().map(|tag| (tag.tag.label.as_str(), tag.span, tag.quote.as_deref())).collect()
}

#[test]
fn what_we_wrote_comes_back_with_all_that_a_tag_knows() {
    let target = |selected: &str, more: &str| {
        format!(
            r#"{{"source": "urn:factdesk:article:ort/st%C3%BCck.txt", "selector": [
                {{"type": "TextQuoteSelector", "exact": "{selected}", "prefix": "a ", "suffix": " z"}},
                {{"type": "TextPositionSelector", "start": 4, "end": 9}}]{more}}}"#
        )
    };
    let creator = r#""creator": {"id": "urn:factdesk:annotator:ab", "name": "Ute Beer", "nickname": "ab"}, "created": "2026-11-21T10:00:00Z""#;
    let tag = format!(
        r#"{{"target": {}, {creator}, "motivation": "tagging", "body": {{"purpose": "tagging", "value": "denial",
            "fd:source": ["er", "die Zeit"], "fd:sourceAt": "4-6", "fd:who": "Peskow", "fd:cue": "wies … ab",
            "fd:cueAt": "5-6 7-9", "fd:claims": ["kontakt"], "fd:origin": "suggested", "fd:unsure": true}}}}"#,
        target("Teil.", r#", "fd:sentence": "0-12", "fd:quote": "Der Teil. So""#)
    );
    let note = format!(
        r#"{{"target": {}, {creator}, "motivation": "commenting", "body": {{"purpose": "commenting", "value": "Hm."}},
            "fd:kind": "caption", "fd:read": true, "fd:mark": true, "fd:not": ["claim"], "fd:saw": ["cd"]}}"#,
        target("Teil.", r#", "fd:sentence": "0-12", "fd:quote": "Der Teil. So""#)
    );
    let all = read(&format!(r#"{{"type": "AnnotationCollection", "first": {{"items": [{tag}, {note}]}}}}"#));
    let [foreign] = &*all else { panic!("{all:#?}") };
    assert_eq!(
        (foreign.article.as_deref(), foreign.annotator.as_deref()),
        (Some("ort/stück.txt"), Some("ab"))
    );
    assert!(foreign.says_origin);
    let [tag] = &*foreign.tags else { panic!("{all:#?}") };
    let expected = Tag {
        source: vec!["er".into(), "die Zeit".into()],
        source_at: vec![Span::new(4, 6)],
        who: Some("Peskow".into()),
        cue: Some("wies … ab".into()),
        cue_at: vec![Span::new(5, 6), Span::new(7, 9)],
        claims: vec!["kontakt".into()],
        origin: Some(Origin::Suggested),
        unsure: true,
        ..Tag::new(Label::new("denial"))
    };
    assert_eq!(
        (&tag.tag, tag.span, tag.sentence),
        (&expected, Some(Span::new(4, 9)), Some(Span::new(0, 12)))
    );
    let [sentence] = &*foreign.sentences else { panic!("several annotations of one sentence: {all:#?}") };
    let expected = ForeignSentence {
        place: "annotation 1".into(),
        span: Some(Span::new(0, 12)),
        quote: Some("Der Teil. So".into()),
        context: None,
        kind: Some(crate::text::Kind::Caption),
        read: true,
        mark: true,
        not: vec!["claim".into()],
        note: Some("Hm.".into()),
        saw: vec!["cd".into()],
        at: Some("2026-11-21T10:00:00Z".parse().unwrap()),
    };
    assert_eq!(*sentence, expected);
}

#[test]
fn words_that_changed_since_they_were_saved_are_read_as_they_were_saved() {
    let all = read(
        r#"{"target": {"source": "a.txt", "fd:sentence": "0-3", "fd:anchor": "edited", "fd:saved": "Alt.", "selector": [
            {"type": "TextQuoteSelector", "exact": "Neu"}, {"type": "TextPositionSelector", "start": 0, "end": 3}]},
            "body": {"purpose": "tagging", "value": "claim"}}"#,
    );
    assert_eq!(labels(&all[0]), [("claim", Some(Span::new(0, 3)), Some("Alt."))]);
}

#[test]
fn the_rows_of_hypothesis_have_their_tags_and_comments() {
    let all = read(
        r#"{"total": 2, "rows": [
            {"id": "x", "user": "acct:ute@hypothes.example", "uri": "https://a.example/", "text": "Prüfen!", "tags": ["claim", "to do"],
             "updated": "2026-11-21T10:00:00.123456+00:00", "target": [{"source": "https://a.example/", "selector": [
                {"type": "RangeSelector", "startContainer": "/p[1]", "endContainer": "/p[1]", "startOffset": 0, "endOffset": 3},
                {"type": "TextPositionSelector", "start": 7, "end": 10},
                {"type": "TextQuoteSelector", "exact": "Die", "prefix": "", "suffix": " Stadt"}]}]},
            {"user": "acct:ute@hypothes.example", "text": "", "tags": [], "target": [{"source": "https://a.example/", "selector": [
                {"type": "TextQuoteSelector", "exact": "gelb"}]}]}]}"#,
    );
    let [foreign] = &*all else { panic!("{all:#?}") };
    assert_eq!(foreign.annotator.as_deref(), Some("ute"));
    assert!(!foreign.says_origin);
    let span = Some(Span::new(7, 10));
    let expected =
        [("claim", span, Some("Die")), ("to do", span, Some("Die")), ("highlighting", None, Some("gelb"))];
    assert_eq!(labels(foreign), expected);
    assert_eq!(foreign.tags[0].context, Some((String::new(), " Stadt".into())));
    let [sentence] = &*foreign.sentences else { panic!("{all:#?}") };
    assert_eq!((sentence.note.as_deref(), sentence.span), (Some("Prüfen!"), span));
    assert!(sentence.at.is_some());
}

#[test]
fn a_position_inside_of_other_words_counts_from_their_start() {
    let all = read(
        r#"{"motivation": "classifying", "body": "https://a.example/labels#denial", "target": {"source": "a.txt", "selector":
            {"type": "TextPositionSelector", "start": 100, "end": 150,
             "refinedBy": {"type": "TextPositionSelector", "start": 5, "end": 9}}}}"#,
    );
    assert_eq!(labels(&all[0]), [("denial", Some(Span::new(105, 109)), None)]);
    assert_eq!(all[0].tags[0].sentence, Some(Span::new(100, 150)));
}

#[test]
fn each_annotator_and_each_article_is_apart_and_lines_are_read_too() {
    let all = read(
        "{\"target\": \"file:///texte/a.txt\", \"bodyValue\": \"claim\", \"creator\": [\"x\", \"y\"]}\n\
         {\"target\": \"b.txt\", \"body\": [{\"value\": \"claim\"}, {\"purpose\": \"tagging\", \"value\": \"denial\"}], \"creator\": \"x\"}\n\
         {\"target\": {\"id\": \"b.txt\"}, \"motivation\": \"bookmarking\", \"creator\": \"x\"}\n",
    );
    let who = |foreign: &Foreign| (foreign.article.clone().unwrap(), foreign.annotator.clone().unwrap());
    let [a, b] = ["/texte/a.txt", "b.txt"].map(str::to_owned);
    let expected = [(a.clone(), "x".into()), (a, "y".into()), (b, "x".into())];
    assert_eq!(all.iter().map(who).collect::<Vec<_>>(), expected);
    assert_eq!(labels(&all[2]), [("claim", None, None), ("denial", None, None)]);
    assert!(all[2].sentences[0].mark);
}

#[test]
fn what_cannot_be_understood_is_an_error_with_its_place() {
    let cases = [
        ("", None),
        (r#"{"type": "AnnotationPage", "items": []}"#, None),
        ("[1]", Some("annotation 1: is neither")),
        ("{", Some("is no JSON")),
        (r#"[{"target": "a.txt"}, {"body": "x"}]"#, Some("annotation 2: is no annotation")),
        (r#"{"first": "https://a.example/?page=0"}"#, Some("goes on at")),
        (r#"{"target": 7}"#, Some("annotation 1: 7 is no object")),
        (
            r#"{"target": "a.txt", "body": {"purpose": "tagging"}}"#,
            Some("annotation 1: its body says nothing"),
        ),
        (
            r#"{"target": {"selector": {"type": "TextPositionSelector", "start": -1, "end": 2}}}"#,
            Some("`start` is no position: -1"),
        ),
        (
            r#"{"target": {"selector": {"type": "TextPositionSelector", "start": 3, "end": 3}}}"#,
            Some("ends where it starts"),
        ),
        (
            r#"{"target": {"selector": {"type": "TextPositionSelector", "start": 0, "end": 1e99}}}"#,
            Some("`end` is no position"),
        ),
        (
            r#"{"target": {"selector": {"type": "TextQuoteSelector", "exact": 3}}}"#,
            Some("`exact` is no text"),
        ),
        (r#"{"target": "urn:factdesk:article:%FF"}"#, Some("its article has no name")),
        (
            r#"{"target": "a.txt", "body": {"value": "claim", "fd:unsure": "yes"}}"#,
            Some("neither true nor false"),
        ),
        (r#"{"target": {"fd:sentence": "7-3"}}"#, Some("no positions: 7-3")),
    ];
    for (json, expected) in cases {
        let error = super::read(json.as_bytes()).err().map(|error| error.to_string());
        match expected {
            Some(part) => {
                assert!(error.as_ref().is_some_and(|error| error.contains(part)), "{json}: {error:?}");
            }
            None => assert_eq!(error, None, "{json}"),
        }
    }
    assert!(super::read(&[0xff]).is_err());
    assert!(super::read("[".repeat(100_000).as_bytes()).is_err());
}
