//! The slow work, in threads that sleep until there is some: one saves, one opens articles, and a walk through the
//! corpus gets a thread of its own while it lasts.
//!
//! Work that is no longer wanted is given up: an opening when a later one began, a search when it is cancelled.

mod articles;
mod corpus;
mod documents;
mod export;
mod overview;
mod placing;
mod presence;
mod recover;
mod review;
mod spoken;

pub(super) use recover::kept;
pub use spoken::Spoken;

use std::{
    io,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicU64, Ordering},
        mpsc::{Sender, channel},
    },
    thread::JoinHandle,
};

use self::presence::Shared;
use super::incoming::{Answers, Incoming, spawn};
use crate::{
    annotation::Document,
    app::{Effect, Msg, settings::Switched},
    locale::Phrase,
    store::{Folders, Session, Settings, Workspace, add_article, config},
};

const NO_FOLDER: Phrase =
    Phrase::new("you have no folder for settings", "du hast keinen Ordner für Einstellungen");

/// Where the work is done.
#[derive(Clone, Debug)]
pub struct Place {
    /// The workspace.
    pub workspace: Workspace,
    /// What holds for everybody in it.
    pub settings: Settings,
    /// The person's own folders, if they have any.
    pub folders: Option<Folders>,
    /// The language in which they are told what goes wrong.
    pub spoken: Spoken,
}

/// The number of the newest opening, or reading of the workspace.
#[derive(Clone, Debug, Default)]
struct Generation(Arc<AtomicU64>);

impl Generation {
    /// The number of none.
    const NONE: u64 = 0;

    fn begin(&self, generation: u64) {
        self.0.store(generation, Ordering::Relaxed);
    }

    /// Is it still wanted?
    fn is(&self, generation: u64) -> bool {
        self.0.load(Ordering::Relaxed) == generation
    }
}

/// All workers of a run. When dropped, what was given to the saver is saved first.
#[derive(Debug)]
pub(super) struct Workers {
    place: Place,
    answers: Answers,
    documents: Option<Sender<documents::Job>>,
    saver: Option<JoinHandle<()>>,
    articles: Sender<articles::Job>,
    opening: Generation,
    reviewing: Generation,
    counting: Generation,
    exporting: Generation,
    presence: Shared,
    /// Cancels the search that is under way.
    search: Arc<AtomicBool>,
}

impl Workers {
    /// Starts the threads that stay.
    ///
    /// # Errors
    /// Where no thread can be had.
    pub(super) fn start(place: Place, answers: Answers) -> io::Result<Self> {
        let (documents, jobs) = channel();
        let presence = Shared::new(place.workspace.clone());
        let (at, here) = (place.clone(), presence.clone());
        let saver = spawn("saver", &answers, move |answers| documents::work(&at, &jobs, &here, answers))?;
        let (articles, jobs) = channel();
        let (at, opening) = (place.clone(), Generation::default());
        let (wanted, here) = (opening.clone(), presence.clone());
        spawn("reader", &answers, move |answers| articles::work(&at, &jobs, &wanted, &here, answers))?;
        Ok(Self {
            place,
            answers,
            documents: Some(documents),
            saver: Some(saver),
            articles,
            opening,
            reviewing: Generation::default(),
            counting: Generation::default(),
            exporting: Generation::default(),
            presence,
            search: Arc::default(),
        })
    }

    /// Keeps a document outside the workspace: there is no time left to save it.
    pub(super) fn keep(&self, base: Arc<Document>, document: Arc<Document>) {
        self.document(documents::Job::Keep { base, document });
    }

    /// Does what the workbench asked for, or gives it back where it is not for workers.
    pub(super) fn perform(&mut self, effect: Effect) -> Option<Effect> {
        match effect {
            Effect::List => {
                let (workspace, lang) = (self.place.workspace.clone(), self.place.spoken.lang());
                self.detached("list", move |answers| corpus::list(&workspace, lang, answers));
            }
            Effect::Progress(annotator) => {
                let workspace = self.place.workspace.clone();
                self.detached("progress", move |answers| corpus::progress(&workspace, &annotator, answers));
            }
            Effect::SearchCorpus { query, generation } => {
                self.search.store(true, Ordering::Relaxed);
                let (workspace, cancel) = (self.place.workspace.clone(), Arc::default());
                self.search = Arc::clone(&cancel);
                self.detached("search", move |answers| {
                    corpus::search(&workspace, &query, generation, &cancel, answers);
                });
            }
            Effect::Count { generation } => {
                self.counting.begin(generation);
                let (place, wanted) = (self.place.clone(), self.counting.clone());
                self.detached("overview", move |answers| {
                    overview::work(&place, generation, &wanted, answers);
                });
            }
            Effect::CancelSearch => self.search.store(true, Ordering::Relaxed),
            Effect::Open { article, annotator, generation } => {
                self.opening.begin(generation);
                // The reader lives as long as we do.
                let _ = self.articles.send(articles::Job { article, annotator, generation });
            }
            Effect::Reload { article, annotator } => {
                self.document(documents::Job::Reload { article, annotator });
            }
            Effect::Save { article, document, base } => {
                self.document(documents::Job::Save { article, document, base });
            }
            Effect::Import { to, text } => {
                let (workspace, lang) = (self.place.workspace.clone(), self.place.spoken.lang());
                self.detached("import", move |answers| {
                    let added = add_article(&workspace, &to, &text).map_err(|error| error.text(lang));
                    let _ = answers.send(Incoming::Answer(Msg::Imported(added)));
                });
            }
            Effect::Recover(paths) => self.document(documents::Job::Recover(paths)),
            Effect::Discard(paths) => self.document(documents::Job::Discard(paths)),
            Effect::KeepSetting(setting) => {
                if let Switched::Language(lang) = setting {
                    self.place.spoken.switch(lang);
                }
                let lang = self.place.spoken.lang();
                if let Some(folders) = self.place.folders.clone() {
                    self.document(documents::Job::Remember(Box::new(move || {
                        let kept = config::remember(&folders, setting.name(), setting.value());
                        let file = kept.map(|()| folders.config.display().to_string());
                        Some(Msg::SettingKept { setting, file: file.map_err(|error| error.text(lang)) })
                    })));
                } else {
                    let file = Err(NO_FOLDER.text(lang).to_owned());
                    let _ = self.answers.send(Incoming::Answer(Msg::SettingKept { setting, file }));
                }
            }
            Effect::RememberArticle(article) => {
                if let Some(folders) = self.place.folders.clone() {
                    let workspace = self.place.workspace.clone();
                    self.document(documents::Job::Remember(Box::new(move || {
                        let session = Session { article };
                        // Where that fails, the next start begins elsewhere.
                        let _ = session.save(&folders, &workspace);
                        None
                    })));
                }
            }
            other => return self.perform_for_review(other).and_then(|other| self.perform_for_export(other)),
        }
        None
    }

    /// Waits until everything that was given to the saver is done, and shows others nothing any more.
    pub(super) fn finish(&mut self) {
        self.presence.leave();
        self.documents = None;
        if let Some(saver) = self.saver.take() {
            let _ = saver.join();
        }
    }

    fn document(&self, job: documents::Job) {
        if let Some(documents) = &self.documents {
            // Where the saver is gone, its panic has already ended the run.
            let _ = documents.send(job);
        }
    }

    /// Runs work that ends by itself. Where the system has no thread left for it, the answer stays out.
    fn detached(&self, name: &str, work: impl FnOnce(&Answers) + Send + 'static) {
        let _ = spawn(name, &self.answers, work);
    }
}

impl Drop for Workers {
    fn drop(&mut self) {
        self.finish();
    }
}
