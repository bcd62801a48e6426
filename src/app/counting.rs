//! Where the annotator stands in the open article, kept up to date change by change.

use super::{App, OpenArticle};
use crate::{
    annotation::Document,
    review::stats::Counts,
    text::{Kind, Span, position},
};

/// All of an article.
const WHOLE: Span = Span::new(0, u32::MAX);

impl OpenArticle {
    /// What `document` says about `region` (code points), with the units that lie in it.
    pub(super) fn tally(&self, document: &Document, region: Span) -> Counts {
        let mut counts = Counts::default();
        for sentence in &document.sentences[document.inside(region)] {
            let read = counts.read;
            counts.count(sentence);
            let unit = self.units.get(self.unit_at(sentence.span.start));
            if unit.is_some_and(|unit| unit.chars == sentence.span && unit.kind == Kind::Furniture) {
                counts.read = read;
            }
        }
        let first = self.units.partition_point(|unit| unit.chars.start < region.start);
        let inside = self.units[first..].iter().take_while(|unit| unit.chars.end <= region.end);
        let to_read = inside.filter(|unit| unit.kind != Kind::Furniture).count();
        counts.units = position(to_read);
        counts
    }
}

impl App {
    /// Counts the open article anew.
    pub(super) fn count_all(&mut self) {
        let Some((open, document)) = self.desk.open.as_ref().zip(self.document()) else { return };
        let counts = open.tally(document, WHOLE);
        self.set_counts(counts);
    }

    /// Keeps the counts of the open article, here and in the list.
    pub(super) fn set_counts(&mut self, counts: Counts) {
        let Some(open) = &mut self.desk.open else { return };
        open.counts = counts;
        let mut shown = counts;
        if !open.complete {
            // The rest of the article still has to be cut into sentences; the last time it had so many.
            let known = self.shelf.document(&open.article.id).and_then(|document| document.units);
            shown.units = known.unwrap_or(0).max(counts.units);
        }
        self.list.set_progress(&open.article.id, shown);
    }
}
