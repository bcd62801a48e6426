//! A small workspace that was counted by hand.

use std::sync::Arc;

use super::*;
use crate::{
    annotation::{AnchorState, Annotator, Label, LabelSet},
    review::{
        Aliases, ArticleHead, Context, Filter, Reading, Row as Sentence,
        agreement::{Agreement, Compared},
        rows::rows,
        stats::Counts,
        testing::{head, said},
    },
    text::ArticleId,
};

fn article(id: &str, outlet: Option<&str>, readings: Vec<Reading>) -> (ArticleHead, Vec<Sentence>) {
    let mut head = ArticleHead::clone(&head(id));
    head.front.outlet = outlet.map(str::to_owned);
    let rows = rows(&Arc::new(head.clone()), readings);
    (head, rows)
}

/// Two annotators and the desk on three articles of two outlets, and what they read.
fn workspace() -> Vec<(ArticleHead, Vec<Sentence>)> {
    let mut lost = said("ab claim", 40..49);
    (lost.anchor, lost.now) = (AnchorState::Lost, None);
    vec![
        article(
            "sea/a.txt",
            Some("The \"Daily\", Lindholm"),
            vec![
                said("ab claim attribution /Pell", 0..9),
                said("cd claim attribution /Mayor", 0..9),
                said("ab denial /he /Pell", 10..19),
                said("cd read", 10..19),
                said("ab read", 20..29),
                said("cd claim", 20..29),
                said("desk claim", 20..29),
            ],
        ),
        article("sea/b.txt", None, vec![said("ab claim", 0..9), said("ab hedge attribution", 10..19), lost]),
        article("b.txt", None, vec![said("cd read", 0..9), said("cd mark", 10..19)]),
    ]
}

fn aliases() -> Aliases {
    let mut aliases = Aliases::default();
    assert!(aliases.add("Thomas Pell", "Pell") && aliases.add("Thomas Pell", "Mayor"));
    aliases
}

fn counted() -> (Tally, Agreement) {
    let labels: Vec<Label> = LabelSet::default().iter().map(|definition| definition.label.clone()).collect();
    let mut agreement = Agreement::new(labels, Compared::default());
    let mut tally = Tally::default();
    for (head, rows) in workspace() {
        let mut readers: Vec<(Annotator, Counts)> = Vec::new();
        for reading in rows.iter().flat_map(|row| &row.readings) {
            let known = readers.iter().position(|(annotator, _)| *annotator == reading.annotator);
            let at = known.unwrap_or(readers.len());
            if known.is_none() {
                readers.push((reading.annotator.clone(), Counts { units: 5, ..Counts::default() }));
            }
            readers[at].1.count(&reading.sentence);
        }
        agreement.add(&rows);
        tally.merge(Tally::of(&head, readers, &rows, &aliases()));
    }
    let corpus = ["b.txt", "c.txt", "sea/a.txt", "sea/b.txt"].map(ArticleId::new);
    tally.arrange(&corpus);
    (tally, agreement)
}

/// A section in a few words: its rows with the numbers of their bars.
fn shown(topic: Topic) -> Vec<String> {
    let (tally, agreement) = counted();
    let sections = sections(&tally, &agreement, &LabelSet::default());
    let Some(section) = sections.iter().find(|section| section.topic == topic) else { return Vec::new() };
    let number = |bar: &Bar| match bar.value {
        Value::Count(count) => count.to_string(),
        Value::Part(part, whole) => format!("{part}/{whole}"),
        Value::Alpha(alpha, _, sentences) => format!("{alpha:.2?} of {sentences}"),
    };
    let bars = |row: &Bars| row.bars.iter().map(number).collect::<Vec<_>>().join(" ");
    section.rows.iter().map(|row| format!("{:?}: {}", row.name, bars(row))).collect()
}

#[test]
fn progress_counts_articles_that_nobody_has_opened_too() {
    let expected = [
        "Annotator(Annotator(\"ab\")): 6/10 2/4",
        "Annotator(Annotator(\"cd\")): 4/10 2/4",
        "Annotator(Annotator(\"desk\")): 1/5 1/4",
    ];
    assert_eq!(shown(Topic::Progress), expected);
    let articles = shown(Topic::ProgressByArticle);
    assert_eq!(articles.len(), 6);
    assert!(articles[1].starts_with("Reader(ArticleId(\"c.txt\"), None): 0/0"), "{articles:?}");
}

#[test]
fn a_sentence_counts_once_however_many_tag_it() {
    // Claim, denial, attribution, and the label that nobody declared.
    let articles =
        ["Article(ArticleId(\"sea/a.txt\")): 2 1 1 0", "Article(ArticleId(\"sea/b.txt\")): 2 0 1 1"];
    assert_eq!(shown(Topic::ByArticle), articles);
    assert_eq!(shown(Topic::ByStory), ["Story(\"sea\"): 4 1 2 1"]);
    let outlets = ["Outlet(None): 2 0 1 1", "Outlet(Some(\"The \\\"Daily\\\", Lindholm\")): 2 1 1 0"];
    assert_eq!(shown(Topic::ByOutlet), outlets);
    let annotators = shown(Topic::ByAnnotator);
    assert_eq!(annotators[0], "Annotator(Annotator(\"ab\")): 3 1 2 1");
    assert_eq!(annotators[2], "Annotator(Annotator(\"desk\")): 1 0 0 0");
}

#[test]
fn sources_are_counted_under_the_name_they_stand_under() {
    assert_eq!(shown(Topic::Sources), ["Source(\"Thomas Pell\"): 2", "Source(\"he\"): 1"]);
}

#[test]
fn tagged_sentences_are_counted_by_their_states() {
    let states = ["State(OneReader): 3", "State(Agreed): 1", "State(Disagreement): 1", "State(Decided): 1"];
    assert_eq!(shown(Topic::States), states);
    assert_eq!(shown(Topic::Anchors), ["Anchor(Exact): 5", "Anchor(Lost): 1"]);
    // Both read three sentences: they agree on both claims of two, and each tags something alone.
    assert_eq!(shown(Topic::Agreement).len(), 3);
}

#[test]
fn behind_every_bar_are_as_many_sentences_as_it_counts() {
    let (tally, agreement) = counted();
    let rows: Vec<Sentence> = workspace().into_iter().flat_map(|(_, rows)| rows).collect();
    let context = Context { aliases: Arc::new(aliases()), me: None };
    for section in sections(&tally, &agreement, &LabelSet::default()) {
        for row in &section.rows {
            for bar in &row.bars {
                let query = section.query(row, bar);
                let filter = Filter::parse(&query);
                assert!(filter.problems().is_empty(), "{query}: {:?}", filter.problems());
                let meant = rows.iter().filter(|row| filter.matches(row, &context)).count();
                if let Value::Count(count) = bar.value {
                    assert_eq!(meant, count as usize, "{query}");
                }
            }
        }
    }
}

#[test]
fn nothing_is_shown_of_nothing() {
    let agreement = Agreement::new([], Compared::default());
    assert_eq!(sections(&Tally::default(), &agreement, &LabelSet::default()), []);
}
