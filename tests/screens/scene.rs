//! A workbench without a terminal: articles in memory, keys in, buffers out.

use std::{collections::BTreeMap, sync::Arc};

use factdesk::{
    annotation::{Annotator, Document, Label, LabelSet, place},
    app::{
        App, Doubts, Effect, ExportPreview, KeptEdits, Key, Msg, OnDisk, Opened, Problem, ReadSoFar,
        Settings, Setup, Size, msg::Fetched, settings::Theme,
    },
    export::{ExportCounts, Exported, Options, Sample},
    locale::{Lang, Phrase},
    review::{
        ArticleHead, Row,
        agreement::{Agreement, Compared},
        overview::{Section, Tally, sections},
        rows,
        stats::Counts,
    },
    text::{Article, ArticleId, decode, sentence},
    view::{self, HitMap},
};
use jiff::Timestamp;
use ratatui::{Terminal, backend::TestBackend, buffer::Buffer, layout::Position};

/// A workbench and what it works on.
pub struct Scene {
    /// The workbench.
    pub app: App,
    /// Do saves fail?
    pub disk_full: bool,
    /// Why annotation files cannot be read.
    pub damaged: Option<Problem>,
    /// Does the workspace take its time to be read?
    pub silent: bool,
    /// What annotators have said, all of them.
    pub documents: Vec<Document>,
    articles: BTreeMap<ArticleId, Vec<u8>>,
}

/// One frame.
pub struct Shot {
    /// Its cells.
    pub buffer: Buffer,
    /// What a click on it means.
    pub hits: HitMap,
    /// Where the terminal's cursor is, if it is shown.
    pub cursor: Option<Position>,
}

impl Scene {
    /// A workspace with the articles that are shipped, the agency's report open.
    pub fn shipped(width: u16, height: u16) -> Self {
        let root = concat!(env!("CARGO_MANIFEST_DIR"), "/corpus/");
        let names = [
            "musk-putin/depesche.txt",
            "musk-putin/essay.txt",
            "musk-putin/kurz.txt",
            "musk-putin/seite.txt",
            "musk-putin/uebersetzung.txt",
            "town-bridge/gazette.txt",
            "town-bridge/valley-post.txt",
        ];
        let articles = names.map(|name| (name, std::fs::read(format!("{root}{name}")).unwrap()));
        Self::new(&articles, width, height)
    }

    /// A workspace with these articles, the first of them open.
    pub fn new(articles: &[(&str, impl AsRef<[u8]>)], width: u16, height: u16) -> Self {
        Self::of(Annotator::new("ab"), articles, width, height)
    }

    /// The same for somebody, or for somebody who has not said yet who they are.
    pub fn of(
        annotator: Option<Annotator>,
        articles: &[(&str, impl AsRef<[u8]>)],
        width: u16,
        height: u16,
    ) -> Self {
        Self::start(annotator, articles, width, height, Vec::new())
    }

    fn start(
        annotator: Option<Annotator>,
        articles: &[(&str, impl AsRef<[u8]>)],
        width: u16,
        height: u16,
        kept: Vec<KeptEdits>,
    ) -> Self {
        let first = articles.first().map(|(id, _)| ArticleId::new(*id));
        let articles: BTreeMap<ArticleId, Vec<u8>> =
            articles.iter().map(|(id, bytes)| (ArticleId::new(*id), bytes.as_ref().to_vec())).collect();
        let (app, effects) = App::new(Setup {
            workspace: "~/desk".to_owned(),
            annotator,
            offered: Annotator::new("mara-lind"),
            settings: Settings::default(),
            lang: Lang::En,
            labels: LabelSet::default(),
            problems: Vec::new(),
            size: Size { width, height },
            article: first,
            codebook: Phrase::new(
                include_str!("../../docs/codebook.md"),
                include_str!("../../docs/codebook.de.md"),
            ),
            kept,
            filters: Vec::new(),
            aliases: std::sync::Arc::default(),
            adjudicates: false,
            people: [(Annotator::new("cd").unwrap(), "Carla Dorn".to_owned())].into(),
            blind: true,
        });
        let mut scene =
            Self { app, disk_full: false, damaged: None, silent: false, documents: Vec::new(), articles };
        scene.perform(effects);
        scene
    }

    /// A workspace in which edits wait that an earlier run could not save.
    pub fn keeping(width: u16, height: u16, kept: Vec<KeptEdits>) -> Self {
        Self::start(Annotator::new("ab"), &[] as &[(&str, &str)], width, height, kept)
    }

    /// The same in German.
    pub fn german(mut self) -> Self {
        self.app.lang = Lang::De;
        self
    }

    /// The same in another theme.
    pub fn themed(mut self, theme: Theme) -> Self {
        self.app.settings.theme = theme;
        self
    }

    /// The same on another terminal.
    pub fn resized(mut self, width: u16, height: u16) -> Self {
        self.send(Msg::Resized(Size { width, height }));
        self
    }

    /// The same after these keys, written as in the config file, with blanks between them.
    pub fn keys(mut self, keys: &str) -> Self {
        for key in keys.split_whitespace() {
            self.send(Msg::Key(key.parse().unwrap_or_else(|_| panic!("{key:?} is no key"))));
        }
        self
    }

    /// The same after this text was typed.
    pub fn typed(mut self, text: &str) -> Self {
        for c in text.chars() {
            self.send(Msg::Key(Key::Char(c)));
        }
        self
    }

    /// Handles a message and does what is to be done.
    pub fn send(&mut self, msg: Msg) {
        let effects = self.app.update(Timestamp::UNIX_EPOCH, msg);
        self.perform(effects);
    }

