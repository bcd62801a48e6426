//! Where the panes of the Review are: a pure function of the size and the focus, used by update and view alike.

use super::ReviewPane;
use crate::app::geometry::{Area, SMALLEST, Size};

/// Where everything of the Review stands; a pane that is not shown has no area.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ReviewGeometry {
    /// The line at the top.
    pub header: Area,
    /// The line at the bottom.
    pub footer: Area,
    /// The table, its first row being the heads of the columns.
    pub table: Option<Area>,
    /// The sentence in its paragraph and what is said about it.
    pub detail: Option<Area>,
}

/// The least columns for two panes side by side.
const WIDE: u16 = 140;

/// The least rows between header and footer for two panes one above the other.
const HIGH: u16 = 16;

impl ReviewGeometry {
    /// Where everything stands on a terminal of `size`: side by side on a wide one, one above the other on a high one,
    /// else only the pane that has the keys. There is one column or row between the two. Nothing has an area below
    /// [`SMALLEST`].
    pub fn of(size: Size, focus: ReviewPane) -> Self {
        if size.width < SMALLEST.width || size.height < SMALLEST.height {
            return Self::default();
        }
        let bar = |y| Area { x: 0, y, width: size.width, height: 1 };
        let body = Area { x: 0, y: 1, width: size.width, height: size.height - 2 };
        let (table, detail) = if size.width >= WIDE {
            let left = body.width * 3 / 5;
            let right = Area { x: left + 1, width: body.width - left - 1, ..body };
            (Some(Area { width: left, ..body }), Some(right))
        } else if body.height >= HIGH {
            let above = body.height * 9 / 20;
            let below = Area { y: body.y + above + 1, height: body.height - above - 1, ..body };
            (Some(Area { height: above, ..body }), Some(below))
        } else {
            match focus {
                ReviewPane::Table => (Some(body), None),
                ReviewPane::Detail => (None, Some(body)),
            }
        };
        Self { header: bar(0), footer: bar(size.height - 1), table, detail }
    }

    /// Lines of the table that are seen at once, the heads of the columns aside.
    pub fn rows(&self) -> usize {
        self.table.map_or(0, |table| usize::from(table.height.saturating_sub(1)))
    }

    /// Do the panes stand side by side?
    pub fn is_beside(&self) -> bool {
        self.detail.is_some_and(|detail| detail.x > 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(width: u16, height: u16, focus: ReviewPane) -> ReviewGeometry {
        ReviewGeometry::of(Size { width, height }, focus)
    }

    #[test]
    fn wide_terminals_have_the_panes_side_by_side_high_ones_below_each_other_small_ones_one() {
        assert!(at(200, 60, ReviewPane::Table).is_beside());
        let stacked = at(80, 24, ReviewPane::Table);
        assert!(!stacked.is_beside());
        assert_eq!((stacked.rows(), stacked.detail.unwrap().height), (8, 12));
        let small = at(40, 10, ReviewPane::Table);
        assert_eq!((small.rows(), small.detail), (7, None));
        assert_eq!(at(40, 10, ReviewPane::Detail).table, None);
        assert_eq!(at(39, 24, ReviewPane::Table), ReviewGeometry::default());
    }

    #[test]
    fn panes_never_leave_the_screen_nor_touch() {
        for width in 40..=220 {
            for height in 10..=70 {
                let geometry = at(width, height, ReviewPane::Table);
                let table = geometry.table.unwrap();
                assert!(table.x + table.width <= width && table.y + table.height < height);
                let Some(detail) = geometry.detail else { continue };
                assert!(detail.x + detail.width == width && detail.y + detail.height == height - 1);
                let apart = detail.x == table.width + 1 || detail.y == table.y + table.height + 1;
                assert!(apart && table.height > 5 && detail.height > 7 && detail.width > 39, "{geometry:?}");
            }
        }
    }
}
