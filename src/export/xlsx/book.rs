//! The workbook: sheets, rows, links.

use std::{
    io,
    panic::{AssertUnwindSafe, Location, catch_unwind},
};

use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, IgnoreError, Url, Workbook,
    Worksheet, XlsxError,
};

use super::{
    look,
    value::{Line, Value},
};
use crate::{
    export::{Options, Rows},
    locale::{Lang, Phrase},
    text::{position, web_address},
};

/// The most rows of a sheet, the header among them.
const MOST_ROWS: u32 = 1_048_576;

/// The most links of a sheet.
const MOST_LINKS: usize = 65_530;

/// The longest link, in bytes: no more than Excel's 2,079 code units.
const LONGEST_LINK: usize = 2_079;

/// The height of a line of words, and the greatest of a row, in points.
const LINE_HEIGHT: usize = 15;
const MOST_HEIGHT: usize = 409;

/// The most rows that are kept in memory. The everyday workbook has fewer and leaves no trace on the disk; the rows of a
/// longer one go to a temporary file as they come.
const FEW_ROWS: usize = 10_000;

/// How hard sheets are packed, from 1 to 9: twice as fast as 6, a tenth larger.
const PACKING: u8 = 3;

/// A workbook that grows row by row.
pub(super) struct Book {
    workbook: Workbook,
    columns: Vec<Column>,
    lang: Lang,
    title: Phrase,
    /// The rows, as long as they are few.
    few: Option<Vec<Line>>,
    /// The number of the sheet that grows, from 0, and its next row.
    sheet: usize,
    row: u32,
    /// Links on the sheet that grows.
    links: usize,
    /// Links that had no room, on all sheets.
    pub(super) links_left_out: usize,
    /// Cells that were too long.
    pub(super) cut: usize,
}

/// A column and how its cells look.
pub(super) struct Column {
    pub(super) name: String,
    /// All of its cells.
    plain: Format,
    /// Those that begin like a formula: Excel takes them for text after they were edited, too.
    quoted: Format,
    /// Those that say that a sentence has its label.
    tinted: Option<Format>,
}

impl Book {
    /// A book with these columns.
    pub(super) fn new(columns: Vec<String>, options: &Options) -> Self {
        let column = |name: String| {
            let top = Format::new().set_align(FormatAlign::Top);
            let plain = if look::wraps(&name) { top.set_text_wrap() } else { top };
            let tinted = look::tint(&name, &options.labels);
            let tinted = tinted.map(|rgb| plain.clone().set_background_color(Color::RGB(rgb)));
            Column { quoted: plain.clone().set_quote_prefix(), name, plain, tinted }
        };
        let mut workbook = Workbook::new();
        workbook.set_zip_compression_level(PACKING);
        let title = match options.rows {
            Rows::Sentence => Phrase::new("sentences", "Sätze"),
            Rows::Tag => Phrase::new("tags", "Markierungen"),
        };
        Self {
            workbook,
            columns: columns.into_iter().map(column).collect(),
            lang: options.lang,
            title,
            few: Some(Vec::new()),
            sheet: 0,
            row: 0,
            links: 0,
            links_left_out: 0,
            cut: 0,
        }
    }

    /// Its columns.
    pub(super) fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// Adds a row, with a value for each column.
    ///
    /// # Errors
    /// Where there is no room for temporary files.
    pub(super) fn row(&mut self, line: Line) -> io::Result<()> {
        let Some(few) = &mut self.few else { return self.guarded(|book| book.write(&line)) };
        few.push(line);
        if few.len() <= FEW_ROWS {
            return Ok(());
        }
        self.guarded(Self::write_few)
    }

    /// Writes the rows that were kept, and all that follow at once where these are too many.
    fn write_few(&mut self) -> Result<(), XlsxError> {
        let few = self.few.take().unwrap_or_default();
        self.begin_sheet(few.len() <= FEW_ROWS)?;
        few.iter().try_for_each(|line| self.write(line))
    }

