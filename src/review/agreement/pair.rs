//! Two annotators side by side.

use super::{
    cells::Cells,
    comparison::Reader,
    overlap::{Overlap, Words},
};
use crate::annotation::Label;

/// How two annotators agree on one label.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PairOnLabel {
    /// Who gives it how often.
    pub cells: Cells,
    /// How far they point at the same source, where both give it.
    pub source: Overlap,
    /// How far they point at the same cue, where both give it.
    pub cue: Overlap,
}

/// What two annotators say, over all sentences that both have read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pair {
    /// By label, in the order of the labels compared.
    pub labels: Vec<PairOnLabel>,
    /// How often the one gives the label of the row where the other gives that of the column, the last row and column
    /// standing for no label; row by row.
    instead: Vec<u64>,
}

impl Pair {
    /// Of a pair that has read nothing together yet.
    pub(super) fn new(labels: usize) -> Self {
        let side = labels + 1;
        Self { labels: vec![PairOnLabel::default(); labels], instead: vec![0; side * side] }
    }

    /// Adds what the two say about one sentence.
    pub(super) fn add(&mut self, a: &Reader<'_>, b: &Reader<'_>, labels: &[Label]) {
        let votes = a.votes.iter().zip(&b.votes);
        for ((on, label), votes) in self.labels.iter_mut().zip(labels).zip(votes) {
            let (Some(by_a), Some(by_b)) = votes else { continue };
            on.cells.add(*by_a, *by_b);
            if *by_a && *by_b && label.has_source() {
                on.source.add(a, b, label, Words::Source);
                on.cue.add(a, b, label, Words::Cue);
            }
        }
        self.confuse(&a.votes, &b.votes);
    }

    /// A label that both give stands against itself. Of those that only one gives, each stands against each that only
    /// the other gives, or against no label where there is none. Where neither gives any, none stands against none.
    fn confuse(&mut self, a: &[Option<bool>], b: &[Option<bool>]) {
        let none = self.labels.len();
        let given = |which: &dyn Fn(bool, bool) -> bool| -> Vec<usize> {
            let votes = a.iter().zip(b).enumerate();
            votes
                .filter_map(|(at, votes)| matches!(votes, (Some(a), Some(b)) if which(*a, *b)).then_some(at))
                .collect()
        };
        let (both, mut only_a, mut only_b) =
            (given(&|a, b| a && b), given(&|a, b| a && !b), given(&|a, b| !a && b));
        for at in &both {
            self.count(*at, *at);
        }
        if both.is_empty() || !only_a.is_empty() || !only_b.is_empty() {
            for only in [&mut only_a, &mut only_b] {
                if only.is_empty() {
                    only.push(none);
                }
            }
        }
        for row in &only_a {
            for column in &only_b {
                self.count(*row, *column);
            }
        }
    }

    fn count(&mut self, row: usize, column: usize) {
        if let Some(cell) = self.instead.get_mut(row * (self.labels.len() + 1) + column) {
            *cell += 1;
        }
    }

    /// Adds what `other` counted, of the same labels.
    pub(super) fn merge(&mut self, other: &Self) {
        for (here, there) in self.labels.iter_mut().zip(&other.labels) {
            here.cells.merge(&there.cells);
            here.source.merge(&there.source);
            here.cue.merge(&there.cue);
        }
        self.instead.iter_mut().zip(&other.instead).for_each(|(here, there)| *here += there);
    }

    /// Which label stands for which: for each label of the first annotator, and last for none, how often the second
    /// gives each label, and last none.
    pub fn instead(&self) -> impl Iterator<Item = &[u64]> {
        self.instead.chunks(self.labels.len() + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_given_instead_of_each_other_are_paired() {
        let mut pair = Pair::new(2);
        let (yes, no) = (Some(true), Some(false));
        pair.confuse(&[yes, no], &[no, yes]);
        pair.confuse(&[yes, yes], &[yes, no]);
        pair.confuse(&[no, no], &[no, no]);
        pair.confuse(&[yes, no], &[yes, no]);
        let rows: Vec<&[u64]> = pair.instead().collect();
        assert_eq!(rows, [&[2, 1, 0], &[0, 0, 1], &[0, 0, 1]]);
    }
}
