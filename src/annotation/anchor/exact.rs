//! Sentences whose very words stand in the text.
//!
//! One quote that stands in the text once is no proof by itself: the sentence may have been deleted, and its words be
//! part of another. So words elsewhere count only where they are sentences of the new text too, or where a neighbour
//! went the same way. Words that stand there more than once are placed by their neighbours on both sides, or not at
//! all.

use std::{
    collections::{BTreeMap, HashMap},
    sync::Arc,
};

use memchr::memmem;

use super::{
    AnchorState, Spot,
    search::{Found, occurrences},
};
use crate::annotation::Sentence;
use crate::text::{Span, Unit, char_index::CharIndex, position};

/// Words of more code points than this are hardly repeated by chance.
const LONG: usize = 16;
/// Where at least that share of an article was saved, nothing unsaved had the same words.
const DENSE: f64 = 0.9;

/// By how many code points a sentence may be off when it went the way of a neighbour: blanks between them come and go.
const SLACK: u32 = 2;

/// Where the sentences stand that are where they were in a text that did not change.
pub(super) fn at_home(
    sentences: &[Arc<Sentence>],
    index: &CharIndex<'_>,
    unchanged: bool,
) -> Vec<Option<Spot>> {
    let home = |sentence: &Arc<Sentence>| {
        let there = unchanged && index.slice(sentence.span) == Some(&*sentence.quote);
        there.then(|| Spot::exact(sentence, sentence.span))
    };
    sentences.iter().map(home).collect()
}

/// Finds the words of all sentences that have no spot yet, from the byte `body` of the text on: front matter repeats
/// headlines. What is certain gets one, what stands there several times
/// and cannot be told apart is ambiguous, and the rest is left open.
pub(super) fn find(
    spots: &mut [Option<Spot>],
    sentences: &[Arc<Sentence>],
    index: &CharIndex<'_>,
    body: usize,
    units: &[Unit],
) {
    let strays = || sentences.iter().zip(spots.iter()).filter(|(_, spot)| spot.is_none());
    let found = occurrences(index.text(), body, strays().map(|(sentence, _)| &*sentence.quote));
    let mut counts: HashMap<&str, Count> = HashMap::new();
    for (sentence, _) in strays() {
        counts.entry(&sentence.quote).or_default().saved += 1;
    }
    for unit in units {
        if let Some(count) = index.text().get(unit.bytes.range()).and_then(|words| counts.get_mut(words)) {
            count.units.push(unit.chars);
        }
    }
    let mut single: Vec<Option<Span>> = vec![None; sentences.len()];
    let mut several: Vec<bool> = vec![false; sentences.len()];
    for (at, sentence) in sentences.iter().enumerate().filter(|(at, _)| spots[*at].is_none()) {
        let Some(count) = counts.get(&*sentence.quote) else { continue };
        let span = match found.get(&*sentence.quote) {
            Some(Found::Once(byte)) if count.saved == 1 => {
                let start = index.position(position(*byte));
                Span::new(start, start.saturating_add(length(sentence)))
            }
            // A few words are part of other sentences too, which are none of them.
            Some(Found::Several)
                if count.saved == 1 && count.units.len() == 1 && !is_long(sentence, LONG) =>
            {
                count.units[0]
            }
            Some(Found::Once(_) | Found::Several) => {
                several[at] = true;
                continue;
            }
            _ => continue,
        };
        single[at] = Some(span);
    }
    let long = if is_dense(sentences) { 0 } else { LONG };
    for (at, sentence) in sentences.iter().enumerate() {
        let Some(span) = single[at] else { continue };
        if span == sentence.span || is_long(sentence, long) && borders_on_unit(index, units, span) {
            spots[at] = Some(Spot::exact(sentence, span));
        }
    }
    settle(spots);
    let (left, right) = (neighbours(spots, sentences, &[], false), neighbours(spots, sentences, &[], true));
    let beside = [neighbours(spots, sentences, &single, false), neighbours(spots, sentences, &single, true)];
    for (at, sentence) in sentences.iter().enumerate() {
        let Some(span) = single[at].filter(|_| spots[at].is_none()) else { continue };
        let mut ways = [left[at], right[at], beside[0][at], beside[1][at]].into_iter().flatten();
        let went = ways.any(|way| way.leads_to(sentence, span));
        let in_order = left[at].is_none_or(|way| way.new <= span.start)
            && right[at].is_none_or(|way| way.new >= span.end);
        if went || in_order && borders_on_unit(index, units, span) {
            spots[at] = Some(Spot::exact(sentence, span));
        }
    }
    settle(spots);
    if several.contains(&true) {
        repeated(spots, &several, sentences, index, &counts);
        settle(spots);
    }
}

