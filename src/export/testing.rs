//! Exports for tests, in few words.

use std::{
    collections::BTreeMap,
    io::{self, Write},
    sync::Arc,
};

use super::{Exported, Format, Options, Rows, Sink, Voice, Writer};
use crate::{
    annotation::{Annotator, Document, Label, LabelSet, Sentence, Tag},
    locale::Lang,
    review::{
        ArticleHead, Context, Filter, Row,
        rows::{readings, rows},
    },
    text::{Article, ArticleId, Span, decode::Decoded, position},
};

/// Options for everything that anybody tagged.
pub(super) fn options(format: Format) -> Options {
    Options {
        format,
        rows: Rows::Sentence,
        voice: Voice::All,
        filter: Filter::default(),
        excel: false,
        raw: false,
        lang: Lang::En,
        labels: LabelSet::default(),
        people: BTreeMap::new(),
        context: Context::default(),
    }
}

/// What `annotator` says about sentences of `text`, each its words and its labels, in the order of the text.
pub(super) fn said(text: &str, annotator: &str, sentences: &[(&str, &[&str])]) -> Document {
    let mut document = Document::new(ArticleId::new("ort/stück.txt"), Annotator::new(annotator).unwrap());
    for (words, labels) in sentences {
        let start = position(text[..text.find(words).unwrap()].chars().count());
        let span = Span::new(start, start + position(words.chars().count()));
        let mut sentence = Sentence::untouched(span, *words);
        sentence.read = true;
        sentence.tags = labels.iter().map(|label| Tag::new(Label::new(*label))).collect();
        document.sentences.push(Arc::new(sentence));
    }
    document
}

/// The files of an export of one article, each with its name; without one where the format is a single file.
pub(super) fn export<W: Writer>(
    options: &Options,
    text: &str,
    documents: &[Document],
) -> Vec<(String, Vec<u8>)> {
    let decoded = Decoded { text: text.to_owned(), ..Decoded::default() };
    let article = Article::new(ArticleId::new("ort/stück.txt"), decoded);
    let head = ArticleHead { id: article.id.clone(), front: article.front.clone(), unreadable: None };
    let head = Arc::new(head);
    let all: Vec<Row> = rows(&head, documents.iter().flat_map(|one| readings(&article, one)).collect());
    let chosen = options.voice.chosen(&all);
    let exported = Exported::new(&head, Some(&article), &[], &chosen, options);
    let mut files = Files(Vec::new());
    let mut writer = W::begin(options, &mut files).unwrap();
    writer.put(W::part(options, &exported), &mut files).unwrap();
    writer.finish(&mut files).unwrap();
    files.0
}

/// Keeps files in memory.
struct Files(Vec<(String, Vec<u8>)>);

impl Write for Files {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.0.is_empty() {
            self.0.push(Default::default());
        }
        self.0.last_mut().unwrap().1.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Sink for Files {
    fn file(&mut self, name: &str) -> io::Result<()> {
        self.0.push((name.to_owned(), Vec::new()));
        Ok(())
    }
}
