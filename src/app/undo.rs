//! Undo and redo through the whole run, across articles.

use super::{App, Seek, View};
use crate::{
    annotation::{Document, Edit},
    locale::{
        phrases::NOT_SHOWN,
        say::{self, Change},
    },
};

impl App {
    pub(super) fn undo(&mut self) {
        let Some(edit) = self.history.take_undo() else { return };
        if let Some(reason) = self.read_only(edit.article()) {
            self.history.redid(edit);
            return self.warn(reason);
        }
        if let Some(inverse) = self.take_back(&edit, true) {
            self.history.undid(inverse);
        }
    }

    pub(super) fn redo(&mut self) {
        let Some(edit) = self.history.take_redo() else { return };
        if let Some(reason) = self.read_only(edit.article()) {
            self.history.undid(edit);
            return self.warn(reason);
        }
        if let Some(inverse) = self.take_back(&edit, false) {
            self.history.redid(inverse);
        }
    }

    /// Applies an edit of the history and goes to the sentence it changes; says what it was, or that it is stale.
    fn take_back(&mut self, edit: &Edit, undo: bool) -> Option<Edit> {
        let article = edit.article().clone();
        let before = self.shelf.document(&article).cloned();
        let done = self.change(&article, edit);
        let after = self.shelf.document(&article).cloned();
        let is_shown = if self.view == View::Review {
            self.go_to_row(&article, edit.place())
        } else {
            self.open(article.clone(), Seek::At(edit.place()));
            true
        };
        if let (Ok(inverse), Some(before), Some(after)) = (done, before, after) {
            let change = change_in(edit, &before, &after);
            let mut text = say::taken_back(self.lang, undo, change);
            if !is_shown {
                text = format!("{text}  ·  {article}: {}", NOT_SHOWN.text(self.lang));
            }
            self.say(text);
            Some(inverse)
        } else {
            self.warn(say::stale(self.lang, undo));
            None
        }
    }
}

/// What is different in the region of an edit: the first thing that a person would name.
fn change_in(edit: &Edit, before: &Document, after: &Document) -> Change {
    if before.split != after.split || before.join != after.join {
        return Change::Boundary;
    }
    let without_place = |document: &Document| {
        let sentences = &document.sentences[document.inside(edit.region())];
        sentences.iter().filter(|sentence| sentence.span.is_empty()).count()
    };
    if edit.confirms().is_some() || without_place(before) != without_place(after) {
        return Change::Place;
    }
    let find = |document: &Document| document.find(edit.region()).cloned();
    let (before, after) = (find(before), find(after));
    let differs = |what: fn(&crate::annotation::Sentence) -> String| {
        before.as_deref().map(what).unwrap_or_default() != after.as_deref().map(what).unwrap_or_default()
    };
    let labels = |sentence: &crate::annotation::Sentence| {
        let mut labels: Vec<_> =
            sentence.tags.iter().map(|tag| format!("{} {:?}", tag.label, tag.part)).collect();
        labels.extend(sentence.not.iter().map(|label| format!("not {label}")));
        labels.sort();
        labels.join("\n")
    };
    if differs(labels) {
        Change::Tags
    } else if differs(|sentence| format!("{:?}", sentence.tags)) {
        Change::Details
    } else if differs(|sentence| sentence.note.clone().unwrap_or_default()) {
        Change::Note
    } else if differs(|sentence| if sentence.mark { "m".into() } else { String::new() }) {
        Change::Mark
    } else if differs(|sentence| sentence.kind.map(|kind| kind.name().to_owned()).unwrap_or_default()) {
        Change::Kind
    } else if differs(|sentence| if sentence.read { "r".into() } else { String::new() }) {
        Change::Read
    } else if differs(|sentence| sentence.saw.join(" ")) {
        Change::Saw
    } else {
        Change::Conflict
    }
}
