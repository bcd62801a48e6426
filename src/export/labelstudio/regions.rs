//! The result of an annotation: regions, the fields of each, and the relations between them.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::{
    annotation::Origin,
    export::layer::{Layer, SaidTag, SentenceFacts},
    text::{Span, char_index::CharIndex},
};

/// An item of a result.
#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum Item<'a> {
    /// A region, or a field of one: those of one region share its id.
    Field {
        id: String,
        from_name: &'static str,
        to_name: &'static str,
        #[serde(rename = "type")]
        kind: &'static str,
        origin: &'static str,
        value: Value<'a>,
    },
    /// From a region to another.
    Relation {
        from_id: String,
        to_id: String,
        #[serde(rename = "type")]
        kind: &'static str,
        direction: &'static str,
        labels: [&'static str; 1],
    },
}

/// What a region or a field of one says.
#[derive(Serialize)]
pub(super) struct Value<'a> {
    #[serde(flatten)]
    place: Option<Place>,
    #[serde(flatten)]
    what: What<'a>,
}

/// Where a region stands, in code points.
#[derive(Clone, Copy, Serialize)]
struct Place {
    start: u32,
    end: u32,
}

#[derive(Serialize)]
#[serde(untagged)]
enum What<'a> {
    Labels { text: &'a str, labels: [&'a str; 1] },
    Choices { text: &'a str, choices: Vec<&'a str> },
    Texts { text: Vec<&'a str> },
}

/// The result of what `layer` says about the text of `index`.
pub(super) fn regions<'a>(index: &CharIndex<'a>, layer: &'a Layer<'_>) -> Vec<Item<'a>> {
    let mut result = Result { index, items: Vec::new(), regions: 0, words: BTreeMap::new() };
    if let Some(annotator) = layer.annotator {
        let value = Value { place: None, what: What::Texts { text: vec![annotator.as_str()] } };
        result.item("annotator".to_owned(), "annotator", "textarea", value);
    }
    for said in &layer.sentences {
        let is_whole = |tag: &SaidTag<'_>| tag.span == said.span;
        let is_plain = said.facts == SentenceFacts { read: true, ..SentenceFacts::default() };
        if !is_plain || said.tags.is_empty() || !said.tags.iter().all(is_whole) {
            result.sentence(said.span, &said.facts);
        }
        for tag in &said.tags {
            result.tag(tag);
        }
    }
    result.items
}

/// A result on its way.
struct Result<'a, 'i> {
    index: &'i CharIndex<'a>,
    items: Vec<Item<'a>>,
    /// How many regions there are.
    regions: usize,
    /// The ids of regions with words of sources and cues.
    words: BTreeMap<(Span, &'static str), String>,
}

impl<'a> Result<'a, '_> {
    fn sentence(&mut self, span: Span, facts: &'a SentenceFacts) {
        let id = self.region(span, "sentence", "sentence");
        let is = [("read", facts.read), ("mark", facts.mark)];
        let is = is.into_iter().filter(|(_, is)| *is).map(|(name, _)| name);
        let is = is.chain(facts.kind.as_deref()).chain(facts.anchor.as_deref()).collect();
        self.choices(&id, span, "sentence-is", is);
        self.texts(&id, span, "not", facts.not.iter());
        self.texts(&id, span, "note", facts.note.iter());
    }

    fn tag(&mut self, said: &SaidTag<'a>) {
        let (tag, span) = (said.tag, said.span);
        let id = self.region(span, "label", tag.label.as_str());
        self.texts(&id, span, "source", tag.source.iter());
        self.texts(&id, span, "who", tag.who.iter());
        self.texts(&id, span, "cue", tag.cue.iter());
        self.texts(&id, span, "claims", tag.claims.iter());
        let is = tag.unsure.then_some("unsure").into_iter().chain(tag.origin.map(Origin::id));
        self.choices(&id, span, "label-is", is.collect());
        for (role, spans) in [("source", said.source_at), ("cue", said.cue_at)] {
            for span in spans {
                let to_id = self.words(*span, role);
                let from_id = id.clone();
                self.items.push(Item::Relation {
                    from_id,
                    to_id,
                    kind: "relation",
                    direction: "right",
                    labels: [role],
                });
            }
        }
    }

    /// The region with the words at `span` of a source or a cue, made where there is none.
    fn words(&mut self, span: Span, role: &'static str) -> String {
        if let Some(id) = self.words.get(&(span, role)) {
            return id.clone();
        }
        let id = self.region(span, "words", role);
        self.words.insert((span, role), id.clone());
        id
    }

    /// A new region with `label` of `control`; tells its id.
    fn region(&mut self, span: Span, control: &'static str, label: &'a str) -> String {
        self.regions += 1;
        let id = format!("{control}-{}", self.regions);
        let text = self.index.slice(span).unwrap_or_default();
        self.field(&id, span, control, "labels", What::Labels { text, labels: [label] });
        id
    }

    fn choices(&mut self, id: &str, span: Span, control: &'static str, choices: Vec<&'a str>) {
        if !choices.is_empty() {
            let text = self.index.slice(span).unwrap_or_default();
            self.field(id, span, control, "choices", What::Choices { text, choices });
        }
    }

    fn texts(
        &mut self,
        id: &str,
        span: Span,
        control: &'static str,
        texts: impl Iterator<Item = &'a String>,
    ) {
        let text: Vec<&str> = texts.map(String::as_str).collect();
        if !text.is_empty() {
            self.field(id, span, control, "textarea", What::Texts { text });
        }
    }

    fn field(&mut self, id: &str, span: Span, control: &'static str, kind: &'static str, what: What<'a>) {
        let place = Some(Place { start: span.start, end: span.end });
        self.item(id.to_owned(), control, kind, Value { place, what });
    }

    fn item(&mut self, id: String, from_name: &'static str, kind: &'static str, value: Value<'a>) {
        self.items.push(Item::Field { id, from_name, to_name: "text", kind, origin: "manual", value });
    }
}
