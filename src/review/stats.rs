//! Counts of one document.

use crate::annotation::{Document, Label, Sentence};
use crate::text::Kind;

/// Where one annotator stands in one article. Kept by the ten thousand, so it is small.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Units to read, furniture aside; 0 where the document does not say.
    pub units: u32,
    /// Of these, read.
    pub read: u32,
    /// Sentences with the label claim, denial, attribution, and any other.
    pub labels: [u32; 4],
    /// Sentences marked to come back to.
    pub marks: u32,
    /// Sentences with a note.
    pub notes: u32,
    /// Sentences with a tag that the annotator is not sure of.
    pub unsure: u32,
}

impl Counts {
    /// What `document` tells without its article. What the annotator took for furniture is not to be read, so it does
    /// not count as read either; nor does a sentence whose words are lost.
    pub fn of(document: &Document) -> Self {
        let mut counts = Self { units: document.units.unwrap_or(0), ..Self::default() };
        for sentence in &document.sentences {
            counts.count(sentence);
        }
        if document.units.is_some() {
            counts.read = counts.read.min(counts.units);
        }
        counts
    }

    /// Units that are still to be read.
    pub fn open(&self) -> u32 {
        self.units.saturating_sub(self.read)
    }

    /// Takes these counts from `before` to `after`: what changed elsewhere changes here.
    pub fn shift(&mut self, before: &Self, after: &Self) {
        let shift = |here: &mut u32, before: u32, after: u32| {
            *here = here.saturating_add(after).saturating_sub(before);
        };
        shift(&mut self.units, before.units, after.units);
        shift(&mut self.read, before.read, after.read);
        shift(&mut self.marks, before.marks, after.marks);
        shift(&mut self.notes, before.notes, after.notes);
        shift(&mut self.unsure, before.unsure, after.unsure);
        for (index, here) in self.labels.iter_mut().enumerate() {
            shift(here, before.labels[index], after.labels[index]);
        }
    }

    /// Counts one sentence more.
    pub fn count(&mut self, sentence: &Sentence) {
        let to_read = sentence.kind != Some(Kind::Furniture) && !sentence.span.is_empty();
        self.read += u32::from(to_read && sentence.is_read());
        self.marks += u32::from(sentence.mark);
        self.notes += u32::from(sentence.note.is_some());
        self.unsure += u32::from(sentence.tags.iter().any(|tag| tag.unsure));
        let mut seen = [false; 4];
        for tag in &sentence.tags {
            seen[index(&tag.label)] = true;
        }
        for (count, seen) in self.labels.iter_mut().zip(seen) {
            *count += u32::from(seen);
        }
    }
}

fn index(label: &Label) -> usize {
    let known = [Label::CLAIM, Label::DENIAL, Label::ATTRIBUTION];
    known.iter().position(|known| label.as_str() == *known).unwrap_or(known.len())
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::annotation::{Annotator, Tag};
    use crate::text::{ArticleId, Span};

    #[test]
    fn ten_thousand_counts_are_small() {
        assert!(size_of::<Counts>() <= 40);
    }

    #[test]
    fn counts_what_is_said_and_leaves_furniture_out_of_what_is_read() {
        let mut document = Document::new(ArticleId::new("a.txt"), Annotator::new("ab").unwrap());
        document.units = Some(5);
        let said = |start, act: &dyn Fn(&mut Sentence)| {
            let mut sentence = Sentence::untouched(Span::new(start, start + 1), "x");
            act(&mut sentence);
            Arc::new(sentence)
        };
        let tag = |label| Tag::new(Label::new(label));
        document.sentences = vec![
            said(0, &|s| s.tags = vec![tag("claim"), tag("attribution"), tag("hedge")]),
            said(1, &|s| {
                s.tags = vec![Tag { part: Some(Span::new(1, 2)), ..tag("claim") }, tag("claim")];
                s.tags[1].unsure = true;
            }),
            said(2, &|s| s.read = true),
            said(3, &|s| (s.read, s.kind) = (true, Some(Kind::Furniture))),
            said(4, &|s| (s.mark, s.note) = (true, Some("later".into()))),
        ];
        let counts = Counts::of(&document);
        let expected = Counts { units: 5, read: 3, labels: [2, 0, 1, 1], marks: 1, notes: 1, unsure: 1 };
        assert_eq!(counts, expected);
        assert_eq!(counts.open(), 2);
    }
}
