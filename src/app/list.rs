//! The articles of the workspace and where the annotator stands in each.

use std::collections::{HashMap, HashSet};

use crate::{review::stats::Counts, text::ArticleId};

/// The list as far as it is known.
#[derive(Debug, Default)]
pub struct List {
    /// All articles found so far, in the order of their folders.
    pub articles: Vec<ArticleId>,
    /// Where in [`Self::articles`] another story begins.
    heads: Vec<usize>,
    /// Have all been found?
    pub complete: bool,
    /// What another look at the corpus has found so far.
    again: Option<Vec<ArticleId>>,
    /// Where the annotator stands, by article; absent where nothing is known or nothing was done.
    pub progress: HashMap<ArticleId, Counts>,
    /// The sum of [`Self::progress`].
    pub total: Counts,
    /// The selected row, an index into the rows ([`Self::row`]).
    pub cursor: usize,
    /// The first row shown.
    pub top: usize,
    /// Index of the open article in [`Self::articles`], once it was found.
    pub open: Option<usize>,
}

/// A row of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row<'a> {
    /// A story's name above its articles.
    Story(&'a str),
    /// An article, by index into [`List::articles`].
    Article(usize),
}

impl List {
    /// Number of rows: the articles and a head above every story that has a name.
    pub fn len(&self) -> usize {
        self.articles.len() + self.heads.len()
    }

    /// Was no article found?
    pub fn is_empty(&self) -> bool {
        self.articles.is_empty()
    }

