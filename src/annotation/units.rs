//! The units of an article as one annotator reads them: the computed ones, with what they split and joined, and with
//! what they saved.

use super::{Document, Sentence};
use crate::text::char_index::CharIndex;
use crate::text::{Kind, Rule, Span, Unit, position};

/// Why a saved sentence ends where it does, when the segmenter would end it elsewhere.
pub const SAVED: Rule = Rule(&"saved");
/// Why a sentence ends that the annotator split.
pub const SPLIT: Rule = Rule(&"split by hand");
/// Why a sentence goes on that the annotator joined.
pub const JOINED: Rule = Rule(&"joined by hand");

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
    let mut cut = split(&index, computed, document);
    join(&mut cut, document);
    overlay(&index, &cut, document)
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

fn join(units: &mut Vec<Unit>, document: &Document) {
    let mut joins = document.join.iter().map(|boundary| boundary.at).peekable();
    units.dedup_by(|unit, left| {
        while joins.next_if(|at| *at < unit.chars.start).is_some() {}
        let joined = joins.peek() == Some(&unit.chars.start);
        if joined {
            left.bytes.end = unit.bytes.end;
            left.chars.end = unit.chars.end;
            left.rule = JOINED;
        }
        joined
    });
}

fn overlay(index: &CharIndex<'_>, units: &[Unit], document: &Document) -> Vec<Unit> {
    let mut result = Vec::with_capacity(units.len() + document.sentences.len());
    let mut rest = units.iter().copied().peekable();
    for sentence in placed(document) {
        let span = sentence.span;
        while let Some(unit) = rest.next_if(|unit| unit.chars.end <= span.start) {
            result.push(unit);
        }
        if let Some(unit) = rest.next_if(|unit| unit.chars == span) {
            result.push(Unit { kind: sentence.kind.unwrap_or(unit.kind), ..unit });
            continue;
        }
        let Some(bytes) = index.bytes(span) else { break };
        let mut saved = Unit { bytes, chars: span, kind: Kind::Sentence, rule: SAVED };
        if let Some(unit) = rest.peek().filter(|unit| unit.chars.overlaps(span)) {
            saved.kind = unit.kind;
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
    let chars = Span::new(chars.start + position(leading), chars.end.checked_sub(position(trailing))?);
    if chars.is_empty() {
        return None;
    }
    Some(Unit { bytes: index.bytes(chars)?, chars, kind, rule })
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::annotation::{Annotator, Boundary};
    use crate::text::ArticleId;

    const TEXT: &str = "Über uns. Er sagte: Nein. Das war es.";

    fn unit(start: u32, end: u32) -> Unit {
        // The first letter takes two bytes.
        let byte = |at: u32| if at == 0 { 0 } else { at + 1 };
        let bytes = Span::new(byte(start), byte(end));
        Unit { bytes, chars: Span::new(start, end), kind: Kind::Sentence, rule: Rule(&"full stop") }
    }

    fn cut(change: impl FnOnce(&mut Document)) -> Vec<String> {
        let mut document = Document::new(ArticleId::new("a.txt"), Annotator::new("ab").unwrap());
        change(&mut document);
        let units = units(TEXT, &[unit(0, 9), unit(10, 25), unit(26, 37)], &document);
        let show =
            |unit: &Unit| format!("{} | {} | {}", &TEXT[unit.bytes.range()], unit.kind.name(), unit.rule.0);
        units.iter().map(show).collect()
    }

    fn saved(document: &mut Document, start: u32, end: u32) -> &mut Sentence {
        let quote: String = TEXT.chars().skip(start as usize).take((end - start) as usize).collect();
        document.sentences.push(Arc::new(Sentence::untouched(Span::new(start, end), quote)));
        Arc::make_mut(document.sentences.last_mut().unwrap())
    }

    const FIRST: &str = "Über uns. | sentence | full stop";
    const SECOND: &str = "Er sagte: Nein. | sentence | full stop";
    const THIRD: &str = "Das war es. | sentence | full stop";

    #[test]
    fn boundaries_set_by_hand_have_german_names() {
        use crate::locale::{Lang, rules::rule};
        for boundary in [SPLIT, JOINED, SAVED] {
            assert_ne!(rule(Lang::De, boundary), rule(Lang::En, boundary));
        }
    }

    #[test]
    fn nothing_saved_changes_nothing() {
        assert_eq!(cut(|_| ()), [FIRST, SECOND, THIRD]);
    }

    #[test]
    fn boundaries_moved_by_hand_hold() {
        let at = |at| Boundary { at, before: String::new() };
        let halves = ["Er sagte: | sentence | split by hand", "Nein. | sentence | full stop"];
        assert_eq!(cut(|d| d.split = vec![at(20)]), [FIRST, halves[0], halves[1], THIRD]);
        let joined = "Er sagte: Nein. Das war es. | sentence | joined by hand";
        assert_eq!(cut(|d| d.join = vec![at(26)]), [FIRST, joined]);
    }

    #[test]
    fn boundaries_that_fit_nowhere_do_nothing() {
        let at = |at| Boundary { at, before: String::new() };
        let nowhere = cut(|d| (d.split, d.join) = (vec![at(0), at(26), at(99)], vec![at(12), at(99)]));
        assert_eq!(nowhere, [FIRST, SECOND, THIRD]);
    }

    #[test]
    fn a_saved_sentence_wins_and_the_rest_stays_readable() {
        let around = cut(|d| saved(d, 13, 29).mark = true);
        let expected = [
            FIRST,
            "Er | sentence | saved",
            "sagte: Nein. Das | sentence | saved",
            "war es. | sentence | full stop",
        ];
        assert_eq!(around, expected);
    }

    #[test]
    fn a_kind_given_by_hand_holds_and_lost_sentences_have_no_unit() {
        let units = cut(|d| {
            saved(d, 0, 9).kind = Some(Kind::Furniture);
            saved(d, 9, 9).mark = true;
        });
        assert_eq!(units, ["Über uns. | furniture | full stop", SECOND, THIRD]);
    }
}
