//! An article whose text changed outside while the program runs: it is opened anew, and what was tagged follows.
//!
//! The document that is held of an article stands on the text it was last opened with. Whatever stands on another
//! text is put onto that one before the two meet.

use std::sync::Arc;

use super::{Action, App, Doubts, Effect, Problem, Seek};
use crate::{
    annotation::{Document, Sentence, anchor},
    locale::anchors,
    text::{Article, ArticleId},
};

/// So many sentences on either side help to find the selected one again.
const NEAR: usize = 40;

impl App {
    /// Is that still the text of the article that is held? If it is the open one and has another text now, it is opened
    /// anew; if it is gone, that is said as long as it is, and what was said about it stays.
    pub(super) fn is_same_text(&mut self, article: &ArticleId, text: Result<Arc<str>, Problem>) -> bool {
        let Some(open) = self.desk.open.as_ref().filter(|open| open.article.id == *article) else {
            return text.is_ok();
        };
        match text {
            Ok(text) => {
                let same = open.article.text == text;
                if std::mem::take(&mut self.desk.gone) {
                    self.desk.problem = None;
                }
                if !same {
                    self.open_anew();
                }
                same
            }
            Err(problem) => {
                if !std::mem::replace(&mut self.desk.gone, true) {
                    self.warn(anchors::article_gone(self.lang, article.as_str()));
                }
                self.desk.problem = Some(problem);
                false
            }
        }
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
        let placement = anchor::place(&held.document, article);
        if placement.document == *held.document {
            return;
        }
        let doubts = Doubts::of(&placement);
        let standing = doubts.standing(self.lang);
        let document = Arc::new(placement.document);
        held.clean = if held.is_unsaved() {
            Arc::new(anchor::place(&held.clean, article).document)
        } else {
            Arc::clone(&document)
        };
        held.doubts = Doubts::together(&held.doubts, &doubts, &document);
        held.document = document;
        self.tell_text_changed(&standing);
    }

    /// Says how saved sentences fit the text, and which keys help.
    pub(super) fn tell_text_changed(&mut self, standing: &str) {
        if !standing.is_empty() {
            let [attach, confirm] =
                [Action::Reattach, Action::ConfirmMoves].map(|action| self.commands.key_of(action));
            self.warn(anchors::text_changed(self.lang, standing, &attach, &confirm));
        }
    }

    /// Where the selected sentence of the open article begins in its new text: where its words stand, or those that took
    /// their place, else where a neighbour does. `None` where nothing of it is left.
    fn same_sentence(&self, article: &Article) -> Option<u32> {
        let open = self.desk.open.as_ref().filter(|open| open.article.id == article.id)?;
        let near = open.cursor.saturating_sub(NEAR)..(open.cursor + NEAR).min(open.units.len());
        let mut read = Document::new(article.id.clone(), self.annotator.clone()?);
        let said = open.units.get(near.clone())?.iter();
        read.sentences =
            said.map(|unit| Arc::new(Sentence::untouched(unit.chars, open.text(unit.bytes)))).collect();
        let mut places = vec![None; read.sentences.len()];
        for anchored in anchor::place(&read, article).anchored {
            places[anchored.index] = anchored.now;
        }
        let here = open.cursor.checked_sub(near.start)?;
        let nearest = std::iter::once(here).chain((0..here).rev()).chain(here..places.len());
        nearest.filter_map(|index| places.get(index).copied().flatten()).map(|place| place.start).next()
    }

    /// The document on the text of the open article, where it is of that article and stands on another.
    pub(super) fn on_open_text(&self, document: &Arc<Document>) -> Arc<Document> {
        let open = self.desk.open.as_ref().filter(|open| open.article.id == document.article);
        let held = self.shelf.document(&document.article);
        match open.zip(held) {
            Some((open, held)) if stand_apart(held, document) => {
                Arc::new(anchor::place(document, &open.article).document)
            }
            _ => Arc::clone(document),
        }
    }
}

/// Is it known that they stand on different texts?
pub(super) fn stand_apart(one: &Document, other: &Document) -> bool {
    one.text_sha256.as_ref().zip(other.text_sha256.as_ref()).is_some_and(|(one, other)| one != other)
}
