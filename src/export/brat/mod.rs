//! brat standoff: a text, the spans in it, and what is said about them, in files of their own.
//!
//! A sentence is a span `Sentence`; its labels are attributes of it. A label on a part is an attribute of a span `Part`.
//! The words of a source and a cue are spans too, and relations `Source-LABEL` and `Cue-LABEL` lead to them. What brat has
//! no place for is in notes: one line of JSON for a tag, `AnnotatorNotes` for what was noted.
//! Where annotators speak for themselves, each has a folder, as brat compares collections.
//!
//! The format: <https://brat.nlplab.org/standoff.html>, and what brat's `server/src/annotation.py` accepts.

mod config;
mod name;
mod standoff;

use std::{collections::BTreeSet, io, sync::Arc};

use name::document_name;
pub use name::{article_of, decoded};
pub use standoff::one_line;

use super::{Exported, Options, Sink, Writer, layer};
use crate::annotation::Label;

/// Writes it.
pub(super) struct Brat {
    labels: BTreeSet<Label>,
    config: config::Config,
}

/// The documents of an article.
pub(super) struct Part {
    /// The labels in them.
    labels: BTreeSet<Label>,
    documents: Vec<Document>,
}

/// A text and its spans.
struct Document {
    /// The path of its files, without what they end with.
    name: String,
    text: Arc<str>,
    standoff: String,
}

impl Writer for Brat {
    type Part = Part;

    fn begin(options: &Options, _: &mut dyn Sink) -> io::Result<Self> {
        Ok(Self { labels: BTreeSet::new(), config: config::Config::new(options) })
    }

    fn part(options: &Options, article: &Exported<'_>) -> Part {
        let mut part = Part { labels: BTreeSet::new(), documents: Vec::new() };
        let Some((index, text)) = article.index().zip(article.article) else { return part };
        let name = document_name(article.head.id.as_str());
        for layer in layer::layers(article, &options.voice) {
            let folder = layer.annotator.filter(|_| layer::is_several(&options.voice));
            part.documents.push(Document {
                name: folder.map(|folder| format!("{folder}/")).unwrap_or_default() + &name,
                text: Arc::clone(&text.text),
                standoff: standoff::standoff(&index, &layer),
            });
            let tags = layer.sentences.iter().flat_map(|said| &said.tags);
            part.labels.extend(tags.map(|tag| tag.tag.label.clone()));
            let not = layer.sentences.iter().flat_map(|said| &said.facts.not);
            part.labels.extend(not.map(|name| Label::new(name.as_str())));
        }
        part
    }

    fn put(&mut self, part: Part, out: &mut dyn Sink) -> io::Result<()> {
        self.labels.extend(part.labels);
        for Document { name, text, standoff } in part.documents {
            out.file(&format!("{name}.txt"))?;
            out.write_all(text.as_bytes())?;
            out.file(&format!("{name}.ann"))?;
            out.write_all(standoff.as_bytes())?;
        }
        Ok(())
    }

    fn finish(self, out: &mut dyn Sink) -> io::Result<()> {
        out.file("annotation.conf")?;
        out.write_all(self.config.annotation(&self.labels).as_bytes())?;
        out.file("visual.conf")?;
        out.write_all(self.config.visual(&self.labels).as_bytes())
    }
}
