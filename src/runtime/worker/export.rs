//! Exports that the workbench asks for: what they would be, and the export itself.

use std::{
    ops::ControlFlow,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use super::{Generation, Place, Workers};
use crate::{
    app::{Effect, ExportEnd, ExportPreview, Msg},
    export::{ExportCounts, Exported, Options, Sample},
    locale::errors,
    runtime::{
        exporting::{self, ExportError},
        incoming::{Answers, Incoming},
        parallel,
    },
    store::{ArticleRows, NewFolders, Out, OutError, Workspace, annotated, article_rows, would_replace},
};

/// How often it is told how far it has come.
const PAUSE: Duration = Duration::from_millis(100);

impl Workers {
    /// Does what the export dialog asked for, or gives it back where it is not for workers.
    pub(super) fn perform_for_export(&mut self, effect: Effect) -> Option<Effect> {
        match effect {
            Effect::PreviewExport { generation, options } => {
                self.exporting.begin(generation);
                let (workspace, wanted) = (self.place.workspace.clone(), self.exporting.clone());
                self.detached("preview", move |answers| {
                    preview(&workspace, &options, generation, &wanted, answers);
                });
            }
            Effect::Export { generation, options, path, replace } => {
                self.exporting.begin(generation);
                let (place, wanted) = (self.place.clone(), self.exporting.clone());
                self.detached("export", move |answers| {
                    let told = |msg| drop(answers.send(Incoming::Answer(msg)));
                    let mut since = Instant::now();
                    let end = export(&place, &options, &path, replace, |articles, of| {
                        if since.elapsed() >= PAUSE {
                            since = Instant::now();
                            told(Msg::ExportGoesOn { generation, articles, of });
                        }
                        wanted.is(generation)
                    });
                    told(Msg::ExportEnded { generation, end });
                });
            }
            Effect::StopExport => self.exporting.begin(Generation::NONE),
            other => return Some(other),
        }
        None
    }
}

/// Finds out what an export would be, on every core, until another one is wanted.
fn preview(
    workspace: &Workspace,
    options: &Options,
    generation: u64,
    wanted: &Generation,
    answers: &Answers,
) {
    let articles = annotated(workspace);
    let mut preview = ExportPreview::default();
    preview.so_far.all = articles.len();
    let (mut begun, mut since) = (Begun::default(), Instant::now());
    let send = |preview: &ExportPreview| {
        let preview = Box::new(preview.clone());
        answers.send(Incoming::Answer(Msg::ExportPreviewed { generation, preview })).map_err(drop)
    };
    let ended = parallel::in_order(
        articles.into_iter(),
        |(article, annotators)| {
            wanted.is(generation).then(|| {
                let read = article_rows(workspace, &article, &annotators);
                let (counts, is_part) = with_exported(&read, options, |exported| {
                    (ExportCounts::of(exported, options.format), exported.is_part(options))
                });
                (counts, is_part, read)
            })
        },
        |read| {
            let (counts, is_part, read) = read.ok_or(())?;
            preview.counts.add(counts);
            preview.so_far.read += 1;
            preview.so_far.unreadable += read.errors.len() + usize::from(read.head.unreadable.is_some());
            if is_part && !begun.is_enough() {
                begun.sentences += counts.sentences;
                begun.articles.push(read);
            }
            let shows = preview.sample.is_none() && begun.is_enough();
            if shows {
                preview.sample = Some(begun.sample(options));
            }
            if shows || since.elapsed() >= PAUSE {
                since = Instant::now();
                send(&preview)?;
            }
            Ok::<_, ()>(())
        },
    );
    if ended.is_ok() {
        preview.so_far.done = true;
        preview.sample.get_or_insert_with(|| begun.sample(options));
        // Nobody listens any more where the program ends.
        let _ = send(&preview);
    }
}

/// The first articles of an export.
#[derive(Default)]
struct Begun {
    articles: Vec<ArticleRows>,
    /// Sentences of them that are meant.
    sentences: usize,
}

impl Begun {
    fn is_enough(&self) -> bool {
        self.sentences.max(self.articles.len()) >= Sample::ENOUGH
    }

    fn sample(&self, options: &Options) -> Sample {
        let chosen: Vec<_> = self.articles.iter().map(|read| options.voice.chosen(&read.rows)).collect();
        let exported: Vec<Exported<'_>> = self
            .articles
            .iter()
            .zip(&chosen)
            .map(|(read, chosen)| {
                Exported::new(&read.head, read.article.as_ref(), &read.readers, chosen, options)
            })
            .collect();
        Sample::of(options, &exported)
    }
}

fn with_exported<T>(read: &ArticleRows, options: &Options, give: impl FnOnce(&Exported<'_>) -> T) -> T {
    let chosen = options.voice.chosen(&read.rows);
    give(&Exported::new(&read.head, read.article.as_ref(), &read.readers, &chosen, options))
}

/// Exports to `path` as it was typed; `goes_on` is told how far it has come, and can end it.
fn export(
    place: &Place,
    options: &Options,
    path: &str,
    replace: bool,
    mut goes_on: impl FnMut(usize, usize) -> bool,
) -> ExportEnd {
    let lang = place.spoken.lang();
    let workspace = &place.workspace;
    let path = resolved(workspace, path);
    let failed = |error: &OutError| ExportEnd::Failed(error.text(lang));
    let several = options.format.extension().is_none();
    // Dropped last: then it is known whether anything was written there.
    let _folders = match NewFolders::make(workspace, &path) {
        Ok(folders) => folders,
        Err(error) => return failed(&error),
    };
    let mut out = match Out::create(workspace, &path, several) {
        Ok(_) if !replace && would_replace(workspace, &path) => return ExportEnd::Exists,
        Ok(out) => out,
        Err(error) => return failed(&error),
    };
    let done = exporting::export(workspace, options, &mut out, &mut |progress| {
        if goes_on(progress.articles, progress.of) {
            ControlFlow::Continue(())
        } else {
            ControlFlow::Break(())
        }
    });
    let done = match done {
        Ok(done) => done,
        Err(ExportError::Stopped) => return ExportEnd::Stopped,
        Err(ExportError::Out(error)) => {
            return ExportEnd::Failed(format!("{}: {}", path.display(), errors::disk(lang, &error)));
        }
    };
    match out.commit() {
        Ok(_) => ExportEnd::Written { counts: done.counts, unreadable: done.problems.len() },
        Err(error) => failed(&error),
    }
}

/// Where a path leads that was typed in the workbench.
fn resolved(workspace: &Workspace, typed: &str) -> PathBuf {
    match (typed.strip_prefix("~/"), std::env::home_dir()) {
        (Some(below), Some(home)) => home.join(below),
        _ => workspace.root().join(Path::new(typed)),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;

    use super::*;
    use crate::{
        annotation::LabelSet,
        export::{Format, Rows, Voice},
        locale::Lang,
        review::{Context, Filter},
        runtime::Spoken,
        store::{
            self, Settings,
            testing::{is_there, read, write},
        },
    };

    /// A workspace in which somebody tagged one article, and read another.
    fn place() -> (tempfile::TempDir, Place) {
        let folder = tempfile::tempdir().unwrap();
        let workspace = store::init(folder.path(), &[]).unwrap().workspace;
        for (name, label) in [("a", "[]"), ("b", "\n  - label: claim")] {
            write(&workspace.corpus().join(format!("{name}.txt")), &format!("\u{1f600} Über {name}.\n"));
            let file = workspace.annotations().join(format!("ab/{name}.txt.yaml"));
            let sentence = format!(
                "- start: 0\n  end: 9\n  quote: \u{1f600} Über {name}.\n  read: true\n  tags: {label}\n"
            );
            write(&file, &format!("format: 1\nsentences:\n{sentence}...\n"));
        }
        let (settings, spoken) = (Settings::default(), Spoken::new(Lang::En));
        (folder, Place { workspace, settings, folders: None, spoken })
    }

    fn options(format: Format) -> Options {
        Options {
            format,
            rows: Rows::default(),
            voice: Voice::All,
            filter: Filter::default(),
            excel: false,
            raw: false,
            lang: Lang::En,
            labels: LabelSet::default(),
            people: std::collections::BTreeMap::new(),
            context: Context::default(),
        }
    }

    #[test]
    fn what_is_shown_is_what_the_file_begins_with() {
        let (_folder, place) = place();
        for format in Format::ALL.into_iter().filter(|format| format.extension().is_some()) {
            let (sender, answers) = channel();
            let wanted = Generation::default();
            wanted.begin(1);
            preview(&place.workspace, &options(format), 1, &wanted, &sender);
            let last = answers.try_iter().last();
            let Some(Incoming::Answer(Msg::ExportPreviewed { preview, .. })) = last else { panic!() };
            assert_eq!((preview.counts.sentences, preview.counts.tags, preview.so_far.read), (1, 1, 2));
            let end = export(&place, &options(format), format.id(), false, |_, _| true);
            assert!(matches!(end, ExportEnd::Written { counts, .. } if counts == preview.counts), "{end:?}");
            let written = read(&place.workspace.root().join(format.id())).unwrap();
            match preview.sample.unwrap() {
                Sample::Rows(rows) => assert_eq!(rows[0].words, "\u{1f600} Über b."),
                Sample::Lines(lines) => {
                    assert_eq!(lines, written.lines().collect::<Vec<_>>(), "{}", format.id());
                    assert!(!lines.is_empty(), "{}", format.id());
                }
            }
        }
    }

    #[test]
    fn an_export_that_is_stopped_or_asked_about_changes_nothing() {
        let (_folder, place) = place();
        let path = place.workspace.root().join("exports/a.csv");
        let to = |replace, goes_on| {
            export(&place, &options(Format::Csv), "exports/a.csv", replace, |_, _| goes_on)
        };
        assert_eq!(to(false, false), ExportEnd::Stopped);
        assert!(!is_there(&place.workspace.root().join("exports")));
        assert!(matches!(to(false, true), ExportEnd::Written { .. }));
        write(&path, "mine");
        assert_eq!((to(false, true), to(true, false)), (ExportEnd::Exists, ExportEnd::Stopped));
        assert_eq!(read(&path).unwrap(), "mine");
        assert!(matches!(to(true, true), ExportEnd::Written { .. }));
        assert_ne!(read(&path).unwrap(), "mine");
    }
}
