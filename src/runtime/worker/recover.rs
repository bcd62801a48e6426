//! What earlier runs could not save: told at the start, and taken over or thrown away when the person says so.

use std::{path::PathBuf, sync::Arc};

use super::Place;
use crate::{
    annotation::Document,
    app::{KeptEdits, Msg},
    locale::{Lang, Text},
    store::{Journal, Saver, journal::Kept},
};

/// What there is, and what is wrong with the rest.
pub(in crate::runtime) fn kept(place: &Place) -> (Vec<KeptEdits>, Vec<String>) {
    let Some(folders) = &place.folders else { return (Vec::new(), Vec::new()) };
    let pending = Journal::new(folders, &place.workspace).pending();
    let edits = pending.kept.into_iter().map(|kept| KeptEdits {
        path: kept.path,
        annotator: kept.document.annotator,
        article: kept.document.article,
        at: kept.at,
        why: kept.why,
    });
    let lang = place.spoken.lang();
    (edits.collect(), pending.unreadable.iter().map(|error| error.text(lang)).collect())
}

/// Saves those at `paths`, merged with what stands there now. What cannot be saved stays in the journal.
pub(super) fn recover(saver: &mut Saver, journal: &Journal, paths: &[PathBuf]) -> Msg {
    let (mut done, mut failed) = (0, Vec::new());
    for kept in of(journal, paths) {
        let (base, document) = versions(&kept);
        match saver.save(&base, &document) {
            Ok(_) => {
                journal.take(&kept);
                done += 1;
            }
            Err(error) => {
                failed.push(Text { en: error.text(Lang::En).into(), de: error.text(Lang::De).into() });
            }
        }
    }
    Msg::Recovered { saved: done, failed }
}

/// Throws those at `paths` away.
pub(super) fn discard(journal: &Journal, paths: &[PathBuf]) {
    for kept in of(journal, paths) {
        journal.take(&kept);
    }
}

/// What is kept at `paths` and nothing else: what came later was not offered.
fn of(journal: &Journal, paths: &[PathBuf]) -> impl Iterator<Item = Kept> {
    journal.pending().kept.into_iter().filter(|kept| paths.contains(&kept.path))
}

/// What the edits were made from, and the document with them. Where the first is not known, nothing is taken for it:
/// then nothing that stands in the file counts as taken away.
fn versions(kept: &Kept) -> (Arc<Document>, Arc<Document>) {
    let document = kept.document.clone();
    let empty = || Document::new(document.article.clone(), document.annotator.clone());
    (Arc::new(kept.base.clone().unwrap_or_else(empty)), Arc::new(document))
}
