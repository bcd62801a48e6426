//! A text to read.

use super::{Overlay, Pages};
use crate::app::{Action, App, Key};

impl App {
    /// Opens the codebook.
    pub(in crate::app) fn open_codebook(&mut self) {
        let title = self.commands.title_of(Action::Codebook, self.lang).to_owned();
        let lines = self.codebook.text(self.lang).lines().map(str::to_owned).collect();
        self.overlays.push(Overlay::Pages(Pages { title, lines, top: 0 }));
    }
}

impl Pages {
    pub(in crate::app) fn key(&mut self, key: Key, height: usize) {
        let page = isize::try_from(height.saturating_sub(1).max(1)).unwrap_or(1);
        match key {
            Key::Down | Key::Char('j') | Key::Enter => self.scroll(1),
            Key::Up | Key::Char('k') => self.scroll(-1),
            Key::PageDown | Key::Char(' ') => self.scroll(page),
            Key::PageUp => self.scroll(-page),
            Key::Ctrl('d') => self.scroll(page / 2),
            Key::Ctrl('u') => self.scroll(-page / 2),
            Key::Home | Key::Char('g') => self.top = 0,
            Key::End | Key::Char('G') => self.scroll(isize::MAX),
            _ => {}
        }
    }

    pub(super) fn scroll(&mut self, rows: isize) {
        self.top = self.top.saturating_add_signed(rows).min(self.lines.len().saturating_sub(1));
    }
}
