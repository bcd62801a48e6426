//! What became of the words that somebody said something about.

use crate::{
    annotation::{AnchorState, diff::diff},
    locale::{Lang, Phrase},
    review::{Reading, Row},
    view::{
        changes,
        lines::Lines,
        said::{COVERS, INDENT},
        theme::Role,
    },
};

const WAS: Phrase = Phrase::new("was", "war");

/// The reading whose words changed as those of all others did, where several changed: it need be told only once.
pub(super) fn shared(row: &Row) -> Option<&Reading> {
    let changed = |reading: &&Reading| {
        matches!(reading.anchor, AnchorState::Edited | AnchorState::Split | AnchorState::Joined)
    };
    let mut all = row.readings.iter().filter(changed);
    let (first, second) = (all.next()?, all.next()?);
    let same = |other: &Reading| {
        other.anchor == first.anchor
            && other.sentence.quote == first.sentence.quote
            && other.words() == first.words()
    };
    (same(second) && all.all(same)).then_some(first)
}

/// Adds what became of the words of `reading`, where they do not stand in the article as they were saved.
pub(super) fn add(lines: &mut Lines, lang: Lang, row: &Row, reading: &Reading) {
    let quote = &reading.sentence.quote;
    if let Some(means) = changes::meaning(reading.anchor) {
        lines.text(means.text(lang), Role::Text, 0);
    }
    match reading.anchor {
        AnchorState::Exact | AnchorState::Moved => {
            if row.is_cut_differently() {
                lines.labelled(COVERS.text(lang), &format!("„{}“", reading.words()), INDENT);
            }
        }
        AnchorState::Edited | AnchorState::Split | AnchorState::Joined => {
            let language = row.article.front.lang.as_deref();
            changes::add(lines, lang, &diff(quote, reading.words(), language));
        }
        AnchorState::Ambiguous | AnchorState::Lost => {
            if row.words() != quote {
                lines.labelled(WAS.text(lang), &format!("„{quote}“"), INDENT);
            }
        }
    }
}
