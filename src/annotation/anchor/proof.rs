//! Doubt about what an alignment found: it counts only where nothing else could be meant.

use super::chain::{self, Candidate, End, Item};
use crate::text::{Span, position};

/// How much a match has to be better than anything else, in nats.
const MARGIN: f64 = 2.5;
/// How alike the words have to be, whatever their place says; more where nothing of the place speaks for them and most
/// other sentences are as they were.
const FLOOR: f64 = 0.2;
const FLOOR_OUT_OF_PLACE: f64 = 0.5;
/// The same for a sentence of so few code points where only one neighbour speaks for its place: two short sentences
/// have words in common soon.
const FLOOR_SHORT: (u32, f64) = (60, 0.6);
/// From which share of unchanged sentences on a text is mostly what it was, and how alike its last sentence has to be then.
const SETTLED: f64 = 0.5;
const SURE: f64 = 0.9;
/// How alike they have to be against the order, the evidence they have to have, and its margin.
const ANYWHERE: (f64, f64, f64) = (0.85, 12.0, 5.0);
/// What is to be thought of a sentence.
pub(super) enum Verdict {
    /// This stands for it.
    Certain(Candidate),
    /// More than one thing may.
    Several,
    /// Nothing does.
    None,
}

/// What the alignment found, to be doubted.
pub(super) struct Proof<'a> {
    items: &'a [Item],
    path: &'a [Option<Candidate>],
    considered: &'a [Vec<Candidate>],
    /// Which share of the sentences stands there word by word.
    unchanged: f64,
    /// What is matched on the path, in order, and with which item.
    taken: Vec<(Span, usize)>,
    /// For each item, the next matched one before it and after it.
    before: Vec<Option<usize>>,
    after: Vec<Option<usize>>,
}

impl<'a> Proof<'a> {
    /// From the items, the best path, and all candidates for each.
    pub(super) fn new(
        items: &'a [Item],
        path: &'a [Option<Candidate>],
        considered: &'a [Vec<Candidate>],
    ) -> Self {
        let fixed = items.iter().filter(|item| item.fixed.is_some()).count();
        let unchanged = f64::from(position(fixed)) / f64::from(position(items.len().max(1)));
        let matched = |at: usize| path[at].map(|_| at);
        let taken = path.iter().enumerate().filter_map(|(at, one)| Some((one.as_ref()?.at, at))).collect();
        let next = |last: &mut Option<usize>, at: usize| Some(std::mem::replace(last, matched(at).or(*last)));
        let before = (0..items.len()).scan(None, next).collect();
        let mut after: Vec<_> = (0..items.len()).rev().scan(None, next).collect();
        after.reverse();
        Self { items, path, considered, unchanged, taken, before, after }
    }

    /// A match on the best chain stands if leaving the sentence out, matching it with anything else or matching
    /// another sentence with it would be worse by a margin, its neighbours being matched as they are.
    pub(super) fn in_order(&self, number: usize, candidate: &Candidate) -> Verdict {
        let around = Around::of(self, number);
        let worth = around.worth(self, number, candidate);
        let in_place = around.place(self, number, candidate);
        let floor = match in_place {
            Place::Enclosed => FLOOR,
            Place::Beside if self.items[number].length >= FLOOR_SHORT.0 => FLOOR,
            Place::Beside => FLOOR.max(FLOOR_SHORT.1 * self.unchanged),
            Place::Elsewhere => FLOOR.max(FLOOR_OUT_OF_PLACE * self.unchanged),
        };
        if candidate.score < floor || worth < around.left_out(self, number) + MARGIN {
            return Verdict::None;
        }
        // Where the neighbours came together and most of the text is what it was, this may be another sentence, much like
        // the one that was deleted, which stood beside it and was never saved.
        let settled = self.unchanged >= SETTLED;
        let beside = around.shrank(self, number).unwrap_or(candidate.score < SURE);
        if in_place == Place::Elsewhere && around.closed(self) || settled && beside {
            return Verdict::Several;
        }
        let other_place = self.considered[number].iter().filter(|other| self.is_free(number, other));
        let mut other_place = other_place.filter(|other| !meet(other, candidate));
        let other_sentence = |other: usize| {
            let mut same = self.considered[other].iter().filter(|same| meet(same, candidate));
            self.items[other].fixed.is_none()
                && same.any(|same| around.worth(self, other, same) > worth - MARGIN)
        };
        let mut left_out = (around.before..around.after).filter(|other| *other != number);
        if other_place.any(|other| around.worth(self, number, other) > worth - MARGIN)
            || left_out.any(other_sentence)
        {
            return Verdict::Several;
        }
        Verdict::Certain(*candidate)
    }

