//! Bringing an article in by pasting it: the text, then its name, then it is saved.

use tui_input::Input;

use super::{
    Overlay, Paste,
    keys::{insert, request},
};
use crate::{
    app::{App, Effect, Key, Seek},
    locale::phrases::{GIVE_TEXT, NAME_ARTICLE},
    text::{ArticleId, FrontMatter, slug},
};

/// The most characters of a name that is proposed.
const LONGEST_NAME: usize = 48;
/// How many articles of the same name get a number.
const MOST_OF_A_NAME: usize = 100;

impl App {
    /// Opens it, with what was there when it was left.
    pub(in crate::app) fn open_paste(&mut self) {
        let mut paste = self.unpasted.take().unwrap_or_default();
        if paste.to.value().is_empty() {
            paste.propose(self.story());
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
            Key::Tab => self.name(&mut paste),
            Key::Enter if !paste.typed => self.name(&mut paste),
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

    /// The story of the open article with a slash behind it; empty where it has none.
    fn story(&self) -> String {
        let story = self.desk.open.as_ref().map(|open| open.article.id.story()).unwrap_or_default();
        if story.is_empty() { String::new() } else { format!("{story}/") }
    }

    /// Goes on from the text to its name: proposed is the open article's story, and what the text is called.
    fn name(&self, paste: &mut Paste) {
        if paste.text.trim().is_empty() {
            paste.complaint = Some(GIVE_TEXT.text(self.lang).to_owned());
            return;
        }
        paste.naming = true;
        let name = slug(&title(&paste.text), LONGEST_NAME);
        if paste.to.value() == paste.proposed && !name.is_empty() {
            let to = self.story() + &name;
            let is_free = |to: &String| self.list.index_of(&ArticleId::new(format!("{to}.txt"))).is_none();
            let numbered = (2..MOST_OF_A_NAME).map(|n| format!("{to}-{n}"));
            let free = std::iter::once(to.clone()).chain(numbered).find(is_free);
            paste.propose(free.unwrap_or(to));
        }
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

    fn propose(&mut self, to: String) {
        // Where there is no story yet, it is typed in front of the name.
        let cursor = if to.contains('/') { to.chars().count() } else { 0 };
        self.to = Input::new(to.clone()).with_cursor(cursor);
        self.proposed = to;
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

/// What a pasted text is called: the title in its front matter, else its first line that says anything.
fn title(text: &str) -> String {
    let (front, body) = FrontMatter::parse(text).unwrap_or_default();
    let first =
        || text.get(body..)?.lines().find(|line| line.contains(char::is_alphanumeric)).map(str::to_owned);
    front.title.or_else(first).unwrap_or_default()
}
