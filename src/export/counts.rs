//! What is in an export, in numbers.

use super::{Exported, Format};
use crate::{
    annotation::AnchorState,
    locale::{Lang, export as say},
};

/// What is in an export, or in the part of it that an article is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ExportCounts {
    /// Articles with sentences that are meant.
    pub articles: usize,
    /// Sentences that are meant.
    pub sentences: usize,
    /// Their tags.
    pub tags: usize,
    /// Sentences by how they fit their article, in the order of [`AnchorState::ALL`].
    pub anchors: [usize; AnchorState::ALL.len()],
    /// Sentences that are meant and left out: they have no place, and the format knows nothing but places.
    pub left_out: usize,
}

impl ExportCounts {
    /// What is in an article that leaves in that format.
    pub fn of(article: &Exported<'_>, format: Format) -> Self {
        let mut counts = Self { articles: usize::from(!article.entries.is_empty()), ..Self::default() };
        for entry in &article.entries {
            counts.sentences += 1;
            counts.tags += entry.tags.len();
            counts.left_out += usize::from(format.needs_places() && entry.span.is_none());
            if let Some(at) = AnchorState::ALL.iter().position(|state| *state == entry.anchor) {
                counts.anchors[at] += 1;
            }
        }
        counts
    }

    /// Counts `other` too.
    pub fn add(&mut self, other: Self) {
        let Self { articles, sentences, tags, anchors, left_out } = other;
        self.articles += articles;
        self.sentences += sentences;
        self.tags += tags;
        self.left_out += left_out;
        for (here, more) in self.anchors.iter_mut().zip(anchors) {
            *here += more;
        }
    }

    /// The sentences that do not stand in their article as they were saved: by how they fit it, where there are any.
    pub fn in_doubt(&self) -> impl Iterator<Item = (AnchorState, usize)> {
        let states = AnchorState::ALL.into_iter().zip(self.anchors);
        states.filter(|(state, count)| !state.is_placed() && *count > 0)
    }

    /// The same in words.
    pub fn text(&self, lang: Lang) -> String {
        let meant = say::meant(lang, self.sentences, self.articles, self.tags);
        match self.in_doubt().map(|(_, count)| count).sum() {
            0 => meant,
            in_doubt => format!("{meant} · {}", say::in_doubt(lang, in_doubt)),
        }
    }
}
