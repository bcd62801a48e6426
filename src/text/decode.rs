//! Bytes to text.
//!
//! Told in this order: a byte order mark (UTF-8, UTF-16; UTF-32 is refused), then a look at whether these bytes
//! are text at all, then UTF-8, and only what cannot be UTF-8 is taken for Windows-1252. Line ends become `\n`;
//! nothing else is altered, so that positions in the text are those other programs see.

use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1252};
use memchr::{memchr, memchr_iter};

/// The largest article that is opened, in bytes.
pub const MAX_ARTICLE_BYTES: u64 = 64 * 1024 * 1024;

/// How many bytes at the start are looked at to tell a binary file by its control characters.
const SAMPLE_BYTES: usize = 8 * 1024;

/// How the bytes of an article were read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without byte order mark (the mark is not part of the text).
    #[default]
    Utf8,
    /// UTF-16, little endian, told by its byte order mark.
    Utf16Le,
    /// UTF-16, big endian, told by its byte order mark.
    Utf16Be,
    /// Neither: taken for Windows-1252, shown with a badge because it is a guess.
    Windows1252,
}

impl Encoding {
    /// The name people know it by.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16Le => "UTF-16LE",
            Self::Utf16Be => "UTF-16BE",
            Self::Windows1252 => "Windows-1252",
        }
    }
}

/// Decoded text, and what is to be known about how it came about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decoded {
    /// The text, without byte order mark, its line ends `\n`.
    pub text: String,
    /// How its bytes were read.
    pub encoding: Encoding,
    /// Some bytes meant nothing in that encoding; `U+FFFD` stands in their place.
    pub replaced: bool,
}

/// Why bytes are not opened as an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DecodeError {
    /// Larger than [`MAX_ARTICLE_BYTES`].
    #[error("too large: {}, the limit is {}", megabytes(*size), megabytes(MAX_ARTICLE_BYTES))]
    TooLarge {
        /// Its size in bytes.
        size: u64,
    },
    /// Starts like a file of a kind that holds no plain text.
    #[error("not a text: looks like {0}")]
    Format(&'static str),
    /// UTF-32, which no newsroom writes and Python's `utf-8-sig` cannot read.
    #[error("not read: looks like UTF-32; save it as UTF-8")]
    Utf32,
    /// UTF-16 without the byte order mark that would tell which kind.
    #[error("not read: looks like UTF-16 without byte order mark; save it as UTF-8")]
    Utf16WithoutMark,
    /// A NUL occurs, which no text has.
    #[error("not a text: holds a NUL at byte {at}")]
    Nul {
        /// Where the first one is, in bytes (of the decoded text if it is UTF-16).
        at: usize,
    },
    /// A large share of control characters.
    #[error("not a text: mostly control characters")]
    Controls,
}

impl DecodeError {
    /// The error for a file of `size` bytes, if that is too large.
    ///
    /// # Errors
    /// [`DecodeError::TooLarge`] above [`MAX_ARTICLE_BYTES`].
    pub const fn check_size(size: u64) -> Result<(), Self> {
        if size > MAX_ARTICLE_BYTES { Err(Self::TooLarge { size }) } else { Ok(()) }
    }
}

/// A size as people say it: whole megabytes, rounded up so that it never reads like the limit it exceeds.
fn megabytes(bytes: u64) -> String {
    format!("{} MB", bytes.div_ceil(1024 * 1024))
}

