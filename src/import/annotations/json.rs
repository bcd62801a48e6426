//! What the readers of JSON share: numbers that are positions, and the unit that positions count.

use std::collections::HashSet;

use serde_json::{Map, Value};

use super::{ForeignSentence, Unreadable};
use crate::text::{Span, Utf16, char_index::CharIndex, position};

/// `value` as a position; `None` where it is none.
pub(super) fn number(value: &Value) -> Option<u32> {
    value.as_u64().and_then(|number| u32::try_from(number).ok())
}

/// The fields of an object.
///
/// # Errors
/// [`Unreadable`] for any other value.
pub(super) fn object(value: &Value) -> Result<&Map<String, Value>, Unreadable> {
    value.as_object().ok_or_else(|| Unreadable::new("is no JSON object"))
}

/// That `value` names no place.
pub(super) fn place(value: &Value) -> Unreadable {
    let mut shown: String = value.to_string().chars().take(80).collect();
    if shown.len() < value.to_string().len() {
        shown.push('…');
    }
    Unreadable::new(format!("{shown} names no place in the text"))
}

/// The unit that the positions in a text count.
pub(super) struct Offsets {
    /// Where they are UTF-16 code units, and not code points.
    utf16: Option<Utf16>,
    /// Of the text, in code points.
    length: u32,
}

impl Offsets {
    /// Code points of `text`.
    pub(super) fn code_points(text: &str) -> Self {
        Self { utf16: None, length: position(text.chars().count()) }
    }

    /// The unit that `spans` of `text` are in: the one in which more of them are among `known`, which are in code points;
    /// else the one in which more of their ends fall between words; else code points.
    pub(super) fn of(text: &str, spans: &[Span], known: &HashSet<Span>) -> Self {
        let index = CharIndex::new(text);
        let utf16 = Utf16::new(text);
        let evidence = |chars: &dyn Fn(Span) -> Option<Span>| {
            let chars = || spans.iter().filter_map(|span| chars(*span));
            let between: usize = chars().map(|span| ends_between_words(&index, span)).sum();
            (chars().filter(|span| known.contains(span)).count(), between)
        };
        let is_utf16 = evidence(&|span| utf16.chars(span)) > evidence(&Some);
        Self { utf16: is_utf16.then_some(utf16), ..Self::code_points(text) }
    }

    /// They are UTF-16 code units.
    pub(super) fn is_utf16(&self) -> bool {
        self.utf16.is_some()
    }

    /// Positions as the file has them to code points.
    ///
    /// # Errors
    /// [`Unreadable`] where there is no such place in the text.
    pub(super) fn chars(&self, span: Span) -> Result<Span, Unreadable> {
        let chars = match &self.utf16 {
            Some(utf16) => utf16.chars(span),
            None => Some(span).filter(|span| span.start <= span.end && span.end <= self.length),
        };
        chars.filter(|chars| !chars.is_empty()).ok_or_else(|| {
            Unreadable::new(format!(
                "{}-{} is no place in the text, which has {} characters",
                span.start, span.end, self.length
            ))
        })
    }
}

/// The one of `sentences`, in the order of the text, that holds `span`.
pub(super) fn home(sentences: &[ForeignSentence], span: Span) -> Option<Span> {
    let behind = sentences.partition_point(|sentence| sentence.span.is_some_and(|at| at.start <= span.start));
    sentences[..behind].last().and_then(|sentence| sentence.span).filter(|sentence| span.end <= sentence.end)
}

/// How many ends of `span` do not cut a word.
fn ends_between_words(index: &CharIndex<'_>, span: Span) -> usize {
    let is_word = |at: Option<u32>| {
        let words = at.and_then(|at| index.slice(Span::new(at, at + 1)));
        words.and_then(|words| words.chars().next()).is_some_and(char::is_alphanumeric)
    };
    let cuts = |at: u32| is_word(at.checked_sub(1)) && is_word(Some(at));
    if index.bytes(span).is_none() {
        return 0;
    }
    [span.start, span.end].into_iter().filter(|at| !cuts(*at)).count()
}
