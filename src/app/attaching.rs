//! Sentences that lost their words when the article changed: whoever reads says which words they belong to now.

use std::sync::Arc;

use super::{
    Action, App, Doubt, Overlay,
    overlay::{Choice, Picker, PickerRow},
};
use crate::{
    annotation::{Edit, Sentence},
    locale::anchors::{self, ALL_IN_PLACE, ATTACHED, NOTHING_TO_CONFIRM, PLACE_TAKEN},
    text::{Article, Span},
};

impl App {
    /// Puts the sentence that is proposed for the selected words onto them. Where none is, the person chooses one.
    pub(super) fn reattach(&mut self) {
        let Some(here) = self.desk.open.as_ref().and_then(|open| open.unit()).copied() else { return };
        let doubts = self.held().map(|held| &held.doubts);
        let proposed = doubts.and_then(|doubts| doubts.proposed(here.chars).next()).cloned();
        let Some((sentence, now)) = proposed.and_then(|doubt| Some((doubt.sentence, doubt.anchored.now?)))
        else {
            return self.choose_without_place();
        };
        // A part of the words that are proposed may have been tagged meanwhile.
        if !self.put(&sentence, now) {
            self.attach(&sentence);
        }
    }

    /// Offers the sentences without a place, to put one onto the selected words.
    pub(super) fn choose_without_place(&mut self) {
        let Some(held) = self.held() else { return };
        let row = |doubt: &Doubt| PickerRow {
            left: format!(
                "{} {}",
                self.letters(&doubt.sentence),
                doubt.anchored.state.name().text(self.lang)
            ),
            text: doubt.sentence.quote.split_whitespace().collect::<Vec<_>>().join(" "),
            choice: Choice::Attach(Arc::clone(&doubt.sentence)),
            names: Vec::new(),
            disabled: None,
        };
        let mut rows: Vec<PickerRow> = held.doubts.without_place().map(row).collect();
        let open = self.desk.open.as_ref();
        if let Some((open, unit)) = open.and_then(|open| Some((open, open.unit()?))) {
            // The same words first: which of several places was meant is what the person is to say.
            let words = open.text(unit.bytes);
            let same = |row: &PickerRow| matches!(&row.choice, Choice::Attach(one) if one.quote == words);
            rows.sort_by_key(|row| !same(row));
        }
        if rows.is_empty() {
            return self.warn(ALL_IN_PLACE.text(self.lang));
        }
        self.overlays.push(Overlay::Unplaced(Picker::of(rows)));
    }

    /// Puts a sentence without a place onto the selected words.
    pub(super) fn attach(&mut self, sentence: &Arc<Sentence>) {
        let Some(here) = self.desk.open.as_ref().and_then(|open| open.unit()).copied() else { return };
        if !self.put(sentence, here.chars) {
            self.warn(PLACE_TAKEN.text(self.lang));
        }
    }

    fn put(&mut self, sentence: &Arc<Sentence>, onto: Span) -> bool {
        let Some(bytes) = self.desk.open.as_ref().and_then(|open| open.bytes(onto)) else { return false };
        let is_it = |other: &Arc<Sentence>| {
            Arc::ptr_eq(other, sentence) || other.span == sentence.span && other.quote == sentence.quote
        };
        self.desk.words = None;
        self.desk.only = None;
        let done = self.edit_in(bytes, |document, target| {
            let index = document.sentences.iter().position(is_it)?;
            Edit::reattach(document, index, target)
        });
        if done {
            let unit = self.desk.open.as_ref().map_or(0, |open| open.unit_at(onto.start));
            self.go_to(unit);
            self.say(ATTACHED.text(self.lang));
        }
        done
    }

    /// Confirms all harmless changes of the open article.
    pub(super) fn confirm_moves(&mut self) {
        let Some(article) = self.desk.open.as_ref().map(|open| open.article.clone()) else { return };
        let confirmed = self.confirm_moves_in(&article);
        let left = self.held().map_or(0, |held| held.doubts.pending());
        let key = self.commands.key_of(Action::Reattach);
        if confirmed == 0 {
            self.warn(NOTHING_TO_CONFIRM.text(self.lang));
        } else {
            self.say(anchors::confirmed(self.lang, confirmed, left, &key));
        }
    }

    /// Confirms all harmless changes of an article that was opened in this run: sentences that moved stay where they were
    /// found, and those whose words only changed their look get the new words. That is one change, which can be undone.
    /// Tells how many sentences it is about; 0 too where the document must not be changed.
    pub(super) fn confirm_moves_in(&mut self, article: &Article) -> usize {
        let Some(held) = self.shelf.held.get(&article.id).filter(|held| held.read_only.is_none()) else {
            return 0;
        };
        let count = held.doubts.harmless();
        let placement = held.doubts.placement(&held.document);
        let edit = match Edit::confirm_harmless(&placement, &article.text, self.now) {
            Some(edit) => Some(edit.with_moves()),
            None => held.doubts.moved().map(|moved| Edit::confirm_moves(&held.document, moved)),
        };
        let Some(Ok(inverse)) = edit.map(|edit| self.change(&article.id, &edit)) else { return 0 };
        self.history.did(inverse);
        count
    }

    /// The letters of a sentence's tags.
    fn letters(&self, sentence: &Sentence) -> String {
        let letter = |definition: &crate::annotation::LabelDefinition| {
            sentence.has(&definition.label).then_some(definition.letter)
        };
        self.labels.iter().filter_map(letter).collect()
    }
}
