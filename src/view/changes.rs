//! What changed in the words of a sentence, and what of it a checker must not overlook.

use super::{lines::Lines, theme::Role};
use crate::{
    annotation::diff::{Change, Piece, called_out, marked},
    locale::Lang,
};

/// Adds both versions as one text, `[-gone-]` and `{+new+}`, and below it what is called out.
pub(super) fn add(lines: &mut Lines, lang: Lang, pieces: &[Piece]) {
    let (text, marked) = marked(pieces);
    let styles = lines.styles;
    let style = |at: usize| {
        let change = marked.iter().find(|(range, _)| range.contains(&at)).map(|(_, change)| *change);
        styles.style(match change {
            Some(Change::Gone) => Role::Dim,
            Some(Change::New) => Role::Strong,
            _ => Role::Text,
        })
    };
    lines.wrapped_in(&text, 2, style);
    for alarm in called_out(pieces) {
        let of = |change: Change| {
            let called = pieces.iter().filter(|piece| piece.alarm == Some(alarm) && piece.change == change);
            called.map(|piece| piece.text.trim()).collect::<Vec<_>>().join(", ")
        };
        let (gone, new) = (of(Change::Gone), of(Change::New));
        let arrow = if gone.is_empty() || new.is_empty() { "" } else { " → " };
        let said = match (gone.is_empty(), new.is_empty(), lang) {
            (false, true, Lang::En) => format!("{gone} is gone"),
            (false, true, Lang::De) => format!("{gone} fehlt"),
            (true, false, Lang::En) => format!("{new} is new"),
            (true, false, Lang::De) => format!("{new} ist neu"),
            _ => format!("{gone}{arrow}{new}"),
        };
        lines.text(&format!("! {}: {said}", alarm.name().text(lang)), Role::Warning, 2);
    }
}
