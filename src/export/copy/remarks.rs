//! What is said about a sentence, in words: the text of its footnote.

use std::collections::HashMap;

use super::words;
use crate::{
    annotation::{Annotator, Label},
    export::{Entry, EntryTag, Options, Voice},
    text::{Span, char_index::CharIndex},
};

/// The letter of labels that the workspace does not define.
pub(in crate::export) const OTHER: char = '+';

/// Something that is said about a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::export) struct Remark {
    /// The letter of its label, if it is a tag.
    pub(in crate::export) letter: Option<char>,
    /// What is said. Not yet escaped.
    pub(in crate::export) text: String,
}

/// Puts into words what is said about the sentences of an article.
pub(super) struct Remarks<'a> {
    pub(super) options: &'a Options,
    /// The article's text, where it can be read.
    pub(super) index: Option<CharIndex<'a>>,
}

/// What two tags must have in common to be one remark.
type Same<'a> = (&'a Label, Option<Span>, &'a [String], Option<&'a str>, Option<&'a str>, &'a [String], bool);

impl Remarks<'_> {
    /// The letters of the labels of `entry`, each once, in the order of the workspace's labels.
    pub(super) fn letters(&self, entry: &Entry<'_>) -> Vec<char> {
        let labels = &self.options.labels;
        let given = entry.labels();
        let known = labels.iter().filter(|definition| given.contains(&&definition.label));
        let mut letters: Vec<char> = known.map(|definition| definition.letter).collect();
        if letters.len() < given.len() {
            letters.push(OTHER);
        }
        letters
    }

    /// All that is said about `entry` and not yet said by its letters.
    pub(super) fn of(&self, entry: &Entry<'_>) -> Vec<Remark> {
        let lang = self.options.lang;
        let mut remarks = Vec::new();
        let mut say = |letter, text| remarks.push(Remark { letter, text });
        if !entry.anchor.is_placed() && entry.line.is_some() {
            say(None, entry.anchor.name().text(lang).to_owned());
        }
        let mut groups: Vec<(&EntryTag<'_>, Vec<&Annotator>)> = Vec::new();
        let mut known: HashMap<Same<'_>, usize> = HashMap::new();
        for tag in &entry.tags {
            let index = *known.entry(same(tag)).or_insert(groups.len());
            match groups.get_mut(index) {
                Some((_, annotators)) => annotators.extend(&tag.annotators),
                None => groups.push((tag, tag.annotators.clone())),
            }
        }
        for (tag, annotators) in groups {
            let (name, details) = (self.name(&tag.tag.label), self.details(tag, entry));
            let who = self.by(&annotators);
            let is_known = self.options.labels.find(&tag.tag.label).is_some();
            if !details.is_empty() || !who.is_empty() || !is_known {
                say(Some(self.letter(&tag.tag.label)), format!("{name}{details}{who}"));
            }
        }
        for reading in entry.readings {
            let sentence = &*reading.sentence;
            let who = self.by(&[&reading.annotator]);
            if !sentence.not.is_empty() {
                let names: Vec<&str> = sentence.not.iter().map(|label| self.name(label)).collect();
                say(None, format!("{}{who}: {}", words::REJECTED.text(lang), names.join(", ")));
            }
            if sentence.mark {
                say(None, format!("{}{who}", words::MARKED.text(lang)));
            }
            if let Some(note) = &sentence.note {
                say(None, format!("{}{who}: {note}", words::NOTE.text(lang)));
            }
        }
        remarks
    }

    /// What a label is called.
    fn name<'b>(&'b self, label: &'b Label) -> &'b str {
        let definition = self.options.labels.find(label);
        definition.map_or(label.as_str(), |definition| definition.name(self.options.lang))
    }

    fn letter(&self, label: &Label) -> char {
        self.options.labels.find(label).map_or(OTHER, |definition| definition.letter)
    }

    /// Which words `tag` covers where they are a part, whose they are, by what words one sees that, and what else it
    /// knows.
    fn details(&self, tag: &EntryTag<'_>, entry: &Entry<'_>) -> String {
        let (lang, said) = (self.options.lang, tag.tag);
        let covered = tag.span.filter(|span| said.part.is_some() && Some(*span) != entry.span);
        let covered = covered.zip(self.index.as_ref()).and_then(|(span, index)| index.slice(span));
        let covered = covered.map(|part| format!(" {} {}", words::ON.text(lang), words::quoted(lang, part)));
        let mut details = Vec::new();
        if !said.source.is_empty() {
            details.push(said.source.join(" ← "));
        }
        if let Some(who) = &said.who {
            details.push(format!("{} {who}", words::MEANS.text(lang)));
        }
        if let Some(cue) = &said.cue {
            details.push(format!("{} {}", words::CUE.text(lang), words::quoted(lang, cue)));
        }
        if !said.claims.is_empty() {
            details.push(format!("{} {}", words::CLAIMS.text(lang), said.claims.join(", ")));
        }
        if said.unsure {
            details.push(words::UNSURE.text(lang).to_owned());
        }
        let colon = if details.is_empty() { "" } else { ": " };
        format!("{}{colon}{}", covered.unwrap_or_default(), details.join("; "))
    }

    /// Who says it, unless all is said by one.
    fn by(&self, annotators: &[&Annotator]) -> String {
        if matches!(&self.options.voice, Voice::Of(those) if those.len() == 1) {
            return String::new();
        }
        let names: Vec<&str> = annotators.iter().map(|annotator| annotator.as_str()).collect();
        format!(" ({})", names.join(", "))
    }
}

fn same<'a>(tag: &EntryTag<'a>) -> Same<'a> {
    let said = tag.tag;
    let part = said.part.and(tag.span);
    (&said.label, part, &said.source, said.who.as_deref(), said.cue.as_deref(), &said.claims, said.unsure)
}
