//! A sentence as its reviewers see it: what everybody says about it, side by side.

use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

use super::Aliases;
use crate::{
    annotation::{AnchorState, Annotator, Label, Sentence, Tag},
    locale::Text,
    text::{ArticleId, FrontMatter, Span},
};

/// What is known of an article where only its sentences are shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArticleHead {
    /// Which one.
    pub id: ArticleId,
    /// What it says about itself.
    pub front: FrontMatter,
    /// Why it cannot be read, for people, if so: then no sentence has a place.
    pub unreadable: Option<Text>,
}

/// What one annotator says about one sentence, and where that stands now.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// Who.
    pub annotator: Annotator,
    /// What, as their file has it; its spans are those of the file.
    pub sentence: Arc<Sentence>,
    /// How it fits the article.
    pub anchor: AnchorState,
    /// Where it stands now, in code points of the article; `None` where that is not known.
    pub now: Option<Span>,
    /// The words that stand there now, where they are not those of the quote.
    pub words: Option<Arc<str>>,
    /// How alike the words are, from 0 to 1.
    pub score: f64,
    /// The line of the article where it begins, counted from 1; 0 where that is not known.
    pub line: u32,
}

impl Reading {
    /// Its words as they stand in the article now; as they were saved where they are not found.
    pub fn words(&self) -> &str {
        self.words.as_deref().unwrap_or(&self.sentence.quote)
    }
}

/// How far a sentence has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ReviewState {
    /// Nobody has read it.
    Unread,
    /// One annotator has.
    OneReader,
    /// All who read it give it the same labels.
    Agreed,
    /// They do not.
    Disagreement,
    /// `desk` has decided.
    Decided,
}

impl ReviewState {
    /// All of them, in the order in which a sentence comes through them.
    pub const ALL: [Self; 5] =
        [Self::Unread, Self::OneReader, Self::Agreed, Self::Disagreement, Self::Decided];

    /// Its name on the command line.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Unread => "unread",
            Self::OneReader => "one-reader",
            Self::Agreed => "agreed",
            Self::Disagreement => "disagreement",
            Self::Decided => "decided",
        }
    }
}

/// A stretch of an article on whose ends all who say something about it agree: one sentence, as a rule. Where
/// annotators cut differently, all of their sentences that overlap are one row.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Its article.
    pub article: Arc<ArticleHead>,
    /// What is said about it, by annotator, `desk` last, and then in the order of the text; never empty.
    pub readings: Vec<Reading>,
    /// How far it has come.
    pub state: ReviewState,
}

impl Row {
    /// The row that `readings` make; `None` without any.
    pub fn new(article: Arc<ArticleHead>, mut readings: Vec<Reading>) -> Option<Self> {
        readings.sort_by(|a, b| {
            let who = |reading: &Reading| reading.annotator.is_desk();
            let place = |reading: &Reading| (reading.now, reading.sentence.span);
            let name = who(a).cmp(&who(b)).then_with(|| a.annotator.cmp(&b.annotator));
            name.then_with(|| place(a).cmp(&place(b)))
        });
        // They are kept by the hundred thousand.
        readings.shrink_to_fit();
        let state = state(&readings);
        (!readings.is_empty()).then_some(Self { article, readings, state })
    }

    /// Where it stands in the article as it is now, in code points; `None` where that is not known.
    pub fn span(&self) -> Option<Span> {
        let spans = || self.readings.iter().filter_map(|reading| reading.now);
        let start = spans().map(|span| span.start).min()?;
        Some(Span::new(start, spans().map(|span| span.end).max()?))
    }

    /// The reading whose words show it best: the first of the longest.
    pub fn widest(&self) -> Option<&Reading> {
        self.readings.iter().rev().max_by_key(|reading| reading.now.map_or(0, Span::len))
    }

    /// Its words.
    pub fn words(&self) -> &str {
        self.widest().map_or("", Reading::words)
    }

    /// The line of the article where it begins, counted from 1; 0 where that is not known.
    pub fn line(&self) -> u32 {
        self.readings.iter().map(|reading| reading.line).filter(|line| *line > 0).min().unwrap_or(0)
    }

