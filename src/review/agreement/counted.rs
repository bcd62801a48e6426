//! What is counted of sentences, and everything follows from.

use std::collections::{BTreeMap, BTreeSet};

use super::{comparison::Comparison, pair::Pair, votes::Ballot};
use crate::annotation::{Annotator, Label};

/// Two by two, at most so many annotators are compared: pairs grow with the square of their number, and nobody reads a
/// million of them.
const PAIRED: usize = 100;

/// What was counted of sentences that were seen in one way.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Counted {
    /// Everybody who voted.
    pub(super) readers: BTreeSet<Annotator>,
    /// Sentences that two voted on at least.
    pub(super) sentences: u64,
    /// Of these, those that they cut differently.
    pub(super) cut_differently: u64,
    /// The votes, by label.
    pub(super) ballots: Vec<Ballot>,
    /// Two annotators that read a sentence both, in the order of their names; none where [`PAIRED`] are too few.
    pub(super) pairs: BTreeMap<(Annotator, Annotator), Pair>,
}

impl Counted {
    /// Counts what is said of one sentence.
    pub(super) fn add(&mut self, comparison: &Comparison<'_>, labels: &[Label]) {
        self.ballots.resize_with(labels.len(), Ballot::default);
        for (label, ballot) in self.ballots.iter_mut().enumerate() {
            ballot.add(comparison.votes(label), 1);
        }
        for reader in &comparison.readers {
            if !self.readers.contains(reader.annotator) {
                self.readers.insert(reader.annotator.clone());
            }
        }
        if self.is_paired() {
            for (at, a) in comparison.readers.iter().enumerate() {
                for b in &comparison.readers[at + 1..] {
                    let names = (a.annotator.clone(), b.annotator.clone());
                    self.pairs.entry(names).or_insert_with(|| Pair::new(labels.len())).add(a, b, labels);
                }
            }
        } else {
            self.pairs.clear();
        }
        self.sentences += u64::from(comparison.is_compared());
        self.cut_differently += u64::from(comparison.is_compared() && comparison.is_cut_differently);
    }

    /// Adds what `other` counted, of the same labels.
    pub(super) fn merge(&mut self, other: &Self) {
        self.readers.extend(other.readers.iter().cloned());
        self.sentences += other.sentences;
        self.cut_differently += other.cut_differently;
        self.ballots.resize_with(self.ballots.len().max(other.ballots.len()), Ballot::default);
        for (here, there) in self.ballots.iter_mut().zip(&other.ballots) {
            here.merge(there);
        }
        if self.is_paired() {
            for (names, pair) in &other.pairs {
                self.pairs.entry(names.clone()).or_insert_with(|| Pair::new(pair.labels.len())).merge(pair);
            }
        } else {
            self.pairs.clear();
        }
    }

    /// Are there few enough to compare them two by two?
    pub(super) fn is_paired(&self) -> bool {
        self.readers.len() <= PAIRED
    }
}