    /// One frame at the size the workbench believes in.
    pub fn shot(&self) -> Shot {
        let Size { width, height } = self.app.size;
        let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
        let mut hits = HitMap::default();
        let drawn = terminal.draw(|frame| hits = view::draw(frame, &self.app)).unwrap();
        let buffer = drawn.buffer.clone();
        let cursor = terminal.backend().cursor_visible().then(|| terminal.backend().cursor_position());
        Shot { buffer, hits, cursor }
    }

    fn perform(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::List => {
                    self.send(Msg::Listed(self.articles.keys().cloned().collect()));
                    self.send(Msg::ListDone { others: 0, unreadable: Vec::new() });
                }
                Effect::Open { article, annotator, generation } => {
                    let opened = self.open(article, annotator, generation);
                    self.send(Msg::Opened(Box::new(opened)));
                }
                Effect::Save { article, document, .. } if self.disk_full => self.send(Msg::SaveFailed {
                    article,
                    sent: document,
                    error: "annotations/ab: No space left on device".to_owned(),
                    kept: None,
                }),
                Effect::Save { article, document, .. } => {
                    let sent = Arc::clone(&document);
                    self.send(Msg::Saved { article, sent, on_disk: document, former: None });
                }
                Effect::Review { generation } if !self.silent => {
                    let rows = self.rows();
                    let all = self.articles.len();
                    let so_far = ReadSoFar { read: all, all, unreadable: 0, done: true };
                    self.send(Msg::Reviewed { generation, rows, so_far });
                }
                Effect::Count { generation } if !self.silent => {
                    let (so_far, sections) =
                        (ReadSoFar { done: true, ..ReadSoFar::default() }, self.sections());
                    self.send(Msg::Counted { generation, so_far, sections: Some(sections) });
                }
                Effect::Fetch { article, annotator } => {
                    let Opened { article: opened, document, .. } = self.open(article.clone(), annotator, 0);
                    let fetched = Fetched { id: article, article: opened, document };
                    self.send(Msg::Fetched(Box::new(fetched)));
                }
                Effect::PreviewExport { generation, options } if !self.silent => {
                    let preview = Box::new(self.preview(&options));
                    self.send(Msg::ExportPreviewed { generation, preview });
                }
                _ => {}
            }
        }
    }

    /// What would be exported.
    fn preview(&self, options: &Options) -> ExportPreview {
        let (mut counts, mut rows) = (ExportCounts::default(), Vec::new());
        for of_article in self.rows().chunk_by(|a, b| a.article.id == b.article.id) {
            let article = self.article(of_article[0].article.id.clone());
            let chosen = options.voice.chosen(of_article.iter().map(Arc::as_ref));
            let exported = Exported::new(&of_article[0].article, Some(&article), &[], &chosen, options);
            counts.add(ExportCounts::of(&exported, options.format));
            let Sample::Rows(more) = Sample::of(options, &[exported]) else { continue };
            rows.extend(more);
        }
        let so_far = ReadSoFar { done: true, ..ReadSoFar::default() };
        ExportPreview { sample: Some(Sample::Rows(rows)), counts, so_far }
    }

    /// What everybody says about every article.
    pub fn rows(&self) -> Vec<Arc<Row>> {
        let mut all = Vec::new();
        for id in self.articles.keys() {
            let article = self.article(id.clone());
            let said = self.documents.iter().filter(|document| document.article == *id);
            let readings = said.flat_map(|document| rows::readings(&article, document)).collect();
            let front = article.front;
            let head = Arc::new(ArticleHead { id: id.clone(), front, unreadable: None });
            all.extend(rows::rows(&head, readings).into_iter().map(Arc::new));
        }
        all
    }

    /// What is counted of all that, in pictures.
    fn sections(&self) -> Vec<Section> {
        let labels = &self.app.labels;
        let names: Vec<Label> = labels.iter().map(|definition| definition.label.clone()).collect();
        let (mut tally, mut agreement) = (Tally::default(), Agreement::new(names, Compared::default()));
        for rows in self.rows().chunk_by(|a, b| a.article.id == b.article.id) {
            let head = &rows[0].article;
            let said = self.documents.iter().filter(|document| document.article == head.id);
            let readers = said.map(|document| (document.annotator.clone(), Counts::of(document))).collect();
            let rows: Vec<Row> = rows.iter().map(|row| Row::clone(row)).collect();
            agreement.add(&rows);
            tally.merge(Tally::of(head, readers, &rows, &self.app.review.aliases));
        }
        let corpus: Vec<ArticleId> = self.articles.keys().cloned().collect();
        tally.arrange(&corpus);
        sections(&tally, &agreement, labels)
    }

    fn article(&self, id: ArticleId) -> Article {
        let decoded = decode::decode(self.articles[&id].clone()).unwrap();
        Article::new(id, decoded)
    }

    fn open(&self, id: ArticleId, annotator: Annotator, generation: u64) -> Opened {
        let article = self.article(id.clone());
        let units = sentence::segment(&article.text, article.body, sentence::Options::default());
        let own = |document: &&Document| document.article == id && document.annotator == annotator;
        let own = self.documents.iter().find(own).map(|own| place(own, &article).document);
        let document = Arc::new(own.unwrap_or_else(|| Document::new(id, annotator)));
        let document = OnDisk {
            base: Arc::clone(&document),
            document,
            doubts: Doubts::default(),
            read_only: None,
            warnings: Vec::new(),
        };
        Opened {
            generation,
            article: Ok(article),
            document: self.damaged.clone().map_or(Ok(document), Err),
            units,
            complete: true,
        }
    }
}
