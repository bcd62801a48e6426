//! Searching in the article and in the corpus, and going from mark to mark and from doubt to doubt.

use super::{
    App, Effect, Hit, Overlay, Seek,
    desk::Search,
    overlay::{Choice, Picker, PickerRow},
};
use crate::{
    locale::{
        phrases::{NO_MARKS, SEARCHING},
        say,
    },
    text::{ArticleId, Span, position, search::Needle},
};

impl App {
    /// Finds all places of the open article where `query` stands, and goes to the first one from here on.
    pub(super) fn search(&mut self, query: &str) {
        let Some(open) = &self.desk.open else { return };
        let needle = Needle::new(query);
        let found = needle.find_all(&open.article.text[open.article.body..]);
        let body = open.article.body;
        let hits: Vec<Span> =
            found.map(|hit| Span::new(position(hit.start + body), position(hit.end + body))).collect();
        if hits.is_empty() {
            self.desk.search = None;
            return self.warn(say::not_found(self.lang, query));
        }
        let here = open.unit().map_or(0, |unit| unit.bytes.start);
        let next = hits.iter().position(|hit| hit.start >= here).unwrap_or(0);
        self.desk.search = Some(Search { query: query.to_owned(), hits });
        self.go_to_hit(next);
    }

    /// The next or previous hit; without a search the next or previous mark.
    pub(super) fn search_next(&mut self, forward: bool) {
        let Some(open) = &self.desk.open else { return };
        let Some(unit) = open.unit() else { return };
        let Some(search) = &self.desk.search else { return self.next_mark(forward) };
        // By sentence: several hits in the selected one are seen already.
        let hit = if forward {
            let next = search.hits.partition_point(|hit| hit.start < unit.bytes.end);
            if next < search.hits.len() { next } else { 0 }
        } else {
            let before = search.hits.partition_point(|hit| hit.start < unit.bytes.start);
            before.checked_sub(1).unwrap_or(search.hits.len() - 1)
        };
        self.go_to_hit(hit);
    }

    fn go_to_hit(&mut self, hit: usize) {
        let Some((open, search)) = self.desk.open.as_ref().zip(self.desk.search.as_ref()) else { return };
        let Some(span) = search.hits.get(hit) else { return };
        let (unit, all) = (open.unit_at_byte(span.start), search.hits.len());
        if self.reading().is_some_and(|reading| !reading.shows(unit)) {
            self.desk.folded = false;
        }
        self.go_to(unit);
        self.say(say::hit(self.lang, hit + 1, all));
    }

    fn next_mark(&mut self, forward: bool) {
        let Some((open, document)) = self.desk.open.as_ref().zip(self.document()) else { return };
        let Some(unit) = open.unit() else { return };
        let at = unit.chars.start;
        let marks = document.sentences.iter().filter(|sentence| sentence.mark && !sentence.span.is_empty());
        let doubts = || self.held().into_iter().flat_map(|held| held.doubts.places());
        let places = || marks.clone().map(|mark| mark.span.start).chain(doubts());
        let found = if forward {
            places().filter(|place| *place > at).min().or_else(|| places().min())
        } else {
            places().filter(|place| *place < at).max().or_else(|| places().max())
        };
        match found.map(|place| open.unit_at(place)) {
            Some(unit) => {
                if self.reading().is_some_and(|reading| !reading.shows(unit)) {
                    self.desk.folded = false;
                }
                self.go_to(unit);
            }
            None => self.warn(NO_MARKS.text(self.lang)),
        }
    }

    /// Begins a search in all articles.
    pub(super) fn search_corpus(&mut self, query: &str) {
        self.corpus_search += 1;
        self.overlays.push(Overlay::Results(Picker::default()));
        self.effects.push(Effect::SearchCorpus { query: query.to_owned(), generation: self.corpus_search });
        self.say(SEARCHING.text(self.lang));
    }

    /// Hits arrive.
    pub(super) fn hits(&mut self, generation: u64, hits: Vec<Hit>, done: bool) {
        if generation != self.corpus_search {
            return;
        }
        let results = self.overlays.iter_mut().find_map(|overlay| match overlay {
            Overlay::Results(picker) => Some(picker),
            _ => None,
        });
        let Some(results) = results else { return };
        let row = |hit: Hit| PickerRow {
            left: hit.article.to_string(),
            choice: Choice::Go(hit.article, hit.at),
            text: hit.line,
            names: Vec::new(),
            disabled: None,
        };
        results.add(hits.into_iter().map(row));
        if done {
            let found = results.all.len();
            self.say(say::hits_in_corpus(self.lang, found));
        }
    }

    /// Goes to a hit in an article.
    pub(super) fn go_to_result(&mut self, article: ArticleId, at: u32) {
        self.effects.push(Effect::CancelSearch);
        self.give_keys_to(super::Pane::Article);
        self.open(article, Seek::At(at));
    }
}
