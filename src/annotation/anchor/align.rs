//! What stands now for sentences whose words are gone: proposals, each with a margin before the next best one.

use std::sync::Arc;

use super::{
    AnchorState, Spot,
    chain::{self, Candidate, End, Item},
    words::{Postings, Vocabulary, Word},
};
use crate::annotation::{Sentence, diff::same_words};
use crate::text::{Span, Unit, char_index::CharIndex, position};

/// How much a match has to be better than anything else, in nats.
const MARGIN: f64 = 2.5;
/// How alike the words have to be, whatever their place says; more where nothing of the place speaks for them and most
/// other sentences are as they were.
const FLOOR: f64 = 0.2;
const FLOOR_OUT_OF_PLACE: f64 = 0.5;
/// From which share of unchanged sentences on a text is mostly what it was, and from which likeness on that is no matter.
const SETTLED: f64 = 0.5;
const SURE: f64 = 0.95;
/// How alike they have to be against the order, the evidence they have to have, and its margin.
const ANYWHERE: (f64, f64, f64) = (0.85, 12.0, 5.0);
/// What it takes to be taken for a part of a longer sentence: that much less evidence, so many words, that alike.
const JOINED: (f64, usize, f64) = (3.0, 3, 0.6);
/// How many sentences are looked at because of their words, and how many on either side of the expected place.
const ALIKE: usize = 6;
const AROUND: usize = 2;
/// From how many chains a place is expected.
const EXPECTING: usize = 4;
/// How many sentences that have their place are read to learn which words are common.
const LEARN_FROM: usize = 5_000;
/// Of how many atoms a sentence may consist.
const PARTS: usize = 6;
/// How many words an atom has at least, where it is not a whole unit.
const SHORT: usize = 3;

/// Finds what stands for each sentence that has no spot yet, among those of `units` where none has its place.
pub(super) fn find(
    spots: &mut [Option<Spot>],
    sentences: &[Arc<Sentence>],
    index: &CharIndex<'_>,
    units: &[Unit],
) {
    let known = |at: &usize| spots[*at].is_none_or(|spot| spot.now.is_some());
    let line: Vec<usize> = (0..sentences.len()).filter(known).collect();
    let mut text = Text::new(spots, index, units);
    let item = |at: &usize| Item {
        was: sentences[*at].span,
        length: position(sentences[*at].quote.chars().count()),
        fixed: spots[*at].and_then(|spot| spot.now),
    };
    let items: Vec<Item> = line.iter().map(item).collect();
    let words = |at: &usize| match spots[*at] {
        None => text.vocabulary.read(&sentences[*at].quote, 0),
        Some(_) => Vec::new(),
    };
    let words: Vec<Vec<Word>> = line.iter().map(words).collect();
    text.vocabulary.weigh();
    let postings = text.vocabulary.postings(text.atoms.iter().map(|atom| &*atom.words));

    let mut considered: Vec<Vec<Candidate>> = vec![Vec::new(); items.len()];
    let path = chain::best(&items, |number, ends| {
        let found = text.candidates(&words[number], &items[number], ends, &postings);
        considered[number].clone_from(&found);
        found
    });
    let proof = Proof::new(&items, &path, &considered);
    for (number, at) in line.iter().enumerate().filter(|(_, at)| spots[**at].is_none()).collect::<Vec<_>>() {
        let verdict = match &path[number] {
            Some(candidate) => proof.in_order(number, candidate),
            None => proof.anywhere(number),
        };
        spots[*at] = Some(match verdict {
            Verdict::Certain(candidate) => text.spot(&candidate, &sentences[*at].quote),
            Verdict::Several => Spot::AMBIGUOUS,
            Verdict::None => Spot::LOST,
        });
    }
}

/// The new text.
struct Text<'t> {
    index: &'t CharIndex<'t>,
    atoms: Vec<Atom>,
    vocabulary: Vocabulary,
}

