//! The findings for people: tables, pictures, and the sentences in dispute.

use std::io::{self, Write};

use super::{Disagreement, Findings};
use crate::{
    annotation::{Annotator, Label},
    cli::{report::counted, table::Table},
    review::agreement::{Cells, Figures, Pair, PairOnLabel, Scoped},
    text::display_safe::display_safe,
};

/// The longest bar of a picture, in columns.
const BAR: u64 = 24;

/// Writes all of it.
///
/// # Errors
/// What `output` says.
pub(super) fn write(output: &mut impl Write, findings: &Findings<'_>) -> io::Result<()> {
    let scoped = &findings.scoped;
    heading(output, findings)?;
    if scoped.sentences() == 0 {
        writeln!(output, "No two annotators have read the same sentence: there is nothing to compare.")?;
        return Ok(());
    }
    writeln!(output)?;
    by_label(output, findings)?;
    apart(output, findings)?;
    if !scoped.is_paired() {
        writeln!(output, "\nToo many annotators to compare them two by two: choose some with --annotator.")?;
    }
    for ((a, b), pair) in scoped.pairs() {
        side_by_side(output, findings, [a, b], pair)?;
    }
    match &findings.disagreements {
        Some(disagreements) => {
            writeln!(output, "\nIn dispute: {}", sentences(disagreements.len() as u64))?;
            disagreements.iter().try_for_each(|disagreement| dispute(output, disagreement))
        }
        None => writeln!(output, "\n--disagreements lists the sentences in dispute."),
    }
}

fn heading(output: &mut impl Write, findings: &Findings<'_>) -> io::Result<()> {
    let Findings { scoped, furniture, seen, all, .. } = findings;
    let names: Vec<&str> = scoped.annotators().map(Annotator::as_str).collect();
    let names = if names.is_empty() { "nobody".to_owned() } else { names.join(", ") };
    let cut = scoped.cut_differently();
    writeln!(
        output,
        "{names}: {} read by two at least, {cut} of them cut differently",
        sentences(scoped.sentences())
    )?;
    if *furniture > 0 {
        writeln!(output, "left out as furniture: {}", sentences(*furniture))?;
    }
    match (seen, all) {
        (0, _) => Ok(()),
        (seen, true) => {
            writeln!(output, "read with others' tags on the screen, and counted: {}", sentences(*seen))
        }
        (seen, false) => {
            let seen = sentences(*seen);
            writeln!(output, "left out, read with others' tags on the screen: {seen} (--all counts them)")
        }
    }
}

fn by_label(output: &mut impl Write, findings: &Findings<'_>) -> io::Result<()> {
    let mut table = Table::new([
        "label",
        "sentences",
        "percent",
        "kappa",
        "alpha",
        "95 % of alpha",
        "F1 = PA",
        "NA",
        "AC1",
    ]);
    for (label, interval) in findings.labels.iter().zip(&findings.intervals) {
        let [sentences, percent, kappa, alpha, positive, negative, ac1] =
            cells(&findings.scoped.figures(label));
        let interval = interval.map_or_else(
            || coefficient(None),
            |interval| format!("{} to {}", coefficient(Some(interval.low)), coefficient(Some(interval.high))),
        );
        table.row(&[label.to_string(), sentences, percent, kappa, alpha, interval, positive, negative, ac1]);
    }
    table.write(output)
}

/// The same of sentences read blind and with suggestions, where there are both.
fn apart(output: &mut impl Write, findings: &Findings<'_>) -> io::Result<()> {
    let [_, (_, with_suggestions)] = &findings.apart;
    if with_suggestions.sentences() == 0 {
        return Ok(());
    }
    let mut table =
        Table::new(["label", "read", "sentences", "percent", "kappa", "alpha", "F1 = PA", "NA", "AC1"]);
    for label in &findings.labels {
        for ((_, scoped), how) in findings.apart.iter().zip(["blind", "with suggestions"]) {
            let [sentences, percent, kappa, alpha, positive, negative, ac1] = cells(&scoped.figures(label));
            let (label, how) = (label.to_string(), how.to_owned());
            table.row(&[label, how, sentences, percent, kappa, alpha, positive, negative, ac1]);
        }
    }
    writeln!(output)?;
    table.write(output)
}

