//! What has to hold between sentences and between tags.

use super::Read;
use crate::annotation::error::{DocumentError, Fault, Place};
use crate::annotation::{Sentence, Tag};
use crate::text::{Span, position};

/// Sorts the sentences by start and refuses two that overlap.
///
/// An empty span is where a sentence is kept whose words are no longer in the article; it stands between others.
pub(super) fn in_order(sentences: &mut [Read]) -> Result<(), DocumentError> {
    sentences.sort_by_key(|read| read.sentence.span);
    for pair in sentences.windows(2) {
        let [left, right] = pair else { continue };
        if right.sentence.span.start < left.sentence.span.end {
            let span = right.sentence.span;
            let fault =
                Fault::Overlap { start: span.start, end: span.end, other_line: left.place.place.line };
            return Err(DocumentError::new(right.place.place, fault));
        }
    }
    Ok(())
}

/// Refuses tags outside their sentence, and a label twice on the same words. Takes time in proportion to the tags,
/// up to a logarithm: files that mean harm have a million.
pub(super) fn tags(sentence: &Sentence, places: &[Place]) -> Result<(), DocumentError> {
    let room = room(sentence);
    for (tag, place) in sentence.tags.iter().zip(places) {
        if let Some(part) = tag.part
            && (part.start < room.start || part.end > room.end)
        {
            let fault = Fault::TagOutside { start: part.start, end: part.end };
            return Err(DocumentError::new(*place, fault));
        }
    }
    let Some((first, second)) = twice(&sentence.tags) else { return Ok(()) };
    let place = |index: usize| places.get(index).copied().unwrap_or_default();
    let label = sentence.tags[second].label.as_str().to_owned();
    Err(DocumentError::new(place(second), Fault::LabelTwice { label, other_line: place(first).line }))
}

/// Two tags with the same label on the same words, the first such pair of the file.
fn twice(tags: &[Tag]) -> Option<(usize, usize)> {
    let words = |index: usize| (&tags[index].label, tags[index].part);
    let mut order: Vec<usize> = (0..tags.len()).collect();
    order.sort_by(|a, b| words(*a).cmp(&words(*b)));
    let same = order.windows(2).filter(|pair| words(pair[0]) == words(pair[1]));
    same.map(|pair| (pair[0], pair[1])).min_by_key(|pair| pair.1)
}

/// Where the parts of a sentence may lie. A sentence that lost its place keeps its parts at their distance from the
/// start, as if its words still stood there.
fn room(sentence: &Sentence) -> Span {
    if !sentence.span.is_empty() || sentence.tags.iter().all(|tag| tag.part.is_none()) {
        return sentence.span;
    }
    let length = position(sentence.quote.chars().count());
    Span::new(sentence.span.start, sentence.span.start.saturating_add(length))
}
