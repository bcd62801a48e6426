//! What the rules see of a candidate: the words around it and the state of quotes and brackets.

use std::cell::OnceCell;

use super::{
    candidates::Candidate,
    chars::{is_capital, is_closer, is_dash, is_opener, is_quote_opener, is_terminator, is_vowel, is_word},
    tables::{Flags, Table},
    word::Word,
};

/// Bytes a look to either side goes at most for one word: what is longer is no word, and a look without an
/// end would make hostile text quadratic.
const WORD_REACH: usize = 64;
/// Openers skipped before a word.
const OPENERS: usize = 16;
/// Bytes in which the words of a sentence are counted.
const COUNT_REACH: usize = 240;

/// A candidate with its surroundings. Positions are bytes of the block.
pub(super) struct Context<'a> {
    pub(super) table: &'static Table,
    /// The text between two ends of which the candidate lies.
    pub(super) block: &'a str,
    /// Where the sentence begins.
    pub(super) sentence: usize,
    /// Is there a letter or a digit in the sentence before the token?
    pub(super) has_text_before: bool,
    /// Does the first letter of the sentence stand in lower case, as in chats and reviews?
    pub(super) starts_lower: bool,
    pub(super) candidate: Candidate,
    /// What stands before the terminators, back to white space …
    pub(super) token: &'a str,
    /// … which begins here.
    pub(super) token_start: usize,
    /// The token without opening quotes, brackets and dashes.
    pub(super) word: Word<'a>,
    /// What the tables say about the last part of a joined word.
    last_part: Option<Flags>,
    /// The number the word is; of "3./4." or "12-15" the last one.
    pub(super) number: Option<u32>,
    /// The token before that, looked up when a rule first asks for it: few do.
    previous: OnceCell<Word<'a>>,
    /// The first character after the candidate.
    pub(super) next: char,
    /// The first word after the candidate, openers skipped …
    pub(super) following: Word<'a>,
    /// … which ends here.
    pub(super) following_end: usize,
}

impl<'a> Context<'a> {
    /// Looks around `candidate` in `block`, for a sentence that begins at `sentence` and whose first letter or
    /// digit is at `first_text`.
    pub(super) fn new(
        table: &'static Table,
        block: &'a str,
        sentence: usize,
        first_text: usize,
        candidate: Candidate,
    ) -> Self {
        let token_start = token_start(block, sentence, candidate.mark);
        let token = &block[token_start..candidate.mark];
        let word = token.trim_start_matches(|c| is_opener(c) || matches!(c, '-' | '–' | '—'));
        let rest = &block[candidate.next..];
        let next = rest.chars().next().unwrap_or(' ');
        let openers: usize =
            rest.chars().take(OPENERS).take_while(|&c| is_opener(c)).map(char::len_utf8).sum();
        let following_start = candidate.next + openers;
        let window = &block[following_start..reach(block, following_start)];
        let length = window.find(|c| !is_word(c)).unwrap_or(window.len());
        Self {
            table,
            block,
            sentence,
            has_text_before: first_text < token_start,
            starts_lower: block[first_text..].starts_with(char::is_lowercase),
            candidate,
            token,
            token_start,
            word: Word::new(word, table),
            last_part: last_part(word).map(|last| Word::new(last, table).flags),
            number: number(word),
            previous: OnceCell::new(),
            next,
            following: Word::new(&window[..length], table),
            following_end: following_start + length,
        }
    }

