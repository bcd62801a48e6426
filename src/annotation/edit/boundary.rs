//! Splitting and joining sentences, as edits.

use std::sync::Arc;

use super::{Edit, Patch, Target};
use crate::annotation::{Boundary, Document, Sentence, Tag};
use crate::text::{Span, position};

/// How many words of the right-hand sentence are kept to find a boundary again.
const WORDS: usize = 4;
/// How many code points of them at most.
const MOST: usize = 60;

impl Edit {
    /// Two sentences instead of one, the second beginning at `at` (blanks there belong to neither). A boundary that
    /// was taken away at that place comes back.
    ///
    /// Of the tags, one that covers a part goes to the half that holds it (to both, cut, if both do), one with a cue
    /// inside goes to the half that holds the cue, and any other stays on both halves, because nobody but the reader
    /// knows whose it is. Both stay read, or unread; the note, the mark and another writer's version stay on the left.
    ///
    /// `None` where a half would be blank.
    pub fn split(document: &Document, target: &Target<'_>, at: u32) -> Option<Self> {
        let (left_span, left_quote, right_span, right_quote) = halves(target, at)?;
        let before = Patch::of(document, target.span);
        let mut after = before.clone();
        let known = before.join.iter().any(|boundary| boundary.at == right_span.start);
        if known {
            after.join.retain(|boundary| boundary.at != right_span.start);
        } else {
            add(&mut after.split, right_span.start, right_quote);
        }
        if let Some(index) = after.sentences.iter().position(|sentence| sentence.span == target.span) {
            let whole = after.sentences.remove(index);
            let half = |span, quote: &str| half_of(&whole, span, quote, target);
            let mut left = half(left_span, left_quote);
            left.note.clone_from(&whole.note);
            left.mark = whole.mark;
            left.conflict.clone_from(&whole.conflict);
            let right = half(right_span, right_quote);
            for sentence in [right, left] {
                if !sentence.is_untouched() {
                    after.sentences.insert(index, Arc::new(sentence));
                }
            }
        }
        Self::between(document, target.span, before, after)
    }

    /// One sentence instead of two neighbours. `quote` is the text from the start of the left to the end of the right
    /// one. A boundary that was added between them goes away.
    ///
    /// The joined sentence has the tags of both, and counts as read if both were.
    pub fn join(document: &Document, left: Span, right: Span, target: &Target<'_>) -> Option<Self> {
        if left.end > right.start || target.span != Span::new(left.start, right.end) {
            return None;
        }
        let before = Patch::of(document, target.span);
        let mut after = before.clone();
        let known = before.split.iter().any(|boundary| boundary.at == right.start);
        if known {
            after.split.retain(|boundary| boundary.at != right.start);
        } else {
            let skip = (right.start - left.start) as usize;
            let rest = target.quote.char_indices().nth(skip).map_or("", |(cut, _)| &target.quote[cut..]);
            add(&mut after.join, right.start, rest);
        }
        let of = |span: Span| before.sentences.iter().find(|sentence| sentence.span == span);
        let joined = match (of(left), of(right)) {
            (None, None) => None,
            (left, right) => Some(joined(left.map(Arc::as_ref), right.map(Arc::as_ref), target)),
        };
        after.sentences.retain(|sentence| sentence.span != left && sentence.span != right);
        // What is pending between the two has its place behind them then: no sentence may lie in another.
        let end = Span::new(target.span.end, target.span.end);
        for pending in &mut after.sentences {
            if pending.span.is_empty() && pending.span.start > target.span.start {
                Arc::make_mut(pending).span = end;
            }
        }
        if let Some(sentence) = joined.filter(|sentence| !sentence.is_untouched()) {
            let index = after.sentences.partition_point(|other| other.span < sentence.span);
            after.sentences.insert(index, Arc::new(sentence));
        }
        Self::between(document, target.span, before, after)
    }
}

fn add(boundaries: &mut Vec<Boundary>, at: u32, text: &str) {
    if boundaries.iter().any(|boundary| boundary.at == at) {
        return;
    }
    let words: String = text.split_inclusive(char::is_whitespace).take(WORDS).collect();
    boundaries.push(Boundary { at, before: words.trim_end().chars().take(MOST).collect() });
    boundaries.sort();
}