impl<'t> Text<'t> {
    fn new(spots: &[Option<Spot>], index: &'t CharIndex<'t>, units: &[Unit]) -> Self {
        let mut taken: Vec<Span> = spots.iter().flatten().filter_map(|spot| spot.now).collect();
        taken.sort_unstable();
        let mut vocabulary = Vocabulary::default();
        let mut atoms = Vec::with_capacity(units.len());
        let mut learned = 0;
        for (number, unit) in units.iter().enumerate() {
            let is_taken = taken.binary_search(&unit.chars).is_ok();
            if is_taken && learned >= LEARN_FROM {
                atoms.push(Atom { unit: number, chars: unit.chars, words: Vec::new() });
                continue;
            }
            learned += usize::from(is_taken);
            for bytes in parts(index.text(), unit.bytes) {
                let words = index.text().get(bytes.range()).unwrap_or_default();
                let words = vocabulary.read(words, bytes.start as usize);
                vocabulary.count(&words);
                let chars = Span::new(index.position(bytes.start), index.position(bytes.end));
                atoms.push(Atom { unit: number, chars, words: if is_taken { Vec::new() } else { words } });
            }
        }
        Self { index, atoms, vocabulary }
    }

    /// What may stand for `old`: atoms that share its rare words, and those where it is expected.
    fn candidates(&self, old: &[Word], item: &Item, ends: &[End], postings: &Postings) -> Vec<Candidate> {
        let alike = self.vocabulary.most_alike(old, postings, ALIKE);
        let mut bases: Vec<usize> = alike.iter().flat_map(|base| [base.saturating_sub(1), *base]).collect();
        for end in ends.iter().take(EXPECTING) {
            for at in [end.new, end.expects(item)] {
                let base = self.atoms.partition_point(|atom| atom.chars.start <= at).saturating_sub(1);
                bases.extend(base.saturating_sub(AROUND)..=base + AROUND);
            }
        }
        bases.sort_unstable();
        bases.dedup();
        bases.into_iter().flat_map(|base| self.beginning_at(base, old)).collect()
    }

    /// The candidates for `old` that begin with the atom `base`.
    fn beginning_at(&self, base: usize, old: &[Word]) -> Vec<Candidate> {
        let mut found: Vec<Candidate> = Vec::new();
        let mut new: Vec<Word> = Vec::new();
        for last in base..base + PARTS {
            let Some(atom) = self.atoms.get(last).filter(|atom| !atom.words.is_empty()) else { break };
            if last > base && new.len() + 1 >= old.len() {
                break;
            }
            new.extend_from_slice(&atom.words);
            let fit = self.vocabulary.fit(old, &new);
            let at = Span::new(self.atoms[base].chars.start, atom.chars.end);
            let evidence = fit.evidence();
            if found.iter().all(|shorter| shorter.evidence < evidence) {
                found.push(Candidate {
                    atoms: (base, last),
                    at,
                    evidence,
                    score: fit.score(),
                    joined: false,
                });
            }
            let in_window = fit.evidence_in_window() - JOINED.0;
            let is_part = fit.matched() >= JOINED.1 && fit.score_in_window() >= JOINED.2;
            if is_part && in_window > evidence {
                let (from, to) = (new[fit.window.0].bytes.0, new[fit.window.1].bytes.1);
                let at = Span::new(self.index.position(position(from)), self.index.position(position(to)));
                let score = fit.score_in_window();
                found.push(Candidate { atoms: (base, last), at, evidence: in_window, score, joined: true });
            }
        }
        found
    }

    fn spot(&self, candidate: &Candidate, quote: &str) -> Spot {
        let (first, last) = (&self.atoms[candidate.atoms.0], &self.atoms[candidate.atoms.1]);
        let now = Span::new(first.chars.start, last.chars.end);
        let state = match candidate.joined {
            true => AnchorState::Joined,
            false if first.unit < last.unit => AnchorState::Split,
            false => AnchorState::Edited,
        };
        let harmless = state == AnchorState::Edited
            && self.index.slice(now).is_some_and(|words| same_words(quote, words));
        Spot { state, now: Some(now), score: candidate.score, harmless }
    }
}