/// How often the words of a sentence occur.
#[derive(Default)]
struct Count {
    /// Among the sentences that were saved and are looked for.
    saved: usize,
    /// Among the units of the text, in code points.
    units: Vec<Span>,
}

/// A quote, and the ends of the neighbours that have a place.
type Here<'q> = (&'q str, (u32, u32));

/// Places quotes that stand in the text several times, where it is certain which is which: where the neighbours on both
/// sides agree, or where between them the text has as many sentences of those words as were saved and one neighbour
/// agrees or there are no others in the whole text.
fn repeated(
    spots: &mut [Option<Spot>],
    several: &[bool],
    sentences: &[Arc<Sentence>],
    index: &CharIndex<'_>,
    counts: &HashMap<&str, Count>,
) {
    let by_left = follow(spots, several, sentences, index, false);
    let by_right = follow(spots, several, sentences, index, true);
    let (left, right) = (neighbours(spots, sentences, &[], false), neighbours(spots, sentences, &[], true));
    let between = |at: usize| (left[at].map_or(0, |way| way.new), right[at].map_or(u32::MAX, |way| way.new));
    let mut saved: HashMap<Here<'_>, usize> = HashMap::new();
    for at in (0..sentences.len()).filter(|at| several[*at]) {
        *saved.entry((&sentences[at].quote, between(at))).or_default() += 1;
    }
    let mut passed: HashMap<Here<'_>, (usize, bool)> = HashMap::new();
    for at in (0..sentences.len()).filter(|at| several[*at]) {
        let sentence = &sentences[at];
        let (from, to) = between(at);
        let here = (&*sentence.quote, (from, to));
        let count = counts.get(here.0);
        let all = count.map_or(&[][..], |count| &count.units);
        let first = all.partition_point(|unit| unit.start < from);
        let there = &all[first..all.partition_point(|unit| unit.end <= to).max(first)];
        let (passed, as_many) = passed.entry(here).or_insert_with(|| {
            let many = saved.get(&here) == Some(&there.len());
            let hidden =
                is_long(sentence, LONG) && stands_more_often(index, here.0, Span::new(from, to), there.len());
            (0, many && !hidden)
        });
        let in_turn = there.get(*passed).filter(|_| *as_many);
        *passed += 1;
        let start = match (by_left[at], by_right[at]) {
            (Some(left), Some(right)) if left == right => Some(left),
            (Some(start), None) | (None, Some(start)) => {
                in_turn.map(|unit| unit.start).filter(|turn| *turn == start)
            }
            (None, None) => {
                in_turn.filter(|_| count.is_some_and(|count| count.saved == all.len())).map(|unit| unit.start)
            }
            _ => None,
        };
        let span = start.map(|start| Span::new(start, start.saturating_add(length(sentence))));
        spots[at] = Some(span.map_or(Spot::AMBIGUOUS, |span| Spot::exact(sentence, span)));
    }
}

/// Do the words stand more than `often` times between two places, in code points? A copy behind a headline without a
/// full stop is part of its unit.
fn stands_more_often(index: &CharIndex<'_>, quote: &str, between: Span, often: usize) -> bool {
    let start = index.byte(between.start).map_or(0, |byte| byte as usize);
    let end = index.byte(between.end).map_or(index.text().len(), |byte| byte as usize);
    let text = index.text().as_bytes().get(start..end).unwrap_or_default();
    let is_whole = |at: &usize| {
        let (before, after) = (&index.text()[..start + at], &index.text()[start + at + quote.len()..]);
        !before.ends_with(char::is_alphanumeric) && !after.starts_with(char::is_alphanumeric)
    };
    memmem::find_iter(text, quote).filter(is_whole).nth(often).is_some()
}

/// From one end to the other: where each of `several` stands if it went the way of the last sentence before it
/// (`back`: after it) that has a place or found one in this manner.
fn follow(
    spots: &[Option<Spot>],
    several: &[bool],
    sentences: &[Arc<Sentence>],
    index: &CharIndex<'_>,
    back: bool,
) -> Vec<Option<u32>> {
    let mut found = vec![None; sentences.len()];
    let mut way = (!back).then_some(Way { old: 0, new: 0, back });
    for step in 0..sentences.len() {
        let at = if back { sentences.len() - 1 - step } else { step };
        let sentence = &sentences[at];
        let span = if several[at] {
            let stands = |start: &u32| {
                let rest = index.byte(*start).and_then(|byte| index.text().get(byte as usize..));
                rest.is_some_and(|rest| rest.starts_with(&*sentence.quote))
            };
            found[at] =
                way.and_then(|way| way.expects(sentence)).and_then(|start| nearby(start).find(stands));
            found[at].map(|start| Span::new(start, start.saturating_add(length(sentence))))
        } else {
            spots[at].and_then(|spot| spot.now)
        };
        way = span.and_then(|span| Way::of(sentence, span, back)).or(way);
    }
    found
}

