//! Finding words in texts as people type them.
//!
//! Text and query are folded alike before they are compared: case goes, marks on letters go whether they are part
//! of the letter or follow it (`ä` is `a`, `ß` is `ss`), curly quotes, dashes and no-break spaces become their
//! ASCII relatives, any white space is one blank, and characters without width are passed over. Folding is done
//! on the fly, the comparison is Knuth, Morris and Pratt's: linear whatever the query.

use nucleo_matcher::chars::{normalize, to_lower_case};
use std::ops::Range;

/// A query, ready to be looked for in any number of texts.
#[derive(Clone, Debug)]
pub struct Needle {
    /// The query as it is compared, UTF-8.
    folded: Vec<u8>,
    /// For each of its beginnings, how long the longest shorter one is that it ends with.
    borders: Vec<usize>,
    /// The bytes with which text can begin that folds to the query's first byte.
    starts: [bool; 256],
}

impl Needle {
    /// A needle for what somebody typed. Blanks at its ends count: they stand for the end of a word.
    pub fn new(query: &str) -> Self {
        let mut folded = folded(query).into_bytes();
        if folded == b" " {
            folded.clear();
        }
        let mut starts = [false; 256];
        if let Some(&first) = folded.first() {
            for (byte, start) in (0..=u8::MAX).zip(&mut starts) {
                *start = fold_ascii(byte) == first || byte >= 0xC0;
            }
        }
        Self { borders: borders(&folded), folded, starts }
    }

    /// Is there nothing to look for? Such a needle is found nowhere.
    pub fn is_empty(&self) -> bool {
        self.folded.is_empty()
    }

    /// Where `text` holds it, in bytes, from left to right, no two overlapping.
    ///
    /// A place covers whole characters and the marks on the last of them.
    pub fn find_all<'a>(&'a self, text: &'a str) -> Matches<'a> {
        let origins = vec![0; self.folded.len()];
        Matches { needle: self, text, at: 0, matched: 0, blank: false, origins, fed: 0 }
    }
}

/// The iterator that [`Needle::find_all`] gives.
#[derive(Clone, Debug)]
pub struct Matches<'a> {
    needle: &'a Needle,
    text: &'a str,
    /// How far the text is read, in bytes.
    at: usize,
    /// How much of the needle what was read last agrees with, in bytes of the needle.
    matched: usize,
    /// The last thing read was white space.
    blank: bool,
    /// Where the characters start that gave the last folded bytes: the byte number `n` at `n % origins.len()`.
    origins: Vec<usize>,
    /// How many folded bytes there were.
    fed: usize,
}

impl Matches<'_> {
    /// Goes on by one folded byte, of the character at `origin`; is the needle complete with it?
    fn feed(&mut self, byte: u8, origin: usize) -> bool {
        let needle = &self.needle.folded;
        while self.matched > 0 && needle[self.matched] != byte {
            self.matched = self.needle.borders[self.matched - 1];
        }
        self.matched += usize::from(needle[self.matched] == byte);
        let slot = self.fed % needle.len();
        self.origins[slot] = origin;
        self.fed += 1;
        self.matched == needle.len()
    }

    /// The place that ends where the text is read to, and a fresh start behind it.
    fn found(&mut self) -> Range<usize> {
        let marks = self.text[self.at..].chars().take_while(|&c| is_combining(c));
        self.at += marks.map(char::len_utf8).sum::<usize>();
        self.matched = 0;
        self.blank = false;
        self.origins[self.fed % self.origins.len()]..self.at
    }
}

impl Iterator for Matches<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        let bytes = self.text.as_bytes();
        while self.at < bytes.len() {
            if self.matched == 0 {
                let starts = &self.needle.starts;
                self.at += bytes[self.at..].iter().position(|&b| starts[usize::from(b)])?;
                self.blank = false;
            }
            let origin = self.at;
            let mut buffer = [0; 4];
            let folded = if bytes[origin].is_ascii() {
                self.at += 1;
                buffer[0] = fold_ascii(bytes[origin]);
                &buffer[..1]
            } else {
                let c = self.text[origin..].chars().next()?;
                self.at += c.len_utf8();
                fold(c, &mut buffer).as_bytes()
            };
            let blank = folded == b" ";
            if blank && self.blank {
                continue;
            }
            self.blank = blank || self.blank && folded.is_empty();
            for &byte in folded {
                if self.feed(byte, origin) {
                    return Some(self.found());
                }
            }
        }
        None
    }
}

/// For each beginning of `needle`, how long the longest shorter one is that it ends with.
fn borders(needle: &[u8]) -> Vec<usize> {
    let mut borders = vec![0; needle.len()];
    let mut border = 0;
    for end in 1..needle.len() {
        while border > 0 && needle[border] != needle[end] {
            border = borders[border - 1];
        }
        border += usize::from(needle[border] == needle[end]);
        borders[end] = border;
    }
    borders
}

/// `text` as it is compared, white space as single blanks: texts that differ in case or marks alone are the same.
pub fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut buffer = [0; 4];
    for c in text.chars() {
        if c.is_ascii_alphanumeric() {
            folded.push(c.to_ascii_lowercase());
            continue;
        }
        let part = fold(c, &mut buffer);
        if part != " " || !folded.ends_with(' ') {
            folded.push_str(part);
        }
    }
    folded
}

/// What an ASCII byte is compared as.
const fn fold_ascii(byte: u8) -> u8 {
    if matches!(byte, b'\t'..=b'\r') { b' ' } else { byte.to_ascii_lowercase() }
}

