//! What this run shows of itself to others: the reader says so when it opened an article, the saver when the person
//! came back to it.

use std::sync::{Arc, Mutex, PoisonError};

use crate::{
    annotation::Annotator,
    app::Msg,
    runtime::incoming::{Answers, Incoming},
    store::{Presence, Workspace},
    text::ArticleId,
};

/// The presence of this run, for all workers; `None` when the person has left.
#[derive(Clone, Debug)]
pub(super) struct Shared(Arc<Mutex<Option<Presence>>>);

impl Shared {
    pub(super) fn new(workspace: Workspace) -> Self {
        Self(Arc::new(Mutex::new(Some(Presence::new(workspace)))))
    }

    /// Shows that `annotator` is at `article`, and answers who else is.
    pub(super) fn look(&self, article: ArticleId, annotator: &Annotator, answers: &Answers) {
        let mut presence = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(presence) = presence.as_mut() {
            let company = presence.at(&article, annotator);
            // Who no longer listens has no need to know.
            let _ = answers.send(Incoming::Answer(Msg::Company { article, company }));
        }
    }

    /// Shows nothing any more, whatever a worker still does.
    pub(super) fn leave(&self) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }
}
