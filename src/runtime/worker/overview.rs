//! What the Overview shows: the whole workspace, counted.

use std::time::{Duration, Instant};

use super::{Generation, Place};
use crate::{
    app::{Msg, review::Progress},
    review::overview::{Section, sections},
    runtime::{
        counting::count,
        incoming::{Answers, Incoming},
    },
};

/// How often it is told how far counting has come.
const PAUSE: Duration = Duration::from_millis(100);

/// Counts the workspace on every core, until another count is wanted.
pub(super) fn work(place: &Place, generation: u64, wanted: &Generation, answers: &Answers) {
    let (mut progress, mut since) = (Progress::default(), Instant::now());
    let send = |progress: Progress, sections: Option<Vec<Section>>| {
        answers.send(Incoming::Answer(Msg::Counted { generation, progress, sections })).map_err(drop)
    };
    let counted = count(&place.workspace, &place.settings, None, |step| {
        let unreadable = progress.unreadable + step.errors.len();
        progress = Progress { read: step.read, all: step.all, unreadable, done: false };
        if since.elapsed() >= PAUSE {
            since = Instant::now();
            send(progress, None)?;
        }
        wanted.is(generation).then_some(()).ok_or(())
    });
    if let Ok(counted) = counted {
        progress.done = true;
        // Nobody listens any more where the program ends.
        let _ = send(progress, Some(sections(&counted.tally, &counted.agreement, &place.settings.labels)));
    }
}
