//! What has to hold between sentences and between tags.

use super::Read;
use crate::annotation::error::{DocumentError, Fault, Place};
use crate::annotation::{Sentence, Tag};
use crate::text::Span;

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

/// Refuses tags outside their sentence, and a label twice on the same words.
pub(super) fn tags(sentence: &Sentence, places: &[Place]) -> Result<(), DocumentError> {
    let room = room(sentence);
    for (index, (tag, place)) in sentence.tags.iter().zip(places).enumerate() {
        if let Some(part) = tag.part
            && (part.start < room.start || part.end > room.end)
        {
            let fault = Fault::TagOutside { start: part.start, end: part.end };
            return Err(DocumentError::new(*place, fault));
        }
        let same = |other: &Tag| other.label == tag.label && other.part == tag.part;
        if let Some(first) = sentence.tags[..index].iter().position(same) {
            let fault = Fault::LabelTwice {
                label: tag.label.as_str().to_owned(),
                other_line: places.get(first).map_or(0, |place| place.line),
            };
            return Err(DocumentError::new(*place, fault));
        }
    }
    Ok(())
}

/// Where the parts of a sentence may lie. A sentence that lost its place keeps its parts at their distance from the
/// start, as if its words still stood there.
fn room(sentence: &Sentence) -> Span {
    if !sentence.span.is_empty() || sentence.tags.iter().all(|tag| tag.part.is_none()) {
        return sentence.span;
    }
    let length = u32::try_from(sentence.quote.chars().count()).unwrap_or(u32::MAX);
    Span::new(sentence.span.start, sentence.span.start.saturating_add(length))
}
