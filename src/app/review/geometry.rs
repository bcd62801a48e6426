//! Where the parts of the Review are: a pure function of the size and the focus, used by update and view alike.

use super::ReviewPane;
use crate::app::geometry::{Area, Size};

/// Where everything of the Review stands; a pane that is not shown has no area.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ReviewGeometry {
    /// All between header and footer.
    pub body: Area,
    /// The table; its first row is that of the heads of its columns.
    pub table: Option<Area>,
    /// The detail pane.
    pub detail: Option<Area>,
    /// The line between the two, one column or one row, where both are shown.
    pub between: Option<Area>,
}

/// The least columns for the detail pane beside the table.
const WIDE: u16 = 140;
/// The least rows between header and footer for the detail pane below the table.
const HIGH: u16 = 16;

impl ReviewGeometry {
    /// Where everything stands on a terminal of `size`: from 140 columns on the detail pane is beside the table, else
    /// below it; on less than 18 rows only the pane that has the keys is shown. Nothing has an area below
    /// [`SMALLEST`](crate::app::geometry::SMALLEST).
    pub fn of(size: Size, focus: ReviewPane) -> Self {
        let Some([_, body, _]) = size.parts() else { return Self::default() };
        let mut geometry = Self { body, ..Self::default() };
        if size.width >= WIDE {
            let width = (body.width * 2 / 5).clamp(58, 90);
            let table = Area { width: body.width - width - 1, ..body };
            geometry.table = Some(table);
            geometry.between = Some(Area { x: table.width, width: 1, ..body });
            geometry.detail = Some(Area { x: table.width + 1, width, ..body });
        } else if body.height >= HIGH {
            let height = body.height / 2;
            let table = Area { height: body.height - height - 1, ..body };
            geometry.table = Some(table);
            geometry.between = Some(Area { y: body.y + table.height, height: 1, ..body });
            geometry.detail = Some(Area { y: body.y + table.height + 1, height, ..body });
        } else {
            match focus {
                ReviewPane::Table => geometry.table = Some(body),
                ReviewPane::Detail => geometry.detail = Some(body),
            }
        }
        geometry
    }

    /// Lines of the table that are shown at once.
    pub fn lines(&self) -> usize {
        self.table.map_or(0, |table| usize::from(table.height.saturating_sub(1)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(width: u16, height: u16, focus: ReviewPane) -> ReviewGeometry {
        ReviewGeometry::of(Size { width, height }, focus)
    }

    #[test]
    fn both_panes_are_shown_where_there_is_room() {
        for (width, height) in [(80, 24), (120, 36), (160, 50), (200, 60), (140, 10), (40, 18)] {
            let geometry = at(width, height, ReviewPane::Table);
            assert!(geometry.table.is_some() && geometry.detail.is_some(), "{width}x{height}");
        }
        let small = at(40, 10, ReviewPane::Detail);
        assert!(small.table.is_none() && small.detail.is_some());
        assert_eq!(at(39, 24, ReviewPane::Table), ReviewGeometry::default());
    }

    #[test]
    fn panes_neither_overlap_nor_leave_the_screen() {
        for (width, height) in (40..220).flat_map(|width| [10, 17, 18, 24, 61].map(|height| (width, height)))
        {
            let geometry = at(width, height, ReviewPane::Table);
            let shown = [geometry.table, geometry.between, geometry.detail];
            let cells: u32 =
                shown.into_iter().flatten().map(|area| u32::from(area.width) * u32::from(area.height)).sum();
            assert_eq!(cells, u32::from(width) * u32::from(height - 2), "{width}x{height}");
            assert!(geometry.lines() >= 6, "{width}x{height}");
        }
    }
}
