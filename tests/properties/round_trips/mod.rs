//! What leaves in a format that comes in again comes in as it was: positions, words, labels, and what else the format
//! holds. Each test says what it compares.

mod given;

use std::{
    collections::BTreeMap,
    io::{self, Write},
    sync::Arc,
};

use factdesk::{
    annotation::{Annotator, Document, LabelSet, Sentence, Tag},
    export::{Exported, Format, Job, Options, Rows, Sink, Voice, Writer},
    import::annotations::{Form, LabelMap, Rules, SourceFile, Told, fit, read},
    locale::Lang,
    review::{
        ArticleHead, Context, Filter, Row,
        rows::{readings, rows},
    },
    text::Article,
};
use proptest::prelude::*;

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

/// The files that `document` leaves in.
fn exported(article: &Article, document: &Document, how: How) -> Vec<SourceFile> {
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
    let all: Vec<Row> = rows(&Arc::new(head.clone()), readings(article, document));
    let chosen: Vec<(Row, &Row)> =
        all.iter().filter_map(|row| Some((options.voice.choose(row)?, row))).collect();
    let exported = Exported::new(&head, Some(article), &[], &chosen, &options);
    options.format.with_writer(Export { options: &options, exported: &exported })
}

/// What comes in of `files` into an empty document, which has to be all of it.
fn imported(
    article: &Article,
    files: &[SourceFile],
    form: Form,
    raw: bool,
) -> Result<Document, TestCaseError> {
    let shown =
        || files.iter().map(|file| String::from_utf8_lossy(&file.bytes)).collect::<Vec<_>>().join("\n");
    let labels = LabelSet::default();
    let map = LabelMap::new([], &labels).unwrap();
    let rules = Rules { labels: &map, now: "2026-11-22T10:00:00Z".parse().unwrap() };
    let mut document = Document::new(article.id.clone(), Annotator::new("ab").unwrap());
    let mut told = Told::default();
    let foreign =
        read(form, files, raw).map_err(|error| TestCaseError::fail(format!("{error}\n{}", shown())))?;
    for said in &foreign {
        let finder = factdesk::import::annotations::Finder::new([article.id.clone()]);
        prop_assert_eq!(finder.find(said), Ok(article.id.clone()), "{}", shown());
    }
    fit(&foreign, article, &mut document, &rules, &mut told);
    prop_assert!(told.misfits.is_empty(), "{:#?}\n{}", told.misfits, shown());
    prop_assert!(told.moved.is_empty(), "{:#?}\n{}", told.moved, shown());
    prop_assert_eq!(told.unchecked, 0, "{}", shown());
    let first = document.clone();
    fit(&foreign, article, &mut document, &rules, &mut told);
    prop_assert_eq!(&document, &first, "it changes something the second time");
    Ok(document)
}

/// What is compared: what `keep` leaves of each sentence, those left out of which it leaves nothing.
fn same(
    given: &Given,
    form: Form,
    how: How,
    keep: impl Fn(&Sentence) -> Option<Sentence>,
) -> Result<(), TestCaseError> {
    let article = given.article();
    let files = exported(&article, &given.document, how);
    let back = imported(&article, &files, form, how.raw)?;
    let kept = |document: &Document| -> Vec<Sentence> {
        document.sentences.iter().filter_map(|sentence| keep(sentence)).collect()
    };
    let shown =
        || files.iter().map(|file| String::from_utf8_lossy(&file.bytes)).collect::<Vec<_>>().join("\n");
    prop_assert_eq!(kept(&back), kept(&given.document), "{}", shown());
    Ok(())
}

/// All of it.
fn whole(sentence: &Sentence) -> Option<Sentence> {
    Some(sentence.clone())
}

/// All of those that are tagged.
fn tagged(sentence: &Sentence) -> Option<Sentence> {
    (!sentence.tags.is_empty()).then(|| sentence.clone())
}

/// Of those that are tagged: where they stand, their words, and the labels with the part each covers, in that order.
fn labels(sentence: &Sentence) -> Option<Sentence> {
    let mut tags: Vec<Tag> =
        sentence.tags.iter().map(|tag| Tag { part: tag.part, ..Tag::new(tag.label.clone()) }).collect();
    tags.sort_by(|a, b| (a.part, &a.label).cmp(&(b.part, &b.label)));
    let kept = Sentence { tags, ..Sentence::untouched(sentence.span, &*sentence.quote) };
    (!kept.tags.is_empty()).then_some(kept)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn json_lines_of_sentences_hold_everything(given in given()) {
        same(&given, Form::Jsonl, How::plain(Format::Jsonl), whole)?;
    }

    #[test]
    fn json_lines_of_tags_hold_every_tagged_sentence(given in given()) {
        same(&given, Form::Jsonl, How { rows: Rows::Tag, ..How::plain(Format::Jsonl) }, tagged)?;
    }

    #[test]
    fn tables_of_sentences_hold_everything(given in given(), excel in any::<bool>(), raw in any::<bool>()) {
        same(&given, Form::Csv, How { excel, raw, ..How::plain(Format::Csv) }, whole)?;
        same(&given, Form::Csv, How { raw, ..How::plain(Format::Tsv) }, whole)?;
    }

    #[test]
    fn tables_of_tags_hold_every_tagged_sentence(given in given(), excel in any::<bool>(), raw in any::<bool>()) {
        same(&given, Form::Csv, How { excel, raw, rows: Rows::Tag, ..How::plain(Format::Csv) }, tagged)?;
    }

    #[test]
    fn web_annotations_hold_every_tagged_sentence(given in given()) {
        same(&given, Form::WebAnnotation, How::plain(Format::WebAnnotation), tagged)?;
    }

    #[test]
    fn brat_holds_every_label_and_its_words(given in given()) {
        same(&given, Form::Brat, How::plain(Format::Brat), labels)?;
    }

    #[test]
    fn doccano_holds_every_label_and_its_words(given in given()) {
        same(&given, Form::Doccano, How::plain(Format::Doccano), labels)?;
    }

    #[test]
    fn label_studio_holds_every_label_and_its_words(given in given()) {
        same(&given, Form::LabelStudio, How::plain(Format::LabelStudio), labels)?;
    }
}
