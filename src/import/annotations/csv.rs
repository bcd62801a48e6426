//! Tables: our own, and those of other tools with a column for the label.

use std::collections::HashMap;

use csv::{ReaderBuilder, StringRecord};

use super::{Foreign, ForeignTag, Unreadable};
use crate::{
    annotation::{Label, Tag},
    text::{Span, decode::decode},
};

/// What may stand between cells.
const DELIMITERS: [u8; 3] = *b",;\t";

/// Reads a file: comma-, semicolon- or tab-separated, in UTF-8 or as Excel saves it. Cells that were defused are as they
/// were before, unless they are `raw`.
///
/// # Errors
/// [`Unreadable`] where it is no table, or no column says what is needed.
pub(super) fn read(bytes: &[u8], raw: bool) -> Result<Vec<Foreign>, Unreadable> {
    let table = Table::parse(bytes, raw)?;
    table
        .has(&["label"])
        .then_some(())
        .ok_or_else(|| Unreadable::new("has no column `label`").at("line 1"))?;
    let mut foreign: Vec<Foreign> = Vec::new();
    let mut known: HashMap<(String, String), usize> = HashMap::new();
    for row in table.rows() {
        let key = (row.cell("article").to_owned(), row.cell("annotator").to_owned());
        let index = *known.entry(key).or_insert_with(|| {
            foreign.push(Foreign {
                article: row.given("article"),
                annotator: row.given("annotator"),
                ..Foreign::default()
            });
            foreign.len() - 1
        });
        foreign[index].tags.push(tag(&row)?);
    }
    Ok(foreign)
}

/// The tag of a row that has a label, words or positions, and nothing more.
fn tag(row: &Row<'_>) -> Result<ForeignTag, Unreadable> {
    let label = row.given("label").ok_or_else(|| row.wrong("has no label"))?;
    let span = match (row.number("start")?, row.number("end")?) {
        (Some(start), Some(end)) => Some(Span::new(start, end)),
        _ => None,
    };
    Ok(ForeignTag {
        place: row.place(),
        span,
        quote: row.given("text"),
        context: None,
        sentence: None,
        tag: Tag::new(Label::new(label)),
    })
}

/// A table whose columns have names.
struct Table {
    columns: HashMap<String, usize>,
    records: Vec<StringRecord>,
    raw: bool,
}

impl Table {
    fn parse(bytes: &[u8], raw: bool) -> Result<Self, Unreadable> {
        let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        let text = match std::str::from_utf8(bytes) {
            Ok(text) => text.to_owned(),
            Err(_) => decode(bytes.to_vec()).map_err(Unreadable::new)?.text,
        };
        // Excel writes a line that names the delimiter.
        let text = match text.split_once('\n') {
            Some((first, rest)) if first.starts_with("sep=") => rest,
            _ => &text,
        };
        let header = |delimiter: u8| {
            let mut reader = ReaderBuilder::new().delimiter(delimiter).from_reader(text.as_bytes());
            reader.headers().map(StringRecord::len).unwrap_or_default()
        };
        let delimiter =
            DELIMITERS.into_iter().rev().max_by_key(|delimiter| header(*delimiter)).unwrap_or(b',');
        let mut reader = ReaderBuilder::new().delimiter(delimiter).from_reader(text.as_bytes());
        let names = reader.headers().map_err(|error| unreadable(&error))?.clone();
        let mut columns = HashMap::new();
        for (index, name) in names.iter().enumerate() {
            if columns.insert(name.trim().to_lowercase(), index).is_some() && !name.trim().is_empty() {
                return Err(Unreadable::new(format_args!("has two columns `{}`", name.trim())).at("line 1"));
            }
        }
        let records: Result<Vec<_>, _> = reader.records().collect();
        Ok(Self { columns, records: records.map_err(|error| unreadable(&error))?, raw })
    }

    /// Does it have all these columns?
    fn has(&self, names: &[&str]) -> bool {
        names.iter().all(|name| self.columns.contains_key(*name))
    }

    fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.records.iter().map(|record| Row { table: self, record })
    }
}

