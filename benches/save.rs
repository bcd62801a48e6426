//! How long saving takes, the wait for the disk included, and how much of that is ours.

#![expect(clippy::expect_used, reason = "a bench that cannot be set up has to stop")]

use std::{hint::black_box, sync::Arc};

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use factdesk::{
    annotation::{Annotator, Document, Label, Sentence, Tag},
    store::{Saver, init},
    text::{ArticleId, Span},
};

/// A document of about that many kilobytes as YAML.
fn document(kilobytes: u32) -> Document {
    let annotator = Annotator::new("ab").expect("a slug");
    let id = ArticleId::new(format!("story/{kilobytes}.txt"));
    let mut document = Document::new(id, annotator);
    for number in 0..kilobytes * 4 {
        let words = format!(
            "The town hall denied sentence number {number} and said that nothing of the kind had been decided."
        );
        let mut sentence = Sentence::untouched(Span::new(number * 200, number * 200 + 100), words);
        let mut tag = Tag::new(Label::new(Label::DENIAL));
        tag.source = vec!["The town hall".to_owned()];
        tag.source_at = vec![Span::new(number * 200, number * 200 + 13)];
        tag.cue = Some("denied".to_owned());
        tag.cue_at = vec![Span::new(number * 200 + 14, number * 200 + 20)];
        sentence.tags.push(tag);
        document.sentences.push(Arc::new(sentence));
    }
    document
}

/// The same with one mark more or less: what one key changes.
fn touched(document: &Arc<Document>) -> Arc<Document> {
    let mut document = (**document).clone();
    let sentence = Arc::make_mut(&mut document.sentences[0]);
    sentence.mark = !sentence.mark;
    Arc::new(document)
}

fn durable(c: &mut Criterion) {
    // Below the target folder and not below /tmp, which may live in memory.
    let dir = tempfile::tempdir_in(env!("CARGO_MANIFEST_DIR").to_owned() + "/target").expect("a folder");
    let workspace = init(dir.path(), &[]).expect("a workspace").workspace;
    let mut group = c.benchmark_group("save, durable");
    for kilobytes in [2, 20, 200, 1000] {
        let mut saver = Saver::new(workspace.clone());
        let mut base = Arc::new(document(kilobytes));
        group.bench_function(
            BenchmarkId::from_parameter(format!("{} KB", base.to_yaml().len() / 1000)),
            |b| {
                b.iter(|| {
                    base = saver.save(&base, &touched(&base)).expect("saved").document;
                });
            },
        );
    }
    group.finish();
}

fn ours(c: &mut Criterion) {
    let mut group = c.benchmark_group("write as YAML, read back, compare");
    for kilobytes in [2, 200, 1000] {
        let document = document(kilobytes);
        group.bench_function(
            BenchmarkId::from_parameter(format!("{} KB", document.to_yaml().len() / 1000)),
            |b| {
                b.iter(|| {
                    let yaml = document.to_yaml();
                    let again = Document::parse(&yaml, &document.article, &document.annotator);
                    black_box(again.is_ok_and(|again| again.document == document))
                });
            },
        );
    }
    group.finish();
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(30);
    targets = durable, ours
}
criterion_main!(benches);
