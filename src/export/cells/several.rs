//! Several values in one cell, and back.

use std::{borrow::Cow, collections::HashSet};

/// What stands between several values in a cell.
const BETWEEN: &str = "; ";

/// What stands between a speaker and whoever reports their words.
const REPORTED_BY: &str = " < ";

/// The values of a cell that holds several.
pub fn values(cell: &str) -> Vec<String> {
    split(cell, BETWEEN).iter().map(|value| plain(value)).collect()
}

/// The chains of speakers in a cell `source`.
pub fn chains(cell: &str) -> Vec<Vec<String>> {
    let chain = |chain: &&str| split(chain, REPORTED_BY).iter().map(|name| plain(name)).collect();
    split(cell, BETWEEN).iter().map(chain).collect()
}

/// What [`chains`] reads back: each chain once, those of nobody left out.
pub fn chains_cell<'a, S: AsRef<str> + 'a>(chains: impl IntoIterator<Item = &'a [S]>) -> String {
    let chain = |chain: &[S]| {
        let names: Vec<_> = chain.iter().map(|name| escaped(name.as_ref())).collect();
        names.join(REPORTED_BY)
    };
    let chains: Vec<String> = chains.into_iter().filter(|names| !names.is_empty()).map(chain).collect();
    let chains: Vec<&str> = distinct(chains.iter().map(String::as_str)).collect();
    chains.join(BETWEEN)
}

/// What [`values`] reads back.
pub fn values_cell<S: AsRef<str>>(values: impl IntoIterator<Item = S>) -> String {
    let values: Vec<_> = values.into_iter().map(|value| escaped(value.as_ref()).into_owned()).collect();
    values.join(BETWEEN)
}

/// The pieces between unescaped separators; none of an empty cell. Every separator begins, but for blanks, with a
/// character that [`escaped`] escapes.
fn split<'c>(cell: &'c str, separator: &str) -> Vec<&'c str> {
    let mark = separator.trim();
    let (mut pieces, mut start, mut is_escaped) = (Vec::new(), 0, false);
    for (at, c) in cell.char_indices() {
        if is_escaped || c == '\\' {
            is_escaped = !is_escaped;
        } else if cell[at..].starts_with(mark) {
            pieces.push(cell[start..at].trim());
            start = at + mark.len();
        }
    }
    pieces.push(cell[start..].trim());
    pieces.retain(|piece| !piece.is_empty());
    pieces
}

fn escaped(value: &str) -> Cow<'_, str> {
    const MARKS: [char; 3] = ['\\', ';', '<'];
    if !value.contains(MARKS) {
        return Cow::Borrowed(value);
    }
    let mut out = String::with_capacity(value.len() + 4);
    for c in value.chars() {
        if MARKS.contains(&c) {
            out.push('\\');
        }
        out.push(c);
    }
    Cow::Owned(out)
}

/// A piece without the backslashes of [`escaped`].
fn plain(piece: &str) -> String {
    let mut chars = piece.chars();
    let next = || match chars.next()? {
        '\\' => Some(chars.next().unwrap_or('\\')),
        c => Some(c),
    };
    std::iter::from_fn(next).collect()
}

/// Each value once, in the order of their first.
pub(super) fn distinct<'a>(values: impl Iterator<Item = &'a str>) -> impl Iterator<Item = &'a str> {
    let mut seen = HashSet::new();
    values.filter(move |value| seen.insert(*value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn several_values_read_back() {
        for all in [&["a"][..], &["a; b", "c < d", "e\\", "\\;", "f"], &["ä", "ä;", "<"], &[]] {
            assert_eq!(values(&values_cell(all)), all);
        }
        assert_eq!(values(" by;hand ;; "), ["by", "hand"]);
    }

    #[test]
    fn chains_read_back_each_once() {
        let all: [&[&str]; 4] =
            [&["er", "Pell < Söhne; Erben"], &[], &["er", "Pell < Söhne; Erben"], &["Ash"]];
        let cell = chains_cell(all);
        assert_eq!(cell, "er < Pell \\< Söhne\\; Erben; Ash");
        assert_eq!(chains(&cell), [vec!["er", "Pell < Söhne; Erben"], vec!["Ash"]]);
    }
}
