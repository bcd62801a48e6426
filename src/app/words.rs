//! Selecting words of the selected sentence, and what they are taken for.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::{App, OpenArticle, Words};
use crate::{
    annotation::Edit,
    locale::phrases::{BEFORE_FIRST_WORD, NO_WORDS},
    text::{Span, position},
};

impl Words {
    /// The selected words, from the first to the last, in bytes of the article.
    pub fn bytes(&self) -> Option<Span> {
        let (first, last) = (self.anchor.min(self.head), self.anchor.max(self.head));
        Some(Span::new(self.words.get(first)?.start, self.words.get(last)?.end))
    }
}

impl App {
    /// Begins to select words, at the first one or where the last selection in this sentence ended; or ends it.
    pub(super) fn select_words(&mut self) {
        if self.desk.words.take().is_some() {
            return;
        }
        let Some(open) = &self.desk.open else { return };
        let words = words_of(open);
        if words.is_empty() {
            self.warn(NO_WORDS.text(self.lang));
        } else {
            let here = open.unit().map(|unit| unit.bytes.start);
            let last = self.last_word.filter(|(unit, word)| Some(*unit) == here && *word < words.len());
            let word = last.map_or(0, |(_, word)| word);
            self.desk.words = Some(Words { words, anchor: word, head: word });
        }
    }

    /// Moves the selection to another word, or with `extend` its end.
    pub(super) fn move_words(&mut self, forward: bool, extend: bool) {
        let Some(words) = &mut self.desk.words else { return };
        let last = words.words.len().saturating_sub(1);
        words.head = if forward { (words.head + 1).min(last) } else { words.head.saturating_sub(1) };
        if !extend {
            words.anchor = words.head;
        }
        self.remember_word();
    }

    /// Moves the selection to the first word of the sentence, or to the last.
    pub(super) fn end_of_words(&mut self, last: bool) {
        let Some(words) = &mut self.desk.words else { return };
        words.head = if last { words.words.len().saturating_sub(1) } else { 0 };
        words.anchor = words.head;
        self.remember_word();
    }

    fn remember_word(&mut self) {
        let unit = self.desk.open.as_ref().and_then(OpenArticle::unit);
        self.last_word =
            unit.zip(self.desk.words.as_ref()).map(|(unit, words)| (unit.bytes.start, words.head));
    }

    /// The selected words, in code points.
    fn selected(&self) -> Option<Span> {
        let open = self.desk.open.as_ref()?;
        Some(open.chars(open.unit()?, self.desk.words.as_ref()?.bytes()?))
    }

    pub(super) fn words_source(&mut self) {
        let Some((span, text)) = self.selected().zip(self.selected_text()) else { return };
        self.edit(|document, target| {
            Edit::set_source(document, target, std::slice::from_ref(&text), &[span])
        });
        *self.sources.entry(text).or_default() += 1;
    }

    /// The selected words are the cue, or one piece more of it; words that are a piece already are taken out.
    pub(super) fn words_cue(&mut self) {
        let Some(span) = self.selected() else { return };
        let mut pieces: Vec<Span> = self.meant().map(|tag| tag.cue_at.clone()).unwrap_or_default();
        let known = pieces.len();
        pieces.retain(|piece| *piece != span);
        if pieces.len() == known {
            pieces.retain(|piece| !piece.overlaps(span));
            pieces.push(span);
        }
        self.edit(|document, target| Edit::set_cue(document, target, &pieces));
    }

    pub(super) fn words_toggle(&mut self, label: usize) {
        let part = self.selected();
        if part.is_some() {
            self.toggle(label, part);
        }
    }

    /// Splits the sentence before the selected words; the second half is selected.
    pub(super) fn split(&mut self) {
        let Some(at) = self.selected().map(|span| span.start) else { return };
        if self.edit(|document, target| Edit::split(document, target, at)) {
            self.desk.words = None;
            let unit = self.desk.open.as_ref().map(|open| open.unit_at(at));
            self.go_to(unit.unwrap_or(0));
        } else {
            self.warn(BEFORE_FIRST_WORD.text(self.lang));
        }
    }

    /// Joins the sentence with the next.
    pub(super) fn join(&mut self) {
        let Some(open) = &self.desk.open else { return };
        let Some((left, right)) = open.unit().zip(open.units.get(open.cursor + 1)) else { return };
        let (left, right) = (*left, *right);
        let both = Span::new(left.bytes.start, right.bytes.end);
        if self.edit_in(both, |document, target| Edit::join(document, left.chars, right.chars, target)) {
            self.desk.words = None;
            let unit = self.desk.open.as_ref().map(|open| open.unit_at(left.chars.start));
            self.go_to(unit.unwrap_or(0));
        }
    }

    fn selected_text(&self) -> Option<String> {
        let bytes = self.desk.words.as_ref()?.bytes()?;
        let words = self.desk.open.as_ref()?.text(bytes);
        Some(words.split_whitespace().collect::<Vec<_>>().join(" "))
    }
}

/// The words of the selected unit, in bytes of the article.
fn words_of(open: &OpenArticle) -> Vec<Span> {
    let Some(unit) = open.unit() else { return Vec::new() };
    let at = |byte: usize| unit.bytes.start + position(byte);
    let words = words_in(open.text(unit.bytes)).into_iter();
    words.map(|word| Span::new(at(word.start), at(word.end))).collect()
}

/// The words of a text, in bytes: letters and digits, with hyphens and apostrophes inside.
pub(super) fn words_in(text: &str) -> Vec<Range<usize>> {
    let mut words: Vec<Range<usize>> = Vec::new();
    for (start, word) in text.unicode_word_indices() {
        let end = start + word.len();
        let gap = words.last().map_or("", |last| &text[last.end..start]);
        match words.last_mut() {
            Some(last) if matches!(gap, "-" | "\u{2010}" | "\u{2011}" | "\u{ad}" | "*" | ":" | "_" | "/") => {
                last.end = end;
            }
            _ => words.push(start..end),
        }
    }
    words
}
