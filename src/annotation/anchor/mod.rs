//! How saved sentences find their words again.
//!
//! A sentence is saved as a position and a quote. While the text is what it was, the position holds. Where the text
//! changed, a sentence is placed only where there is no doubt: its quote has to occur exactly once. What cannot be
//! placed is never put on other words; it keeps all it says at a span of no length between its neighbours.

mod search;

use std::collections::BTreeMap;
use std::sync::Arc;

use self::search::{Found, occurrences};
use super::{Boundary, Document, Sentence, Tag};
use crate::text::article::text_sha256;
use crate::text::char_index::CharIndex;
use crate::text::{Span, position};

/// How well a saved sentence fits its article as it is now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum AnchorState {
    /// The words stand where they stood, and the text is unchanged or they stand nowhere else.
    Exact,
    /// The words stand elsewhere, and only there.
    Moved,
    /// Other words stand there now, which can only be this sentence.
    Edited,
    /// The words stand there now in more sentences than one.
    Split,
    /// The words stand there now together with those of a neighbour, in one sentence.
    Joined,
    /// The words stand at several places, and which one was meant is not known.
    Ambiguous,
    /// The words stand nowhere.
    Lost,
}

impl AnchorState {
    /// All of them, the best first.
    pub const ALL: [Self; 7] =
        [Self::Exact, Self::Moved, Self::Edited, Self::Split, Self::Joined, Self::Ambiguous, Self::Lost];

    /// Its name in files and on the command line.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Moved => "moved",
            Self::Edited => "edited",
            Self::Split => "split",
            Self::Joined => "joined",
            Self::Ambiguous => "ambiguous",
            Self::Lost => "lost",
        }
    }

    /// Does the sentence stand in the text with the words that were saved?
    pub const fn is_placed(self) -> bool {
        matches!(self, Self::Exact | Self::Moved)
    }
}

/// Where one sentence was and how it fits.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Anchored {
    /// Which one it is among [`Document::sentences`] as they were.
    pub index: usize,
    /// Where the file has it, in code points.
    pub was: Span,
    /// How it fits.
    pub state: AnchorState,
    /// Where its words are now, in code points, or where other words stand for them (edited, split, joined); `None` for
    /// what is ambiguous or lost.
    pub now: Option<Span>,
    /// How alike the words are, from 0 to 1; 1 where they are the same.
    pub score: f64,
    /// Can it be confirmed without a look? Yes where the words only moved, or changed in nothing but white space and the
    /// shape of quotation marks, dashes and apostrophes ([`same_words`](super::diff::same_words)).
    pub harmless: bool,
}

/// A document put onto a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Placement {
    /// The document with every sentence where its words are (exact, moved), in order, without overlap. All others keep
    /// what they say, their quote too, at a span of no length: nobody has confirmed yet which words they belong to.
    /// Its `text_sha256` is that of the text.
    pub document: Document,
    /// For each sentence of it, where it was and how it fits.
    pub anchored: Vec<Anchored>,
    /// Boundaries set by hand whose words were not found again; they are not in the document any more.
    pub lost_boundaries: u32,
}

impl Placement {
    /// Is there something that can be confirmed without a look?
    pub fn has_harmless(&self) -> bool {
        self.anchored.iter().any(|one| one.harmless)
    }

    /// How many sentences are in that state.
    pub fn count(&self, state: AnchorState) -> usize {
        self.anchored.iter().filter(|one| one.state == state).count()
    }
}

