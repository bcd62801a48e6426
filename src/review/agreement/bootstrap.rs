//! How sure alpha is: a percentile bootstrap over sentences.
//!
//! The method, so that any other program can find the same numbers: put the sentences that two voted on at least in
//! order of their votes (by yes, then by no) and number them from 0 to n − 1. A resample is n draws with replacement;
//! a draw is the sentence of number ⌊x · n / 2⁶⁴⌋, where x is the next number of `SplitMix64`. One generator, begun at
//! [`SEED`], serves all [`RESAMPLES`] resamples one after the other. Resamples without variation have no alpha and are
//! left out. The interval lies between the quantiles 0.025 and 0.975 of the others, interpolated linearly (type 7 of
//! Hyndman & Fan 1996, which R and `NumPy` take unless told otherwise).

use super::votes::{Ballot, Votes, alpha, real};

/// How many resamples are drawn.
pub const RESAMPLES: usize = 1_000;

/// Where the generator begins.
pub const SEED: u64 = 20_110_125;

/// Quantiles at both ends of an interval of 95 %.
const ENDS: [f64; 2] = [0.025, 0.975];

/// From where to where a figure lies in 95 of 100 resamples.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// Its lower end.
    pub low: f64,
    /// Its upper end.
    pub high: f64,
}

impl Interval {
    /// The interval of Krippendorff's alpha; `None` where no resample has one. Takes time in proportion to the number
    /// of sentences times [`RESAMPLES`]: a sixth of a second for 100,000 sentences of two annotators.
    pub fn of_alpha(ballot: &Ballot) -> Option<Self> {
        let sentences: Vec<(Votes, u64)> = ballot.compared().collect();
        let all = ballot.sentences();
        let bounds = bounds(&sentences, all);
        let mut generator = SplitMix64(SEED);
        let mut found = Vec::with_capacity(RESAMPLES);
        let mut drawn = vec![0_u64; sentences.len()];
        for _ in 0..RESAMPLES {
            drawn.fill(0);
            for _ in 0..all {
                let number = generator.next();
                drawn[bounds.partition_point(|bound| number >= *bound)] += 1;
            }
            let resample = sentences.iter().zip(&drawn).map(|((votes, _), drawn)| (*votes, *drawn));
            found.extend(alpha(resample));
        }
        found.sort_by(f64::total_cmp);
        let [low, high] = ENDS.map(|end| quantile(&found, end));
        Some(Self { low: low?, high: high? })
    }
}

/// For all votes but the first: the least number that draws a sentence with these votes or later ones.
fn bounds(sentences: &[(Votes, u64)], all: u64) -> Vec<u64> {
    let mut before = 0;
    let bound = |(_, count): &(Votes, u64)| {
        before += count;
        // x draws number ⌊x · all / 2⁶⁴⌋, so the first x that draws `before` is ⌈before · 2⁶⁴ / all⌉.
        u64::try_from((u128::from(before) << 64).div_ceil(u128::from(all))).unwrap_or(u64::MAX)
    };
    sentences.split_last().map_or_else(Vec::new, |(_, rest)| rest.iter().map(bound).collect())
}

/// The quantile `at` (0 to 1) of numbers in ascending order, interpolated linearly between neighbours.
fn quantile(sorted: &[f64], at: f64) -> Option<f64> {
    let last = sorted.len().checked_sub(1)?;
    let place = at * real(last as u64);
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "lies between 0 and `last`")]
    let below = (place.floor() as usize).min(last);
    let (low, high) = (sorted[below], sorted[(below + 1).min(last)]);
    Some(low + (high - low) * place.fract())
}

/// The generator of Steele, Lea & Flood, Fast splittable pseudorandom number generators (2014), with the constants of
/// Vigna's public `splitmix64.c`.
struct SplitMix64(u64);

impl SplitMix64 {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The first numbers from seed 1234567, as Vigna's C code gives them.
    #[test]
    fn the_generator_is_splitmix64() {
        let mut generator = SplitMix64(1_234_567);
        let numbers: Vec<u64> = (0..3).map(|_| generator.next()).collect();
        let expected = [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423];
        assert_eq!(numbers, expected);
    }

    #[test]
    fn quantiles_lie_between_neighbours() {
        let sorted = [1.0, 2.0, 4.0];
        let found = [0.0, 0.25, 0.75, 1.0].map(|at| quantile(&sorted, at));
        assert_eq!(found, [Some(1.0), Some(1.5), Some(3.0), Some(4.0)]);
        assert_eq!(quantile(&[], 0.5), None);
    }

    #[test]
    fn the_interval_encloses_alpha_and_more_sentences_narrow_it() {
        let interval = |times: u64| {
            let mut ballot = Ballot::default();
            for (yes, no, sentences) in [(2, 0, 6_u64), (1, 1, 3), (0, 2, 11)] {
                ballot.add(Votes { yes, no }, sentences * times);
            }
            let (interval, alpha) = (Interval::of_alpha(&ballot).unwrap(), ballot.alpha().unwrap());
            assert!(interval.low < alpha && alpha < interval.high, "{alpha} not in {interval:?}");
            interval.high - interval.low
        };
        assert!(interval(100) < interval(1) / 5.0);
    }

    #[test]
    fn where_no_resample_varies_there_is_no_interval() {
        let mut same = Ballot::default();
        assert_eq!(Interval::of_alpha(&same), None);
        same.add(Votes { yes: 2, no: 0 }, 5);
        assert_eq!(Interval::of_alpha(&same), None);
    }

    #[test]
    fn a_single_disputed_sentence_is_drawn_every_time() {
        let mut one = Ballot::default();
        one.add(Votes { yes: 1, no: 1 }, 1);
        assert_eq!(Interval::of_alpha(&one), Some(Interval { low: 0.0, high: 0.0 }));
    }
}
