//! `factdesk stats`: what was read and tagged, by article and annotator.

use std::{collections::BTreeMap, io::Write};

use serde::Serialize;

use super::{
    arguments::{Common, Format, Stats},
    json, place,
    report::{Failure, Outcome, Terms, output},
    table::Table,
};
use crate::{
    annotation::Annotator,
    review::stats::Counts,
    runtime::parallel,
    store::{
        Listed,
        annotations::{self, Found},
        walk,
    },
    text::ArticleId,
};

/// The counts of one document, or of all of one annotator.
#[derive(Clone, Debug, Default, Serialize)]
struct Numbers {
    units: u32,
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
        Self { units, read, claims, denials, attributions, others, marks, notes, unsure }
    }

    fn add(&mut self, other: &Self) {
        self.units += other.units;
        self.read += other.read;
        self.claims += other.claims;
        self.denials += other.denials;
        self.attributions += other.attributions;
        self.others += other.others;
        self.marks += other.marks;
        self.notes += other.notes;
        self.unsure += other.unsure;
    }

    fn cells(&self, article: String, annotator: String) -> [String; 10] {
        let Self { units, read, claims, denials, attributions, others, marks, notes, .. } = self;
        let [open, claims, denials, attributions, others, marks, notes] =
            [&units.saturating_sub(*read), claims, denials, attributions, others, marks, notes]
                .map(u32::to_string);
        [
            article,
            annotator,
            format!("{read}/{units}"),
            open,
            claims,
            denials,
            attributions,
            others,
            marks,
            notes,
        ]
    }
}

#[derive(Serialize)]
struct Row {
    article: String,
    annotator: String,
    #[serde(flatten)]
    numbers: Numbers,
}

#[derive(Serialize)]
struct Total {
    annotator: String,
    articles: usize,
    #[serde(flatten)]
    numbers: Numbers,
}

#[derive(Serialize)]
struct Statistics {
    /// Articles of the workspace.
    corpus: usize,
    articles: Vec<Row>,
    annotators: Vec<Total>,
}

pub(super) fn run(asked: &Stats, common: &Common, terms: Terms) -> Result<Outcome, Failure> {
    let workspace = place::workspace(common)?;
    let only = place::annotator(common)?;
    let mut rows = Vec::new();
    let mut outcome = Outcome::Done;
    let documents = annotations::documents(&workspace).filter_map(|found| match found {
        Found::Document { annotator, article, .. } => Some((annotator, article)),
        Found::Stray(_) | Found::Unreadable(..) => None,
    });
    let wanted = documents.filter(|(annotator, _)| only.as_ref().is_none_or(|only| only == annotator));
    parallel::in_order(
        wanted,
        |(annotator, article)| {
            let loaded = annotations::load(&workspace, &article, &annotator);
            (
                annotator,
                article,
                loaded.map(|loaded| loaded.parsed.map(|parsed| Counts::of(&parsed.document))),
            )
        },
        |(annotator, article, counts): (Annotator, ArticleId, _)| {
            match counts {
                Ok(Some(counts)) => rows.push(Row {
                    article: article.to_string(),
                    annotator: annotator.to_string(),
                    numbers: Numbers::of(&counts),
                }),
                Ok(None) => {}
                Err(error) => {
                    terms.warn(error);
                    outcome = Outcome::Problems;
                }
            }
            Ok::<_, Failure>(())
        },
    )?;
    let corpus = walk(&workspace).filter(|listed| matches!(listed, Listed::Article(_))).count();
    let statistics = Statistics { corpus, annotators: totals(&rows), articles: rows };
    let mut output = output();
    match asked.format {
        Format::Json => json::line(&mut output, &statistics)?,
        Format::Table => print(&mut output, statistics)?,
    }
    output.flush()?;
    Ok(outcome)
}

fn totals(rows: &[Row]) -> Vec<Total> {
    let mut totals: BTreeMap<&str, Total> = BTreeMap::new();
    for row in rows {
        let total = totals.entry(&row.annotator).or_insert_with(|| Total {
            annotator: row.annotator.clone(),
            articles: 0,
            numbers: Numbers::default(),
        });
        total.articles += 1;
        total.numbers.add(&row.numbers);
    }
    totals.into_values().collect()
}

fn print(output: &mut impl Write, statistics: Statistics) -> Result<(), Failure> {
    let Statistics { corpus, mut articles, annotators } = statistics;
    articles.sort_by(|a, b| (&a.article, &a.annotator).cmp(&(&b.article, &b.annotator)));
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
    for row in articles {
        table.row(&row.numbers.cells(row.article, row.annotator));
    }
    for total in annotators {
        let article = format!("{} of {corpus} articles", total.articles);
        table.row(&total.numbers.cells(article, total.annotator));
    }
    table.write(output)?;
    Ok(())
}
