//! Why a file cannot be read: `path:line:column: message`, the line, and a caret below the place.

use super::{
    lines::{Line, Lines},
    theme::Role,
};

/// Adds `problem`; the message is wrapped, the line and its caret are cut so that the caret is seen in `width`.
pub(super) fn add(lines: &mut Lines, problem: &[String], width: u16) {
    let Some((message, rest)) = problem.split_first() else { return };
    lines.text(&format!("! {message}"), Role::Warning, 2);
    let caret = rest.iter().filter_map(|line| line.chars().position(|c| c == '^')).max().unwrap_or(0);
    let hidden = (caret + 4).saturating_sub(width.into());
    for line in rest {
        let start = line.char_indices().nth(hidden).map_or(line.len(), |(at, _)| at);
        let role = if line.trim() == "^" { Role::Warning } else { Role::Text };
        let style = lines.styles.style(role);
        lines.push(Line::default().then(&line[start..], style));
    }
}
