//! doccano's JSON lines: `label` (or `labels`) with `[start, end, label]`, or `entities` and `relations`.

use std::collections::HashMap;

use serde_json::{Map, Value};

use super::{
    Foreign, ForeignSentence, ForeignTag, Unreadable,
    json::{Offsets, home, number, object, place},
};
use crate::{
    annotation::{Label, Origin, Tag},
    export::{SentenceFacts, TagDetail},
    text::{Span, char_index::CharIndex},
};

/// Reads a file. Its labels count code points or, where somebody made them in doccano's editor, UTF-16 code units: line by
/// line it is decided by what is known of a text of ours, else by where words end. A label of a whole text is a tag without a
/// place. Comments on a whole text are about no sentence, and left.
///
/// # Errors
/// [`Unreadable`] for a line that is no object with a text, and for a label that is none.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<Foreign>, Unreadable> {
    let mut found = Vec::new();
    for (at, line) in (1..).zip(bytes.split(|byte| *byte == b'\n')) {
        if line.trim_ascii().is_empty() {
            continue;
        }
        let place = format!("line {at}");
        found.push(text(line, &place).map_err(|error| error.at(&place))?);
    }
    Ok(found)
}

/// A label: where it stands, as the file counts, and what it is; `None` for one of the whole text.
struct Labelled {
    id: Option<u64>,
    units: Option<Span>,
    label: String,
}

/// A text with its labels.
fn text(line: &[u8], place: &str) -> Result<Foreign, Unreadable> {
    let value: Value =
        serde_json::from_slice(line).map_err(|error| Unreadable::new(format!("is no JSON: {error}")))?;
    let fields = object(&value)?;
    let string = |name: &str| fields.get(name).and_then(Value::as_str);
    let Some(text) = string("text").or_else(|| string("data")) else {
        return Err(Unreadable::new("has no `text`; export the project of doccano as JSONL"));
    };
    let labels = labels(fields)?;
    let units: Vec<Span> = labels.iter().filter_map(|label| label.units).collect();
    let index = CharIndex::new(text);
    let reading = Reading { chars: Offsets::code_points(text), index: &index, place };
    let is_ours = fields.contains_key("factdesk");
    let known = reading.sentences(fields.get("sentences").filter(|_| is_ours))?;
    let sentences = known.sentences.iter().filter_map(|sentence| sentence.span);
    let spans = known.details.keys().map(|(span, _)| *span).chain(sentences).collect();
    let offsets = Offsets::of(text, &units, &spans);
    let mut details = known.details;
    let mut tags = Vec::new();
    for Labelled { units, label, .. } in &labels {
        let span = units.map(|units| offsets.chars(units)).transpose()?;
        let tag = span.and_then(|span| details.remove(&(span, label.clone()))).unwrap_or_else(|| Tag {
            origin: is_ours.then_some(Origin::Imported),
            ..Tag::new(Label::new(label.as_str()))
        });
        tags.push(reading.tag(span, &known.sentences, tag));
    }
    for relation in fields.get("relations").and_then(Value::as_array).into_iter().flatten() {
        let kind = relation.get("type").and_then(Value::as_str).unwrap_or("relation");
        let from = relation.get("from_id").and_then(Value::as_u64);
        let units =
            labels.iter().find(|label| label.id.is_some() && label.id == from).and_then(|label| label.units);
        let span = units.map(|units| offsets.chars(units)).transpose()?;
        tags.push(reading.tag(span, &known.sentences, Tag::new(Label::new(kind))));
    }
    Ok(Foreign {
        article: string("article").map(str::to_owned),
        text: Some(text.to_owned()),
        annotator: string("annotator").map(str::to_owned),
        says_origin: is_ours,
        is_utf16: offsets.is_utf16(),
        sentences: known.sentences,
        tags,
        ..Foreign::default()
    })
}

/// The labels of a line, whatever they are called there. A project with relations exports `entities`; a `label` beside them is
/// what was imported.
fn labels(fields: &Map<String, Value>) -> Result<Vec<Labelled>, Unreadable> {
    let mut labels = Vec::new();
    let spans = if fields.contains_key("entities") { &["entities"][..] } else { &["label", "labels"] };
    for name in spans.iter().copied().chain(["cats"]) {
        match fields.get(name) {
            None | Some(Value::Null) => {}
            Some(Value::Array(values)) => {
                for value in values {
                    labels.push(label(value).map_err(|what| {
                        Unreadable::new(format!(
                            "`{name}` holds {value}, which is {what}: [start, end, label] would be right"
                        ))
                    })?);
                }
            }
            Some(value) => labels
                .push(whole(value).ok_or_else(|| Unreadable::new(format!("`{name}` is {value}, no list")))?),
        }
    }
    Ok(labels)
}

