//! From brat's lines to what is said about a text.

use std::collections::{HashMap, HashSet};

use super::{
    super::{Foreign, ForeignSentence, ForeignTag},
    standoff::{Attribute, Standoff, TextBound},
};
use crate::{
    annotation::{Label, Tag},
    export::{
        SentenceFacts, TagDetail,
        brat::{decoded, one_line},
    },
    text::Span,
};

/// What `standoff` says; `is_ours` where an export of ours wrote it.
pub(super) fn assemble(standoff: &Standoff<'_>, is_ours: bool) -> Foreign {
    let assembly = Assembly::new(standoff, is_ours);
    Foreign {
        text: Some(standoff.text.to_owned()),
        says_origin: is_ours,
        sentences: assembly.sentences(),
        tags: assembly.tags(),
        ..Foreign::default()
    }
}

/// A document on its way.
struct Assembly<'s, 't> {
    standoff: &'s Standoff<'t>,
    is_ours: bool,
    /// Where its sentences stand, with their numbers among the spans, in the order of the text.
    sentences: Vec<(Span, usize)>,
    /// What its attributes and notes say about sentences as such, by their numbers.
    facts: HashMap<usize, SentenceFacts>,
}

impl<'s, 't> Assembly<'s, 't> {
    fn new(standoff: &'s Standoff<'t>, is_ours: bool) -> Self {
        let spans = standoff.spans.iter().enumerate();
        let mut sentences: Vec<_> = spans
            .filter(|(_, bound)| is_ours && bound.kind == "Sentence")
            .map(|(at, bound)| (bound.span, at))
            .collect();
        sentences.sort_unstable();
        let facts = sentences.iter().map(|(_, at)| (*at, SentenceFacts::default())).collect();
        let mut assembly = Self { standoff, is_ours, sentences, facts };
        for attribute in &standoff.attributes {
            assembly.fact(attribute);
        }
        for note in standoff.notes.iter().filter(|note| note.kind == "AnnotatorNotes") {
            if let Some(facts) = assembly.home(note.target).and_then(|home| assembly.facts.get_mut(&home)) {
                let before = facts.note.take().map(|before| before + "\n").unwrap_or_default();
                facts.note = Some(before + note.text.trim());
            }
        }
        // A note of several lines stands there once more, as it was.
        for note in standoff.notes.iter().filter(|note| note.kind == "Note") {
            let Some(facts) = assembly.facts.get_mut(&note.target) else { continue };
            if let Ok(lines) = serde_json::from_str::<String>(note.text)
                && facts.note.as_deref() == Some(&one_line(&lines))
            {
                facts.note = Some(lines);
            }
        }
        assembly
    }

    /// Takes an attribute that says something about a sentence as such.
    fn fact(&mut self, attribute: &Attribute<'_>) {
        let label = attribute.name.strip_prefix("Not-").map(|name| self.label(name));
        let Some(facts) = self.facts.get_mut(&attribute.target) else { return };
        match attribute.name {
            "Read" => facts.read = true,
            "Mark" => facts.mark = true,
            "Kind" => facts.kind = attribute.value.map(str::to_owned),
            _ => facts.not.extend(label),
        }
    }

    /// Does it say something about a sentence as such?
    fn is_fact(&self, attribute: &Attribute<'_>) -> bool {
        let is_known = matches!(attribute.name, "Read" | "Mark" | "Kind" | "Anchor");
        self.facts.contains_key(&attribute.target) && (is_known || attribute.name.starts_with("Not-"))
    }

    /// The sentence that span `at` is, or is a part of.
    fn home(&self, at: usize) -> Option<usize> {
        let span = self.standoff.spans[at].span;
        let behind = self.sentences.partition_point(|(sentence, _)| sentence.start <= span.start);
        let (sentence, home) = self.sentences[..behind].last()?;
        (span.end <= sentence.end).then_some(*home)
    }

    fn sentences(&self) -> Vec<ForeignSentence> {
        let sentence = |(_, at): &(Span, usize)| {
            let bound = &self.standoff.spans[*at];
            let facts = self.facts.get(at).cloned().unwrap_or_default();
            ForeignSentence {
                place: bound.id.to_owned(),
                span: bound.is_whole.then_some(bound.span),
                quote: Some(bound.quote.clone()),
                ..facts.into()
            }
        };
        self.sentences.iter().map(sentence).collect()
    }

    fn tags(&self) -> Vec<ForeignTag> {
        let Standoff { spans, attributes, relations, others, notes, .. } = self.standoff;
        let mut tags = Vec::new();
        let mut tagged = HashSet::new();
        let mut words: HashMap<(usize, &str), [Vec<Span>; 2]> = HashMap::new();
        let mut used = HashSet::new();
        for relation in relations {
            let role = ["Source-", "Cue-"].iter().position(|role| relation.kind.starts_with(role));
            match role.filter(|_| self.is_ours) {
                Some(role) => {
                    let (_, label) = relation.kind.split_once('-').unwrap_or_default();
                    words.entry((relation.from, label)).or_default()[role].push(spans[relation.to].span);
                    used.insert(relation.to);
                }
                None => tags.push(self.tag(relation.id, relation.from, Tag::new(Label::new(relation.kind)))),
            }
        }
        let mut details: HashMap<(usize, &str), TagDetail> = HashMap::new();
        for note in notes.iter().filter(|_| self.is_ours) {
            if let Ok(detail) = serde_json::from_str(note.text) {
                details.insert((note.target, note.kind), detail);
            }
        }
        for attribute in attributes.iter().filter(|attribute| !self.is_fact(attribute)) {
            let key = (attribute.target, attribute.name);
            let label = self.label(attribute.name);
            let label = attribute.value.map(|value| format!("{label}:{value}")).unwrap_or(label);
            let [source_at, cue_at] = words.remove(&key).unwrap_or_default();
            let tag = details.remove(&key).unwrap_or_default().tag(&label);
            tags.push(self.tag(attribute.id, attribute.target, Tag { source_at, cue_at, ..tag }));
            tagged.insert(attribute.target);
        }
        let says_itself = |(at, bound): &(usize, &TextBound<'_>)| match bound.kind {
            _ if !self.is_ours => true,
            "Sentence" => false,
            "Part" | "Source" | "Cue" => !tagged.contains(at) && !used.contains(at),
            _ => true,
        };
        for (at, bound) in spans.iter().enumerate().filter(says_itself) {
            tags.push(self.tag(bound.id, at, Tag::new(Label::new(self.label(bound.kind)))));
        }
        for other in others {
            tags.push(self.tag(other.id, other.target, Tag::new(Label::new(other.name))));
        }
        for note in
            notes.iter().filter(|note| note.kind == "AnnotatorNotes" && self.home(note.target).is_none())
        {
            tags.push(self.tag(note.id, note.target, Tag::new(Label::new(note.kind))));
        }
        tags
    }

    /// The tag that line `id` sets on span `at`.
    fn tag(&self, id: &str, at: usize, tag: Tag) -> ForeignTag {
        let bound = &self.standoff.spans[at];
        ForeignTag {
            place: id.to_owned(),
            span: bound.is_whole.then_some(bound.span),
            quote: Some(bound.quote.clone()),
            context: None,
            sentence: self.home(at).map(|home| self.standoff.spans[home].span),
            tag,
        }
    }

    /// The label that has the name `name` in the file.
    fn label(&self, name: &str) -> String {
        decoded(name).filter(|_| self.is_ours).unwrap_or_else(|| name.to_owned())
    }
}
