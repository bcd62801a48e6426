//! What changed in the words of a sentence, what that means for what was said, and what a checker must not overlook.

use super::{lines::Lines, theme::Role};
use crate::{
    annotation::{
        AnchorState,
        diff::{Change, Piece, called_out, marked},
    },
    locale::{Lang, Phrase},
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

/// What an anchor state means for what was said.
pub(super) const fn meaning(state: AnchorState) -> Option<Phrase> {
    Some(match state {
        AnchorState::Exact | AnchorState::Moved => return None,
        AnchorState::Edited => {
            Phrase::new("The words were changed since:", "Der Wortlaut wurde seither geändert:")
        }
        AnchorState::Split => {
            Phrase::new("The sentence was split into several:", "Der Satz wurde in mehrere geteilt:")
        }
        AnchorState::Joined => Phrase::new(
            "The sentence was joined with a neighbour:",
            "Der Satz wurde mit einem Nachbarn verbunden:",
        ),
        AnchorState::Ambiguous => Phrase::new(
            "The words stand at several places now; which was meant is not known.",
            "Die Wörter stehen jetzt an mehreren Stellen; welche gemeint war, ist nicht bekannt.",
        ),
        AnchorState::Lost => Phrase::new(
            "The words do not stand in the article any more.",
            "Die Wörter stehen nicht mehr im Artikel.",
        ),
    })
}
