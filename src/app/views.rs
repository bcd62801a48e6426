//! From one view of the workspace to another, and back.

use super::{App, Pane, View, review::ReviewPane};

impl App {
    /// Goes to the view of that number; Esc does not lead back.
    pub(super) fn go_to_view(&mut self, view: View) {
        self.came_from.clear();
        self.show(view);
    }

    /// Shows a view. What others may have changed meanwhile is looked after.
    pub(super) fn show(&mut self, view: View) {
        self.overlays.clear();
        self.view = view;
        self.typed_ahead.clear();
        if view == View::Desk {
            self.give_keys_to(Pane::Article);
        }
        self.look_at_workspace();
    }

    /// Has the workspace read or counted anew where the view shows all of it.
    pub(super) fn look_at_workspace(&mut self) {
        match self.view {
            View::Desk => {}
            View::Review => self.read_workspace(),
            View::Overview => self.count_workspace(),
        }
    }

    /// Shows the rows of the Review that `query` means; Esc leads back to the view one comes from.
    pub fn show_in_review(&mut self, query: &str) {
        self.came_from.push(self.view);
        self.review.focus = ReviewPane::Table;
        self.set_query(query);
        self.show(View::Review);
    }
}
