//! Saying that what was found again is right.

use super::{Edit, Patch};
use crate::annotation::Document;
use crate::text::Span;

impl Edit {
    /// Says that sentences which were found again elsewhere in the text, all of them within `moved`, stand where they
    /// should. That changes nothing in the document, which has them there already; it can be undone all the same.
    pub fn confirm_moves(document: &Document, moved: Span) -> Self {
        let patch = Patch::of(document, moved);
        let article = document.article.clone();
        Self { article, region: moved, before: patch.clone(), after: patch, confirms: Some(true) }
    }

    /// The same edit, by which sentences that merely moved are confirmed too ([`Self::confirm_moves`]).
    #[must_use]
    pub fn with_moves(self) -> Self {
        Self { confirms: Some(true), ..self }
    }

    /// Does it confirm that sentences moved? `Some(false)` where it takes that back.
    pub fn confirms(&self) -> Option<bool> {
        self.confirms
    }

    /// The code point to go to after it is applied: the first sentence with words of its own that it changes, else
    /// where it begins.
    pub fn place(&self) -> u32 {
        let changed = |one: &Patch, other: &Patch| {
            let placed = one.sentences.iter().filter(|sentence| !sentence.span.is_empty());
            let new = placed.filter(|sentence| !other.sentences.contains(sentence));
            new.map(|sentence| sentence.span.start).min()
        };
        let places = [changed(&self.before, &self.after), changed(&self.after, &self.before)];
        places.into_iter().flatten().min().unwrap_or(self.region.start)
    }
}
