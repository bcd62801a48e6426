//! W3C Web Annotation as JSON-LD: a collection of one page, with an annotation for each tag, and one for what else an
//! annotator says about a sentence.
//!
//! An annotation's target is the words that the tag covers, by the words themselves with 32 code points around them and by
//! their position in code points of the whole decoded text. What the model has no word for stands under `fd:`, which
//! the file's own context explains. Sentences without a place are left out.
//!
//! See <https://www.w3.org/TR/annotation-model/>.

mod about;
mod iri;
mod model;

use std::io;

use sha2::{Digest, Sha256};

use super::{Exported, Options, Sink, Writer};
use about::About;
use iri::Uuid;
use model::Annotation;

pub(crate) use iri::{ANNOTATOR_IRI, ARTICLE_IRI};

/// What stands before the annotations. The second context explains what the first, which is the model's, does not.
const HEAD: &str = concat!(
    r#"{"@context":["http://www.w3.org/ns/anno.jsonld",{"fd":"urn:factdesk:vocab:","#,
    r#""fd:source":{"@container":"@list"},"fd:claims":{"@container":"@list"},"#,
    r#""fd:not":{"@container":"@list"},"fd:saw":{"@container":"@list"}}],"#,
    "\n",
    r#""type":"AnnotationCollection","generator":{"type":"Software","name":"factdesk"},"#,
    "\n",
    r#""first":{"type":"AnnotationPage","startIndex":0,"items":["#,
);

/// Writes it.
pub(super) struct WebAnnotation {
    /// How many annotations there were so far.
    total: usize,
    /// Sums up their ids, which make the id of the collection.
    ids: Sha256,
}

/// The annotations of one article.
pub(super) struct Part {
    /// The annotations, a comma before each.
    json: String,
    total: usize,
    ids: Sha256,
}

impl Writer for WebAnnotation {
    type Part = Part;

    fn begin(_: &Options, out: &mut dyn Sink) -> io::Result<Self> {
        out.write_all(HEAD.as_bytes())?;
        Ok(Self { total: 0, ids: Sha256::new() })
    }

    fn part(options: &Options, article: &Exported<'_>) -> Part {
        let mut part = Part { json: String::new(), total: 0, ids: Sha256::new() };
        let Some(about) = About::new(options, article) else { return part };
        for entry in &article.entries {
            let tags = entry.tags.iter().filter_map(|tag| about.tag(tag));
            tags.for_each(|annotation| part.add(&annotation));
            let readings = entry.readings.iter().filter_map(|reading| about.sentence(reading));
            readings.for_each(|annotation| part.add(&annotation));
        }
        part
    }

    fn put(&mut self, part: Part, out: &mut dyn Sink) -> io::Result<()> {
        let json = if self.total == 0 { part.json.trim_start_matches(',') } else { &part.json };
        self.total += part.total;
        self.ids.update(part.ids.finalize());
        out.write_all(json.as_bytes())
    }

    fn finish(self, out: &mut dyn Sink) -> io::Result<()> {
        let ids = self.ids.finalize();
        let [id, page] = ["collection", "page"].map(|what| Uuid::new([what.as_bytes(), &ids]));
        write!(out, "\n],\"id\":\"{page}\"}},\n\"total\":{},\"id\":\"{id}\"}}\n", self.total)
    }
}

impl Part {
    fn add(&mut self, annotation: &Annotation<'_>) {
        // Nothing in an annotation fails to be written.
        let Ok(json) = serde_json::to_string(annotation) else { return };
        self.json.push_str(",\n");
        // So that no text ends the script element in which a page may carry annotations.
        self.json.push_str(&json.replace('<', "\\u003c"));
        self.ids.update(annotation.id.as_bytes());
        self.total += 1;
    }
}

#[cfg(test)]
mod tests;
