//! What a person says about the selected sentence. Every act is one [`Edit`] that joins the history and is saved.

use std::sync::Arc;

use super::{App, Draft, Effect, View, overlay::Question};
use crate::{
    annotation::{Document, Edit, Sentence, Stale, Target},
    locale::{phrases::CHANGED_MEANWHILE, say},
    review::stats::Counts,
    text::{ArticleId, Kind, Span},
};

impl App {
    /// Makes an edit of the selected sentence and does it. `false` where nothing changed.
    pub(super) fn edit(&mut self, make: impl FnOnce(&Document, &Target<'_>) -> Option<Edit>) -> bool {
        if self.view == View::Review {
            return self.edit_row(make);
        }
        let Some(span) = self.desk.open.as_ref().and_then(|open| open.unit()).map(|unit| unit.bytes) else {
            return false;
        };
        self.edit_in(span, make)
    }

    /// The same for a sentence that is not the unit selected, but stands at `bytes` of the open article.
    pub(super) fn edit_in(
        &mut self,
        bytes: Span,
        make: impl FnOnce(&Document, &Target<'_>) -> Option<Edit>,
    ) -> bool {
        let Some((open, document)) = self.desk.open.as_ref().zip(self.document()) else { return false };
        let Some(first) = open.units.get(open.unit_at_byte(bytes.start)) else { return false };
        let span = open.chars(first, bytes);
        let target = Target { span, quote: open.text(bytes), only: self.only(), now: self.now };
        let Some(edit) = make(document, &target) else { return false };
        let edit = edit.having_seen(&self.seen(span));
        let article = open.article.id.clone();
        self.commit(&article, &edit)
    }

    /// Does an edit; it joins the history. `false` where nothing changed, and why is said.
    pub(super) fn commit(&mut self, article: &ArticleId, edit: &Edit) -> bool {
        if let Some(reason) = self.read_only(article) {
            self.warn(reason);
            return false;
        }
        let done = self.change(article, edit);
        if let Ok(inverse) = done {
            self.history.did(inverse);
            true
        } else {
            self.warn(CHANGED_MEANWHILE.text(self.lang));
            false
        }
    }

    /// Applies an edit to the document of an article, brings what is shown up to date, and saves.
    ///
    /// # Errors
    /// [`Stale`] where the document does not say any more what the edit would change.
    pub(super) fn change(&mut self, article: &ArticleId, edit: &Edit) -> Result<Edit, Stale> {
        let held = self.shelf.held.get_mut(article).ok_or(Stale)?;
        let before = Arc::clone(&held.document);
        let mut after = Document::clone(&before);
        let inverse = edit.apply(&mut after)?;
        held.doubts.follow(&after, edit.region());
        if let Some(confirmed) = edit.confirms() {
            held.doubts.confirm(confirmed, &after);
        }
        held.document = Arc::new(after);
        if self.desk.open.as_ref().is_some_and(|open| open.article.id == *article) {
            self.follow_change(&before, edit.region());
        } else if let Some(document) = self.shelf.document(article) {
            self.list.set_progress(article, Counts::of(document));
        }
        self.follow_in_review(article, edit.region());
        self.save_all();
        Ok(inverse)
    }

    /// Brings units and counts up to date after the open article's document changed in `region`.
    fn follow_change(&mut self, before: &Document, region: Span) {
        let Some(open) = &mut self.desk.open else { return };
        let Some(after) = self.shelf.document(&open.article.id) else { return };
        let kind = |document: &Document| document.find(region).and_then(|sentence| sentence.kind);
        let unit = open.unit_at(region.start);
        let another_kind = kind(before) != kind(after);
        let several = open.units.get(unit).is_none_or(|unit| unit.chars != region);
        if several || before.split != after.split || before.join != after.join {
            self.cut_anew();
            return self.leave_hidden();
        }
        let was = open.tally(before, region);
        if another_kind {
            open.set_kind(unit, kind(after).unwrap_or(open.guess(region.start)));
        }
        let mut counts = open.counts;
        counts.shift(&was, &open.tally(after, region));
        self.set_counts(counts);
        if another_kind {
            self.leave_hidden();
        }
    }

    pub(super) fn toggle(&mut self, label: usize, part: Option<Span>) {
        let Some(label) = self.labels.get(label).map(|definition| definition.label.clone()) else { return };
        self.edit(|document, target| Edit::toggle_label(document, target, &label, part));
    }

    pub(super) fn set_and_go(&mut self, label: usize) {
        let Some(label) = self.labels.get(label).map(|definition| definition.label.clone()) else { return };
        self.edit(|document, target| Edit::set_label(document, target, &label, None));
        self.go_to_next_open();
    }

    pub(super) fn read_and_go(&mut self) {
        self.edit(Edit::mark_read);
        self.go_to_next_open();
    }

    pub(super) fn untouch(&mut self) {
        self.edit(Edit::untouch);
    }

    pub(super) fn mark(&mut self) {
        self.edit(Edit::toggle_mark);
    }

    pub(super) fn unsure(&mut self) {
        self.edit(Edit::toggle_unsure);
    }

    pub(super) fn keep_mine(&mut self) {
        self.edit(Edit::keep_mine);
    }

    pub(super) fn take_theirs(&mut self) {
        self.edit(Edit::take_theirs);
    }

    /// Furniture or not: what the guess says is not written down.
    pub(super) fn furniture(&mut self) {
        let Some(open) = &self.desk.open else { return };
        let Some(unit) = open.unit() else { return };
        let guess = open.guess(unit.chars.start);
        let kind = match (unit.kind == Kind::Furniture, guess == Kind::Furniture) {
            (true, true) => Some(Kind::Sentence),
            (false, false) => Some(Kind::Furniture),
            (true, false) | (false, true) => None,
        };
        self.edit(|document, target| Edit::set_kind(document, target, kind));
    }

    pub(super) fn note_in_editor(&mut self) {
        let Some((article, span)) = self.selected_place() else { return };
        let text = self.selected_sentence().and_then(|sentence| sentence.note.clone()).unwrap_or_default();
        self.in_editor = Some((article, span));
        self.effects.push(Effect::OpenEditor { text });
    }

    /// The sentence that a note is about: its article, and where it stands there.
    pub(super) fn selected_place(&self) -> Option<(ArticleId, Span)> {
        if self.view == View::Review {
            let (row, reading) = (self.review.row()?, self.decidable().ok()?);
            return Some((row.article.id.clone(), reading.now?));
        }
        let open = self.desk.open.as_ref()?;
        Some((open.article.id.clone(), open.unit()?.chars))
    }

    /// What the annotator says about the sentence that a note is about.
    pub(super) fn selected_sentence(&self) -> Option<&Sentence> {
        match self.view {
            View::Review => self.my_sentence().map(AsRef::as_ref),
            View::Desk | View::Overview => self.sentence(),
        }
    }

    /// The person comes back from the editor.
    pub(super) fn edited(&mut self, text: Result<String, String>) {
        let Some((article, span)) = self.in_editor.take() else { return };
        match text {
            Err(error) => self.warn(say::editor_failed(self.lang, &error)),
            Ok(text) if self.selected_place().is_some_and(|place| place == (article.clone(), span)) => {
                self.edit(|document, target| Edit::set_note(document, target, Some(&text)));
            }
            // The note waits in its field for when the person comes back to that sentence.
            Ok(text) => {
                self.drafts.insert(Draft::At(Question::Note, article, span.start), text);
            }
        }
    }

    /// Puts the sentence, or the selected words, on the clipboard.
    pub(super) fn copy(&mut self) {
        let Some(open) = &self.desk.open else { return };
        let words = self.desk.words.as_ref().and_then(super::Words::bytes);
        let Some(bytes) = words.or_else(|| open.unit().map(|unit| unit.bytes)) else { return };
        let text = open.text(bytes).to_owned();
        self.put_on_clipboard(text);
    }

    pub(super) fn put_on_clipboard(&mut self, text: String) {
        self.say(say::copied(self.lang, text.chars().count()));
        self.effects.push(Effect::Copy(text));
    }
}
