//! Which bytes of a page are which letters.

use encoding_rs::{Encoding as Charset, UTF_8, UTF_16BE, UTF_16LE};
use memchr::memmem;

use crate::text::decode::{self, DecodeError, Decoded, Encoding};

/// How far from its start a page has to say in which encoding it is written, in bytes, as of the HTML standard.
const LOOKED_AT: usize = 1024;

/// Reads the bytes of a page: by their byte order mark; as UTF-8 where they are; as the page says in its first kilobyte;
/// else as any text. UTF-8 counts before what a page says because browsers save pages in it and leave what they say.
///
/// # Errors
/// [`DecodeError`] where the bytes are no text.
pub(super) fn decode(bytes: Vec<u8>) -> Result<Decoded, DecodeError> {
    let marked = matches!(bytes.as_slice(), [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] | [0xEF, 0xBB, 0xBF, ..]);
    let named = if marked || std::str::from_utf8(&bytes).is_ok() { None } else { named(&bytes) };
    match named {
        Some(charset) => {
            DecodeError::check_size(bytes.len() as u64)?;
            let (text, replaced) = charset.decode_without_bom_handling(&bytes);
            let decoded = decode::decode(text.into_owned().into_bytes())?;
            // Their own badge is for a guess, and this is none.
            Ok(Decoded { encoding: Encoding::Utf8, replaced, ..decoded })
        }
        None => decode::decode(bytes),
    }
}

/// The encoding a page names, unless that is one of those which are told by the bytes.
fn named(bytes: &[u8]) -> Option<&'static Charset> {
    let start = bytes[..bytes.len().min(LOOKED_AT)].to_ascii_lowercase();
    let at = memmem::find(&start, b"charset")? + "charset".len();
    let label: Vec<u8> = start[at..]
        .iter()
        .copied()
        .skip_while(|byte| matches!(byte, b'=' | b'"' | b'\'' | b' '))
        .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b':'))
        .collect();
    Charset::for_label(&label).filter(|charset| ![UTF_8, UTF_16LE, UTF_16BE].contains(charset))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_page_says_of_its_letters_counts_unless_they_are_utf8() {
        let text = |bytes: &[u8]| decode(bytes.to_vec()).unwrap().text;
        assert_eq!(
            text(b"<meta charset=\"windows-1251\"><p>\xCC\xEE\xF1\xF2"),
            "<meta charset=\"windows-1251\"><p>Мост"
        );
        assert_eq!(
            text(b"<meta content='text/html; charset=iso-8859-1'>K\xF6ln"),
            "<meta content='text/html; charset=iso-8859-1'>Köln"
        );
        let saved = "<meta charset=iso-8859-1>Köln";
        assert_eq!(text(saved.as_bytes()), saved);
        assert_eq!(text(b"K\xF6ln \x84Ja\x93"), "Köln „Ja“");
        assert_eq!(text(b"\xFF\xFEK\0\xF6\0"), "Kö");
    }
}
