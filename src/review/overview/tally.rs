//! What is counted of articles, one by one, and put together.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet, HashMap},
};

use crate::{
    annotation::{AnchorState, Annotator, Label, Tag},
    review::{Aliases, ArticleHead, ReviewState, Row, stats::Counts},
    text::ArticleId,
};

/// How many sentences carry each label; those that none does are left out.
pub type Labels = BTreeMap<Label, u32>;

/// What is counted of some articles: [`Self::of`] counts one, [`Self::merge`] puts counts together.
///
/// A sentence is a [`Row`]: where annotators cut differently, all of what overlaps is one. The counts of one annotator
/// are of sentences as that annotator cut them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tally {
    /// Every article, in the order in which they were counted.
    pub articles: Vec<ArticleTally>,
    /// What was tagged in all of them.
    pub tagged: Group,
    /// What each annotator read and tagged.
    pub annotators: BTreeMap<Annotator, AnnotatorTally>,
    /// What was tagged, by who published it; `None` where the article does not say.
    pub outlets: BTreeMap<Option<String>, Group>,
    /// What was tagged, by story; the story at the top of the corpus has no name.
    pub stories: BTreeMap<String, Group>,
    /// Sentences in which somebody is quoted, by the name that the source stands under.
    pub sources: BTreeMap<String, u32>,
    /// Tagged sentences, by how far they have come.
    pub states: BTreeMap<ReviewState, u32>,
    /// Tagged sentences, by how they fit their article: one that annotators cut differently may fit in several ways.
    pub anchors: BTreeMap<AnchorState, u32>,
}

/// What is counted of one article.
#[derive(Clone, Debug, PartialEq)]
pub struct ArticleTally {
    /// Which one.
    pub id: ArticleId,
    /// Where each of its annotators stands; empty where nobody has opened it.
    pub readers: Vec<(Annotator, Counts)>,
    /// What was tagged in it.
    pub tagged: Group,
}

/// What is counted of one annotator.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AnnotatorTally {
    /// Where they stand, in all articles they opened.
    pub counts: Counts,
    /// What they tagged.
    pub tagged: Group,
}

/// What was tagged in some articles.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Group {
    /// How many articles.
    pub articles: u32,
    /// Sentences that carry a label.
    pub sentences: u32,
    /// The same by label.
    pub labels: Labels,
}

impl Group {
    fn count(&mut self, labels: impl Iterator<Item = Label>) {
        // A label may stand on several parts of one sentence.
        let labels: BTreeSet<Label> = labels.collect();
        self.sentences += u32::from(!labels.is_empty());
        for label in labels {
            *self.labels.entry(label).or_default() += 1;
        }
    }

    fn add(&mut self, other: &Self) {
        self.articles += other.articles;
        self.sentences += other.sentences;
        merge(&mut self.labels, &other.labels);
    }
}

impl ArticleTally {
    /// An article that nobody has opened.
    fn unopened(id: ArticleId) -> Self {
        Self { id, readers: Vec::new(), tagged: Group { articles: 1, ..Group::default() } }
    }
}

impl Tally {
    /// What is counted of the article `head`: in its `rows`, and in the documents whose annotators and counts
    /// `readers` gives.
    pub fn of(
        head: &ArticleHead,
        readers: Vec<(Annotator, Counts)>,
        rows: &[Row],
        aliases: &Aliases,
    ) -> Self {
        let mut tally = Self::default();
        let mut tagged = Group { articles: 1, ..Group::default() };
        for (annotator, counts) in &readers {
            let of_annotator = tally.annotators.entry(annotator.clone()).or_default();
            (of_annotator.counts, of_annotator.tagged.articles) = (*counts, 1);
        }
        for row in rows {
            for reading in &row.readings {
                let of_annotator = tally.annotators.entry(reading.annotator.clone()).or_default();
                of_annotator.tagged.count(reading.sentence.tags.iter().map(|tag| tag.label.clone()));
            }
            if !row.is_tagged() {
                continue;
            }
            tagged.count(row.tags().map(|(_, tag)| tag.label.clone()));
            *tally.states.entry(row.state).or_default() += 1;
            let anchors: BTreeSet<AnchorState> = row.readings.iter().map(|reading| reading.anchor).collect();
            for anchor in anchors {
                *tally.anchors.entry(anchor).or_default() += 1;
            }
            let sources: BTreeSet<&str> = row.tags().flat_map(|(_, tag)| sources(tag, aliases)).collect();
            for source in sources {
                *tally.sources.entry(source.to_owned()).or_default() += 1;
            }
        }
        tally.tagged = tagged.clone();
        tally.outlets.insert(head.front.outlet.clone(), tagged.clone());
        tally.stories.insert(head.id.story().to_owned(), tagged.clone());
        tally.articles.push(ArticleTally { id: head.id.clone(), readers, tagged });
        tally
    }

    /// Adds what was counted of other articles.
    pub fn merge(&mut self, other: Self) {
        self.articles.extend(other.articles);
        self.tagged.add(&other.tagged);
        for (annotator, other) in &other.annotators {
            let here = self.annotators.entry(annotator.clone()).or_default();
            here.counts.shift(&Counts::default(), &other.counts);
            here.tagged.add(&other.tagged);
        }
        for (key, group) in &other.outlets {
            self.outlets.entry(key.clone()).or_default().add(group);
        }
        for (key, group) in &other.stories {
            self.stories.entry(key.clone()).or_default().add(group);
        }
        merge(&mut self.sources, &other.sources);
        merge(&mut self.states, &other.states);
        merge(&mut self.anchors, &other.anchors);
    }

    /// Brings the articles into the order of `corpus`, and takes in those that nobody has opened. Articles that are
    /// gone come last.
    pub fn arrange(&mut self, corpus: &[ArticleId]) {
        let mut counted: HashMap<ArticleId, ArticleTally> =
            self.articles.drain(..).map(|article| (article.id.clone(), article)).collect();
        let known = |id: &ArticleId| counted.remove(id).unwrap_or_else(|| ArticleTally::unopened(id.clone()));
        self.articles = corpus.iter().map(known).collect();
        let mut gone: Vec<ArticleTally> = counted.into_values().collect();
        gone.sort_by(|a, b| a.id.cmp(&b.id));
        self.articles.extend(gone);
    }

    /// The sources with the number of sentences in which they are quoted, the most quoted first; in the order of the
    /// alphabet where they are quoted alike.
    pub fn most_quoted(&self) -> Vec<(&str, u32)> {
        let mut sources: Vec<(&str, u32)> =
            self.sources.iter().map(|(source, count)| (source.as_str(), *count)).collect();
        sources.sort_by_key(|(_, count)| Reverse(*count));
        sources
    }
}

/// Everybody who is quoted: whoever says the words, and those who pass them on.
fn sources<'a>(tag: &'a Tag, aliases: &'a Aliases) -> impl Iterator<Item = &'a str> {
    let others = tag.source.iter().skip(1).map(|source| aliases.name(source));
    aliases.speaker(tag).into_iter().chain(others)
}

fn merge<K: Clone + Ord>(here: &mut BTreeMap<K, u32>, other: &BTreeMap<K, u32>) {
    for (key, count) in other {
        *here.entry(key.clone()).or_default() += count;
    }
}
