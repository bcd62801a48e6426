//! Our own JSON lines: a sentence or a tag each.

use memchr::memmem;
use serde::Deserialize;

use super::{
    Foreign, Unreadable,
    exported::{ExportedSentence, Gathered},
};
use crate::export::record::Record;

/// Reads a file.
///
/// # Errors
/// [`Unreadable`] for the first line that is no record of an export.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<Foreign>, Unreadable> {
    let mut gathered = Gathered::default();
    for (number, line) in (1..).zip(bytes.split(|byte| *byte == b'\n')) {
        if line.trim_ascii().is_empty() {
            continue;
        }
        let place = format!("line {number}");
        // Within a text of JSON there is a `\` before the quotation mark.
        if memmem::find(line, b"\"tag_start\"").is_some() {
            gathered.add_row(place, parse(line, number)?)?;
        } else {
            let Record { article, text, readings, tags, .. } = parse(line, number)?;
            let said =
                ExportedSentence { place, article: &article, text: &text, readings: &readings, tags: &tags };
            gathered.add(&said)?;
        }
    }
    Ok(gathered.finish())
}

fn parse<'de, T: Deserialize<'de>>(line: &'de [u8], number: usize) -> Result<T, Unreadable> {
    let said = |error: serde_json::Error| {
        let column = error.column();
        let what = error.to_string();
        // It counts lines from the one it was given.
        let what = what.split(" at line ").next().unwrap_or_default();
        Unreadable::new(format_args!("is no record of an export: {what}"))
            .at(format_args!("line {number}:{column}"))
    };
    serde_json::from_slice(line).map_err(said)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_record_has_a_place() {
        let line = |line: &str| read(format!("\n{line}\n").as_bytes()).unwrap_err().to_string();
        assert_eq!(line("x"), "line 2:1: is no record of an export: expected value");
        assert!(
            line("{\"article\":\"a\"}").contains("missing field `text`"),
            "{}",
            line("{\"article\":\"a\"}")
        );
        assert!(line(&"[".repeat(100_000)).starts_with("line 2:"));
        assert!(read(b"{\"article\":\"\xFF\"}").is_err());
    }
}
