//! What was saved for other words than stand here now, and how it may belong here.

use super::{changes, key, lines::Lines, said, theme::Role};
use crate::{
    annotation::{AnchorState, diff::diff},
    app::{Action, App, OpenArticle},
    text::Unit,
};

/// Adds what is to be settled about `unit`: that what is said about it moved, and what may belong to it.
pub(super) fn add(lines: &mut Lines, app: &App, open: &OpenArticle, unit: &Unit) {
    let Some(held) = app.shelf.held.get(&open.article.id) else { return };
    if held.document.find(unit.chars).is_some_and(|sentence| held.doubts.is_moved(sentence)) {
        head(lines, app, AnchorState::Moved);
        key::add(lines, app, Action::ConfirmMoves);
    }
    for doubt in held.doubts.proposed(unit.chars) {
        head(lines, app, doubt.anchored.state);
        said::add(lines, app, &doubt.sentence, |_, _, line| line);
        if let Some(means) = changes::meaning(doubt.anchored.state) {
            lines.text(means.text(app.lang), Role::Text, 0);
        }
        let now = doubt.anchored.now.and_then(|now| open.bytes(now)).map_or("", |now| open.text(now));
        let language = held.document.lang.as_deref();
        changes::add(lines, app.lang, &diff(&doubt.sentence.quote, now, language));
        key::add(lines, app, Action::Reattach);
    }
}

/// How it fits the article, with the sign that the gutter has.
fn head(lines: &mut Lines, app: &App, state: AnchorState) {
    lines.gap();
    lines.text(&format!("{} {}", state.sign(), state.name().text(app.lang)), Role::Warning, 2);
}
