//! An export from the disk to wherever it goes: article by article, on every core, in order.

use std::{
    io,
    ops::ControlFlow,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use signal_hook::{
    consts::{SIGHUP, SIGINT, SIGTERM},
    flag,
};

use super::parallel;
use crate::{
    export::{ExportCounts, Exported, Job, Options, Sink, Writer},
    locale::Lang,
    store::{ArticleRows, Gathered, Workspace, article_rows, by_article},
};

/// How far an export has come, in articles that somebody has annotated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// So many are done.
    pub articles: usize,
    /// So many there are.
    pub of: usize,
}

/// What an export came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Done {
    /// What is in it.
    pub counts: ExportCounts,
    /// What could not be read, for people, in English.
    pub problems: Vec<String>,
}

/// Why an export ended early. What was written by then is no export.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// What it was written to said no, or something cannot be said in the format.
    #[error(transparent)]
    Out(#[from] io::Error),
    /// It was given up.
    #[error("given up")]
    Stopped,
}

/// Has somebody asked to stop, by Ctrl-C or a signal? Who asks a second time ends the program at once.
#[derive(Clone, Debug)]
pub struct Stop(Arc<AtomicBool>);

impl Stop {
    /// Listens from now on, instead of ending the program.
    ///
    /// # Errors
    /// Where the handlers cannot be had.
    pub fn on_signals() -> io::Result<Self> {
        let asked = Arc::new(AtomicBool::new(false));
        for signal in [SIGINT, SIGTERM, SIGHUP] {
            flag::register_conditional_shutdown(signal, 128 + signal, Arc::clone(&asked))?;
            flag::register(signal, Arc::clone(&asked))?;
        }
        Ok(Self(asked))
    }

    /// Has somebody?
    pub fn is_asked(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// Writes what `options` ask for to `out`. The same workspace gives the same bytes. `progress` is told of every article
/// and can end it.
///
/// An article where nothing is meant is part of the export only where the filter has no conditions, so that who read it
/// and found nothing is seen.
///
/// # Errors
/// [`ExportError`]; what cannot be read is no error but among [`Done::problems`].
pub fn export(
    workspace: &Workspace,
    options: &Options,
    out: &mut dyn Sink,
    progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Result<Done, ExportError> {
    options.format.with_writer(Run { workspace, options, out, progress })
}

struct Run<'a> {
    workspace: &'a Workspace,
    options: &'a Options,
    out: &'a mut dyn Sink,
    progress: &'a mut dyn FnMut(Progress) -> ControlFlow<()>,
}

impl Job for Run<'_> {
    type Output = Result<Done, ExportError>;

    fn run<W: Writer>(self) -> Self::Output {
        let Self { workspace, options, out, progress } = self;
        let (articles, aside): (Vec<_>, Vec<_>) =
            by_article(workspace).partition(|gathered| matches!(gathered, Gathered::Article(..)));
        let mut done = Done::default();
        for gathered in aside {
            // Of what is nobody's, `factdesk check` tells.
            if let Gathered::Unreadable(path, why) = gathered {
                done.problems.push(format!("{}: {why}", path.display()));
            }
        }
        let mut writer = W::begin(options, out)?;
        let mut at = Progress { articles: 0, of: articles.len() };
        parallel::in_order(
            articles.into_iter(),
            |gathered| one::<W>(workspace, options, gathered),
            |(part, of_article)| {
                done.counts.add(of_article.counts);
                done.problems.extend(of_article.problems);
                if let Some(part) = part {
                    writer.put(part, out)?;
                }
                at.articles += 1;
                match progress(at) {
                    ControlFlow::Continue(()) => Ok(()),
                    ControlFlow::Break(()) => Err(ExportError::Stopped),
                }
            },
        )?;
        writer.finish(out)?;
        Ok(done)
    }
}

/// What one article comes to, if it is part of the export.
fn one<W: Writer>(workspace: &Workspace, options: &Options, gathered: Gathered) -> (Option<W::Part>, Done) {
    let Gathered::Article(id, annotators) = gathered else { return (None, Done::default()) };
    let ArticleRows { head, article, readers, rows, errors } = article_rows(workspace, &id, &annotators);
    let why = head.unreadable.as_ref().map(|why| why.text(Lang::En).to_owned());
    let problems = errors.iter().map(ToString::to_string).chain(why).collect();
    let chosen = options.voice.chosen(&rows);
    let exported = Exported::new(&head, article.as_ref(), &readers, &chosen, options);
    let done = Done { counts: ExportCounts::of(&exported, options.format), problems };
    (exported.is_part(options).then(|| W::part(options, &exported)), done)
}
