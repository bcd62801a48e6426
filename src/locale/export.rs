//! What the export dialog says.

use super::{Lang, Phrase};

const fn both(en: &'static str, de: &'static str) -> Phrase {
    Phrase::new(en, de)
}

/// Its name.
pub const EXPORT: Phrase = both("Export", "Export");
/// In which format.
pub const FORMAT: Phrase = both("Format", "Format");
/// Which sentences.
pub const SENTENCES: Phrase = both("Sentences", "Sätze");
/// Whose tags.
pub const TAGS: Phrase = both("Tags", "Markierungen");
/// What a row of the table is.
pub const ROWS: Phrase = both("Row", "Zeile");
/// Where to, for a format of one file.
pub const FILE: Phrase = both("File", "Datei");
/// Where to, for a format of several files.
pub const FOLDER: Phrase = both("Folder", "Ordner");
/// Without a filter.
pub const EVERY_SENTENCE: Phrase = both("every tagged sentence", "jeder markierte Satz");
/// A row is a sentence.
pub const ROW_IS_SENTENCE: Phrase =
    both("a sentence, with all of its tags", "ein Satz mit allen seinen Markierungen");
/// A row is a tag.
pub const ROW_IS_TAG: Phrase = both("a tag", "eine Markierung");
/// Rows in a format that is no table.
pub const NO_ROWS: Phrase = both("none: it is no table", "keine: es ist keine Tabelle");
/// Everybody's tags.
pub const VOICE_ALL: Phrase = both("everybody's, side by side", "von allen, nebeneinander");
/// The annotator's own tags.
pub const VOICE_MINE: Phrase = both("mine", "meine");
/// The version of `desk`, and where there is none, the annotator's own.
pub const VOICE_DESK_OR_MINE: Phrase =
    both("what desk decided, else mine", "was desk entschieden hat, sonst meine");
/// The version of `desk` alone.
pub const VOICE_DESK: Phrase = both("only what desk decided", "nur was desk entschieden hat");
/// What most annotators say.
pub const VOICE_MAJORITY: Phrase =
    both("labels that more than half give", "Etiketten, die mehr als die Hälfte vergibt");
/// What any annotator says.
pub const VOICE_ANY: Phrase = both("labels that anybody gives", "Etiketten, die irgendwer vergibt");
/// No sentence is meant.
pub const NOTHING_MEANT: Phrase = both(
    "no sentence: another filter, or others' tags?",
    "kein Satz: ein anderer Filter, oder die Markierungen von anderen?",
);
/// Nothing is exported before all is saved.
pub const SAVING_FIRST: Phrase = both("saving before it is exported …", "speichert, bevor exportiert wird …");
/// The export is being stopped.
pub const STOPPING: Phrase = both("stopping …", "bricht ab …");
/// The export was stopped.
pub const STOPPED: Phrase = both("stopped: nothing was written", "abgebrochen: nichts wurde geschrieben");
/// Where to is not said.
pub const NO_PATH: Phrase = both("name a file", "eine Datei nennen");

/// So many of something, each with its name for one and for many.
fn counted(lang: Lang, count: usize, [one, many]: [&str; 2]) -> String {
    format!("{} {}", lang.number(count), if count == 1 { one } else { many })
}

/// What is meant: so many sentences of so many articles with so many tags.
pub fn meant(lang: Lang, sentences: usize, articles: usize, tags: usize) -> String {
    let (of, [sentence, article, tag]) = match lang {
        Lang::En => ("of", [["sentence", "sentences"], ["article", "articles"], ["tag", "tags"]]),
        Lang::De => ("aus", [["Satz", "Sätze"], ["Artikel", "Artikeln"], ["Markierung", "Markierungen"]]),
    };
    let count = |count, names| counted(lang, count, names);
    format!("{} {of} {}, {}", count(sentences, sentence), count(articles, article), count(tags, tag))
}

/// So many sentences do not stand in their article as they were saved.
pub fn in_doubt(lang: Lang, sentences: usize) -> String {
    let names = match lang {
        Lang::En => ["does not stand as saved", "do not stand as saved"],
        Lang::De => ["steht nicht wie gespeichert", "stehen nicht wie gespeichert"],
    };
    counted(lang, sentences, names)
}

/// So many sentences were left out of a document.
pub fn left_out(lang: Lang, sentences: usize) -> String {
    let names = match lang {
        Lang::En => ["sentence left out: it has no place", "sentences left out: they have no place"],
        Lang::De => ["Satz fehlt: er hat keinen Platz", "Sätze fehlen: sie haben keinen Platz"],
    };
    counted(lang, sentences, names)
}

/// So many files cannot be read.
pub fn unreadable(lang: Lang, files: usize) -> String {
    let names = match lang {
        Lang::En => ["file unreadable", "files unreadable"],
        Lang::De => ["Datei unlesbar", "Dateien unlesbar"],
    };
    counted(lang, files, names)
}

/// Where a path leads that is typed.
pub fn leads_from(lang: Lang, workspace: &str) -> String {
    match lang {
        Lang::En => format!("with / or ~/ at the beginning elsewhere, else below {workspace}"),
        Lang::De => format!("mit / oder ~/ am Anfang anderswo, sonst unterhalb von {workspace}"),
    }
}

/// Articles that were read, of how many.
pub fn reading(lang: Lang, read: usize, all: usize) -> String {
    let (read, all) = (lang.number(read), lang.number(all));
    match lang {
        Lang::En => format!("{read} of {all} articles read …"),
        Lang::De => format!("{read} von {all} Artikeln gelesen …"),
    }
}

/// Articles that were written, of how many.
pub fn writing(lang: Lang, written: usize, all: usize) -> String {
    let (written, all) = (lang.number(written), lang.number(all));
    match lang {
        Lang::En => format!("exporting: {written} of {all} articles …"),
        Lang::De => format!("exportiert: {written} von {all} Artikeln …"),
    }
}

/// Something stands there already.
pub fn is_there(lang: Lang, path: &str) -> String {
    match lang {
        Lang::En => format!("{path} is there already: Enter replaces it"),
        Lang::De => format!("{path} gibt es schon: Enter ersetzt es"),
    }
}

/// It was written: what, and where to.
pub fn exported(lang: Lang, path: &str, meant: &str) -> String {
    match lang {
        Lang::En => format!("exported to {path}: {meant}"),
        Lang::De => format!("exportiert nach {path}: {meant}"),
    }
}
