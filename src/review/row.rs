//! A sentence as its reviewers see it: what everybody says about it, side by side.

use std::sync::Arc;

use crate::annotation::{AnchorState, Annotator, Label, Sentence, Tag};
use crate::text::{ArticleId, FrontMatter, Span};

/// What is known of an article where only its sentences are shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArticleHead {
    /// Which one.
    pub id: ArticleId,
    /// What it says about itself.
    pub front: FrontMatter,
    /// Why it cannot be read, if so: then no sentence has a place.
    pub unreadable: Option<String>,
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
            let key = |reading: &Reading| (reading.annotator.is_desk(), reading.now, reading.sentence.span);
            let name = a.annotator.is_desk().cmp(&b.annotator.is_desk());
            name.then_with(|| a.annotator.cmp(&b.annotator)).then_with(|| key(a).cmp(&key(b)))
        });
        let state = state(&readings);
        (!readings.is_empty()).then_some(Self { article, readings, state })
    }

    /// Where it stands in the article as it is now, in code points; `None` where that is not known.
    pub fn span(&self) -> Option<Span> {
        let spans = || self.readings.iter().filter_map(|reading| reading.now);
        let start = spans().map(|span| span.start).min()?;
        Some(Span::new(start, spans().map(|span| span.end).max()?))
    }

    /// The reading whose words show it best: the longest.
    pub fn widest(&self) -> Option<&Reading> {
        self.readings.iter().max_by_key(|reading| reading.now.map_or(0, Span::len))
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
        let tags = |reading: &'_ Reading| reading.sentence.tags.len();
        let tagged = self.readings.iter().filter(move |reading| tags(reading) > 0);
        tagged.flat_map(|reading| reading.sentence.tags.iter().map(|tag| (&reading.annotator, tag)))
    }

    /// Does somebody tag it?
    pub fn is_tagged(&self) -> bool {
        self.tags().next().is_some()
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

    /// Does it have the same place as `other` (or, without one, the same words)?
    pub fn is_same(&self, other: &Self) -> bool {
        let place = |row: &Self| row.readings.first().map(|reading| reading.sentence.quote.clone());
        self.article.id == other.article.id
            && match (self.span(), other.span()) {
                (Some(a), Some(b)) => a.overlaps(b),
                (None, None) => place(self) == place(other),
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

fn state(readings: &[Reading]) -> ReviewState {
    let mut labels: Vec<&Label> = Vec::new();
    for reading in readings {
        let own = reading.sentence.tags.iter().map(|tag| &tag.label).chain(&reading.sentence.not);
        for label in own {
            if !labels.contains(&label) {
                labels.push(label);
            }
        }
    }
    let of = |annotator: &Annotator| {
        let annotator = annotator.clone();
        readings.iter().filter(move |reading| reading.annotator == annotator)
    };
    let desk = || readings.iter().filter(|reading| reading.annotator.is_desk());
    let desk_read = desk().any(|reading| reading.sentence.is_read());
    let given = || labels.iter().filter(|label| readings.iter().any(|reading| reading.sentence.has(label)));
    let desk_settled = desk().next().is_some()
        && given().next().is_some()
        && given().all(|label| settled(desk(), label).is_some());
    if desk_read || desk_settled {
        return ReviewState::Decided;
    }
    let mut people: Vec<&Annotator> = readings.iter().map(|reading| &reading.annotator).collect();
    people.retain(|annotator| !annotator.is_desk());
    people.dedup();
    let differ = |label: &&Label| {
        let votes = || people.iter().filter_map(|annotator| settled(of(annotator), label));
        votes().any(|yes| yes) && votes().any(|yes| !yes)
    };
    if labels.iter().any(differ) {
        return ReviewState::Disagreement;
    }
    let readers = people.iter().filter(|annotator| of(annotator).any(|reading| reading.sentence.is_read()));
    match readers.count() {
        0 => ReviewState::Unread,
        1 => ReviewState::OneReader,
        _ => ReviewState::Agreed,
    }
}