/// The least of the new text that may stand for a sentence: a unit, or a part of one that ends with a full stop. An
/// editor may have put a word in lower case after it, or another abbreviation before.
struct Atom {
    /// The unit it is in.
    unit: usize,
    /// Where it is, in code points.
    chars: Span,
    /// Its words; none where it is taken.
    words: Vec<Word>,
}

/// A unit cut behind its full stops, in bytes; no piece is shorter than a few words.
fn parts(text: &str, unit: Span) -> Vec<Span> {
    let words = text.get(unit.range()).unwrap_or_default();
    let mut parts = Vec::new();
    let (mut start, mut count, mut ended) = (unit.start, 0, false);
    for (at, word) in
        words.split_whitespace().map(|word| (word.as_ptr() as usize - words.as_ptr() as usize, word))
    {
        let at = unit.start + position(at);
        if ended
            && count >= SHORT
            && text[at as usize..unit.end as usize].split_whitespace().nth(SHORT - 1).is_some()
        {
            parts.push(Span::new(start, position(text[..at as usize].trim_end().len())));
            (start, count) = (at, 0);
        }
        count += 1;
        ended = word.trim_end_matches(|c: char| !c.is_alphanumeric() && !is_stop(c)).ends_with(is_stop);
    }
    parts.push(Span::new(start, unit.end));
    parts
}

fn is_stop(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…')
}

/// What is to be thought of a sentence.
enum Verdict {
    /// This stands for it.
    Certain(Candidate),
    /// More than one thing may.
    Several,
    /// Nothing does.
    None,
}

/// What the alignment found, to be doubted.
struct Proof<'a> {
    items: &'a [Item],
    path: &'a [Option<Candidate>],
    considered: &'a [Vec<Candidate>],
    /// Which share of the sentences stands there word by word.
    unchanged: f64,
}

impl<'a> Proof<'a> {
    fn new(items: &'a [Item], path: &'a [Option<Candidate>], considered: &'a [Vec<Candidate>]) -> Self {
        let fixed = items.iter().filter(|item| item.fixed.is_some()).count();
        let unchanged = f64::from(position(fixed)) / f64::from(position(items.len().max(1)));
        Self { items, path, considered, unchanged }
    }

