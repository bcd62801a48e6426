//! An article: its id, its front matter, its title, its decoded text.

use std::{fmt, sync::Arc};

/// The id of an article: its path below `corpus/`, parts separated by `/`.
///
/// File names that are not UTF-8 are written with `%XX` for the bytes that do not decode (and `%25` for `%`
/// in such names only), so that every file has exactly one id.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ArticleId(Arc<str>);

impl ArticleId {
    /// The id for a path below `corpus/`, parts separated by `/`.
    pub fn new(path: impl Into<Arc<str>>) -> Self {
        Self(path.into())
    }

    /// The path below `corpus/`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The story: the folder below `corpus/` the article lies in; empty at the top.
    pub fn story(&self) -> &str {
        self.0.rsplit_once('/').map_or("", |(story, _)| story)
    }

    /// The file's name without its folder.
    pub fn name(&self) -> &str {
        self.0.rsplit_once('/').map_or(&self.0, |(_, name)| name)
    }
}

impl fmt::Display for ArticleId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What the fenced YAML at the very start of an article says about it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FrontMatter {
    /// The headline.
    pub title: Option<String>,
    /// Who published it.
    pub outlet: Option<String>,
    /// Who wrote it.
    pub author: Option<String>,
    /// When it was published, as written.
    pub date: Option<String>,
    /// Where it was published.
    pub url: Option<String>,
    /// Its language as an ISO 639-1 code.
    pub lang: Option<String>,
    /// When it was fetched, as written.
    pub retrieved: Option<String>,
}

/// A decoded article. Nothing here is ever written back.
#[derive(Clone, Debug)]
pub struct Article {
    /// Which one.
    pub id: ArticleId,
    /// The whole decoded text, front matter included; line ends are `\n`.
    pub text: Arc<str>,
    /// How its bytes were read.
    pub encoding: super::decode::Encoding,
    /// What its front matter says; empty where it has none.
    pub front: FrontMatter,
    /// Where the text after the front matter begins, in bytes.
    pub body: usize,
}
