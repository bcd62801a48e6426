//! Properties of rows and of the filters that choose among them.

use std::sync::Arc;

use factdesk::{
    annotation::{AnchorState, Annotator, Label, Sentence, Tag},
    review::{
        ArticleHead, Column, Context, Filter, Group, Line, Order, Reading, Row,
        filter::{Key, written},
        order::arrange,
        rows,
    },
    text::{ArticleId, FrontMatter, Span},
};
use proptest::{collection::vec, option, prelude::*, sample::select};

/// A query made of pieces that mean something to it.
fn query() -> impl Strategy<Value = String> {
    const PIECES: [&str; 22] = [
        "-",
        "\"",
        "\"\"",
        ",",
        "=",
        ":",
        " ",
        "label:",
        "is:",
        "state:",
        "source:",
        "ist:",
        "claim",
        "open",
        "unsure",
        "marked",
        "Pell",
        "ä",
        "\\",
        "\n",
        "x:",
        "verschoben",
    ];
    vec(prop_oneof![9 => select(&PIECES[..]).prop_map(str::to_owned), 1 => any::<String>()], 0..16)
        .prop_map(|pieces| pieces.concat())
}

fn head(id: &str) -> Arc<ArticleHead> {
    Arc::new(ArticleHead { id: ArticleId::new(id), front: FrontMatter::default(), unreadable: None })
}

prop_compose! {
    fn reading()(
        who in select(&["ab", "cd", "desk"][..]),
        start in 0_u32..60,
        length in 0_u32..20,
        is_placed in prop::bool::weighted(0.8),
        labels in vec(select(&["claim", "denial", "hedge"][..]), 0..3),
        source in option::of(select(&["Pell", "er", "Ä"][..])),
        mark in any::<bool>(),
    ) -> Reading {
        let span = Span::new(start, start + length);
        let mut sentence = Sentence::untouched(span, format!("{}.", start % 7));
        sentence.mark = mark;
        sentence.tags = labels.into_iter().map(|label| Tag::new(Label::new(label))).collect();
        for tag in &mut sentence.tags {
            tag.source = source.map(str::to_owned).into_iter().collect();
        }
        Reading {
            annotator: Annotator::new(who).unwrap(),
            sentence: Arc::new(sentence),
            anchor: if is_placed { AnchorState::Exact } else { AnchorState::Lost },
            now: is_placed.then_some(span),
            words: None,
            score: 1.0,
            line: u32::from(is_placed),
        }
    }
}

/// Rows of two articles.
fn all_rows() -> impl Strategy<Value = Vec<Arc<Row>>> {
    (vec(reading(), 0..20), vec(reading(), 0..20)).prop_map(|(a, b)| {
        let both = [("a.txt", a), ("b.txt", b)].into_iter();
        both.flat_map(|(id, readings)| rows::rows(&head(id), readings)).map(Arc::new).collect()
    })
}

proptest! {
    #[test]
    fn a_filter_is_written_as_a_query_that_means_the_same(query in query()) {
        let filter = Filter::parse(&query);
        let again = Filter::parse(&filter.to_string());
        prop_assert_eq!(again.to_string(), filter.to_string());
        prop_assert!(again.problems().iter().all(|problem| filter.problems().contains(problem)));
    }

    #[test]
    fn values_are_written_so_that_they_are_read_back(values in vec(any::<String>(), 1..4), exactly in any::<bool>()) {
        let texts: Vec<&str> = values.iter().map(String::as_str).collect();
        let filter = Filter::parse(&written(Key::Source, &texts, exactly));
        prop_assert!(filter.problems().is_empty());
        prop_assert_eq!(filter.named(Key::Source).collect::<Vec<_>>(), texts);
    }

    #[test]
    fn no_reading_is_lost_and_rows_neither_overlap_nor_change_places(readings in vec(reading(), 0..30)) {
        let rows = rows::rows(&head("a.txt"), readings.clone());
        let kept: usize = rows.iter().map(|row| row.readings.len()).sum();
        prop_assert_eq!(kept, readings.len());
        let placed: Vec<Span> = rows.iter().map_while(Row::span).collect();
        prop_assert!(rows[placed.len()..].iter().all(|row| row.span().is_none()));
        for (before, after) in placed.iter().zip(&placed[placed.len().min(1)..]) {
            prop_assert!(before.end <= after.start && before.start <= after.start);
        }
    }

    #[test]
    fn what_is_not_meant_is_meant_by_the_opposite(rows in all_rows(), word in select(&["label:claim", "source:pell", "1", "is:unsure", "state:open"][..])) {
        let count = |query: &str| {
            let (filter, context) = (Filter::parse(query), Context::default());
            rows.iter().filter(|row| filter.matches(row, &context)).count()
        };
        prop_assert_eq!(count(word) + count(&format!("-{word}")), count(""));
        prop_assert_eq!(count(""), rows.iter().filter(|row| row.is_tagged()).count());
    }

    #[test]
    fn each_row_that_is_meant_stands_once_and_headings_count_theirs(
        rows in all_rows(),
        by in select(&Column::ALL[..]),
        descending in any::<bool>(),
        group in option::of(select(&[Group::Article, Group::Source][..])),
    ) {
        let context = Context::default();
        let filter = Filter::parse("is:marked,unsure");
        let lines = arrange(&rows, &filter, Order { by, descending, group }, &context);
        let mut listed = Vec::new();
        let mut left = 0;
        for line in lines {
            match line {
                Line::Heading(_, count) => {
                    prop_assert_eq!(left, 0);
                    left = count;
                }
                Line::Row(index) => {
                    listed.push(index);
                    left = if group.is_some() { left - 1 } else { 0 };
                }
            }
        }
        prop_assert_eq!(left, 0);
        listed.sort_unstable();
        let meant: Vec<usize> = (0..rows.len()).filter(|index| filter.matches(&rows[*index], &context)).collect();
        prop_assert_eq!(listed, meant);
    }
}
