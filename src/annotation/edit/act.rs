//! What a person does to one sentence, as edits. Every one is a pure function of the document; `None` says that
//! nothing would change.

use std::sync::Arc;

use jiff::Timestamp;

use super::{Edit, Patch};
use crate::annotation::{Document, Label, Sentence, Tag};
use crate::text::{Kind, Span};

/// The sentence an act is about, and when it happens.
#[derive(Clone, Copy, Debug)]
pub struct Target<'a> {
    /// Where it stands, in code points.
    pub span: Span,
    /// Its words.
    pub quote: &'a str,
    /// The time that the change is stamped with, to the second.
    pub now: Timestamp,
    /// The tag that source, cue, who and doubt are said of, an index into those of the sentence; `None`: all.
    pub only: Option<usize>,
}

impl Target<'_> {
    /// The time to stamp, to the second, as files have it.
    pub(super) fn stamp(&self) -> Option<Timestamp> {
        Timestamp::from_second(self.now.as_second()).ok()
    }

    /// Is what is said said of the tag of that index too?
    fn means(&self, index: usize) -> bool {
        self.only.is_none_or(|only| only == index)
    }

    /// The words of the sentence at `span`, as far as it lies inside; empty where it does not.
    fn words(&self, span: Span) -> String {
        let skip = span.start.saturating_sub(self.span.start) as usize;
        let take = span.end.saturating_sub(span.start.max(self.span.start)) as usize;
        self.quote.chars().skip(skip).take(take).collect()
    }
}

impl Edit {
    /// A label on or off. On the whole sentence it takes off every tag of that label, also those on parts. On a
    /// part, a tag of the whole sentence is narrowed to it, with its source and cue. Nothing where the part is
    /// not inside the sentence.
    pub fn toggle_label(
        document: &Document,
        target: &Target<'_>,
        label: &Label,
        part: Option<Span>,
    ) -> Option<Self> {
        change_label(document, target, part, |sentence, part| {
            let tags = &mut sentence.tags;
            let same = |tag: &Tag| tag.label == *label && (part.is_none() || tag.part == part);
            if tags.iter().any(same) {
                tags.retain(|tag| !same(tag));
            } else {
                set(sentence, label, part);
            }
        })
    }

    /// A label on; nothing where it stands already, on the whole or on that part.
    pub fn set_label(
        document: &Document,
        target: &Target<'_>,
        label: &Label,
        part: Option<Span>,
    ) -> Option<Self> {
        change_label(document, target, part, |sentence, part| set(sentence, label, part))
    }

    /// Read, nothing more to tag.
    pub fn mark_read(document: &Document, target: &Target<'_>) -> Option<Self> {
        change(document, target, |sentence| sentence.read = true)
    }

    /// Back to untouched: no tags, no rejected labels, unread. A note, a mark, a kind and what another writer
    /// said are kept.
    pub fn untouch(document: &Document, target: &Target<'_>) -> Option<Self> {
        change(document, target, |sentence| {
            sentence.tags.clear();
            sentence.not.clear();
            sentence.saw.clear();
            sentence.read = false;
        })
    }

    /// Whose words they are, on all attribution and denial tags of the sentence that are meant; with neither,
    /// and unless `source` is empty, an attribution is added. `at` is where the words of the source stand,
    /// empty where that is not known.
    pub fn set_source(
        document: &Document,
        target: &Target<'_>,
        source: &[String],
        at: &[Span],
    ) -> Option<Self> {
        let source: Vec<String> = source.iter().filter_map(|name| said(Some(name))).collect();
        change(document, target, |sentence| {
            for tag in with_source(sentence, target, !source.is_empty()) {
                tag.source.clone_from(&source);
                tag.source_at = if source.is_empty() { Vec::new() } else { sorted(at) };
            }
        })
    }

    /// The words that mark it, on all attribution and denial tags of the sentence that are meant; with neither,
    /// and unless `at` is empty, an attribution is added. Pieces that stand apart are joined by ` … `.
    pub fn set_cue(document: &Document, target: &Target<'_>, at: &[Span]) -> Option<Self> {
        let at = sorted(at);
        let words: Vec<String> = at.iter().map(|span| target.words(*span)).collect();
        let cue = said(Some(&words.join(" … ")));
        change(document, target, |sentence| {
            for tag in with_source(sentence, target, cue.is_some()) {
                tag.cue.clone_from(&cue);
                tag.cue_at = if cue.is_none() { Vec::new() } else { at.clone() };
            }
        })
    }

    /// Whom the words of the source mean, on all attribution and denial tags of the sentence that are meant.
    pub fn set_who(document: &Document, target: &Target<'_>, who: Option<&str>) -> Option<Self> {
        let who = said(who);
        change(document, target, |sentence| {
            for tag in with_source(sentence, target, false) {
                tag.who.clone_from(&who);
            }
        })
    }

    /// The note; blank takes it off.
    pub fn set_note(document: &Document, target: &Target<'_>, note: Option<&str>) -> Option<Self> {
        change(document, target, |sentence| sentence.note = said(note))
    }

    /// The mark to come back, on or off.
    pub fn toggle_mark(document: &Document, target: &Target<'_>) -> Option<Self> {
        change(document, target, |sentence| sentence.mark = !sentence.mark)
    }

