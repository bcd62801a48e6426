//! Columns for people: as wide as what stands in them, numbers to the right.

use std::io::{self, Write};

use unicode_width::UnicodeWidthStr;

use crate::text::display_safe::{display_safe, truncate};

/// The first words of `text`, in one line of at most `columns`, safe to show.
pub(super) fn beginning(text: &str, columns: usize) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    truncate(&line, columns).into_owned()
}

/// Rows of cells, the first being the heading.
#[derive(Debug, Default)]
pub(super) struct Table {
    rows: Vec<Vec<String>>,
}

impl Table {
    /// A table with that heading.
    pub(super) fn new<const N: usize>(heading: [&str; N]) -> Self {
        Self { rows: vec![heading.map(str::to_owned).to_vec()] }
    }

    /// A table with a heading whose words or number are not known beforehand. Foreign words are made safe.
    pub(super) fn with_heading(heading: impl IntoIterator<Item = String>) -> Self {
        let mut table = Self::default();
        table.push(heading);
        table
    }

    /// Adds a row. Foreign words are made safe.
    pub(super) fn row<const N: usize>(&mut self, cells: &[String; N]) {
        self.push(cells.iter().map(String::as_str));
    }

    /// Adds a row of any number of cells. Foreign words are made safe.
    pub(super) fn push(&mut self, cells: impl IntoIterator<Item = impl AsRef<str>>) {
        self.rows.push(cells.into_iter().map(|cell| display_safe(cell.as_ref()).into_owned()).collect());
    }

    /// Writes it; a cell that is a number, or a dash for none, stands to the right of its column.
    ///
    /// # Errors
    /// What `output` says.
    pub(super) fn write(&self, output: &mut impl Write) -> io::Result<()> {
        let columns = self.rows.iter().map(Vec::len).max().unwrap_or(0);
        let width = |column: usize| {
            self.rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.width()).max().unwrap_or(0)
        };
        let widths: Vec<usize> = (0..columns).map(width).collect();
        let is_digit = |c: char| c.is_ascii_digit();
        let is_number = |cell: &str| cell == "–" || cell.trim_start_matches('-').starts_with(is_digit);
        for (number, row) in self.rows.iter().enumerate() {
            let mut line = String::new();
            for (column, cell) in row.iter().enumerate() {
                let room = " ".repeat(widths[column] - cell.width());
                let below = self.rows.get(1).and_then(|row| row.get(column));
                let right = is_number(cell) || number == 0 && below.is_some_and(|cell| is_number(cell));
                let (before, after) = if right { (room, String::new()) } else { (String::new(), room) };
                line.push_str(&before);
                line.push_str(cell);
                line.push_str(&after);
                line.push_str("  ");
            }
            writeln!(output, "{}", line.trim_end())?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_as_wide_as_they_look() {
        let mut table = Table::new(["article", "read"]);
        table.row(&["東京.txt".into(), "7".into()]);
        table.row(&["a\u{1b}.txt".into(), "12".into()]);
        let mut written = Vec::new();
        table.write(&mut written).unwrap();
        assert_eq!(String::from_utf8(written).unwrap(), "article   read\n東京.txt     7\na␛.txt      12\n");
    }
}
