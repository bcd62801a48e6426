//! Units under any joins, splits and saved sentences.

use factdesk::annotation::{Boundary, units};
use factdesk::text::{Kind, Rule, Span, Unit};
use proptest::collection::vec;
use proptest::prelude::*;

use super::{at_words, document_of};

/// Units that cover every word of `text`, some words each.
fn computed(text: &str, sizes: &[usize]) -> Vec<Unit> {
    let words = at_words(text);
    let (mut units, mut rest, mut sizes) = (Vec::new(), &words[..], sizes.iter().cycle());
    while let (false, Some(size)) = (rest.is_empty(), sizes.next()) {
        let (unit, after) = rest.split_at((*size).min(rest.len()));
        let (first, last) = (unit[0], unit[unit.len() - 1]);
        let chars = Span::new(first.start, last.end);
        let byte = |at: u32| {
            let byte = text.char_indices().nth(at as usize).map_or(text.len(), |(byte, _)| byte);
            u32::try_from(byte).unwrap()
        };
        let bytes = Span::new(byte(chars.start), byte(chars.end));
        units.push(Unit { bytes, chars, kind: Kind::Sentence, rule: Rule(&"full stop") });
        rest = after;
    }
    units
}

proptest! {
    #[test]
    fn every_character_stays_in_exactly_one_unit(
        text in "[a-cä🦀 \n.]{0,120}",
        sizes in vec(1_usize..6, 1..8),
        saved in vec((0_u32..120, 1_u32..30), 0..6),
        cuts in vec((0_u32..120, any::<bool>()), 0..8),
    ) {
        let computed = computed(&text, &sizes);
        let mut document = document_of(&text, &saved);
        for (at, join) in cuts {
            let at = if join { computed.get(at as usize % 8).map_or(at, |unit| unit.chars.start) } else { at };
            let boundary = Boundary { at, before: String::new() };
            if join { document.join.push(boundary) } else { document.split.push(boundary) }
        }
        document.split.sort();
        document.join.sort();

        let units = units(&text, &computed, &document);
        let chars: Vec<char> = text.chars().collect();
        let mut covered = vec![0; chars.len()];
        let mut last = 0;
        for unit in &units {
            prop_assert!(unit.chars.start >= last && unit.chars.start < unit.chars.end, "{units:?}");
            last = unit.chars.end;
            let words: String = chars[unit.chars.range()].iter().collect();
            prop_assert_eq!(&text[unit.bytes.range()], words);
            covered[unit.chars.range()].iter_mut().for_each(|count| *count += 1);
        }
        for (c, count) in chars.iter().zip(covered) {
            prop_assert!(count == 1 || (count == 0 && c.is_whitespace()), "{c:?} {count} times");
        }
        for sentence in &document.sentences {
            prop_assert!(units.iter().any(|unit| unit.chars == sentence.span));
        }
        let saved = |unit: &Unit| document.sentences.iter().any(|s| s.span == unit.chars);
        for unit in units.iter().filter(|unit| !saved(unit)) {
            let words = &text[unit.bytes.range()];
            prop_assert_eq!(words, words.trim());
        }
    }
}