/// `start` and the places around it, the nearest first.
fn nearby(start: u32) -> impl Iterator<Item = u32> {
    let around = (1..=SLACK).flat_map(move |off| [start.checked_add(off), start.checked_sub(off)]);
    [Some(start)].into_iter().chain(around).flatten()
}

/// How far a neighbour went: the end of it that is turned to the other, in the old text and in the new.
#[derive(Clone, Copy)]
struct Way {
    old: u32,
    new: u32,
    back: bool,
}

impl Way {
    /// That of the sentence which is now at `span`; unknown where it had no place before.
    fn of(sentence: &Sentence, span: Span, back: bool) -> Option<Self> {
        let was = sentence.span;
        let (old, new) = if back { (was.start, span.start) } else { (was.end, span.end) };
        (!was.is_empty()).then_some(Self { old, new, back })
    }

    /// Where `sentence` begins if it went as far.
    fn expects(self, sentence: &Sentence) -> Option<u32> {
        let was = sentence.span;
        if was.is_empty() {
            return None;
        }
        if self.back {
            self.new.checked_sub(self.old.checked_sub(was.end)?)?.checked_sub(length(sentence))
        } else {
            self.new.checked_add(was.start.checked_sub(self.old)?)
        }
    }

    fn leads_to(self, sentence: &Sentence, span: Span) -> bool {
        self.expects(sentence).is_some_and(|start| start.abs_diff(span.start) <= SLACK)
    }
}

/// For each sentence the next one before it (`back`: after it) that has a place, or else may have one of `likely`.
fn neighbours(
    spots: &[Option<Spot>],
    sentences: &[Arc<Sentence>],
    likely: &[Option<Span>],
    back: bool,
) -> Vec<Option<Way>> {
    let mut ways = vec![None; sentences.len()];
    let mut way = None;
    for step in 0..sentences.len() {
        let at = if back { sentences.len() - 1 - step } else { step };
        ways[at] = way;
        let span = spots[at].and_then(|spot| spot.now).or_else(|| likely.get(at).copied().flatten());
        way = span.and_then(|span| Way::of(&sentences[at], span, back)).or(way);
    }
    ways
}

/// Does a unit begin where `span` does, or end where it does, and no word go on beyond it? A sentence that lost its full
/// stop, or the line end behind it, has one end left.
fn borders_on_unit(index: &CharIndex<'_>, units: &[Unit], span: Span) -> bool {
    let goes_on =
        |at: u32| index.slice(Span::new(at, at + 1)).is_some_and(|c| c.contains(char::is_alphanumeric));
    if span.start.checked_sub(1).is_some_and(goes_on) || goes_on(span.end) {
        return false;
    }
    let first = units.partition_point(|unit| unit.chars.start < span.start);
    let last = units.partition_point(|unit| unit.chars.end < span.end);
    units.get(first).is_some_and(|unit| unit.chars.start == span.start)
        || units.get(last).is_some_and(|unit| unit.chars.end == span.end)
}

fn is_long(sentence: &Sentence, than: usize) -> bool {
    sentence.quote.chars().nth(than).is_some()
}

/// Was nearly all saved from the first sentence to the last?
fn is_dense(sentences: &[Arc<Sentence>]) -> bool {
    let all =
        sentences.first().zip(sentences.last()).map_or(0, |(first, last)| last.span.end - first.span.start);
    let saved: f64 = sentences.iter().map(|sentence| f64::from(position(sentence.span.len())) + 1.0).sum();
    saved >= DENSE * f64::from(all)
}

fn length(sentence: &Sentence) -> u32 {
    position(sentence.quote.chars().count())
}

/// Takes back places that overlap: first come those that did not move, then those nearer to the start. The other is
/// in doubt.
fn settle(spots: &mut [Option<Spot>]) {
    let mut taken: BTreeMap<u32, u32> = BTreeMap::new();
    for turn in [AnchorState::Exact, AnchorState::Moved] {
        for spot in spots.iter_mut().flatten().filter(|spot| spot.state == turn) {
            let Some(span) = spot.now else { continue };
            let free = taken.range(..span.end).next_back().is_none_or(|(_, end)| *end <= span.start);
            if free && !span.is_empty() {
                taken.insert(span.start, span.end);
            } else if !free {
                *spot = Spot::AMBIGUOUS;
            }
        }
    }
}
