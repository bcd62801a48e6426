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
            let folder = layer.annotator.filter(|_| options.voice.is_several());
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::{
        Format,
        testing::{export, options, said},
    };

    const TEXT: &str = "🚢 Neu\n\nDie Werft\nzahlte 14 Millionen. Der Rat bestritt das.\n";

    fn file(files: &[(String, Vec<u8>)], name: &str) -> String {
        let (_, bytes) = files.iter().find(|(at, _)| at == name).unwrap();
        String::from_utf8(bytes.clone()).unwrap()
    }

    #[test]
    fn a_sentence_is_a_span_with_its_labels_as_attributes_and_never_goes_over_a_line_end() {
        let mut document = said(
            TEXT,
            "ab",
            &[
                ("Die Werft\nzahlte 14 Millionen.", &["claim"]),
                ("Der Rat bestritt das.", &["denial", "Größe_1"]),
            ],
        );
        let sentence = Arc::make_mut(&mut document.sentences[1]);
        sentence.note = Some("zwei\nZeilen".to_owned());
        sentence.not = vec![Label::new("claim")];
        let tag = &mut sentence.tags[0];
        tag.source = vec!["Der Rat".to_owned()];
        let start = sentence.span.start;
        tag.source_at = vec![crate::text::Span::new(start, start + 7)];
        tag.part = Some(crate::text::Span::new(start + 8, start + 16));
        let files = export::<Brat>(&options(Format::Brat), TEXT, &[document]);
        assert_eq!(file(&files, "ab/ort/stück.txt"), TEXT);
        let expected = "T1\tSentence 7 16;17 37\tDie Werft zahlte 14 Millionen.\n\
            T2\tSource 38 45\tDer Rat\n\
            T3\tSentence 38 59\tDer Rat bestritt das.\n\
            T4\tPart 46 54\tbestritt\n\
            A1\tRead T1\n\
            A2\tclaim T1\n\
            A3\tRead T3\n\
            A4\tNot-claim T3\n\
            #1\tAnnotatorNotes T3\tzwei Zeilen\n\
            #2\tNote T3\t\"zwei\\nZeilen\"\n\
            A5\tdenial T4\n\
            R1\tSource-denial Arg1:T4 Arg2:T2\n\
            #3\tdenial T4\t{\"source\":[\"Der Rat\"]}\n\
            A6\t_47r_C3_B6_C3_9Fe_5F1 T3\n";
        assert_eq!(file(&files, "ab/ort/stück.ann"), expected);
        let config = file(&files, "annotation.conf");
        assert!(config.starts_with("# factdesk 1") && config.contains("\n# annotators: by folder\n"));
        assert!(
            config.contains("\n_47r_C3_B6_C3_9Fe_5F1\tArg:Sentence|Part\n"),
            "labels that nobody defined too"
        );
    }

    #[test]
    fn what_no_longer_stands_as_it_was_says_so() {
        let text = "Der Rat bestritt am Abend in der Sitzung jede Absprache mit der Werft.\n";
        let saved = said(text, "ab", &[(text.trim_end(), &["denial"])]);
        let now = text.replace("Abend", "Montag");
        let files = export::<Brat>(&options(Format::Brat), &now, &[saved]);
        assert!(file(&files, "ab/ort/stück.ann").contains("\tAnchor T1 edited\n"));
    }
}
