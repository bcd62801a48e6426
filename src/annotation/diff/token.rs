//! Words and punctuation marks of a sentence, with what a comparison has to know of each.

use std::{borrow::Cow, ops::Range};

use unicode_segmentation::UnicodeSegmentation;

/// A word or a punctuation mark.
#[derive(Debug)]
pub(super) struct Token<'t> {
    /// As it is written, with the blanks after it.
    pub(super) text: &'t str,
    /// What is compared: without blanks, quotation marks, dashes and apostrophes in one shape.
    pub(super) core: Cow<'t, str>,
    /// Does it stand in quotation marks, or is it one?
    pub(super) quoted: bool,
    /// Would a sentence begin with it: is it the first word, or does a full stop, a colon or a quotation mark stand
    /// before it?
    pub(super) first: bool,
    start: usize,
    length: usize,
}

impl Token<'_> {
    /// Where it stands, in bytes, without the blanks after it.
    pub(super) fn range(&self) -> Range<usize> {
        self.start..self.start + self.length
    }
}

/// The tokens of `text`; together they are all of it.
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens: Vec<Token<'_>> = Vec::new();
    let (mut first, mut inside) = (true, false);
    for (start, piece) in text.split_word_bound_indices() {
        if let Some(last) = tokens.last_mut().filter(|_| piece.trim().is_empty()) {
            last.text = &text[last.start..start + piece.len()];
            continue;
        }
        let core = core(piece);
        let mark = core == "\"";
        if mark {
            let opens = text[..start].chars().next_back().is_none_or(|c| !c.is_alphanumeric() && !ends(c));
            if !opens && !inside {
                // What is closed here was opened before this sentence.
                for token in &mut tokens {
                    token.quoted = true;
                }
            }
            inside = opens;
        }
        let is_word = piece.chars().any(char::is_alphanumeric);
        tokens.push(Token { text: piece, core, quoted: inside || mark, first, start, length: piece.len() });
        first = if is_word { false } else { first || mark || piece.ends_with(['.', '!', '?', ':']) };
    }
    tokens
}

fn ends(c: char) -> bool {
    matches!(c, '.' | ',' | '!' | '?' | '…' | ')' | ']')
}

fn core(piece: &str) -> Cow<'_, str> {
    let piece = piece.trim();
    match piece {
        "„" | "“" | "”" | "‟" | "«" | "»" | "\"" => Cow::Borrowed("\""),
        "‚" | "‘" | "’" | "‹" | "›" | "'" => Cow::Borrowed("'"),
        "-" | "‐" | "‑" | "‒" | "–" | "—" | "―" | "−" => Cow::Borrowed("-"),
        _ if piece.contains('’') => Cow::Owned(piece.replace('’', "'")),
        _ => Cow::Borrowed(piece),
    }
}
