//! What can be switched while the program runs: mouse, colours, language. It lasts: each is kept in the person's config
//! file.

use super::{App, Effect, notice::Weight, settings::Switched};
use crate::locale::{Lang, settings};

impl App {
    pub(super) fn switch_mouse(&mut self) {
        self.settings.mouse = !self.settings.mouse;
        self.effects.push(Effect::Mouse(self.settings.mouse));
        self.keep(Switched::Mouse(self.settings.mouse));
    }

    pub(super) fn switch_theme(&mut self) {
        self.settings.theme = self.settings.theme.next();
        self.keep(Switched::Theme(self.settings.theme));
    }

    pub(super) fn switch_language(&mut self) {
        self.lang = match self.lang {
            Lang::En => Lang::De,
            Lang::De => Lang::En,
        };
        self.settings.lang = Some(self.lang);
        self.keep(Switched::Language(self.lang));
    }

    fn keep(&mut self, setting: Switched) {
        self.say(setting.text(self.lang));
        self.effects.push(Effect::KeepSetting(setting));
    }

    /// Says where a setting is kept, or why it lasts no longer than this run.
    pub(super) fn setting_kept(&mut self, setting: &Switched, file: Result<String, String>) {
        let what = setting.text(self.lang);
        match file {
            // Where something else is being said already, that matters more.
            Ok(file) => match &mut self.notice {
                Some(notice) if notice.weight == Weight::Info && notice.text == what => {
                    notice.text = settings::setting_kept(self.lang, &what, &file);
                }
                _ => {}
            },
            Err(error) => self.warn(settings::setting_not_kept(self.lang, &what, &error)),
        }
    }
}