fn halves<'a>(target: &Target<'a>, at: u32) -> Option<(Span, &'a str, Span, &'a str)> {
    let count = |text: &str| position(text.chars().count());
    let skip = at.checked_sub(target.span.start)? as usize;
    let (cut, _) = target.quote.char_indices().nth(skip)?;
    let (left, right) = target.quote.split_at(cut);
    let (left, right) = (left.trim_end(), right.trim_start());
    if left.trim_start().is_empty() || right.is_empty() {
        return None;
    }
    let left_span = Span::new(target.span.start, target.span.start.saturating_add(count(left)));
    let right_span = Span::new(target.span.end.checked_sub(count(right))?, target.span.end);
    Some((left_span, left, right_span, right))
}

fn half_of(whole: &Sentence, span: Span, quote: &str, target: &Target<'_>) -> Sentence {
    let mut tags = Vec::new();
    for tag in whole.tags.iter().filter_map(|tag| tag_of_half(tag, span, whole.span)) {
        add_tag(&mut tags, &tag);
    }
    Sentence {
        kind: whole.kind,
        read: whole.read,
        tags,
        not: whole.not.clone(),
        saw: whole.saw.clone(),
        at: target.stamp(),
        ..Sentence::untouched(span, quote)
    }
}

fn tag_of_half(tag: &Tag, half: Span, whole: Span) -> Option<Tag> {
    if let Some(part) = tag.part {
        let cut = Span::new(part.start.max(half.start), part.end.min(half.end));
        let part = (cut != half).then_some(cut);
        return (cut.start < cut.end).then(|| Tag { part, ..tag.clone() });
    }
    let mut cue = tag.cue_at.iter().filter(|cue| cue.overlaps(whole)).peekable();
    let here = cue.peek().is_none() || cue.any(|cue| cue.overlaps(half));
    here.then(|| tag.clone())
}

/// What two neighbours say, as one sentence.
pub(super) fn joined(left: Option<&Sentence>, right: Option<&Sentence>, target: &Target<'_>) -> Sentence {
    let both: Vec<&Sentence> = left.into_iter().chain(right).collect();
    let mut joined = Sentence::untouched(target.span, target.quote);
    joined.at = target.stamp();
    joined.read = both.len() == 2 && both.iter().all(|sentence| sentence.is_read());
    joined.mark = both.iter().any(|sentence| sentence.mark);
    joined.kind = both.iter().find_map(|sentence| sentence.kind);
    for tag in both.iter().flat_map(|sentence| &sentence.tags) {
        add_tag(&mut joined.tags, tag);
    }
    for sentence in &both {
        extend(&mut joined.not, sentence.not.iter().filter(|label| !both.iter().any(|s| s.has(label))));
        extend(&mut joined.saw, sentence.saw.iter());
    }
    let notes: Vec<&str> = both.iter().filter_map(|sentence| sentence.note.as_deref()).collect();
    joined.note = (!notes.is_empty()).then(|| notes.join("\n"));
    for theirs in both.iter().filter_map(|sentence| sentence.conflict.clone()) {
        match &mut joined.conflict {
            Some(conflict) => conflict.absorb(theirs),
            none => *none = Some(theirs),
        }
    }
    joined
}

/// Adds a tag, or what it says where its label stands on the same words already.
pub(super) fn add_tag(tags: &mut Vec<Tag>, tag: &Tag) {
    match tags.iter_mut().find(|other| other.label == tag.label && other.part == tag.part) {
        Some(other) => complete(other, tag),
        None => tags.push(tag.clone()),
    }
}

/// Fills what `tag` leaves open with what `other`, of the same label, says.
fn complete(tag: &mut Tag, other: &Tag) {
    if tag.source.is_empty() {
        tag.source.clone_from(&other.source);
        tag.source_at.clone_from(&other.source_at);
    }
    if tag.cue.is_none() {
        tag.cue.clone_from(&other.cue);
        tag.cue_at.clone_from(&other.cue_at);
    }
    if tag.who.is_none() {
        tag.who.clone_from(&other.who);
    }
    extend(&mut tag.claims, other.claims.iter());
    tag.unsure |= other.unsure;
    if tag.origin != other.origin {
        tag.origin = None;
    }
}

fn extend<'a, T: Clone + PartialEq + 'a>(list: &mut Vec<T>, more: impl Iterator<Item = &'a T>) {
    for item in more {
        if !list.contains(item) {
            list.push(item.clone());
        }
    }
}