/// One label.
fn label(value: &Value) -> Result<Labelled, &'static str> {
    let (id, start, end, label) = match value {
        Value::Array(parts) => match &parts[..] {
            [start, end, label] => (None, start, end, label),
            _ => return Err("not of three parts"),
        },
        Value::Object(fields) => {
            let field = |name: &str| fields.get(name).ok_or("without a field of it");
            (
                fields.get("id").and_then(Value::as_u64),
                field("start_offset")?,
                field("end_offset")?,
                field("label")?,
            )
        }
        value => return whole(value).ok_or("no label"),
    };
    let units = Span::new(number(start).ok_or("at no position")?, number(end).ok_or("at no position")?);
    let Labelled { label, .. } = whole(label).ok_or("without a name")?;
    Ok(Labelled { id, units: Some(units), label })
}

/// A label without a place: by its name, or by the number that older exports have.
fn whole(value: &Value) -> Option<Labelled> {
    let label =
        value.as_str().map(str::to_owned).or_else(|| value.as_u64().map(|number| number.to_string()))?;
    Some(Labelled { id: None, units: None, label })
}

/// A line on its way.
struct Reading<'a> {
    /// What all columns but the labels count.
    chars: Offsets,
    index: &'a CharIndex<'a>,
    place: &'a str,
}

/// What the column `sentences` of an export of ours says.
#[derive(Default)]
struct Known {
    sentences: Vec<ForeignSentence>,
    /// By the words it covers and its label, what a tag says.
    details: HashMap<(Span, String), Tag>,
}

