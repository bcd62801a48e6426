//! What a cell can hold.

use super::look;
use crate::{
    export::{cells::Cell, visible::xml},
    text::display_safe,
};

/// The most UTF-16 code units that Excel keeps in a cell.
const MOST_UNITS: usize = 32_767;

/// What stands at the end of a cell that was too long.
const CUT: &str = " […]";

/// A row of the workbook.
pub(super) struct Line {
    /// What stands in its cells.
    pub(super) values: Vec<Value>,
    /// How many lines of words it takes to show them. `LibreOffice` does not find that out by itself.
    pub(super) height: usize,
}

impl Line {
    /// What Excel can hold of `cells`, each with the name of its column.
    pub(super) fn new<'c>(cells: impl Iterator<Item = (&'c str, &'c Cell<'c>)>) -> Self {
        let mut line = Self { values: Vec::new(), height: 1 };
        for (name, cell) in cells {
            let value = value(cell);
            if let Value::Text { text, .. } = &value
                && look::wraps(name)
            {
                line.height = line.height.max(height(text, look::width(name)));
            }
            line.values.push(value);
        }
        line
    }
}

/// How many lines `text` takes in a column of that width. Letters are narrower than the digits that the width counts,
/// which makes up for lines that end before a long word.
fn height(text: &str, width: u16) -> usize {
    text.split('\n').map(|line| display_safe::width(line).div_ceil(width.into()).max(1)).sum()
}

/// What stands in a cell of the workbook.
pub(super) enum Value {
    /// Nothing.
    Empty,
    /// A position or a line.
    Number(u32),
    /// Words that Excel can hold.
    Text {
        /// They.
        text: String,
        /// Are they not all of them?
        is_cut: bool,
    },
}

/// What Excel can hold of `cell`.
fn value(cell: &Cell<'_>) -> Value {
    match cell {
        Cell::Empty => Value::Empty,
        Cell::Number(number) => Value::Number(*number),
        Cell::Text(text) => {
            let text = xml(text).into_owned();
            match cut(&text) {
                None => Value::Text { text, is_cut: false },
                Some(end) => Value::Text { text: text[..end].to_owned() + CUT, is_cut: true },
            }
        }
    }
}

/// Where to cut `text`, in bytes, so that [`CUT`] fits behind it; `None` where it is short enough.
fn cut(text: &str) -> Option<usize> {
    if text.len() <= MOST_UNITS || text.encode_utf16().count() <= MOST_UNITS {
        return None;
    }
    let mut units = CUT.encode_utf16().count();
    text.char_indices().find_map(|(at, c)| {
        units += c.len_utf16();
        (units > MOST_UNITS).then_some(at)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(words: &str) -> (String, bool) {
        match value(&Cell::Text(words.into())) {
            Value::Text { text, is_cut } => (text, is_cut),
            _ => unreachable!(),
        }
    }

    #[test]
    fn a_cell_that_is_too_long_is_cut_where_one_sees_it() {
        let fits = "🦀".repeat(MOST_UNITS / 2) + "x";
        assert_eq!(text(&fits), (fits.clone(), false));
        let (words, is_cut) = text(&(fits + "y"));
        assert!(is_cut && words.ends_with("🦀 […]"));
        assert!(words.encode_utf16().count() <= MOST_UNITS);
    }

    #[test]
    fn a_row_is_as_high_as_its_words_need() {
        let words = Cell::Text("x".repeat(100).into());
        let high = |name| Line::new([(name, &words), ("line", &Cell::Number(1))].into_iter()).height;
        assert_eq!((high("text"), high("note"), high("source")), (2, 2, 1));
        assert_eq!(height("a\n\nb", 80), 3);
    }

    #[test]
    fn what_a_workbook_cannot_hold_is_seen() {
        assert_eq!(text("a\0b\nc"), ("a␀b\nc".to_owned(), false));
    }
}
