//! What the workbook is, on a sheet of its own.

use super::{book::Book, meaning::meaning};
use crate::{
    export::{ExportCounts, Options, Rows, say},
    locale::{Lang, Phrase},
};

/// Names and what they mean, line by line.
pub(super) fn lines(options: &Options, totals: &ExportCounts, book: &Book) -> Vec<(String, String)> {
    let lang = options.lang;
    let word = |en, de| Phrase::new(en, de).text(lang).to_owned();
    let filter = options.filter.to_string();
    let mut lines = vec![
        (word("factdesk: tagged sentences", "factdesk: markierte Sätze"), String::new()),
        (word("tags of", "markiert von"), say::voice(options)),
        (
            word("sentences", "Sätze"),
            if filter.is_empty() { word("every tagged sentence", "jeder markierte Satz") } else { filter },
        ),
        (
            word("a row is", "eine Zeile ist"),
            match options.rows {
                Rows::Sentence => {
                    word("a sentence, however many tags it has", "ein Satz mit all seinen Markierungen")
                }
                Rows::Tag => word(
                    "a tag; a sentence with two of them has two rows",
                    "eine Markierung; ein Satz mit zweien hat zwei Zeilen",
                ),
            },
        ),
        (word("in all", "insgesamt"), counts(lang, totals)),
    ];
    for (n, en, de) in [
        (
            book.cut,
            "cells are longer than Excel allows and end in […]",
            "Zellen sind länger, als Excel erlaubt, und enden mit […]",
        ),
        (
            book.links_left_out,
            "addresses cannot be clicked: Excel allows 65,530 links on a sheet",
            "Adressen sind nicht klickbar: Excel erlaubt 65.530 Links auf einem Blatt",
        ),
    ] {
        if n > 0 {
            lines.push((word("left out", "weggelassen"), format!("{} {}", lang.number(n), word(en, de))));
        }
    }
    lines.push((word("Columns", "Spalten"), String::new()));
    for column in book.columns() {
        lines.push((column.name.clone(), meaning(&column.name, options)));
    }
    lines
}

fn counts(lang: Lang, totals: &ExportCounts) -> String {
    let [sentences, articles, tags] =
        [totals.sentences, totals.articles, totals.tags].map(|n| lang.number(n));
    match lang {
        Lang::En => format!("sentences: {sentences}; articles: {articles}; tags: {tags}"),
        Lang::De => format!("Sätze: {sentences}; Artikel: {articles}; Markierungen: {tags}"),
    }
}
