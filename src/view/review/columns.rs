//! Which columns the table has, and how wide they are: what is needed least goes first where there is little room.

use crate::{
    app::geometry::Area,
    review::{Column, Group},
};

/// The least columns for the anchor state in words.
pub(super) const STATE_IN_FULL: u16 = 26;
/// The least columns for the review state in words.
pub(super) const STATE_IN_WORDS: u16 = 15;

/// Columns of the bar on the left.
const BAR: u16 = 1;
/// Columns of air on the right.
const AIR: u16 = 1;

/// The columns of the table, from left to right, with their widths; the sentence takes what is left.
pub(super) struct Columns {
    shown: Vec<(Column, u16)>,
    gap: u16,
}

impl Columns {
    /// Those of a table of that width; below headings of articles only their lines are
    /// told.
    pub(super) fn of(width: u16, group: Option<Group>) -> Self {
        let [article, labels, source, annotators, state] = match width {
            160.. => [24, 20, 22, 12, STATE_IN_FULL],
            130.. => [20, 20, 18, 8, STATE_IN_WORDS],
            110.. => [18, 20, 16, 0, STATE_IN_WORDS],
            90.. => [16, 14, 0, 0, STATE_IN_WORDS],
            72.. => [15, 13, 0, 0, STATE_IN_WORDS],
            56.. => [12, 11, 0, 0, 2],
            _ => [0, 11, 0, 0, 2],
        };
        let article = if group == Some(Group::Article) { article.min(6) } else { article };
        let gap = if width >= 72 { 2 } else { 1 };
        let others = [article, labels, source, annotators, state];
        let taken: u16 = others.iter().filter(|width| **width > 0).map(|width| width + gap).sum();
        let sentence = width.saturating_sub(BAR + AIR + taken);
        let all = [
            (Column::Article, article),
            (Column::Sentence, sentence),
            (Column::Labels, labels),
            (Column::Source, source),
            (Column::Annotators, annotators),
            (Column::State, state),
        ];
        Self { shown: all.into_iter().filter(|(_, width)| *width > 0).collect(), gap }
    }

    /// Is that column shown?
    pub(super) fn shows(&self, column: Column) -> bool {
        self.shown.iter().any(|(shown, _)| *shown == column)
    }

    /// The columns and where they are in the line `place`.
    pub(super) fn areas(&self, place: Area) -> impl Iterator<Item = (Column, Area)> {
        let mut x = place.x.saturating_add(BAR);
        let end = place.x.saturating_add(place.width);
        self.shown.iter().map(move |(column, width)| {
            let start = x.min(end);
            x = start.saturating_add(*width).saturating_add(self.gap);
            (*column, Area { x: start, width: (*width).min(end - start), ..place })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sentence_has_the_most_room_on_every_terminal_and_nothing_leaves_the_table() {
        for width in 40..=240 {
            let columns = Columns::of(width, None);
            let place = Area { x: 3, y: 1, width, height: 1 };
            let areas: Vec<_> = columns.areas(place).collect();
            let sentence = areas.iter().find(|(column, _)| *column == Column::Sentence).unwrap().1.width;
            assert!(areas.iter().all(|(_, area)| area.width <= sentence), "{width}: {areas:?}");
            let last = areas.last().unwrap().1;
            assert_eq!(last.x + last.width + AIR, 3 + width, "{width}");
        }
    }

    #[test]
    fn labels_and_state_are_never_left_out() {
        let shown =
            |width| Columns::of(width, None).shown.into_iter().map(|(column, _)| column).collect::<Vec<_>>();
        assert_eq!(shown(40), [Column::Sentence, Column::Labels, Column::State]);
        assert_eq!(shown(80), [Column::Article, Column::Sentence, Column::Labels, Column::State]);
        assert_eq!(shown(200).len(), 6);
    }
}