    /// A match on the best chain stands if leaving the sentence out, matching it with anything else or matching
    /// another sentence with it would be worse by a margin, its neighbours being matched as they are.
    fn in_order(&self, number: usize, candidate: &Candidate) -> Verdict {
        let around = Around::of(self, number);
        let worth = around.worth(self, number, candidate);
        let in_place = around.is_in_place(self, number, candidate);
        let floor = if in_place { FLOOR } else { FLOOR.max(FLOOR_OUT_OF_PLACE * self.unchanged) };
        if candidate.score < floor || worth < around.left_out(self, number) + MARGIN {
            return Verdict::None;
        }
        // Where the neighbours came together and most of the text is what it was, this may be another sentence, much like
        // the one that was deleted, which stood beside it and was never saved.
        let settled = self.unchanged >= SETTLED && candidate.score < SURE;
        if !in_place && around.closed(self) || settled && around.shrank(self, number) {
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
    /// themselves.
    fn anywhere(&self, number: usize) -> Verdict {
        let (score, evidence, margin) = ANYWHERE;
        let free = || self.considered[number].iter().filter(|candidate| self.is_free(number, candidate));
        let Some(best) = free().max_by(|one, other| one.evidence.total_cmp(&other.evidence)) else {
            return Verdict::None;
        };
        let mut others = free().filter(|other| !meet(other, best));
        if best.joined || best.score < score || best.evidence < evidence {
            Verdict::None
        } else if others.any(|other| other.evidence > best.evidence - margin) {
            Verdict::Several
        } else {
            Verdict::Certain(*best)
        }
    }

    /// Does nothing else stand there?
    fn is_free(&self, number: usize, candidate: &Candidate) -> bool {
        let others = self.path.iter().enumerate().filter(|(other, _)| *other != number);
        !others.filter_map(|(_, other)| *other).any(|other| other.at.overlaps(candidate.at))
    }
}

/// What is matched before and after a sentence.
struct Around {
    before: usize,
    after: usize,
    end: End,
}

impl Around {
    fn of(proof: &Proof<'_>, number: usize) -> Self {
        let is_matched = |at: &usize| proof.path[*at].is_some();
        let last = (0..number).rev().find(is_matched);
        let end = last.and_then(|at| proof.path[at].map(|candidate| End::of(&proof.items[at], candidate.at)));
        Self {
            before: last.map_or(0, |last| last + 1),
            after: (number + 1..proof.items.len()).find(is_matched).unwrap_or(proof.items.len()),
            end: end.unwrap_or(End::START),
        }
    }

    /// The worth of matching `number` with `candidate` and of the distances on either side.
    fn worth(&self, proof: &Proof<'_>, number: usize, candidate: &Candidate) -> f64 {
        let item = &proof.items[number];
        let left = self.past(self.end, proof, self.before..number).cost(item, candidate.at.start);
        let end = self.past(End::of(item, candidate.at), proof, number + 1..self.after);
        left + candidate.evidence + self.rest(proof, end)
    }

    /// The worth of leaving `number` out.
    fn left_out(&self, proof: &Proof<'_>, number: usize) -> f64 {
        let end = self.past(self.end, proof, self.before..self.after);
        chain::without(&proof.items[number]) + self.rest(proof, end)
    }

    /// Is one of the distances on either side what it was? Of what had no place, that around it is.
    fn is_in_place(&self, proof: &Proof<'_>, number: usize, candidate: &Candidate) -> bool {
        let item = &proof.items[number];
        if item.was.is_empty() {
            return self.closed(proof);
        }
        let after = self.past(End::of(item, candidate.at), proof, number + 1..self.after);
        let next = proof.path.get(self.after).copied().flatten();
        let left = self.past(self.end, proof, self.before..number).kept(item, candidate.at.start);
        let right = next.is_some_and(|next| after.kept(&proof.items[self.after], next.at.start));
        left && right || (left || right) && !self.closed(proof)
    }

    /// Did what is matched before and after come closer by half a sentence?
    fn shrank(&self, proof: &Proof<'_>, number: usize) -> bool {
        let others = (self.before..self.after).filter(|other| *other != number);
        let end = others.fold(self.end, |end, other| end.without(&proof.items[other]));
        let next = proof.path.get(self.after).copied().flatten();
        let off = next.and_then(|next| end.off(&proof.items[self.after], next.at.start));
        off.is_some_and(|off| -off >= i64::from(proof.items[number].length) / 2)
    }

    /// Is the distance between what is matched before and after what it was without all in between?
    fn closed(&self, proof: &Proof<'_>) -> bool {
        let end = self.past(self.end, proof, self.before..self.after);
        let next = proof.path.get(self.after).copied().flatten();
        next.is_some_and(|next| end.kept(&proof.items[self.after], next.at.start))
    }

    fn past(&self, end: End, proof: &Proof<'_>, left_out: std::ops::Range<usize>) -> End {
        left_out.fold(end, |end, other| end.without(&proof.items[other]))
    }

    fn rest(&self, proof: &Proof<'_>, end: End) -> f64 {
        let next = proof.path.get(self.after).copied().flatten();
        next.map_or(0.0, |next| end.cost(&proof.items[self.after], next.at.start))
    }
}

fn meet(one: &Candidate, other: &Candidate) -> bool {
    one.at.overlaps(other.at)
}