    /// How it fits the article: the worst of its readings.
    pub fn anchor(&self) -> AnchorState {
        self.readings.iter().map(|reading| reading.anchor).max().unwrap_or(AnchorState::Exact)
    }

    /// Every tag, with who set it.
    pub fn tags(&self) -> impl Iterator<Item = (&Annotator, &Tag)> {
        let of = |reading: &'_ Reading| reading.sentence.tags.len();
        let tagged = self.readings.iter().filter(move |reading| of(reading) > 0);
        tagged.flat_map(|reading| reading.sentence.tags.iter().map(|tag| (&reading.annotator, tag)))
    }

    /// The labels it is given, each once, in the order of the readings.
    pub fn labels(&self) -> impl Iterator<Item = &Label> {
        let mut seen = HashSet::new();
        self.tags().map(|(_, tag)| &tag.label).filter(move |label| seen.insert(*label))
    }

    /// The first of its sources: whoever says the words of the first tag that names somebody.
    pub fn source<'a>(&'a self, aliases: &'a Aliases) -> Option<&'a str> {
        self.tags().find_map(|(_, tag)| aliases.speaker(tag))
    }

    /// Does somebody tag it?
    pub fn is_tagged(&self) -> bool {
        self.tags().next().is_some()
    }

    /// Does somebody say more than that they have read it: is it tagged, marked, noted or in conflict?
    pub fn is_remarkable(&self) -> bool {
        self.readings.iter().any(|Reading { sentence, .. }| {
            !sentence.tags.is_empty()
                || sentence.mark
                || sentence.note.is_some()
                || sentence.conflict.is_some()
        })
    }

    /// Does somebody give it that label?
    pub fn has(&self, label: &Label) -> bool {
        self.tags().any(|(_, tag)| tag.label == *label)
    }

    /// What `annotator` says about it, in the order of the text.
    pub fn of<'a>(&'a self, annotator: &'a Annotator) -> impl Iterator<Item = &'a Reading> {
        self.readings.iter().filter(move |reading| reading.annotator == *annotator)
    }

    /// Do annotators cut it differently?
    pub fn is_cut_differently(&self) -> bool {
        let first = self.readings.first().and_then(|reading| reading.now);
        self.readings.iter().any(|reading| reading.now != first)
    }

    /// Does somebody say something in it about the words they spoke of in `other`?
    pub fn has_reading_of(&self, other: &Self) -> bool {
        let is_same = |one: &Reading, other: &Reading| {
            one.annotator == other.annotator && one.sentence.quote == other.sentence.quote
        };
        let was = |reading: &Reading| other.readings.iter().any(|other| is_same(reading, other));
        self.article.id == other.article.id && self.readings.iter().any(was)
    }

    /// Does it have the same place as `other` (or, without one, the same words)?
    pub fn is_same(&self, other: &Self) -> bool {
        self.article.id == other.article.id
            && match (self.span(), other.span()) {
                (Some(a), Some(b)) => a.overlaps(b) || a == b,
                (None, None) => self.words() == other.words(),
                _ => false,
            }
    }
}

/// Does somebody give the label in any of their `readings`? `None` where they have read none of them, nor rejected it.
pub(super) fn settled<'a>(readings: impl Iterator<Item = &'a Reading>, label: &Label) -> Option<bool> {
    readings.fold(None, |vote, Reading { sentence, .. }| {
        let said = sentence.is_read() || sentence.not.contains(label);
        if sentence.has(label) { Some(true) } else { vote.or(said.then_some(false)) }
    })
}

/// What one annotator says about the labels of a row: of each that they gave or rejected, whether it has it.
struct Vote<'a> {
    annotator: &'a Annotator,
    /// Have they read it? Then it does not have the labels they did not give.
    read: bool,
    labels: HashMap<&'a Label, bool>,
}

impl<'a> Vote<'a> {
    /// The vote of one annotator's `readings`, of which there is one at least.
    fn of(readings: &'a [Reading]) -> Self {
        let mut labels = HashMap::new();
        for Reading { sentence, .. } in readings {
            for label in &sentence.not {
                labels.entry(label).or_insert(false);
            }
            labels.extend(sentence.tags.iter().map(|tag| (&tag.label, true)));
        }
        let read = readings.iter().any(|reading| reading.sentence.is_read());
        Self { annotator: &readings[0].annotator, read, labels }
    }

