//! `factdesk stats`: what was read, tagged and quoted, by article, annotator, outlet and story.

use std::{collections::BTreeMap, io::Write};

use serde::Serialize;

use super::{
    arguments::{Common, Format, Stats},
    place,
    report::{Failure, Outcome, Terms, output},
    table::Table,
};
use crate::{
    annotation::{AnchorState, Annotator, Label},
    export::json,
    review::{
        ReviewState,
        overview::{AnnotatorTally, ArticleTally, Group, Labels, Tally},
        stats::Counts,
    },
    runtime::counting::{Counted, count},
};

/// How many sources a table names; JSON names all.
const SOURCES: usize = 10;

/// The counts of one document, or of all of one annotator.
#[derive(Serialize)]
struct Numbers {
    /// `None` where it is not known.
    units: Option<u32>,
    read: u32,
    claims: u32,
    denials: u32,
    attributions: u32,
    others: u32,
    marks: u32,
    notes: u32,
    unsure: u32,
}

impl Numbers {
    fn of(counts: &Counts) -> Self {
        let [claims, denials, attributions, others] = counts.labels;
        let Counts { units, read, marks, notes, unsure, .. } = *counts;
        let units = (units > 0).then_some(units);
        Self { units, read, claims, denials, attributions, others, marks, notes, unsure }
    }

    fn cells(&self, article: String, annotator: String) -> [String; 10] {
        let Self { units, read, claims, denials, attributions, others, marks, notes, .. } = self;
        let [claims, denials, attributions, others, marks, notes] =
            [claims, denials, attributions, others, marks, notes].map(u32::to_string);
        let unknown = || "?".to_owned();
        let open = units.map_or_else(unknown, |units| units.saturating_sub(*read).to_string());
        let units = units.map_or_else(unknown, |units| units.to_string());
        let read = format!("{read}/{units}");
        [article, annotator, read, open, claims, denials, attributions, others, marks, notes]
    }
}

#[derive(Serialize)]
struct Reading<'a> {
    article: &'a str,
    /// `None` where nobody has opened it.
    annotator: Option<&'a str>,
    #[serde(flatten)]
    numbers: Numbers,
}

#[derive(Serialize)]
struct Total<'a> {
    annotator: &'a str,
    articles: u32,
    #[serde(flatten)]
    numbers: Numbers,
    labels: BTreeMap<&'a str, u32>,
}

#[derive(Serialize)]
struct Outlet<'a> {
    outlet: Option<&'a str>,
    #[serde(flatten)]
    tagged: Tagged<'a>,
}

#[derive(Serialize)]
struct Story<'a> {
    story: &'a str,
    #[serde(flatten)]
    tagged: Tagged<'a>,
}

#[derive(Serialize)]
struct Tagged<'a> {
    articles: u32,
    sentences: u32,
    labels: BTreeMap<&'a str, u32>,
}

impl<'a> Tagged<'a> {
    fn of(group: &'a Group) -> Self {
        Self { articles: group.articles, sentences: group.sentences, labels: by_name(&group.labels) }
    }
}

#[derive(Serialize)]
struct Source<'a> {
    source: &'a str,
    sentences: u32,
}

#[derive(Serialize)]
struct Statistics<'a> {
    /// Articles of the workspace.
    corpus: usize,
    articles: Vec<Reading<'a>>,
    annotators: Vec<Total<'a>>,
    outlets: Vec<Outlet<'a>>,
    stories: Vec<Story<'a>>,
    labels: BTreeMap<&'a str, u32>,
    states: BTreeMap<&'static str, u32>,
    anchors: BTreeMap<&'static str, u32>,
    sources: Vec<Source<'a>>,
}

pub(super) fn run(asked: &Stats, common: &Common, terms: Terms) -> Result<Outcome, Failure> {
    let (workspace, settings, mut outcome) = place::settled(common, terms)?;
    let only = place::annotator(common)?;
    let counted = count(&workspace, &settings, only.as_ref(), |step| {
        for error in step.errors {
            terms.warn(error);
            outcome = Outcome::Problems;
        }
        Ok::<_, Failure>(())
    })?;
    let statistics = Statistics::of(&counted);
    let mut output = output();
    match asked.format {
        Format::Json => json::line(&mut output, &statistics)?,
        Format::Table => print(&mut output, &statistics)?,
    }
    output.flush()?;
    Ok(outcome)
}