    fn write(&mut self, line: &Line) -> Result<(), XlsxError> {
        if self.row == MOST_ROWS {
            self.end_sheet()?;
            self.sheet += 1;
            self.begin_sheet(false)?;
        }
        let sheet = self.workbook.worksheet_from_index(self.sheet)?;
        if line.height > 1 {
            let height = line.height.saturating_mul(LINE_HEIGHT).min(MOST_HEIGHT);
            sheet.set_row_height(self.row, position(height))?;
        }
        for ((at, column), value) in (0..).zip(&self.columns).zip(&line.values) {
            match value {
                Value::Empty => {}
                Value::Number(number) => drop(sheet.write_number(self.row, at, *number)?),
                Value::Text { text, is_cut } => {
                    self.cut += usize::from(*is_cut);
                    let is_link = column.name == "url" && is_link(text);
                    if is_link && self.links < MOST_LINKS {
                        self.links += 1;
                        sheet.write_url(self.row, at, Url::new(text).set_text(text))?;
                    } else {
                        self.links_left_out += usize::from(is_link);
                        write_text(sheet, self.row, at, column, text)?;
                    }
                }
            }
        }
        self.row += 1;
        Ok(())
    }

    /// Writes all rows that wait, after which the counts are final.
    ///
    /// # Errors
    /// Where there is no room for temporary files.
    pub(super) fn settle(&mut self) -> io::Result<()> {
        if self.few.is_some() { self.guarded(Self::write_few) } else { Ok(()) }
    }

    /// The workbook as bytes, after [`Self::settle`], with `about` on a sheet of its own: names and what they mean; a
    /// line without a meaning is a heading.
    ///
    /// # Errors
    /// Where there is no room for temporary files.
    pub(super) fn finish(mut self, about: &[(String, String)]) -> io::Result<Vec<u8>> {
        self.guarded(|book| {
            // The same input gives the same bytes: no clock.
            let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
            let properties = DocProperties::new().set_title("factdesk").set_creation_datetime(&made);
            book.workbook.set_properties(&properties);
            book.end_sheet()?;
            let top = Format::new().set_align(FormatAlign::Top);
            let (heading, wrapped) = (top.clone().set_bold(), top.clone().set_text_wrap());
            let name = Phrase::new("about", "Über diese Datei").text(book.lang);
            let sheet = book.workbook.add_worksheet().set_name(name)?;
            sheet.set_column_width(0, 24)?.set_column_width(1, 100)?;
            for (row, (name, meaning)) in (0..).zip(about) {
                let format = if meaning.is_empty() { &heading } else { &top };
                sheet.write_string_with_format(row, 0, name, format)?;
                sheet.write_string_with_format(row, 1, meaning, &wrapped)?;
            }
            book.workbook.save_to_buffer()
        })
    }

    /// A new sheet with a header that stays in sight; its rows are kept in memory until the end, or else not at all.
    fn begin_sheet(&mut self, in_memory: bool) -> Result<(), XlsxError> {
        let header = Format::new()
            .set_bold()
            .set_align(FormatAlign::Top)
            .set_background_color(Color::RGB(0xEE_EE_EE))
            .set_border_bottom(FormatBorder::Thin);
        let title = self.title.text(self.lang);
        let name = if self.sheet == 0 { title.to_owned() } else { format!("{title} {}", self.sheet + 1) };
        let sheet = if in_memory {
            self.workbook.add_worksheet()
        } else {
            self.workbook.add_worksheet_with_constant_memory()?
        };
        sheet.set_name(name)?;
        sheet.set_freeze_panes(1, 0)?.set_repeat_rows(0, 0)?.set_landscape();
        for (at, column) in (0..).zip(&self.columns) {
            sheet.set_column_width(at, look::width(&column.name))?;
            sheet.set_column_format(at, &column.plain)?;
            sheet.write_string_with_format(0, at, &column.name, &header)?;
        }
        (self.row, self.links) = (1, 0);
        Ok(())
    }

    /// The whole sheet can be filtered, and digits in a text are no mistake.
    fn end_sheet(&mut self) -> Result<(), XlsxError> {
        let sheet = self.workbook.worksheet_from_index(self.sheet)?;
        let (row, column) = (self.row - 1, u16::try_from(self.columns.len()).unwrap_or(1) - 1);
        sheet.autofilter(0, 0, row, column)?;
        sheet.ignore_error_range(0, 0, row, column, IgnoreError::NumberStoredAsText)?;
        Ok(())
    }

