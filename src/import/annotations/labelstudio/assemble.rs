//! From regions to what is said about a text.

use std::collections::{HashMap, HashSet};

use super::{
    super::{Foreign, ForeignSentence, ForeignTag, json::home},
    region::{Region, Regions, Said},
};
use crate::{
    annotation::{Label, Tag},
    export::{SentenceFacts, TagDetail},
    text::Span,
};

/// Controls of our own configuration that say something about a region of `label`, of `sentence`.
const OF_LABEL: [&str; 6] = ["label", "source", "who", "cue", "claims", "label-is"];
const OF_SENTENCE: [&str; 4] = ["sentence", "sentence-is", "not", "note"];

/// What `regions` say; `is_ours` where they are of a task that an export of ours made. `place` is that of the task.
pub(super) fn assemble(regions: &Regions, is_ours: bool, place: &str) -> Foreign {
    let mut foreign = Foreign { says_origin: is_ours, ..Foreign::default() };
    let mut assembly =
        Assembly { regions, place, sentences: Vec::new(), words: HashSet::new(), led: HashMap::new() };
    if is_ours {
        foreign.annotator =
            regions.regions.iter().find_map(|region| region.said("annotator").next()).cloned();
        assembly.ours();
    }
    for (at, region) in regions.regions.iter().enumerate() {
        let is_label = is_ours && region.said("label").next().is_some();
        let is_sentence = is_ours && region.said("sentence").next().is_some();
        if is_label {
            foreign.tags.extend(assembly.labels(at, region));
        }
        for said in &region.said {
            let control = said.control.as_str();
            let is_taken = is_label && OF_LABEL.contains(&control)
                || is_sentence && OF_SENTENCE.contains(&control)
                || is_ours && control == "annotator"
                || control == "words" && assembly.words.contains(&at)
                || control == "meta" && assembly.home(region).is_some();
            if !is_taken {
                foreign.tags.extend(assembly.others(region, said));
            }
        }
    }
    for (label, from, to) in &regions.relations {
        if !assembly.words.contains(to) {
            foreign.tags.push(assembly.tag(&regions.regions[*from], Tag::new(Label::new(label.as_str()))));
        }
    }
    foreign.sentences = assembly.sentences;
    foreign
}

/// An annotation on its way.
struct Assembly<'a> {
    regions: &'a Regions,
    place: &'a str,
    /// In the order of the text.
    sentences: Vec<ForeignSentence>,
    /// Regions with words of sources and cues, to which relations lead from a label.
    words: HashSet<usize>,
    /// Where the words are that relations of a name lead to from a label's region.
    led: HashMap<(usize, &'a str), Vec<Span>>,
}

impl Assembly<'_> {
    /// Takes the sentences, and what leads to words.
    fn ours(&mut self) {
        for region in self
            .regions
            .regions
            .iter()
            .filter(|region| region.span.is_some() && region.said("sentence").next().is_some())
        {
            self.sentences.push(ForeignSentence {
                place: self.name(region),
                span: region.span,
                quote: region.quote.clone(),
                ..facts(region).into()
            });
        }
        self.sentences.sort_by_key(|sentence| sentence.span);
        // Without a region for it, all that is said about a sentence is that it was read, and what its labels say. The
        // export's own regions have ids that tell.
        for region in self.regions.regions.iter().filter(|region| region.id.starts_with("label-")) {
            if let Some(span) = region.span.filter(|_| self.home(region).is_none()) {
                let at = self.sentences.partition_point(|sentence| sentence.span < Some(span));
                let (place, quote) = (self.name(region), region.quote.clone());
                let read = ForeignSentence {
                    place,
                    span: Some(span),
                    quote,
                    read: true,
                    ..ForeignSentence::default()
                };
                self.sentences.insert(at, read);
            }
        }
        for region in &self.regions.regions {
            let added: Vec<&str> = region.said("meta").map(String::as_str).collect();
            let Some(home) = self.home(region).filter(|_| !added.is_empty()) else { continue };
            for sentence in self.sentences.iter_mut().filter(|sentence| sentence.span == Some(home)) {
                let note = sentence.note.iter().map(String::as_str).chain(added.iter().copied());
                sentence.note = Some(note.collect::<Vec<_>>().join("\n"));
            }
        }
        let has = |at: usize, control: &str| self.regions.regions[at].said(control).next().is_some();
        for (label, from, to) in &self.regions.relations {
            if matches!(label.as_str(), "source" | "cue") && has(*from, "label") && has(*to, "words") {
                self.words.insert(*to);
                let span = self.regions.regions[*to].span;
                self.led.entry((*from, label)).or_default().extend(span);
            }
        }
    }

    /// The sentence that `region` is, or is a part of.
    fn home(&self, region: &Region) -> Option<Span> {
        region.span.and_then(|span| home(&self.sentences, span))
    }

    /// The tags that region `at` of the control `label` is.
    fn labels(&self, at: usize, region: &Region) -> Vec<ForeignTag> {
        let strings = |control: &str| region.said(control).cloned().collect::<Vec<_>>();
        let is = |what: &str| region.said("label-is").any(|is| is == what);
        let detail = TagDetail {
            source: strings("source"),
            who: region.said("who").next().cloned(),
            cue: region.said("cue").next().cloned(),
            claims: strings("claims"),
            unsure: is("unsure"),
            origin: ["suggested", "imported"].into_iter().find(|origin| is(origin)).map(str::to_owned),
        };
        let led = |role: &str| self.led.get(&(at, role)).cloned().unwrap_or_default();
        let tag = |label: &String| {
            let (source_at, cue_at) = (led("source"), led("cue"));
            let tag = Tag { source_at, cue_at, ..detail.clone().tag(label) };
            self.tag(region, tag)
        };
        region.said("label").map(tag).collect()
    }

    /// What else is said about `region`, as tags: a choice or a label is one of its name, what was typed one of the
    /// control's.
    fn others(&self, region: &Region, said: &Said) -> Vec<ForeignTag> {
        let name = |value: &String| if said.is_chosen { value.clone() } else { said.control.clone() };
        said.values.iter().map(|value| self.tag(region, Tag::new(Label::new(name(value))))).collect()
    }

    fn tag(&self, region: &Region, tag: Tag) -> ForeignTag {
        ForeignTag {
            place: self.name(region),
            span: region.span,
            quote: region.quote.clone(),
            context: None,
            sentence: self.home(region),
            tag,
        }
    }

    /// What to call `region` to a person.
    fn name(&self, region: &Region) -> String {
        if region.id.is_empty() {
            self.place.to_owned()
        } else {
            format!("{}, region {}", self.place, region.id)
        }
    }
}

/// What a region of the control `sentence` says about the sentence as such.
fn facts(region: &Region) -> SentenceFacts {
    let is = |what: &str| region.said("sentence-is").any(|is| is == what);
    let notes: Vec<&str> = region.said("note").map(String::as_str).collect();
    SentenceFacts {
        read: is("read"),
        mark: is("mark"),
        kind: ["sentence", "heading", "caption", "furniture"]
            .into_iter()
            .find(|kind| is(kind))
            .map(str::to_owned),
        not: region.said("not").cloned().collect(),
        note: (!notes.is_empty()).then(|| notes.join("\n")),
        anchor: None,
    }
}
