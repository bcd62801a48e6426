//! What goes along when a sentence moves: the spans in its tags, and the boundaries around it.

use std::sync::Arc;

use super::search::{Found, occurrences};
use crate::annotation::{Boundary, Sentence, Tag};
use crate::text::char_index::CharIndex;
use crate::text::{Span, position};

/// The sentence at `span`, the spans in its tags shifted with it.
pub(super) fn moved(sentence: &Arc<Sentence>, span: Span) -> Arc<Sentence> {
    if sentence.span == span {
        return Arc::clone(sentence);
    }
    let by = i64::from(span.start) - i64::from(sentence.span.start);
    let mut moved = Sentence::clone(sentence);
    moved.span = span;
    let theirs = moved.conflict.iter_mut().flat_map(|conflict| &mut conflict.tags);
    for tag in moved.tags.iter_mut().chain(theirs) {
        shift_tag(tag, by);
    }
    Arc::new(moved)
}

/// Shifts the spans of a tag. One that would begin before the text is dropped; its words stay.
fn shift_tag(tag: &mut Tag, by: i64) {
    let shifted = |span: &Span| {
        let shift = |at: u32| u32::try_from(i64::from(at) + by).ok();
        Some(Span::new(shift(span.start)?, shift(span.end)?))
    };
    tag.part = tag.part.as_ref().and_then(shifted);
    tag.source_at = tag.source_at.iter().filter_map(shifted).collect();
    tag.cue_at = tag.cue_at.iter().filter_map(shifted).collect();
}

/// How far the text moved, by old position.
pub(super) struct Shifts(Vec<(u32, i64)>);

impl Shifts {
    /// From sentences and where those are now that have a place.
    pub(super) fn new(sentences: &[Arc<Sentence>], places: &[Option<Span>]) -> Self {
        let shift = |(sentence, place): (&Arc<Sentence>, &Option<Span>)| {
            place.map(|span| (sentence.span.start, i64::from(span.start) - i64::from(sentence.span.start)))
        };
        Self(sentences.iter().zip(places).filter_map(shift).collect())
    }

    /// Where `at` is now, if it moved as the last sentence before it did.
    fn apply(&self, at: u32) -> Option<u32> {
        let before = self.0.partition_point(|(start, _)| *start <= at);
        let by = before.checked_sub(1).map_or(0, |before| self.0[before].1);
        u32::try_from(i64::from(at) + by).ok()
    }
}

/// Puts boundaries where their first words are now, drops those that are in doubt, and counts them.
pub(super) fn find_again(
    boundaries: &mut Vec<Boundary>,
    index: &CharIndex<'_>,
    body: usize,
    shifts: &Shifts,
) -> u32 {
    let stands_at = |boundary: &Boundary, at: u32| {
        let rest = index.byte(at).and_then(|byte| index.text().get(byte as usize..));
        !boundary.before.is_empty() && rest.is_some_and(|rest| rest.starts_with(&boundary.before))
    };
    let known = |boundary: &Boundary| {
        [shifts.apply(boundary.at), Some(boundary.at)]
            .into_iter()
            .flatten()
            .find(|at| stands_at(boundary, *at))
    };
    let nearby: Vec<Option<u32>> = boundaries.iter().map(known).collect();
    let strays = boundaries.iter().zip(&nearby).filter(|(_, known)| known.is_none());
    let found = occurrences(index.text(), body, strays.map(|(boundary, _)| &*boundary.before));
    let anywhere = |boundary: &Boundary| match found.get(&*boundary.before) {
        Some(Found::Once(byte)) => Some(index.position(u32::try_from(*byte).ok()?)),
        _ => None,
    };
    let spots: Vec<Option<u32>> =
        boundaries.iter().zip(nearby).map(|(boundary, known)| known.or_else(|| anywhere(boundary))).collect();
    let lost = spots.iter().filter(|spot| spot.is_none()).count();
    let mut spots = spots.into_iter();
    boundaries.retain_mut(|boundary| {
        let spot = spots.next().flatten();
        boundary.at = spot.unwrap_or(boundary.at);
        spot.is_some()
    });
    boundaries.sort();
    boundaries.dedup();
    position(lost)
}