    /// The token before the last one, as it stands.
    pub(super) fn previous_token(&self) -> &'a str {
        let before = self.block[..self.token_start].trim_end();
        &before[token_start_in(before)..]
    }

    /// The token before the last one, without quotes and brackets.
    pub(super) fn previous(&self) -> &Word<'a> {
        self.previous.get_or_init(|| {
            Word::new(self.previous_token().trim_matches(|c| is_opener(c) || is_closer(c)), self.table)
        })
    }

    /// Is there no white space after the candidate?
    pub(super) const fn is_glued(&self) -> bool {
        self.candidate.end == self.candidate.next
    }

    /// Is it one full stop and no more?
    pub(super) fn is_full_stop(&self) -> bool {
        !self.candidate.strong && self.candidate.terminators == 1 && self.mark().starts_with('.')
    }

    /// Is it an ellipsis?
    pub(super) fn is_ellipsis(&self) -> bool {
        !self.candidate.strong && !self.is_full_stop()
    }

    /// The run of terminators.
    pub(super) fn mark(&self) -> &'a str {
        &self.block[self.candidate.mark..self.candidate.mark_end]
    }

    /// Does a terminator follow the closers (`so.“.`)?
    pub(super) fn ends_in_terminator(&self) -> bool {
        self.block[self.candidate.mark_end..self.candidate.end].ends_with(is_terminator)
    }

    /// Was the token opened by a quote, bracket or dash?
    pub(super) const fn is_word_opened(&self) -> bool {
        self.token.len() != self.word.text.len()
    }

    /// Does the following word begin as a sentence may?
    pub(super) fn capital_follows(&self) -> bool {
        self.following.first().is_some_and(is_capital)
    }

    /// Does the following word begin with a digit?
    pub(super) fn digit_follows(&self) -> bool {
        self.following.first().is_some_and(|c| c.is_ascii_digit())
    }

    /// Is the following word a capitalised sentence starter?
    pub(super) fn starter_follows(&self) -> bool {
        self.following.is(Flags::STARTER) && self.capital_follows()
    }

    /// Is the word a plain one: letters with a vowel among them, and no abbreviation?
    pub(super) fn is_plain_word(&self) -> bool {
        self.word.has_at_least(2)
            && self.word.text.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’'))
            && self.word.lower.as_str().contains(is_vowel)
            && !self.word_is(Flags::ABBREVIATION)
    }

    /// Does a web address follow?
    pub(super) fn address_follows(&self) -> bool {
        let rest = &self.block[self.candidate.next..];
        rest.starts_with("http://") || rest.starts_with("https://") || rest.starts_with("www.")
    }

    /// Does an opening quotation mark follow?
    pub(super) const fn quote_follows(&self) -> bool {
        is_quote_opener(self.next)
    }

    /// Does something follow that a sentence may begin with, other than a bracket?
    pub(super) fn sentence_may_follow(&self) -> bool {
        self.capital_follows() || self.digit_follows() || self.quote_follows()
    }

    /// Does something follow that a new sentence may begin with after a number or a closed quotation?
    pub(super) fn beginning_follows(&self) -> bool {
        self.sentence_may_follow() || !self.next.is_alphanumeric()
    }

    /// What comes right after the following word.
    pub(super) fn after_following(&self) -> Option<char> {
        self.block[self.following_end..].chars().next()
    }

    /// Is the following word one letter with a full stop (an initial)?
    pub(super) fn initial_follows(&self) -> bool {
        self.following.single().is_some() && self.after_following() == Some('.')
    }

    /// Has the sentence at least `n` words up to the terminators?
    pub(super) fn has_words(&self, n: usize) -> bool {
        has_words(&self.block[self.sentence..self.candidate.mark], n)
    }

    /// Has it at least `n` before the token?
    pub(super) fn has_words_before(&self, n: usize) -> bool {
        has_words(&self.block[self.sentence..self.token_start.max(self.sentence)], n)
    }

    /// Is the word, or the last part of a joined one ("US-Präs."), in one of the lists of `flags`?
    pub(super) fn word_is(&self, flags: Flags) -> bool {
        self.word.is(flags) || self.last_part.is_some_and(|last| last.any(flags))
    }

    /// The token with what is glued to it behind the candidate.
    pub(super) fn glued_run(&self) -> &'a str {
        let window = &self.block[self.token_start..reach(self.block, self.candidate.next)];
        let from = self.candidate.next - self.token_start;
        window[from..].find(char::is_whitespace).map_or(window, |end| &window[..from + end])
    }

    /// The words after the candidate, without end.
    pub(super) fn words_after(&self) -> impl Iterator<Item = &'a str> {
        self.block[self.candidate.next..].split_whitespace()
    }

    /// Behind a dash: does a capital follow?
    pub(super) fn capital_follows_dash(&self) -> bool {
        self.block[self.candidate.next..]
            .chars()
            .take(OPENERS)
            .find(|&c| !is_dash(c) && !is_opener(c) && !c.is_whitespace())
            .is_some_and(char::is_uppercase)
    }
}

/// The last part of a joined word: "Präs" of "US-Präs", "Avv" of "l'Avv".
fn last_part(word: &str) -> Option<&str> {
    let at = word.rfind(['-', '/', '(', '„', '"', '\'', '’'])?;
    let mut chars = word[at..].chars();
    let joint = chars.next()?;
    let last = chars.as_str();
    (!matches!(joint, '\'' | '’') || last.starts_with(char::is_uppercase)).then_some(last)
}

/// The number that `word` is, or ends with where it is a range or fraction of numbers.
fn number(word: &str) -> Option<u32> {
    if !word.starts_with(|c: char| c.is_ascii_digit() || is_dash(c) || c == '/') {
        return None;
    }
    let joins = |c: char| matches!(c, '/' | '-' | '–');
    let joined = word.contains(joins);
    let numeric = word.chars().all(|c| c.is_ascii_digit() || (joined && (c == '.' || joins(c))));
    let last = word.rsplit(joins).next().unwrap_or(word);
    numeric.then(|| last.parse().unwrap_or(u32::MAX))
}

/// Where the token before `end` begins, not before `floor`.
fn token_start(block: &str, floor: usize, end: usize) -> usize {
    floor + token_start_in(&block[floor..end])
}

/// Where the last token of `text` begins.
fn token_start_in(text: &str) -> usize {
    let floor = text.floor_char_boundary(text.len().saturating_sub(WORD_REACH));
    let window = &text[floor..];
    let start =
        window.char_indices().rfind(|(_, c)| c.is_whitespace()).map_or(0, |(at, c)| at + c.len_utf8());
    floor + start
}

/// The end of the look ahead from `at`.
fn reach(block: &str, at: usize) -> usize {
    block.floor_char_boundary((at + WORD_REACH).min(block.len()))
}

fn has_words(text: &str, n: usize) -> bool {
    let window = &text[..text.floor_char_boundary(COUNT_REACH.min(text.len()))];
    window.split_whitespace().nth(n.saturating_sub(1)).is_some()
}
