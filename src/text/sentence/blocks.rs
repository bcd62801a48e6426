//! Blocks: the runs of text that no sentence crosses.
//!
//! A block is a line, or, in hard-wrapped text, everything up to a blank line; there too a byline or a date
//! line stays by itself.

use std::ops::Range;

use memchr::memchr;

use super::{Newlines, chars::is_terminator, kind::stands_alone};

/// Bytes at an article's start that decide its language and whether it is hard-wrapped.
pub(super) const HEAD: usize = 64 * 1024;

/// Columns a hard-wrapped line may have.
const WRAPPED_COLUMNS: std::ops::RangeInclusive<usize> = 35..=110;

/// The first [`HEAD`] bytes of `text`.
pub(super) fn head(text: &str) -> &str {
    &text[..text.floor_char_boundary(HEAD.min(text.len()))]
}

/// Is `text` hard-wrapped? It is if sentences often run on in lower case from one line of usual width to the
/// next.
pub(super) fn is_hard_wrapped(text: &str) -> bool {
    let (mut pairs, mut running_on) = (0_usize, 0_usize);
    let mut previous = "";
    for line in head(text).lines().map(str::trim) {
        if !previous.is_empty() && !line.is_empty() {
            pairs += 1;
            let goes_on = line.starts_with(char::is_lowercase)
                && !previous.ends_with(is_terminator)
                && WRAPPED_COLUMNS.contains(&previous.chars().take(WRAPPED_COLUMNS.end() + 1).count());
            running_on += usize::from(goes_on);
        }
        previous = line;
    }
    running_on >= 2 && running_on * 100 >= pairs * 18
}

/// The blocks of a part of a text, one after the other, as byte ranges without white space at either end.
#[derive(Clone, Debug)]
pub(super) struct Blocks<'t> {
    text: &'t str,
    at: usize,
    end: usize,
    unwrap: bool,
}

impl<'t> Blocks<'t> {
    /// The blocks of `text[part]`; `newlines` must be decided, [`Newlines::Auto`] keeps.
    pub(super) fn new(text: &'t str, part: Range<usize>, newlines: Newlines) -> Self {
        Self { text, at: part.start, end: part.end, unwrap: newlines == Newlines::Unwrap }
    }

    /// The next line without white space at its ends, maybe empty.
    fn line(&mut self) -> Option<Range<usize>> {
        let rest = &self.text[self.at..self.end];
        if rest.is_empty() {
            return None;
        }
        let length = memchr(b'\n', rest.as_bytes()).unwrap_or(rest.len());
        let line = &rest[..length];
        let start = self.at + line.len() - line.trim_start().len();
        let end = start.max(self.at + line.trim_end().len());
        self.at += (length + 1).min(rest.len());
        Some(start..end)
    }
}

impl Iterator for Blocks<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        let mut block = self.line()?;
        while block.is_empty() {
            block = self.line()?;
        }
        if !self.unwrap || stands_alone(&self.text[block.clone()]) {
            return Some(block);
        }
        loop {
            let before = self.at;
            match self.line() {
                Some(line) if line.is_empty() => break,
                Some(line) if stands_alone(&self.text[line.clone()]) => {
                    self.at = before;
                    break;
                }
                Some(line) => block.end = line.end,
                None => break,
            }
        }
        Some(block)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn blocks(text: &str, newlines: Newlines) -> Vec<&str> {
        Blocks::new(text, 0..text.len(), newlines).map(|block| &text[block]).collect()
    }

    #[test]
    fn a_line_is_a_block_unless_lines_are_joined() {
        let text = "\n  Eins \nzwei\u{a0}\n \n\tdrei";
        assert_eq!(blocks(text, Newlines::Keep), ["Eins", "zwei", "drei"]);
        assert_eq!(blocks(text, Newlines::Unwrap), ["Eins \nzwei", "drei"]);
    }

    #[test]
    fn hard_wrapped_text_is_told_from_lines() {
        let wrapped = "The council met on Tuesday evening to talk about the\n\
                       old mill, and nobody who came expected that it would\n\
                       take the members until midnight to agree on anything.\n";
        assert!(is_hard_wrapped(wrapped));
        assert!(!is_hard_wrapped("Milk\nbread\nten eggs from the market\ntea\n"));
        assert!(!is_hard_wrapped(&wrapped.replace('\n', " ")));
    }
}
