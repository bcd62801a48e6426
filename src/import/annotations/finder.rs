//! Which of our articles a file of another tool means.

use std::collections::{BTreeSet, HashMap};

use super::Foreign;
use crate::text::{Article, ArticleId, article::text_sha256};

/// Finds articles by what files of other tools say about them.
#[derive(Clone, Debug, Default)]
pub struct Finder {
    ids: BTreeSet<ArticleId>,
    /// Articles by what their path ends with, without suffix.
    by_tail: HashMap<String, Vec<ArticleId>>,
    /// Articles by the sum of their text as [`tidy`] leaves it, with front matter and without, and by their address.
    by_text: HashMap<String, Vec<ArticleId>>,
}

/// Why no article was found.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotFound {
    /// The file says neither which article nor what text.
    #[error("names no article, and holds no text to find it by")]
    Nameless,
    /// No article is called so, or has that text.
    #[error("{}", match .0 {
        Some(name) => format!("no article is `{name}`, nor has its text or address"),
        None => "no article has this text".to_owned(),
    })]
    None(Option<String>),
    /// Several are or have.
    #[error("may be any of these articles: {}", .0.iter().map(ArticleId::as_str).collect::<Vec<_>>().join(", "))]
    Many(Vec<ArticleId>),
}

impl Finder {
    /// A finder among the articles `ids`, by name alone.
    pub fn new(ids: impl IntoIterator<Item = ArticleId>) -> Self {
        let mut finder = Self { ids: ids.into_iter().collect(), ..Self::default() };
        for id in &finder.ids {
            for tail in tails(stem(id.as_str())) {
                finder.by_tail.entry(tail.to_owned()).or_default().push(id.clone());
            }
        }
        finder
    }

    /// From now on `article` is found by its text and by the address in its front matter too.
    pub fn learn(&mut self, article: &Article) {
        let body = article.text.get(article.body..).unwrap_or_default();
        let mut keys = vec![sum(&article.text)];
        if article.body > 0 {
            keys.push(sum(body));
        }
        keys.extend(article.front.url.clone());
        for key in keys {
            self.by_text.entry(key).or_default().push(article.id.clone());
        }
    }

    /// Does `foreign` name an article by its id? Others are found more surely once all articles are
    /// [learned](Self::learn).
    pub fn is_named(&self, foreign: &Foreign) -> bool {
        foreign.article.as_deref().is_some_and(|name| self.ids.contains(&ArticleId::new(name)))
    }

    /// The article that `foreign` is about: the one with that id; else, of what was learned, with that text or address;
    /// else with that path or the end of it, the suffix aside, which also tells articles of one text apart.
    ///
    /// # Errors
    /// [`NotFound`] where there is none, or more than one.
    pub fn find(&self, foreign: &Foreign) -> Result<ArticleId, NotFound> {
        let name = foreign.article.as_deref().map(str::trim).filter(|name| !name.is_empty());
        let text = foreign.text.as_deref().filter(|text| !text.trim().is_empty());
        if let Some(id) = name.map(ArticleId::new).filter(|id| self.ids.contains(id)) {
            return Ok(id);
        }
        let of = |key: &str| self.by_text.get(key).map(Vec::as_slice).unwrap_or_default();
        let alike = match (text, name) {
            (Some(text), _) => of(&sum(text)),
            (None, Some(address)) => of(address),
            (None, None) => return Err(NotFound::Nameless),
        };
        let called = name.map(|name| self.called(name)).unwrap_or_default();
        let both: Vec<_> = alike.iter().filter(|id| called.contains(id)).cloned().collect();
        match [&both[..], alike, called].into_iter().find(|found| !found.is_empty()) {
            Some([id]) => Ok(id.clone()),
            Some(several) => Err(NotFound::Many(several.to_vec())),
            None => Err(NotFound::None(name.map(str::to_owned))),
        }
    }

    /// The articles that end with the longest end of the path `name`.
    fn called(&self, name: &str) -> &[ArticleId] {
        let name = name.replace('\\', "/");
        let found = [stem(&name), &*name].into_iter().flat_map(tails).find_map(|tail| self.by_tail.get(tail));
        found.map(Vec::as_slice).unwrap_or_default()
    }
}

/// A path without the suffix of its file.
fn stem(path: &str) -> &str {
    let file = path.rfind('/').map_or(0, |slash| slash + 1);
    match path[file..].rfind('.') {
        Some(dot) if dot > 0 => &path[..file + dot],
        _ => path,
    }
}

/// The path, and what is left of it without its first part, its first two parts, and so on.
fn tails(path: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(path), |rest| rest.split_once('/').map(|(_, rest)| rest))
        .filter(|tail| !tail.is_empty())
}

fn sum(text: &str) -> String {
    text_sha256(tidy(text).trim())
}

/// `text` as an article has it: without byte order mark, line ends as `\n`.
pub(super) fn tidy(text: &str) -> String {
    text.strip_prefix('\u{feff}').unwrap_or(text).replace("\r\n", "\n").replace('\r', "\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::decode::Decoded;

    fn finder() -> Finder {
        let ids = ["town/bridge.txt", "town/bridge.md", "moon/dark.txt", "sun/dark.txt", "a.b.txt"];
        let mut finder = Finder::new(ids.map(ArticleId::new));
        for (id, text) in [
            ("moon/dark.txt", "---\nurl: https://moon.example/1\n---\nEs ist dunkel.\n"),
            ("sun/dark.txt", "Es ist hell.\n"),
        ] {
            let decoded = Decoded { text: text.to_owned(), ..Decoded::default() };
            finder.learn(&Article::new(ArticleId::new(id), decoded));
        }
        finder
    }

    fn found(article: &str, text: &str) -> Result<String, NotFound> {
        let given = |said: &str| Some(said.to_owned()).filter(|said| !said.is_empty());
        let foreign = Foreign { article: given(article), text: given(text), ..Foreign::default() };
        finder().find(&foreign).map(|id| id.to_string())
    }

    #[test]
    fn articles_go_by_id_path_text_and_address() {
        for (article, text, id) in [
            ("town/bridge.md", "", "town/bridge.md"),
            ("/home/ab/corpus/moon/dark.ann", "", "moon/dark.txt"),
            ("C:\\brat\\sun\\dark.txt", "", "sun/dark.txt"),
            ("a.b", "", "a.b.txt"),
            ("dark.txt", "\u{feff}Es ist hell.\r\n", "sun/dark.txt"),
            ("", "Es ist dunkel.", "moon/dark.txt"),
            ("upload/77.txt", "Es ist hell.", "sun/dark.txt"),
            ("old/bridge.md", "Es ist hell.", "sun/dark.txt"),
            ("https://moon.example/1", "", "moon/dark.txt"),
        ] {
            assert_eq!(found(article, text).as_deref(), Ok(id), "{article} {text}");
        }
    }

    #[test]
    fn a_doubt_is_told() {
        let many = |ids: &[&str]| Err(NotFound::Many(ids.iter().map(|id| ArticleId::new(*id)).collect()));
        assert_eq!(found("dark.txt", ""), many(&["moon/dark.txt", "sun/dark.txt"]));
        assert_eq!(found("dark.txt", "Anders."), many(&["moon/dark.txt", "sun/dark.txt"]));
        assert_eq!(found("", ""), Err(NotFound::Nameless));
        assert_eq!(found("gone.txt", "Anders."), Err(NotFound::None(Some("gone.txt".into()))));
    }
}
