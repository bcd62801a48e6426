//! How saved sentences find their words again.
//!
//! A sentence is saved as a position and a quote. While the text is what it was, the position holds. Where the text
//! changed, a sentence is placed only where there is no doubt that its words stand there (`exact.rs`). For all others an
//! order-preserving alignment proposes which words stand for it now (`align.rs`); a person confirms that. What is not
//! placed is never put on other words; it keeps all it says at a span of no length between its neighbours.
//!
//! Position and quote together are the selectors of the W3C Web Annotation Data Model (`TextPositionSelector`,
//! `TextQuoteSelector`, 2017). Hypothes.is tries position, then quote, then an approximate search for each quote alone;
//! here all sentences of an article are aligned at once, in the manner of Needleman and Wunsch (1970), with lengths as
//! evidence as in Gale and Church (1993), so that neighbours speak for each other and doubt is seen.

mod align;
mod carry;
mod chain;
mod exact;
mod proof;
mod search;
mod words;

use std::sync::Arc;

use self::carry::{Shifts, find_again, moved};
use super::{Document, Sentence, units};
use crate::text::{Article, Span, char_index::CharIndex, sentence::segment};

/// How well a saved sentence fits its article as it is now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum AnchorState {
    /// The words stand where they stood, and the text is unchanged, they stand nowhere else, or the sentences around
    /// prove it.
    Exact,
    /// The words stand elsewhere, and only there, or the sentences around prove it.
    Moved,
    /// Other words stand there now, which can only be this sentence.
    Edited,
    /// The words stand there now in more sentences than one.
    Split,
    /// The words stand there now together with those of a neighbour, in one sentence.
    Joined,
    /// The words stand at several places, and which one was meant is not known.
    Ambiguous,
    /// The words stand nowhere.
    Lost,
}

impl AnchorState {
    /// All of them, the best first.
    pub const ALL: [Self; 7] =
        [Self::Exact, Self::Moved, Self::Edited, Self::Split, Self::Joined, Self::Ambiguous, Self::Lost];

    /// Its name in files and on the command line.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Moved => "moved",
            Self::Edited => "edited",
            Self::Split => "split",
            Self::Joined => "joined",
            Self::Ambiguous => "ambiguous",
            Self::Lost => "lost",
        }
    }

    /// Does the sentence stand in the text with the words that were saved?
    pub const fn is_placed(self) -> bool {
        matches!(self, Self::Exact | Self::Moved)
    }
}

/// Where one sentence was and how it fits.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Anchored {
    /// Which one it is among [`Document::sentences`] as they were.
    pub index: usize,
    /// Where the file has it, in code points.
    pub was: Span,
    /// How it fits.
    pub state: AnchorState,
    /// Where its words are now, in code points, or where other words stand for them (edited, split, joined); `None` for
    /// what is ambiguous or lost.
    pub now: Option<Span>,
    /// How alike the words are, from 0 to 1; 1 where they are the same.
    pub score: f64,
    /// Can it be confirmed without a look? Yes where the words only moved, or changed in nothing but white space and the
    /// shape of quotation marks, dashes and apostrophes ([`same_words`](super::diff::same_words)).
    pub harmless: bool,
}

/// A document put onto a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Placement {
    /// The document with every sentence where its words are (exact, moved), in order, without overlap. All others keep
    /// what they say, their quote too, at a span of no length: nobody has confirmed yet which words they belong to.
    /// Its `text_sha256` is that of the text.
    pub document: Document,
    /// For each sentence of it, where it was and how it fits.
    pub anchored: Vec<Anchored>,
    /// Boundaries set by hand whose words were not found again; they are not in the document any more.
    pub lost_boundaries: u32,
}

impl Placement {
    /// Is there something that can be confirmed without a look?
    pub fn has_harmless(&self) -> bool {
        self.anchored.iter().any(|one| one.harmless)
    }

    /// How many sentences are in that state.
    pub fn count(&self, state: AnchorState) -> usize {
        self.anchored.iter().filter(|one| one.state == state).count()
    }
}

/// Puts `document` onto `article`.
///
/// First come the sentences whose words stand in the text with certainty, then an alignment of all others with what is
/// left of it. Spans inside tags move with their sentence. Boundaries set by hand are found again by their first words,
/// near where the sentence before them went. Takes time in proportion to the text, and to the number of sentences that
/// have to be aligned.
pub fn place(document: &Document, article: &Article) -> Placement {
    let text = &*article.text;
    let unchanged = document.text_sha256.as_deref() == Some(article.sha256());
    let index = CharIndex::new(text);
    let mut document = Document { text_sha256: Some(article.sha256().to_owned()), ..document.clone() };
    let mut spots = exact::at_home(&document.sentences, &index, unchanged);
    let strayed = spots.contains(&None);
    let computed = if strayed { segment(text, article.body, article.options()) } else { Vec::new() };
    if strayed {
        exact::find(&mut spots, &document.sentences, &index, article.body, &computed);
    }
    let mut lost_boundaries = 0;
    if !unchanged {
        let places: Vec<_> = spots.iter().map(|spot| spot.and_then(|spot| spot.now)).collect();
        let shifts = Shifts::new(&document.sentences, &places);
        for boundaries in [&mut document.split, &mut document.join] {
            lost_boundaries += find_again(boundaries, &index, article.body, &shifts);
        }
    }
    if spots.contains(&None) {
        let placed = assemble(&document, &spots).0;
        let units = units(text, &computed, &Document { sentences: placed, ..document.clone() });
        align::find(&mut spots, &document.sentences, &index, &units);
    }
    let (sentences, anchored) = assemble(&document, &spots);
    Placement { document: Document { sentences, ..document }, anchored, lost_boundaries }
}

/// The sentences at their spots, in order: those with other words now stand before these, those with none behind the one
/// before them.
fn assemble(document: &Document, spots: &[Option<Spot>]) -> (Vec<Arc<Sentence>>, Vec<Anchored>) {
    let mut between = 0;
    let mut placed: Vec<(Arc<Sentence>, Anchored)> = Vec::with_capacity(spots.len());
    for (index, (sentence, spot)) in document.sentences.iter().zip(spots).enumerate() {
        let Spot { state, now, score, harmless } = spot.unwrap_or(Spot::LOST);
        let start = now.map_or(between, |now| now.start);
        let span = now.filter(|_| state.is_placed()).unwrap_or(Span::new(start, start));
        between = now.map_or(between, |now| now.end);
        let anchored = Anchored { index, was: sentence.span, state, now, score, harmless };
        placed.push((moved(sentence, span), anchored));
    }
    placed.sort_by_key(|(sentence, _)| sentence.span);
    placed.into_iter().unzip()
}

/// What was found out about one sentence; the fields are those of [`Anchored`].
#[derive(Clone, Copy, Debug, PartialEq)]
struct Spot {
    state: AnchorState,
    now: Option<Span>,
    score: f64,
    harmless: bool,
}

impl Spot {
    const AMBIGUOUS: Self = Self { state: AnchorState::Ambiguous, now: None, score: 0.0, harmless: false };
    const LOST: Self = Self { state: AnchorState::Lost, ..Self::AMBIGUOUS };

    /// The words of `sentence` stand at `span`.
    fn exact(sentence: &Sentence, span: Span) -> Self {
        let here = sentence.span == span;
        let state = if here { AnchorState::Exact } else { AnchorState::Moved };
        Self { state, now: Some(span), score: 1.0, harmless: !here }
    }
}

#[cfg(test)]
mod tests;
