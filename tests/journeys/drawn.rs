//! What stands on the screen.

use factdesk::{app::App, view};
use ratatui::{Terminal, backend::TestBackend};

/// The rows of the screen, one below the other.
fn screen(app: &App) -> String {
    let mut terminal = Terminal::new(TestBackend::new(app.size.width, app.size.height)).unwrap();
    terminal.draw(|frame| drop(view::draw(frame, app))).unwrap();
    let cells = terminal.backend().buffer().content();
    let rows = cells.chunks(usize::from(app.size.width).max(1));
    rows.map(|row| row.iter().map(ratatui::buffer::Cell::symbol).collect::<String>() + "\n").collect()
}

/// Is each of `shown` in one of the rows of the screen, and none of `hidden`?
#[track_caller]
pub(crate) fn look(app: &App, shown: &[String], hidden: &[String]) {
    if shown.is_empty() && hidden.is_empty() {
        return;
    }
    let screen = screen(app);
    for part in shown {
        assert!(screen.contains(part.as_str()), "{part:?} is not on the screen:\n{screen}");
    }
    for part in hidden {
        assert!(!screen.contains(part.as_str()), "{part:?} is on the screen:\n{screen}");
    }
}
