//! Where a key goes: the topmost overlay, else the innermost scope that knows it.

use super::{Action, App, Key, Leaving, Pane, Scope, Seek, View};
use crate::locale::say;

/// How many keys are kept that are typed while an article is being opened.
const TYPED_AHEAD: usize = 256;

impl App {
    pub(super) fn key(&mut self, key: Key) {
        self.notice = self.lasting_notice();
        if self.desk.seek == Some(Seek::End) {
            // Whoever does something else does not want to go there any more.
            self.desk.seek = None;
        }
        if let Some(overlay) = self.overlays.pop() {
            return self.overlay_key(overlay, key);
        }
        let action = self.action_of(key);
        if self.must_wait(action) {
            if self.typed_ahead.len() < TYPED_AHEAD {
                self.typed_ahead.push(key);
            }
            return;
        }
        match action {
            Some(action) => self.perform(action),
            None if self.is_too_small() => {}
            None => {
                let help = self.commands.key_of(Action::Help);
                self.say(say::unbound(self.lang, &key.to_string(), &help));
            }
        }
    }

    /// What that key means here, if something.
    pub(super) fn action_of(&self, key: Key) -> Option<Action> {
        self.scopes().find_map(|scope| self.commands.bound(scope, key)).map(|command| command.action)
    }

    /// The scopes that hold here, the innermost first.
    pub fn scopes(&self) -> impl Iterator<Item = Scope> + use<> {
        let at_desk = self.view == View::Desk;
        let words = (at_desk && self.desk.words.is_some()).then_some(Scope::Words);
        let list = (at_desk && self.focus == Pane::List).then_some(Scope::List);
        let view = match self.view {
            View::Desk => Scope::Desk,
            View::Review => Scope::Review,
            View::Overview => Scope::Overview,
        };
        words.into_iter().chain(list).chain([view, Scope::Global])
    }

    /// Is the terminal too small to show what a key would do?
    pub(super) fn is_too_small(&self) -> bool {
        self.size.is_too_small()
    }

    /// Keys are meant for the article that is being opened: all but those that work without one wait for it.
    fn must_wait(&self, action: Option<Action>) -> bool {
        if self.view != View::Desk {
            return self.view == View::Review && self.must_wait_in_review(action);
        }
        let command = action.and_then(|action| self.commands.of(action));
        let at_once = match action {
            // Keys that wait are meant for this view.
            Some(
                Action::NextArticle
                | Action::PreviousArticle
                | Action::Desk
                | Action::Review
                | Action::Overview,
            ) => self.typed_ahead.is_empty(),
            _ => {
                command.is_some_and(|command| command.scopes.contains(&Scope::Global))
                    || self.focus == Pane::List
            }
        };
        self.desk.opening.is_some() && !at_once
    }

    /// Handles what was typed while the article was being opened.
    pub(super) fn catch_up(&mut self) {
        let mut typed = std::mem::take(&mut self.typed_ahead).into_iter();
        while let Some(key) = typed.next() {
            self.key(key);
            // While keys wait again, the others wait behind them.
            if !self.typed_ahead.is_empty() || self.desk.opening.is_some() && self.view == View::Desk {
                self.typed_ahead.extend(typed.by_ref());
            }
        }
    }

    /// Any other act than leaving again means that the person stays.
    pub(super) fn stays(&mut self, action: Action) {
        if action != Action::Quit && self.leaving == Leaving::Warned {
            self.leaving = Leaving::No;
        }
    }
}
