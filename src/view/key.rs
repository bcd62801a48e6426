//! A key and what it does, in a line that can be clicked.

use super::{
    canvas::columns,
    lines::{Line, Lines},
    said::INDENT,
    theme::Role,
};
use crate::app::{Action, App, msg::Target};

/// Adds the key of `action` with its name.
pub(super) fn add(lines: &mut Lines, app: &App, action: Action) {
    add_named(lines, app, action, app.commands.title_of(action, app.lang));
}

/// Adds the key of `action`, that of the palette where it has none, with what it `does` here: below each other where
/// there is room.
pub(super) fn add_named(lines: &mut Lines, app: &App, action: Action, does: &str) {
    let styles = lines.styles;
    let key = app.commands.key_of(action);
    let key = if key.is_empty() { ":" } else { &key };
    let line = Line::default().then(key, styles.style(Role::Strong)).then(" ", styles.style(Role::Text));
    let has_room = INDENT.saturating_add(columns(does)) <= lines.width();
    let line = if has_room { line.at(INDENT) } else { line };
    lines.push(line.then(does, styles.style(Role::Dim)).means(Target::Hint(action)));
}