/// A row of a table.
struct Row<'a> {
    table: &'a Table,
    record: &'a StringRecord,
}

impl<'a> Row<'a> {
    /// What stands in that column; nothing where there is none.
    fn cell(&self, name: &str) -> &'a str {
        let cell = self.table.columns.get(name).and_then(|index| self.record.get(*index)).unwrap_or_default();
        if self.table.raw { cell } else { undefused(cell) }
    }

    /// The same, where it is not empty.
    fn given(&self, name: &str) -> Option<String> {
        Some(self.cell(name)).filter(|cell| !cell.is_empty()).map(str::to_owned)
    }

    /// The number in that column, if one is.
    fn number(&self, name: &str) -> Result<Option<u32>, Unreadable> {
        let cell = self.cell(name).trim();
        if cell.is_empty() {
            return Ok(None);
        }
        cell.parse().map(Some).map_err(|_| self.wrong(&format!("`{cell}` in `{name}` is no position")))
    }

    fn place(&self) -> String {
        format!("line {}", self.record.position().map_or(0, csv::Position::line))
    }

    fn wrong(&self, what: &str) -> Unreadable {
        Unreadable::new(what).at(self.place())
    }
}

/// The cell as it was before it was defused: without the `'` before what a spreadsheet would run, or before another `'`.
fn undefused(cell: &str) -> &str {
    const GUARDED: [char; 11] = ['\'', '=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];
    cell.strip_prefix('\'').filter(|rest| rest.starts_with(GUARDED)).unwrap_or(cell)
}

fn unreadable(error: &csv::Error) -> Unreadable {
    let unreadable = Unreadable::new(format_args!("is no table: {error}"));
    match error.position() {
        Some(at) => unreadable.at(format_args!("line {}", at.line())),
        None => unreadable,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quotes(bytes: &[u8], raw: bool) -> Vec<(String, String)> {
        let foreign = read(bytes, raw).unwrap();
        let tags = foreign.iter().flat_map(|foreign| &foreign.tags);
        tags.map(|tag| (tag.place.clone(), tag.quote.clone().unwrap_or_default())).collect()
    }

    #[test]
    fn tables_of_other_programs_are_read() {
        for table in [
            &b"article,label,text\na.txt,claim,\xC3\x84h\n"[..],
            b"\xEF\xBB\xBFArticle;Label ;TEXT\r\na.txt;claim;\xC3\x84h\r\n",
            b"sep=;\r\narticle;label;text\r\na.txt;claim;\xC4h\r\n",
            b"article\tlabel\ttext\na.txt\tclaim\t\xC3\x84h\n",
        ] {
            let foreign = read(table, false).unwrap();
            assert_eq!(foreign[0].article.as_deref(), Some("a.txt"));
            assert_eq!(foreign[0].tags[0].quote.as_deref(), Some("Äh"));
        }
    }

    #[test]
    fn defused_cells_are_had_back() {
        let table = b"label,text\nclaim,'=1\nclaim,''Nein'\nclaim,'Nein'\nclaim,\"'-\n\"\nclaim,x\n";
        let at = |line: &str, text: &str| (format!("line {line}"), text.to_owned());
        let undone = [at("2", "=1"), at("3", "'Nein'"), at("4", "'Nein'"), at("5", "-\n"), at("7", "x")];
        assert_eq!(quotes(table, false), undone);
        assert_eq!(quotes(table, true)[0], at("2", "'=1"));
    }

    #[test]
    fn what_cannot_be_understood_has_a_place() {
        for (table, why) in [
            ("text\nx\n", "line 1: has no column `label`"),
            ("label,label\nx,y\n", "line 1: has two columns `label`"),
            ("label,start\n\"a\nb\",1\nclaim,-1\n", "line 4: `-1` in `start` is no position"),
            ("label,text\n,x\n", "line 2: has no label"),
        ] {
            assert_eq!(read(table.as_bytes(), false).unwrap_err().to_string(), why);
        }
        assert!(
            read(b"label,text\nclaim\n", false).unwrap_err().to_string().starts_with("line 2: is no table")
        );
        assert!(read(b"\x00\x01\xFF", false).is_err());
    }
}
