//! The saver: the one thread that writes annotation files, and reads them again where they may have changed.

use std::sync::{Arc, mpsc::Receiver};

use super::{Place, articles::options, presence::Shared};
use crate::{
    annotation::{
        Annotator, Document,
        anchor::{self, AnchorState},
    },
    app::{Msg, OnDisk, Problem},
    runtime::incoming::{Answers, Incoming},
    store::{Journal, LoadError, Loaded, Saver, annotations, read_article},
    text::{
        Article, ArticleId,
        sentence::{Options, SEGMENTER},
    },
};

/// Something small to keep in the person's own folders.
pub(super) type Remember = Box<dyn FnOnce() -> Result<(), String> + Send>;

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
    /// Keep something small. Where that fails, the next start asks again or begins elsewhere.
    Remember(Remember),
}

/// Works until nobody can ask any more.
pub(super) fn work(place: &Place, jobs: &Receiver<Job>, presence: &Shared, answers: &Answers) {
    let mut saver = Saver::new(place.workspace.clone());
    let journal = place.folders.as_ref().map(|folders| Journal::new(folders, &place.workspace));
    for job in jobs {
        let answer = match job {
            Job::Save { article, document, base } => {
                Some(save(&mut saver, journal.as_ref(), article, document, &base))
            }
            Job::Keep { base, document } => {
                if let Some(journal) = &journal {
                    // The panic or signal that brought us here is told already.
                    let _ = journal.keep(&base, &document);
                }
                None
            }
            Job::Reload { article, annotator } => {
                let document = load(place, &article, &annotator);
                let _ = answers.send(Incoming::Answer(Msg::Reloaded { article: article.clone(), document }));
                presence.look(article, &annotator, answers);
                None
            }
            Job::Remember(remember) => {
                let _ = remember();
                None
            }
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
            let kept = journal.and_then(|journal| journal.keep(base, &sent).ok());
            let kept = kept.map(|path| path.display().to_string());
            Msg::SaveFailed { article, sent, error: error.to_string(), kept }
        }
    }
}

/// The document as it stands on the disk, put onto its article.
fn load(place: &Place, article: &ArticleId, annotator: &Annotator) -> Result<OnDisk, Problem> {
    let loaded = annotations::load(&place.workspace, article, annotator);
    // Why an article cannot be read is said where it is opened.
    let text = read_article(&place.workspace, article).ok();
    let options = text.as_ref().map(|article| options(article, &place.settings));
    on_disk(loaded, article, annotator, text.as_ref().zip(options))
}

/// What was read, as the workbench takes it: put onto its article where that can be read, and with what a file says
/// about article and segmenter; a new document where there is no file.
pub(super) fn on_disk(
    loaded: Result<Loaded, LoadError>,
    article: &ArticleId,
    annotator: &Annotator,
    text: Option<(&Article, Options)>,
) -> Result<OnDisk, Problem> {
    let loaded = loaded.map_err(|error| error.lines())?;
    let path = loaded.path.display().to_string();
    let Some(parsed) = loaded.parsed else { return Ok(new_document(article, annotator, text)) };
    let base = Arc::new(parsed.document);
    let mut on_disk = OnDisk {
        document: Arc::clone(&base),
        base,
        moved: 0,
        lost: 0,
        read_only: parsed.read_only.map(|format| format!("{path}: format {format} of a newer factdesk")),
        warnings: parsed.warnings.iter().map(|warning| format!("{path}:{warning}")).collect(),
    };
    if let Some((article, options)) = text {
        let placement = anchor::place(&on_disk.base, &article.text);
        on_disk.moved = placement.count(AnchorState::Moved);
        on_disk.lost = placement.count(AnchorState::Lost) + placement.count(AnchorState::Ambiguous);
        let mut document = placement.document;
        if document.sentences.is_empty() {
            document.segmenter = SEGMENTER;
        }
        document.lang = document.lang.or_else(|| language(options));
        if document != *on_disk.base {
            on_disk.document = Arc::new(document);
        }
    }
    Ok(on_disk)
}

/// What stands for a file that is not there yet. The sum of the text is left for the first save: a large article has
/// to be on the screen sooner.
fn new_document(article: &ArticleId, annotator: &Annotator, text: Option<(&Article, Options)>) -> OnDisk {
    let lang = text.and_then(|(_, options)| language(options));
    let document =
        Document { lang, segmenter: SEGMENTER, ..Document::new(article.clone(), annotator.clone()) };
    let document = Arc::new(document);
    let base = Arc::clone(&document);
    OnDisk { base, document, moved: 0, lost: 0, read_only: None, warnings: Vec::new() }
}

fn language(options: Options) -> Option<String> {
    options.language.map(|language| language.code().to_owned())
}