/// What a character is compared as: nothing, a blank, or a few characters.
pub(super) fn fold(c: char, buffer: &mut [u8; 4]) -> &str {
    match c {
        '\0'..='\x7F' => {
            buffer[0] = fold_ascii(c as u8);
            return std::str::from_utf8(&buffer[..1]).unwrap_or_default();
        }
        // Most of a Russian text, ahead of the tables below.
        'а'..='и' | 'к'..='я' => return c.encode_utf8(buffer),
        'ß' | 'ẞ' => return "ss",
        'æ' | 'Æ' => return "ae",
        'œ' | 'Œ' => return "oe",
        'ĳ' | 'Ĳ' => return "ij",
        'ﬀ' => return "ff",
        'ﬁ' => return "fi",
        'ﬂ' => return "fl",
        'ﬃ' => return "ffi",
        'ﬄ' => return "ffl",
        'ﬅ' | 'ﬆ' => return "st",
        '…' => return "...",
        '‘' | '’' | '‚' | '‛' | '‹' | '›' | '′' | '´' | 'ʼ' => return "'",
        '“' | '”' | '„' | '‟' | '«' | '»' | '″' => return "\"",
        '\u{2010}'..='\u{2015}' | '−' => return "-",
        _ if is_combining(c) || is_hidden(c) => return "",
        _ if c.is_whitespace() => return " ",
        _ => {}
    }
    // A capital dotted I has no small form of one character until its dot is gone.
    to_lower_case(without_marks(to_lower_case(c))).encode_utf8(buffer)
}

/// `c` without the marks it was composed with: Latin, and the Cyrillic and Greek letters that have any.
fn without_marks(c: char) -> char {
    match c {
        'й' | 'ѝ' => 'и',
        'ё' | 'ѐ' => 'е',
        'ї' => 'і',
        'ў' => 'у',
        'ѓ' => 'г',
        'ќ' => 'к',
        'ά' => 'α',
        'έ' => 'ε',
        'ή' => 'η',
        'ί' | 'ϊ' | 'ΐ' => 'ι',
        'ό' => 'ο',
        'ύ' | 'ϋ' | 'ΰ' => 'υ',
        'ώ' => 'ω',
        _ => normalize(c),
    }
}

/// Is `c` a mark on the letter before it?
const fn is_combining(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36F}'
        | '\u{483}'..='\u{489}'
        | '\u{1AB0}'..='\u{1AFF}'
        | '\u{1DC0}'..='\u{1DFF}'
        | '\u{20D0}'..='\u{20FF}'
        | '\u{FE00}'..='\u{FE0F}'
        | '\u{FE20}'..='\u{FE2F}')
}

/// Is `c` without width, so that nobody who types a query would type it?
const fn is_hidden(c: char) -> bool {
    matches!(c,
        '\u{AD}'
        | '\u{61C}'
        | '\u{180E}'
        | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}'
        | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'t>(query: &str, text: &'t str) -> Vec<&'t str> {
        Needle::new(query).find_all(text).map(|place| &text[place]).collect()
    }

    #[test]
    fn case_umlauts_and_accents_do_not_matter() {
        assert_eq!(
            found("größe", "Die Grösse, GRÖSSE, Größe, Gro\u{308}ße"),
            ["Grösse", "GRÖSSE", "Größe", "Gro\u{308}ße"]
        );
        assert_eq!(found("grosse", "Größe"), ["Größe"]);
        assert_eq!(found("cafe\u{301}", "Café, CAFE"), ["Café", "CAFE"]);
        assert_eq!(found("lodz", "Łódź"), ["Łódź"]);
        assert_eq!(found("istanbul", "İstanbul ISTANBUL"), ["İstanbul", "ISTANBUL"]);
        assert_eq!(found("ёлки", "ЕЛКИ Йод"), ["ЕЛКИ"]);
        assert_eq!(found("Йод", "и\u{306}од"), ["и\u{306}од"]);
    }

    #[test]
    fn a_place_covers_whole_characters_with_their_marks() {
        assert_eq!(found("o", "Ko\u{308}ln"), ["o\u{308}"]);
        assert_eq!(found("as", "Maß"), ["aß"]);
        assert_eq!(found("sen", "großen"), ["ßen"]);
    }

    #[test]
    fn quotes_dashes_blanks_and_hidden_characters_are_folded() {
        assert_eq!(found("\"das ist's\" - so", "„Das\u{A0}ist’s“ – so"), ["„Das\u{A0}ist’s“ – so"]);
        assert_eq!(found("der minister", "Der\n  Minister"), ["Der\n  Minister"]);
        assert_eq!(found("bundesrat", "Bundes\u{AD}rat"), ["Bundes\u{AD}rat"]);
        assert_eq!(found("der ", "wieder der"), ["der "]);
    }

    #[test]
    fn places_do_not_overlap_and_none_is_missed() {
        assert_eq!(found("aba", "abababa"), ["aba", "aba"]);
        assert_eq!(found("aab", "aaaab"), ["aab"]);
        assert_eq!(found("a  b", "a a b"), ["a b"]);
        assert!(found("xyz", "xyxyy").is_empty());
    }

    #[test]
    fn nothing_is_found_nowhere() {
        for query in ["", " ", "\n\t ", "\u{AD}", "\u{301}"] {
            assert!(Needle::new(query).is_empty() && found(query, "a b \u{AD}").is_empty(), "{query:?}");
        }
    }

    #[test]
    fn a_query_that_nearly_fits_everywhere_takes_linear_time() {
        let text = "a".repeat(2_000_000);
        assert!(Needle::new(&("a".repeat(10_000) + "b")).find_all(&text).next().is_none());
    }
}
