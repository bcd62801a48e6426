//! Saved sentences that do not stand in their article as they were saved, until somebody says what becomes of them.
//!
//! What merely moved stands at its new place and is shown as moved until that is confirmed. What was edited, split,
//! joined, is ambiguous or lost has no place: it is *pending*, at a span of no length with the words it was saved
//! with, and stays so in the file until somebody puts it onto other words. Which of them still are so is read from the
//! document, so that undoing an answer brings the question back.

use std::{collections::HashMap, sync::Arc};

use crate::{
    annotation::{AnchorState, Anchored, Document, Placement, Sentence},
    locale::Lang,
    text::Span,
};

/// All of an article.
const WHOLE: Span = Span::new(0, u32::MAX);

/// A saved sentence that does not stand in its article as it was saved.
#[derive(Clone, Debug, PartialEq)]
pub struct Doubt {
    /// It, in the document that was put onto the text.
    pub sentence: Arc<Sentence>,
    /// How it fits the text (never exactly), and where it is now or which words seem to have taken the place of its own.
    pub anchored: Anchored,
    /// Is it still so?
    is_left: bool,
}

impl Doubt {
    /// Has it no place?
    fn is_pending(&self) -> bool {
        !self.anchored.state.is_placed()
    }

    /// Is that the sentence it is about, whatever is said about it now?
    fn is_about(&self, sentence: &Arc<Sentence>) -> bool {
        let same = |other: &Sentence| sentence.span == other.span && sentence.quote == other.quote;
        Arc::ptr_eq(sentence, &self.sentence) || same(&self.sentence)
    }
}

/// Those of one document.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Doubts {
    /// In the order of the document.
    all: Vec<Doubt>,
    /// Those without a place for which there is a proposal, in the order of that: indices into [`Self::all`].
    proposed: Vec<usize>,
    /// Did somebody say that what moved rightly did?
    confirmed: bool,
    /// How many are left, by state.
    left: [usize; AnchorState::ALL.len()],
}

impl Doubts {
    /// Those of a document that was put onto its text.
    pub fn of(placement: &Placement) -> Self {
        let sentences = placement.document.sentences.iter().zip(&placement.anchored);
        let doubts = sentences.filter(|(_, anchored)| anchored.state != AnchorState::Exact);
        let doubt = |(sentence, anchored): (&Arc<Sentence>, &Anchored)| Doubt {
            sentence: Arc::clone(sentence),
            anchored: *anchored,
            is_left: false,
        };
        Self::new(doubts.map(doubt).collect(), &placement.document)
    }

    /// Those of `document`, in which two versions were united: what either knew about its sentences.
    pub(super) fn together(ours: &Self, theirs: &Self, document: &Document) -> Self {
        let of_ours = ours.all.iter().filter(|doubt| doubt.is_pending() || !ours.confirmed);
        let known: HashMap<(&str, bool), &Doubt> = of_ours
            .chain(&theirs.all)
            .map(|doubt| ((&*doubt.sentence.quote, doubt.is_pending()), doubt))
            .collect();
        let doubt = |sentence: &Arc<Sentence>| {
            let is_pending = sentence.span.is_empty();
            let doubt = known.get(&(&*sentence.quote, is_pending)).copied();
            let anchored = doubt.map_or(lost(sentence.span), |doubt| doubt.anchored);
            let is_one = is_pending || doubt.is_some();
            is_one.then(|| Doubt { sentence: Arc::clone(sentence), anchored, is_left: false })
        };
        Self::new(document.sentences.iter().filter_map(doubt).collect(), document)
    }

    fn new(all: Vec<Doubt>, document: &Document) -> Self {
        let mut proposed: Vec<usize> = (0..all.len())
            .filter(|index| all[*index].is_pending() && all[*index].anchored.now.is_some())
            .collect();
        proposed.sort_by_key(|index| all[*index].anchored.now);
        let mut doubts = Self { all, proposed, ..Self::default() };
        doubts.follow(document, WHOLE);
        doubts
    }

    /// How many are left in that state.
    pub fn count(&self, state: AnchorState) -> usize {
        self.left[state as usize]
    }

    /// How many are left in which state, in words; empty where none are.
    pub fn standing(&self, lang: Lang) -> String {
        let states = AnchorState::ALL.into_iter().map(|state| (self.count(state), state.name().text(lang)));
        let parts: Vec<String> =
            states.filter(|(count, _)| *count > 0).map(|(count, state)| format!("{count} {state}")).collect();
        parts.join(", ")
    }