impl<'a> Statistics<'a> {
    fn of(counted: &'a Counted) -> Self {
        let Counted { tally, corpus, .. } = counted;
        let state = |state: ReviewState| (state.id(), tally.states.get(&state).copied().unwrap_or(0));
        let anchor = |state: AnchorState| (state.id(), tally.anchors.get(&state).copied().unwrap_or(0));
        Self {
            corpus: *corpus,
            articles: tally.articles.iter().flat_map(readings).collect(),
            annotators: totals(tally),
            outlets: tally
                .outlets
                .iter()
                .map(|(outlet, group)| Outlet { outlet: outlet.as_deref(), tagged: Tagged::of(group) })
                .collect(),
            stories: tally
                .stories
                .iter()
                .map(|(story, group)| Story { story, tagged: Tagged::of(group) })
                .collect(),
            labels: by_name(&tally.tagged.labels),
            states: ReviewState::ALL.map(state).into(),
            anchors: AnchorState::ALL.map(anchor).into(),
            sources: tally
                .most_quoted()
                .into_iter()
                .map(|(source, sentences)| Source { source, sentences })
                .collect(),
        }
    }
}

/// An article as each of its annotators has read it; as nobody has, where there are none.
fn readings(article: &ArticleTally) -> Vec<Reading<'_>> {
    let reading = |annotator, counts: &Counts| Reading {
        article: article.id.as_str(),
        annotator,
        numbers: Numbers::of(counts),
    };
    if article.readers.is_empty() {
        return vec![reading(None, &Counts::default())];
    }
    article.readers.iter().map(|(annotator, counts)| reading(Some(annotator.as_str()), counts)).collect()
}

fn totals<'a>(tally: &'a Tally) -> Vec<Total<'a>> {
    let total = |annotator: &'a Annotator, tally: &'a AnnotatorTally| Total {
        annotator: annotator.as_str(),
        articles: tally.tagged.articles,
        numbers: Numbers::of(&tally.counts),
        labels: by_name(&tally.tagged.labels),
    };
    tally.annotators.iter().map(|(annotator, tally)| total(annotator, tally)).collect()
}

fn by_name(labels: &Labels) -> BTreeMap<&str, u32> {
    labels.iter().map(|(label, count)| (label.as_str(), *count)).collect()
}

fn print(output: &mut impl Write, statistics: &Statistics<'_>) -> Result<(), Failure> {
    let corpus = statistics.corpus;
    let mut table = Table::new([
        "article",
        "annotator",
        "read",
        "open",
        "claim",
        "denial",
        "attr.",
        "other",
        "marks",
        "notes",
    ]);
    for reading in &statistics.articles {
        let annotator = reading.annotator.unwrap_or("–").to_owned();
        table.row(&reading.numbers.cells(reading.article.to_owned(), annotator));
    }
    for total in &statistics.annotators {
        let article = format!("{} of {corpus} articles", total.articles);
        table.row(&total.numbers.cells(article, total.annotator.to_owned()));
    }
    table.write(output)?;
    let outlets = statistics.outlets.iter();
    groups(output, "outlet", outlets.map(|outlet| (outlet.outlet.unwrap_or("(no outlet)"), &outlet.tagged)))?;
    let stories = statistics.stories.iter();
    groups(output, "story", stories.map(|story| (story.story, &story.tagged)))?;
    let states = statistics.states.iter().chain(&statistics.anchors).filter(|(_, count)| **count > 0);
    counts(output, "state", states.map(|(state, count)| (*state, *count)))?;
    let sources = statistics.sources.iter().take(SOURCES);
    counts(output, "source", sources.map(|source| (source.source, source.sentences)))
}

/// What was tagged, by group.
fn groups<'a>(
    output: &mut impl Write,
    of: &str,
    groups: impl Iterator<Item = (&'a str, &'a Tagged<'a>)>,
) -> Result<(), Failure> {
    let mut table = Table::new([of, "articles", "sentences", "claim", "denial", "attr.", "other"]);
    for (name, tagged) in groups {
        let known = [Label::CLAIM, Label::DENIAL, Label::ATTRIBUTION];
        let [claims, denials, attributions] =
            known.map(|label| tagged.labels.get(label).copied().unwrap_or(0));
        let others = tagged.labels.values().sum::<u32>() - claims - denials - attributions;
        let [articles, sentences, claims, denials, attributions, others] =
            [tagged.articles, tagged.sentences, claims, denials, attributions, others].map(|n| n.to_string());
        table.row(&[name.to_owned(), articles, sentences, claims, denials, attributions, others]);
    }
    writeln!(output)?;
    Ok(table.write(output)?)
}

/// Numbers of sentences.
fn counts<'a>(
    output: &mut impl Write,
    of: &str,
    counts: impl Iterator<Item = (&'a str, u32)>,
) -> Result<(), Failure> {
    let mut table = Table::new([of, "sentences"]);
    counts.for_each(|(name, count)| table.row(&[name.to_owned(), count.to_string()]));
    writeln!(output)?;
    Ok(table.write(output)?)
}
