//! From YAML to a [`Document`]: strict, and with a place for every complaint.

mod fields;
mod lines;
mod rules;

use super::error::{Caution, DocumentError, Fault, MAX_BYTES, Place, Warning};
use super::yaml::{Reader, shown};
use super::{Annotator, Document, Sentence};
use crate::text::ArticleId;

/// The format this version reads and writes.
pub const FORMAT: u64 = 1;

/// A document and what its file tells beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parsed {
    /// What the annotator says.
    pub document: Document,
    /// What a person should know about the file.
    pub warnings: Vec<Warning>,
    /// The format of the file where it is newer than [`FORMAT`]: such a file may be shown, never written.
    pub read_only: Option<u64>,
    /// Where each sentence stands in the file, in the order of [`Document::sentences`].
    pub places: Vec<SentencePlace>,
}

/// Where a sentence stands in its file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SentencePlace {
    /// Its first field.
    pub place: Place,
    /// The label of each of its tags.
    pub tags: Vec<Place>,
}

/// A sentence and where it stands in its file.
struct Read {
    sentence: Sentence,
    place: SentencePlace,
}

impl Document {
    /// Reads an annotation file. Which article and annotator it belongs to follows from its path.
    ///
    /// # Errors
    /// An unknown field, a wrong type, a duplicate key, an anchor or alias, a merge conflict marker, text after the
    /// end, overlapping sentences, a label twice on the same words, a tag outside its sentence, or more than
    /// [`MAX_BYTES`]. The error knows line and column.
    pub fn parse(yaml: &str, article: &ArticleId, annotator: &Annotator) -> Result<Parsed, DocumentError> {
        if yaml.len() > MAX_BYTES {
            return Err(DocumentError::new(Place::new(1, 1), Fault::TooLarge(yaml.len())));
        }
        let lines = lines::scan(yaml)?;
        let read_only = lines.format.filter(|format| *format > FORMAT);
        let mut reader = Reader::open(yaml, read_only.is_some())?;
        let mut top = fields::top(&mut reader)?;
        reader.close()?;
        rules::in_order(&mut top.sentences)?;

        let mut warnings = Vec::new();
        if let Some(format) = read_only {
            warnings.push(Warning::new(top.format_place, Caution::NewerFormat(format)));
        }
        if let Some((found, place)) = &top.article
            && found != article.as_str()
        {
            let caution =
                Caution::OtherArticle { expected: article.as_str().to_owned(), found: shown(found) };
            warnings.push(Warning::new(*place, caution));
        }
        if let Some((found, place)) = &top.annotator
            && found != annotator.as_str()
        {
            let caution =
                Caution::OtherAnnotator { expected: annotator.as_str().to_owned(), found: shown(found) };
            warnings.push(Warning::new(*place, caution));
        }
        if !lines.ended {
            warnings.push(Warning::new(Place::new(lines.count, 1), Caution::NoEndMarker));
        }
        let (sentences, places) = top.sentences.into_iter().map(|s| (s.sentence.into(), s.place)).unzip();
        let document = Document {
            article: article.clone(),
            text_sha256: top.text_sha256,
            annotator: annotator.clone(),
            lang: top.lang,
            segmenter: top.segmenter,
            units: top.units,
            split: top.split,
            join: top.join,
            sentences,
        };
        Ok(Parsed { document, warnings, read_only, places })
    }
}

#[cfg(test)]
mod tests;