    /// The row at `index`.
    pub fn row(&self, index: usize) -> Option<Row<'_>> {
        // Head number h stands at row `heads[h] + h`.
        let before = self.heads_before(index);
        match self.heads.get(before) {
            Some(head) if head + before == index => Some(Row::Story(self.articles[*head].story())),
            _ => (index - before < self.articles.len()).then_some(Row::Article(index - before)),
        }
    }

    /// The row of an article, by its index into [`Self::articles`].
    pub fn row_of(&self, article: usize) -> usize {
        article + self.heads.partition_point(|head| *head <= article)
    }

    /// The article of the selected row.
    pub fn selected(&self) -> Option<&ArticleId> {
        match self.row(self.cursor)? {
            Row::Article(index) => self.articles.get(index),
            Row::Story(_) => None,
        }
    }

    /// The article after (`true`) or before the open one.
    pub fn neighbour(&self, forward: bool) -> Option<&ArticleId> {
        let open = self.open?;
        let index = if forward { Some(open + 1) } else { open.checked_sub(1) };
        index.and_then(|index| self.articles.get(index))
    }

    /// Index of an article that was found.
    pub fn index_of(&self, article: &ArticleId) -> Option<usize> {
        self.articles.iter().position(|other| other == article)
    }

    pub(super) fn add(&mut self, found: Vec<ArticleId>) {
        for article in found {
            let story_before = self.articles.last().map_or("", ArticleId::story);
            if article.story() != story_before {
                self.heads.push(self.articles.len());
            }
            self.articles.push(article);
        }
        if self.cursor == 0 {
            self.select(0, true);
        }
    }

    /// Takes in an article that was made while the program runs: behind the others of its story.
    pub(super) fn insert(&mut self, article: ArticleId) {
        if self.index_of(&article).is_some() {
            return;
        }
        let open = self.open.and_then(|open| self.articles.get(open)).cloned();
        let last = self.articles.iter().rposition(|other| other.story() == article.story());
        let mut articles = std::mem::take(&mut self.articles);
        articles.insert(last.map_or(articles.len(), |last| last + 1), article);
        self.heads.clear();
        self.add(articles);
        self.open = open.and_then(|open| self.index_of(&open));
    }

    /// Begins another look at the corpus; `false` while one is under way.
    pub(super) fn look_again(&mut self) -> bool {
        let begins = self.complete && self.again.is_none();
        if begins {
            self.again = Some(Vec::new());
        }
        begins
    }

    /// Takes what another look has found; gives it back where it is the first look.
    pub(super) fn look(&mut self, found: Vec<ArticleId>) -> Option<Vec<ArticleId>> {
        match &mut self.again {
            Some(again) => {
                again.extend(found);
                None
            }
            None => Some(found),
        }
    }

    /// Another look is over: the list is what it found, and the selected article stays selected where it is still
    /// there. `Some(false)` where nothing is different, `None` where it is the first look that is over.
    pub(super) fn looked(&mut self) -> Option<bool> {
        let found = self.again.take()?;
        if found == self.articles {
            return Some(false);
        }
        let selected = self.selected().cloned();
        let open = self.open.and_then(|open| self.articles.get(open)).cloned();
        let row = self.cursor;
        self.articles.clear();
        self.heads.clear();
        self.add(found);
        let there: HashSet<&ArticleId> = self.articles.iter().collect();
        let total = &mut self.total;
        self.progress.retain(|article, counts| {
            let stays = there.contains(article);
            if !stays {
                total.shift(counts, &Counts::default());
            }
            stays
        });
        self.open = open.and_then(|open| self.index_of(&open));
        let index = selected.and_then(|selected| self.index_of(&selected));
        self.select(index.map_or(row, |index| self.row_of(index)), true);
        self.top = (self.top + self.cursor).saturating_sub(row);
        Some(true)
    }

    pub(super) fn set_progress(&mut self, article: &ArticleId, counts: Counts) {
        let old = self.progress.insert(article.clone(), counts).unwrap_or_default();
        self.total.shift(&old, &counts);
    }

    /// Selects the row at `index`, or the nearest article in the direction of travel.
    pub(super) fn select(&mut self, index: usize, forward: bool) {
        let last = self.len().saturating_sub(1);
        let index = index.min(last);
        let is_article = |row: &usize| matches!(self.row(*row), Some(Row::Article(_)));
        let ahead = (index..=last).find(is_article);
        let behind = (0..=index).rev().find(is_article);
        let found = if forward { ahead.or(behind) } else { behind.or(ahead) };
        self.cursor = found.unwrap_or(0);
    }

    /// Moves the first row shown so that the selected one is among `height` rows, the head of its story with it.
    pub(super) fn follow(&mut self, height: usize) {
        let above = self.cursor.saturating_sub(1);
        let first = if matches!(self.row(above), Some(Row::Story(_))) { above } else { self.cursor };
        self.top = self.top.min(first).max((self.cursor + 1).saturating_sub(height.max(1)));
    }

    pub(super) fn scroll(&mut self, rows: isize, height: usize) {
        let most = self.len().saturating_sub(height);
        self.top = self.top.saturating_add_signed(rows).min(most);
        if self.cursor < self.top || self.cursor >= self.top + height.max(1) {
            let seen = self.cursor.clamp(self.top, (self.top + height).saturating_sub(1).max(self.top));
            self.select(seen, seen == self.top);
        }
    }

    /// Heads that stand above row `index`.
    fn heads_before(&self, index: usize) -> usize {
        let (mut low, mut high) = (0, self.heads.len());
        while low < high {
            let middle = usize::midpoint(low, high);
            if self.heads[middle] + middle < index {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(names: &[&str]) -> List {
        let mut list = List::default();
        list.add(names.iter().map(|name| ArticleId::new(*name)).collect());
        list
    }

    #[test]
    fn a_head_stands_above_every_story() {
        let list = list(&["loose.txt", "rat/a.txt", "rat/b.txt", "see/c.txt"]);
        let rows: Vec<_> = (0..list.len()).filter_map(|index| list.row(index)).collect();
        let (story, article) = (Row::Story, Row::Article);
        assert_eq!(rows, [article(0), story("rat"), article(1), article(2), story("see"), article(3)]);
        for article in 0..4 {
            assert_eq!(list.row(list.row_of(article)), Some(Row::Article(article)));
        }
        assert_eq!(list.row(6), None);
    }

    #[test]
    fn heads_are_passed_over() {
        let mut list = list(&["rat/a.txt", "see/c.txt"]);
        assert_eq!(list.cursor, 1);
        list.select(2, true);
        assert_eq!(list.selected().unwrap().as_str(), "see/c.txt");
        list.select(2, false);
        assert_eq!(list.selected().unwrap().as_str(), "rat/a.txt");
        list.select(0, false);
        assert_eq!(list.cursor, 1);
    }

    #[test]
    fn totals_follow_every_article() {
        let mut list = list(&["a.txt", "b.txt"]);
        let counts = |read| Counts { units: 10, read, ..Counts::default() };
        list.set_progress(&ArticleId::new("a.txt"), counts(2));
        list.set_progress(&ArticleId::new("b.txt"), counts(3));
        list.set_progress(&ArticleId::new("a.txt"), counts(5));
        assert_eq!((list.total.units, list.total.read), (20, 8));
    }
}
