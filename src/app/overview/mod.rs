//! View 4: the workspace in pictures. What is seen there is counted by [`crate::review::overview`].

pub mod layout;

use std::{collections::HashSet, sync::Arc};

pub use layout::Layout;

use super::review::Progress;
use crate::review::overview::{Bar, Bars, Section, Topic};

/// The state of the Overview.
#[derive(Debug, Default)]
pub struct Overview {
    /// The pictures; those of the last time until there are new ones.
    pub sections: Arc<Vec<Section>>,
    /// What is selected.
    pub cursor: Cursor,
    /// The sections that are shown whole.
    pub open: HashSet<Topic>,
    /// The first row shown.
    pub top: usize,
    /// How far the workspace has been counted; `None` before the view was opened.
    pub progress: Option<Progress>,
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
    /// Where the sections stand on `width` columns.
    pub fn layout(&self, width: u16) -> Layout {
        Layout::of(&self.sections, |section| self.open.contains(&section.topic), width)
    }

    /// The selected section.
    pub fn section(&self) -> Option<&Section> {
        self.sections.get(self.cursor.section)
    }

    /// The selected row; `None` on the line that stands for those folded away.
    pub fn row(&self, layout: &Layout) -> Option<&Bars> {
        let shown = layout.places.get(self.cursor.section)?.shown;
        self.section()?.rows.get(self.cursor.line).filter(|_| self.cursor.line < shown)
    }

    /// The selected bar.
    pub fn bar(&self, layout: &Layout) -> Option<&Bar> {
        let row = self.row(layout)?;
        row.bars.get(self.cursor.bar.min(row.bars.len().saturating_sub(1)))
    }
}
