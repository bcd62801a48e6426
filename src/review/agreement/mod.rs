//! How far annotators agree.
//!
//! Rows of articles are folded into counts ([`Agreement::add`]), so that a workspace of any size takes the memory of
//! its pairs of annotators and no more; figures come from the counts.
//!
//! What counts: whoever tagged or read a sentence has a vote on every label; a sentence with only a note or a mark is
//! unread and has none; a label under `not` is a vote against that label alone. Where annotators cut a sentence
//! differently, their sentences that overlap are one, which has a label if one of them has it. What one of them takes
//! for furniture is left out.

pub mod bootstrap;
pub mod cells;
pub mod comparison;
mod counted;
pub mod figures;
pub mod overlap;
pub mod pair;
pub mod votes;

use std::collections::BTreeMap;
use std::sync::Arc;

pub use bootstrap::Interval;
pub use cells::Cells;
pub use comparison::{Compared, Comparison, Reader, Sight};
pub use figures::Figures;
pub use overlap::Overlap;
pub use pair::{Pair, PairOnLabel};
pub use votes::{Ballot, Votes};

use self::counted::Counted;
use super::{Reading, Row, rows};
use crate::annotation::{Annotator, Label};

/// Which sentences count, by what was on the screens of those who read them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Scope {
    /// All but those of which somebody saw another's tags: votes that do not depend on each other.
    #[default]
    Independent,
    /// All.
    All,
    /// Those that all saw blind.
    Blind,
    /// Those of which somebody saw suggestions and nobody another's tags.
    Suggestions,
}

impl Scope {
    /// Does a sentence count that was seen so?
    pub fn includes(self, sight: Sight) -> bool {
        match self {
            Self::Independent => sight != Sight::Others,
            Self::All => true,
            Self::Blind => sight == Sight::Blind,
            Self::Suggestions => sight == Sight::Suggestions,
        }
    }
}

/// What was counted of the sentences of many articles.
#[derive(Clone, Debug)]
pub struct Agreement {
    labels: Arc<[Label]>,
    compared: Arc<Compared>,
    counted: BTreeMap<Sight, Counted>,
    furniture: u64,
}

impl Agreement {
    /// Nothing counted yet: `compared` are to be compared on `labels`.
    pub fn new(labels: impl Into<Arc<[Label]>>, compared: Compared) -> Self {
        let compared = Arc::new(compared);
        Self { labels: labels.into(), compared, counted: BTreeMap::new(), furniture: 0 }
    }

    /// Nothing counted yet, of the same annotators and labels.
    #[must_use]
    pub fn empty(&self) -> Self {
        let (labels, compared) = (Arc::clone(&self.labels), Arc::clone(&self.compared));
        Self { labels, compared, counted: BTreeMap::new(), furniture: 0 }
    }

    /// The labels compared, in the order in which they were given.
    pub fn labels(&self) -> &[Label] {
        &self.labels
    }

    /// Counts rows; every row must come once.
    pub fn add<'r>(&mut self, rows: impl IntoIterator<Item = &'r Row>) {
        self.add_each(rows, |_, _| ());
    }

    /// Counts rows and shows each, as it is counted, to `see`. A row counts without those who are not compared: where
    /// only one of them took two sentences for one, it counts as two rows.
    pub fn add_each<'r>(
        &mut self,
        rows: impl IntoIterator<Item = &'r Row>,
        mut see: impl FnMut(&Row, &Comparison<'_>),
    ) {
        for row in rows {
            let compared = |reading: &&Reading| self.compared.includes(&reading.annotator);
            let chosen = row.readings.iter().filter(compared).count();
            if chosen == row.readings.len() {
                self.count(row, &mut see);
            } else if chosen > 0 {
                let chosen = row.readings.iter().filter(compared).cloned().collect();
                for row in rows::rows(&row.article, chosen) {
                    self.count(&row, &mut see);
                }
            }
        }
    }

    fn count(&mut self, row: &Row, see: &mut impl FnMut(&Row, &Comparison<'_>)) {
        let comparison = Comparison::of(row, &self.labels);
        if comparison.is_furniture {
            self.furniture += 1;
        } else if !comparison.readers.is_empty() {
            self.counted.entry(comparison.sight).or_default().add(&comparison, &self.labels);
        }
        see(row, &comparison);
    }

    /// Adds what `other` counted, of the same annotators and labels.
    pub fn merge(&mut self, other: &Self) {
        for (sight, counted) in &other.counted {
            self.counted.entry(*sight).or_default().merge(counted);
        }
        self.furniture += other.furniture;
    }

    /// What there is to say of the sentences that `scope` includes.
    pub fn of(&self, scope: Scope) -> Scoped<'_> {
        let mut counted = Counted::default();
        for (sight, part) in &self.counted {
            if scope.includes(*sight) {
                counted.merge(part);
            }
        }
        counted.ballots.resize_with(self.labels.len(), Ballot::default);
        Scoped { labels: &self.labels, counted }
    }

    /// Sentences left out because one of those who are compared takes them for furniture.
    pub fn furniture(&self) -> u64 {
        self.furniture
    }

    /// Sentences that two voted on at least and one of them after having seen another's tags.
    pub fn seen(&self) -> u64 {
        self.counted.get(&Sight::Others).map_or(0, |counted| counted.sentences)
    }
}

/// The agreement in one scope.
#[derive(Clone, Debug)]
pub struct Scoped<'a> {
    labels: &'a [Label],
    counted: Counted,
}

impl Scoped<'_> {
    /// The labels compared.
    pub fn labels(&self) -> &[Label] {
        self.labels
    }

    /// Everybody who voted, by name.
    pub fn annotators(&self) -> impl Iterator<Item = &Annotator> {
        self.counted.readers.iter()
    }

    /// Sentences that two voted on at least.
    pub fn sentences(&self) -> u64 {
        self.counted.sentences
    }

    /// Of these, those that annotators cut differently.
    pub fn cut_differently(&self) -> u64 {
        self.counted.cut_differently
    }

    /// The votes on `label`; `None` where it is not compared.
    pub fn ballot(&self, label: &Label) -> Option<&Ballot> {
        self.counted.ballots.get(self.labels.iter().position(|one| one == label)?)
    }

    /// The coefficients for `label`; all undefined where it is not compared.
    pub fn figures(&self, label: &Label) -> Figures {
        let figures = self.ballot(label).map(Figures::of).unwrap_or_default();
        let kappa = match (self.counted.readers.len(), self.pairs().next()) {
            (2, Some(((_, _), pair))) => self.on(pair, label).and_then(|on| on.cells.kappa()),
            _ => None,
        };
        Figures { kappa, ..figures }
    }

    /// The 95 % interval of alpha for `label`. Takes time: see [`Interval::of_alpha`].
    pub fn interval(&self, label: &Label) -> Option<Interval> {
        self.ballot(label).and_then(Interval::of_alpha)
    }

    /// Are there few enough annotators to compare them two by two? At most 100 are.
    pub fn is_paired(&self) -> bool {
        self.counted.is_paired()
    }

    /// Each two that read a sentence both, by name, with `desk` as the second; none where [`Self::is_paired`] says so.
    pub fn pairs(&self) -> impl Iterator<Item = (&(Annotator, Annotator), &Pair)> {
        self.counted.pairs.iter()
    }

    /// What `pair` says on `label`.
    pub fn on<'p>(&self, pair: &'p Pair, label: &Label) -> Option<&'p PairOnLabel> {
        pair.labels.get(self.labels.iter().position(|one| one == label)?)
    }
}

#[cfg(test)]
mod tests;
