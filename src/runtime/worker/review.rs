//! What the Review shows: the rows of all articles, of one, and what is needed to decide about one.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use super::{Generation, Place, Workers, documents, placing::on_disk};
use crate::{
    annotation::{Annotator, units::units},
    app::{Effect, Msg, ReadSoFar, msg::Fetched, review::TableCounts},
    review::{Row, order::arrange},
    runtime::{
        incoming::{Answers, Incoming},
        parallel,
    },
    store::{Workspace, annotated, annotations, article_rows, keep_filter, read_article, settings},
    text::{Article, ArticleId, Kind, position, sentence::Segmenter},
};

/// So many rows come with the first answer: a screen full of them.
const FIRST: usize = 100;
/// How long rows are gathered before they are sent.
const PAUSE: Duration = Duration::from_millis(100);

impl Workers {
    /// Does what the Review asked for, or gives it back where it is not for workers.
    pub(super) fn perform_for_review(&mut self, effect: Effect) -> Option<Effect> {
        match effect {
            Effect::Review { generation } => {
                self.reviewing.begin(generation);
                let (workspace, wanted) = (self.place.workspace.clone(), self.reviewing.clone());
                self.detached("review", move |answers| {
                    read(&workspace, generation, &wanted, answers);
                });
            }
            Effect::Arrange { number, rows, filter, order, context } => {
                self.detached("arrange", move |answers| {
                    let lines = arrange(&rows, &filter, order, &context);
                    let counts = context.me.map(|me| TableCounts::of(&rows, &lines, &me)).unwrap_or_default();
                    let _ = answers.send(Incoming::Answer(Msg::Arranged { number, lines, counts }));
                });
            }
            Effect::Fetch { article, annotator } => {
                let place = self.place.clone();
                self.detached("fetch", move |answers| fetch(&place, article, &annotator, answers));
            }
            Effect::Others { article } => {
                let workspace = self.place.workspace.clone();
                self.detached("others", move |answers| others(&workspace, article, answers));
            }
            Effect::KeepFilter { name, query } => {
                let (workspace, lang) = (self.place.workspace.clone(), self.place.spoken.lang());
                self.document(documents::Job::Remember(Box::new(move || {
                    let kept = keep_filter(&workspace, &name, &query).map_err(|error| error.text(lang));
                    Some(Msg::FilterKept { name, query, file: kept.map(|()| settings::FILE.to_owned()) })
                })));
            }
            other => return Some(other),
        }
        None
    }
}

/// Reads the rows of all articles, on every core, until another reading is wanted.
pub(super) fn read(workspace: &Workspace, generation: u64, wanted: &Generation, answers: &Answers) {
    let articles = annotated(workspace);
    let mut so_far = ReadSoFar { all: articles.len(), ..ReadSoFar::default() };
    let (mut gathered, mut since, mut is_first) = (Vec::new(), Instant::now(), true);
    let send = |rows: &mut Vec<Arc<Row>>, so_far| {
        let rows = std::mem::take(rows);
        answers.send(Incoming::Answer(Msg::Reviewed { generation, rows, so_far })).map_err(drop)
    };
    let ended = parallel::in_order(
        articles.into_iter(),
        |(article, annotators)| wanted.is(generation).then(|| article_rows(workspace, &article, &annotators)),
        |read| {
            let read = read.ok_or(())?;
            so_far.read += 1;
            so_far.unreadable += read.errors.len();
            // No filter shows what was only read.
            gathered.extend(read.rows.into_iter().filter(Row::is_remarkable).map(Arc::new));
            if is_first && gathered.len() >= FIRST || since.elapsed() >= PAUSE {
                (is_first, since) = (false, Instant::now());
                send(&mut gathered, so_far)?;
            }
            Ok::<_, ()>(())
        },
    );
    if ended.is_ok() {
        so_far.done = true;
        // Nobody listens any more where the program ends.
        let _ = send(&mut gathered, so_far);
    }
}

/// Reads what everybody says about one article.
pub(super) fn others(workspace: &Workspace, article: ArticleId, answers: &Answers) {
    let annotators = annotations::annotators(workspace);
    let rows = article_rows(workspace, &article, &annotators).rows.into_iter().map(Arc::new).collect();
    let _ = answers.send(Incoming::Answer(Msg::Others { article, rows }));
}

/// Reads an article and what `annotator` says about it, ready to be added to and saved.
pub(super) fn fetch(place: &Place, id: ArticleId, annotator: &Annotator, answers: &Answers) {
    let lang = place.spoken.lang();
    let loaded = annotations::load(&place.workspace, &id, annotator);
    let article = read_article(&place.workspace, &id);
    let options = article.as_ref().ok().map(Article::options);
    let text = article.as_ref().ok().zip(options);
    let mut document = on_disk(loaded, &id, annotator, text, lang);
    if let (Some((article, options)), Ok(read)) = (text, &mut document) {
        let document = Arc::make_mut(&mut read.document);
        // What the Desk finds out when it shows the article.
        document.text_sha256.get_or_insert_with(|| article.sha256().to_owned());
        if document.units.is_none() {
            let computed: Vec<_> = Segmenter::new(&article.text, article.body, options).collect();
            let to_read = |article: &Article| {
                let units = units(&article.text, &computed, document);
                units.iter().filter(|unit| unit.kind != Kind::Furniture).count()
            };
            document.units = Some(position(to_read(article)));
        }
    }
    let article = article.map_err(|error| error.text(lang).lines().map(str::to_owned).collect());
    let fetched = Fetched { id, article, document };
    let _ = answers.send(Incoming::Answer(Msg::Fetched(Box::new(fetched))));
}
