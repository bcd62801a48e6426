//! The pictures of the Overview: bars in rows, rows in sections, each with its number and the filter behind it.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::{Group, Tally, tally::ArticleTally};
use crate::{
    annotation::{AnchorState, Annotator, Label, LabelSet},
    review::{
        ReviewState,
        agreement::{Agreement, Interval, Scope},
        filter::{Key, written},
    },
    text::{ArticleId, position},
};

/// How many sources are shown.
const SOURCES: usize = 100;
/// How many labels have bars.
const LABELS: usize = 12;

/// What a section is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Topic {
    /// How far each annotator has come: units of the articles they opened, and articles of all.
    Progress,
    /// How far each annotator has come in each article.
    ProgressByArticle,
    /// How far sentences have come.
    States,
    /// Agreement between annotators by label.
    Agreement,
    /// Labels by article.
    ByArticle,
    /// Labels by outlet.
    ByOutlet,
    /// Labels by story.
    ByStory,
    /// Labels by annotator.
    ByAnnotator,
    /// Most quoted sources.
    Sources,
    /// How sentences fit their articles.
    Anchors,
}

/// Rows of bars that are about the same thing and drawn to the same scale.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// What it is about.
    pub topic: Topic,
    /// Its rows; never none.
    pub rows: Vec<Bars>,
}

/// Bars side by side, and whom or what they are about.
#[derive(Clone, Debug, PartialEq)]
pub struct Bars {
    /// Whom or what.
    pub name: Name,
    /// The bars; never none, and as many as in the other rows of the section.
    pub bars: Vec<Bar>,
}

/// Whom or what a row is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Name {
    /// An annotator.
    Annotator(Annotator),
    /// An article.
    Article(ArticleId),
    /// An article, as one annotator reads it; `None` where nobody has opened it.
    Reader(ArticleId, Option<Annotator>),
    /// A story; the one at the top of the corpus has no name.
    Story(String),
    /// Who published it, where the article says so.
    Outlet(Option<String>),
    /// Who is quoted.
    Source(String),
    /// A label.
    Label(Label),
    /// How far sentences have come.
    State(ReviewState),
    /// How they fit their articles.
    Anchor(AnchorState),
}

/// One bar.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// The label whose sentences it counts, where the row has a bar for each.
    pub label: Option<Label>,
    /// What it shows.
    pub value: Value,
}

/// What a bar shows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value {
    /// So many sentences.
    Count(u32),
    /// So many of so many; of 0 where it is not known of how many.
    Part(u32, u32),
    /// Agreement on so many sentences: Krippendorff's alpha and its 95 % interval, where they are defined.
    Alpha(Option<f64>, Option<Interval>, u64),
}

/// The pictures of what was counted in a workspace with these labels, in the order in which they are looked at. What
/// there is nothing to show of is left out, and so are outlets or stories where no article has one.
pub fn sections(tally: &Tally, agreement: &Agreement, labels: &LabelSet) -> Vec<Section> {
    let labels = shown(tally, labels);
    let by_label = |name: Name, group: &Group| Bars::by_label(name, group, &labels);
    let states = ReviewState::ALL.into_iter().filter_map(|state| Some((state, tally.states.get(&state)?)));
    let mut sections = vec![
        Section::new(Topic::Progress, progress(tally)),
        Section::new(Topic::ProgressByArticle, tally.articles.iter().flat_map(readers)),
        Section::new(Topic::States, states.map(|(state, count)| Bars::count(Name::State(state), *count))),
        Section::new(Topic::Agreement, agreed(agreement).into_iter()),
        Section::new(
            Topic::ByArticle,
            tally
                .articles
                .iter()
                .filter(|article| article.tagged.sentences > 0)
                .map(|article| by_label(Name::Article(article.id.clone()), &article.tagged)),
        ),
        Section::new(
            Topic::ByOutlet,
            tagged(&tally.outlets).map(|(outlet, group)| by_label(Name::Outlet(outlet.clone()), group)),
        ),
        Section::new(
            Topic::ByStory,
            tagged(&tally.stories).map(|(story, group)| by_label(Name::Story(story.clone()), group)),
        ),
        Section::new(
            Topic::ByAnnotator,
            tally
                .annotators
                .iter()
                .filter(|(_, tally)| tally.tagged.sentences > 0)
                .map(|(annotator, tally)| by_label(Name::Annotator(annotator.clone()), &tally.tagged)),
        ),
        Section::new(
            Topic::Sources,
            tally
                .most_quoted()
                .into_iter()
                .take(SOURCES)
                .map(|(source, count)| Bars::count(Name::Source(source.to_owned()), count)),
        ),
        Section::new(
            Topic::Anchors,
            tally.anchors.iter().map(|(state, count)| Bars::count(Name::Anchor(*state), *count)),
        ),
    ];
    sections.retain(|section| section.rows.iter().any(|row| !row.name.is_none()));
    sections
}

