//! Candidates: the places of a block where a sentence may end, with the quotation and bracket state there.
//!
//! One pass over the block's bytes. All state is carried along and every look ahead is bounded, so that the
//! pass stays linear whatever the text.

use super::chars::{is_capital, is_closer, is_closing_bracket, is_strong_terminator, is_terminator};

/// The last round or square bracket that was opened in the sentence.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bracket {
    /// Where it opens, in bytes of the block.
    pub(super) at: usize,
    /// The bracket that closes it.
    pub(super) closer: char,
    /// Has one closed since?
    pub(super) closed: bool,
}

/// Quotation marks and brackets seen so far.
#[derive(Clone, Copy, Debug, Default)]
struct Marks {
    /// Is a straight quotation open, counted from the block's start?
    straight_in_block: bool,
    /// Is a straight quotation open, counted from the sentence's start?
    straight_in_sentence: bool,
    /// Has „ opened without “ since (in the block)?
    low_open: bool,
    /// Guillemets « minus » in the block.
    guillemets: i32,
    /// The last mark in the sentence that may open a quotation.
    quote: Option<usize>,
    bracket: Option<Bracket>,
}

impl Marks {
    fn see(&mut self, at: usize, c: char) {
        match c {
            '"' => {
                self.straight_in_block = !self.straight_in_block;
                self.straight_in_sentence = !self.straight_in_sentence;
            }
            '„' => self.low_open = true,
            '“' => self.low_open = false,
            '«' => self.guillemets += 1,
            '»' => self.guillemets -= 1,
            '(' => self.bracket = Some(Bracket { at, closer: ')', closed: false }),
            '[' => self.bracket = Some(Bracket { at, closer: ']', closed: false }),
            ')' | ']' => {
                if let Some(bracket) = &mut self.bracket {
                    bracket.closed |= bracket.closer == c;
                }
            }
            _ => {}
        }
        if matches!(c, '"' | '„' | '“' | '«' | '»' | '‚' | '‘') {
            self.quote = Some(at);
        }
    }

    fn begin_sentence(&mut self) {
        self.straight_in_sentence = false;
        self.quote = None;
        self.bracket = None;
    }
}

/// A place where a sentence may end. Positions are bytes of the block.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    /// Where the run of terminators begins …
    pub(super) mark: usize,
    /// … and ends.
    pub(super) mark_end: usize,
    /// After the closing quotes and brackets: where the sentence would end.
    pub(super) end: usize,
    /// The first character that is not white space after that.
    pub(super) next: usize,
    /// Terminators in the run.
    pub(super) terminators: usize,
    /// Is `!`, `?` or the like among them?
    pub(super) strong: bool,
    /// Does a closing quotation mark belong to it?
    pub(super) quote_closed: bool,
    /// Does a closing bracket belong to it?
    pub(super) bracket_closed: bool,
    /// The last bracket opened before it in the sentence.
    pub(super) bracket: Option<Bracket>,
    /// The last quotation mark before it in the sentence.
    pub(super) quote: Option<usize>,
}

/// Bytes at which the scan has to look closer: terminators, quotes, brackets, and the first bytes of the
/// multi-byte ones among them (« » begin with C2, curly quotes and the ellipsis with E2, the marks of
/// Chinese and Japanese with E3 and EF).
const NOTABLE: [bool; 256] = {
    let mut notable = [false; 256];
    let bytes = b".!?\"()[]\xc2\xe2\xe3\xef";
    let mut i = 0;
    while i < bytes.len() {
        notable[bytes[i] as usize] = true;
        i += 1;
    }
    notable
};

/// Finds the candidates of one block, from left to right.
#[derive(Clone, Debug)]
pub(super) struct Scanner<'t> {
    block: &'t str,
    at: usize,
    marks: Marks,
}

impl<'t> Scanner<'t> {
    pub(super) fn new(block: &'t str) -> Self {
        Self { block, at: 0, marks: Marks::default() }
    }

