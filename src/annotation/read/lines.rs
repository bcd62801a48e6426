//! What the lines of a file tell before anything is parsed: its format, conflict markers, its end marker.

use crate::annotation::error::{DocumentError, Fault, Place};

/// What [`scan`] finds.
pub(super) struct Lines {
    /// The number after `format:` at the start of a line, where there is one.
    pub(super) format: Option<u64>,
    /// Is the last line that says anything the end marker `...`?
    pub(super) ended: bool,
    /// How many lines there are, at least 1.
    pub(super) count: u32,
}

/// Reads the lines once.
///
/// What a merge leaves behind stands at the start of a line even in the middle of a block scalar, where a parser of
/// YAML would take it for text; our own files never have a value there.
pub(super) fn scan(yaml: &str) -> Result<Lines, DocumentError> {
    let mut lines = Lines { format: None, ended: false, count: 0 };
    for line in yaml.lines() {
        lines.count = lines.count.saturating_add(1);
        match line.as_bytes().first() {
            Some(b'<' | b'=' | b'>' | b'|') => {
                if let Some(marker) = conflict_marker(line) {
                    let place = Place::new(lines.count, 1);
                    return Err(DocumentError::new(place, Fault::MergeConflict(marker)));
                }
            }
            Some(b'f') if lines.format.is_none() => lines.format = format_of(line),
            _ => {}
        }
        let says = line.trim_end();
        if !says.is_empty() && !says.starts_with('#') {
            lines.ended = says == "...";
        }
    }
    lines.count = lines.count.max(1);
    Ok(lines)
}

fn conflict_marker(line: &str) -> Option<&'static str> {
    ["<<<<<<<", "=======", ">>>>>>>", "|||||||"].into_iter().find(|marker| {
        line.strip_prefix(marker).is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\r']))
    })
}

fn format_of(line: &str) -> Option<u64> {
    let value = line.strip_prefix("format:")?;
    let value = value.split('#').next().unwrap_or_default();
    value.trim().parse().ok()
}
