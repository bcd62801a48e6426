//! A tagged sentence in its article: its words, a button with its letters, and the note that the button opens, which
//! stands in the margin where there is one.

use std::ptr;

use super::{
    look::{Look, labels, place, tint},
    markup::Markup,
    words,
};
use crate::{
    annotation::{Annotator, Label, Tag},
    export::{Entry, EntryTag, Options},
    text::{Span, char_index::CharIndex},
};

/// Where the words of a source stand.
const SOURCE: u8 = 1;
/// Where the words stand that mark it.
const CUE: u8 = 2;
/// Where a part of the sentence stands that is tagged on its own.
const PART: u8 = 4;
/// Classes of the style sheet, by what stands there.
const CLASSES: [&str; 8] = ["", "q", "k", "q k", "p", "q p", "k p", "q k p"];

/// A sentence of an article about to be written.
pub(super) struct Sentence<'a> {
    pub(super) entry: &'a Entry<'a>,
    /// What links name it by.
    pub(super) id: &'a str,
    /// Its number in the article, counted from 1.
    pub(super) number: usize,
    pub(super) options: &'a Options,
    /// Attributes of what is said in the language of the report.
    pub(super) lang: &'a str,
}

impl Sentence<'_> {
    /// Writes it where it stands, with its present words.
    pub(super) fn write(&self, markup: &mut Markup, words: &str, at: Span) {
        let Self { entry, id, options, .. } = self;
        let labels = labels(entry, options);
        let changed = if entry.anchor.is_placed() { "" } else { " x" };
        markup
            .raw("<span class=\"s ")
            .raw(tint(&labels, options))
            .raw(changed)
            .raw("\" id=")
            .raw(id)
            .raw(">");
        self.words(markup, words, at);
        markup.raw("</span>");
        self.button(markup, &labels);
        self.note(markup);
    }

    /// Its words, with those of sources and cues set off.
    fn words(&self, markup: &mut Markup, words: &str, at: Span) {
        let mut marks: Vec<(Span, u8)> = Vec::new();
        for EntryTag { tag, span, source_at, cue_at, .. } in &self.entry.tags {
            marks.extend(source_at.iter().map(|span| (*span, SOURCE)));
            marks.extend(cue_at.iter().map(|span| (*span, CUE)));
            marks.extend(span.filter(|span| tag.part.is_some() && *span != at).map(|span| (span, PART)));
        }
        marks.retain(|(span, _)| at.start <= span.start && span.start < span.end && span.end <= at.end);
        if marks.is_empty() {
            markup.text(words);
            return;
        }
        let mut bounds: Vec<u32> = marks.iter().flat_map(|(span, _)| [span.start, span.end]).collect();
        bounds.extend([at.start, at.end]);
        bounds.sort_unstable();
        bounds.dedup();
        let index = CharIndex::new(words);
        for bound in bounds.windows(2) {
            let piece = Span::new(bound[0] - at.start, bound[1] - at.start);
            let here = |(span, mark): &(Span, u8)| span.contains(bound[0]).then_some(*mark);
            let class = CLASSES[usize::from(marks.iter().filter_map(here).fold(0, |all, mark| all | mark))];
            let words = index.slice(piece).unwrap_or_default();
            if class.is_empty() {
                markup.text(words);
            } else {
                markup.raw("<span class=\"").raw(class).raw("\">").text(words).raw("</span>");
            }
        }
    }

    /// The button that opens its note.
    fn button(&self, markup: &mut Markup, labels: &[&Label]) {
        let Self { id, options, number, lang, .. } = self;
        markup.raw("<button class=t popovertarget=n").raw(id).raw(lang).raw(">");
        let looks = || labels.iter().map(|label| Look::of(label, options));
        looks().for_each(|look| look.badge(markup));
        markup.raw("<small>").number(*number).raw("</small><span class=ln>");
        for (index, look) in looks().enumerate() {
            markup.raw(if index == 0 { ": " } else { ", " }).text(look.name);
        }
        markup.raw("</span></button>");
    }

    /// The note: what is said about it.
    fn note(&self, markup: &mut Markup) {
        let Self { id, lang, number, .. } = self;
        markup
            .raw("<span class=n popover id=n")
            .raw(id)
            .raw(lang)
            .raw("><small>")
            .number(*number)
            .raw("</small> ");
        self.said(markup);
        markup.raw("</span>");
    }

    /// What is said about it: tags, notes, and how it stands.
    pub(super) fn said(&self, markup: &mut Markup) {
        let Self { entry, options, .. } = self;
        let lang = options.lang;
        for group in groups(entry, options) {
            self.group(markup, &group);
        }
        for (annotator, note) in entry.notes() {
            markup.raw(" <span class=c>").text(annotator.as_str()).raw(": ").isolated(note).raw("</span>");
        }
        if !entry.anchor.is_placed() {
            markup.raw(" <span class=c><b>").raw(entry.anchor.name().text(lang)).raw("</b>");
            if let Some(saved) = entry.saved {
                markup.raw(" ").raw(words::SAVED.text(lang)).raw(" <q>").isolated(saved).raw("</q>");
            }
            markup.raw("</span>");
        }
        markup.raw(" <span class=m>").raw(entry.state.name().text(lang));
        if let Some(line) = entry.line {
            markup.raw(", ").raw(words::LINE.text(lang)).raw(" ").number(line as usize);
        }
        markup.raw("</span>");
    }

    /// Tags that say the same but for the label.
    fn group(&self, markup: &mut Markup, group: &Group<'_>) {
        let Group { labels, tag, annotators } = group;
        let lang = self.options.lang;
        markup.raw(" <span class=g>");
        for label in labels {
            let look = Look::of(label, self.options);
            look.badge(markup);
            markup.raw(" <span class=ln>").text(look.name).raw("</span> ");
        }
        if tag.part.is_some() {
            markup.raw("<span class=m>").raw(words::PART.text(lang)).raw("</span> ");
        }
        for (index, source) in tag.source.iter().enumerate() {
            markup.raw(if index == 0 { "<b>" } else { " ← <b>" }).isolated(source).raw("</b>");
        }
        if let Some(who) = &tag.who {
            markup.raw(" (").raw(words::MEANT.text(lang)).raw(" <b>").isolated(who).raw("</b>)");
        }
        if let Some(cue) = &tag.cue {
            markup.raw(" <q>").isolated(cue).raw("</q>");
        }
        if tag.unsure {
            markup.raw(" <em>").raw(words::UNSURE.text(lang)).raw("</em>");
        }
        if let Some(origin) = tag.origin {
            markup.raw(" <span class=m>").raw(words::origin(origin).text(lang)).raw("</span>");
        }
        for claim in &tag.claims {
            markup.raw(" <span class=m>").isolated(claim).raw("</span>");
        }
        markup.raw(" <span class=by>");
        for (index, annotator) in annotators.iter().enumerate() {
            markup.raw(if index == 0 { "" } else { ", " }).text(annotator.as_str());
        }
        markup.raw("</span></span>");
    }
}

