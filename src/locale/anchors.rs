//! What the workbench says about saved sentences whose article changed.

use super::{Lang, Phrase};

const fn both(en: &'static str, de: &'static str) -> Phrase {
    Phrase::new(en, de)
}

/// A sentence has its words again.
pub const ATTACHED: Phrase = both("it is this sentence", "es ist dieser Satz");
/// Nothing to put anywhere.
pub const ALL_IN_PLACE: Phrase =
    both("every saved sentence has its place here", "jeder gespeicherte Satz hat hier seinen Platz");
/// Nothing moved.
pub const NOTHING_TO_CONFIRM: Phrase = both(
    "nothing to confirm: no saved sentence moved",
    "nichts zu bestätigen: kein gespeicherter Satz ist verschoben",
);
/// The words that a sentence shall have belong to another one in part.
pub const PLACE_TAKEN: Phrase = both(
    "not possible: a saved sentence has a part of these words",
    "geht nicht: ein gespeicherter Satz hat einen Teil dieser Wörter",
);

/// The article changed since it was tagged: how its saved sentences fit it (`3 moved, 1 lost`), and the keys that
/// put one onto its sentence and confirm those that moved.
pub fn text_changed(lang: Lang, standing: &str, attach: &str, confirm: &str) -> String {
    match lang {
        Lang::En => {
            format!("the article has changed: {standing} ({confirm} confirms moves, {attach} the rest)")
        }
        Lang::De => {
            format!(
                "der Artikel hat sich geändert: {standing} ({confirm} bestätigt Verschobenes, {attach} das Übrige)"
            )
        }
    }
}

/// So many sentences that moved are confirmed; so many are still without a place, and the key that gives them one.
pub fn confirmed(lang: Lang, confirmed: usize, left: usize, attach: &str) -> String {
    let said = match (lang, confirmed) {
        (Lang::En, 1) => "1 sentence confirmed where it stands now".to_owned(),
        (Lang::En, _) => format!("{confirmed} sentences confirmed where they stand now"),
        (Lang::De, 1) => "1 Satz bestätigt, wo er jetzt steht".to_owned(),
        (Lang::De, _) => format!("{confirmed} Sätze bestätigt, wo sie jetzt stehen"),
    };
    match (lang, left) {
        (_, 0) => said,
        (Lang::En, _) => format!("{said}; {left} left to look at ({attach})"),
        (Lang::De, _) => format!("{said}; {left} noch anzusehen ({attach})"),
    }
}

/// The open article cannot be read any more.
pub fn article_gone(lang: Lang, article: &str) -> String {
    match lang {
        Lang::En => format!("{article} cannot be read any more; what you said about it is kept"),
        Lang::De => format!("{article} ist nicht mehr lesbar; was du dazu gesagt hast, bleibt"),
    }
}
