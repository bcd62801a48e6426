//! A workspace in memory that does what the workbench asks for, at once and in order.

use std::{
    collections::{BTreeMap, VecDeque},
    sync::Arc,
};

use factdesk::{
    annotation::{Annotator, Document, LabelSet, merge::merge, place},
    app::{
        App, Doubts, Effect, ExportEnd, Fetched, Hit, KeptEdits, Key, Msg, OnDisk, Opened, Problem,
        ReadSoFar, Settings, Setup, Size, review::TableCounts,
    },
    locale::{Lang, Phrase},
    review::{ArticleHead, Row, order::arrange, rows},
    text::{
        Article, ArticleId,
        article::text_sha256,
        decode::Decoded,
        search::Needle,
        sentence::{Options, SEGMENTER, Segmenter},
    },
};
use jiff::Timestamp;

/// The time at which everything happens.
pub(crate) const NOW: &str = "2026-11-21T10:00:00Z";

/// The workbench with all it stands on.
pub(crate) struct Newsroom {
    pub(crate) app: App,
    /// Articles by id.
    pub(crate) articles: BTreeMap<String, String>,
    /// Annotation files of others, by annotator and article.
    pub(crate) others: BTreeMap<String, BTreeMap<String, String>>,
    /// The annotation files by article.
    pub(crate) files: BTreeMap<String, String>,
    /// Is the disk full?
    pub(crate) full: bool,
    /// Are answers of the saver held back?
    pub(crate) slow: bool,
    /// Are articles that are opened held back?
    pub(crate) asleep: bool,
    /// Annotation files as articles that are opened find them, where that is behind what was saved since.
    pub(crate) behind: Option<BTreeMap<String, String>>,
    /// What was exported: by path the format, and how many sentences.
    pub(crate) exports: BTreeMap<String, (&'static str, usize)>,
    held_back: VecDeque<Msg>,
    /// What the person will have written in the editor.
    pub(crate) editor: Option<String>,
    /// Effects that only the outside sees, as they happened.
    pub(crate) done: Vec<Effect>,
    /// Units that the first answer holds; the rest follows with `segment`.
    pub(crate) first_units: usize,
    queue: VecDeque<Msg>,
    generation: u64,
}

/// How a journey begins.
pub(crate) struct Start {
    pub(crate) articles: BTreeMap<String, String>,
    pub(crate) files: BTreeMap<String, String>,
    pub(crate) annotator: Option<String>,
    pub(crate) settings: Settings,
    pub(crate) size: Size,
    pub(crate) first_units: usize,
    pub(crate) labels: LabelSet,
    pub(crate) kept: Vec<KeptEdits>,
    pub(crate) blind: bool,
    /// What others than `ab` say, by annotator and article.
    pub(crate) others: BTreeMap<String, BTreeMap<String, String>>,
    /// Filters that the workspace keeps.
    pub(crate) filters: Vec<(String, String)>,
    /// Does it begin in the Review, with what is to be decided?
    pub(crate) adjudicates: bool,
}

impl Default for Start {
    fn default() -> Self {
        Self {
            articles: BTreeMap::new(),
            files: BTreeMap::new(),
            annotator: Some("ab".to_owned()),
            settings: Settings::default(),
            size: Size { width: 120, height: 36 },
            first_units: usize::MAX,
            labels: LabelSet::default(),
            kept: Vec::new(),
            blind: true,
            others: BTreeMap::new(),
            filters: Vec::new(),
            adjudicates: false,
        }
    }
}

impl Newsroom {
    pub(crate) fn open(start: Start) -> Self {
        let (app, effects) = App::new(Setup {
            workspace: "/desk".to_owned(),
            annotator: start.annotator.as_deref().and_then(Annotator::new),
            offered: Annotator::new("ab"),
            settings: start.settings,
            lang: Lang::En,
            labels: start.labels,
            problems: Vec::new(),
            size: start.size,
            article: None,
            codebook: Phrase::new("# Codebook\nA claim is …", "# Codebuch\nEine Behauptung ist …"),
            kept: start.kept,
            filters: start.filters,
            aliases: Arc::default(),
            adjudicates: start.adjudicates,
            people: BTreeMap::default(),
            blind: start.blind,
        });
        let mut room = Self {
            app,
            articles: start.articles,
            files: start.files,
            others: start.others,
            full: false,
            slow: false,
            asleep: false,
            behind: None,
            exports: BTreeMap::new(),
            held_back: VecDeque::new(),
            editor: None,
            done: Vec::new(),
            first_units: start.first_units,
            queue: VecDeque::new(),
            generation: 0,
        };
        for effect in effects {
            room.perform(effect);
        }
        room.settle();
        room
    }

