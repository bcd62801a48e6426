//! Annotation files by article: which annotators have one about it.

use std::{
    cmp::{Ordering, Reverse},
    collections::BinaryHeap,
    path::PathBuf,
};

use super::{
    Workspace,
    annotations::{self, Found},
    paths::SUFFIX,
};
use crate::{annotation::Annotator, text::ArticleId};

/// What a walk through `annotations/` came by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Gathered {
    /// An article, and who has an annotation file about it, in order.
    Article(ArticleId, Vec<Annotator>),
    /// A `.yaml` file or folder that is nobody's: by its name, or because it leads out of the workspace or to what
    /// others found.
    Stray(PathBuf),
    /// A folder that cannot be looked at, and what the disk said.
    Unreadable(PathBuf, String),
}

/// All articles that somebody has an annotation file about, in the order in which one annotator's files come, whether
/// the articles are there or not. Nothing is opened. The first comes after a look into the first folders; it holds one
/// article for each annotator.
pub fn by_article(workspace: &Workspace) -> impl Iterator<Item = Gathered> + Send + use<> {
    let (walks, strays) = annotations::walks(workspace);
    let mut gather = Gather { walks, heads: BinaryHeap::new(), aside: strays };
    for walk in 0..gather.walks.len() {
        gather.advance(walk);
    }
    gather
}

/// The walks of all annotators, side by side.
struct Gather<W> {
    walks: Vec<W>,
    /// The next article of each walk.
    heads: BinaryHeap<Reverse<Head>>,
    /// What came by that is no article.
    aside: Vec<Gathered>,
}

impl<W: Iterator<Item = Found>> Gather<W> {
    /// Goes on to the next article of a walk.
    fn advance(&mut self, walk: usize) {
        while let Some(found) = self.walks.get_mut(walk).and_then(Iterator::next) {
            match found {
                Found::Document { annotator, article, .. } => {
                    self.heads.push(Reverse(Head { article, walk, annotator }));
                    return;
                }
                Found::Stray(path) => self.aside.push(Gathered::Stray(path)),
                Found::Unreadable(path, why) => self.aside.push(Gathered::Unreadable(path, why)),
            }
        }
    }
}

impl<W: Iterator<Item = Found>> Iterator for Gather<W> {
    type Item = Gathered;

    fn next(&mut self) -> Option<Gathered> {
        if let Some(aside) = self.aside.pop() {
            return Some(aside);
        }
        let Reverse(Head { article, walk, annotator }) = self.heads.pop()?;
        let mut annotators = vec![annotator];
        self.advance(walk);
        while self.heads.peek().is_some_and(|Reverse(head)| head.article == article) {
            let Some(Reverse(head)) = self.heads.pop() else { break };
            annotators.push(head.annotator);
            self.advance(head.walk);
        }
        Some(Gathered::Article(article, annotators))
    }
}

/// The next article of one walk.
#[derive(PartialEq, Eq)]
struct Head {
    article: ArticleId,
    walk: usize,
    annotator: Annotator,
}

impl Ord for Head {
    fn cmp(&self, other: &Self) -> Ordering {
        in_walk(self.article.as_str(), other.article.as_str()).then(self.walk.cmp(&other.walk))
    }
}

impl PartialOrd for Head {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Which of two articles a walk through annotation files comes by first: in each folder its files by name, then its
/// folders by name.
fn in_walk(a: &str, b: &str) -> Ordering {
    let (mut a, mut b) = (a.split('/').peekable(), b.split('/').peekable());
    loop {
        match (a.next(), b.next()) {
            (Some(one), Some(other)) => {
                let is_file = (a.peek().is_none(), b.peek().is_none());
                let by_name = || match is_file {
                    // Files have a suffix that their articles do not have.
                    (true, true) => format!("{one}{SUFFIX}").cmp(&format!("{other}{SUFFIX}")),
                    _ => one.cmp(other),
                };
                let order = is_file.1.cmp(&is_file.0).then_with(by_name);
                if order.is_ne() {
                    return order;
                }
            }
            (one, other) => return one.cmp(&other),
        }
    }
}
