//! What annotators say about one sentence, as votes on labels.

use std::collections::BTreeSet;

use super::votes::Votes;
use crate::annotation::{Annotator, Label};
use crate::review::row::{Reading, Row, settled};
use crate::text::Kind;

/// What `saw` has where suggestions were on the screen.
const SUGGESTIONS: &str = "suggestions";

/// Who is compared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Compared(BTreeSet<Annotator>);

impl Compared {
    /// Those that were chosen; without a choice everybody but `desk`, which is what became of the others' readings.
    pub fn new(chosen: impl IntoIterator<Item = Annotator>) -> Self {
        Self(chosen.into_iter().collect())
    }

    /// Is that annotator compared?
    pub fn includes(&self, annotator: &Annotator) -> bool {
        if self.0.is_empty() { !annotator.is_desk() } else { self.0.contains(annotator) }
    }
}

/// What was on the screens of those who read a sentence when they first did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Sight {
    /// Nothing but the article, for all of them.
    Blind,
    /// Suggestions for one of them at least, and nobody's tags.
    Suggestions,
    /// Somebody else's tags for one of them at least.
    Others,
}

/// What one annotator says about one sentence.
#[derive(Clone, Debug, PartialEq)]
pub struct Reader<'r> {
    /// Who.
    pub annotator: &'r Annotator,
    /// What, in the order of the text: several where they cut it into several sentences.
    pub readings: &'r [Reading],
    /// For each label: do they give it? `None` where they have not said.
    pub votes: Vec<Option<bool>>,
}

impl<'r> Reader<'r> {
    /// What the readings of one annotator say about `labels`. Whoever gives a label to any of their sentences here
    /// gives it; whoever has read any of them without giving it, or rejected it, does not.
    fn new(readings: &'r [Reading], labels: &[Label]) -> Option<Self> {
        let annotator = &readings.first()?.annotator;
        let votes: Vec<_> = labels.iter().map(|label| settled(readings.iter(), label)).collect();
        votes.iter().any(Option::is_some).then_some(Self { annotator, readings, votes })
    }

    fn sight(&self) -> Sight {
        let own = self.annotator.as_str();
        let saw = self.readings.iter().flat_map(|reading| &reading.sentence.saw).map(String::as_str);
        let sight = |name| if name == SUGGESTIONS { Sight::Suggestions } else { Sight::Others };
        saw.filter(|name| *name != own).map(sight).max().unwrap_or(Sight::Blind)
    }
}

/// The votes on one sentence.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison<'r> {
    /// Those who voted, in the order of their names, `desk` last.
    pub readers: Vec<Reader<'r>>,
    /// What was on their screens.
    pub sight: Sight,
    /// Do they cut it differently?
    pub is_cut_differently: bool,
    /// Does somebody take it for furniture? Then it counts for nothing.
    pub is_furniture: bool,
}

impl<'r> Comparison<'r> {
    /// What is said of `row`, all of it.
    pub fn of(row: &'r Row, labels: &[Label]) -> Self {
        let is_furniture = row.readings.iter().any(|reading| reading.sentence.kind == Some(Kind::Furniture));
        let by_annotator = row.readings.chunk_by(|a, b| a.annotator == b.annotator);
        let readers: Vec<Reader<'r>> =
            by_annotator.filter_map(|readings| Reader::new(readings, labels)).collect();
        let sight = readers.iter().map(Reader::sight).max().unwrap_or(Sight::Blind);
        let cuts = |reader: &Reader<'r>| reader.readings.iter().map(|reading| reading.now);
        let is_cut_differently = readers.windows(2).any(|two| !cuts(&two[0]).eq(cuts(&two[1])));
        Self { readers, sight, is_cut_differently, is_furniture }
    }

    /// Did two vote at least?
    pub fn is_compared(&self) -> bool {
        !self.is_furniture && self.readers.len() >= 2
    }

    /// The votes on the label of that index.
    pub fn votes(&self, label: usize) -> Votes {
        let mut votes = Votes::default();
        for vote in self.readers.iter().filter_map(|reader| *reader.votes.get(label)?) {
            if vote { votes.yes += 1 } else { votes.no += 1 }
        }
        votes
    }

    /// Those who give the label of that index, and those who do not.
    pub fn sides(&self, label: usize) -> [Vec<&'r Annotator>; 2] {
        [true, false].map(|side| {
            let on_it = |reader: &&Reader<'r>| reader.votes.get(label) == Some(&Some(side));
            self.readers.iter().filter(on_it).map(|reader| reader.annotator).collect()
        })
    }
}
