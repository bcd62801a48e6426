//! The units of an article as one annotator reads them: the computed ones, with what they split and joined, and with
//! what they saved.

use super::{Document, Sentence};
use crate::text::char_index::CharIndex;
use crate::text::{Kind, Rule, Span, Unit};

/// Why a saved sentence ends where it does, when the segmenter would end it elsewhere.
pub const SAVED: Rule = Rule("saved");
/// Why a sentence ends that the annotator split.
pub const SPLIT: Rule = Rule("split by hand");
/// Why a sentence goes on that the annotator joined.
pub const JOINED: Rule = Rule("joined by hand");

/// The `computed` units of `text` with the boundaries, spans and kinds of `document`.
///
/// A saved span wins over computed ones: what is left of a computed unit on either side becomes a unit of its own,
/// without blanks at its ends. Saved spans that end beyond the text are passed over. Takes linear time, and no more
/// than a copy where nothing saved deviates.
pub fn units(text: &str, computed: &[Unit], document: &Document) -> Vec<Unit> {
    if document.split.is_empty() && document.join.is_empty() && !deviates(computed, document) {
        return computed.to_vec();
    }
    let index = CharIndex::new(text);
    let cut = split(&index, computed, document);
    let joined = join(cut, document);
    overlay(&index, &joined, document)
}

/// Is there a saved sentence that is no computed unit, or has another kind?
fn deviates(computed: &[Unit], document: &Document) -> bool {
    let mut rest = computed.iter();
    placed(document).any(|sentence| {
        let unit = rest.by_ref().find(|unit| unit.chars.end >= sentence.span.end);
        unit.is_none_or(|unit| {
            unit.chars != sentence.span || sentence.kind.is_some_and(|kind| kind != unit.kind)
        })
    })
}

/// The saved sentences that have a place in the text.
fn placed(document: &Document) -> impl Iterator<Item = &Sentence> {
    document.sentences.iter().map(AsRef::as_ref).filter(|sentence| !sentence.span.is_empty())
}

fn split(index: &CharIndex<'_>, computed: &[Unit], document: &Document) -> Vec<Unit> {
    let mut cuts = document.split.iter().map(|boundary| boundary.at).peekable();
    let mut units = Vec::with_capacity(computed.len() + document.split.len());
    for unit in computed {
        let mut rest = unit.chars;
        while let Some(at) = cuts.next_if(|at| *at < unit.chars.end) {
            let left = trimmed(index, Span::new(rest.start, at), unit.kind, SPLIT);
            let right = trimmed(index, Span::new(at, rest.end), unit.kind, unit.rule);
            if let (true, Some(left), Some(_)) = (rest.contains(at), left, right) {
                units.push(left);
                rest.start = at;
            }
        }
        if rest == unit.chars {
            units.push(*unit);
        } else {
            units.extend(trimmed(index, rest, unit.kind, unit.rule));
        }
    }
    units
}

fn join(units: Vec<Unit>, document: &Document) -> Vec<Unit> {
    let mut joins = document.join.iter().map(|boundary| boundary.at).peekable();
    let mut joined: Vec<Unit> = Vec::with_capacity(units.len());
    for unit in units {
        while joins.next_if(|at| *at < unit.chars.start).is_some() {}
        match joined.last_mut() {
            Some(left) if joins.peek() == Some(&unit.chars.start) => {
                left.bytes.end = unit.bytes.end;
                left.chars.end = unit.chars.end;
                left.rule = JOINED;
            }
            _ => joined.push(unit),
        }
    }
    joined
}

fn overlay(index: &CharIndex<'_>, units: &[Unit], document: &Document) -> Vec<Unit> {
    let mut result = Vec::with_capacity(units.len() + document.sentences.len());
    let mut rest = units.iter().copied().peekable();
    for sentence in placed(document) {
        let span = sentence.span;
        let Some(bytes) = index.bytes(span) else { break };
        while let Some(unit) = rest.next_if(|unit| unit.chars.end <= span.start) {
            result.push(unit);
        }
        let mut saved = Unit { bytes, chars: span, kind: Kind::Sentence, rule: SAVED };
        if let Some(unit) = rest.peek().filter(|unit| unit.chars.overlaps(span)) {
            saved.kind = unit.kind;
            if unit.chars == span {
                saved.rule = unit.rule;
            }
            if unit.chars.start < span.start {
                let left = Span::new(unit.chars.start, span.start);
                result.extend(trimmed(index, left, unit.kind, SAVED));
            }
        }
        saved.kind = sentence.kind.unwrap_or(saved.kind);
        result.push(saved);
        while rest.next_if(|unit| unit.chars.end <= span.end).is_some() {}
        if let Some(unit) = rest.peek_mut().filter(|unit| unit.chars.start < span.end) {
            match trimmed(index, Span::new(span.end, unit.chars.end), unit.kind, unit.rule) {
                Some(right) => *unit = right,
                None => drop(rest.next()),
            }
        }
    }
    result.extend(rest);
    result
}

/// The unit at `chars` without the blanks at its ends; `None` where nothing is left.
fn trimmed(index: &CharIndex<'_>, chars: Span, kind: Kind, rule: Rule) -> Option<Unit> {
    let words = index.slice(chars)?;
    let leading = words.chars().take_while(|c| c.is_whitespace()).count();
    let trailing = words.chars().rev().take_while(|c| c.is_whitespace()).count();
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let chars = Span::new(chars.start + count(leading), chars.end.checked_sub(count(trailing))?);
    if chars.is_empty() {
        return None;
    }
    Some(Unit { bytes: index.bytes(chars)?, chars, kind, rule })
}
