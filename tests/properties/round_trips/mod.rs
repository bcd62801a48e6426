//! What leaves in a format that comes in again comes in as it was: positions, words, labels, and what else the format
//! holds. Each test says what it compares.

mod given;

use std::{
    collections::BTreeMap,
    io::{self, Write},
    sync::Arc,
};

use factdesk::{
    annotation::{Annotator, Document, LabelSet, Sentence},
    export::{Exported, Format, Job, Options, Rows, Sink, Voice, Writer},
    import::annotations::{Finder, Form, LabelMap, Rules, SourceFile, Told, fit, read},
    locale::Lang,
    review::{
        ArticleHead, Context, Filter, Row,
        rows::{readings, rows},
    },
    text::Article,
};
use proptest::prelude::*;

use crate::annotation::hostile_text;
use given::{Given, given};

/// An export in memory, by the names of its files.
#[derive(Default)]
struct Files(Vec<SourceFile>);

impl Write for Files {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.0.is_empty() {
            self.file("export")?;
        }
        self.0.last_mut().unwrap().bytes.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Sink for Files {
    fn file(&mut self, name: &str) -> io::Result<()> {
        self.0.push(SourceFile { name: name.to_owned(), bytes: Vec::new() });
        Ok(())
    }
}

/// How something leaves.
#[derive(Clone, Copy, Debug)]
struct How {
    format: Format,
    rows: Rows,
    excel: bool,
    raw: bool,
}

impl How {
    fn plain(format: Format) -> Self {
        Self { format, rows: Rows::Sentence, excel: false, raw: false }
    }
}

struct Export<'a> {
    options: &'a Options,
    exported: &'a Exported<'a>,
}

impl Job for Export<'_> {
    type Output = Vec<SourceFile>;

    fn run<W: Writer>(self) -> Vec<SourceFile> {
        let mut files = Files::default();
        let mut writer = W::begin(self.options, &mut files).unwrap();
        writer.put(W::part(self.options, self.exported), &mut files).unwrap();
        writer.finish(&mut files).unwrap();
        files.0
    }
}

/// The files that `documents`, all about one article, leave in.
fn exported(article: &Article, documents: &[Document], how: How) -> Vec<SourceFile> {
    let options = Options {
        format: how.format,
        rows: how.rows,
        voice: Voice::All,
        filter: Filter::default().with_read(),
        excel: how.excel,
        raw: how.raw,
        lang: Lang::En,
        labels: LabelSet::default(),
        people: BTreeMap::new(),
        context: Context::default(),
    };
    let head = ArticleHead { id: article.id.clone(), front: article.front.clone(), unreadable: None };
    let said = documents.iter().flat_map(|document| readings(article, document)).collect();
    let all: Vec<Row> = rows(&Arc::new(head.clone()), said);
    let chosen = options.voice.chosen(&all);
    let exported = Exported::new(&head, Some(article), &[], &chosen, &options);
    options.format.with_writer(Export { options: &options, exported: &exported })
}

/// What comes in of `files` into empty documents of their annotators, which has to be all of it.
fn imported(
    article: &Article,
    files: &[SourceFile],
    form: Form,
    raw: bool,
) -> Result<BTreeMap<Annotator, Document>, TestCaseError> {
    let labels = LabelSet::default();
    let map = LabelMap::new([], &labels).unwrap();
    let rules = Rules { labels: &map, now: "2026-11-22T10:00:00Z".parse().unwrap() };
    let finder = Finder::new([article.id.clone()]);
    let mut documents: BTreeMap<Annotator, Document> = BTreeMap::new();
    let all = read(form, files, raw).map_err(|error| TestCaseError::fail(error.to_string()))?;
    // Doing it again changes nothing.
    for _ in 0..2 {
        let before = documents.clone();
        for foreign in &all {
            prop_assert_eq!(finder.find(foreign), Ok(article.id.clone()));
            let annotator = foreign.annotator.as_deref().and_then(Annotator::new).unwrap();
            let empty = || Document::new(article.id.clone(), annotator.clone());
            let document = documents.entry(annotator.clone()).or_insert_with(empty);
            let mut told = Told::default();
            fit([foreign], article, document, &rules, &mut told);
            prop_assert!(
                told.misfits.is_empty() && told.moved.is_empty() && told.unchecked == 0,
                "{:#?}",
                told
            );
        }
        prop_assert!(before.is_empty() || before == documents);
    }
    Ok(documents)
}

