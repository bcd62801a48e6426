//! Two annotators on one label: who gives it how often, and Cohen's kappa.

use super::votes::{Ballot, Votes, ratio, real};

/// What two annotators say of the sentences both have read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cells {
    /// Both give the label.
    pub both: u64,
    /// Only the first does.
    pub only_a: u64,
    /// Only the second does.
    pub only_b: u64,
    /// Neither does.
    pub neither: u64,
}

impl Cells {
    /// Counts one sentence.
    pub fn add(&mut self, a: bool, b: bool) {
        *match (a, b) {
            (true, true) => &mut self.both,
            (true, false) => &mut self.only_a,
            (false, true) => &mut self.only_b,
            (false, false) => &mut self.neither,
        } += 1;
    }

    /// Adds what `other` counted.
    pub fn merge(&mut self, other: &Self) {
        self.both += other.both;
        self.only_a += other.only_a;
        self.only_b += other.only_b;
        self.neither += other.neither;
    }

    /// The votes on them, without who cast them.
    pub fn ballot(&self) -> Ballot {
        let mut ballot = Ballot::default();
        ballot.add(Votes { yes: 2, no: 0 }, self.both);
        ballot.add(Votes { yes: 1, no: 1 }, self.only_a + self.only_b);
        ballot.add(Votes { yes: 0, no: 2 }, self.neither);
        ballot
    }

    /// Cohen's kappa (1960), `(observed − chance) / (1 − chance)`, multiplied out. `None` where both only ever say
    /// the same one thing, or there is no sentence.
    pub fn kappa(&self) -> Option<f64> {
        let [both, only_a, only_b, neither] = [self.both, self.only_a, self.only_b, self.neither].map(real);
        let chance = (both + only_a) * (only_a + neither) + (both + only_b) * (only_b + neither);
        ratio(2.0 * (both * neither - only_a * only_b), chance)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn near(found: Option<f64>, expected: f64, places: i32) {
        let found = found.unwrap();
        assert!((found - expected).abs() < 0.5 * 10_f64.powi(-places), "{found} instead of {expected}");
    }

    fn cells([both, only_a, only_b, neither]: [u64; 4]) -> Cells {
        Cells { both, only_a, only_b, neither }
    }

    /// Feinstein & Cicchetti, High agreement but low kappa I (1990): the same agreement of 0.85, kappa 0.70 and 0.32;
    /// Cicchetti & Feinstein, High agreement but low kappa II (1990): the specific agreements of the second.
    #[test]
    fn kappa_and_specific_agreement_are_those_of_the_paradoxes() {
        let even = cells([40, 9, 6, 45]);
        near(even.kappa(), 0.70, 2);
        let skewed = cells([80, 10, 5, 5]);
        near(skewed.kappa(), 0.32, 2);
        for table in [even, skewed] {
            near(table.ballot().observed(), 0.85, 2);
        }
        near(skewed.ballot().positive(), 0.91, 2);
        near(skewed.ballot().negative(), 0.40, 2);
    }

    /// Gwet, Kappa statistic is not satisfactory for assessing the extent of agreement between raters (2002): 118
    /// sentences of 125 agreed, and kappa below zero.
    #[test]
    fn ac1_stays_where_kappa_falls() {
        let table = cells([118, 5, 2, 0]);
        near(table.ballot().ac1(), 0.941, 3);
        near(table.kappa(), -0.023, 3);
    }

    #[test]
    fn without_variation_there_is_no_alpha_and_no_kappa() {
        let all_no = cells([0, 0, 0, 7]);
        assert_eq!((all_no.kappa(), all_no.ballot().alpha(), all_no.ballot().positive()), (None, None, None));
        assert_eq!((all_no.ballot().observed(), all_no.ballot().ac1()), (Some(1.0), Some(1.0)));
        assert_eq!(all_no.ballot().negative(), Some(1.0));
    }

    #[test]
    fn one_disputed_sentence_is_as_good_as_chance() {
        let one = cells([0, 1, 0, 0]);
        assert_eq!(
            (one.kappa(), one.ballot().alpha(), one.ballot().observed()),
            (Some(0.0), Some(0.0), Some(0.0))
        );
        assert_eq!(one.ballot().ac1(), Some(-1.0));
    }

    proptest! {
        #[test]
        fn two_annotators_may_change_places_and_no_figure_exceeds_one(table: [u16; 4]) {
            let [both, only_a, only_b, neither] = table.map(u64::from);
            let (here, there) = (cells([both, only_a, only_b, neither]), cells([both, only_b, only_a, neither]));
            prop_assert_eq!(here.kappa(), there.kappa());
            let ballot = here.ballot();
            prop_assert_eq!(&ballot, &there.ballot());
            for figure in [ballot.observed(), ballot.positive(), ballot.negative()] {
                prop_assert!(figure.is_none_or(|figure| (0.0..=1.0).contains(&figure)), "{:?}", figure);
            }
            for figure in [ballot.alpha(), ballot.ac1(), here.kappa()] {
                prop_assert!(figure.is_none_or(|figure| (-1.0..=1.0).contains(&figure)), "{:?}", figure);
            }
        }
    }
}
