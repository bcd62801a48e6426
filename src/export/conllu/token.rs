//! The words of a sentence.

use std::{
    borrow::Cow,
    fmt::{self, Write as _},
    ops::Range,
};

use unicode_segmentation::UnicodeSegmentation;

use crate::{
    export::{Passage, visible::picture},
    text::{Span, position},
};

/// A word, a number or a mark: a piece between two word boundaries (Unicode Standard Annex 29) without white space.
pub(super) struct Token {
    /// Where it stands, in bytes of the text.
    pub(super) bytes: Range<usize>,
    /// Where it stands, in code points of the text.
    pub(super) chars: Span,
}

/// The words of `passage`.
pub(super) fn tokens(passage: &Passage<'_>) -> Vec<Token> {
    let (mut byte, mut at) = (passage.bytes.range().start, passage.span.start);
    let mut tokens = Vec::new();
    // A mark that combines with a blank makes a piece of both.
    let pieces =
        passage.text.split_word_bounds().flat_map(|piece| piece.split_inclusive(char::is_whitespace));
    for piece in pieces {
        let word = piece.trim_end();
        if !word.is_empty() {
            let chars = Span::new(at, at + position(word.chars().count()));
            tokens.push(Token { bytes: byte..byte + word.len(), chars });
        }
        byte += piece.len();
        at += position(piece.chars().count());
    }
    tokens
}

/// The sentence as its words say it: one blank where there is white space of any kind.
pub(super) fn sentence(text: &str, tokens: &[Token]) -> String {
    let mut sentence = String::new();
    let mut end = None;
    for token in tokens {
        if end.is_some_and(|end| end < token.bytes.start) {
            sentence.push(' ');
        }
        sentence.push_str(&token.form(text));
        end = Some(token.bytes.end);
    }
    sentence
}

impl Token {
    /// It as it is written, controls as their pictures.
    pub(super) fn form<'t>(&self, text: &'t str) -> Cow<'t, str> {
        let written = text.get(self.bytes.clone()).unwrap_or_default();
        if !written.contains(char::is_control) {
            return written.into();
        }
        written.chars().map(|c| if c.is_control() { picture(c) } else { c }).collect()
    }

    /// Adds what the last column says, where `after` stands between it and the next word.
    pub(super) fn misc(&self, after: &str, out: &mut String) -> fmt::Result {
        write!(out, "start_char={}|end_char={}", self.chars.start, self.chars.end)?;
        match after {
            " " => {}
            "" => out.push_str("|SpaceAfter=No"),
            _ => {
                out.push_str("|SpacesAfter=");
                for c in after.chars() {
                    match c {
                        ' ' => out.push_str("\\s"),
                        '\n' => out.push_str("\\n"),
                        '\t' => out.push_str("\\t"),
                        '\r' => out.push_str("\\r"),
                        c => write!(out, "\\u{:04X}", u32::from(c))?,
                    }
                }
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Kind;

    fn passage(text: &str) -> Passage<'_> {
        let chars = Span::new(0, position(text.chars().count()));
        let bytes = Span::new(0, position(text.len()));
        Passage { span: chars, bytes, kind: Kind::Sentence, text, entry: None, read: false }
    }

    #[test]
    fn words_put_together_again_are_the_text() {
        for text in ["🦀 „So“, sagte er\u{a0}–\n20.000\tMal.", "a \u{301}b\0c", "👩‍👩‍👧 z\u{308}  x\u{2028}"]
        {
            let words = tokens(&passage(text));
            let mut whole = String::new();
            for (index, word) in words.iter().enumerate() {
                let next = words.get(index + 1).map_or(text.len(), |next| next.bytes.start);
                whole.push_str(&text[word.bytes.clone()]);
                assert!(text[word.bytes.end..next].chars().all(char::is_whitespace), "{text:?}");
                whole.push_str(&text[word.bytes.end..next]);
                let chars: String =
                    text.chars().skip(word.chars.start as usize).take(word.chars.len()).collect();
                assert_eq!(chars, text[word.bytes.clone()]);
            }
            assert_eq!(whole, text);
        }
    }

    #[test]
    fn what_follows_a_word_is_said_unless_it_is_a_blank() {
        let words = tokens(&passage("🦀ab"));
        let misc = |word: usize, after| {
            let mut out = String::new();
            words[word].misc(after, &mut out).unwrap();
            out
        };
        assert_eq!(misc(0, ""), "start_char=0|end_char=1|SpaceAfter=No");
        assert_eq!(misc(1, " "), "start_char=1|end_char=3");
        assert_eq!(misc(1, "\n\u{a0} "), "start_char=1|end_char=3|SpacesAfter=\\n\\u00A0\\s");
    }

    #[test]
    fn a_sentence_over_two_lines_is_one_line() {
        let text = "Er\u{1b} sagte\n es (gestern).";
        assert_eq!(sentence(text, &tokens(&passage(text))), "Er␛ sagte es (gestern).");
    }
}