impl Name {
    /// Is it the story or the outlet of what has none?
    fn is_none(&self) -> bool {
        match self {
            Self::Outlet(outlet) => outlet.is_none(),
            Self::Story(story) => story.is_empty(),
            _ => false,
        }
    }
}

impl Section {
    /// The filter that means the sentences behind `bar`, one of those of `row`; behind progress and agreement, those
    /// that it is about.
    pub fn query(&self, row: &Bars, bar: &Bar) -> String {
        let name = match &row.name {
            Name::Annotator(annotator) => one_of(Key::Annotator, annotator.as_str()),
            Name::Article(article) | Name::Reader(article, None) => exactly(Key::Article, article.as_str()),
            Name::Reader(article, Some(annotator)) => {
                let article = exactly(Key::Article, article.as_str());
                format!("{article} {}", one_of(Key::Annotator, annotator.as_str()))
            }
            Name::Story(story) => exactly(Key::Story, story),
            Name::Outlet(outlet) => exactly(Key::Outlet, outlet.as_deref().unwrap_or_default()),
            Name::Source(source) => exactly(Key::Source, source),
            Name::Label(label) => {
                let label = one_of(Key::Label, label.as_str());
                format!("{label} {}", one_of(Key::State, ReviewState::Disagreement.id()))
            }
            Name::State(state) => one_of(Key::State, state.id()),
            Name::Anchor(state) => one_of(Key::State, state.id()),
        };
        let label = bar.label.iter().map(|label| one_of(Key::Label, label.as_str()));
        [name].into_iter().chain(label).collect::<Vec<_>>().join(" ")
    }

    fn new(topic: Topic, rows: impl Iterator<Item = Bars>) -> Self {
        Self { topic, rows: rows.collect() }
    }
}

impl Bars {
    fn count(name: Name, count: u32) -> Self {
        Self { name, bars: vec![Bar { label: None, value: Value::Count(count) }] }
    }

    fn parts(name: Name, parts: &[(u32, u32)]) -> Self {
        let bar = |part: &(u32, u32)| Bar { label: None, value: Value::Part(part.0, part.1) };
        Self { name, bars: parts.iter().map(bar).collect() }
    }

    fn by_label(name: Name, group: &Group, labels: &[Label]) -> Self {
        let count = |label: &Label| group.labels.get(label).copied().unwrap_or(0);
        let bar = |label: &Label| Bar { label: Some(label.clone()), value: Value::Count(count(label)) };
        Self { name, bars: labels.iter().map(bar).collect() }
    }
}

fn one_of(key: Key, value: &str) -> String {
    written(key, &[value], false)
}

fn exactly(key: Key, value: &str) -> String {
    written(key, &[value], true)
}

/// The labels that have bars: the workspace's in their order, then others that occur, those that occur most first.
fn shown(tally: &Tally, labels: &LabelSet) -> Vec<Label> {
    let mut others: Vec<(&Label, &u32)> = tally.tagged.labels.iter().collect();
    others.retain(|(label, _)| labels.find(label).is_none());
    others.sort_by_key(|(_, count)| Reverse(*count));
    let own = labels.iter().map(|definition| &definition.label);
    own.chain(others.into_iter().map(|(label, _)| label)).take(LABELS).cloned().collect()
}

/// The groups in which something is tagged, the largest first.
fn tagged<K: Ord>(groups: &BTreeMap<K, Group>) -> impl Iterator<Item = (&K, &Group)> {
    let mut groups: Vec<_> = groups.iter().filter(|(_, group)| group.sentences > 0).collect();
    groups.sort_by_key(|(_, group)| Reverse(group.sentences));
    groups.into_iter()
}

/// A row for every label that two annotators voted on.
fn agreed(agreement: &Agreement) -> Vec<Bars> {
    let scoped = agreement.of(Scope::default());
    let row = |label: &Label| {
        let figures = scoped.figures(label);
        let value = Value::Alpha(figures.alpha, scoped.interval(label), figures.sentences);
        (figures.sentences > 0)
            .then(|| Bars { name: Name::Label(label.clone()), bars: vec![Bar { label: None, value }] })
    };
    agreement.labels().iter().filter_map(row).collect()
}

fn progress(tally: &Tally) -> impl Iterator<Item = Bars> {
    let all = position(tally.articles.len());
    tally.annotators.iter().map(move |(annotator, tally)| {
        let parts = [(tally.counts.read, tally.counts.units), (tally.tagged.articles, all)];
        Bars::parts(Name::Annotator(annotator.clone()), &parts)
    })
}

/// The rows of an article: one for each who has opened it.
fn readers(article: &ArticleTally) -> Vec<Bars> {
    let name = |reader| Name::Reader(article.id.clone(), reader);
    let read = article.readers.iter().map(|(annotator, counts)| {
        Bars::parts(name(Some(annotator.clone())), &[(counts.read, counts.units)])
    });
    if article.readers.is_empty() { vec![Bars::parts(name(None), &[(0, 0)])] } else { read.collect() }
}
