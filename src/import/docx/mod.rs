//! A document of Word, or of what writes its format (ISO/IEC 29500): paragraphs, tables and notes as plain text.
//!
//! Tracked changes are taken as accepted. Comments, headers, footers and hidden text are no part of the text. Numbers of
//! notes stand in brackets, `[1]`, and the notes at the end.

mod body;
mod parts;
mod properties;

use super::{
    Draft, FormError,
    draft::{day, one_line},
};
use crate::text::FrontMatter;
use body::Body;
use parts::Parts;

/// Reads a document.
///
/// # Errors
/// [`FormError::Docx`] where the bytes are another archive, damaged, or unpack to more than 64 MB.
pub(super) fn read(bytes: &[u8]) -> Result<Draft, FormError> {
    let mut parts = Parts::open(bytes)?;
    let document = parts.document()?;
    let mut body = Body::default();
    body.read(&document).map_err(|error| damaged("word/document.xml", &error))?;
    for name in ["word/footnotes.xml", "word/endnotes.xml"] {
        if let Some(xml) = parts.text(name)? {
            body.read_notes(&xml).map_err(|error| damaged(name, &error))?;
        }
    }
    let core = parts.text("docProps/core.xml")?.unwrap_or_default();
    let core = properties::read(&core).map_err(|error| damaged("docProps/core.xml", &error))?;
    let notices = if body.was_changed() {
        vec!["has tracked changes: taken as if all were accepted".to_owned()]
    } else {
        Vec::new()
    };
    let front = FrontMatter {
        title: body.title().and_then(one_line).or_else(|| one_line(&core.title)),
        author: one_line(&core.creator),
        date: day(&core.created),
        ..FrontMatter::default()
    };
    Ok(Draft { front, text: body.finish(), notices, ..Draft::default() })
}

fn damaged(part: &str, error: &quick_xml::Error) -> FormError {
    FormError::Docx(format!("{part} is damaged ({error})"))
}

#[cfg(test)]
mod tests;
