//! A word beside a candidate, with what the language tables know about it.

use super::tables::{Flags, Table};

/// Bytes of lower-cased text kept for look-ups; a longer word is in no table.
const LOOKUP: usize = 48;

/// A word in lower case on the stack: candidates are many, allocations for them would be too.
#[derive(Clone, Copy)]
pub(super) struct Lowered {
    bytes: [u8; LOOKUP],
    len: usize,
}

impl Lowered {
    /// `parts` in lower case, joined by full stops; empty where it does not fit.
    pub(super) fn new(parts: &[&str]) -> Self {
        let mut lowered = Self { bytes: [0; LOOKUP], len: 0 };
        if let [word] = parts
            && word.is_ascii()
            && let Some(room) = lowered.bytes.get_mut(..word.len())
        {
            room.copy_from_slice(word.as_bytes());
            room.make_ascii_lowercase();
            lowered.len = word.len();
            return lowered;
        }
        for (i, part) in parts.iter().enumerate() {
            let fits = (i == 0 || lowered.push('.'))
                && part.chars().flat_map(char::to_lowercase).all(|c| lowered.push(c));
            if !fits {
                lowered.len = 0;
                break;
            }
        }
        lowered
    }

    fn push(&mut self, c: char) -> bool {
        let Some(room) = self.bytes.get_mut(self.len..self.len + c.len_utf8()) else { return false };
        c.encode_utf8(room);
        self.len += c.len_utf8();
        true
    }

    /// As the key of a look-up.
    pub(super) fn as_bytes(&self) -> &[u8] {
        &self.bytes[..self.len]
    }

    /// As text.
    pub(super) fn as_str(&self) -> &str {
        std::str::from_utf8(&self.bytes[..self.len]).unwrap_or_default()
    }
}

/// A word of the text.
pub(super) struct Word<'t> {
    /// As it is written.
    pub(super) text: &'t str,
    /// In lower case; empty where it is longer than any word of the tables.
    pub(super) lower: Lowered,
    /// What the tables say about it.
    pub(super) flags: Flags,
}

impl<'t> Word<'t> {
    /// `text` looked up in `table`.
    pub(super) fn new(text: &'t str, table: &Table) -> Self {
        let lower = Lowered::new(&[text]);
        Self { text, lower, flags: table.flags(lower.as_bytes()) }
    }

    /// Is it in one of the lists of `flags`?
    pub(super) const fn is(&self, flags: Flags) -> bool {
        self.flags.any(flags)
    }

    /// Its first character.
    pub(super) fn first(&self) -> Option<char> {
        self.text.chars().next()
    }

    /// Does it begin in lower case?
    pub(super) fn starts_lower(&self) -> bool {
        self.first().is_some_and(char::is_lowercase)
    }

    /// Does it begin in upper case?
    pub(super) fn starts_upper(&self) -> bool {
        self.first().is_some_and(char::is_uppercase)
    }

    /// Has it at least `n` characters?
    pub(super) fn has_at_least(&self, n: usize) -> bool {
        n == 0 || self.text.chars().nth(n - 1).is_some()
    }

    /// Its only character, if it has just one.
    pub(super) fn single(&self) -> Option<char> {
        let mut chars = self.text.chars();
        chars.next().filter(|_| chars.next().is_none())
    }

    /// Does it consist of ASCII digits?
    pub(super) fn is_digits(&self) -> bool {
        !self.text.is_empty() && self.text.bytes().all(|b| b.is_ascii_digit())
    }
}

/// What `table` says about an abbreviation of two letters or words, given without their full stops ("z", "B").
pub(super) fn pair_flags(first: &str, second: &str, table: &Table) -> Flags {
    table.flags(Lowered::new(&[first, second]).as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_too_long_for_the_tables_has_no_lower_case() {
        assert_eq!(Lowered::new(&["Ärger"]).as_str(), "ärger");
        assert_eq!(Lowered::new(&["Z", "B"]).as_str(), "z.b");
        assert_eq!(Lowered::new(&[&"ä".repeat(25)]).as_str(), "");
    }
}
