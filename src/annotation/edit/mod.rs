//! Changes to a document that know how to be undone.
//!
//! An [`Edit`] replaces what a document says within a region of the article. It carries what has to stand there
//! before, and refuses where something else stands there; what it finds is its inverse. That undoing leads back to
//! exactly what was there needs no code of its own.

mod act;
mod attach;
mod boundary;
mod confirm;
mod decide;
mod saw;

use std::sync::Arc;

pub use act::Target;

use super::{Boundary, Document, Sentence};
use crate::text::{ArticleId, Span};

/// One change, which can be applied and undone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    article: ArticleId,
    region: Span,
    before: Patch,
    after: Patch,
    /// Does it say (or, undone, no longer say) that sentences of the article rightly moved?
    confirms: Option<bool>,
}

/// What a document says within a region.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Patch {
    /// The sentences that lie in it, in order.
    sentences: Vec<Arc<Sentence>>,
    /// Boundaries added strictly inside.
    split: Vec<Boundary>,
    /// Boundaries taken away strictly inside.
    join: Vec<Boundary>,
}

/// The region no longer says what the edit would change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the sentence has changed since")]
pub struct Stale;

impl Patch {
    fn of(document: &Document, region: Span) -> Self {
        let within = |boundaries: &[Boundary]| {
            boundaries.iter().filter(|boundary| strictly_inside(region, boundary.at)).cloned().collect()
        };
        Self {
            sentences: document.sentences[document.inside(region)].to_vec(),
            split: within(&document.split),
            join: within(&document.join),
        }
    }

    fn says_the_same(&self, other: &Self) -> bool {
        self.split == other.split
            && self.join == other.join
            && self.sentences.len() == other.sentences.len()
            && self.sentences.iter().zip(&other.sentences).all(|(a, b)| a.says_the_same(b))
    }
}

impl Edit {
    /// The article it changes the reading of.
    pub fn article(&self) -> &ArticleId {
        &self.article
    }

    /// Where it changes something, in code points: the sentence to go to.
    pub fn region(&self) -> Span {
        self.region
    }

    /// Changes `document` and gives the edit that takes the change back, times of change included.
    ///
    /// # Errors
    /// [`Stale`] where the region does not say what it said when the edit was made (times of change aside), or where
    /// a sentence now crosses its ends. The document is then as it was.
    pub fn apply(&self, document: &mut Document) -> Result<Edit, Stale> {
        let range = document.inside(self.region);
        let reaches_in = |index: Option<usize>| {
            index
                .and_then(|index| document.sentences.get(index))
                .is_some_and(|sentence| sentence.span.overlaps(self.region))
        };
        if reaches_in(range.start.checked_sub(1)) || reaches_in(Some(range.end)) {
            return Err(Stale);
        }
        let found = Patch::of(document, self.region);
        if self.article != document.article || !found.says_the_same(&self.before) {
            return Err(Stale);
        }
        document.sentences.splice(range, self.after.sentences.iter().cloned());
        replace(&mut document.split, self.region, &self.after.split);
        replace(&mut document.join, self.region, &self.after.join);
        Ok(Self {
            article: self.article.clone(),
            region: self.region,
            before: self.after.clone(),
            after: found,
            confirms: self.confirms.map(|confirms| !confirms),
        })
    }

    /// The edit that leads from `before` to `after` in `region`; `None` where nothing would change.
    fn between(document: &Document, region: Span, before: Patch, after: Patch) -> Option<Self> {
        let changes = !before.says_the_same(&after);
        changes.then(|| Self { article: document.article.clone(), region, before, after, confirms: None })
    }
}

fn strictly_inside(region: Span, at: u32) -> bool {
    region.start < at && at < region.end
}

fn replace(boundaries: &mut Vec<Boundary>, region: Span, with: &[Boundary]) {
    boundaries.retain(|boundary| !strictly_inside(region, boundary.at));
    let at = boundaries.partition_point(|boundary| boundary.at <= region.start);
    boundaries.splice(at..at, with.iter().cloned());
}

#[cfg(test)]
mod tests;
