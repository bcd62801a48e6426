//! How fast 200,000 rows are filtered and put in order. The budget is 300 ms, by any column and with words to look for.

use std::{hint::black_box, sync::Arc};

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use factdesk::{
    annotation::{AnchorState, Annotator, Label, Sentence, Tag},
    review::{ArticleHead, Column, Context, Filter, Group, Order, Reading, Row, order::arrange},
    text::{ArticleId, FrontMatter, Span, position},
};

const ROWS: usize = 200_000;

const WORDS: [&str; 8] =
    ["council", "bridge", "says", "nobody", "Größe", "budget", "yesterday", "the mayor of Upper Dale"];

/// Rows with two readings each, twenty to an article.
fn rows(annotators: &[Annotator; 2]) -> Vec<Arc<Row>> {
    let mut head = None;
    let row = |number: usize| {
        let article = number / 20;
        if number.is_multiple_of(20) {
            let id = ArticleId::new(format!("story-{}/{article}.txt", article / 20));
            head = Some(Arc::new(ArticleHead { id, front: FrontMatter::default(), unreadable: None }));
        }
        let start = position(number % 20) * 200;
        let span = Span::new(start, start + 150);
        let quote: Vec<&str> =
            (0..16).map(|word| WORDS[(number * 7 + word * (number % 5 + 1)) % 8]).collect();
        let mut sentence = Sentence::untouched(span, quote.join(" "));
        let label = [Label::CLAIM, Label::DENIAL, Label::ATTRIBUTION][number % 3];
        let mut tag = Tag::new(Label::new(label));
        tag.source =
            (!number.is_multiple_of(4)).then(|| format!("Source {}", number % 97)).into_iter().collect();
        sentence.tags.push(tag);
        let sentence = Arc::new(sentence);
        let reading = |annotator: &Annotator| Reading {
            annotator: annotator.clone(),
            sentence: Arc::clone(&sentence),
            anchor: AnchorState::Exact,
            now: Some(span),
            words: None,
            score: 1.0,
            line: 1,
        };
        let readings = annotators.iter().map(reading).collect();
        head.clone().and_then(|head| Row::new(head, readings)).map(Arc::new)
    };
    (0..ROWS).filter_map(row).collect()
}

fn arranging(c: &mut Criterion) {
    let Some(annotators) = Annotator::new("ab").zip(Annotator::new("cd")) else { return };
    let rows = rows(&annotators.into());
    let context = Context::default();
    let mut group = c.benchmark_group("arrange");
    group.sample_size(10);
    let orders = Column::ALL.map(|by| (by.id(), "", Order { by, ..Order::default() }));
    let grouped = Order { by: Column::State, descending: false, group: Some(Group::Source) };
    let others = [
        ("grouped by source", "", grouped),
        ("words", "upper nobody", Order::default()),
        ("source", "source:97", Order::default()),
    ];
    for (name, query, order) in orders.into_iter().chain(others) {
        let filter = Filter::parse(query);
        group.bench_function(BenchmarkId::new(query, name), |b| {
            b.iter(|| arrange(black_box(&rows), &filter, order, &context).len());
        });
    }
    group.finish();
}

criterion_group!(benches, arranging);
criterion_main!(benches);
