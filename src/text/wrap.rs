//! Text in rows of a given width.
//!
//! Greedy: a row takes what fits and breaks at white space, after a hyphen, dash or slash inside a word, at a
//! soft hyphen, or between wide characters; only a word wider than the row is cut. Line feeds count as blanks.
//! No-break spaces and no-break hyphens are letters here.

use super::display_safe::{Cells, DisplayCell, SOFT_HYPHEN};

/// One row of a wrapped text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// Where it starts, in bytes of the wrapped text.
    pub start: usize,
    /// Where it ends, in bytes; the white space or soft hyphen at which it broke is in no row.
    pub end: usize,
    /// How many columns it takes, the hyphen included.
    pub columns: usize,
    /// It broke at a soft hyphen: show `-` behind it.
    pub hyphen: bool,
}

/// The rows of `text` at most `width` columns wide (at least 1), one after the other as they are asked for.
///
/// Only a single grapheme wider than that makes a row that is wider. Blank text has no rows. What a row shows are
/// the [`cells`](super::display_safe::cells) of its bytes.
pub fn wrap(text: &str, width: usize) -> Wrap<'_> {
    Wrap { text, width: width.max(1), at: 0 }
}

/// The iterator that [`wrap`] gives.
#[derive(Clone, Debug)]
pub struct Wrap<'t> {
    text: &'t str,
    width: usize,
    /// How far the rows have come, in bytes.
    at: usize,
}

/// Where a row can end.
#[derive(Clone, Copy)]
struct Break {
    row: Row,
    /// Where the next one starts, in bytes.
    next: usize,
}

impl Wrap<'_> {
    /// The row from `self.at`, where no blank is, and where the next one starts.
    fn row(&self) -> Break {
        let mut cells = Cells::starting(self.text, self.at);
        let start = self.at;
        let whole = |end, columns| Break { row: Row { start, end, columns, hyphen: false }, next: end };
        // All that was read so far without blanks at the end; the last good place to break; the last place to cut.
        let mut read = whole(start, 0);
        let mut columns = 0;
        let (mut good, mut cut): (Option<Break>, Option<Break>) = (None, None);
        let mut wide = false;
        loop {
            let word = cells.skip_word(self.width.saturating_sub(columns));
            if word > 0 {
                columns += word;
                read = whole(cells.at(), columns);
                cut = Some(read);
                wide = false;
            }
            let Some(cell) = cells.next() else { break };
            if is_blank(self.text, &cell) {
                good = Some(Break { next: cell.end, ..read });
                columns += cell.columns;
                wide = false;
                continue;
            }
            if wide && cell.columns > 1 {
                good = cut;
            }
            if columns + cell.columns > self.width
                && let Some(end) = good.or(cut)
            {
                return end;
            }
            columns += cell.columns;
            read = whole(cell.end, columns);
            if cells.inside_grapheme() {
                continue;
            }
            wide = cell.columns > 1;
            let hyphen = hyphen_at_end(self.text, &cell);
            cut = Some(Break { row: Row { end: hyphen.unwrap_or(cell.end), ..read.row }, ..read });
            if let Some(end) = hyphen {
                if columns < self.width {
                    let row = Row { start, end, columns: columns + 1, hyphen: true };
                    good = Some(Break { row, next: cell.end });
                }
            } else if breaks_after(self.text, &cell) {
                good = cut;
            }
        }
        read.next = self.text.len();
        read
    }
}

impl Iterator for Wrap<'_> {
    type Item = Row;

    fn next(&mut self) -> Option<Row> {
        let blanks = Cells::starting(self.text, self.at).take_while(|cell| is_blank(self.text, cell));
        self.at = blanks.last().map_or(self.at, |blank| blank.end);
        if self.at == self.text.len() {
            return None;
        }
        let end = self.row();
        self.at = end.next;
        Some(end.row)
    }
}

/// Is the cell white space at which a row may break?
fn is_blank(text: &str, cell: &DisplayCell<'_>) -> bool {
    matches!(
        &text[cell.start..cell.end],
        " " | "\t"
            | "\n"
            | "\u{2000}"
            | "\u{2001}"
            | "\u{2002}"
            | "\u{2003}"
            | "\u{2004}"
            | "\u{2005}"
            | "\u{2006}"
            | "\u{2008}"
            | "\u{2009}"
            | "\u{200A}"
            | "\u{205F}"
            | "\u{3000}"
    )
}