    /// Unsure about the tags that are meant; off where all of them are unsure. Nothing without tags.
    pub fn toggle_unsure(document: &Document, target: &Target<'_>) -> Option<Self> {
        change(document, target, |sentence| {
            let tags = sentence.tags.iter_mut().enumerate().filter(|(index, _)| target.means(*index));
            let meant: Vec<&mut Tag> = tags.map(|(_, tag)| tag).collect();
            let unsure = !meant.iter().all(|tag| tag.unsure);
            for tag in meant {
                tag.unsure = unsure;
            }
        })
    }

    /// What the sentence is taken for; `None` goes back to the guess.
    pub fn set_kind(document: &Document, target: &Target<'_>, kind: Option<Kind>) -> Option<Self> {
        change(document, target, |sentence| sentence.kind = kind)
    }

    /// A conflict, resolved by keeping what stands (mine).
    pub fn keep_mine(document: &Document, target: &Target<'_>) -> Option<Self> {
        change(document, target, |sentence| sentence.conflict = None)
    }

    /// A conflict, resolved by taking over their tags and their note.
    ///
    /// A label that occurs twice in what they said is taken once; a part that is not in the sentence becomes
    /// the whole.
    pub fn take_theirs(document: &Document, target: &Target<'_>) -> Option<Self> {
        change(document, target, |sentence| {
            let Some(theirs) = sentence.conflict.take() else { return };
            sentence.note = theirs.note;
            sentence.tags.clear();
            for mut tag in theirs.tags {
                tag.part = tag.part.filter(|part| inside(target.span, *part));
                let twice = |other: &Tag| other.label == tag.label && other.part == tag.part;
                if !sentence.tags.iter().any(twice) {
                    sentence.tags.push(tag);
                }
            }
        })
    }
}

/// The edit that does `act` to the sentence, stamps it, and drops it where nothing is left to keep.
pub(super) fn change(
    document: &Document,
    target: &Target<'_>,
    act: impl FnOnce(&mut Sentence),
) -> Option<Edit> {
    let before = Patch::of(document, target.span);
    let index = before.sentences.iter().position(|sentence| is_target(sentence, target));
    let mut sentence = match index {
        Some(index) => Sentence::clone(&before.sentences[index]),
        None => Sentence::untouched(target.span, target.quote),
    };
    act(&mut sentence);
    let mut after = before.clone();
    match index {
        Some(index) if before.sentences[index].says_the_same(&sentence) => return None,
        Some(index) if sentence.is_untouched() => drop(after.sentences.remove(index)),
        Some(index) => {
            sentence.at = target.stamp();
            after.sentences[index] = Arc::new(sentence);
        }
        None if sentence.is_untouched() => return None,
        None => {
            sentence.at = target.stamp();
            let index = after.sentences.partition_point(|other| other.span < sentence.span);
            after.sentences.insert(index, Arc::new(sentence));
        }
    }
    Edit::between(document, target.span, before, after)
}

/// Several sentences of no length may stand at one place; their words tell them apart.
fn is_target(sentence: &Sentence, target: &Target<'_>) -> bool {
    sentence.span == target.span && (!target.span.is_empty() || sentence.quote == target.quote)
}

/// The whole sentence is no part of it.
/// Changes labels on the whole sentence or on a part of it: all of its words are no part. Nothing where the part is
/// not inside.
fn change_label(
    document: &Document,
    target: &Target<'_>,
    part: Option<Span>,
    act: impl FnOnce(&mut Sentence, Option<Span>),
) -> Option<Edit> {
    let part = part.filter(|part| *part != target.span);
    if !part.is_none_or(|part| inside(target.span, part)) {
        return None;
    }
    change(document, target, |sentence| act(sentence, part))
}

fn inside(span: Span, part: Span) -> bool {
    !part.is_empty() && span.start <= part.start && part.end <= span.end
}

fn set(sentence: &mut Sentence, label: &Label, part: Option<Span>) {
    sentence.not.retain(|rejected| rejected != label);
    let of_label = |tag: &&mut Tag| tag.label == *label;
    let Some(part) = part else {
        if !sentence.has(label) {
            sentence.tags.push(Tag::new(label.clone()));
        }
        return;
    };
    if sentence.tags.iter_mut().filter(of_label).any(|tag| tag.part == Some(part)) {
        return;
    }
    match sentence.tags.iter_mut().filter(of_label).find(|tag| tag.part.is_none()) {
        Some(whole) => whole.part = Some(part),
        None => sentence.tags.push(Tag { part: Some(part), ..Tag::new(label.clone()) }),
    }
}

/// The attribution and denial tags that are meant, an attribution being added if there are none at all and
/// `add` asks for it.
fn with_source<'a>(
    sentence: &'a mut Sentence,
    target: &Target<'_>,
    add: bool,
) -> impl Iterator<Item = &'a mut Tag> {
    if add && !sentence.tags.iter().any(|tag| tag.label.has_source()) {
        sentence.tags.push(Tag::new(Label::new(Label::ATTRIBUTION)));
    }
    let tags = sentence.tags.iter_mut().enumerate();
    tags.filter(|(index, tag)| target.means(*index) && tag.label.has_source()).map(|(_, tag)| tag)
}

fn sorted(spans: &[Span]) -> Vec<Span> {
    let mut spans: Vec<Span> = spans.iter().copied().filter(|span| !span.is_empty()).collect();
    spans.sort_unstable();
    spans.dedup();
    spans
}

/// `text` without blanks around it, if it says anything.
fn said(text: Option<&str>) -> Option<String> {
    let text = text?.trim();
    (!text.is_empty()).then(|| text.to_owned())
}
