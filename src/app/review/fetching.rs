//! The article of the selected row and what the person themselves says about it: needed to decide.

use std::sync::Arc;

use crate::{
    app::{App, Effect, msg::Fetched, shelf::Held},
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

    /// Is everything there that deciding about a row of that article needs?
    pub(super) fn is_fetched(&self, article: &ArticleId) -> bool {
        let there = self.review.article.as_ref().is_some_and(|there| there.id == *article);
        there && self.shelf.held.contains_key(article)
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
        self.fetch();
        self.catch_up();
    }
}
