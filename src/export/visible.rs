//! Characters that a format cannot hold.

use std::borrow::Cow;

/// What is seen in place of a control character: its picture (`␀` for U+0000) where there is one, else `U+FFFD`. One
/// code point and one UTF-16 unit like itself, so that positions stay.
pub(super) const fn picture(control: char) -> char {
    match control {
        '\0'..='\u{1f}' => match char::from_u32(0x2400 + control as u32) {
            Some(picture) => picture,
            None => char::REPLACEMENT_CHARACTER,
        },
        '\u{7f}' => '␡',
        _ => char::REPLACEMENT_CHARACTER,
    }
}

/// Can XML 1.0 hold `c`, as itself or as a character reference?
pub(super) const fn is_xml(c: char) -> bool {
    !matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')
}

/// `text` with pictures of what XML 1.0 cannot hold. Not yet escaped.
pub(super) fn xml(text: &str) -> Cow<'_, str> {
    if text.chars().all(is_xml) {
        return text.into();
    }
    text.chars().map(|c| if is_xml(c) { c } else { picture(c) }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_cannot_hold_is_seen_and_takes_the_same_room() {
        let text = "a\0b\u{1b}[2J\u{ffff}\t\n\u{7f}🦀";
        assert_eq!(xml(text), "a␀b␛[2J\u{fffd}\t\n\u{7f}🦀");
        assert_eq!(xml(text).encode_utf16().count(), text.encode_utf16().count());
        assert!(matches!(xml("Übung 🦀"), Cow::Borrowed(_)));
        assert_eq!(picture('\u{7f}'), '␡');
    }
}
