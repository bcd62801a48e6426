//! After every change: saved, in one save at a time for each article, and never called saved before it is.

use std::sync::Arc;

use super::{App, Doubts, Effect, Leaving, Notice, following::stand_apart, notice::Weight};
use crate::{
    annotation::{Document, merge::merge},
    locale::say,
    text::ArticleId,
};

impl App {
    /// Gives the document of an article to the saver, unless the saver still has an earlier state of it: then the
    /// newest one follows when it answers.
    pub(super) fn save(&mut self, article: &ArticleId) {
        let open = self.desk.open.as_ref().filter(|open| open.article.id == *article);
        let units = open.filter(|open| open.complete).map(|open| open.counts.units);
        let Some(held) = self.shelf.held.get_mut(article) else { return };
        if held.sending.is_some() || !held.is_unsaved() {
            return;
        }
        if units.is_some() && held.document.units != units {
            Arc::make_mut(&mut held.document).units = units;
        }
        // Summed up here rather than when it is opened, so that a large article is on the screen sooner.
        if let (None, Some(open)) = (&held.document.text_sha256, open) {
            Arc::make_mut(&mut held.document).text_sha256 = Some(open.article.sha256().to_owned());
        }
        held.failure = None;
        held.sending = Some(Arc::clone(&held.document));
        self.effects.push(Effect::Save {
            article: article.clone(),
            document: Arc::clone(&held.document),
            base: Arc::clone(&held.base),
        });
    }

    /// Tries to save everything that is not.
    pub(super) fn save_all(&mut self) {
        for article in self.unsaved() {
            self.save(&article);
        }
    }

    pub(super) fn saved(
        &mut self,
        article: &ArticleId,
        sent: &Arc<Document>,
        on_disk: Arc<Document>,
        former: Option<&str>,
    ) {
        let theirs = !Arc::ptr_eq(&on_disk, sent) && *on_disk != **sent;
        let (sent_here, theirs_here) = (self.on_open_text(sent), self.on_open_text(&on_disk));
        let Some(held) = self.shelf.held.get_mut(article) else { return };
        held.sending = None;
        let unchanged = Arc::ptr_eq(&held.document, sent);
        // What the saver put onto a newer text is read again together with that.
        let newer_text = stand_apart(sent, &on_disk) && !stand_apart(sent, &held.document);
        if newer_text {
            held.clean = Arc::clone(sent);
        } else {
            if unchanged {
                held.document = Arc::clone(&on_disk);
            } else if theirs {
                held.document = Arc::new(merge(&sent_here, &held.document, &theirs_here).document);
            }
            if theirs {
                held.doubts = Doubts::together(&held.doubts, &Doubts::default(), &held.document);
            }
            held.clean = Arc::clone(&on_disk);
            held.base = on_disk;
        }
        if self.notice.as_ref().is_some_and(|notice| notice.weight == Weight::Error) {
            self.notice = self.lasting_notice();
        }
        if theirs {
            if self.desk.open.as_ref().is_some_and(|open| open.article.id == *article) {
                self.cut_anew();
                self.keep_in_sight(0);
            }
            self.tell_of_merge(article);
            self.look_at_workspace();
        }
        if let Some(former) = former {
            self.warn(say::former_kept(self.lang, former));
        }
        if newer_text && self.desk.open.as_ref().is_some_and(|open| open.article.id == *article) {
            self.open_anew();
        } else {
            self.save(article);
        }
        self.leave_if_saved();
    }

    pub(super) fn save_failed(
        &mut self,
        article: &ArticleId,
        sent: &Arc<Document>,
        error: &str,
        kept: Option<&str>,
    ) {
        let Some(held) = self.shelf.held.get_mut(article) else { return };
        held.sending = None;
        held.failure = Some(say::save_failed(self.lang, article.as_str(), error, kept));
        let newer = !Arc::ptr_eq(&held.document, sent);
        self.notice = self.lasting_notice();
        if newer {
            self.save(article);
        }
        self.leave_if_saved();
    }

    /// Says that somebody else's changes came in, and how many conflicts there are now.
    pub(super) fn tell_of_merge(&mut self, article: &ArticleId) {
        let sentences = self.shelf.document(article).map_or(&[][..], |document| &document.sentences);
        let conflicts = sentences.iter().filter(|sentence| sentence.conflict.is_some()).count();
        self.warn(say::changed_outside(self.lang, article.as_str(), conflicts));
    }

    /// What has to be said until it is no longer so: that something is not saved.
    pub(super) fn lasting_notice(&self) -> Option<Notice> {
        let failure = self.shelf.failures().next();
        failure.map(|text| Notice { weight: Weight::Error, text: text.to_owned() })
    }

    /// Looks after what may have happened while the person was elsewhere.
    pub(super) fn look_again(&mut self) {
        self.save_all();
        self.look_at_workspace();
        if self.list.look_again() {
            self.effects.push(Effect::List);
        }
        self.ask_for_others();
        let Some((open, annotator)) = self.desk.open.as_ref().zip(self.annotator.clone()) else { return };
        self.effects.push(Effect::Reload { article: open.article.id.clone(), annotator });
    }

    /// Leaves; where something is not saved, only after another try, or the second time.
    pub(super) fn quit(&mut self) {
        self.remember_place();
        let unsaved = self.unsaved();
        if unsaved.is_empty() {
            self.effects.push(Effect::Quit { failed: false });
        } else if self.leaving == Leaving::No {
            self.leaving = Leaving::WhenSaved;
            self.save_all();
            self.say(say::saving_before_leaving(self.lang));
        } else {
            self.effects.push(Effect::Quit { failed: true });
        }
    }

    fn leave_if_saved(&mut self) {
        if self.leaving != Leaving::WhenSaved {
            return;
        }
        if self.unsaved().is_empty() {
            self.effects.push(Effect::Quit { failed: false });
        } else if self.shelf.held.values().all(|held| held.sending.is_none()) {
            self.leaving = Leaving::Warned;
            let reasons: Vec<&str> = self.shelf.failures().collect();
            let text = say::not_saved_at_quit(self.lang, &reasons.join("  ·  "));
            self.notice = Some(Notice { weight: Weight::Error, text });
        }
    }

    pub(super) fn unsaved(&self) -> Vec<ArticleId> {
        let unsaved = self.shelf.held.iter().filter(|(_, held)| held.is_unsaved());
        let mut unsaved: Vec<_> = unsaved.map(|(article, _)| article.clone()).collect();
        unsaved.sort();
        unsaved
    }
}
