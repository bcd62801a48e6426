//! What still needs somebody.

use crate::{
    annotation::Annotator,
    review::{Reading, ReviewState, Row},
};

/// Does that row still need `me`? Not what `desk` has decided, and not what I decided with everybody's tags before me.
/// Else a disagreement does; what only somebody else has read; what I said about words that are in doubt now, and for
/// `desk` also what others said about them.
pub fn is_open(row: &Row, me: &Annotator) -> bool {
    if !row.is_tagged() || row.state == ReviewState::Decided {
        return false;
    }
    let is_mine = |reading: &&Reading| reading.annotator == *me;
    let in_doubt = |reading: &Reading| !reading.anchor.is_placed();
    if row.readings.iter().any(|reading| in_doubt(reading) && (me.is_desk() || reading.annotator == *me)) {
        return true;
    }
    let have_read = row.readings.iter().filter(is_mine).any(|reading| reading.sentence.is_read());
    match row.state {
        ReviewState::Disagreement => {
            let seen = |name: &str| {
                let saw = |reading: &Reading| reading.sentence.saw.iter().any(|saw| saw == name);
                row.readings.iter().filter(is_mine).any(saw)
            };
            row.readings.iter().any(|reading| reading.annotator != *me && !seen(reading.annotator.as_str()))
        }
        ReviewState::OneReader => !have_read,
        ReviewState::Unread | ReviewState::Agreed | ReviewState::Decided => false,
    }
}
