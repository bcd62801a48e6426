//! The best order-preserving alignment of saved sentences with sentences of the new text: a beam search over chains.
//!
//! A chain goes through the saved sentences in order. Each is either matched with a candidate that lies behind the last
//! one, or left out as deleted. What speaks for a chain is the evidence of the words, and that the distances between
//! matched sentences are still what they were: where nothing lies between but what was not saved, it kept its length.

use crate::text::Span;

/// What it costs to leave out a sentence, in nats: how rarely one is deleted.
const DELETED: f64 = -4.0;
/// What it costs to leave out a sentence whose words stand elsewhere: it was moved against the order.
const MOVED: f64 = -8.0;
/// What a distance costs that is not known.
const UNKNOWN: f64 = -1.0;
/// What a distance costs that changed, the least and the most.
const CHANGED: (f64, f64) = (-2.5, -7.5);
/// By how many code points a distance differs when only the blanks between sentences did.
const BLANKS: i64 = 3;
/// Within how many code points changed distances are likely, and the share of their length by which that grows.
const DRIFT: (f64, f64) = (30.0, 0.125);
/// How many chains are followed.
const BEAM: usize = 16;

/// A saved sentence.
#[derive(Clone, Copy, Debug)]
pub(super) struct Item {
    /// Where it was, in code points; nowhere where it is empty.
    pub(super) was: Span,
    /// The length of its words in code points.
    pub(super) length: u32,
    /// Where its very words are now.
    pub(super) fixed: Option<Span>,
}

/// What may stand for a saved sentence now.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    /// The first and the last atom of it.
    pub(super) atoms: (usize, usize),
    /// What it takes of them, in code points.
    pub(super) at: Span,
    /// What its words say for it, in nats.
    pub(super) evidence: f64,
    /// How alike the words are.
    pub(super) score: f64,
    /// It is a part of a longer sentence.
    pub(super) joined: bool,
}

impl Candidate {
    /// Is it made of some of the atoms of `other`?
    pub(super) fn is_within(&self, other: &Self) -> bool {
        self.atoms != other.atoms && other.atoms.0 <= self.atoms.0 && self.atoms.1 <= other.atoms.1
    }
}

/// The end of a matched sentence, where the next distance begins.
#[derive(Clone, Copy, Debug)]
pub(super) struct End {
    old: Option<u32>,
    /// Where it is now.
    pub(super) new: u32,
    /// The length of what was left out since.
    gone: u32,
}

impl End {
    /// The start of the text.
    pub(super) const START: Self = Self { old: Some(0), new: 0, gone: 0 };

    /// That of a sentence which is now at `at`.
    pub(super) fn of(item: &Item, at: Span) -> Self {
        Self { old: (!item.was.is_empty()).then_some(item.was.end), new: at.end, gone: 0 }
    }

    /// After `item` was left out.
    pub(super) fn without(self, item: &Item) -> Self {
        let length = if item.was.is_empty() { 0 } else { item.length.saturating_add(1) };
        Self { gone: self.gone.saturating_add(length), ..self }
    }

    /// The distance to `item` in the old text, without what was left out.
    fn distance(self, item: &Item) -> Option<i64> {
        let old = self.old.filter(|_| !item.was.is_empty())?;
        Some(i64::from(item.was.start) - i64::from(old) - i64::from(self.gone))
    }

    /// Where `item` begins now if nothing changed in between.
    pub(super) fn expects(self, item: &Item) -> u32 {
        let at = i64::from(self.new) + self.distance(item).unwrap_or(1).max(0);
        u32::try_from(at).unwrap_or(u32::MAX)
    }

    /// Is `item`, now at `start`, as far away as it was?
    pub(super) fn kept(self, item: &Item, start: u32) -> bool {
        start >= self.new && self.off(item, start).is_some_and(|off| off.abs() <= BLANKS)
    }

    /// By how many code points the distance to `item`, now at `start`, grew, where it was known.
    pub(super) fn off(self, item: &Item, start: u32) -> Option<i64> {
        self.distance(item).map(|old| i64::from(start) - i64::from(self.new) - old)
    }

    /// What it costs that `item` begins at `start` now, in nats.
    pub(super) fn cost(self, item: &Item, start: u32) -> f64 {
        if start < self.new {
            return CHANGED.1;
        }
        let Some((distance, off)) = self.distance(item).zip(self.off(item, start)) else { return UNKNOWN };
        if off.abs() <= BLANKS {
            return 0.0;
        }
        #[allow(clippy::cast_precision_loss, reason = "positions in a text are small")]
        let (off, distance) = (off.abs() as f64, distance.max(0) as f64);
        (CHANGED.0 - off / (DRIFT.0 + DRIFT.1 * distance)).max(CHANGED.1)
    }
}

/// What it costs to leave `item` out.
pub(super) fn without(item: &Item) -> f64 {
    if item.fixed.is_some() { MOVED } else { DELETED }
}

/// One chain so far.
#[derive(Clone, Copy)]
struct Chain {
    worth: f64,
    end: End,
    /// Its last link.
    link: Option<usize>,
}

/// A matched sentence, and the link before it.
struct Link {
    item: usize,
    candidate: Candidate,
    before: Option<usize>,
}

/// The best chain through `items`: for each what it is matched with. `candidates` gives what may stand for an item,
/// given the ends from which it may follow, the best first.
pub(super) fn best(
    items: &[Item],
    mut candidates: impl FnMut(usize, &[End]) -> Vec<Candidate>,
) -> Vec<Option<Candidate>> {
    let mut links: Vec<Link> = Vec::new();
    let mut chains = vec![Chain { worth: 0.0, end: End::START, link: None }];
    for (number, item) in items.iter().enumerate() {
        let found = match item.fixed {
            Some(at) => vec![Candidate { atoms: (0, 0), at, evidence: 0.0, score: 1.0, joined: false }],
            None => candidates(number, &chains.iter().map(|chain| chain.end).collect::<Vec<_>>()),
        };
        let mut next: Vec<Chain> = Vec::with_capacity(chains.len() + found.len());
        for candidate in found {
            let follows = chains.iter().filter(|chain| chain.end.new <= candidate.at.start);
            let worth =
                |chain: &Chain| chain.worth + chain.end.cost(item, candidate.at.start) + candidate.evidence;
            let Some(best) = follows.max_by(|one, other| worth(one).total_cmp(&worth(other))) else {
                continue;
            };
            links.push(Link { item: number, candidate, before: best.link });
            let link = Some(links.len() - 1);
            next.push(Chain { worth: worth(best), end: End::of(item, candidate.at), link });
        }
        next.extend(chains.iter().map(|chain| Chain {
            worth: chain.worth + without(item),
            end: chain.end.without(item),
            link: chain.link,
        }));
        next.sort_by(|one, other| other.worth.total_cmp(&one.worth));
        next.truncate(BEAM);
        chains = next;
    }
    let mut matched = vec![None; items.len()];
    let mut link = chains.first().and_then(|chain| chain.link);
    while let Some(Link { item, candidate, before }) = link.and_then(|link| links.get(link)) {
        matched[*item] = Some(*candidate);
        link = *before;
    }
    matched
}