    pub(crate) fn send(&mut self, msg: Msg) {
        self.queue.push_back(msg);
        self.settle();
    }

    /// Presses keys, written with blanks between them.
    pub(crate) fn keys(&mut self, keys: &str) {
        for key in keys.split_whitespace() {
            let key = key.parse::<Key>().unwrap_or_else(|_| panic!("{key:?} is no key"));
            self.send(Msg::Key(key));
        }
    }

    /// Types a text, character by character.
    pub(crate) fn write(&mut self, text: &str) {
        for c in text.chars() {
            self.send(Msg::Key(Key::Char(c)));
        }
    }

    /// What was held back is answered.
    pub(crate) fn hurry(&mut self) {
        self.slow = false;
        self.asleep = false;
        while let Some(msg) = self.held_back.pop_front() {
            self.send(msg);
        }
    }

    /// The units that were not in the first answer arrive.
    pub(crate) fn segment(&mut self) {
        let open = self.app.desk.open.as_ref().unwrap();
        let (known, text, body) = (open.computed().len(), Arc::clone(&open.article.text), open.article.body);
        let units = Segmenter::new(&text, body, Options::default()).skip(known).collect();
        self.send(Msg::Segmented { generation: self.generation, units, done: true });
    }

    fn settle(&mut self) {
        while let Some(msg) = self.queue.pop_front() {
            let now: Timestamp = NOW.parse().unwrap();
            for effect in self.app.update(now, msg) {
                self.perform(effect);
            }
        }
    }

