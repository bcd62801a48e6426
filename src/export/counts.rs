//! What is in an export, in numbers.

use super::{Exported, Format};
use crate::{
    annotation::AnchorState,
    locale::{Lang, export as say},
};

/// What is in an export, or in the part of it that an article is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ExportCounts {
    /// Sentences that are meant and leave.
    pub sentences: usize,
    /// Articles with such sentences.
    pub articles: usize,
    /// Their tags.
    pub tags: usize,
    /// Sentences that are meant by how they fit their article, in the order of [`AnchorState::ALL`].
    pub anchors: [usize; AnchorState::ALL.len()],
    /// Sentences that are meant and left out: they have no place, and the format knows nothing but places.
    pub left_out: usize,
}

impl ExportCounts {
    /// What is in an article that leaves in that format.
    pub fn of(article: &Exported<'_>, format: Format) -> Self {
        let mut counts = Self::default();
        for entry in &article.entries {
            if format.needs_places() && entry.span.is_none() {
                counts.left_out += 1;
            } else {
                counts.sentences += 1;
                counts.tags += entry.tags.len();
            }
            if let Some(at) = AnchorState::ALL.iter().position(|state| *state == entry.anchor) {
                counts.anchors[at] += 1;
            }
        }
        counts.articles = usize::from(counts.sentences > 0);
        counts
    }

    /// Counts `other` too.
    pub fn add(&mut self, other: Self) {
        let Self { sentences, articles, tags, anchors, left_out } = other;
        self.sentences += sentences;
        self.articles += articles;
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
