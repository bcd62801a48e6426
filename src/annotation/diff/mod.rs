//! What changed between two versions of a sentence, word by word, and what of it a checker must not overlook.
//!
//! White space, the shape of quotation marks, dashes and apostrophes are no change: [`same_words`] is what counts as
//! harmless. The alignment is a longest common subsequence of words and punctuation marks.

mod alarm;
mod token;

use std::ops::Range;

pub use alarm::Alarm;
use token::{Token, tokens};

/// The largest alignment, in pairs of words. What is longer counts as replaced between its equal ends.
const MOST_PAIRS: usize = 1 << 20;

/// What became of some words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Change {
    /// They stand in both versions.
    Same,
    /// Only the old version has them.
    Gone,
    /// Only the new version has them.
    New,
}

/// Words that share a fate, with the blanks after them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// What became of them.
    pub change: Change,
    /// Why they are called out, if they are; words that stayed never are.
    pub alarm: Option<Alarm>,
    /// The words, as the new version has them where they stand in both. Foreign text, not safe to show.
    pub text: String,
}

/// The way from `old` to `new`: what is the same or new makes up the new version, what is the same or gone the old one
/// (blanks aside). Where words were replaced, what is gone comes first. `lang` is the code of their language: in
/// German every noun has a capital, so that a capital alone makes no name there.
pub fn diff(old: &str, new: &str, lang: Option<&str>) -> Vec<Piece> {
    let (old, new) = (tokens(old), tokens(new));
    let mut pieces = Vec::new();
    let (mut gone, mut come) = (0, 0);
    for (i, j) in matched(&old, &new).into_iter().chain([(old.len(), new.len())]) {
        let (before, after) = (&old[gone..i], &new[come..j]);
        alarm::call_out(before, after, lang, &mut |change, alarm, text| {
            push(&mut pieces, change, alarm, text);
        });
        if let Some(token) = new.get(j) {
            push(&mut pieces, Change::Same, None, token.text);
        }
        (gone, come) = (i + 1, j + 1);
    }
    pieces
}

/// The pieces as one text, `[-gone-]` and `{+new+}`, and what became of which of its bytes.
pub fn marked(pieces: &[Piece]) -> (String, Vec<(Range<usize>, Change)>) {
    let (mut text, mut marked) = (String::new(), Vec::new());
    for run in pieces.chunk_by(|a, b| a.change == b.change) {
        let all: String = run.iter().map(|piece| piece.text.as_str()).collect();
        let words = all.trim_end();
        let from = text.len();
        match run[0].change {
            Change::Same => text.push_str(words),
            Change::Gone => text.extend(["[-", words, "-]"]),
            Change::New => text.extend(["{+", words, "+}"]),
        }
        marked.push((from..text.len(), run[0].change));
        text.push_str(&all[words.len()..]);
    }
    (text, marked)
}

/// What is called out in a diff, each kind once, the gravest first.
pub fn called_out(pieces: &[Piece]) -> Vec<Alarm> {
    let mut alarms: Vec<Alarm> = pieces.iter().filter_map(|piece| piece.alarm).collect();
    alarms.sort_unstable();
    alarms.dedup();
    alarms
}

/// Are both the same but for white space and the shape of quotation marks, dashes and apostrophes? That is the one
/// change to a sentence's words which is harmless.
pub fn same_words(old: &str, new: &str) -> bool {
    let (old, new) = (tokens(old), tokens(new));
    old.len() == new.len() && old.iter().zip(&new).all(|(old, new)| old.core == new.core)
}

/// The words that stand in both: where in `old` and where in `new`, in bytes, without the blanks after them.
pub(super) fn kept(old: &str, new: &str) -> Vec<(Range<usize>, Range<usize>)> {
    let (old, new) = (tokens(old), tokens(new));
    let pairs = matched(&old, &new);
    pairs.into_iter().map(|(i, j)| (old[i].range(), new[j].range())).collect()
}

fn push(pieces: &mut Vec<Piece>, change: Change, alarm: Option<Alarm>, text: &str) {
    match pieces.last_mut().filter(|last| last.change == change && last.alarm == alarm) {
        Some(last) => last.text.push_str(text),
        None => pieces.push(Piece { change, alarm, text: text.to_owned() }),
    }
}

/// The pairs of equal tokens of a longest common subsequence, in order.
fn matched(old: &[Token<'_>], new: &[Token<'_>]) -> Vec<(usize, usize)> {
    let same = |(i, j): (usize, usize)| old[i].core == new[j].core;
    let shorter = old.len().min(new.len());
    let head = (0..shorter).take_while(|&at| same((at, at))).count();
    let from_end = |back: usize| (old.len() - 1 - back, new.len() - 1 - back);
    let tail = (0..shorter - head).take_while(|&back| same(from_end(back))).count();
    let (rows, columns) = (old.len() - head - tail, new.len() - head - tail);
    let mut pairs: Vec<(usize, usize)> = (0..head).map(|at| (at, at)).collect();
    if rows.saturating_mul(columns) <= MOST_PAIRS {
        // The length of the longest common subsequence of what follows a pair of places.
        let width = columns + 1;
        let mut longest = vec![0_u32; (rows + 1) * width];
        for i in (0..rows).rev() {
            for j in (0..columns).rev() {
                longest[i * width + j] = if same((head + i, head + j)) {
                    longest[(i + 1) * width + j + 1] + 1
                } else {
                    longest[(i + 1) * width + j].max(longest[i * width + j + 1])
                };
            }
        }
        let (mut i, mut j) = (0, 0);
        while i < rows && j < columns {
            if same((head + i, head + j)) {
                pairs.push((head + i, head + j));
                (i, j) = (i + 1, j + 1);
            } else if longest[(i + 1) * width + j] >= longest[i * width + j + 1] {
                i += 1;
            } else {
                j += 1;
            }
        }
    }
    pairs.extend((0..tail).rev().map(from_end));
    pairs
}

#[cfg(test)]
mod tests;