/// Reads `bytes` as text.
///
/// Bytes that are nearly UTF-8 (a cut-off end, a damaged spot) are read as UTF-8 with `U+FFFD` for what does not
/// decode; so are lone surrogates in UTF-16 and the five bytes Windows-1252 leaves undefined, which would be
/// C1 control characters otherwise.
///
/// # Errors
/// Any [`DecodeError`] where the bytes are no text.
pub fn decode(mut bytes: Vec<u8>) -> Result<Decoded, DecodeError> {
    DecodeError::check_size(bytes.len() as u64)?;
    match bytes.as_slice() {
        [0xFF, 0xFE, 0, 0, ..] | [0, 0, 0xFE, 0xFF, ..] => return Err(DecodeError::Utf32),
        [0xFF, 0xFE, rest @ ..] => return utf16(rest, Encoding::Utf16Le),
        [0xFE, 0xFF, rest @ ..] => return utf16(rest, Encoding::Utf16Be),
        [0xEF, 0xBB, 0xBF, ..] => drop(bytes.drain(..3)),
        _ => {}
    }
    refuse_binary(&bytes)?;
    unify_line_ends(&mut bytes);
    Ok(match String::from_utf8(bytes) {
        Ok(text) => Decoded { text, encoding: Encoding::Utf8, replaced: false },
        Err(error) if nearly_utf8(error.as_bytes()) => Decoded {
            text: String::from_utf8_lossy(error.as_bytes()).into_owned(),
            encoding: Encoding::Utf8,
            replaced: true,
        },
        Err(error) => windows_1252(error.as_bytes()),
    })
}

/// Reads UTF-16 whose byte order mark is gone already.
fn utf16(bytes: &[u8], encoding: Encoding) -> Result<Decoded, DecodeError> {
    let reader = if encoding == Encoding::Utf16Le { UTF_16LE } else { UTF_16BE };
    let (text, replaced) = reader.decode_without_bom_handling(bytes);
    if let Some(at) = memchr(0, text.as_bytes()) {
        return Err(DecodeError::Nul { at });
    }
    let text =
        if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text.into_owned() };
    Ok(Decoded { text, encoding, replaced })
}

/// Reads any bytes as Windows-1252, the five undefined ones as `U+FFFD`.
fn windows_1252(bytes: &[u8]) -> Decoded {
    let (text, _) = WINDOWS_1252.decode_without_bom_handling(bytes);
    let undefined = |c: char| ('\u{80}'..='\u{9F}').contains(&c);
    let replaced = text.contains(undefined);
    let text = if replaced { text.replace(undefined, "\u{FFFD}") } else { text.into_owned() };
    Decoded { text, encoding: Encoding::Windows1252, replaced }
}

/// Is more of what is not ASCII good UTF-8 than not? In text of one byte per letter, hardly anything is.
fn nearly_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().bytes().filter(|&b| b >= 0xC0).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good > bad
}

/// Makes CRLF and lone CR into LF, in place.
fn unify_line_ends(bytes: &mut Vec<u8>) {
    let Some(first) = memchr(b'\r', bytes) else { return };
    let mut write = first;
    let mut read = first;
    while read < bytes.len() {
        bytes[write] = b'\n';
        write += 1;
        read += if bytes.get(read + 1) == Some(&b'\n') { 2 } else { 1 };
        let next = memchr(b'\r', &bytes[read..]).map_or(bytes.len(), |at| read + at);
        bytes.copy_within(read..next, write);
        write += next - read;
        read = next;
    }
    bytes.truncate(write);
}

/// The first bytes of kinds of files that end up in an article folder by mistake.
const FORMATS: [(&[u8], &str); 11] = [
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an office document (docx, odt)"),
    (b"\xD0\xCF\x11\xE0", "an old office document (doc, xls)"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xFF\xD8\xFF", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x1F\x8B", "a gzip archive"),
    (b"7z\xBC\xAF", "a 7z archive"),
    (b"\x7FELF", "a program"),
    (b"SQLite format 3", "an SQLite database"),
];