    fn perform(&mut self, effect: Effect) {
        match effect {
            Effect::List => {
                let articles = self.articles.keys().map(|id| ArticleId::new(id.as_str())).collect();
                self.queue.push_back(Msg::Listed(articles));
                self.queue.push_back(Msg::ListDone { others: 0, unreadable: Vec::new() });
            }
            Effect::Progress(_) => {
                self.queue.push_back(Msg::Progress { counts: Vec::new(), sources: Vec::new() });
            }
            Effect::Open { article, annotator, generation } => {
                let opened = self.opened(&article, &annotator, generation);
                self.generation = generation;
                let answer = Msg::Opened(Box::new(opened));
                if self.asleep { self.held_back.push_back(answer) } else { self.queue.push_back(answer) }
            }
            Effect::Reload { article, annotator } => {
                let document = self.read(&self.files, &article, &annotator);
                let text = self.article(&article).map(|article| article.text);
                self.queue.push_back(Msg::Reloaded { article, text, document });
            }
            Effect::Save { article, document, base } => {
                let answer = self.save(article, document, &base);
                if self.slow { self.held_back.push_back(answer) } else { self.queue.push_back(answer) }
            }
            Effect::Others { article } => {
                let rows = self.rows(&article);
                self.queue.push_back(Msg::Others { article, rows });
            }
            Effect::Review { generation } => {
                let rows: Vec<_> =
                    self.articles.keys().flat_map(|id| self.rows(&ArticleId::new(id.as_str()))).collect();
                let all = self.articles.len();
                let so_far = ReadSoFar { read: all, all, unreadable: 0, done: true };
                self.queue.push_back(Msg::Reviewed { generation, rows, so_far });
            }
            Effect::Count { generation } => self.queue.push_back(crate::counting::counted(self, generation)),
            Effect::Arrange { number, rows, filter, order, context } => {
                let lines = arrange(&rows, &filter, order, &context);
                let counts = TableCounts::of(&rows, &lines, &context.me.unwrap());
                self.queue.push_back(Msg::Arranged { number, lines, counts });
            }
            Effect::Fetch { article: id, annotator } => {
                let (article, document) = (self.article(&id), self.read(&self.files, &id, &annotator));
                let answer = Msg::Fetched(Box::new(Fetched { id, article, document }));
                if self.asleep { self.held_back.push_back(answer) } else { self.queue.push_back(answer) }
            }
            Effect::KeepFilter { name, query } => {
                let file = if self.full {
                    Err("No space left on device".to_owned())
                } else {
                    Ok("factdesk.yaml".to_owned())
                };
                self.queue.push_back(Msg::FilterKept { name, query, file });
            }
            Effect::SearchCorpus { query, generation } => {
                let hits = self.find(&query);
                self.queue.push_back(Msg::Hits { generation, hits, done: true });
            }
            Effect::OpenEditor { text } => {
                let text = self.editor.take().map_or(text, |written| written);
                self.queue.push_back(Msg::Edited(Ok(text)));
            }
            Effect::Import { to, text } => {
                let answer = if self.articles.contains_key(&to) {
                    Err(format!("{to} is there already"))
                } else {
                    self.articles.insert(to.clone(), text);
                    Ok(ArticleId::new(to))
                };
                self.queue.push_back(Msg::Imported(answer));
            }
            Effect::Recover(paths) => {
                let failed =
                    if self.full { vec!["No space left on device".to_owned().into()] } else { Vec::new() };
                let answer = Msg::Recovered { saved: paths.len() - failed.len(), failed };
                self.done.push(Effect::Recover(paths));
                if self.slow { self.held_back.push_back(answer) } else { self.queue.push_back(answer) }
            }
            Effect::KeepSetting(setting) => {
                let line = format!("{}: {}", setting.name(), setting.value());
                let file = if self.full { Err("No space left on device".to_owned()) } else { Ok(line) };
                self.queue.push_back(Msg::SettingKept { setting, file });
            }
            Effect::StopExport if self.asleep => self.stop_export(),
            other => match crate::exporting::answer(self, &other) {
                Some(answer) if self.asleep => self.held_back.push_back(answer),
                Some(answer) => self.queue.push_back(answer),
                None => self.done.push(other),
            },
        }
    }

    /// The export that is under way ends and leaves nothing.
    fn stop_export(&mut self) {
        while let Some(msg) = self.held_back.pop_front() {
            if let Msg::ExportEnded { generation, .. } = msg {
                self.exports.clear();
                self.queue.push_back(Msg::ExportEnded { generation, end: ExportEnd::Stopped });
            }
        }
    }

    pub(crate) fn article(&self, id: &ArticleId) -> Result<Article, Problem> {
        let text = self.articles.get(id.as_str()).ok_or_else(|| vec![format!("{id}: is not there")])?;
        Ok(Article::new(id.clone(), Decoded { text: text.clone(), ..Decoded::default() }))
    }

    fn opened(&self, id: &ArticleId, annotator: &Annotator, generation: u64) -> Opened {
        let article = self.article(id);
        let mut units = Vec::new();
        let mut complete = true;
        if let Ok(article) = &article {
            let mut segmenter = Segmenter::new(&article.text, article.body, Options::default());
            units = segmenter.by_ref().take(self.first_units).collect();
            complete = segmenter.next().is_none();
        }
        let files = self.behind.as_ref().unwrap_or(&self.files);
        Opened { generation, article, document: self.read(files, id, annotator), units, complete }
    }

