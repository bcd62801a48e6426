//! Bytes to text.

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
