//! JSON lines that do nothing to a terminal: what would act or hide there is written as an escape.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};

/// Writes `value` as JSON and a line end.
///
/// # Errors
/// What `output` says.
pub fn line(output: &mut impl Write, value: &impl Serialize) -> io::Result<()> {
    value.serialize(&mut Serializer::with_formatter(&mut *output, Escaping))?;
    output.write_all(b"\n")
}

/// `value` as JSON in one line.
pub fn text(value: &impl Serialize) -> String {
    let mut bytes = Vec::new();
    // Neither can a record of ours fail to serialise nor memory to take it.
    let _ = line(&mut bytes, value);
    bytes.pop();
    String::from_utf8(bytes).unwrap_or_default()
}

/// Escapes more than JSON asks for.
struct Escaping;

impl Formatter for Escaping {
    fn write_string_fragment<W: ?Sized + Write>(&mut self, writer: &mut W, fragment: &str) -> io::Result<()> {
        let mut written = 0;
        for (at, c) in fragment.char_indices().filter(|&(_, c)| acts(c)) {
            writer.write_all(&fragment.as_bytes()[written..at])?;
            for unit in c.encode_utf16(&mut [0; 2]) {
                write!(writer, "\\u{unit:04x}")?;
            }
            written = at + c.len_utf8();
        }
        writer.write_all(&fragment.as_bytes()[written..])
    }
}

/// Controls of the second set, line separators, bidi controls, invisible and tag characters.
fn acts(c: char) -> bool {
    matches!(c,
        '\u{7f}'..='\u{9f}'
        | '\u{61c}'
        | '\u{180e}'
        | '\u{200b}'..='\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}'
        | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_act_is_escaped_and_reads_back() {
        let text = "ä\u{202e}b\u{9b}c\u{e0041}\n\u{1b}[2J";
        let mut bytes = Vec::new();
        line(&mut bytes, &text).unwrap();
        let written = String::from_utf8(bytes).unwrap();
        assert_eq!(written, "\"ä\\u202eb\\u009bc\\udb40\\udc41\\n\\u001b[2J\"\n");
        assert_eq!(serde_json::from_str::<String>(&written).unwrap(), text);
    }
}
