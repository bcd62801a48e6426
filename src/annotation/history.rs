//! Undo and redo through a whole run, across articles.

use super::Edit;

/// What was done and can be taken back, and what was taken back and can be done again.
///
/// Every edit kept here is ready to be applied: taking one out, applying it and handing its inverse back moves it to
/// the other side. An edit that turns out to be stale is simply not handed back.
#[derive(Clone, Debug, Default)]
pub struct History {
    done: Vec<Edit>,
    undone: Vec<Edit>,
}

impl History {
    /// Something new was done; `inverse` takes it back. What was undone before cannot be redone any more.
    pub fn did(&mut self, inverse: Edit) {
        self.done.push(inverse);
        self.undone.clear();
    }

    /// The edit to apply for an undo, taken out.
    pub fn take_undo(&mut self) -> Option<Edit> {
        self.done.pop()
    }

    /// An undo was applied; `inverse` does it again.
    pub fn undid(&mut self, inverse: Edit) {
        self.undone.push(inverse);
    }

    /// The edit to apply for a redo, taken out.
    pub fn take_redo(&mut self) -> Option<Edit> {
        self.undone.pop()
    }

    /// A redo was applied; `inverse` takes it back.
    pub fn redid(&mut self, inverse: Edit) {
        self.done.push(inverse);
    }

    /// Is there something to undo?
    pub fn can_undo(&self) -> bool {
        !self.done.is_empty()
    }

    /// Is there something to redo?
    pub fn can_redo(&self) -> bool {
        !self.undone.is_empty()
    }
}
