//! Walks through the whole workspace: the list of articles, the progress in them, the search.

use std::{
    collections::BTreeSet,
    ops::ControlFlow,
    sync::atomic::{AtomicBool, Ordering},
    time::{Duration, Instant},
};

use crate::{
    annotation::Annotator,
    app::{Hit, Msg},
    locale::{Lang, errors},
    review::stats::Counts,
    runtime::incoming::{Answers, Incoming},
    store::{
        self, Listed, Workspace,
        annotations::{self, Found},
        search_corpus, sweep, walk,
    },
    text::search::Needle,
};

/// How many articles come with the first answer, so that it fills a screen and no more.
const FIRST: usize = 100;
/// How long answers are gathered before they are sent.
const PAUSE: Duration = Duration::from_millis(20);
/// How many hits a search gives at most.
const HITS: usize = 2_000;

/// Gathers answers and hands them on in handy pieces.
struct Batch<T> {
    items: Vec<T>,
    first: usize,
    since: Instant,
}

impl<T> Batch<T> {
    fn new(first: usize) -> Self {
        Self { items: Vec::new(), first, since: Instant::now() }
    }

    /// Takes one more; gives all where it is time to send them.
    fn push(&mut self, item: T) -> Option<Vec<T>> {
        self.items.push(item);
        // The clock is not asked for every item.
        let is_time = self.items.len().is_multiple_of(64) && self.since.elapsed() >= PAUSE;
        if !is_time && self.items.len() != self.first {
            return None;
        }
        self.first = 0;
        self.since = Instant::now();
        Some(std::mem::take(&mut self.items))
    }
}

/// Finds all articles.
pub(super) fn list(workspace: &Workspace, lang: Lang, answers: &Answers) {
    let send = |msg| answers.send(Incoming::Answer(msg)).is_ok();
    let (mut batch, mut others, mut unreadable) = (Batch::new(FIRST), 0, Vec::new());
    for listed in walk(workspace) {
        match listed {
            Listed::Article(id) => {
                if let Some(found) = batch.push(id)
                    && !send(Msg::Listed(found))
                {
                    return;
                }
            }
            Listed::Other(_) => others += 1,
            Listed::Unreadable { path, source } => {
                let why = errors::disk(lang, &source);
                unreadable.push(format!("{}: {why}", path.display()));
            }
        }
    }
    if !batch.items.is_empty() {
        send(Msg::Listed(batch.items));
    }
    send(Msg::ListDone { others, unreadable });
}

/// Finds out where the annotator stands in every article. A file that cannot be read says so when it is opened.
pub(super) fn progress(workspace: &Workspace, annotator: &Annotator, answers: &Answers) {
    let send = |counts, sources: BTreeSet<String>| {
        let sources = sources.into_iter().collect();
        answers.send(Incoming::Answer(Msg::Progress { counts, sources })).is_ok()
    };
    let (mut batch, mut sources) = (Batch::new(0), BTreeSet::new());
    for found in annotations::documents_of(workspace, annotator) {
        let Found::Document { article, .. } = found else { continue };
        let Ok(Some(parsed)) = annotations::load(workspace, &article, annotator).map(|loaded| loaded.parsed)
        else {
            continue;
        };
        let tags = parsed.document.sentences.iter().flat_map(|sentence| &sentence.tags);
        sources.extend(tags.flat_map(|tag| tag.source.iter().cloned()));
        if let Some(counts) = batch.push((article, Counts::of(&parsed.document)))
            && !send(counts, std::mem::take(&mut sources))
        {
            return;
        }
    }
    if !batch.items.is_empty() {
        send(batch.items, sources);
    }
    // What a killed run left half written is in nobody's way before.
    sweep(workspace, annotator);
}

/// Searches all articles, in their order, until it is cancelled.
pub(super) fn search(
    workspace: &Workspace,
    query: &str,
    generation: u64,
    cancel: &AtomicBool,
    answers: &Answers,
) {
    let send = |hits, done| answers.send(Incoming::Answer(Msg::Hits { generation, hits, done })).is_ok();
    let (mut batch, mut found) = (Batch::new(1), 0);
    search_corpus(workspace, &Needle::new(query), cancel, |hit| {
        found += 1;
        let store::Hit { article, at, line } = hit;
        let goes_on = batch.push(Hit { article, at, line }).is_none_or(|hits| send(hits, false));
        if goes_on && found < HITS { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    });
    if !cancel.load(Ordering::Relaxed) {
        send(batch.items, true);
    }
}
