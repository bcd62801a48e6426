//! An article whose text changed outside while the program runs: it is opened anew, and what was tagged follows.
//!
//! The document that is held of an article stands on the text it was last opened with. Whatever stands on another
//! text is put onto that one before the two meet.

use std::sync::Arc;

use super::{App, Effect, Seek};
use crate::{
    annotation::{
        Document,
        anchor::{self, AnchorState},
    },
    locale::say,
    text::{Article, ArticleId},
};

impl App {
    /// Opens the article anew if it is the open one and this is its text on the disk; tells whether that is another
    /// than the one shown.
    pub(super) fn is_other_text(&mut self, article: &ArticleId, text: &str) -> bool {
        let open = self.desk.open.as_ref().filter(|open| open.article.id == *article);
        let is_other = open.is_some_and(|open| *open.article.text != *text);
        if is_other {
            self.open_anew();
        }
        is_other
    }

    /// Reads the open article again, unless one is being opened anyway.
    pub(super) fn open_anew(&mut self) {
        let (Some(open), Some(annotator)) = (&self.desk.open, self.annotator.clone()) else { return };
        if self.desk.opening.is_some() {
            return;
        }
        let article = open.article.id.clone();
        self.desk.seek = Some(Seek::At(open.unit().map_or(0, |unit| unit.chars.start)));
        self.desk.words = None;
        self.desk.generation += 1;
        self.desk.opening = Some(article.clone());
        self.effects.push(Effect::Open { article, annotator, generation: self.desk.generation });
    }

    /// Puts what is held of an article onto the text it has now, whose sum is `sha256` where that is known, and keeps
    /// the person at the sentence where they are.
    pub(super) fn follow_text(&mut self, article: &Article, sha256: Option<&str>) {
        if let Some(at) = self.same_sentence(article) {
            self.desk.seek = Some(Seek::At(at));
        }
        let Some(held) = self.shelf.held.get_mut(&article.id) else { return };
        if held.document.sentences.is_empty()
            || sha256.is_some_and(|sum| held.document.text_sha256.as_deref() == Some(sum))
        {
            return;
        }
        let placement = anchor::place(&held.document, &article.text);
        if placement.document == *held.document {
            return;
        }
        let lost = placement.count(AnchorState::Lost) + placement.count(AnchorState::Ambiguous);
        let text = say::text_changed(self.lang, placement.count(AnchorState::Moved), lost);
        let document = Arc::new(placement.document);
        held.clean = if held.is_unsaved() {
            Arc::new(anchor::place(&held.clean, &article.text).document)
        } else {
            Arc::clone(&document)
        };
        held.document = document;
        self.warn(text);
    }

    /// Where the selected sentence of the open article begins in its new text, if that is known.
    fn same_sentence(&self, article: &Article) -> Option<u32> {
        let open = self.desk.open.as_ref().filter(|open| open.article.id == article.id)?;
        let mut found = article.text.match_indices(open.text(open.unit()?.bytes));
        let (byte, _) = found.next()?;
        let before = article.text.get(..byte)?.chars().count();
        found.next().is_none().then(|| u32::try_from(before).ok())?
    }

    /// The document on the text of the open article, where it is of that article and stands on another.
    pub(super) fn on_open_text(&self, document: &Arc<Document>) -> Arc<Document> {
        let open = self.desk.open.as_ref().filter(|open| open.article.id == document.article);
        let held = self.shelf.document(&document.article);
        match open.zip(held) {
            Some((open, held)) if stand_apart(held, document) => {
                Arc::new(anchor::place(document, &open.article.text).document)
            }
            _ => Arc::clone(document),
        }
    }
}

/// Is it known that they stand on different texts?
pub(super) fn stand_apart(one: &Document, other: &Document) -> bool {
    one.text_sha256.as_ref().zip(other.text_sha256.as_ref()).is_some_and(|(one, other)| one != other)
}