    /// Does it have `label`? `None` where they do not say.
    fn says(&self, label: &Label) -> Option<bool> {
        self.labels.get(label).copied().or(self.read.then_some(false))
    }
}

/// How far the row of `readings`, in order of annotators, has come. `desk` has decided where it has read the
/// sentence, or settled each label that somebody gave.
fn state(readings: &[Reading]) -> ReviewState {
    let votes: Vec<Vote> = readings.chunk_by(|a, b| a.annotator == b.annotator).map(Vote::of).collect();
    let given: HashSet<&Label> =
        readings.iter().flat_map(|reading| reading.sentence.tags.iter().map(|tag| &tag.label)).collect();
    let (desk, people): (Vec<&Vote>, Vec<&Vote>) = votes.iter().partition(|vote| vote.annotator.is_desk());
    let settles = |desk: &&Vote| !given.is_empty() && given.iter().all(|label| desk.says(label).is_some());
    if desk.iter().any(|desk| desk.read || settles(desk)) {
        return ReviewState::Decided;
    }
    let differ = |label: &&Label| {
        let says = |what| people.iter().any(|vote| vote.says(label) == Some(what));
        says(true) && says(false)
    };
    if given.iter().any(differ) {
        return ReviewState::Disagreement;
    }
    match people.iter().filter(|vote| vote.read).count() {
        0 => ReviewState::Unread,
        1 => ReviewState::OneReader,
        _ => ReviewState::Agreed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::testing::{head, said};

    fn state_of(said: &[&str]) -> ReviewState {
        Row::new(head("a.txt"), said.iter().map(|one| self::said(one, 0..9)).collect()).unwrap().state
    }

    #[test]
    fn a_sentence_comes_from_unread_to_decided() {
        let states: [(&[&str], _); 12] = [
            (&["ab mark"], ReviewState::Unread),
            (&["ab !claim", "cd mark"], ReviewState::Unread),
            (&["ab read"], ReviewState::OneReader),
            (&["ab claim", "cd mark"], ReviewState::OneReader),
            (&["ab claim", "cd claim"], ReviewState::Agreed),
            (&["ab read", "cd read", "ef read"], ReviewState::Agreed),
            (&["ab claim", "cd read"], ReviewState::Disagreement),
            (&["ab claim", "cd claim denial"], ReviewState::Disagreement),
            (&["ab claim", "cd !claim"], ReviewState::Disagreement),
            (&["ab claim", "cd !denial"], ReviewState::OneReader),
            (&["ab claim", "cd read", "desk read"], ReviewState::Decided),
            (&["ab claim", "cd denial", "desk mark"], ReviewState::Disagreement),
        ];
        for (said, expected) in states {
            assert_eq!(state_of(said), expected, "{said:?}");
        }
    }

    #[test]
    fn the_desk_decides_label_by_label() {
        assert_eq!(state_of(&["ab claim denial", "cd read", "desk !claim"]), ReviewState::Disagreement);
        assert_eq!(state_of(&["ab claim denial", "cd read", "desk !claim !denial"]), ReviewState::Decided);
    }

    #[test]
    fn several_sentences_of_one_annotator_are_one_vote() {
        let halves = [said("ab claim", 0..9), said("cd read", 0..4), said("cd claim", 4..9)];
        let row = Row::new(head("a.txt"), halves.to_vec()).unwrap();
        assert_eq!((row.state, row.is_cut_differently()), (ReviewState::Agreed, true));
        assert_eq!(row.span(), Some(Span::new(0, 9)));
    }

    #[test]
    fn the_desk_comes_last() {
        let row = Row::new(head("a.txt"), vec![said("desk claim", 0..9), said("zz read", 0..9)]).unwrap();
        let names: Vec<_> = row.readings.iter().map(|reading| reading.annotator.as_str()).collect();
        assert_eq!(names, ["zz", "desk"]);
    }
}
