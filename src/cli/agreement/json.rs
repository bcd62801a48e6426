//! The findings as JSON; what is not defined is null.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Disagreement, Findings};
use crate::{
    annotation::{Annotator, Label},
    review::agreement::{Cells, Figures, Interval, PairOnLabel, Scoped},
};

/// The coefficients for one label; `percent` is from 0 to 100.
#[derive(Serialize)]
struct Numbers {
    sentences: u64,
    disputed: u64,
    percent: Option<f64>,
    kappa: Option<f64>,
    alpha: Option<f64>,
    f1: Option<f64>,
    positive: Option<f64>,
    negative: Option<f64>,
    ac1: Option<f64>,
}

impl From<Figures> for Numbers {
    fn from(figures: Figures) -> Self {
        let Figures { sentences, disputed, observed, kappa, alpha, positive, negative, ac1 } = figures;
        let percent = observed.map(|share| 100.0 * share);
        Self { sentences, disputed, percent, kappa, alpha, f1: positive, positive, negative, ac1 }
    }
}

#[derive(Serialize)]
struct OnLabel {
    #[serde(flatten)]
    numbers: Numbers,
    alpha_low: Option<f64>,
    alpha_high: Option<f64>,
    /// Apart: of sentences that all saw blind, and of those that somebody saw with suggestions.
    #[serde(flatten)]
    apart: BTreeMap<&'static str, Numbers>,
}

/// Two annotators on one label.
#[derive(Serialize)]
struct Pair<'a> {
    a: &'a str,
    b: &'a str,
    label: &'a str,
    #[serde(flatten)]
    numbers: Numbers,
    both: u64,
    only_a: u64,
    only_b: u64,
    neither: u64,
    source_f1: Option<f64>,
    cue_f1: Option<f64>,
}

/// Which label `b` (columns) gives where `a` (rows) gives which; the last row and column are for no label.
#[derive(Serialize)]
struct Confusion<'a> {
    a: &'a str,
    b: &'a str,
    labels: Vec<Option<&'a str>>,
    counts: Vec<&'a [u64]>,
}

#[derive(Serialize)]
struct Sides<'a> {
    label: &'a str,
    yes: Vec<&'a str>,
    no: Vec<&'a str>,
}

#[derive(Serialize)]
struct Disputed<'a> {
    article: &'a str,
    line: Option<u32>,
    start: Option<u32>,
    end: Option<u32>,
    quote: &'a str,
    cut_differently: bool,
    labels: Vec<Sides<'a>>,
}

/// All of it.
#[derive(Serialize)]
pub(super) struct Shape<'a> {
    annotators: Vec<&'a str>,
    sentences: u64,
    cut_differently: u64,
    furniture: u64,
    seen: u64,
    all: bool,
    labels: BTreeMap<&'a str, OnLabel>,
    pairs: Vec<Pair<'a>>,
    confusion: Vec<Confusion<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    disagreements: Option<Vec<Disputed<'a>>>,
}

/// The findings in the shape that scripts read.
pub(super) fn shape<'a>(findings: &'a Findings<'_>) -> Shape<'a> {
    let Findings { scoped, labels, intervals, furniture, seen, all, disagreements, .. } = findings;
    let on_label = |(label, interval): (&&'a Label, &Option<Interval>)| {
        let apart = |(name, scoped): &(&'static str, Scoped<'_>)| (*name, scoped.figures(label).into());
        let on_label = OnLabel {
            numbers: scoped.figures(label).into(),
            alpha_low: interval.map(|interval| interval.low),
            alpha_high: interval.map(|interval| interval.high),
            apart: findings.apart.iter().map(apart).collect(),
        };
        (label.as_str(), on_label)
    };
    let pairs = scoped.pairs().flat_map(|((a, b), pair)| {
        labels.iter().filter_map(move |label| {
            let PairOnLabel { cells, source, cue } = scoped.on(pair, label)?;
            let Cells { both, only_a, only_b, neither } = *cells;
            let (a, b, label, numbers) =
                (a.as_str(), b.as_str(), label.as_str(), Figures::of_pair(cells).into());
            let (source_f1, cue_f1) = (source.f1(), cue.f1());
            Some(Pair { a, b, label, numbers, both, only_a, only_b, neither, source_f1, cue_f1 })
        })
    });
    let confusion = scoped.pairs().map(|((a, b), pair)| Confusion {
        a: a.as_str(),
        b: b.as_str(),
        labels: scoped.labels().iter().map(|label| Some(label.as_str())).chain([None]).collect(),
        counts: pair.instead().collect(),
    });
    Shape {
        annotators: scoped.annotators().map(Annotator::as_str).collect(),
        sentences: scoped.sentences(),
        cut_differently: scoped.cut_differently(),
        furniture: *furniture,
        seen: *seen,
        all: *all,
        labels: labels.iter().zip(intervals).map(on_label).collect(),
        pairs: pairs.collect(),
        confusion: confusion.collect(),
        disagreements: disagreements.as_ref().map(|all| all.iter().map(disputed).collect()),
    }
}

fn disputed(disagreement: &Disagreement) -> Disputed<'_> {
    let Disagreement { article, line, span, quote, is_cut_differently, labels } = disagreement;
    let sides = labels.iter().map(|(label, sides)| {
        let [yes, no] = sides.each_ref().map(|side| side.iter().map(Annotator::as_str).collect());
        Sides { label: label.as_str(), yes, no }
    });
    Disputed {
        article: article.as_str(),
        line: Some(*line).filter(|line| *line > 0),
        start: span.map(|span| span.start),
        end: span.map(|span| span.end),
        quote,
        cut_differently: *is_cut_differently,
        labels: sides.collect(),
    }
}
