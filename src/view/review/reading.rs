//! What one annotator says about the selected sentence, and how that fits the article as it is now.

use super::words;
use crate::{
    annotation::AnchorState,
    app::{Action, App, msg::Target},
    locale::{Lang, Phrase},
    review::{Reading, Row},
    view::{
        lines::{Line, Lines},
        said,
        theme::Role,
    },
};

const YOU: Phrase = Phrase::new("you", "du");
const READ: Phrase = Phrase::new("read, nothing to tag", "gelesen, nichts zu markieren");
const UNREAD: Phrase = Phrase::new("not read", "nicht gelesen");
const SAW: Phrase = Phrase::new("saw", "sah");
const SUGGESTIONS: Phrase = Phrase::new("suggestions", "Vorschläge");
/// Columns of the labels on the left.
const INDENT: u16 = said::INDENT;

/// Adds what `reading`, number `index` of `row`, says; `told` where it was said already what became of its words.
pub(super) fn add(lines: &mut Lines, app: &App, row: &Row, index: usize, reading: &Reading, told: bool) {
    head(lines, app, index, reading);
    if !told {
        words::add(lines, app.lang, row, reading);
    }
    let moved = reading.anchor == AnchorState::Moved;
    if !moved {
        help(lines, app, reading);
    }
    let sentence = &reading.sentence;
    if sentence.tags.is_empty() {
        let said = if sentence.read { READ } else { UNREAD };
        lines.text(said.text(app.lang), Role::Dim, 0);
    }
    said::add(lines, app, sentence, |_, _, line| line);
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
        lines.labelled(SAW.text(app.lang), &seen.join(", "), INDENT);
    }
    if moved {
        help(lines, app, reading);
    }
}

/// Who says it, and how it fits the article.
fn head(lines: &mut Lines, app: &App, index: usize, reading: &Reading) {
    let styles = lines.styles;
    let chosen = app.review.reading == index;
    let style = styles.style(if chosen { Role::Selected } else { Role::Strong });
    let mine = app.annotator.as_ref() == Some(&reading.annotator);
    let you = if mine { format!(" ({})", YOU.text(app.lang)) } else { String::new() };
    let name = format!("{}{you}", reading.annotator);
    let mut line = Line::default().then(&name, style);
    if reading.anchor != AnchorState::Exact {
        let said = format!("  {} {}", reading.anchor.sign(), reading.anchor.name().text(app.lang));
        let loud = if reading.anchor.is_placed() { Role::Text } else { Role::Warning };
        line = line.then(&said, styles.style(loud));
    }
    lines.push(line.means(Target::Reading(index)));
}

/// Which key puts it onto the words as they are now; nobody can but whoever said it.
fn help(lines: &mut Lines, app: &App, reading: &Reading) {
    let action = match reading.anchor {
        AnchorState::Exact => return,
        AnchorState::Moved => Action::ConfirmMoves,
        AnchorState::Ambiguous | AnchorState::Lost => Action::ShowAtDesk,
        _ => Action::Reattach,
    };
    if app.annotator.as_ref() == Some(&reading.annotator) {
        let (strong, dim) = (lines.styles.style(Role::Strong), lines.styles.style(Role::Dim));
        let key = Line::default().then(&app.commands.key_of(action), strong).then(" ", dim);
        let line = key.then(app.commands.title_of(action, app.lang), dim);
        lines.push(line.means(Target::Hint(action)));
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
