//! Code points to bytes and back.

use super::{Span, span::position};

/// Code points between two marks: a look-up walks at most this far.
const STEP: usize = 256;
/// Bytes that are counted at once: few enough for a sum in one byte, and for one mark.
const CHUNK: usize = 64;

/// Finds bytes by code points and code points by bytes, for a text too long to count from its start every time.
///
/// Made once in linear time; it takes four bytes for 256 code points.
#[derive(Clone, Debug)]
pub struct CharIndex<'t> {
    text: &'t str,
    /// The byte at which every 256th code point begins.
    marks: Vec<u32>,
    length: u32,
}

impl<'t> CharIndex<'t> {
    /// The index of `text`, which has at most 4 GB.
    pub fn new(text: &'t str) -> Self {
        let mut marks = Vec::with_capacity(text.len() / STEP + 1);
        let mut count = 0;
        for (index, chunk) in text.as_bytes().chunks(CHUNK).enumerate() {
            let begun = usize::from(chunk.iter().map(|value| u8::from(begins(*value))).sum::<u8>());
            let missing = marks.len() * STEP - count;
            if missing < begun {
                let mut starts = (0..).zip(chunk).filter(|(_, value)| begins(**value));
                marks.extend(starts.nth(missing).map(|(at, _): (usize, _)| position(index * CHUNK + at)));
            }
            count += begun;
        }
        Self { text, marks, length: position(count) }
    }

    /// The text it is the index of.
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// The byte at which code point `at` begins, its end for the one after the last; `None` beyond.
    pub fn byte(&self, at: u32) -> Option<u32> {
        if at >= self.length {
            return (at == self.length).then(|| position(self.text.len()));
        }
        let at = at as usize;
        let mark = *self.marks.get(at / STEP)?;
        let rest = self.text.get(mark as usize..)?;
        let (within, _) = rest.char_indices().nth(at % STEP)?;
        Some(mark + position(within))
    }

    /// How many code points begin before `byte`: the position of the code point that begins there.
    pub fn position(&self, byte: u32) -> u32 {
        let index = self.marks.partition_point(|mark| *mark <= byte).saturating_sub(1);
        let Some(mark) = self.marks.get(index) else { return 0 };
        let bytes =
            &self.text.as_bytes()[*mark as usize..(byte as usize).min(self.text.len()).max(*mark as usize)];
        position(index * STEP + bytes.iter().filter(|value| begins(**value)).count())
    }

    /// Code points to bytes; `None` where the span ends beyond the text or before it starts.
    pub fn bytes(&self, chars: Span) -> Option<Span> {
        if chars.end < chars.start {
            return None;
        }
        Some(Span::new(self.byte(chars.start)?, self.byte(chars.end)?))
    }

    /// The words at a span of code points; `None` where it ends beyond the text or before it starts.
    pub fn slice(&self, chars: Span) -> Option<&'t str> {
        self.text.get(self.bytes(chars)?.range())
    }
}

/// Is this the first byte of a code point in UTF-8?
fn begins(value: u8) -> bool {
    value & 0b1100_0000 != 0b1000_0000
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_every_code_point_of_a_long_text_both_ways() {
        let text = "aä€🦀\n".repeat(400);
        let index = CharIndex::new(&text);
        for (at, (byte, _)) in text.char_indices().enumerate() {
            assert_eq!(index.byte(position(at)), Some(position(byte)));
            assert_eq!(index.position(position(byte)), position(at));
        }
        assert_eq!(index.byte(2000), Some(position(text.len())));
        assert_eq!(index.position(position(text.len())), 2000);
        assert_eq!(index.byte(2001), None);
        assert_eq!(index.slice(Span::new(1996, 1999)), Some("ä€🦀"));
        assert_eq!(index.slice(Span::new(1999, 2001)), None);
        assert_eq!(index.slice(Span::new(3, 2)), None);
    }

    #[test]
    fn an_empty_text_has_one_position() {
        let index = CharIndex::new("");
        assert_eq!((index.byte(0), index.byte(1), index.position(0)), (Some(0), None, 0));
    }
}
