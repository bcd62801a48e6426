//! What was drawn where, so that a click can mean it.

use crate::app::{geometry::Area, msg::Target};

/// The things of one frame and the cells they cover.
#[derive(Debug, Default)]
pub struct HitMap {
    spots: Vec<(Area, Target)>,
}

impl HitMap {
    /// What was drawn at that cell, counted from the upper left corner; the last that was drawn there wins.
    pub fn at(&self, column: u16, row: u16) -> Option<Target> {
        self.spots.iter().rev().find(|(area, _)| covers(*area, column, row)).map(|(_, target)| target.clone())
    }

    /// Everything that was drawn and the cells it covers, in the order of drawing.
    pub fn iter(&self) -> impl Iterator<Item = &(Area, Target)> {
        self.spots.iter()
    }

    /// Remembers that `target` was drawn in `area`.
    pub(super) fn add(&mut self, area: Area, target: Target) {
        if area.width > 0 && area.height > 0 {
            self.spots.push((area, target));
        }
    }

    /// Forgets everything: an overlay covers it.
    pub(super) fn clear(&mut self) {
        self.spots.clear();
    }
}

fn covers(area: Area, column: u16, row: u16) -> bool {
    (area.x..area.x.saturating_add(area.width)).contains(&column)
        && (area.y..area.y.saturating_add(area.height)).contains(&row)
}
