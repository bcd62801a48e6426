//! What was tagged, in the form its next reader needs: one file per format, pure.
//!
//! An export goes article by article. [`Voice`] picks what is said of each sentence, the filter which sentences are
//! meant, and what is left is an [`Exported`] with its [`Entry`]s. A [`Writer`] makes the part of each article on its own,
//! on any core, and puts the parts one behind the other into a [`Sink`]. The same input gives the same bytes.
//!
//! # One format more
//!
//! A variant of [`Format`], and a file beside this one with its [`Writer`], named in [`Format::with_writer`]; the compiler
//! asks for the rest. The command, its help, the dialog and its preview follow. A writer gets what voice and filter left
//! of an article and looks at nothing else. What it begins with depends on what the format is made of:
//!
//! | made of | begin with | as in |
//! |---|---|---|
//! | rows with columns | [`cells::Table`] | `csv.rs`, `xlsx/` |
//! | an object for each sentence or tag | [`record`] | `jsonl.rs` |
//! | spans over a text, a layer for each person | `layer::layers` | `doccano.rs`, `brat/`, `labelstudio/` |
//! | annotations with named values | `fields` | `uima/`, `conllu/` |
//! | the text as it is read, with notes | `copy::Copy` | `markdown/`, `plain.rs` |
//! | the text in sentences | [`Exported::passages`] | `html/`, `conllu/` |
//!
//! Positions are code points of the whole text; [`Utf16`](crate::text::Utf16) turns them into what JavaScript and Java
//! count, [`Exported::index`] into bytes and words. `visible` shows what a format cannot hold, `json` writes JSON that does
//! nothing to a terminal, `say` has words that reports share. Where a sentence no longer stands as it was saved, that
//! ([`Entry::anchor`]) leaves with it. `testing` makes the files of an export in one call.
//!
//! Then: a recipe and what is lost in `docs/formats.md`; a check by the program that reads it in `tests/consumers/checks/`;
//! where it can come back, a reader in [`import::annotations`](crate::import::annotations) and a line in
//! `tests/properties/round_trips/`.

pub mod brat;
pub mod cells;
mod conllu;
mod copy;
mod counts;
pub mod csv;
mod doccano;
mod entry;
mod exported;
mod fields;
mod format;
mod html;
mod hue;
pub mod json;
mod jsonl;
mod labelstudio;
mod layer;
mod markdown;
mod options;
mod plain;
pub mod record;
mod sample;
mod say;
#[cfg(test)]
mod testing;
mod uima;
mod visible;
mod voice;
mod webannotation;
mod xlsx;

use std::io::{self, Write};

pub use counts::ExportCounts;
pub use entry::{Entry, EntryTag};
pub use exported::{Exported, Passage};
pub use format::Format;
pub use layer::{SentenceFacts, TagDetail};
pub use options::{Options, Rows};
pub use sample::{Sample, SampleRow};
pub use voice::{Consensus, Voice};
pub(crate) use webannotation::{ANNOTATOR_IRI, ARTICLE_IRI};
pub use xlsx::is_caught;

/// Where an export goes: a stream, or for some formats several files.
pub trait Sink: Write {
    /// From now on everything goes into a new file of this name, a path below the export's folder with `/`. Formats
    /// of one file never ask for it.
    ///
    /// # Errors
    /// What the disk says.
    fn file(&mut self, name: &str) -> io::Result<()>;
}

/// Writes one format.
pub trait Writer: Sized {
    /// What an article comes to before it meets the others.
    type Part: Send;

    /// Begins an export.
    ///
    /// # Errors
    /// What `out` says, and what cannot be said in the format.
    fn begin(options: &Options, out: &mut dyn Sink) -> io::Result<Self>;

    /// What `article` comes to. Is called on many threads at once, in any order.
    fn part(options: &Options, article: &Exported<'_>) -> Self::Part;

    /// Puts the part of an article behind those before it.
    ///
    /// # Errors
    /// What `out` says, and what cannot be said in the format.
    fn put(&mut self, part: Self::Part, out: &mut dyn Sink) -> io::Result<()>;

    /// Ends the export.
    ///
    /// # Errors
    /// What `out` says, and what cannot be said in the format.
    fn finish(self, out: &mut dyn Sink) -> io::Result<()>;
}

/// Something to be done with the writer of a format.
pub trait Job {
    /// What it gives.
    type Output;

    /// Does it.
    fn run<W: Writer>(self) -> Self::Output;
}

impl Format {
    /// Does `job` with the writer of this format.
    pub fn with_writer<J: Job>(self, job: J) -> J::Output {
        match self {
            Self::Xlsx => job.run::<xlsx::Xlsx>(),
            Self::Csv | Self::Tsv => job.run::<csv::Csv>(),
            Self::Jsonl => job.run::<jsonl::Jsonl>(),
            Self::Markdown => job.run::<markdown::Markdown>(),
            Self::Text => job.run::<plain::Plain>(),
            Self::Html => job.run::<html::Html>(),
            Self::WebAnnotation => job.run::<webannotation::WebAnnotation>(),
            Self::Brat => job.run::<brat::Brat>(),
            Self::Doccano => job.run::<doccano::Doccano>(),
            Self::LabelStudio => job.run::<labelstudio::LabelStudio>(),
            Self::Conllu => job.run::<conllu::Conllu>(),
            Self::Uima => job.run::<uima::Uima>(),
        }
    }
}
