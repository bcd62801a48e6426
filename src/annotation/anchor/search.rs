//! Where quotes occur in a text: all of them in one pass.

use std::collections::HashMap;

use memchr::memmem;

/// How often a quote occurs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// Not at all.
    Nowhere,
    /// Once, at that byte.
    Once(usize),
    /// More than once.
    Several,
}

impl Found {
    fn and_at(self, byte: usize) -> Self {
        match self {
            Self::Nowhere => Self::Once(byte),
            _ => Self::Several,
        }
    }
}

/// Quotes of at least this many bytes are looked up by their first ones.
const KEY: usize = 8;

/// Quotes of at least this many bytes are looked for one by one. There are few, and in a text that repeats itself it
/// would take too long to compare them at every position.
const LONG: usize = 8 << 10;

/// How often each of `quotes` occurs in `text` from the byte `body` on, overlapping occurrences counted. An empty one
/// occurs nowhere.
///
/// One pass over the text: the eight bytes at every position are looked up in a small table of bits, which sorts
/// nearly all of them out, and then among the sorted quotes. A quote that begins there is the last one not after the
/// text, or a beginning of that one.
pub(super) fn occurrences<'q>(
    text: &str,
    body: usize,
    quotes: impl Iterator<Item = &'q str>,
) -> HashMap<&'q str, Found> {
    let mut found: HashMap<&str, Found> = quotes.map(|quote| (quote, Found::Nowhere)).collect();
    let mut bits = Bits::default();
    let mut sorted = Vec::new();
    for (quote, count) in &mut found {
        if let Some(key) = key_of(quote.as_bytes()).filter(|_| quote.len() < LONG) {
            bits.set(key);
            sorted.push(*quote);
        } else if !quote.is_empty() {
            *count = count_one(text, body, quote);
        }
    }
    if sorted.is_empty() {
        return found;
    }
    sorted.sort_unstable();
    let beginnings = beginnings(&sorted);
    let mut counts = vec![Found::Nowhere; sorted.len()];
    for (at, window) in text.as_bytes().windows(KEY).enumerate().skip(body) {
        if !key_of(window).is_some_and(|key| bits.has(key)) {
            continue;
        }
        let rest = &text.as_bytes()[at..];
        let mut candidate = sorted.partition_point(|quote| quote.as_bytes() <= rest).checked_sub(1);
        while let Some(index) = candidate {
            if rest.starts_with(sorted[index].as_bytes()) {
                if counts[index] == Found::Several {
                    // So do all beginnings of it.
                    break;
                }
                counts[index] = counts[index].and_at(at);
            }
            candidate = beginnings[index];
        }
    }
    found.extend(sorted.into_iter().zip(counts));
    found
}

/// For each of the sorted `quotes`, the longest other one that it begins with.
fn beginnings(quotes: &[&str]) -> Vec<Option<usize>> {
    let mut open: Vec<usize> = Vec::new();
    let mut beginnings = Vec::with_capacity(quotes.len());
    for (index, quote) in quotes.iter().enumerate() {
        while open.pop_if(|last| !quote.starts_with(quotes[*last])).is_some() {}
        beginnings.push(open.last().copied());
        open.push(index);
    }
    beginnings
}

fn key_of(bytes: &[u8]) -> Option<u64> {
    bytes.first_chunk::<KEY>().map(|key| u64::from_le_bytes(*key))
}

fn count_one(text: &str, body: usize, quote: &str) -> Found {
    let find = |from: usize| memmem::find(&text.as_bytes()[from..], quote.as_bytes()).map(|at| from + at);
    find(body).map_or(Found::Nowhere, |at| match find(at + 1) {
        Some(_) => Found::Several,
        None => Found::Once(at),
    })
}

/// 65,536 bits, by a hash of the key.
struct Bits(Vec<u64>);

impl Default for Bits {
    fn default() -> Self {
        Self(vec![0; 1024])
    }
}

impl Bits {
    /// The word and the bit in it (multiplicative hash; the constant is 2^64 divided by the golden ratio).
    fn place(key: u64) -> (usize, u64) {
        let hash = key.wrapping_mul(0x9E37_79B9_7F4A_7C15);
        let word = usize::try_from(hash >> 54).unwrap_or(0);
        (word, 1 << ((hash >> 48) & 63))
    }

    fn set(&mut self, key: u64) {
        let (word, bit) = Self::place(key);
        self.0[word] |= bit;
    }

    fn has(&self, key: u64) -> bool {
        let (word, bit) = Self::place(key);
        self.0[word] & bit != 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn very_long_quotes_are_counted_too() {
        let once = "wort ".repeat(LONG);
        let text = format!("{once}Ende. wort wort");
        let quotes = [&*once, &once[..LONG], "wort wort"];
        let found = occurrences(&text, 0, quotes.into_iter());
        assert_eq!(quotes.map(|quote| found[quote]), [Found::Once(0), Found::Several, Found::Several]);
    }

    #[test]
    fn counts_long_and_short_quotes_in_one_go() {
        let text = "Ja. Das stimmt nicht. Nein. Das stimmt nicht, sagte er. Ja. aaaaaaaaa";
        let quotes =
            ["Ja.", "Nein.", "Das stimmt nicht", "Das stimmt nicht.", "Das stimmt", "aaaaaaaa", "Ende", ""];
        let found = occurrences(text, 0, quotes.into_iter());
        let expected = [
            Found::Several,
            Found::Once(22),
            Found::Several,
            Found::Once(4),
            Found::Several,
            Found::Several,
            Found::Nowhere,
            Found::Nowhere,
        ];
        for (quote, expected) in quotes.into_iter().zip(expected) {
            assert_eq!(found[quote], expected, "{quote}");
        }
        let found = occurrences(text, 4, ["Ja.", "Das stimmt nicht."].into_iter());
        assert_eq!(found, [("Ja.", Found::Once(56)), ("Das stimmt nicht.", Found::Once(4))].into());
    }
}