/// Tags that say the same but for the label, and who gives all of them.
struct Group<'a> {
    labels: Vec<&'a Label>,
    tag: &'a Tag,
    annotators: Vec<&'a Annotator>,
}

/// The tags of `entry`, those together that one gives with the same source and cue, and that once where others do too.
fn groups<'a>(entry: &'a Entry<'a>, options: &Options) -> Vec<Group<'a>> {
    let mut tags: Vec<&EntryTag> = entry.tags.iter().collect();
    tags.sort_by_cached_key(|tag| {
        let reading = entry.readings.iter().position(|reading| ptr::eq(reading, tag.reading));
        (reading, tag.tag.part, place(&tag.tag.label, options))
    });
    let mut groups: Vec<Group> = Vec::new();
    let together = |one: &EntryTag, other: &EntryTag| {
        ptr::eq(one.reading, other.reading)
            && one.annotators == other.annotators
            && one.span == other.span
            && are_alike(one.tag, other.tag)
    };
    for tags in tags.chunk_by(|one, other| together(one, other)) {
        let Some(EntryTag { tag, annotators, .. }) = tags.first() else { continue };
        let labels: Vec<&Label> = tags.iter().map(|tag| &tag.tag.label).collect();
        match groups.iter_mut().find(|group| group.labels == labels && are_alike(group.tag, tag)) {
            Some(group) => group.annotators.extend(annotators),
            None => groups.push(Group { labels, tag, annotators: annotators.clone() }),
        }
    }
    groups
}

/// Do they say the same but for the label?
fn are_alike(a: &Tag, b: &Tag) -> bool {
    (a.part, &a.source, &a.who, &a.cue, &a.claims) == (b.part, &b.source, &b.who, &b.cue, &b.claims)
        && (a.origin, a.unsure) == (b.origin, b.unsure)
}
