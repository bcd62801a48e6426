//! What an earlier run could not save is saved before anything else is read.

use std::sync::Arc;

use super::Place;
use crate::{
    annotation::Document,
    locale::{Lang, Phrase},
    store::{Journal, Saver, journal::Kept},
};

const SAVED: Phrase =
    Phrase::new("saved now what an earlier run could not", "jetzt gespeichert, was zuvor nicht ging");
const STILL_KEPT: Phrase = Phrase::new(
    "still not saved, kept from an earlier run",
    "noch immer nicht gespeichert, von zuvor aufbewahrt",
);

/// Saves what earlier runs left in the journal, merged with what stands there now, and tells about each piece.
pub(in crate::runtime) fn recover(place: &Place, lang: Lang) -> Vec<String> {
    let Some(folders) = &place.folders else { return Vec::new() };
    let journal = Journal::new(folders, &place.workspace);
    let pending = journal.pending();
    let mut told: Vec<String> = pending.unreadable.iter().map(ToString::to_string).collect();
    let mut saver = Saver::new(place.workspace.clone());
    for kept in pending.kept {
        let (base, document) = versions(&kept);
        told.push(match saver.save(&base, &document) {
            Ok(_) => {
                journal.take(&kept);
                format!("{}: {}", SAVED.text(lang), document.article)
            }
            Err(error) => format!("{}: {}: {error}", STILL_KEPT.text(lang), kept.path.display()),
        });
    }
    told
}

/// What the edits were made from, and the document with them. Where the first is not known, nothing is taken for it:
/// then nothing that stands in the file counts as taken away.
fn versions(kept: &Kept) -> (Arc<Document>, Arc<Document>) {
    let document = kept.document.clone();
    let empty = || Document::new(document.article.clone(), document.annotator.clone());
    (Arc::new(kept.base.clone().unwrap_or_else(empty)), Arc::new(document))
}
