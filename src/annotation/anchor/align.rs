//! What stands now for sentences whose words are gone: proposals, each with a margin before the next best one.

use std::sync::Arc;

use super::{
    AnchorState, Spot,
    chain::{self, Candidate, End, Item},
    proof::{Proof, Verdict},
    words::{Postings, Vocabulary, Word},
};
use crate::annotation::{Sentence, diff::same_words};
use crate::text::{Span, Unit, char_index::CharIndex, position};

/// What it takes to be taken for a part of a longer sentence, at its start or end: that much less evidence, so many words,
/// that alike, and at most so many words beyond it.
const JOINED: (f64, usize, f64) = (3.0, 5, 0.6);
const EDGE: usize = 1;
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
        let found: Vec<Candidate> = bases.into_iter().flat_map(|base| self.beginning_at(base, old)).collect();
        // What a part of it says as well alone is not one sentence more.
        let adds = |whole: &&Candidate| {
            whole.joined || found.iter().all(|part| !part.is_within(whole) || part.evidence < whole.evidence)
        };
        found.iter().filter(adds).copied().collect()
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
            let at_edge = fit.window.0 <= EDGE || fit.window.1 + EDGE + 1 >= new.len();
            let is_part = at_edge && fit.matched() >= JOINED.1 && fit.score_in_window() >= JOINED.2;
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
