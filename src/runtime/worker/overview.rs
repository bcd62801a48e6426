//! What the Overview shows: the whole workspace, counted.

use std::time::{Duration, Instant};

use super::{Generation, Place};
use crate::{
    app::{Msg, ReadSoFar},
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
    let (mut so_far, mut since) = (ReadSoFar::default(), Instant::now());
    let send = |so_far: ReadSoFar, sections: Option<Vec<Section>>| {
        answers.send(Incoming::Answer(Msg::Counted { generation, so_far, sections })).map_err(drop)
    };
    let counted = count(&place.workspace, &place.settings, None, |step| {
        let unreadable = so_far.unreadable + step.errors.len();
        so_far = ReadSoFar { read: step.read, all: step.all, unreadable, done: false };
        if since.elapsed() >= PAUSE {
            since = Instant::now();
            send(so_far, None)?;
        }
        wanted.is(generation).then_some(()).ok_or(())
    });
    if let Ok(counted) = counted {
        so_far.done = true;
        // Nobody listens any more where the program ends.
        let _ = send(so_far, Some(sections(&counted.tally, &counted.agreement, &place.settings.labels)));
    }
}
