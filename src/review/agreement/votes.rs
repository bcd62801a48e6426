//! Coefficients of agreement on one label, from how many sentences got how many votes for and against it.
//!
//! A vote is what one annotator says: the sentence has the label, or it has not. Who has not read a sentence has no
//! vote on it. All coefficients but kappa depend on nothing but the numbers of votes, for any number of annotators.

use std::collections::BTreeMap;

/// The votes on one sentence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Votes {
    /// How many say that it has the label.
    pub yes: u32,
    /// How many say that it has not.
    pub no: u32,
}

impl Votes {
    /// How many voted.
    pub const fn all(self) -> u32 {
        self.yes.saturating_add(self.no)
    }

    /// Did two vote at least, so that there is something to compare?
    pub const fn is_compared(self) -> bool {
        self.all() >= 2
    }

    /// Do some say yes and others no?
    pub const fn is_disputed(self) -> bool {
        self.yes > 0 && self.no > 0
    }
}

/// How many sentences got which votes on one label.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ballot(BTreeMap<Votes, u64>);

impl Ballot {
    /// Counts so many sentences that got these votes. Those without any count for nothing.
    pub fn add(&mut self, votes: Votes, sentences: u64) {
        if votes.all() > 0 && sentences > 0 {
            *self.0.entry(votes).or_default() += sentences;
        }
    }

    /// Adds what `other` counted.
    pub fn merge(&mut self, other: &Self) {
        other.0.iter().for_each(|(votes, sentences)| self.add(*votes, *sentences));
    }

    /// The sentences that two voted on at least: their votes, ascending by yes and then no, and how many they are.
    pub fn compared(&self) -> impl Iterator<Item = (Votes, u64)> {
        self.0.iter().map(|(votes, sentences)| (*votes, *sentences)).filter(|(votes, _)| votes.is_compared())
    }

    /// How many sentences two voted on at least.
    pub fn sentences(&self) -> u64 {
        self.compared().map(|(_, sentences)| sentences).sum()
    }

    /// How many of them some say yes to and others no.
    pub fn disputed(&self) -> u64 {
        self.compared().filter(|(votes, _)| votes.is_disputed()).map(|(_, sentences)| sentences).sum()
    }

    /// Does somebody say yes to any sentence?
    pub fn has_yes(&self) -> bool {
        self.0.keys().any(|votes| votes.yes > 0)
    }

    /// The share of pairs of votes on the same sentence that agree, averaged over the sentences that two voted on at
    /// least (Fleiss 1971); with two annotators the share of sentences they agree on. 0 to 1.
    pub fn observed(&self) -> Option<f64> {
        let agreeing = |votes: Votes| {
            let (yes, no, all) = (f64::from(votes.yes), f64::from(votes.no), f64::from(votes.all()));
            (yes * (yes - 1.0) + no * (no - 1.0)) / (all * (all - 1.0))
        };
        let sum: f64 = self.compared().map(|(votes, sentences)| agreeing(votes) * real(sentences)).sum();
        ratio(sum, real(self.sentences()))
    }

    /// Positive specific agreement: of the votes yes, how many of the other votes on the same sentence are yes too
    /// (Cicchetti & Feinstein 1990; for more than two annotators over all pairs of votes, as Uebersax 1982). With two
    /// annotators it is the F1 score of either against the other. `None` where nobody says yes.
    pub fn positive(&self) -> Option<f64> {
        self.specific(|votes| votes.yes)
    }

    /// Negative specific agreement: the same of the votes no.
    pub fn negative(&self) -> Option<f64> {
        self.specific(|votes| votes.no)
    }

    fn specific(&self, of: impl Fn(Votes) -> u32) -> Option<f64> {
        let (mut same, mut possible) = (0.0, 0.0);
        for (votes, sentences) in self.compared() {
            let of = f64::from(of(votes));
            same += of * (of - 1.0) * real(sentences);
            possible += of * (f64::from(votes.all()) - 1.0) * real(sentences);
        }
        ratio(same, possible)
    }

    /// Gwet's AC1 (2008, with missing votes as in his Handbook of 2014): chance agreement is `2π(1 − π)`, π being the
    /// share of yes averaged over all sentences that anybody voted on. `None` where nothing is compared.
    pub fn ac1(&self) -> Option<f64> {
        let observed = self.observed()?;
        let share = |votes: &Votes| f64::from(votes.yes) / f64::from(votes.all());
        let shares: f64 = self.0.iter().map(|(votes, sentences)| share(votes) * real(*sentences)).sum();
        let prevalence = shares / real(self.0.values().sum());
        let chance = 2.0 * prevalence * (1.0 - prevalence);
        Some((observed - chance) / (1.0 - chance))
    }

    /// Krippendorff's alpha for nominal data (2011), over the sentences that two voted on at least. `None` where all
    /// votes are the same: without variation nothing can be said.
    pub fn alpha(&self) -> Option<f64> {
        alpha(self.compared())
    }
}

/// Krippendorff's alpha of `sentences`, each pair being votes of two at least and how many sentences got them.
///
/// With two values, the formula `1 − observed / expected disagreement` comes down to
/// `1 − (n − 1) · Σ yes · no / (votes − 1) / (n₁ · n₀)`, where n, n₁ and n₀ count all votes, those for and those against.
pub(super) fn alpha(sentences: impl Iterator<Item = (Votes, u64)>) -> Option<f64> {
    let (mut yes, mut no, mut differing) = (0.0, 0.0, 0.0);
    for (votes, sentences) in sentences {
        let (for_it, against, sentences) = (f64::from(votes.yes), f64::from(votes.no), real(sentences));
        yes += for_it * sentences;
        no += against * sentences;
        differing += for_it * against / (for_it + against - 1.0) * sentences;
    }
    ratio((yes + no - 1.0) * differing, yes * no).map(|disagreement| 1.0 - disagreement)
}

/// `part / whole`; `None` where the whole is nothing.
pub(super) fn ratio(part: f64, whole: f64) -> Option<f64> {
    (whole > 0.0).then(|| part / whole)
}

/// A count as a real number: exact up to 2^53, which no workspace reaches.
#[allow(clippy::cast_precision_loss, reason = "counts stay far below 2^53")]
pub(super) fn real(count: u64) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ballot(votes: &[(u32, u32, u64)]) -> Ballot {
        let mut ballot = Ballot::default();
        for &(yes, no, sentences) in votes {
            ballot.add(Votes { yes, no }, sentences);
        }
        ballot
    }

    /// Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), section A: Meg and Owen on ten units.
    #[test]
    fn alpha_of_binary_data_is_krippendorffs() {
        let alpha = ballot(&[(2, 0, 1), (1, 1, 4), (0, 2, 5)]).alpha().unwrap();
        assert!((alpha - 0.095).abs() < 0.0005, "{alpha}");
    }

    #[test]
    fn one_reader_alone_agrees_with_nobody() {
        let alone = ballot(&[(1, 0, 4), (0, 1, 9)]);
        assert_eq!((alone.sentences(), alone.has_yes()), (0, true));
        for figure in [alone.observed(), alone.positive(), alone.negative(), alone.ac1(), alone.alpha()] {
            assert_eq!(figure, None);
        }
    }
}