    fn read(
        &self,
        files: &BTreeMap<String, String>,
        id: &ArticleId,
        annotator: &Annotator,
    ) -> Result<OnDisk, Problem> {
        let text = self.articles.get(id.as_str()).map_or("", String::as_str);
        let Some(yaml) = files.get(id.as_str()) else {
            let mut document = Document::new(id.clone(), annotator.clone());
            document.text_sha256 = Some(text_sha256(text));
            document.segmenter = SEGMENTER;
            let document = Arc::new(document);
            let base = Arc::clone(&document);
            return Ok(OnDisk {
                base,
                document,
                doubts: Doubts::default(),
                read_only: None,
                warnings: Vec::new(),
            });
        };
        let parsed = Document::parse(yaml, id, annotator)
            .map_err(|error| vec![format!("annotations/{annotator}/{id}.yaml:{error}")])?;
        let decoded = Decoded { text: text.to_owned(), ..Decoded::default() };
        let placed = place(&parsed.document, &Article::new(id.clone(), decoded));
        let doubts = Doubts::of(&placed);
        let base = Arc::new(parsed.document);
        let document = if placed.document == *base { Arc::clone(&base) } else { Arc::new(placed.document) };
        let read_only = parsed.read_only.map(|format| format!("format {format} is newer than this program"));
        Ok(OnDisk { base, document, doubts, read_only, warnings: Vec::new() })
    }

    fn save(&mut self, article: ArticleId, sent: Arc<Document>, base: &Document) -> Msg {
        assert_eq!(Some(&sent.annotator), self.app.annotator.as_ref(), "everybody writes files of their own");
        assert_eq!(sent.article, article, "a document goes to the article that it is about");
        if self.full {
            let error = "No space left on device".to_owned();
            return Msg::SaveFailed { article, sent, error, kept: Some("/state/journal".to_owned()) };
        }
        let on_disk = match self.files.get(article.as_str()) {
            Some(yaml) => {
                let theirs = Document::parse(yaml, &article, &sent.annotator).unwrap().document;
                let merged = merge(base, &sent, &theirs).document;
                if merged == *sent { Arc::clone(&sent) } else { Arc::new(merged) }
            }
            None => Arc::clone(&sent),
        };
        let yaml = on_disk.to_yaml();
        let back = Document::parse(&yaml, &article, &sent.annotator).unwrap();
        assert_eq!(back.document, *on_disk, "what is saved reads back");
        self.files.insert(article.to_string(), yaml);
        Msg::Saved { article, sent, on_disk, former: None }
    }

    /// What each annotator says about an article.
    pub(crate) fn documents(&self, id: &ArticleId) -> Vec<Document> {
        let me = self.app.annotator.as_ref().map_or("ab", Annotator::as_str);
        let others = self.others.iter().map(|(name, files)| (name.as_str(), files));
        let files = others
            .chain([(me, &self.files)])
            .filter_map(|(name, files)| Some((name, files.get(id.as_str())?)));
        let parse = |(name, yaml): (&str, &String)| {
            Document::parse(yaml, id, &Annotator::new(name).unwrap()).unwrap().document
        };
        files.map(parse).collect()
    }

    /// What everybody says about an article.
    pub(crate) fn rows(&self, id: &ArticleId) -> Vec<Arc<Row>> {
        let Ok(article) = self.article(id) else { return Vec::new() };
        let documents = self.documents(id);
        let readings = documents.iter().flat_map(|document| rows::readings(&article, document)).collect();
        let head = ArticleHead { id: id.clone(), front: article.front, unreadable: None };
        rows::rows(&Arc::new(head), readings).into_iter().map(Arc::new).collect()
    }

    fn find(&self, query: &str) -> Vec<Hit> {
        let needle = Needle::new(query);
        let mut hits = Vec::new();
        for (id, text) in &self.articles {
            for hit in needle.find_all(text) {
                let at = u32::try_from(text[..hit.start].chars().count()).unwrap();
                let line = text[hit].to_owned();
                hits.push(Hit { article: ArticleId::new(id.as_str()), at, line });
            }
        }
        hits
    }
}
