//! The archive that a document is: its parts, unpacked with care.

use std::{
    borrow::Cow,
    io::{Cursor, Read},
};

use memchr::memmem;
use zip::{ZipArchive, result::ZipError};

use crate::{
    import::FormError,
    text::decode::{MAX_ARTICLE_BYTES, decode},
};

/// How many entries an archive may have. A document has some dozens, and one for each picture.
const MOST_ENTRIES: usize = 10_000;

/// An archive.
pub(super) struct Parts<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// How much may still be unpacked, in bytes.
    left: u64,
}

impl<'a> Parts<'a> {
    /// Opens an archive. At most 64 MB will be unpacked from it.
    ///
    /// # Errors
    /// [`FormError::Docx`] where it is none, or has more than 10,000 entries.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, FormError> {
        // Counted before they are read, which takes memory for each.
        if memmem::find_iter(bytes, b"PK\x01\x02").nth(MOST_ENTRIES).is_some() {
            return Err(FormError::Docx(format!("it is an archive of more than {MOST_ENTRIES} files")));
        }
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(&error))?;
        Ok(Self { archive, left: MAX_ARTICLE_BYTES })
    }

    /// The main part; its name may carry a number.
    ///
    /// # Errors
    /// [`FormError::Docx`] where there is none, as in archives that are no documents of Word.
    pub(super) fn document(&mut self) -> Result<String, FormError> {
        let is_document = |name: &str| {
            let number = name.strip_prefix("word/document").and_then(|rest| rest.strip_suffix(".xml"));
            number.is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()))
        };
        let names = self.archive.file_names().flatten();
        let name = names.filter(|name| is_document(name)).min().map(Cow::into_owned);
        let document = name.map(|name| self.text(&name)).transpose()?.flatten();
        document.ok_or_else(|| FormError::Docx("it is an archive without word/document.xml".to_owned()))
    }

    /// A part as text; `None` where there is no such part.
    ///
    /// # Errors
    /// [`FormError::Docx`] where it is damaged, encrypted, or too large.
    pub(super) fn text(&mut self, name: &str) -> Result<Option<String>, FormError> {
        let part = match self.archive.by_name(name) {
            Ok(part) => part,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(error) => return Err(damaged(&error)),
        };
        let mut bytes = Vec::new();
        let read = part.take(self.left + 1).read_to_end(&mut bytes);
        read.map_err(|error| FormError::Docx(format!("{name} is damaged ({error})")))?;
        self.left = self
            .left
            .checked_sub(bytes.len() as u64)
            .ok_or_else(|| FormError::Docx("it unpacks to more than 64 MB".to_owned()))?;
        Ok(Some(decode(bytes)?.text))
    }
}

fn damaged(error: &ZipError) -> FormError {
    FormError::Docx(format!("the archive is damaged or locked ({error})"))
}
