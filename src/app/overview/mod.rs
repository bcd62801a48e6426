//! View 4: the workspace in pictures. What is seen there is counted by [`crate::review::overview`].

mod filling;
pub mod layout;
mod moving;

use std::{collections::HashSet, sync::Arc};

pub use layout::Layout;

use super::{App, ReadSoFar, geometry::Area};
use crate::review::overview::{Bar, Bars, Section, Topic};

/// The state of the Overview.
#[derive(Debug, Default)]
pub struct Overview {
    /// The pictures; those of the last time until there are new ones.
    pub sections: Arc<Vec<Section>>,
    /// What is selected.
    pub cursor: Cursor,
    /// The sections that are shown whole.
    pub unfolded: HashSet<Topic>,
    /// The first row shown.
    pub top: usize,
    /// How far the workspace has been counted; `None` before the view was opened.
    pub so_far: Option<ReadSoFar>,
    /// Number of the last count: answers to earlier ones are dropped.
    pub generation: u64,
}

/// A place among the pictures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cursor {
    /// In which section.
    pub section: usize,
    /// On which of its lines ([`layout::Place::lines`]).
    pub line: usize,
    /// On which of the bars of that line.
    pub bar: usize,
}

impl Overview {
    /// Where the sections stand in `area`.
    pub fn layout(&self, area: Area) -> Layout {
        Layout::of(&self.sections, |section| self.unfolded.contains(&section.topic), area)
    }

    /// The selected section, row and bar; `None` on the line that stands for rows folded away.
    pub fn selected(&self, layout: &Layout) -> Option<(&Section, &Bars, &Bar)> {
        let Cursor { section, line, bar } = self.cursor;
        let shown = layout.places.get(section)?.shown;
        let section = self.sections.get(section)?;
        let row = section.rows.get(..shown)?.get(line)?;
        Some((section, row, row.bars.get(bar).or_else(|| row.bars.last())?))
    }
}

impl App {
    /// Where the pictures are.
    pub fn overview_area(&self) -> Area {
        let Some([_, body, _]) = self.size.parts() else { return Area::default() };
        Area { x: 1, width: body.width - 2, ..body }
    }
}
