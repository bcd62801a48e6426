//! How long it takes to find articles, to read one, and to know where an annotator stands in all of them.

#![expect(clippy::expect_used, reason = "a bench that cannot be set up has to stop")]

use std::{fs, hint::black_box, path::Path, sync::Arc};

use criterion::{Criterion, criterion_group, criterion_main};
use factdesk::{
    annotation::{Annotator, Document, Label, Sentence, Tag},
    review::stats::Counts,
    store::{Listed, Workspace, annotations, annotations::Found, init, load, read_article, walk},
    text::{ArticleId, Span},
};

/// A workspace of `count` articles of 3 KB, a hundred to a story.
fn workspace(folder: &Path, count: usize) -> Workspace {
    let workspace = init(folder, &[]).expect("a workspace").workspace;
    let text = "The council met on Tuesday. The mayor denied the report. ".repeat(53);
    for number in 0..count {
        let story = workspace.corpus().join(format!("story-{:04}", number / 100));
        if number % 100 == 0 {
            fs::create_dir(&story).expect("a folder");
        }
        fs::write(story.join(format!("article-{number:06}.txt")), &text).expect("an article");
    }
    workspace
}

/// Annotation files of 2 KB for each of `count` articles.
fn annotate(workspace: &Workspace, annotator: &Annotator, count: usize) {
    for number in 0..count {
        let id = ArticleId::new(format!("story-{:04}/article-{number:06}.txt", number / 100));
        let mut document = Document::new(id, annotator.clone());
        for at in 0..12 {
            let span = Span::new(at * 57, at * 57 + 56);
            let mut sentence =
                Sentence::untouched(span, "The council met on Tuesday. The mayor denied the report.");
            sentence.tags.push(Tag::new(Label::new(Label::CLAIM)));
            document.sentences.push(Arc::new(sentence));
        }
        let path = factdesk::store::annotation_path(workspace, &document.article, annotator).expect("a path");
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, document.to_yaml()).expect("a file");
    }
}

fn listing(c: &mut Criterion) {
    let mut group = c.benchmark_group("list");
    group.sample_size(10);
    for count in [10_000, 100_000] {
        let dir = tempfile::tempdir().expect("a folder");
        let workspace = workspace(dir.path(), count);
        group.bench_function(format!("first 50 of {count}"), |b| {
            b.iter(|| black_box(walk(&workspace).take(50).count()));
        });
        group.bench_function(format!("all {count}"), |b| {
            b.iter(|| {
                let ids: Vec<ArticleId> = walk(&workspace)
                    .filter_map(|listed| if let Listed::Article(id) = listed { Some(id) } else { None })
                    .collect();
                assert_eq!(ids.len(), count);
                ids
            });
        });
    }
    group.finish();
}

fn opening(c: &mut Criterion) {
    let dir = tempfile::tempdir().expect("a folder");
    let workspace = workspace(dir.path(), 10_000);
    let annotator = Annotator::new("ab").expect("a slug");
    annotate(&workspace, &annotator, 10_000);
    let id = ArticleId::new("story-0000/article-000000.txt");
    c.bench_function("read an article of 3 KB", |b| b.iter(|| read_article(&workspace, &id).expect("read")));
    c.bench_function("load its annotations", |b| {
        b.iter(|| load(&workspace, &id, &annotator).expect("loaded"));
    });
    let mut group = c.benchmark_group("progress");
    group.sample_size(10);
    group.bench_function("10,000 articles", |b| {
        b.iter(|| {
            let counts: Vec<Counts> = annotations::documents_of(&workspace, &annotator)
                .filter_map(|found| match found {
                    Found::Document { article, annotator, .. } => {
                        load(&workspace, &article, &annotator).ok()?.parsed
                    }
                    _ => None,
                })
                .map(|parsed| Counts::of(&parsed.document))
                .collect();
            assert_eq!(counts.len(), 10_000);
            counts
        });
    });
    group.finish();
}

criterion_group!(benches, listing, opening);
criterion_main!(benches);
