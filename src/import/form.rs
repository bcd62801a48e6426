//! The forms in which an article comes, and who reads each.

use memchr::memmem;

use super::{Draft, FormError, docx, eml, html};
use crate::text::decode::{Decoded, decode};

/// How far from the start a file is looked at to tell its form, in bytes.
const LOOKED_AT: usize = 4 * 1024;

/// The form in which an article comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Plain text, taken as it is.
    Text,
    /// Markdown, taken as it is.
    Markdown,
    /// A web page, as a browser saves it or a program fetches it.
    Html,
    /// A document of Word or of what writes its format.
    Docx,
    /// A mail, or a web page that a browser saved as one (`.mht`).
    Eml,
}

impl Form {
    /// The form of a file: what its first bytes are like no other form's, else what its name ends with, else text.
    pub fn of(bytes: &[u8], name: &str) -> Self {
        let start = &bytes[..bytes.len().min(LOOKED_AT)];
        if start.starts_with(b"PK\x03\x04") {
            return Self::Docx;
        }
        if is_page(start) {
            return Self::Html;
        }
        let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
        match ending.as_str() {
            "md" | "markdown" => Self::Markdown,
            "html" | "htm" | "xhtml" | "shtml" => Self::Html,
            "eml" | "mht" | "mhtml" => Self::Eml,
            _ if is_mail(start) => Self::Eml,
            _ => Self::Text,
        }
    }

    /// The ending of the article's name below `corpus/`, without the dot.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Markdown => "md",
            Self::Text | Self::Html | Self::Docx | Self::Eml => "txt",
        }
    }

    /// Its name for people.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Markdown => "Markdown",
            Self::Html => "a web page",
            Self::Docx => "a Word document",
            Self::Eml => "a mail",
        }
    }
}

/// Reads a file of the form.
///
/// # Errors
/// [`FormError`] where the bytes are not of that form, or hold no article.
pub fn read(bytes: Vec<u8>, form: Form) -> Result<Draft, FormError> {
    let mut draft = match form {
        Form::Text | Form::Markdown => {
            let Decoded { text, encoding, .. } = decode(bytes)?;
            Draft { text, encoding, ..Draft::default() }
        }
        Form::Html => html::read(bytes)?,
        Form::Docx => docx::read(&bytes)?,
        Form::Eml => eml::read(&bytes)?,
    };
    if !matches!(form, Form::Text | Form::Markdown) {
        // What was unpacked has to be text as much as what came unpacked.
        draft.text = decode(draft.text.into_bytes())?.text;
    }
    if draft.text.trim().is_empty() { Err(FormError::Empty) } else { Ok(draft) }
}

/// Does it begin as only a web page does: with the document type or the root element, comments before them or not?
fn is_page(start: &[u8]) -> bool {
    let start = start.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(start);
    let mut rest = start.trim_ascii_start();
    loop {
        let end = match rest {
            [b'<', b'!', b'-', b'-', ..] => memmem::find(rest, b"-->").map(|at| at + 3),
            [b'<', b'?', ..] => memmem::find(rest, b"?>").map(|at| at + 2),
            _ => break,
        };
        let Some(end) = end else { return false };
        rest = rest[end..].trim_ascii_start();
    }
    ["<!doctype html", "<html", "<head", "<body"].iter().any(|tag| {
        let (first, after) = rest.split_at(rest.len().min(tag.len()));
        let ends = after.first().is_some_and(|&next| next == b'>' || next.is_ascii_whitespace());
        first.eq_ignore_ascii_case(tag.as_bytes()) && ends
    })
}

/// Does it begin with the header of a mail? A memo may begin with `From:` and `Subject:`, but has none of what machines
/// add underway.
fn is_mail(start: &[u8]) -> bool {
    const BY_MACHINES: [&str; 5] = ["mime-version", "message-id", "received", "return-path", "content-type"];
    let mut names = Vec::new();
    for line in start.split(|&byte| byte == b'\n') {
        match line {
            [b' ' | b'\t', _, ..] if !names.is_empty() => {}
            [] | [b'\r'] => break,
            _ => match memchr::memchr(b':', line) {
                Some(colon) if line[..colon].iter().all(|b| b.is_ascii_alphanumeric() || *b == b'-') => {
                    names.push(line[..colon].to_ascii_lowercase());
                }
                // The last line looked at may be cut off.
                _ if line.len() == start.len() => return false,
                _ => break,
            },
        }
    }
    let has = |name: &str| names.iter().any(|found| found == name.as_bytes());
    BY_MACHINES.iter().any(|name| has(name)) && (has("from") || has("subject"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_file_holds_counts_before_its_name() {
        for page in [
            "<!DOCTYPE html><p>x",
            "\u{FEFF}\n <!-- saved from url=(0019)https://bote.example -->\n<html lang=de>",
            "<?xml version='1.0'?>\n<!doctype html >",
            "<BODY>x",
        ] {
            assert_eq!(Form::of(page.as_bytes(), "page.txt"), Form::Html, "{page}");
        }
        assert_eq!(Form::of(b"PK\x03\x04...", "report"), Form::Docx);
        let mail = b"Received: from a\r\n by b\r\nFrom: A <a@b.example>\r\nSubject: x\r\n\r\nText";
        assert_eq!(Form::of(mail, "mail"), Form::Eml);
    }

    #[test]
    fn what_looks_like_text_goes_by_its_name() {
        assert_eq!(Form::of(b"# A heading", "a.MD"), Form::Markdown);
        assert_eq!(Form::of(b"<p>A page without head", "a.htm"), Form::Html);
        assert_eq!(Form::of(b"Subject: x\n\ny", "a.eml"), Form::Eml);
        for text in
            ["<headline> is a tag", "From: A\nSubject: B\n\nA memo.", "<!-- open", "Received: a\n\nb", "a: b"]
        {
            assert_eq!(Form::of(text.as_bytes(), "a.txt"), Form::Text, "{text}");
        }
    }
}
