//! The article of the selected row and what the person themselves says about it: needed to decide.

use std::sync::Arc;

use super::Confirming;
use crate::{
    annotation::AnchorState,
    app::{Action, App, Effect, available::decides, msg::Fetched, shelf::Held},
    locale::review as say,
    review::Row,
    text::ArticleId,
};

impl App {
    /// Fetches the article of the selected row, unless it is there. One at a time: the newest follows.
    pub(in crate::app) fn fetch(&mut self) {
        let Some((annotator, row)) = self.annotator.clone().zip(self.review.row()) else { return };
        let article = row.article.id.clone();
        if self.review.fetching.is_some()
            || self.is_fetched(&article)
            || self.fetch_failed(&article).is_some()
        {
            return;
        }
        self.review.fetching = Some(article.clone());
        self.effects.push(Effect::Fetch { article, annotator });
    }

    /// Fetches the article that is there once more: it may have changed.
    pub(super) fn fetch_again(&mut self) {
        let (Some(annotator), Some(there)) = (self.annotator.clone(), &self.review.article) else { return };
        if self.review.fetching.is_none() {
            let article = there.id.clone();
            self.review.fetching = Some(article.clone());
            self.effects.push(Effect::Fetch { article, annotator });
        }
    }

    /// Is everything there that deciding about a row of that article needs?
    pub(super) fn is_fetched(&self, article: &ArticleId) -> bool {
        let there = self.review.article.as_ref().is_some_and(|there| there.id == *article);
        there && self.shelf.held.contains_key(article)
    }

    /// Keys that decide wait for the article of their row, and others behind them.
    pub(in crate::app) fn must_wait_in_review(&self, action: Option<Action>) -> bool {
        let Some(action) = action else { return false };
        let article = self.review.row().map(|row| &row.article.id);
        let waits =
            self.review.fetching.is_some() && article.is_some_and(|article| !self.is_fetched(article));
        let needs = decides(action) || action == Action::Reattach;
        let leaves = matches!(action, Action::Quit | Action::Suspend);
        waits && (needs || !leaves && !self.typed_ahead.is_empty())
    }

    /// Why there is nothing to decide about in that article, if so.
    pub(in crate::app) fn fetch_failed(&self, article: &ArticleId) -> Option<&str> {
        let (of, reason) = self.review.unreadable.as_ref()?;
        (of == article).then_some(reason.as_str())
    }

    /// An article was read.
    pub(in crate::app) fn fetched(&mut self, fetched: Fetched) {
        let Fetched { id, article, document } = fetched;
        if self.review.fetching.take_if(|fetching| *fetching == id).is_none() {
            return;
        }
        match article {
            // At the Desk it is opened anew; it is fetched again then.
            Ok(article) if !self.is_same_text(&id, Ok(Arc::clone(&article.text))) => {}
            Ok(article) => {
                let sum = document.as_ref().ok().and_then(|on_disk| on_disk.document.text_sha256.clone());
                self.follow_text(&article, sum.as_deref());
                if let Some(annotator) = self.annotator.clone() {
                    if self.shelf.held.contains_key(&id) {
                        self.effects.push(Effect::Reload { article: id.clone(), annotator });
                    } else {
                        self.shelf.held.insert(id.clone(), Held::new(&id, annotator, &document));
                    }
                }
                self.review.article = Some(article);
                self.review.unreadable = None;
            }
            Err(problem) => {
                self.review.unreadable = Some((id, problem.into_iter().next().unwrap_or_default()));
            }
        }
        self.confirm_next();
        self.fetch();
        self.catch_up();
    }

    /// Confirms all harmless moves of mine in the articles of the rows shown, one article after the other.
    pub(in crate::app) fn confirm_shown(&mut self) {
        let Some(me) = self.annotator.clone() else { return };
        let review = &self.review;
        let moved = |row: &&Arc<Row>| row.of(&me).any(|reading| reading.anchor != AnchorState::Exact);
        let rows = (0..review.lines.len()).filter_map(|line| review.row_at(line));
        let mut articles: Vec<ArticleId> = rows.filter(moved).map(|row| row.article.id.clone()).collect();
        articles.sort_unstable();
        articles.dedup();
        // The last is taken first.
        articles.reverse();
        self.review.confirming = Some(Confirming { articles, ..Confirming::default() });
        self.confirm_next();
    }

    /// Confirms what moved in the articles that are there, and fetches the next; says at the end how much it was.
    fn confirm_next(&mut self) {
        let (Some(mut confirming), None) = (self.review.confirming.take(), &self.review.fetching) else {
            return;
        };
        while let Some(article) = confirming.articles.last() {
            if self.fetch_failed(article).is_none() && !self.is_fetched(article) {
                if let Some(annotator) = self.annotator.clone() {
                    self.review.fetching = Some(article.clone());
                    self.effects.push(Effect::Fetch { article: article.clone(), annotator });
                }
                self.review.confirming = Some(confirming);
                return;
            }
            if let Some(article) = self.review.article.clone().filter(|there| there.id == *article) {
                let sentences = self.confirm_moves_in(&article);
                confirming.sentences += sentences;
                confirming.changed += usize::from(sentences > 0);
            }
            confirming.articles.pop();
        }
        self.say(say::confirmed(self.lang, confirming.sentences, confirming.changed));
        if confirming.sentences > 0 {
            self.read_workspace();
        }
    }
}
