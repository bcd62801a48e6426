//! The annotation documents of this run: every article that was opened keeps its own, so that undo reaches back
//! across articles and a failed save loses nothing.

use std::{collections::HashMap, sync::Arc};

use super::{Doubts, OnDisk, Problem};
use crate::{
    annotation::{Annotator, Document},
    text::ArticleId,
};

/// The documents by article.
#[derive(Debug, Default)]
pub struct Shelf {
    /// What is held.
    pub held: HashMap<ArticleId, Held>,
}

/// One document and how it stands to the disk.
#[derive(Debug)]
pub struct Held {
    /// As it is now.
    pub document: Arc<Document>,
    /// As it was when nothing was left to save.
    pub clean: Arc<Document>,
    /// As the file has it, as far as we know: the same as [`Self::clean`], but on the text as it was then.
    pub base: Arc<Document>,
    /// What the saver has, until it answers.
    pub sending: Option<Arc<Document>>,
    /// Why the last save failed and what was done to keep the edits, until another is on its way.
    pub failure: Option<String>,
    /// May it not be changed, and why?
    pub read_only: Option<String>,
    /// Its sentences that do not stand in the article as they were saved.
    pub doubts: Doubts,
}

impl Shelf {
    /// The document of an article that was opened in this run.
    pub fn document(&self, article: &ArticleId) -> Option<&Arc<Document>> {
        self.held.get(article).map(|held| &held.document)
    }

    /// Why what is not saved is not, by article.
    pub fn failures(&self) -> impl Iterator<Item = &str> {
        self.held.values().filter_map(|held| held.failure.as_deref())
    }
}

impl Held {
    /// A document as it was read; an empty one that must not be changed where it cannot be.
    pub(super) fn new(article: &ArticleId, annotator: Annotator, read: &Result<OnDisk, Problem>) -> Self {
        let (document, base, read_only) = match read {
            Ok(read) => (Arc::clone(&read.document), Arc::clone(&read.base), read.read_only.clone()),
            Err(problem) => {
                let empty = Arc::new(Document::new(article.clone(), annotator));
                (Arc::clone(&empty), empty, Some(problem.first().cloned().unwrap_or_default()))
            }
        };
        let clean = Arc::clone(&document);
        let doubts = read.as_ref().map_or_else(|_| Doubts::default(), |read| read.doubts.clone());
        Self { document, clean, base, sending: None, failure: None, read_only, doubts }
    }

    /// Does it hold something that the disk does not have, as far as we know?
    pub fn is_unsaved(&self) -> bool {
        !Arc::ptr_eq(&self.document, &self.clean)
    }
}
