//! The reader: opens articles and cuts them into units, the first screen at once and the rest in pieces.

use std::sync::mpsc::Receiver;

use super::{Generation, Place, placing::on_disk, presence::Shared};
use crate::{
    annotation::Annotator,
    app::{Msg, Opened},
    runtime::incoming::{Answers, Incoming},
    store::{annotations, read_article},
    text::{ArticleId, Unit, sentence::Segmenter},
};

/// How much text the first units cover, in bytes.
const FIRST: u32 = 64 << 10;
/// How much text the units of one later piece cover, in bytes.
const PIECE: u32 = 1 << 20;

/// An article to open.
pub(super) struct Job {
    pub(super) article: ArticleId,
    pub(super) annotator: Annotator,
    pub(super) generation: u64,
}

/// Works until nobody can ask any more.
pub(super) fn work(
    place: &Place,
    jobs: &Receiver<Job>,
    wanted: &Generation,
    presence: &Shared,
    answers: &Answers,
) {
    for job in jobs {
        if wanted.is(job.generation) && open(place, &job, wanted, answers).is_none() {
            break;
        }
        // Others are looked for when there is nothing left to wait for.
        if wanted.is(job.generation) {
            presence.look(job.article, &job.annotator, answers);
        }
    }
}

/// Opens one article; `None` where nobody listens any more.
fn open(place: &Place, job: &Job, wanted: &Generation, answers: &Answers) -> Option<()> {
    let Job { article, annotator, generation } = job;
    let send = |msg| answers.send(Incoming::Answer(msg)).ok();
    let lang = place.spoken.lang();
    let loaded = annotations::load(&place.workspace, article, annotator);
    let article = match read_article(&place.workspace, article) {
        Ok(article) => article,
        Err(error) => {
            let document = on_disk(loaded, article, annotator, None, lang);
            let article = Err(error.text(lang).lines().map(str::to_owned).collect());
            let opened =
                Opened { generation: *generation, article, document, units: Vec::new(), complete: true };
            return send(Msg::Opened(Box::new(opened)));
        }
    };
    let options = article.options();
    let document = on_disk(loaded, &article.id, annotator, Some((&article, options)), lang);
    // Shared with the workbench: pointers, not the text.
    let shared = article.clone();
    let mut segmenter = Segmenter::new(&shared.text, shared.body, options).peekable();
    let units = piece(&mut segmenter, FIRST);
    let complete = segmenter.peek().is_none();
    let opened = Opened { generation: *generation, article: Ok(article), document, units, complete };
    send(Msg::Opened(Box::new(opened)))?;
    while segmenter.peek().is_some() && wanted.is(*generation) {
        let units = piece(&mut segmenter, PIECE);
        let done = segmenter.peek().is_none();
        send(Msg::Segmented { generation: *generation, units, done })?;
    }
    if wanted.is(*generation) {
        // The first save asks for it: then it is known already.
        shared.sha256();
    }
    Some(())
}

/// The next units, covering about `bytes`.
fn piece(units: &mut impl Iterator<Item = Unit>, bytes: u32) -> Vec<Unit> {
    let (mut taken, mut covered) = (Vec::new(), 0);
    for unit in units {
        covered += unit.bytes.end - unit.bytes.start;
        taken.push(unit);
        if covered >= bytes {
            break;
        }
    }
    taken
}
