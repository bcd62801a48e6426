//! What is read from Label Studio's tasks.

use serde_json::json;

use super::*;
use crate::text::Span;

fn task(data: &Value, annotations: &Value) -> Result<Vec<Foreign>, String> {
    let tasks = json!([{"id": 17, "data": data, "annotations": annotations}]);
    read(tasks.to_string().as_bytes()).map_err(|error| error.to_string())
}

fn region(id: &str, control: &str, kind: &str, value: &Value) -> Value {
    json!({"id": id, "from_name": control, "to_name": "text", "type": kind, "value": value})
}

fn tags(foreign: &Foreign) -> Vec<(&str, Option<&str>)> {
    foreign.tags.iter().map(|tag| (tag.tag.label.as_str(), tag.quote.as_deref())).collect()
}

#[test]
fn the_words_tell_whether_positions_are_code_points_or_utf_16_and_how_line_ends_are_written() {
    let text = "🚢🚢 Die Werft\nzahlt";
    for (start, end, words) in [
        (3, 18, "Die Werft\nzahlt"),
        (3, 18, "Die Werft\\nzahlt"),
        (3, 18, "Die Werftzahlt"),
        (5, 20, "Die Werft\nzahlt"),
    ] {
        let value = json!({"start": start, "end": end, "text": words, "labels": ["A", "B"]});
        let found =
            task(&json!({"body": text}), &json!([{"result": [region("x", "ner", "labels", &value)]}]))
                .unwrap();
        assert_eq!(found[0].text.as_deref(), Some(text));
        assert_eq!(found[0].tags[0].span, Some(Span::new(3, 18)), "{words:?} at {start}");
        let quote = Some("Die Werft\nzahlt");
        assert_eq!(
            tags(&found[0]),
            [("A", quote), ("B", quote)],
            "several labels of a region are several tags"
        );
    }
}

#[test]
fn words_that_stand_nowhere_there_are_left_to_be_looked_for() {
    let value = json!({"start": 0, "end": 3, "text": "Das", "labels": ["A"]});
    let found =
        task(&json!({"text": "Die Werft"}), &json!([{"result": [region("x", "ner", "labels", &value)]}]));
    assert_eq!(tags(&found.unwrap()[0]), [("A", Some("Das"))]);
}

#[test]
fn fields_of_a_region_of_ours_are_what_the_tag_says() {
    let place = |more: Value| {
        let mut value = json!({"start": 2, "end": 18});
        value.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        value
    };
    let result = json!([
        region("annotator", "annotator", "textarea", &json!({"text": ["ab"]})),
        region("label-1", "source", "textarea", &place(json!({"text": ["Werft", "Rat"]}))),
        region("label-1", "label", "labels", &place(json!({"text": "Die Werft zahlt.", "labels": ["claim"]}))),
        region("label-1", "label-is", "choices", &place(json!({"choices": ["unsure", "suggested"]}))),
        region("words-2", "words", "labels", &json!({"start": 6, "end": 11, "text": "Werft", "labels": ["source"]})),
        {"type": "relation", "from_id": "label-1", "to_id": "words-2", "direction": "right", "labels": ["source"]},
        region("sentence-3", "sentence", "labels", &json!({"start": 19, "end": 23, "text": "Nein", "labels": ["sentence"]})),
        region("sentence-3", "note", "textarea", &json!({"start": 19, "end": 23, "text": ["eine\nNotiz"]})),
        region("sentence-3", "sentence-is", "choices", &json!({"start": 19, "end": 23, "choices": ["mark", "heading"]})),
        region("neu", "label", "labels", &json!({"start": 19, "end": 21, "text": "Ne", "labels": ["denial"]})),
    ]);
    let data = json!({"text": "🚢 Die Werft zahlt. Nein", "article": "x/a.txt", "title": "", "factdesk": 1});
    let found = task(&data, &json!([{"result": result, "completed_by": 3}])).unwrap();
    let foreign = &found[0];
    assert_eq!((foreign.article.as_deref(), foreign.annotator.as_deref()), (Some("x/a.txt"), Some("ab")));
    let [read, noted] = &foreign.sentences[..] else { panic!("two sentences: {:?}", foreign.sentences) };
    assert!(read.read && read.span == Some(Span::new(2, 18)));
    assert_eq!((noted.note.as_deref(), noted.mark, noted.read), (Some("eine\nNotiz"), true, false));
    assert_eq!(noted.kind, Some(crate::text::Kind::Heading));
    let [claim, denial] = &foreign.tags[..] else { panic!("two tags: {:?}", tags(foreign)) };
    assert_eq!(claim.tag.source, ["Werft", "Rat"]);
    assert_eq!((claim.tag.unsure, claim.tag.origin), (true, Some(crate::annotation::Origin::Suggested)));
    assert_eq!((&claim.tag.source_at[..], claim.sentence), (&[Span::new(6, 11)][..], read.span));
    assert_eq!((denial.span, denial.sentence), (Some(Span::new(19, 21)), noted.span));
}

