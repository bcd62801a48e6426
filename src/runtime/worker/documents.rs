//! The saver: the one thread that writes annotation files, and reads them again where they may have changed.

use std::{
    collections::HashMap,
    path::PathBuf,
    sync::{Arc, mpsc::Receiver},
};

use super::{
    Place,
    placing::on_disk,
    presence::Shared,
    recover::{discard, recover},
};
use crate::{
    annotation::{Annotator, Document},
    app::Msg,
    locale::{Lang, Text, phrases::ENDED_BEFORE},
    runtime::incoming::{Answers, Incoming},
    store::{Journal, Saver, annotations, read_article},
    text::ArticleId,
};

/// Something small to keep in the person's own folders, and the answer where one is wanted.
pub(super) type Remember = Box<dyn FnOnce() -> Option<Msg> + Send>;

/// What the saver can be asked for, done in the order it was asked.
pub(super) enum Job {
    /// Save a document.
    Save {
        /// Of which article.
        article: ArticleId,
        /// What to save.
        document: Arc<Document>,
        /// What it was made from.
        base: Arc<Document>,
    },
    /// Keep a document in the journal.
    Keep {
        /// What it was made from.
        base: Arc<Document>,
        /// What to keep.
        document: Arc<Document>,
    },
    /// Read a document again.
    Reload {
        /// Of which article.
        article: ArticleId,
        /// Whose.
        annotator: Annotator,
    },
    /// Take edits over that are kept at these paths.
    Recover(Vec<PathBuf>),
    /// Throw edits away that are kept at these paths.
    Discard(Vec<PathBuf>),
    /// Keep something small.
    Remember(Remember),
}

/// Works until nobody can ask any more.
pub(super) fn work(place: &Place, jobs: &Receiver<Job>, presence: &Shared, answers: &Answers) {
    let mut saver = Saver::new(place.workspace.clone());
    let journal = place.folders.as_ref().map(|folders| Journal::new(folders, &place.workspace));
    let mut failures: HashMap<ArticleId, Text> = HashMap::new();
    for job in jobs {
        let answer = match job {
            Job::Save { article, document, base } => {
                let lang = place.spoken.lang();
                let answer = save(&mut saver, journal.as_ref(), article.clone(), document, &base, lang);
                if let Msg::SaveFailed { error, .. } = &answer {
                    failures.insert(article, Text::from(error.clone()));
                } else {
                    failures.remove(&article);
                }
                Some(answer)
            }
            Job::Keep { base, document } => {
                if let Some(journal) = &journal {
                    // The panic or signal that brought us here is told already.
                    let why = failures.remove(&document.article).unwrap_or_else(|| ENDED_BEFORE.into());
                    let _ = journal.keep(&base, &document, &why);
                }
                None
            }
            Job::Reload { article, annotator } => {
                let reloaded = reload(place, article.clone(), &annotator);
                let _ = answers.send(Incoming::Answer(reloaded));
                presence.look(article, &annotator, answers);
                None
            }
            Job::Recover(paths) => journal.as_ref().map(|journal| recover(&mut saver, journal, &paths)),
            Job::Discard(paths) => {
                if let Some(journal) = &journal {
                    discard(journal, &paths);
                }
                None
            }
            Job::Remember(remember) => remember(),
        };
        if let Some(answer) = answer {
            // Also when nobody listens any more, the jobs that are left are done.
            let _ = answers.send(Incoming::Answer(answer));
        }
    }
}

fn save(
    saver: &mut Saver,
    journal: Option<&Journal>,
    article: ArticleId,
    sent: Arc<Document>,
    base: &Arc<Document>,
    lang: Lang,
) -> Msg {
    match saver.save(base, &sent) {
        Ok(done) => {
            if let Some(journal) = journal {
                journal.forget(&sent);
            }
            let former = done.kept.map(|path| path.display().to_string());
            Msg::Saved { article, sent, on_disk: done.document, former }
        }
        Err(error) => {
            let why = Text { en: error.text(Lang::En).into(), de: error.text(Lang::De).into() };
            let kept = journal.and_then(|journal| journal.keep(base, &sent, &why).ok());
            let kept = kept.map(|path| path.display().to_string());
            Msg::SaveFailed { article, sent, error: why.text(lang).to_owned(), kept }
        }
    }
}

/// The document as it stands on the disk, put onto its article.
fn reload(place: &Place, article: ArticleId, annotator: &Annotator) -> Msg {
    let loaded = annotations::load(&place.workspace, &article, annotator);
    let lang = place.spoken.lang();
    let read = read_article(&place.workspace, &article);
    let text = read.as_ref().ok().map(|article| (article, article.options()));
    let document = on_disk(loaded, &article, annotator, text, lang);
    let text = read.map(|article| article.text);
    let text = text.map_err(|error| error.text(lang).lines().map(str::to_owned).collect());
    Msg::Reloaded { article, text, document }
}