/// Puts `document` onto `text`, the whole decoded article. Takes time in proportion to both.
///
/// Spans inside tags move with their sentence. Boundaries set by hand are found again by their first words, near
/// where the sentence before them went.
pub fn place(document: &Document, text: &str) -> Placement {
    let sha256 = text_sha256(text);
    let unchanged = document.text_sha256.as_ref() == Some(&sha256);
    let index = CharIndex::new(text);
    let spots = settle(spots(document, &index, unchanged));

    let mut placed: Vec<(Arc<Sentence>, Anchored)> = Vec::with_capacity(spots.len());
    let mut between = 0;
    for (index, (sentence, (state, spot))) in document.sentences.iter().zip(&spots).enumerate() {
        let span = spot.unwrap_or(Span::new(between, between));
        between = span.end;
        let score = if spot.is_some() { 1.0 } else { 0.0 };
        let harmless = *state == AnchorState::Moved;
        let anchored = Anchored { index, was: sentence.span, state: *state, now: *spot, score, harmless };
        placed.push((moved(sentence, span), anchored));
    }
    let shifts = Shifts::new(document, &spots);
    placed.sort_by_key(|(sentence, _)| sentence.span);
    let (sentences, anchored) = placed.into_iter().unzip();

    let mut document = Document { text_sha256: Some(sha256), sentences, ..document.clone() };
    let mut lost_boundaries = 0;
    if !unchanged {
        for boundaries in [&mut document.split, &mut document.join] {
            lost_boundaries += find_again(boundaries, &index, &shifts);
        }
    }
    Placement { document, anchored, lost_boundaries }
}

type Spot = (AnchorState, Option<Span>);

/// Where each sentence belongs, seen by itself.
fn spots(document: &Document, index: &CharIndex<'_>, unchanged: bool) -> Vec<Spot> {
    let at_home = |sentence: &Sentence| index.slice(sentence.span) == Some(&*sentence.quote);
    let home: Vec<bool> = document.sentences.iter().map(|sentence| unchanged && at_home(sentence)).collect();
    let strays = document.sentences.iter().zip(&home).filter(|(_, home)| !**home);
    let found = occurrences(index.text(), strays.map(|(sentence, _)| &*sentence.quote));
    let place = |(sentence, home): (&Arc<Sentence>, bool)| {
        if home {
            return (AnchorState::Exact, Some(sentence.span));
        }
        match found.get(&*sentence.quote) {
            Some(Found::Once(byte)) => {
                let start = index.position(position(*byte));
                let length = position(sentence.quote.chars().count());
                let span = Span::new(start, start.saturating_add(length));
                let state = if span == sentence.span { AnchorState::Exact } else { AnchorState::Moved };
                (state, Some(span))
            }
            Some(Found::Several) => (AnchorState::Ambiguous, None),
            _ => (AnchorState::Lost, None),
        }
    };
    document.sentences.iter().zip(home).map(place).collect()
}

/// Takes back places that overlap: first come those that did not move, then those nearer to the start. The other is
/// in doubt.
fn settle(mut spots: Vec<Spot>) -> Vec<Spot> {
    let mut taken: BTreeMap<u32, u32> = BTreeMap::new();
    for turn in [AnchorState::Exact, AnchorState::Moved] {
        for (state, spot) in spots.iter_mut().filter(|(state, _)| *state == turn) {
            let Some(span) = *spot else { continue };
            let free = taken.range(..span.end).next_back().is_none_or(|(_, end)| *end <= span.start);
            if free && !span.is_empty() {
                taken.insert(span.start, span.end);
            } else if !free {
                (*state, *spot) = (AnchorState::Ambiguous, None);
            }
        }
    }
    spots
}

/// The sentence at `span`, the spans in its tags shifted with it.
fn moved(sentence: &Arc<Sentence>, span: Span) -> Arc<Sentence> {
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
struct Shifts(Vec<(u32, i64)>);

impl Shifts {
    fn new(document: &Document, spots: &[Spot]) -> Self {
        let shift = |(sentence, (_, spot)): (&Arc<Sentence>, &Spot)| {
            spot.map(|span| (sentence.span.start, i64::from(span.start) - i64::from(sentence.span.start)))
        };
        Self(document.sentences.iter().zip(spots).filter_map(shift).collect())
    }

    /// Where `at` is now, if it moved as the last sentence before it did.
    fn apply(&self, at: u32) -> Option<u32> {
        let before = self.0.partition_point(|(start, _)| *start <= at);
        let by = before.checked_sub(1).map_or(0, |before| self.0[before].1);
        u32::try_from(i64::from(at) + by).ok()
    }
}

/// Puts boundaries where their first words are now, drops those that are in doubt, and counts them.
fn find_again(boundaries: &mut Vec<Boundary>, index: &CharIndex<'_>, shifts: &Shifts) -> u32 {
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
    let found = occurrences(index.text(), strays.map(|(boundary, _)| &*boundary.before));
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

#[cfg(test)]
mod tests;
