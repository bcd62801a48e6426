//! Tests of the workbook: what is in its parts.

use std::{
    io::{Cursor, Read},
    sync::Arc,
};

use super::Xlsx;
use crate::{
    annotation::Document,
    export::{
        Format, Options, Rows,
        testing::{export, options, said},
    },
    locale::Lang,
};

const TEXT: &str = "---\nurl: https://bote.example/1?a&b\n---\n=SUMME(A1) sagt er. 12 von 100 fehlen.\n";

/// The parts of the workbook, by their names.
fn parts(options: &Options, documents: &[Document]) -> Vec<(String, String)> {
    let files = export::<Xlsx>(options, TEXT, documents);
    let mut archive = zip::ZipArchive::new(Cursor::new(files[0].1.clone())).unwrap();
    let count = archive.len();
    let read = |index| {
        let mut file = archive.by_index(index).unwrap();
        let (name, mut content) = (file.name().unwrap().into_owned(), String::new());
        file.read_to_string(&mut content).unwrap();
        (name, content)
    };
    (0..count).map(read).collect()
}

fn part<'p>(parts: &'p [(String, String)], end: &str) -> &'p str {
    &parts.iter().find(|(name, _)| name.ends_with(end)).unwrap().1
}

fn document() -> Document {
    let mut document = said(
        TEXT,
        "ab",
        &[("=SUMME(A1) sagt er.", &["claim", "denial"]), ("12 von 100 fehlen.", &["claim"])],
    );
    Arc::make_mut(&mut document.sentences[0]).note = Some("<Übung> _x0041_ \u{1}".into());
    document
}

#[test]
fn cells_are_text_or_numbers_and_never_run() {
    let parts = parts(&options(Format::Xlsx), &[document()]);
    let (sheet, strings) = (part(&parts, "sheet1.xml"), part(&parts, "sharedStrings.xml"));
    assert!(strings.contains("<t>=SUMME(A1) sagt er.</t>") && !sheet.contains("<f>"), "{sheet}");
    assert!(strings.contains("&lt;Übung&gt; _x005F_x0041_ ␁"), "{strings}");
    assert!(sheet.contains("<v>40</v>"), "the first sentence begins at code point 40: {sheet}");
    assert!(sheet.contains("<pane ySplit=\"1\"") && sheet.contains("<autoFilter ref=\"A1:"), "{sheet}");
    assert!(part(&parts, "sheet1.xml.rels").contains("Target=\"https://bote.example/1?a&amp;b\""));
}

#[test]
fn a_sentence_is_one_row_and_a_tag_is_one_where_tags_are_asked_for() {
    let rows = |rows| {
        let parts = parts(&Options { rows, ..options(Format::Xlsx) }, &[document()]);
        part(&parts, "sheet1.xml").matches("<row ").count() - 1
    };
    assert_eq!((rows(Rows::Sentence), rows(Rows::Tag)), (2, 3));
}

#[test]
fn the_second_sheet_says_what_the_first_is_in_the_language_of_the_person() {
    let about = |lang| {
        let parts = parts(&Options { lang, ..options(Format::Xlsx) }, &[document()]);
        let strings = part(&parts, "sharedStrings.xml").to_owned();
        (part(&parts, "workbook.xml").to_owned(), strings)
    };
    let (book, strings) = about(Lang::De);
    assert!(book.contains("name=\"Sätze\"") && book.contains("name=\"Über diese Datei\""), "{book}");
    assert!(strings.contains("Sätze: 2; Artikel: 1; Markierungen: 3"), "{strings}");
    let (_, strings) = about(Lang::En);
    assert!(strings.contains("sentences: 2; articles: 1; tags: 3"), "{strings}");
    assert!(!strings.contains("readings"), "columns for programs are left out");
}

#[test]
fn every_column_is_explained() {
    for rows in [Rows::Sentence, Rows::Tag] {
        let options = Options { rows, ..options(Format::Xlsx) };
        let (names, _) = super::columns(&super::Table::new(&options));
        for name in names {
            assert!(!super::meaning::meaning(&name, &options).is_empty(), "{name}");
        }
    }
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let bytes = || export::<Xlsx>(&options(Format::Xlsx), TEXT, &[document()]);
    assert_eq!(bytes(), bytes());
}
