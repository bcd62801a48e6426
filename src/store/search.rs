//! Searching every article of the workspace, one after the other.

use std::{
    ops::ControlFlow,
    sync::atomic::{AtomicBool, Ordering},
};

use super::{
    Workspace,
    corpus::{self, Listed},
};
use crate::text::{Article, ArticleId, position, search::Needle};

/// How much of a line is shown before and behind a place, in code points.
const BEFORE: usize = 40;
const BEHIND: usize = 80;

/// A place in the corpus where the needle stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// In which article.
    pub article: ArticleId,
    /// At which code point of it.
    pub at: u32,
    /// The line around it, cut to what fits a line of the screen.
    pub line: String,
}

/// How far a search got.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Searched {
    /// Articles that were read.
    pub articles: usize,
    /// Articles that could not be.
    pub unreadable: usize,
    /// It went through all of them.
    pub complete: bool,
}

/// Looks for `needle` in every article, front matter aside, in the order of [`corpus::walk`]. Ends early when
/// `cancel` is set or `on_hit` says so. At most one article is in memory.
pub fn search_corpus(
    workspace: &Workspace,
    needle: &Needle,
    cancel: &AtomicBool,
    mut on_hit: impl FnMut(Hit) -> ControlFlow<()>,
) -> Searched {
    let mut searched = Searched::default();
    for listed in corpus::walk(workspace) {
        let Listed::Article(id) = listed else { continue };
        if cancel.load(Ordering::Relaxed) {
            return searched;
        }
        match corpus::read_article(workspace, &id) {
            Ok(article) => {
                searched.articles += 1;
                if search_article(&article, needle, cancel, &mut on_hit).is_break() {
                    return searched;
                }
            }
            Err(_) => searched.unreadable += 1,
        }
    }
    Searched { complete: true, ..searched }
}

fn search_article(
    article: &Article,
    needle: &Needle,
    cancel: &AtomicBool,
    on_hit: &mut impl FnMut(Hit) -> ControlFlow<()>,
) -> ControlFlow<()> {
    let (front, text) = article.text.split_at(article.body);
    let mut counted = 0;
    let mut at = front.chars().count();
    for found in needle.find_all(text) {
        if cancel.load(Ordering::Relaxed) {
            return ControlFlow::Break(());
        }
        at += text[counted..found.start].chars().count();
        counted = found.start;
        on_hit(Hit { article: article.id.clone(), at: position(at), line: line_around(text, found.start) })?;
    }
    ControlFlow::Continue(())
}

/// The line that the byte `at` stands in, cut around it.
fn line_around(text: &str, at: usize) -> String {
    let (before, behind) = text.split_at(at);
    let mut line: Vec<char> = before.chars().rev().take_while(|&c| c != '\n').take(BEFORE + 1).collect();
    if line.len() > BEFORE {
        line[BEFORE] = '…';
    }
    line.reverse();
    let mut behind = behind.chars().take_while(|&c| c != '\n');
    line.extend(behind.by_ref().take(BEHIND));
    if behind.next().is_some() {
        line.push('…');
    }
    line.into_iter().collect::<String>().trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_cut_around_the_place_and_ends_where_it_ends() {
        assert_eq!(line_around("one\n two three \nfour", 9), "two three");
        let long = format!("{}X{}", "a".repeat(500), "b".repeat(500));
        assert_eq!(line_around(&long, 500), format!("…{}X{}…", "a".repeat(BEFORE), "b".repeat(BEHIND - 1)));
    }
}