/// Where the soft hyphen starts that the cell has at its end without showing it.
fn hyphen_at_end(text: &str, cell: &DisplayCell<'_>) -> Option<usize> {
    let before = text[cell.start..cell.end].strip_suffix(SOFT_HYPHEN)?;
    (!before.is_empty()).then_some(cell.start + before.len())
}

/// Is the cell a hyphen, dash or slash with a word on both sides, the left one of two letters or more?
fn breaks_after(text: &str, cell: &DisplayCell<'_>) -> bool {
    if !matches!(&text[cell.start..cell.end], "-" | "‐" | "–" | "—" | "/") {
        return false;
    }
    let mut before = text[..cell.start].chars().rev();
    let after = text[cell.end..].chars().next();
    before.by_ref().take(2).filter(|c| !c.is_whitespace()).count() == 2
        && after
            .is_some_and(|c| c.is_alphabetic() || matches!(c, '„' | '“' | '"' | '»' | '«' | '(' | '‚' | '‘'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str, width: usize) -> Vec<String> {
        let line = |row: Row| {
            let hyphen = if row.hyphen { "-" } else { "" };
            let line = super::super::display_safe::display_safe(&text[row.start..row.end]) + hyphen;
            assert_eq!(super::super::display_safe::width(&line), row.columns, "{line:?}");
            line.into_owned()
        };
        wrap(text, width).map(line).collect()
    }

    #[test]
    fn rows_break_at_white_space_and_hold_none_of_it() {
        assert_eq!(lines("Der Minister bestritt  das.", 12), ["Der Minister", "bestritt", "das."]);
        assert_eq!(lines("  Der\nMinister\t bestritt ", 30), ["Der Minister  bestritt"]);
        assert_eq!(lines("a b", 1), ["a", "b"]);
        assert!(lines(" \n\t", 10).is_empty() && lines("", 10).is_empty());
    }

    #[test]
    fn no_break_characters_keep_words_together() {
        assert_eq!(lines("um 5\u{A0}Uhr", 7), ["um", "5\u{A0}Uhr"]);
        assert_eq!(lines("im E\u{2011}Mail Amt", 8), ["im", "E\u{2011}Mail", "Amt"]);
    }

    #[test]
    fn words_break_after_hyphens_and_slashes_between_letters() {
        assert_eq!(lines("der Twitter-Chef", 13), ["der Twitter-", "Chef"]);
        assert_eq!(lines("Frauen/Männer", 10), ["Frauen/", "Männer"]);
        assert_eq!(lines("das Wort–dann", 10), ["das Wort–", "dann"]);
        assert_eq!(lines("am 2024-10-25", 9), ["am", "2024-10-2", "5"], "a date has no such place");
        assert_eq!(lines("die U-Bahn", 7), ["die", "U-Bahn"], "nor has a single letter");
        assert_eq!(lines("bei -40 Grad", 7), ["bei -40", "Grad"]);
    }

    #[test]
    fn a_soft_hyphen_shows_where_the_row_breaks_at_it() {
        let text = "Der Bundes\u{AD}presse\u{AD}sprecher";
        assert_eq!(lines(text, 40), ["Der Bundespressesprecher"]);
        assert_eq!(lines(text, 17), ["Der Bundespresse-", "sprecher"]);
        assert_eq!(lines(text, 16), ["Der Bundes-", "pressesprecher"]);
        assert_eq!(lines(text, 7), ["Der", "Bundes-", "presse-", "spreche", "r"]);
        assert_eq!(lines("ab\u{AD}cd", 2), ["ab", "cd"], "no room for the hyphen");
    }

    #[test]
    fn a_word_wider_than_the_row_is_cut_between_graphemes() {
        assert_eq!(lines("ab Donaudampf", 5), ["ab", "Donau", "dampf"]);
        assert_eq!(lines("e\u{301}e\u{301}e\u{301}", 2), ["e\u{301}e\u{301}", "e\u{301}"]);
        assert_eq!(lines("a漢b", 1), ["a", "漢", "b"], "what cannot fit has a row of its own");
    }

    #[test]
    fn wide_characters_break_anywhere_and_never_straddle() {
        assert_eq!(lines("ab 漢字漢字", 6), ["ab 漢", "字漢字"]);
        assert_eq!(lines("x漢字漢", 4), ["x漢", "字漢"]);
    }

    #[test]
    fn a_long_line_takes_linear_time() {
        let text = "Wort ".repeat(40_000) + &"x".repeat(200_000);
        assert_eq!(wrap(&text, 72).count(), 40_000_usize.div_ceil(14) + 200_000_usize.div_ceil(72));
    }
}