    /// A sentence that the chain leaves out may have been moved and edited: then its words have to speak for
    /// themselves. In a text that is mostly what it was, it may as well be another one, much like it.
    pub(super) fn anywhere(&self, number: usize) -> Verdict {
        let (score, evidence, margin) = ANYWHERE;
        let free = || self.considered[number].iter().filter(|candidate| self.is_free(number, candidate));
        let Some(best) = free().max_by(|one, other| one.evidence.total_cmp(&other.evidence)) else {
            return Verdict::None;
        };
        let mut others = free().filter(|other| !meet(other, best));
        if best.joined || best.score < score || best.evidence < evidence {
            Verdict::None
        } else if self.unchanged >= SETTLED || others.any(|other| other.evidence > best.evidence - margin) {
            Verdict::Several
        } else {
            Verdict::Certain(*best)
        }
    }

    /// Does nothing else stand there?
    fn is_free(&self, number: usize, candidate: &Candidate) -> bool {
        let from = self.taken.partition_point(|(at, _)| at.end <= candidate.at.start);
        let there = self.taken[from..].iter().take_while(|(at, _)| at.start < candidate.at.end);
        there.into_iter().all(|(_, other)| *other == number)
    }
}

/// How a place fits its neighbours.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// It is as far from both as it was.
    Enclosed,
    /// It is as far from one of them as it was.
    Beside,
    /// From neither.
    Elsewhere,
}

/// What is matched before and after a sentence.
struct Around {
    before: usize,
    after: usize,
    end: End,
}

impl Around {
    fn of(proof: &Proof<'_>, number: usize) -> Self {
        let last = proof.before[number];
        let end = last.and_then(|at| proof.path[at].map(|candidate| End::of(&proof.items[at], candidate.at)));
        Self {
            before: last.map_or(0, |last| last + 1),
            after: proof.after[number].unwrap_or(proof.items.len()),
            end: end.unwrap_or(End::START),
        }
    }

    /// The worth of matching `number` with `candidate` and of the distances on either side.
    fn worth(&self, proof: &Proof<'_>, number: usize, candidate: &Candidate) -> f64 {
        let item = &proof.items[number];
        let left = past(self.end, proof, self.before..number).cost(item, candidate.at.start);
        let end = past(End::of(item, candidate.at), proof, number + 1..self.after);
        left + candidate.evidence + self.rest(proof, end)
    }

    /// The worth of leaving `number` out.
    fn left_out(&self, proof: &Proof<'_>, number: usize) -> f64 {
        let end = past(self.end, proof, self.before..self.after);
        chain::without(&proof.items[number]) + self.rest(proof, end)
    }

    /// Which of the distances on either side are what they were? Of what had no place, that around it has to be.
    fn place(&self, proof: &Proof<'_>, number: usize, candidate: &Candidate) -> Place {
        let item = &proof.items[number];
        if item.was.is_empty() {
            return if self.closed(proof) { Place::Enclosed } else { Place::Elsewhere };
        }
        let after = past(End::of(item, candidate.at), proof, number + 1..self.after);
        let next = proof.path.get(self.after).copied().flatten();
        let left = past(self.end, proof, self.before..number).kept(item, candidate.at.start);
        let right = next.is_some_and(|next| after.kept(&proof.items[self.after], next.at.start));
        match (left, right) {
            (true, true) => Place::Enclosed,
            (false, false) => Place::Elsewhere,
            _ if self.closed(proof) => Place::Elsewhere,
            _ => Place::Beside,
        }
    }

    /// Did what is matched before and after come closer by half a sentence? Unknown where nothing comes after.
    fn shrank(&self, proof: &Proof<'_>, number: usize) -> Option<bool> {
        let others = (self.before..self.after).filter(|other| *other != number);
        let end = others.fold(self.end, |end, other| end.without(&proof.items[other]));
        let next = proof.path.get(self.after).copied().flatten()?;
        let off = end.off(&proof.items[self.after], next.at.start);
        Some(off.is_some_and(|off| -off >= i64::from(proof.items[number].length) / 2))
    }

    /// Is the distance between what is matched before and after what it was without all in between?
    fn closed(&self, proof: &Proof<'_>) -> bool {
        let end = past(self.end, proof, self.before..self.after);
        let next = proof.path.get(self.after).copied().flatten();
        next.is_some_and(|next| end.kept(&proof.items[self.after], next.at.start))
    }

    fn rest(&self, proof: &Proof<'_>, end: End) -> f64 {
        let next = proof.path.get(self.after).copied().flatten();
        next.map_or(0.0, |next| end.cost(&proof.items[self.after], next.at.start))
    }
}

fn meet(one: &Candidate, other: &Candidate) -> bool {
    one.at.overlaps(other.at)
}

fn past(end: End, proof: &Proof<'_>, left_out: std::ops::Range<usize>) -> End {
    left_out.fold(end, |end, other| end.without(&proof.items[other]))
}