    /// The text it goes through.
    pub(super) const fn block(&self) -> &'t str {
        self.block
    }

    /// Says that the last candidate was a boundary: what a sentence carries begins anew.
    pub(super) fn begin_sentence(&mut self) {
        self.marks.begin_sentence();
    }

    /// The next candidate with text after it.
    pub(super) fn next(&mut self) -> Option<Candidate> {
        let bytes = self.block.as_bytes();
        loop {
            let found = bytes.get(self.at..)?.iter().position(|&byte| NOTABLE[usize::from(byte)])?;
            self.at += found;
            match self.peek() {
                Some(c) if is_terminator(c) => {
                    let candidate = self.candidate();
                    return (candidate.next < self.block.len()).then_some(candidate);
                }
                Some(c) => self.take(c),
                None => return None,
            }
        }
    }

    fn rest(&self) -> &'t str {
        &self.block[self.at..]
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn take(&mut self, c: char) {
        self.marks.see(self.at, c);
        self.at += c.len_utf8();
    }

    fn candidate(&mut self) -> Candidate {
        let mark = self.at;
        let (bracket, quote) = (self.marks.bracket, self.marks.quote);
        let mut run = Run::default();
        self.terminators(&mut run);
        let mark_end = self.at;
        let terminators = run.terminators;
        while self.closer(&mut run) || self.attached_mark(&mut run) {}
        let rest = self.rest();
        let next = self.at + rest.len() - rest.trim_start().len();
        Candidate {
            mark,
            mark_end,
            end: self.at,
            next,
            terminators,
            strong: run.strong,
            quote_closed: run.quote_closed,
            bracket_closed: run.bracket_closed,
            bracket,
            quote,
        }
    }

    /// Takes a run of terminators; the full stops of an ellipsis may be spaced (". . .").
    fn terminators(&mut self, run: &mut Run) {
        let mut after_stop = false;
        loop {
            let rest = self.rest();
            match rest.chars().next() {
                Some(c) if is_terminator(c) => {
                    after_stop = c == '.';
                    run.terminators += 1;
                    run.strong |= is_strong_terminator(c);
                    self.at += c.len_utf8();
                }
                Some(' ') if (after_stop && rest.starts_with(" . ")) || rest == " ." => self.at += 1,
                _ => break,
            }
        }
    }

    /// Takes a closing quote or bracket and terminators after it (`so."!`).
    fn closer(&mut self, run: &mut Run) -> bool {
        let Some(c) = self.peek().filter(|&c| is_closer(c)) else { return false };
        let after = self.rest()[c.len_utf8()..].chars().next();
        if after.is_some_and(char::is_alphanumeric) && !self.closes_before_letter(c) {
            return false;
        }
        if is_closing_bracket(c) {
            run.bracket_closed = true;
        } else {
            run.quote_closed = true;
        }
        self.take(c);
        while let Some(c) = self.peek().filter(|&c| is_terminator(c)) {
            run.strong |= is_strong_terminator(c);
            self.at += c.len_utf8();
        }
        true
    }

    /// With a letter right after it, does the closer `c` close, or does it open the next quotation?
    fn closes_before_letter(&self, c: char) -> bool {
        match c {
            '"' => self.marks.straight_in_sentence || self.marks.straight_in_block,
            '“' => self.marks.low_open,
            '»' | '«' | '‘' | '\'' | '‹' | '›' => false,
            _ => true,
        }
    }

    /// Takes what belongs to the sentence before without closing anything: reference marks, a spaced
    /// ellipsis, a quotation mark with white space before it.
    fn attached_mark(&mut self, run: &mut Run) -> bool {
        let rest = self.rest();
        if let Some(c) = rest.chars().next().filter(|c| matches!(c, '¹' | '²' | '³' | '⁴' | '⁵' | '\u{2}'))
        {
            self.at += c.len_utf8();
            return true;
        }
        if let Some(length) = reference(rest) {
            self.at += length;
            return true;
        }
        if self.marks.guillemets > 0 {
            let spaced = rest.trim_start_matches([' ', '\u{a0}', '\u{202f}']);
            if spaced.starts_with('»') && spaced.len() < rest.len() {
                self.at += rest.len() - spaced.len();
                self.take('»');
                run.quote_closed = true;
                return true;
            }
        }
        if let Some(after) = rest.strip_prefix(" ... ").or_else(|| rest.strip_prefix(" … "))
            && after.trim_start().chars().next().is_some_and(is_capital)
        {
            self.at += rest.len() - after.len() - 1;
            return true;
        }
        if rest.starts_with(" \" ") && self.marks.straight_in_block {
            self.at += 1;
            self.take('"');
            run.quote_closed = true;
            return true;
        }
        false
    }
}

/// What a run of terminators and closers turned out to hold.
#[derive(Default)]
struct Run {
    terminators: usize,
    strong: bool,
    quote_closed: bool,
    bracket_closed: bool,
}

/// The length of a reference mark at the start of `rest`: `[12]` glued, ` [12]` or ` [...]` after a blank.
fn reference(rest: &str) -> Option<usize> {
    let spaced = rest.starts_with(' ');
    let inner = rest.strip_prefix(' ').unwrap_or(rest).strip_prefix('[')?;
    let close = inner.bytes().take(5).position(|byte| byte == b']')?;
    let mark = &inner[..close];
    let number = !mark.is_empty() && close <= 3 && mark.bytes().all(|byte| byte.is_ascii_digit());
    let end = usize::from(spaced) + 1 + close + 1;
    if spaced {
        let free = rest[end..].chars().next().is_none_or(char::is_whitespace);
        (free && (number || matches!(mark, "..." | "…"))).then_some(end)
    } else {
        number.then_some(end)
    }
}
