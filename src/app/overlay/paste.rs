//! Bringing an article in by pasting it: the text, then its name, then it is saved.

use tui_input::Input;

use super::{
    Overlay, Paste,
    keys::{insert, request},
};
use crate::{
    app::{App, Effect, Key, Seek},
    locale::phrases::{GIVE_TEXT, NAME_ARTICLE},
    text::ArticleId,
};

impl App {
    /// Opens it, with what was there when it was left.
    pub(in crate::app) fn open_paste(&mut self) {
        let mut paste = self.unpasted.take().unwrap_or_default();
        if paste.to.value().is_empty() {
            let story = self.desk.open.as_ref().map(|open| open.article.id.story().to_owned());
            let story = story.filter(|story| !story.is_empty()).map(|story| format!("{story}/"));
            paste.to = Input::new(story.unwrap_or_default());
        }
        self.overlays.push(Overlay::Paste(paste));
    }

    pub(super) fn paste_key(&mut self, mut paste: Paste, key: Key) {
        paste.complaint = None;
        match key {
            Key::Esc if paste.naming => paste.naming = false,
            Key::Esc => {
                self.unpasted = (!paste.text.is_empty()).then_some(paste);
                return;
            }
            Key::Enter if paste.naming => self.import(&mut paste),
            Key::Enter if !paste.typed => paste.go_on(self.lang),
            Key::Tab => paste.go_on(self.lang),
            Key::BackTab => paste.naming = false,
            _ if paste.naming => {
                if let Some(request) = request(key) {
                    paste.to.handle(request);
                }
            }
            _ => paste.write(key),
        }
        self.overlays.push(Overlay::Paste(paste));
    }

    fn import(&mut self, paste: &mut Paste) {
        let to = paste.to.value().trim().trim_matches('/').to_owned();
        let parts_fit = to.split('/').all(|part| !part.is_empty() && !part.starts_with('.'));
        if parts_fit && to.contains('/') {
            self.effects.push(Effect::Import { to, text: paste.text.clone() });
        } else {
            paste.complaint = Some(NAME_ARTICLE.text(self.lang).to_owned());
        }
    }

    /// The article was brought in and is opened; or what is wrong is said.
    pub(in crate::app) fn imported(&mut self, answer: Result<ArticleId, String>) {
        let at = self.overlays.iter().position(|overlay| matches!(overlay, Overlay::Paste(_)));
        match (answer, at) {
            (Ok(article), at) => {
                if let Some(at) = at {
                    self.overlays.remove(at);
                }
                self.list.insert(article.clone());
                self.give_keys_to(crate::app::Pane::Article);
                self.open(article, Seek::FirstOpen);
            }
            (Err(error), Some(at)) => {
                if let Some(Overlay::Paste(paste)) = self.overlays.get_mut(at) {
                    paste.complaint = Some(error);
                }
            }
            (Err(error), None) => self.warn(error),
        }
    }
}

impl Paste {
    /// Text from the clipboard; as a name in one line.
    pub(super) fn pasted(&mut self, text: &str) {
        self.complaint = None;
        if self.naming {
            insert(&mut self.to, text);
        } else {
            self.text.push_str(&text.replace("\r\n", "\n").replace('\r', "\n"));
        }
    }

    fn go_on(&mut self, lang: crate::locale::Lang) {
        if self.text.trim().is_empty() {
            self.complaint = Some(GIVE_TEXT.text(lang).to_owned());
        } else {
            self.naming = true;
        }
    }

    fn write(&mut self, key: Key) {
        match key {
            Key::Char(c) => {
                self.text.push(c);
                self.typed = true;
            }
            Key::Enter => self.text.push('\n'),
            Key::Backspace => drop(self.text.pop()),
            _ => {}
        }
    }
}
