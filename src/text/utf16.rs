//! Code points to UTF-16 code units and back.

use super::{Span, span::position};

/// Counts positions as programs do whose strings are UTF-16 (Java, JavaScript): a code point beyond U+FFFF is two units.
///
/// Made once in linear time; it takes four bytes for each of those code points, and none for the others.
#[derive(Clone, Debug)]
pub struct Utf16 {
    /// The code points that are two units, ascending.
    pairs: Vec<u32>,
    /// Of the text, in code points.
    length: u32,
}

impl Utf16 {
    /// The positions of `text`.
    pub fn new(text: &str) -> Self {
        let mut pairs = Vec::new();
        let mut length = 0;
        for first in text.bytes().filter(|byte| byte & 0b1100_0000 != 0b1000_0000) {
            if first >= 0b1111_0000 {
                pairs.push(length);
            }
            length += 1;
        }
        Self { pairs, length }
    }

    /// The unit at which code point `at` begins.
    pub fn unit(&self, at: u32) -> u32 {
        at.saturating_add(position(self.pairs.partition_point(|pair| *pair < at)))
    }

    /// Code points to units.
    pub fn units(&self, chars: Span) -> Span {
        Span::new(self.unit(chars.start), self.unit(chars.end))
    }

    /// The code point that begins at `unit`, the number of code points for the unit after the last; `None` within a pair
    /// and beyond the text.
    pub fn position(&self, unit: u32) -> Option<u32> {
        // Pair k begins at unit `pairs[k] + k`, so these ascend too.
        let (mut low, mut high) = (0, self.pairs.len());
        while low < high {
            let middle = low.midpoint(high);
            if self.pairs[middle] + position(middle) < unit {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        let at = unit.checked_sub(position(low))?;
        (at <= self.length && self.unit(at) == unit).then_some(at)
    }

    /// Units to code points; `None` where an end is within a pair or beyond the text, or the span ends before it starts.
    pub fn chars(&self, units: Span) -> Option<Span> {
        let (start, end) = (self.position(units.start)?, self.position(units.end)?);
        (start <= end).then_some(Span::new(start, end))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_like_the_standard_library_both_ways() {
        for text in ["", "kein Paar: ä€", "🦀", "🦀🦀x", "a🦀b𝄞\u{fe0f}\u{ffff}\u{10000}ende🏳️‍🌈"]
        {
            let utf16 = Utf16::new(text);
            let mut unit = 0;
            for (at, c) in text.chars().enumerate() {
                assert_eq!(utf16.unit(position(at)), unit);
                assert_eq!(utf16.position(unit), Some(position(at)), "{text:?}");
                if c.len_utf16() == 2 {
                    assert_eq!(utf16.position(unit + 1), None, "within a pair of {text:?}");
                }
                unit += position(c.len_utf16());
            }
            assert_eq!(unit as usize, text.encode_utf16().count());
            assert_eq!(utf16.position(unit), Some(position(text.chars().count())));
            assert_eq!(utf16.position(unit + 1), None, "beyond {text:?}");
        }
    }

    #[test]
    fn spans_go_there_and_back() {
        let utf16 = Utf16::new("🦀 sagt 🦀.");
        assert_eq!(utf16.units(Span::new(2, 8)), Span::new(3, 10));
        assert_eq!(utf16.chars(Span::new(3, 10)), Some(Span::new(2, 8)));
        assert_eq!(utf16.chars(Span::new(3, 9)), None);
        assert_eq!(utf16.chars(Span::new(3, 0)), None);
    }
}