    /// Does `work`. The writer of workbooks panics where its temporary files cannot grow; that is an error here.
    fn guarded<T>(&mut self, work: impl FnOnce(&mut Self) -> Result<T, XlsxError>) -> io::Result<T> {
        match catch_unwind(AssertUnwindSafe(|| work(self))) {
            Ok(done) => done.map_err(io::Error::other),
            Err(_) => Err(io::Error::new(
                io::ErrorKind::StorageFull,
                "the rows of a workbook do not fit among the system's temporary files; TMPDIR names another folder",
            )),
        }
    }
}

/// Is a panic at `at` one of the writer of workbooks? Such a panic is caught and becomes an error, so nobody need be told
/// of it. It may come from a thread of that writer's own, hence the place.
pub fn is_caught(at: &Location<'_>) -> bool {
    at.file().contains("rust_xlsxwriter")
}

fn write_text(
    sheet: &mut Worksheet,
    row: u32,
    at: u16,
    column: &Column,
    text: &str,
) -> Result<(), XlsxError> {
    match &column.tinted {
        Some(tinted) => sheet.write_string_with_format(row, at, text, tinted)?,
        None if text.starts_with(['=', '+', '-', '@']) => {
            sheet.write_string_with_format(row, at, text, &column.quoted)?
        }
        None => sheet.write_string(row, at, text)?,
    };
    Ok(())
}

/// Can `text` be clicked without harm?
fn is_link(text: &str) -> bool {
    // The crate knows schemes in small letters alone.
    web_address(text) == Some(text) && text.starts_with("http") && text.len() <= LONGEST_LINK
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use super::*;
    use crate::export::{Format as Which, cells::Cell, testing::options};

    fn line(name: &str, text: &str) -> Line {
        Line::new([(name, &Cell::Text(text.into()))].into_iter())
    }

    #[test]
    fn only_addresses_of_the_web_are_links() {
        for text in ["https://bote.example/a?b=ü&c", "http://x"] {
            assert!(is_link(text), "{text}");
        }
        let long = format!("https://{}", "x".repeat(LONGEST_LINK));
        for text in
            ["javascript:alert(1)", "file:///etc/passwd", "internal:A1", "https://a b", "HTTP://x", "", &long]
        {
            assert!(!is_link(text), "{text}");
        }
    }

    #[test]
    fn what_does_not_fit_on_a_sheet_goes_on_on_the_next() {
        let mut book = Book::new(vec!["text".into()], &options(Which::Xlsx));
        book.settle().unwrap();
        book.row = MOST_ROWS - 1;
        for text in ["letzter", "erster"] {
            book.row(line("text", text)).unwrap();
        }
        assert_eq!((book.sheet, book.row), (1, 2));
        assert!(!book.finish(&[]).unwrap().is_empty());
    }

    #[test]
    fn addresses_are_text_where_a_sheet_has_no_room_for_more_links() {
        let mut book = Book::new(vec!["url".into()], &options(Which::Xlsx));
        book.settle().unwrap();
        book.links = MOST_LINKS - 1;
        for _ in 0..3 {
            book.row(line("url", "https://bote.example")).unwrap();
        }
        assert_eq!((book.links, book.links_left_out), (MOST_LINKS, 2));
    }

    #[test]
    fn many_rows_make_the_same_table_as_few() {
        let sheet = |rows: usize, of: &str| {
            let mut book = Book::new(vec!["text".into()], &options(Which::Xlsx));
            for row in 0..rows {
                book.row(line("text", &format!("Satz {row}"))).unwrap();
            }
            book.settle().unwrap();
            let bytes = book.finish(&[]).unwrap();
            let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
            let mut content = String::new();
            archive.by_name(of).unwrap().read_to_string(&mut content).unwrap();
            content
        };
        let (few, many) = (FEW_ROWS, FEW_ROWS + 1);
        assert!(sheet(few, "xl/sharedStrings.xml").contains("<t>Satz 9999</t>"));
        let many = sheet(many, "xl/worksheets/sheet1.xml");
        assert!(many.contains("<t>Satz 0</t>") && many.contains("<t>Satz 10000</t>"));
        assert_eq!(many.matches("<row ").count(), FEW_ROWS + 2);
    }
}