/// Compares what was said with what came back.
fn same(given: &Given, form: Form, how: How, compared: Compared) -> Result<(), TestCaseError> {
    let article = given.article();
    let files = exported(&article, &given.documents, how);
    let shown: Vec<_> = files.iter().map(|file| String::from_utf8_lossy(&file.bytes)).collect();
    let shown = shown.join("\n");
    let back = imported(&article, &files, form, how.raw)
        .map_err(|error| TestCaseError::fail(format!("{error}\n{shown}")))?;
    for document in &given.documents {
        let back = back.get(&document.annotator).map(|back| compared.of(back)).unwrap_or_default();
        prop_assert_eq!(back, compared.of(document), "{}: {}", document.annotator, shown);
    }
    Ok(())
}

/// What is compared of sentences.
#[derive(Clone, Copy, Debug)]
enum Compared {
    /// All of all.
    All,
    /// All of those that are tagged.
    Tagged,
    /// All but what was on the screen at first, and when they last changed.
    ButForWhen,
}

impl Compared {
    fn of(self, document: &Document) -> Vec<Sentence> {
        let mut sentences: Vec<Sentence> =
            document.sentences.iter().map(|sentence| (**sentence).clone()).collect();
        match self {
            Self::All => {}
            Self::Tagged => sentences.retain(|sentence| !sentence.tags.is_empty()),
            Self::ButForWhen => {
                for sentence in &mut sentences {
                    (sentence.saw, sentence.at) = (Vec::new(), None);
                }
            }
        }
        sentences
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn json_lines_of_sentences_hold_everything(given in given()) {
        same(&given, Form::Jsonl, How::plain(Format::Jsonl), Compared::All)?;
    }

    #[test]
    fn json_lines_of_tags_hold_every_tagged_sentence(given in given()) {
        same(&given, Form::Jsonl, How { rows: Rows::Tag, ..How::plain(Format::Jsonl) }, Compared::Tagged)?;
    }

    #[test]
    fn tables_of_sentences_hold_everything(given in given(), excel in any::<bool>(), raw in any::<bool>()) {
        same(&given, Form::Csv, How { excel, raw, ..How::plain(Format::Csv) }, Compared::All)?;
        same(&given, Form::Csv, How { raw, ..How::plain(Format::Tsv) }, Compared::All)?;
    }

    #[test]
    fn tables_of_tags_hold_every_tagged_sentence(given in given(), excel in any::<bool>(), raw in any::<bool>()) {
        same(&given, Form::Csv, How { excel, raw, rows: Rows::Tag, ..How::plain(Format::Csv) }, Compared::Tagged)?;
    }

    #[test]
    fn web_annotations_hold_everything(given in given()) {
        same(&given, Form::WebAnnotation, How::plain(Format::WebAnnotation), Compared::All)?;
    }

    #[test]
    fn brat_holds_everything_but_when_it_was_said(given in given()) {
        same(&given, Form::Brat, How::plain(Format::Brat), Compared::ButForWhen)?;
    }

    #[test]
    fn doccano_holds_everything_but_when_it_was_said(given in given()) {
        same(&given, Form::Doccano, How::plain(Format::Doccano), Compared::ButForWhen)?;
    }

    #[test]
    fn label_studio_holds_everything_but_when_it_was_said(given in given()) {
        same(&given, Form::LabelStudio, How::plain(Format::LabelStudio), Compared::ButForWhen)?;
    }

    #[test]
    fn damaged_files_are_told_and_never_panic(
        given in given(),
        which in 0_usize..6,
        cut in any::<prop::sample::Index>(),
        put in hostile_text(),
        number in prop::sample::select(&["", "-1", "99999999999999999999", "4294967295", "0"][..]),
    ) {
        let (format, form) = [
            (Format::Jsonl, Form::Jsonl),
            (Format::Csv, Form::Csv),
            (Format::WebAnnotation, Form::WebAnnotation),
            (Format::Brat, Form::Brat),
            (Format::Doccano, Form::Doccano),
            (Format::LabelStudio, Form::LabelStudio),
        ][which];
        let article = given.article();
        let mut files = exported(&article, &given.documents, How::plain(format));
        let file = cut.index(files.len());
        let bytes = &mut files[file].bytes;
        let at = cut.index(bytes.len() + 1);
        let end = bytes[at..].iter().position(|byte| !byte.is_ascii_digit()).map_or(bytes.len(), |digits| at + digits);
        bytes.splice(at..end, [put.as_bytes(), number.as_bytes()].concat());
        let labels = LabelSet::default();
        let map = LabelMap::new([], &labels).unwrap();
        let rules = Rules { labels: &map, now: "2026-11-22T10:00:00Z".parse().unwrap() };
        let mut document = Document::new(article.id.clone(), Annotator::new("ab").unwrap());
        if let Ok(foreign) = read(form, &files, false) {
            fit(&foreign, &article, &mut document, &rules, &mut Told::default());
        }
        let yaml = document.to_yaml();
        let again = Document::parse(&yaml, &document.article, &document.annotator).map(|parsed| parsed.document);
        prop_assert_eq!(again, Ok(document), "{}", yaml);
    }
}
