//! All coefficients for one label, put together.

use super::{cells::Cells, votes::Ballot};

/// The coefficients of agreement on one label. `None` where they are not defined.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Figures {
    /// How many sentences two annotators voted on at least.
    pub sentences: u64,
    /// How many of them the annotators do not agree on.
    pub disputed: u64,
    /// Observed agreement, 0 to 1.
    pub observed: Option<f64>,
    /// Cohen's kappa; only where there are exactly two annotators.
    pub kappa: Option<f64>,
    /// Krippendorff's alpha.
    pub alpha: Option<f64>,
    /// Positive specific agreement, which is the F1 score.
    pub positive: Option<f64>,
    /// Negative specific agreement.
    pub negative: Option<f64>,
    /// Gwet's AC1.
    pub ac1: Option<f64>,
}

impl Figures {
    /// Those that follow from the votes, which are all but kappa.
    pub fn of(ballot: &Ballot) -> Self {
        Self {
            sentences: ballot.sentences(),
            disputed: ballot.disputed(),
            observed: ballot.observed(),
            kappa: None,
            alpha: ballot.alpha(),
            positive: ballot.positive(),
            negative: ballot.negative(),
            ac1: ballot.ac1(),
        }
    }

    /// Those of two annotators.
    pub fn of_pair(cells: &Cells) -> Self {
        Self { kappa: cells.kappa(), ..Self::of(&cells.ballot()) }
    }
}
