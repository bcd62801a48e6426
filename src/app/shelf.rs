//! The annotation documents of this run: every article that was opened keeps its own, so that undo reaches back
//! across articles and a failed save loses nothing.

use std::{collections::HashMap, sync::Arc};

use crate::{annotation::Document, text::ArticleId};

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
    /// As the disk has it, as far as we know.
    pub base: Arc<Document>,
    /// Is what the screen shows on the disk?
    pub save: SaveState,
    /// May it not be changed, and why?
    pub read_only: Option<String>,
}

/// Is what the screen shows on the disk?
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum SaveState {
    /// Yes.
    #[default]
    Saved,
    /// The saver has it.
    Saving,
    /// No: it failed with this, and what was done to keep it.
    Failed(String),
}
