//! A table whose columns have names.

use std::collections::HashMap;

use csv::{ReaderBuilder, StringRecord};

use crate::{export::csv::restored, import::annotations::Unreadable, text::decode::decode};

/// What may stand between cells.
const DELIMITERS: [u8; 3] = *b"\t;,";

/// A table whose columns have names.
pub(super) struct Table {
    /// Names in lower case, with the number of their column.
    columns: HashMap<String, usize>,
    names: Vec<String>,
    records: Vec<StringRecord>,
    raw: bool,
}

impl Table {
    /// Reads a table: comma-, semicolon- or tab-separated, in UTF-8 or as Excel saves it. Cells that were defused are as
    /// they were before, unless they are `raw`.
    ///
    /// # Errors
    /// [`Unreadable`] where it is none, or two columns have one name.
    pub(super) fn parse(bytes: &[u8], raw: bool) -> Result<Self, Unreadable> {
        let text = match std::str::from_utf8(bytes) {
            Ok(text) => text.to_owned(),
            Err(_) => decode(bytes.to_vec()).map_err(Unreadable::new)?.text,
        };
        // Excel writes a line that names the delimiter.
        let text = match text.split_once('\n') {
            Some((first, rest)) if first.starts_with("sep=") => rest,
            _ => &text,
        };
        let columns_with = |delimiter: u8| {
            let mut reader = ReaderBuilder::new().delimiter(delimiter).from_reader(text.as_bytes());
            reader.headers().map(StringRecord::len).unwrap_or_default()
        };
        let delimiter = DELIMITERS.into_iter().max_by_key(|delimiter| columns_with(*delimiter));
        let mut reader =
            ReaderBuilder::new().delimiter(delimiter.unwrap_or(b',')).from_reader(text.as_bytes());
        let headers = reader.headers().map_err(|error| unreadable(&error))?;
        let names: Vec<String> = headers.iter().map(|name| plain(name, raw).trim().to_owned()).collect();
        let mut columns = HashMap::new();
        for (index, name) in names.iter().enumerate().filter(|(_, name)| !name.is_empty()) {
            if columns.insert(name.to_lowercase(), index).is_some() {
                return Err(Unreadable::new(format_args!("has two columns `{name}`")).at("line 1"));
            }
        }
        let records = reader.records().collect::<Result<_, _>>().map_err(|error| unreadable(&error))?;
        Ok(Self { columns, names, records, raw })
    }

    /// Does it have all these columns?
    pub(super) fn has(&self, names: &[&str]) -> bool {
        names.iter().all(|name| self.columns.contains_key(*name))
    }

    /// The names of the columns between two others, none where one of these is missing.
    pub(super) fn between(&self, left: &str, right: &str) -> &[String] {
        let (left, right) = (self.columns.get(left), self.columns.get(right));
        let range = left.zip(right).and_then(|(left, right)| self.names.get(left + 1..*right));
        range.unwrap_or_default()
    }

    /// Its rows.
    pub(super) fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.records.iter().map(|record| Row { table: self, record })
    }
}

/// A row of a table.
pub(super) struct Row<'a> {
    /// The table.
    pub(super) table: &'a Table,
    record: &'a StringRecord,
}

impl<'a> Row<'a> {
    /// What stands in that column; nothing where there is none.
    pub(super) fn cell(&self, name: &str) -> &'a str {
        let index = self.table.columns.get(name).or_else(|| self.table.columns.get(&name.to_lowercase()));
        plain(index.and_then(|index| self.record.get(*index)).unwrap_or_default(), self.table.raw)
    }

    /// The same, where it is not empty.
    pub(super) fn given(&self, name: &str) -> Option<&'a str> {
        Some(self.cell(name)).filter(|cell| !cell.is_empty())
    }

    /// The position in that column, where it is not empty.
    ///
    /// # Errors
    /// [`Unreadable`] where it is none.
    pub(super) fn position(&self, name: &str) -> Result<Option<u32>, Unreadable> {
        let position = |cell: &str| cell.trim().parse().map_err(|_| self.no_position(cell, name));
        self.given(name).map(position).transpose()
    }

    /// The spans in that column: `826-839 850-855`.
    ///
    /// # Errors
    /// [`Unreadable`] where something else stands there.
    pub(super) fn spans(&self, name: &str) -> Result<Vec<[u32; 2]>, Unreadable> {
        let span = |piece: &str| {
            let (start, end) = piece.split_once('-')?;
            Some([start.parse().ok()?, end.parse().ok()?])
        };
        let each = |piece: &str| span(piece).ok_or_else(|| self.no_position(piece, name));
        self.cell(name).split_whitespace().map(each).collect()
    }

    /// Where it stands in the file.
    pub(super) fn place(&self) -> String {
        format!("line {}", self.record.position().map_or(0, csv::Position::line))
    }

    /// Something is wrong with it.
    pub(super) fn wrong(&self, what: impl std::fmt::Display) -> Unreadable {
        Unreadable::new(what).at(self.place())
    }

    fn no_position(&self, cell: &str, name: &str) -> Unreadable {
        self.wrong(format_args!("`{cell}` in `{name}` is no position"))
    }
}

/// The cell as it was before it was defused, unless cells are `raw`.
fn plain(cell: &str, raw: bool) -> &str {
    if raw { cell } else { restored(cell) }
}

fn unreadable(error: &csv::Error) -> Unreadable {
    let unreadable = Unreadable::new(format_args!("is no table: {error}"));
    match error.position() {
        Some(at) => unreadable.at(format_args!("line {}", at.line())),
        None => unreadable,
    }
}
