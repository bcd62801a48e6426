//! What a report counts.

use std::collections::{BTreeMap, BTreeSet};

use super::look::{labels, place};
use crate::{
    annotation::{AnchorState, Annotator, Label},
    export::{Exported, Options, Passage},
    review::ReviewState,
    text::Kind,
};

/// What a report counts, in one article or in all of them.
#[derive(Clone, Debug, Default)]
pub(super) struct Tally {
    /// Articles that are shown.
    pub(super) articles: usize,
    /// Sentences that are meant.
    pub(super) sentences: usize,
    /// Units to read, furniture aside.
    pub(super) units: usize,
    /// Of these, read by somebody who is asked.
    pub(super) read: usize,
    /// Sentences with a label, by its place in the order of the workspace.
    pub(super) labels: BTreeMap<(usize, Label), usize>,
    /// Sentences with words of a source, by its name.
    pub(super) sources: BTreeMap<String, usize>,
    /// Who gives tags.
    pub(super) annotators: BTreeSet<Annotator>,
    /// Sentences by how far they have come.
    pub(super) states: BTreeMap<ReviewState, usize>,
    /// Sentences by how they fit their article.
    pub(super) anchors: BTreeMap<AnchorState, usize>,
}

impl Tally {
    /// What there is to count in one article.
    pub(super) fn of(exported: &Exported<'_>, passages: &[Passage<'_>], options: &Options) -> Self {
        let to_read = || passages.iter().filter(|passage| passage.kind != Kind::Furniture);
        let mut tally = Self {
            articles: 1,
            sentences: exported.entries.len(),
            units: to_read().count(),
            read: to_read().filter(|passage| passage.read).count(),
            ..Self::default()
        };
        for entry in &exported.entries {
            for label in labels(entry, options) {
                *tally.labels.entry((place(label, options), label.clone())).or_default() += 1;
            }
            let speakers = entry.tags.iter().filter_map(|tag| options.context.aliases.speaker(tag.tag));
            for source in speakers.collect::<BTreeSet<_>>() {
                *tally.sources.entry(source.to_owned()).or_default() += 1;
            }
            tally
                .annotators
                .extend(entry.tags.iter().flat_map(|tag| tag.annotators.iter().copied().cloned()));
            *tally.states.entry(entry.state).or_default() += 1;
            *tally.anchors.entry(entry.anchor).or_default() += 1;
        }
        tally
    }

    /// Adds what another article has.
    pub(super) fn add(&mut self, other: Self) {
        let Self { articles, sentences, units, read, labels, sources, annotators, states, anchors } = other;
        self.articles += articles;
        self.sentences += sentences;
        self.units += units;
        self.read += read;
        self.annotators.extend(annotators);
        sum(&mut self.labels, labels);
        sum(&mut self.sources, sources);
        sum(&mut self.states, states);
        sum(&mut self.anchors, anchors);
    }

    /// The sources with the most sentences, at most `most` of them, those with as many by name.
    pub(super) fn most_quoted(&self, most: usize) -> Vec<(&str, usize)> {
        let mut sources: Vec<_> = self.sources.iter().map(|(name, n)| (name.as_str(), *n)).collect();
        sources.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
        sources.truncate(most);
        sources
    }
}

fn sum<K: Ord>(all: &mut BTreeMap<K, usize>, more: BTreeMap<K, usize>) {
    for (key, n) in more {
        *all.entry(key).or_default() += n;
    }
}
