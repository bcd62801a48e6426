//! The workspace is counted, and the pictures of it come.

use std::sync::Arc;

use super::Cursor;
use crate::{
    app::{App, Effect, ReadSoFar},
    review::overview::Section,
};

impl App {
    /// Counts the workspace. What was counted before is shown until that is done.
    pub(in crate::app) fn count_workspace(&mut self) {
        self.overview.generation += 1;
        self.overview.so_far = Some(ReadSoFar::default());
        self.effects.push(Effect::Count { generation: self.overview.generation });
    }

    /// Counting goes on, or is done. The person stays at the row where they are.
    pub(in crate::app) fn counted(
        &mut self,
        generation: u64,
        so_far: ReadSoFar,
        sections: Option<Vec<Section>>,
    ) {
        if generation != self.overview.generation {
            return;
        }
        self.overview.so_far = Some(so_far);
        if let Some(sections) = sections {
            self.overview.cursor = self.overview.cursor_in(&sections);
            self.overview.sections = Arc::new(sections);
            self.keep_bar_in_sight();
        }
    }
}

impl super::Overview {
    /// Where among `new` pictures that is which is selected now.
    fn cursor_in(&self, new: &[Section]) -> Cursor {
        let Cursor { section, line, bar } = self.cursor;
        let old = self.sections.get(section);
        let section = new.iter().position(|new| old.is_some_and(|old| old.topic == new.topic)).unwrap_or(0);
        let name = old.and_then(|old| old.rows.get(line)).map(|row| &row.name);
        let rows = new.get(section).map_or(&[][..], |section| &section.rows);
        let line = rows.iter().position(|row| Some(&row.name) == name).unwrap_or(line);
        Cursor { section, line, bar }
    }
}
