//! The longest a unit may be.

use unicode_segmentation::GraphemeCursor;

/// Code points a unit has at most: what is longer is no sentence, and nobody could read it as one.
pub(super) const LONGEST: usize = 5_000;

/// Bytes that hold more than [`LONGEST`] code points for certain.
pub(super) const TOO_LONG: usize = 4 * LONGEST;

/// Where to cut `text` if it is longer than [`LONGEST`]: the end of the first piece and the start of the
/// second, with the white space between them left out. It is cut at white space, or before a whole
/// character where there is none.
pub(super) fn split(text: &str) -> Option<(usize, usize)> {
    if text.len() <= LONGEST {
        return None;
    }
    let (limit, _) = text.char_indices().nth(LONGEST)?;
    let window = &text[..limit];
    let blank = text[limit..].starts_with(char::is_whitespace);
    let end = if blank { Some(limit) } else { window.rfind(char::is_whitespace) };
    if let Some(end) = end {
        let first = window[..end].trim_end().len();
        let after = &text[end..];
        if first > 0 {
            return Some((first, text.len() - after.trim_start().len()));
        }
    }
    let mut cursor = GraphemeCursor::new(limit, text.len(), true);
    let whole = match cursor.is_boundary(text, 0) {
        Ok(false) => cursor.prev_boundary(text, 0).ok().flatten().filter(|&at| at > 0),
        _ => None,
    };
    let cut = whole.unwrap_or(limit);
    Some((cut, cut))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_cut_at_white_space() {
        let text = "wort ".repeat(1_200);
        let (first, rest) = split(text.trim()).unwrap();
        assert_eq!((first, rest), (4_999, 5_000));
        assert_eq!(split(&text[..4_999]), None);
    }

    #[test]
    fn without_white_space_no_character_is_torn() {
        let mut text = "a".repeat(LONGEST - 1);
        text.push_str("e\u{301}xx");
        assert_eq!(split(&text), Some((LONGEST - 1, LONGEST - 1)));
        let marks = format!("e{}", "\u{301}".repeat(LONGEST));
        let (first, rest) = split(&marks).unwrap();
        assert_eq!(first, rest);
        assert!(marks.is_char_boundary(first) && first > 0);
    }
}