/// Refuses bytes that are no text in an encoding of single bytes or UTF-8.
fn refuse_binary(bytes: &[u8]) -> Result<(), DecodeError> {
    if let Some((_, name)) = FORMATS.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Err(DecodeError::Format(name));
    }
    let sample = &bytes[..bytes.len().min(SAMPLE_BYTES)];
    if let Some(at) = memchr(0, bytes) {
        let nuls = memchr_iter(0, sample).count();
        let odd = memchr_iter(0, sample).filter(|at| at % 2 == 1).count();
        let every_other = nuls * 4 > sample.len() && (odd == 0 || odd == nuls);
        return Err(if every_other { DecodeError::Utf16WithoutMark } else { DecodeError::Nul { at } });
    }
    let controls = sample.iter().filter(|&&b| b < 0x20 && !matches!(b, b'\t' | b'\n' | 0x0C | b'\r')).count();
    // Short texts are shown whatever they hold; a log with colour codes stays below one in sixteen.
    if sample.len() >= 512 && controls * 16 > sample.len() {
        return Err(DecodeError::Controls);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> Decoded {
        decode(bytes.to_vec()).unwrap()
    }

    #[test]
    fn utf8_comes_through_unaltered_and_its_mark_is_no_part_of_the_text() {
        assert_eq!(read("Größe\u{85}\u{2028} ".as_bytes()).text, "Größe\u{85}\u{2028} ");
        assert_eq!(read(b"\xEF\xBB\xBFGut").text, "Gut");
        assert_eq!(read(b"\xEF\xBB\xBF\xEF\xBB\xBFGut").text, "\u{FEFF}Gut");
        assert_eq!(read(b"").text, "");
    }

    #[test]
    fn every_line_end_becomes_lf_and_nothing_else_changes() {
        assert_eq!(read(b"a\r\nb\rc\n\r\r\nd\r").text, "a\nb\nc\n\n\nd\n");
        assert_eq!(read(b"\xFF\xFEa\0\r\0\n\0b\0\r\0").text, "a\nb\n");
    }

    #[test]
    fn utf16_is_told_by_its_mark_and_a_lone_surrogate_is_marked() {
        assert_eq!(
            read(b"\xFE\xFF\0K\0\xF6"),
            Decoded { text: "Kö".into(), encoding: Encoding::Utf16Be, replaced: false }
        );
        let lone = read(b"\xFF\xFE\x00\xD8a\0");
        assert_eq!(
            (lone.text.as_str(), lone.encoding, lone.replaced),
            ("\u{FFFD}a", Encoding::Utf16Le, true)
        );
        assert!(read(b"\xFF\xFEa\0b").replaced, "an odd byte at the end");
    }

    #[test]
    fn what_is_not_utf8_is_taken_for_windows_1252_and_never_gives_c1_controls() {
        let quote = read(b"K\xF6ln: \x84Ja\x93 \x96 5 \x80");
        assert_eq!((quote.text.as_str(), quote.encoding), ("Köln: „Ja“ – 5 €", Encoding::Windows1252));
        assert!(!quote.replaced);
        let hostile = read(b"A\x9b31mrot\x9d0;PWNED\x9cZ");
        assert_eq!(hostile.text, "A›31mrot\u{FFFD}0;PWNEDœZ");
        assert!(hostile.replaced);
    }

    #[test]
    fn damaged_utf8_stays_utf8() {
        let cut = read("Die Größe der Straße\u{201C}".as_bytes().split_last().unwrap().1);
        assert_eq!((cut.text.as_str(), cut.encoding), ("Die Größe der Straße\u{FFFD}", Encoding::Utf8));
        assert!(cut.replaced);
    }

    #[test]
    fn binary_is_refused_with_a_word_on_what_it_is() {
        let error = |bytes: &[u8]| decode(bytes.to_vec()).unwrap_err();
        assert_eq!(error(b"%PDF-1.7\n..."), DecodeError::Format("a PDF document"));
        assert_eq!(error(b"A\0B\0\nDer Minister bestritt das."), DecodeError::Nul { at: 1 });
        assert_eq!(error(b"D\0e\0r\0 \0"), DecodeError::Utf16WithoutMark);
        assert_eq!(error(b"\0D\0e\0r\0 "), DecodeError::Utf16WithoutMark);
        assert_eq!(error(b"\xFF\xFE\0\0D\0\0\0"), DecodeError::Utf32);
        assert_eq!(error(&[b"a\x01\x02\x03\x04".repeat(200)].concat()), DecodeError::Controls);
        assert_eq!(read(b"unschuldig\x08\x08\x08\x08\x08schuldig").text.len(), 23, "a short one is shown");
    }

    #[test]
    fn the_limit_is_named_with_the_size() {
        assert_eq!(DecodeError::check_size(MAX_ARTICLE_BYTES), Ok(()));
        let error = DecodeError::check_size(MAX_ARTICLE_BYTES + 1).unwrap_err();
        assert_eq!(error.to_string(), "too large: 65 MB, the limit is 64 MB");
    }
}
