//! What a report says in words of its own, in English and German.

use crate::{
    annotation::Origin,
    locale::{Lang, Phrase},
};

const fn both(en: &'static str, de: &'static str) -> Phrase {
    Phrase::new(en, de)
}

pub(super) const REPORT: Phrase = both("Fact-check report", "Faktencheck-Bericht");
pub(super) const SKIP: Phrase = both("Skip to the articles", "Zu den Artikeln springen");
pub(super) const CONTENTS: Phrase = both("Contents", "Inhalt");
pub(super) const OVERVIEW: Phrase = both("Overview", "Überblick");
pub(super) const ARTICLES: Phrase = both("Articles", "Artikel");
pub(super) const SENTENCES: Phrase = both("All sentences", "Alle Sätze");
pub(super) const CHANGED: Phrase = both("No longer as saved", "Nicht mehr wie gespeichert");
pub(super) const CHANGED_ABOUT: Phrase = both(
    "The article changed after these sentences were tagged. Somebody should look at them again.",
    "Der Artikel hat sich geändert, nachdem diese Sätze markiert wurden. Jemand sollte sie noch einmal ansehen.",
);
pub(super) const MEANT_SENTENCES: Phrase = both("Sentences", "Sätze");
pub(super) const EVERY_TAGGED: Phrase = both("every tagged sentence", "jeder markierte Satz");
pub(super) const WHOSE: Phrase = both("Tags of", "Markiert von");
pub(super) const ANCHORS: Phrase = both("How they fit the articles", "Wie sie zu den Artikeln passen");
pub(super) const SIGNS: Phrase = both("Signs in the text", "Zeichen im Text");
pub(super) const A_SOURCE: Phrase = both("whose words", "wessen Worte");
pub(super) const A_CUE: Phrase = both("what marks them", "woran man es erkennt");
pub(super) const A_PART: Phrase = both("tagged on its own", "für sich markiert");
pub(super) const A_CHANGE: Phrase = both("no longer as saved", "nicht mehr wie gespeichert");
pub(super) const PROGRESS: Phrase = both("Progress", "Fortschritt");
pub(super) const READ: Phrase = both("read", "gelesen");
pub(super) const LABELS: Phrase = both("Labels", "Etiketten");
pub(super) const SOURCES: Phrase = both("Most quoted", "Am häufigsten zitiert");
pub(super) const WORDS: Phrase = both("Words", "Wörter");
pub(super) const SOURCE: Phrase = both("Source", "Quelle");
pub(super) const BY: Phrase = both("By", "Von");
pub(super) const ANYBODY: Phrase = both("anybody", "allen");
pub(super) const ALL_AGAIN: Phrase = both("Show all", "Alle zeigen");
pub(super) const SENTENCE: Phrase = both("Sentence", "Satz");
pub(super) const ARTICLE: Phrase = both("Article", "Artikel");
pub(super) const STATE: Phrase = both("State", "Stand");
pub(super) const FURNITURE: Phrase = both("Furniture", "Beiwerk");
pub(super) const NOT_FOUND: Phrase = both("Not found in the text", "Nicht im Text gefunden");
pub(super) const NOT_READ: Phrase = both("The text cannot be read", "Der Text ist nicht lesbar");
pub(super) const ORIGINAL: Phrase = both("original", "Original");
pub(super) const SAVED: Phrase = both("saved as", "gespeichert als");
pub(super) const NOW: Phrase = both("stands now", "steht jetzt");
pub(super) const LINE: Phrase = both("line", "Zeile");
pub(super) const PART: Phrase = both("a part", "ein Teil");
pub(super) const MEANT: Phrase = both("meant:", "gemeint:");
pub(super) const UNSURE: Phrase = both("unsure", "unsicher");
pub(super) const RETRIEVED: Phrase = both("retrieved", "abgerufen");
pub(super) const NOTHING: Phrase = both("Nothing is tagged.", "Nichts ist markiert.");
pub(super) const MADE: Phrase = both(
    "Made with factdesk. This page loads nothing from the network.",
    "Erstellt mit factdesk. Diese Seite lädt nichts aus dem Netz.",
);
/// What the script says of what is shown, with `#` and `%` for the numbers.
pub(super) const SHOWN: Phrase = both("# of % sentences", "# von % Sätzen");

/// Where a tag came from.
pub(super) const fn origin(origin: Origin) -> Phrase {
    match origin {
        Origin::Suggested => both("suggested", "vorgeschlagen"),
        Origin::Imported => both("imported", "importiert"),
    }
}

/// `1 sentence`, `1,200 sentences`.
pub(super) fn sentences(lang: Lang, n: usize) -> String {
    counted(lang, n, ["sentence", "sentences"], ["Satz", "Sätze"])
}

/// `1 sentence in 1 article`.
pub(super) fn meant(lang: Lang, n: usize, articles: usize) -> String {
    let articles = counted(lang, articles, ["article", "articles"], ["Artikel", "Artikeln"]);
    format!("{} in {articles}", sentences(lang, n))
}

/// So many lines of furniture.
pub(super) fn lines(lang: Lang, n: usize) -> String {
    counted(lang, n, ["line", "lines"], ["Zeile", "Zeilen"])
}

/// `3 of 7 read`.
pub(super) fn read(lang: Lang, read: usize, units: usize) -> String {
    let (read, units) = (lang.number(read), lang.number(units));
    match lang {
        Lang::En => format!("{read} of {units} sentences read"),
        Lang::De => format!("{read} von {units} Sätzen gelesen"),
    }
}

fn counted(lang: Lang, n: usize, en: [&str; 2], de: [&str; 2]) -> String {
    let [one, many] = match lang {
        Lang::En => en,
        Lang::De => de,
    };
    format!("{} {}", lang.number(n), if n == 1 { one } else { many })
}