impl Reading<'_> {
    fn sentences(&self, value: Option<&Value>) -> Result<Known, Unreadable> {
        let mut known = Known::default();
        for value in value.and_then(Value::as_array).into_iter().flatten() {
            let wrong =
                |error| Unreadable::new(format!("a sentence in `sentences` is not as we write it: {error}"));
            let facts: SentenceFacts = serde_json::from_value(value.clone()).map_err(wrong)?;
            let span = self.span(value)?;
            for tag in value.get("tags").and_then(Value::as_array).into_iter().flatten() {
                let label = tag.get("label").and_then(Value::as_str).unwrap_or_default();
                let detail: TagDetail = serde_json::from_value(tag.clone()).map_err(wrong)?;
                let at = |name: &str| self.spans(tag.get(name));
                let (source_at, cue_at) = (at("source_at")?, at("cue_at")?);
                let tagged = Tag { source_at, cue_at, ..detail.tag(label) };
                known.details.insert((self.span(tag)?, label.to_owned()), tagged);
            }
            known.sentences.push(ForeignSentence {
                place: self.place.to_owned(),
                span: Some(span),
                quote: self.words(span),
                ..facts.into()
            });
        }
        Ok(known)
    }

    /// The place that `value` names with `start` and `end`.
    fn span(&self, value: &Value) -> Result<Span, Unreadable> {
        let end = |name: &str| value.get(name).and_then(number);
        let (start, end) = end("start").zip(end("end")).ok_or_else(|| place(value))?;
        self.chars.chars(Span::new(start, end))
    }

    /// The places that a list of `[start, end]` names.
    fn spans(&self, value: Option<&Value>) -> Result<Vec<Span>, Unreadable> {
        let span = |value: &Value| {
            let (start, end) = value
                .get(0)
                .and_then(number)
                .zip(value.get(1).and_then(number))
                .ok_or_else(|| place(value))?;
            self.chars.chars(Span::new(start, end))
        };
        value.and_then(Value::as_array).into_iter().flatten().map(span).collect()
    }

    fn words(&self, span: Span) -> Option<String> {
        self.index.slice(span).map(str::to_owned)
    }

    fn tag(&self, span: Option<Span>, sentences: &[ForeignSentence], tag: Tag) -> ForeignTag {
        ForeignTag {
            place: self.place.to_owned(),
            span,
            quote: span.and_then(|span| self.words(span)),
            context: None,
            sentence: span.and_then(|span| home(sentences, span)),
            tag,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(line: &str) -> Result<Foreign, String> {
        read(line.as_bytes()).map(|mut all| all.remove(0)).map_err(|error| error.to_string())
    }

    fn words(line: &str) -> Vec<(String, Option<String>)> {
        let tag = |tag: &ForeignTag| (tag.tag.label.as_str().to_owned(), tag.quote.clone());
        one(line).unwrap().tags.iter().map(tag).collect()
    }

    fn said(label: &str, words: &str) -> (String, Option<String>) {
        (label.to_owned(), Some(words.to_owned()))
    }

    #[test]
    fn every_way_in_which_doccano_writes_labels_is_read() {
        for labels in [
            r#""label":[[0,3,"A"]]"#,
            r#""labels":[[0,3,"A"]],"Comments":["x"]"#,
            r#""label":[],"entities":[{"id":7,"label":"A","start_offset":0,"end_offset":3}],"relations":[]"#,
        ] {
            assert_eq!(words(&format!(r#"{{"id":1,"text":"Die Werft",{labels}}}"#)), [said("A", "Die")]);
        }
        let entities = r#"{"text":"Die Werft","entities":[{"id":7,"label":"A","start_offset":0,"end_offset":3}],
            "relations":[{"id":1,"from_id":7,"to_id":7,"type":"by"}]}"#;
        assert_eq!(words(&entities.replace('\n', " ")), [said("A", "Die"), said("by", "Die")]);
        assert_eq!(words(r#"{"text":"x","label":["A"]}"#), [("A".to_owned(), None)], "of the whole text");
    }

    #[test]
    fn labels_count_what_does_not_cut_words_else_code_points() {
        let line = |start: u32, end: u32| {
            format!(r#"{{"text":"🚢🚢 Die Werft zahlt","label":[[{start},{end},"A"]]}}"#)
        };
        assert_eq!(words(&line(5, 8)), [said("A", "Die")], "UTF-16");
        assert_eq!(words(&line(3, 6)), [said("A", "Die")], "code points");
        assert_eq!((one(&line(5, 8)).unwrap().is_utf16, one(&line(3, 6)).unwrap().is_utf16), (true, false));
        let undecided = r#"{"text":"🚢 船 が 出","label":[[4,5,"A"]]}"#;
        assert_eq!(words(undecided), [said("A", "が")], "code points");
    }

    #[test]
    fn what_our_export_added_comes_back_where_its_label_is_still_there() {
        let line = r#"{"text":"🚢 Die Werft zahlt.","label":[[2,18,"claim"],[2,5,"claim"]],"article":"x/a.txt","annotator":"ab",
            "factdesk":1,"sentences":[{"start":2,"end":18,"read":true,"note":"n","tags":[
            {"start":2,"end":18,"label":"claim","source":["Werft"],"source_at":[[6,11]]},
            {"start":2,"end":18,"label":"denial"}]}]}"#;
        let in_the_editor = line.replace("[[2,18,\"claim\"],[2,5,", "[[3,19,\"claim\"],[3,6,");
        for (line, is_utf16) in [(line, false), (&in_the_editor, true)] {
            let foreign = one(&line.replace('\n', " ")).unwrap();
            assert_eq!(foreign.is_utf16, is_utf16);
            assert_eq!(
                (foreign.article.as_deref(), foreign.annotator.as_deref()),
                (Some("x/a.txt"), Some("ab"))
            );
            assert_eq!(foreign.sentences[0].note.as_deref(), Some("n"));
            let [kept, new] = &foreign.tags[..] else { panic!("the labels decide") };
            assert_eq!(
                (&kept.tag.source[..], &kept.tag.source_at[..]),
                (&["Werft".to_owned()][..], &[Span::new(6, 11)][..])
            );
            assert_eq!((kept.tag.origin, new.tag.origin), (None, Some(Origin::Imported)));
            assert_eq!(new.sentence, Some(Span::new(2, 18)));
        }
    }

    #[test]
    fn what_is_known_of_a_text_decides_before_where_words_end() {
        let line = r#"{"text":"🚢 船 が 出","label":[[4,5,"A"]],"factdesk":1,"sentences":[{"start":4,"end":5,"read":true}]}"#;
        assert_eq!(words(line), [said("A", "が")]);
        assert_eq!(words(&line.replace("[[4,5,", "[[5,6,")), [said("A", "が")]);
    }

    #[test]
    fn what_cannot_be_understood_is_told_with_its_line() {
        for (line, told) in [
            ("[]", "line 1: is no JSON object"),
            ("{}", "line 1: has no `text`; export the project of doccano as JSONL"),
            (r#"{"text":"x","label":7.5}"#, "line 1: `label` is 7.5, no list"),
            (
                r#"{"text":"x","label":[[0,2,"A"]]}"#,
                "line 1: 0-2 is no place in the text, which has 1 characters",
            ),
            (
                r#"{"text":"x","label":[[0,0,"A"]]}"#,
                "line 1: 0-0 is no place in the text, which has 1 characters",
            ),
            (
                r#"{"text":"x","label":[[-1,1,"A"]]}"#,
                "line 1: `label` holds [-1,1,\"A\"], which is at no position: [start, end, label] would be right",
            ),
            (
                r#"{"text":"x","label":[[0,1e400,"A"]]}"#,
                "line 1: is no JSON: number out of range at line 1 column 29",
            ),
        ] {
            assert_eq!(one(line).unwrap_err(), told);
        }
        assert!(one(&"[".repeat(100_000)).unwrap_err().starts_with("line 1: is no JSON"));
        assert!(read(b"\n{\"text\":\"\xff\"}").unwrap_err().to_string().starts_with("line 2: is no JSON"));
    }
}
