//! Candidates inside brackets, or with a closing bracket behind them.

use super::{
    super::{Rule, candidates::Bracket},
    Context, Named, Verdict, cut_if, cut_when, keep_when,
};

pub(super) const RULES: &[Named] = &[
    (Rule(&"inside brackets"), inside),
    (Rule(&"full stop after brackets"), after),
    (Rule(&"left out"), left_out),
    (Rule(&"mark in brackets"), mark),
    (Rule(&"sentence in brackets"), sentence),
    (Rule(&"end of brackets"), |c| keep_when(closing(c).is_some())),
];

/// Bytes in which the closing bracket has to be found, for the bracket to count as open.
const CLOSE_WITHIN: usize = 400;

/// Bytes that brackets hold at most.
const LONGEST: usize = 2_000;

/// The bracket that the candidate closes, if it was opened within the sentence and not at its start.
fn closing<'c>(c: &'c Context) -> Option<&'c Bracket> {
    c.candidate.bracket.as_ref().filter(|bracket| {
        c.candidate.bracket_closed && c.candidate.mark - bracket.at <= LONGEST && is_inside(c, bracket)
    })
}

/// Does the sentence begin before the bracket?
fn is_inside(c: &Context, bracket: &Bracket) -> bool {
    !c.block[c.sentence..bracket.at].trim().is_empty()
}

/// What the brackets hold, up to the terminator.
fn inner<'a>(c: &Context<'a>, bracket: &Bracket) -> &'a str {
    &c.block[bracket.at + 1..c.candidate.mark]
}

/// A bracket opened within the sentence is closed soon: the sentence does not end inside it.
fn inside(c: &Context) -> Option<Verdict> {
    let bracket = c.candidate.bracket.as_ref().filter(|_| !c.candidate.bracket_closed)?;
    if bracket.closed {
        return None;
    }
    let rest = &c.block.as_bytes()[c.candidate.next..];
    let window = &rest[..rest.len().min(CLOSE_WITHIN)];
    let close = window.iter().position(|&byte| byte == b'(' || char::from(byte) == bracket.closer)?;
    keep_when(window[close] != b'(' && is_inside(c, bracket))
}

fn after(c: &Context) -> Option<Verdict> {
    closing(c)?;
    if c.ends_in_terminator() { Some(cut_if(c.sentence_may_follow() || c.next == '(')) } else { None }
}

/// "[…]" and the like stand for sentences left out.
fn left_out(c: &Context) -> Option<Verdict> {
    let empty = inner(c, closing(c)?).chars().all(|c| matches!(c, '.' | '…'));
    cut_when(empty && c.is_ellipsis() && c.starter_follows())
}

fn mark(c: &Context) -> Option<Verdict> {
    let inner = inner(c, closing(c)?);
    keep_when(!inner.contains(char::is_alphabetic))
}

fn sentence(c: &Context) -> Option<Verdict> {
    let inner = inner(c, closing(c)?);
    let begins = c.starter_follows() || (c.candidate.strong && c.capital_follows() && !c.table.capital_nouns);
    cut_when(begins && inner.split_whitespace().nth(3).is_some())
}
