//! What others say about the open article: hidden until asked for, so that a first reading stays one's own.

use std::sync::Arc;

use super::{App, Effect};
use crate::{
    annotation::Annotator,
    review::{Reading, Row},
    text::{ArticleId, Span},
};

/// What is said about the open article, by everybody.
#[derive(Debug, Default)]
pub struct Others {
    /// Does the person want to see it?
    pub shown: bool,
    /// About which article [`Self::rows`] are.
    article: Option<ArticleId>,
    /// What is said, in the order of the text; what has no place comes last.
    rows: Vec<Arc<Row>>,
}

impl Others {
    /// Was what is said about `article` found out already?
    pub fn are_known(&self, article: &ArticleId) -> bool {
        self.article.as_ref() == Some(article)
    }

    /// What others than `me` say about the words at `span` (code points) of `article`, by annotator; nothing while it is
    /// hidden.
    pub fn at<'a>(
        &'a self,
        article: &ArticleId,
        me: &'a Annotator,
        span: Span,
    ) -> impl Iterator<Item = &'a Reading> {
        let known = self.shown && self.are_known(article);
        let rows = if known { self.rows.as_slice() } else { &[] };
        let first = rows.partition_point(|row| row.span().is_some_and(|place| place.end <= span.start));
        let here =
            rows[first..].iter().take_while(move |row| row.span().is_some_and(|place| place.overlaps(span)));
        let readings = here.flat_map(|row| &row.readings);
        readings.filter(move |reading| {
            reading.annotator != *me && reading.now.is_some_and(|now| now.overlaps(span))
        })
    }
}

impl App {
    /// Shows what others say, or hides it.
    pub(super) fn toggle_others(&mut self) {
        self.desk.others.shown = !self.desk.others.shown;
        self.desk.inspector_top = 0;
        self.ask_for_others();
    }

    /// Asks for what others say about the open article, where that is to be seen.
    pub(super) fn ask_for_others(&mut self) {
        let open = self.desk.open.as_ref().filter(|_| self.desk.others.shown);
        if let Some(article) = open.map(|open| open.article.id.clone()) {
            self.effects.push(Effect::Others { article });
        }
    }

    /// What is said about an article arrives.
    pub(super) fn others_arrived(&mut self, article: ArticleId, rows: Vec<Arc<Row>>) {
        if self.desk.open.as_ref().is_some_and(|open| open.article.id == article) {
            (self.desk.others.article, self.desk.others.rows) = (Some(article), rows);
        }
    }

    /// Whose readings of the words at `span` are on the screen, each once.
    pub(super) fn seen(&self, span: Span) -> Vec<String> {
        let Some((open, me)) = self.desk.open.as_ref().zip(self.annotator.as_ref()) else {
            return Vec::new();
        };
        let others = self.desk.others.at(&open.article.id, me, span);
        let mut seen: Vec<String> = others.map(|reading| reading.annotator.to_string()).collect();
        seen.dedup();
        seen
    }
}
