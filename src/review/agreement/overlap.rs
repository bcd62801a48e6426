//! How far two annotators point at the same words.

use super::comparison::Reader;
use super::votes::{ratio, real};
use crate::annotation::{Label, Tag};
use crate::text::Span;

/// Which words of a tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Words {
    /// Whose words the sentence reports.
    Source,
    /// What marks it.
    Cue,
}

/// What two annotators point at, counted in code points over many sentences.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Overlap {
    /// What both point at.
    shared: u64,
    /// What the first points at and what the second points at, added up.
    pointed: u64,
}

impl Overlap {
    /// Adds a sentence to which both give `label`. Nothing is added where either names words and does not say where
    /// they stand; who names none where the other does misses them all.
    pub(super) fn add(&mut self, a: &Reader<'_>, b: &Reader<'_>, label: &Label, words: Words) {
        if let (Some(a), Some(b)) = (pointed(a, label, words), pointed(b, label, words)) {
            self.shared += shared(&a, &b);
            self.pointed += length(&a) + length(&b);
        }
    }

    /// Adds what `other` counted.
    pub(super) fn merge(&mut self, other: &Self) {
        self.shared += other.shared;
        self.pointed += other.pointed;
    }

    /// `2 · |A ∩ B| / (|A| + |B|)` in code points, pooled over all sentences: the F1 score of either against the other.
    /// `None` where nobody points at anything.
    pub fn f1(&self) -> Option<f64> {
        ratio(2.0 * real(self.shared), real(self.pointed))
    }
}

/// Where the words stand of all tags of `label`, in order and without overlap, in code points of the article as it is
/// now; `None` where a tag names words and not where they stand.
fn pointed(reader: &Reader<'_>, label: &Label, words: Words) -> Option<Vec<Span>> {
    let mut found = Vec::new();
    for reading in reader.readings {
        let was = reading.sentence.span;
        let now = reading.now.unwrap_or(was);
        for tag in reading.sentence.tags.iter().filter(|tag| tag.label == *label) {
            let (named, spans) = at(tag, words);
            if named && spans.is_empty() {
                return None;
            }
            let here = |at: u32| at.saturating_sub(was.start).saturating_add(now.start);
            found.extend(spans.iter().map(|span| Span::new(here(span.start), here(span.end))));
        }
    }
    found.sort_unstable();
    found.dedup_by(|next, last| {
        let touches = next.start <= last.end;
        if touches {
            last.end = last.end.max(next.end);
        }
        touches
    });
    Some(found)
}

fn at(tag: &Tag, words: Words) -> (bool, &[Span]) {
    match words {
        Words::Source => (!tag.source.is_empty(), &tag.source_at),
        Words::Cue => (tag.cue.is_some(), &tag.cue_at),
    }
}

fn length(spans: &[Span]) -> u64 {
    spans.iter().map(|span| span.len() as u64).sum()
}

/// How many positions lie in both, each being in order and without overlap.
fn shared(a: &[Span], b: &[Span]) -> u64 {
    let (mut a, mut b) = (a.iter().peekable(), b.iter().peekable());
    let mut shared = 0;
    while let (Some(one), Some(other)) = (a.peek(), b.peek()) {
        let both = Span::new(one.start.max(other.start), one.end.min(other.end));
        if !both.is_empty() {
            shared += both.len() as u64;
        }
        if one.end < other.end {
            a.next()
        } else {
            b.next()
        };
    }
    shared
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn spans(spans: &[(u32, u32)]) -> Vec<Span> {
        spans.iter().map(|(start, end)| Span::new(*start, *end)).collect()
    }

    #[test]
    fn what_is_shared_is_counted_in_code_points() {
        let (a, b) = (spans(&[(0, 5), (10, 20)]), spans(&[(3, 12), (15, 16), (19, 30)]));
        assert_eq!(shared(&a, &b), 2 + 2 + 1 + 1);
        assert_eq!(shared(&b, &a), 6);
        assert_eq!(shared(&a, &[]), 0);
    }

    proptest! {
        #[test]
        fn what_is_shared_is_what_lies_in_both(a in pieces(), b in pieces()) {
            let inside = |spans: &[Span], at: u32| spans.iter().any(|span| span.contains(at));
            let both = (0..1_000).filter(|at| inside(&a, *at) && inside(&b, *at)).count();
            prop_assert_eq!(shared(&a, &b), both as u64);
        }
    }

    /// Some spans in order, below 1,000.
    fn pieces() -> impl Strategy<Value = Vec<Span>> {
        prop::collection::vec((0_u32..9, 1_u32..9), 0..50).prop_map(|steps| {
            let mut at = 0;
            let span = |(gap, length)| {
                let span = Span::new(at + gap, at + gap + length);
                at = span.end;
                span
            };
            steps.into_iter().map(span).collect()
        })
    }
}
