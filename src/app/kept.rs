//! Edits that an earlier run could not save: offered at the start, before an article is opened, and never lost.

use std::path::PathBuf;

use jiff::Timestamp;

use super::{
    App, Effect, Key, Overlay,
    overlay::{KeptDoing, KeptOffer, Pages},
};
use crate::{
    annotation::Annotator,
    locale::{Lang, Text, phrases, say},
    text::ArticleId,
};

/// Edits to one article that an earlier run could not save.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptEdits {
    /// By what they are found again.
    pub path: PathBuf,
    /// Whose they are.
    pub annotator: Annotator,
    /// To which article.
    pub article: ArticleId,
    /// When they were kept, if that is known.
    pub at: Option<Timestamp>,
    /// Why they could not be saved, if that is known.
    pub why: Option<Text>,
}

impl KeptEdits {
    /// To which article, when, and why.
    pub fn text(&self, lang: Lang) -> String {
        let at = self.at.map_or_else(String::new, |at| format!(", {}", at.strftime("%Y-%m-%d %H:%M UTC")));
        let why = self.why.as_ref().map_or_else(String::new, |why| format!(": {}", why.text(lang)));
        format!("{}{at}{why}", self.article)
    }
}

impl App {
    /// Offers the edits that were kept for this annotator; `false` where there are none.
    pub(super) fn offer_kept(&mut self) -> bool {
        let kept = std::mem::take(&mut self.kept);
        let (edits, others): (_, Vec<_>) = kept.into_iter().partition(|kept| self.is_me(&kept.annotator));
        self.kept = others;
        if edits.is_empty() {
            return false;
        }
        let pages =
            Pages { title: phrases::KEPT_EDITS.text(self.lang).to_owned(), lines: Vec::new(), top: 0 };
        let mut offer = KeptOffer { edits, pages, doing: KeptDoing::Asking };
        self.word(&mut offer);
        self.overlays.push(Overlay::Kept(offer));
        true
    }

    /// What the offer says.
    fn word(&self, offer: &mut KeptOffer) {
        let mut lines = vec![phrases::COULD_NOT_BE_SAVED.text(self.lang).to_owned(), String::new()];
        for edits in &offer.edits {
            lines.push(format!("- {}", edits.text(self.lang)));
        }
        let question = match offer.doing {
            KeptDoing::Asking => phrases::TAKE_OVER_KEPT,
            KeptDoing::Discarding => phrases::DISCARD_KEPT,
            KeptDoing::Working => phrases::TAKING_OVER,
        };
        lines.extend([String::new(), question.text(self.lang).to_owned()]);
        offer.pages.lines = lines;
    }

    /// A key on the offer, which was taken off the stack.
    pub(super) fn kept_key(&mut self, mut offer: KeptOffer, key: Key, height: usize) {
        let paths = || offer.edits.iter().map(|edits| edits.path.clone()).collect();
        match (offer.doing, key) {
            // They are taken over all the same.
            (KeptDoing::Working, Key::Esc) => return self.go_on(),
            (KeptDoing::Working, _) => {}
            (_, Key::Esc) => {
                self.say(phrases::KEPT_FOR_LATER.text(self.lang));
                return self.go_on();
            }
            (KeptDoing::Asking, Key::Enter) => {
                self.effects.push(Effect::Recover(paths()));
                offer.doing = KeptDoing::Working;
            }
            (KeptDoing::Discarding, Key::Char('d')) => {
                self.effects.push(Effect::Discard(paths()));
                self.say(say::discarded(self.lang, offer.edits.len()));
                return self.go_on();
            }
            (KeptDoing::Asking, Key::Char('d')) => offer.doing = KeptDoing::Discarding,
            (KeptDoing::Discarding, _) => offer.doing = KeptDoing::Asking,
            (KeptDoing::Asking, _) => offer.pages.key(key, height),
        }
        self.word(&mut offer);
        self.overlays.push(Overlay::Kept(offer));
    }

    /// The kept edits were taken over, so far as they could be: what could not is kept on.
    pub(super) fn recovered(&mut self, saved: usize, failed: &[Text]) {
        let waited = self.is_asked_about_kept();
        self.overlays.retain(|overlay| !matches!(overlay, Overlay::Kept(_)));
        match failed.first() {
            None => self.say(say::taken_over(self.lang, saved)),
            Some(error) => {
                self.warn(say::not_taken_over(self.lang, saved, failed.len(), error.text(self.lang)));
            }
        }
        if waited {
            self.go_on();
        } else {
            self.look_again();
        }
    }

    /// Does the person have to say first what becomes of kept edits?
    pub fn is_asked_about_kept(&self) -> bool {
        self.overlays.iter().any(|overlay| matches!(overlay, Overlay::Kept(_)))
    }

    /// Are kept edits being taken over?
    pub fn is_recovering(&self) -> bool {
        let working =
            |overlay: &Overlay| matches!(overlay, Overlay::Kept(offer) if offer.doing == KeptDoing::Working);
        self.overlays.iter().any(working)
    }
}