    /// How many are left without a place.
    pub fn pending(&self) -> usize {
        AnchorState::ALL.into_iter().filter(|state| !state.is_placed()).map(|state| self.count(state)).sum()
    }

    /// Those left without a place, in the order in which they once stood.
    pub fn without_place(&self) -> impl Iterator<Item = &Doubt> {
        self.all.iter().filter(|doubt| doubt.is_pending() && doubt.is_left)
    }

    /// Those left without a place that seem to be the words at `span`.
    pub fn proposed(&self, span: Span) -> impl Iterator<Item = &Doubt> {
        let place = |index: &usize| self.all[*index].anchored.now.unwrap_or_default();
        let first = self.proposed.partition_point(|index| place(index).end <= span.start);
        let here = self.proposed[first..].iter().take_while(move |index| place(index).start < span.end);
        here.map(|index| &self.all[*index]).filter(|doubt| doubt.is_left)
    }

    /// Where words are that seem to be a sentence without a place, in code points, in the order of the text.
    pub(super) fn places(&self) -> impl Iterator<Item = u32> {
        let doubts = self.proposed.iter().map(|index| &self.all[*index]);
        doubts.filter(|doubt| doubt.is_left).filter_map(|doubt| Some(doubt.anchored.now?.start))
    }

    /// Did that sentence move without anybody having said that it rightly did?
    pub fn is_moved(&self, sentence: &Sentence) -> bool {
        let found = self.all.binary_search_by(|doubt| doubt.sentence.span.cmp(&sentence.span));
        let doubt = found.ok().map(|index| &self.all[index]);
        doubt.is_some_and(|doubt| doubt.anchored.state == AnchorState::Moved && doubt.is_left)
    }

    /// From the first to the last sentence that moved without anybody having confirmed it.
    pub(super) fn moved(&self) -> Option<Span> {
        let moved =
            || self.all.iter().filter(|doubt| doubt.anchored.state == AnchorState::Moved && doubt.is_left);
        let (first, last) = (moved().next()?, moved().next_back()?);
        Some(Span::new(first.sentence.span.start, last.sentence.span.end))
    }

    /// How many can be confirmed without a look.
    pub fn harmless(&self) -> usize {
        self.all.iter().filter(|doubt| doubt.is_left && doubt.anchored.harmless).count()
    }

    /// `document`, with how each of its sentences fits the text as far as nobody has said so.
    pub(super) fn placement(&self, document: &Document) -> Placement {
        let mut left = self.all.iter().filter(|doubt| doubt.is_left).peekable();
        let fit = |(index, sentence): (usize, &Arc<Sentence>)| {
            let doubt = left.next_if(|doubt| doubt.is_about(sentence));
            let state = AnchorState::Exact;
            let exact = Anchored {
                index,
                was: sentence.span,
                state,
                now: Some(sentence.span),
                score: 1.0,
                harmless: false,
            };
            doubt.map_or(exact, |doubt| Anchored { index, ..doubt.anchored })
        };
        let anchored = document.sentences.iter().enumerate().map(fit).collect();
        Placement { document: document.clone(), anchored, lost_boundaries: 0 }
    }

    /// What moved is confirmed, or no longer is.
    pub(super) fn confirm(&mut self, confirmed: bool, document: &Document) {
        self.confirmed = confirmed;
        self.follow(document, WHOLE);
    }

    /// Finds out what is left of them after `document` changed within `region`. Takes the time of what lies there.
    pub(super) fn follow(&mut self, document: &Document, region: Span) {
        let first = self.all.partition_point(|doubt| doubt.sentence.span.start < region.start);
        let said = document.sentences.partition_point(|sentence| sentence.span.start < region.start);
        let mut said = document.sentences[said..].iter().peekable();
        let inside = self.all[first..].iter_mut().take_while(|doubt| doubt.sentence.span.start <= region.end);
        for doubt in inside {
            // Both are in the order of the text, and what a document no longer says is simply not there.
            while said.next_if(|sentence| sentence.span < doubt.sentence.span).is_some() {}
            let is_there = said.next_if(|sentence| doubt.is_about(sentence)).is_some();
            let count = &mut self.left[doubt.anchored.state as usize];
            *count = count.saturating_sub(usize::from(doubt.is_left));
            doubt.is_left = is_there && (doubt.is_pending() || !self.confirmed);
            *count += usize::from(doubt.is_left);
        }
    }
}

/// How a sentence fits of which nothing is known but that it has no place.
fn lost(was: Span) -> Anchored {
    Anchored { index: 0, was, state: AnchorState::Lost, now: None, score: 0.0, harmless: false }
}
