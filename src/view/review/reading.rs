//! What one annotator says about the selected sentence, and how that fits the article as it is now.

use super::words;
use crate::{
    annotation::AnchorState,
    app::{Action, App},
    locale::{Lang, Phrase},
    review::{Reading, Row},
    view::{key, lines::Lines, said, theme::Role},
};

const SAW: Phrase = Phrase::new("saw", "sah");
const SUGGESTIONS: Phrase = Phrase::new("suggestions", "Vorschläge");

/// Adds what `reading`, number `index` of `row`, says; `told` where it was said already what became of its words.
pub(super) fn add(lines: &mut Lines, app: &App, row: &Row, index: usize, reading: &Reading, told: bool) {
    let role = if app.review.reading == index { Role::Selected } else { Role::Strong };
    let head = said::who(lines, app, reading, lines.styles.style(role));
    lines.push(head);
    if !told {
        words::add(lines, app.lang, row, reading);
    }
    let moved = reading.anchor == AnchorState::Moved;
    if !moved {
        help(lines, app, reading);
    }
    let sentence = &reading.sentence;
    said::whole(lines, app, sentence);
    if let Some(at) = sentence.at {
        let at = at.to_string();
        let to_minute = at.get(..16).unwrap_or(&at).replace('T', " ");
        lines.text(&format!("{to_minute} UTC"), Role::Dim, 0);
    }
    if !sentence.saw.is_empty() {
        let name = |seen: &String| match seen.as_str() {
            "suggestions" => SUGGESTIONS.text(app.lang).to_owned(),
            seen => seen.to_owned(),
        };
        let seen: Vec<String> = sentence.saw.iter().map(name).collect();
        lines.labelled(SAW.text(app.lang), &seen.join(", "), said::INDENT);
    }
    if moved {
        help(lines, app, reading);
    }
}

/// Which key puts it onto the words as they are now; nobody can but whoever said it.
fn help(lines: &mut Lines, app: &App, reading: &Reading) {
    let action = match reading.anchor {
        AnchorState::Exact => return,
        AnchorState::Moved => Action::ConfirmMoves,
        AnchorState::Ambiguous | AnchorState::Lost => Action::ShowAtDesk,
        _ => Action::Reattach,
    };
    if app.is_me(&reading.annotator) {
        key::add(lines, app, action);
    } else if reading.anchor != AnchorState::Moved {
        lines.text(&others(app.lang, reading.annotator.as_str()), Role::Dim, 0);
    }
}

/// Only whoever said it can put it onto the words as they are now.
fn others(lang: Lang, who: &str) -> String {
    match lang {
        Lang::En => format!("only {who} can confirm it"),
        Lang::De => format!("nur {who} kann das bestätigen"),
    }
}