#[test]
fn whatever_else_is_said_becomes_a_tag_and_nothing_that_was_cancelled() {
    let value = json!({"start": 0, "end": 3, "text": "Die", "labels": ["A"]});
    let result = json!([
        region("x", "ner", "labels", &value),
        region("x", "mood", "choices", &json!({"start": 0, "end": 3, "choices": ["angry"]})),
        region("x", "why", "textarea", &json!({"start": 0, "end": 3, "text": ["because of it"]})),
        region("y", "topic", "choices", &json!({"choices": ["sport"]})),
        {"type": "relation", "from_id": "x", "to_id": "x", "direction": "right"},
    ]);
    let annotations = json!([{"result": result}, {"result": result, "was_cancelled": true}]);
    let found = task(&json!({"text": "Die Werft"}), &annotations).unwrap();
    let die = Some("Die");
    assert_eq!(found.len(), 1);
    assert_eq!(
        tags(&found[0]),
        [("A", die), ("angry", die), ("why", die), ("sport", None), ("relation", die)]
    );
}

#[test]
fn several_people_are_told_apart() {
    let by = |people: Value| {
        let annotations: Vec<Value> =
            people.as_array().unwrap().iter().map(|one| json!({"result": [], "completed_by": one})).collect();
        let found = task(&json!({"text": "x"}), &json!(annotations)).unwrap();
        found.into_iter().map(|one| one.annotator).collect::<Vec<_>>()
    };
    assert_eq!(by(json!([3, 3])), [None, None], "a number is no name where there is but one");
    assert_eq!(by(json!([3, 4])), [Some("user-3".into()), Some("user-4".into())]);
    let named = json!([{"id": 3, "email": "ab@example.org"}, {"first_name": "Änne", "last_name": "Böll"}]);
    assert_eq!(by(named), [Some("ab".into()), Some("Änne Böll".into())]);
}

#[test]
fn what_cannot_be_understood_is_told_with_its_place() {
    let told = |result: Value| task(&json!({"text": "Die Werft"}), &json!([{"result": result}])).unwrap_err();
    let labels = |start: Value, end: Value| {
        json!([region("x", "ner", "labels", &json!({"start": start, "end": end, "labels": ["A"]}))])
    };
    assert_eq!(told(json!("x")), "task 17: its `result` is no list");
    assert_eq!(
        told(json!([7])),
        "task 17, item 1 of its result: has no `type`, `from_name` and `value`, as items of Label Studio do"
    );
    for (start, end) in [
        (json!(-1), json!(2)),
        (json!(2), json!(2)),
        (json!("/p[1]"), json!("/p[1]")),
        (json!(0), json!(1e300)),
    ] {
        assert!(told(labels(start, end)).ends_with("names no place in the text"));
    }
    let relation = json!([{"type": "relation", "from_id": "x", "to_id": "y"}]);
    assert_eq!(told(relation), "task 17: a relation leads to a region that is not there");
    let min =
        read(br#"[{"text":"Die","label":[{"start":0,"end":3,"labels":["A"]}]}]"#).unwrap_err().to_string();
    assert_eq!(
        min,
        "task no. 1: has no list `annotations`; export from Label Studio as JSON, not as JSON-MIN or CSV"
    );
    assert!(read("[".repeat(100_000).as_bytes()).is_err());
    assert_eq!(read(b"<View/>"), Ok(Vec::new()), "the configuration beside it");
}
