//! What can be switched while the program runs: mouse, colours, language.

use super::{App, Effect};
use crate::locale::{Lang, say};

impl App {
    pub(super) fn switch_mouse(&mut self) {
        self.settings.mouse = !self.settings.mouse;
        self.effects.push(Effect::Mouse(self.settings.mouse));
        self.say(say::mouse(self.lang, self.settings.mouse));
    }

    pub(super) fn switch_theme(&mut self) {
        self.settings.theme = self.settings.theme.next();
        self.say(say::theme(self.lang, self.settings.theme.name()));
    }

    pub(super) fn switch_language(&mut self) {
        self.lang = match self.lang {
            Lang::En => Lang::De,
            Lang::De => Lang::En,
        };
    }
}
