//! One frame to the terminal: in one piece, between the marks of a synchronised update, and not at all where
//! nothing changed.

use std::io;

use ratatui::{
    backend::{Backend, ClearType, CrosstermBackend, WindowSize},
    buffer::Cell,
    layout::{Position, Size},
};

use super::output;

/// The size that is taken for a terminal that does not know its own.
const UNKNOWN: Size = Size { width: 80, height: 24 };

/// A backend that collects a frame and writes it at [`Backend::flush`].
///
/// It never asks the terminal anything: the cursor is where it was last put, and the size comes from the kernel.
#[derive(Debug, Default)]
pub(super) struct FrameBackend {
    bytes: Vec<u8>,
    cursor: Position,
    shown: Option<bool>,
}

impl FrameBackend {
    /// A backend that knows nothing of what is on the screen.
    pub(super) fn new() -> Self {
        Self::default()
    }

    /// Columns and rows of the terminal now; 80 × 24 where it does not say.
    pub(super) fn terminal_size() -> Size {
        rustix::termios::tcgetwinsize(rustix::stdio::stdout())
            .ok()
            .map(|size| Size { width: size.ws_col, height: size.ws_row })
            .filter(|size| size.width > 0 && size.height > 0)
            .unwrap_or(UNKNOWN)
    }

    fn crossterm(&mut self) -> CrosstermBackend<&mut Vec<u8>> {
        CrosstermBackend::new(&mut self.bytes)
    }

    fn show(&mut self, shown: bool) -> io::Result<()> {
        if self.shown.replace(shown) == Some(shown) {
            return Ok(());
        }
        if shown { self.crossterm().show_cursor() } else { self.crossterm().hide_cursor() }
    }
}

impl Backend for FrameBackend {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        let mut content = content.peekable();
        if content.peek().is_none() {
            return Ok(());
        }
        // Drawing leaves the cursor anywhere; the next position is sent in any case.
        self.cursor = Position { x: u16::MAX, y: u16::MAX };
        self.crossterm().draw(content)
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.show(false)
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        self.show(true)
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        Ok(self.cursor)
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        let position = position.into();
        if self.cursor == position {
            return Ok(());
        }
        self.cursor = position;
        self.crossterm().set_cursor_position(position)
    }

    fn clear(&mut self) -> io::Result<()> {
        self.clear_region(ClearType::All)
    }

    fn clear_region(&mut self, clear_type: ClearType) -> io::Result<()> {
        self.crossterm().clear_region(clear_type)
    }

    fn size(&self) -> io::Result<Size> {
        Ok(Self::terminal_size())
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        Ok(WindowSize { columns_rows: Self::terminal_size(), pixels: Size::default() })
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.bytes.is_empty() {
            return Ok(());
        }
        let mut frame = Vec::with_capacity(self.bytes.len() + 16);
        frame.extend_from_slice(b"\x1b[?2026h");
        frame.append(&mut self.bytes);
        frame.extend_from_slice(b"\x1b[?2026l");
        output::write_all(&frame)
    }
}

#[cfg(test)]
mod tests {
    use ratatui::Terminal;

    use super::*;

    #[test]
    fn an_unchanged_frame_has_no_bytes() {
        let mut backend = FrameBackend::new();
        let cell = Cell::new("x");
        backend.draw([(0, 0, &cell)].into_iter()).unwrap();
        backend.hide_cursor().unwrap();
        assert!(!backend.bytes.is_empty());
        backend.bytes.clear();
        backend.draw([].into_iter()).unwrap();
        backend.hide_cursor().unwrap();
        assert!(backend.bytes.is_empty());
    }

    #[test]
    fn clearing_asks_the_terminal_nothing() {
        let mut terminal = Terminal::new(FrameBackend::new()).unwrap();
        terminal.clear().unwrap();
        let bytes = &terminal.backend().bytes;
        assert!(!bytes.is_empty());
        assert!(!bytes.windows(2).any(|pair| pair == b"6n"), "cursor position was asked for");
    }
}