/// Pictures of what two annotators give: each label for itself, and which label instead of which.
fn side_by_side(
    output: &mut impl Write,
    findings: &Findings<'_>,
    [a, b]: [&Annotator; 2],
    pair: &Pair,
) -> io::Result<()> {
    let Findings { scoped, labels, .. } = findings;
    writeln!(output, "\n{a} and {b}")?;
    let mut table = Table::new(["label", "who gives it", "sentences", ""]);
    for label in labels {
        let Some(on) = scoped.on(pair, label) else { continue };
        picture(&mut table, label, [a, b], &on.cells);
    }
    table.write(output)?;
    for label in labels {
        if let Some(on) = scoped.on(pair, label) {
            words(output, label, on)?;
        }
    }
    if scoped.labels().len() > 1 {
        writeln!(output)?;
        instead(output, scoped, [a, b], pair)?;
    }
    Ok(())
}

fn picture(table: &mut Table, label: &Label, [a, b]: [&Annotator; 2], cells: &Cells) {
    let Cells { both, only_a, only_b, neither } = *cells;
    let kappa = format!("  kappa {}", coefficient(cells.kappa()));
    let most = both.max(only_a).max(only_b).max(neither);
    let rows = [
        (label.to_string(), "both".to_owned(), both),
        (kappa, format!("only {a}"), only_a),
        (String::new(), format!("only {b}"), only_b),
        (String::new(), "neither".to_owned(), neither),
    ];
    for (label, who, count) in rows {
        table.row(&[label, who, count.to_string(), bar(count, most)]);
    }
}

/// A bar for `count`, as long as the longest where it is the most; never nothing for something.
fn bar(count: u64, most: u64) -> String {
    let length = (count * BAR).div_ceil(most.max(1));
    "█".repeat(usize::try_from(length).unwrap_or_default())
}

/// How far the two point at the same words.
fn words(output: &mut impl Write, label: &Label, on: &PairOnLabel) -> io::Result<()> {
    let (source, cue) = (on.source.f1(), on.cue.f1());
    if source.is_none() && cue.is_none() {
        return Ok(());
    }
    let label = label.to_string();
    let (label, source, cue) = (display_safe(&label), coefficient(source), coefficient(cue));
    writeln!(output, "{label}: overlap F1 of the source {source}, of the cue {cue}")
}

/// Which label the second gives (columns) where the first gives which (rows).
fn instead(
    output: &mut impl Write,
    scoped: &Scoped<'_>,
    [a, b]: [&Annotator; 2],
    pair: &Pair,
) -> io::Result<()> {
    let names = || scoped.labels().iter().map(Label::to_string).chain(["no label".to_owned()]);
    let mut table = Table::with_heading([format!("{a} ↓  {b} →")].into_iter().chain(names()));
    for (name, counts) in names().zip(pair.instead()) {
        table.push([name].into_iter().chain(counts.iter().map(u64::to_string)));
    }
    table.write(output)
}

fn dispute(output: &mut impl Write, disagreement: &Disagreement) -> io::Result<()> {
    let Disagreement { article, line, quote, is_cut_differently, labels, .. } = disagreement;
    let line = match line {
        0 => String::new(),
        line => format!(":{line}"),
    };
    let cut = if *is_cut_differently { " (cut differently)" } else { "" };
    writeln!(output, "{}{line}: {}{cut}", display_safe(article.as_str()), display_safe(quote))?;
    for (label, [yes, no]) in labels {
        let label = label.to_string();
        writeln!(output, "  {}: {}; not {}", display_safe(&label), names(yes), names(no))?;
    }
    Ok(())
}

fn names(annotators: &[Annotator]) -> String {
    annotators.iter().map(Annotator::as_str).collect::<Vec<_>>().join(", ")
}

/// Sentences, percent, kappa, alpha, positive and negative agreement, AC1.
fn cells(figures: &Figures) -> [String; 7] {
    let Figures { sentences, observed, kappa, alpha, positive, negative, ac1, .. } = *figures;
    let percent = observed.map_or_else(|| coefficient(None), |share| format!("{:.1}", 100.0 * share));
    let [kappa, alpha, positive, negative, ac1] = [kappa, alpha, positive, negative, ac1].map(coefficient);
    [sentences.to_string(), percent, kappa, alpha, positive, negative, ac1]
}

/// A coefficient with three decimals; a dash where it is not defined.
fn coefficient(value: Option<f64>) -> String {
    // Rounded before it is written: a little below zero would be -0.000.
    value.map_or_else(|| "–".to_owned(), |value| format!("{:.3}", (value * 1_000.0).round() / 1_000.0 + 0.0))
}

fn sentences(count: u64) -> String {
    counted(count, "sentence")
}
