//! UIMA CAS XMI, as `INCEpTION` and `DKPro` read it: a file for each article and one with the type system.
//!
//! The CAS is that of the UIMA specification's XMI serialisation (OASIS, 2009): the text is an attribute of the `Sofa`,
//! positions are UTF-16 code units. Sentences and metadata are the types of `DKPro` Core; what is said about a sentence is a
//! custom span layer of `INCEpTION`, one annotation for each tag, several on one span.

mod types;
mod xmi;

use std::io;

use self::types::type_system;
use super::{Exported, Options, Sink, Writer};

/// Writes it.
pub(super) struct Uima;

impl Writer for Uima {
    /// The name of its file and what is in it.
    type Part = Option<(String, String)>;

    fn begin(_: &Options, out: &mut dyn Sink) -> io::Result<Self> {
        out.file("TypeSystem.xml")?;
        out.write_all(type_system().as_bytes())?;
        Ok(Self)
    }

    fn part(_: &Options, article: &Exported<'_>) -> Self::Part {
        Some((format!("{}.xmi", article.head.id), xmi::document(article)?))
    }

    fn put(&mut self, part: Self::Part, out: &mut dyn Sink) -> io::Result<()> {
        let Some((name, document)) = part else { return Ok(()) };
        out.file(&name)?;
        out.write_all(document.as_bytes())
    }

    fn finish(self, _: &mut dyn Sink) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests;
