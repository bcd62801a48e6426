//! The segmenter itself: blocks to candidates to units, one unit at a time.

use std::ops::Range;

use super::{
    Kind, Newlines, Options, Rule, Span, Unit,
    blocks::{Blocks, is_hard_wrapped},
    candidates::{Candidate, Scanner},
    context::Context,
    detect, kind, length,
    rules::{Verdict, decide},
    tables::{Table, table},
};
use crate::text::position;

/// A decision about one candidate, for `factdesk segment --explain`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decision {
    /// Where the next sentence would begin, in bytes of the text.
    pub at: u32,
    /// The rule that decided.
    pub rule: Rule,
    /// Does the sentence end before `at`?
    pub cut: bool,
}

/// The sentences of one block.
struct Block<'t> {
    range: Range<usize>,
    kind: Kind,
    scanner: Scanner<'t>,
    /// Where the current sentence begins, in bytes of the block.
    sentence: usize,
    /// The first letter or digit at or after `sentence`, as far as it was looked for.
    first_text: usize,
    is_done: bool,
}

/// Makes the units of a text, lazily and from left to right: the first ones of a large article are there at
/// once. The time is linear in the length of the text, whatever it holds.
pub struct Segmenter<'t> {
    text: &'t str,
    newlines: Newlines,
    table: &'static Table,
    blocks: Blocks<'t>,
    block: Option<Block<'t>>,
    /// What is left of a sentence that is longer than a unit may be.
    rest: Option<(Range<usize>, Kind, Rule)>,
    /// The position up to which code points were counted, in bytes …
    counted: usize,
    /// … and in code points.
    chars: u32,
}

impl<'t> Segmenter<'t> {
    /// Segments `text` from the byte `body` on, where its front matter ends. What `options` leave open is
    /// decided from the first 64 KB after it.
    pub fn new(text: &'t str, body: usize, options: Options) -> Self {
        let body = text.floor_char_boundary(body.min(text.len()));
        let options = options.decide(text, body);
        Self {
            text,
            newlines: options.newlines,
            table: table(options.language),
            blocks: Blocks::new(text, body..text.len(), options.newlines),
            block: None,
            rest: None,
            counted: body,
            chars: position(text[..body].chars().count()),
        }
    }

    /// Every decision about a candidate, in order.
    pub(super) fn decisions(self) -> Vec<Decision> {
        let mut decisions = Vec::new();
        for range in self.blocks {
            let offset = range.start;
            let mut block = Block::new(self.text, range, Kind::Sentence);
            let mut note = |at, verdict, rule| {
                decisions.push(Decision { at: position(offset + at), rule, cut: verdict == Verdict::Cut });
            };
            while block.sentence(self.table, &mut note).is_some() {}
        }
        decisions
    }

    /// The next sentence of whatever length.
    fn sentence(&mut self) -> Option<(Range<usize>, Kind, Rule)> {
        loop {
            if let Some(block) = &mut self.block {
                if let Some((range, rule)) = block.sentence(self.table, |_, _, _| {}) {
                    let is_last = range.end == block.range.end;
                    let alone = is_last && range.start == block.range.start;
                    let kind =
                        if block.kind == Kind::Heading && !alone { Kind::Sentence } else { block.kind };
                    let rule = rule.unwrap_or_else(|| end_rule(&self.text[range.end..]));
                    return Some((range, kind, rule));
                }
                self.block = None;
            }
            let range = self.blocks.next()?;
            let kind = kind::of_block(self.text, range.clone(), self.newlines);
            self.block = Some(Block::new(self.text, range, kind));
        }
    }

    fn unit(&mut self, bytes: &Range<usize>, kind: Kind, rule: Rule) -> Unit {
        let start = self.count_to(bytes.start);
        let end = self.count_to(bytes.end);
        Unit {
            bytes: Span::new(position(bytes.start), position(bytes.end)),
            chars: Span::new(start, end),
            kind,
            rule,
        }
    }

    /// The code point at the byte `at`, which must not lie before the last one asked for.
    fn count_to(&mut self, at: usize) -> u32 {
        self.chars += position(self.text[self.counted..at].chars().count());
        self.counted = at;
        self.chars
    }
}

impl Iterator for Segmenter<'_> {
    type Item = Unit;

    fn next(&mut self) -> Option<Unit> {
        let (range, kind, rule) = match self.rest.take() {
            Some(rest) => rest,
            None => self.sentence()?,
        };
        match length::split(&self.text[range.clone()]) {
            Some((first, rest)) => {
                self.rest = Some((range.start + rest..range.end, kind, rule));
                Some(self.unit(&(range.start..range.start + first), kind, Rule::LENGTH))
            }
            None => Some(self.unit(&range, kind, rule)),
        }
    }
}

impl<'t> Block<'t> {
    fn new(text: &'t str, range: Range<usize>, kind: Kind) -> Self {
        let scanner = Scanner::new(&text[range.clone()]);
        Self { range, kind, scanner, sentence: 0, first_text: 0, is_done: false }
    }

    /// The next sentence, in bytes of the text; without a rule where the block's end ends it. `note` is told
    /// every decision on the way: where the next sentence would begin (in bytes of the block), and why.
    fn sentence(
        &mut self,
        table: &'static Table,
        mut note: impl FnMut(usize, Verdict, Rule),
    ) -> Option<(Range<usize>, Option<Rule>)> {
        if self.is_done {
            return None;
        }
        let start = self.range.start + self.sentence;
        while let Some(candidate) = self.scanner.next() {
            let (verdict, rule) = self.decide(candidate, table);
            note(candidate.next, verdict, rule);
            if verdict == Verdict::Cut {
                self.begin_sentence(candidate.next);
                return Some((start..self.range.start + candidate.end, Some(rule)));
            }
            if candidate.end - self.sentence > length::TOO_LONG
                && let Some((first, rest)) =
                    length::split(&self.scanner.block()[self.sentence..candidate.end])
            {
                self.begin_sentence(self.sentence + rest);
                return Some((start..start + first, Some(Rule::LENGTH)));
            }
        }
        self.is_done = true;
        Some((start..self.range.end, None))
    }

    fn decide(&mut self, candidate: Candidate, table: &'static Table) -> (Verdict, Rule) {
        let block = self.scanner.block();
        if self.first_text < candidate.mark {
            let window = &block[self.first_text..candidate.mark];
            self.first_text += window.find(char::is_alphanumeric).unwrap_or(window.len());
        }
        decide(&Context::new(table, block, self.sentence, self.first_text, candidate))
    }

    fn begin_sentence(&mut self, at: usize) {
        self.scanner.begin_sentence();
        self.sentence = at;
        self.first_text = at;
    }
}

impl Options {
    /// These options with what they leave open decided from the first 64 KB of `text` after the byte `body`.
    ///
    /// The language stays open where there is too little to go by.
    #[must_use]
    pub fn decide(self, text: &str, body: usize) -> Self {
        let body = text.get(body..).unwrap_or_default();
        let newlines = match self.newlines {
            Newlines::Auto if is_hard_wrapped(body) => Newlines::Unwrap,
            Newlines::Auto => Newlines::Keep,
            decided => decided,
        };
        Self { language: self.language.or_else(|| detect::language(body)), newlines }
    }
}

/// What ended a unit that goes to the end of its block, from what comes `after` it.
fn end_rule(after: &str) -> Rule {
    match after.chars().find(|&c| c == '\n' || !c.is_whitespace()) {
        Some(_) => Rule::LINE_END,
        None => Rule::TEXT_END,
    }
}
