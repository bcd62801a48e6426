//! What an annotated copy says in its own words.

use crate::{
    locale::{Lang, Phrase},
    text::Kind,
};

const fn both(en: &'static str, de: &'static str) -> Phrase {
    Phrase::new(en, de)
}

/// What the whole is called.
pub(in crate::export) const HEADING: Phrase = both("Annotated articles", "Annotierte Artikel");
/// Before whose tags they are.
pub(in crate::export) const TAGS_OF: Phrase = both("Tags of", "Markiert von");
/// Before the filter.
pub(in crate::export) const FILTER: Phrase = both("Filter", "Filter");
/// Before what the letters mean.
pub(in crate::export) const LETTERS: Phrase = both("Letters", "Buchstaben");
/// What the letter of labels is that the workspace does not define.
pub(in crate::export) const OTHER_LABELS: Phrase = both("another label", "ein anderes Etikett");
/// What the numbers mean.
pub(in crate::export) const NUMBERS: Phrase = both(
    "The number before a sentence is the line of the article in which it begins.",
    "Die Zahl vor einem Satz ist die Zeile des Artikels, in der er beginnt.",
);
/// Before the sentences whose words changed.
pub(in crate::export) const ASTRAY: Phrase = both(
    "Sentences that no longer stand as they were saved:",
    "Sätze, die nicht mehr so dastehen, wie sie gespeichert wurden:",
);
/// Why there is no text. What the disk said about it names folders that are nobody's business.
pub(in crate::export) const UNREADABLE: Phrase =
    both("The article cannot be read.", "Der Artikel ist nicht lesbar.");

pub(super) const ARTICLE: Phrase = both("Article", "Artikel");
pub(super) const OUTLET: Phrase = both("Outlet", "Medium");
pub(super) const AUTHOR: Phrase = both("Author", "Autor");
pub(super) const DATE: Phrase = both("Date", "Datum");
pub(super) const URL: Phrase = both("Address", "Adresse");

pub(super) const LINE: Phrase = both("line", "Zeile");
pub(super) const ON: Phrase = both("on", "an");
pub(super) const MEANS: Phrase = both("meaning", "gemeint ist");
pub(super) const CUE: Phrase = both("cue", "Signal");
pub(super) const CLAIMS: Phrase = both("claim of the story", "Aussage der Geschichte");
pub(super) const UNSURE: Phrase = both("unsure", "unsicher");
pub(super) const REJECTED: Phrase = both("rejected", "verworfen");
pub(super) const MARKED: Phrase = both("marked to come back to", "zum Wiederkommen vorgemerkt");
pub(super) const NOTE: Phrase = both("note", "Notiz");

/// `words` in the quotation marks of `lang`.
pub(super) fn quoted(lang: Lang, words: &str) -> String {
    match lang {
        Lang::En => format!("“{words}”"),
        Lang::De => format!("„{words}“"),
    }
}

/// What a passage is, where it is no sentence of the running text.
pub(in crate::export) const fn kind(kind: Kind) -> Option<Phrase> {
    match kind {
        Kind::Sentence => None,
        Kind::Heading => Some(both("heading", "Überschrift")),
        Kind::Caption => Some(both("caption", "Bildunterschrift")),
        Kind::Furniture => Some(both("furniture", "Beiwerk")),
    }
}
