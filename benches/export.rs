//! How fast 1,000 annotated articles of 3 KB with 20 tags each leave in each format. The budget for ten times as many
//! is 4 s, and 8 s for html, xlsx and uima.

use std::{
    fs,
    io::{self, Write},
    ops::ControlFlow,
    path::Path,
};

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use factdesk::{
    annotation::Annotator,
    export::{Format, Options, Rows, Sink, Voice},
    locale::Lang,
    review::{Context, Filter},
    runtime::exporting::export,
    store::{Settings, Workspace},
};

const ARTICLES: usize = 1_000;

/// Sentences of an article; half of them have a tag.
const SENTENCES: usize = 40;

/// Takes everything and keeps nothing.
struct Nowhere;

impl Write for Nowhere {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Sink for Nowhere {
    fn file(&mut self, _: &str) -> io::Result<()> {
        Ok(())
    }
}

/// Writes the articles and what `ab` says about them.
fn fill(root: &Path) -> io::Result<()> {
    for number in 0..ARTICLES {
        let (mut text, mut said, mut at) = (String::new(), "format: 1\nsentences:\n".to_owned(), 0);
        for sentence in 0..SENTENCES {
            let words =
                format!("Satz {sentence} von {number} sagt, dass die Brücke bis Montag gesperrt bleibt.");
            let end = at + words.chars().count();
            if sentence % 2 == 0 {
                let tag = "  tags:\n  - label: attribution\n    source:\n    - Brückenamt\n    cue: sagt\n";
                let place = format!("- start: {at}\n  end: {end}\n  quote: {words}\n  read: true\n");
                said.extend([place.as_str(), tag]);
            }
            text.push_str(&words);
            text.push('\n');
            at = end + 1;
        }
        said.push_str("...\n");
        let name = format!("story-{}/{number}.txt", number % 50);
        for (path, content) in
            [(format!("corpus/{name}"), text), (format!("annotations/ab/{name}.yaml"), said)]
        {
            let path = root.join(path);
            path.parent().map_or(Ok(()), fs::create_dir_all)?;
            fs::write(path, content)?;
        }
    }
    Ok(())
}

fn exporting(c: &mut Criterion) {
    let Ok(folder) = tempfile::tempdir() else { return };
    let Ok(()) = fill(folder.path()) else { return };
    let (Ok(workspace), Some(ab)) = (Workspace::discover(folder.path()), Annotator::new("ab")) else {
        return;
    };
    let settings = Settings::default();
    let mut group = c.benchmark_group("export");
    group.sample_size(10);
    for format in Format::ALL {
        let options = Options {
            format,
            rows: Rows::Sentence,
            voice: Voice::Of(vec![ab.clone()]),
            filter: Filter::default(),
            excel: false,
            raw: false,
            lang: Lang::En,
            labels: settings.labels.clone(),
            people: settings.people.clone(),
            context: Context::default(),
        };
        group.bench_function(BenchmarkId::from_parameter(format.id()), |b| {
            b.iter(|| {
                let done = export(&workspace, &options, &mut Nowhere, &mut |_| ControlFlow::Continue(()));
                done.map(|done| done.counts.tags).ok()
            });
        });
    }
    group.finish();
}

criterion_group!(benches, exporting);
criterion_main!(benches);
