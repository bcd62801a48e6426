//! What still needs somebody.

use std::sync::Arc;

use super::TableCounts;
use crate::{
    annotation::{AnchorState, Annotator},
    review::{Line, Reading, ReviewState, Row},
};

/// Does that row still need `me`? Not what `desk` has decided, and not what I decided with everybody's tags before me
/// (unless I am `desk`: then every label has to be decided). Else a disagreement does; what only somebody else has read;
/// what I said about words that are in doubt now, and for `desk` also what others said about them.
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
        ReviewState::Disagreement if me.is_desk() => true,
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

impl TableCounts {
    /// What is counted in the table of these lines, for `me`.
    pub fn of(rows: &[Arc<Row>], lines: &[Line], me: &Annotator) -> Self {
        let mut counts = Self { all: rows.iter().filter(|row| row.is_tagged()).count(), ..Self::default() };
        for line in lines {
            if let Line::Row(index) = line
                && let Some(row) = rows.get(*index)
            {
                let weight = Self::of_row(row, me);
                counts.shown += 1;
                counts.open += weight.open;
                counts.disagreements += weight.disagreements;
                counts.moved += weight.moved;
            }
        }
        counts
    }

    /// A row that is counted has changed.
    pub(super) fn shift(&mut self, before: &Row, after: &Row, me: &Annotator) {
        let (was, is) = (Self::of_row(before, me), Self::of_row(after, me));
        self.open = (self.open + is.open).saturating_sub(was.open);
        self.disagreements = (self.disagreements + is.disagreements).saturating_sub(was.disagreements);
        self.moved = (self.moved + is.moved).saturating_sub(was.moved);
    }

    /// What one row counts.
    fn of_row(row: &Row, me: &Annotator) -> Self {
        let moved = row.of(me).any(|reading| reading.anchor != AnchorState::Exact);
        Self {
            open: usize::from(is_open(row, me)),
            disagreements: usize::from(row.state == ReviewState::Disagreement),
            moved: usize::from(moved),
            ..Self::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::{Label, Sentence, Tag};
    use crate::review::ArticleHead;
    use crate::text::{ArticleId, FrontMatter, Span};

    /// `ab:claim` tags, `ab!claim` rejects, `ab:-` has only read, `ab:claim+cd` tags and has seen what cd says,
    /// `ab?claim` is in doubt.
    fn is_open_for(me: &str, said: &[&str]) -> bool {
        let reading = |said: &&str| {
            let in_doubt = said.contains('?');
            let (name, label) = said.split_once([':', '!', '?']).unwrap();
            let (label, saw) = label.split_once('+').unwrap_or((label, ""));
            let span = Span::new(0, 5);
            let mut sentence = Sentence::untouched(span, "Satz.");
            if label == "-" {
                sentence.read = true;
            } else if said.contains('!') {
                sentence.not.push(Label::new(label));
            } else {
                sentence.tags.push(Tag::new(Label::new(label)));
            }
            sentence.saw = saw.split('+').filter(|name| !name.is_empty()).map(str::to_owned).collect();
            Reading {
                annotator: Annotator::new(name).unwrap(),
                sentence: Arc::new(sentence),
                anchor: if in_doubt { AnchorState::Edited } else { AnchorState::Exact },
                now: Some(span),
                words: None,
                score: 1.0,
                line: 1,
            }
        };
        let id = ArticleId::new("a.txt");
        let head = Arc::new(ArticleHead { id, front: FrontMatter::default(), unreadable: None });
        let row = Row::new(head, said.iter().map(reading).collect()).unwrap();
        is_open(&row, &Annotator::new(me).unwrap())
    }

    #[test]
    fn a_disagreement_is_open_until_it_is_decided_with_everybody_before_one() {
        for (me, said, open) in [
            ("ef", &["ab:claim", "cd:-"][..], true),
            ("ab", &["ab:claim", "cd:-"], true),
            ("ab", &["ab:claim+cd", "cd:-"], false),
            ("ef", &["ab:claim", "cd:-", "ef:claim+ab"], true),
            ("ef", &["ab:claim", "cd:-", "ef:claim+ab+cd"], false),
            ("ab", &["ab:claim", "cd:-", "desk:-"], false),
        ] {
            assert_eq!(is_open_for(me, said), open, "{me}: {said:?}");
        }
    }

    #[test]
    fn what_one_has_read_alone_waits_for_somebody_else() {
        assert!(is_open_for("cd", &["ab:claim"]) && is_open_for("desk", &["ab:claim"]));
        assert!(!is_open_for("ab", &["ab:claim"]));
        assert!(!is_open_for("ef", &["ab:claim", "cd:claim"]));
        assert!(!is_open_for("cd", &["ab:-"]), "nothing is tagged");
    }

    #[test]
    fn the_desk_is_not_done_before_it_has_decided() {
        assert!(is_open_for("desk", &["ab:claim", "cd:-", "desk!denial+ab+cd"]));
        assert!(!is_open_for("desk", &["ab:claim", "cd:-", "desk!claim+ab+cd"]));
    }

    #[test]
    fn words_in_doubt_are_open_for_whom_they_concern() {
        assert!(is_open_for("ab", &["ab?claim"]) && is_open_for("desk", &["ab?claim", "cd:claim"]));
        assert!(!is_open_for("cd", &["ab?claim", "cd:claim"]));
    }
}
