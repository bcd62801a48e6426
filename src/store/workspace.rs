//! Finding the workspace: the nearest folder upward that holds `corpus/`.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use sha2::{Digest, Sha256};
use thiserror::Error;

use super::{
    Settings, paths,
    texts::{self, Texts},
};
use crate::text::{ArticleId, sentence::Options};

/// A folder that holds `corpus/` and `annotations/`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Workspace {
    /// Absolute, without symbolic links.
    root: PathBuf,
    /// Where `corpus/` really is.
    articles: PathBuf,
    /// How its articles are cut into sentences where they do not say it themselves.
    segment: Options,
}

/// Why no workspace was found.
#[derive(Debug, Error)]
pub enum DiscoverError {
    /// Neither the folder nor one above it holds `corpus/`.
    #[error("{}: neither this folder nor one above it holds corpus/\n{}", folder.display(), texts.hint(folder))]
    NoCorpus {
        /// Where the search began.
        folder: PathBuf,
        /// The texts that lie there.
        texts: Texts,
    },
    /// A file that is no article of a workspace.
    #[error("{}: is no article (.txt or .md) below the corpus/ of a workspace\nhint: factdesk import {} brings a text in", path.display(), texts::quoted(path))]
    NoArticle {
        /// The file.
        path: PathBuf,
    },
    /// `corpus/` is a link out of the workspace.
    #[error("{}: leads out of the workspace to {}; put the articles themselves there", path.display(), target.display())]
    CorpusOutside {
        /// The folder `corpus/`.
        path: PathBuf,
        /// Where it leads.
        target: PathBuf,
    },
    /// The disk said no.
    #[error("{}: {source}", path.display())]
    Disk {
        /// What was looked at.
        path: PathBuf,
        /// What the disk said.
        source: io::Error,
    },
}

impl Workspace {
    /// The same workspace, with articles cut into sentences as its settings say. Every article that is read from it
    /// knows that.
    #[must_use]
    pub fn cut_by(self, settings: &Settings) -> Self {
        let Settings { language, newlines, .. } = *settings;
        Self { segment: Options { language, newlines }, ..self }
    }

    /// The workspace that `start` lies in: the nearest folder upward that holds `corpus/`.
    ///
    /// # Errors
    /// [`DiscoverError::NoCorpus`] where there is none, with the texts found at `start`.
    pub fn discover(start: &Path) -> Result<Self, DiscoverError> {
        let folder = fs::canonicalize(start).map_err(disk(start))?;
        let mut refused = None;
        for root in folder.ancestors() {
            let corpus = root.join("corpus");
            match fs::metadata(&corpus) {
                Ok(there) if there.is_dir() => return Self::at(root.to_owned()),
                Err(error) if !is_absent(&error) => refused = refused.or(Some(disk(&corpus)(error))),
                _ => {}
            }
        }
        Err(refused.unwrap_or_else(|| DiscoverError::NoCorpus { texts: Texts::below(&folder), folder }))
    }

    /// The workspace of `path`, and the article where `path` is one.
    ///
    /// # Errors
    /// As [`Self::discover`]; [`DiscoverError::NoArticle`] where `path` is a file but no article.
    pub fn locate(path: &Path) -> Result<(Self, Option<ArticleId>), DiscoverError> {
        if path.is_dir() {
            return Ok((Self::discover(path)?, None));
        }
        fs::metadata(path).map_err(disk(path))?;
        let no_article = || DiscoverError::NoArticle { path: path.to_owned() };
        let name = path.file_name().ok_or_else(no_article)?;
        let folder = match path.parent() {
            Some(folder) if folder != Path::new("") => folder,
            _ => Path::new("."),
        };
        // The folder is resolved and the name is not: an article may itself be a link.
        let path = fs::canonicalize(folder).map_err(disk(folder))?.join(name);
        let workspace = Self::discover(path.parent().unwrap_or(&path)).map_err(|error| match error {
            DiscoverError::NoCorpus { .. } => no_article(),
            other => other,
        })?;
        let id = match path.strip_prefix(workspace.corpus()) {
            Ok(relative) if paths::is_text(relative) => paths::article_id(relative),
            _ => None,
        };
        Ok((workspace, Some(id.ok_or_else(no_article)?)))
    }

    /// The workspace at a folder that is known to hold `corpus/`.
    pub(super) fn at(root: PathBuf) -> Result<Self, DiscoverError> {
        let path = root.join("corpus");
        let target = fs::canonicalize(&path).map_err(disk(&path))?;
        if target.starts_with(&root) {
            Ok(Self { root, articles: target, segment: Options::default() })
        } else {
            Err(DiscoverError::CorpusOutside { path, target })
        }
    }

    /// Its folder: absolute, without symbolic links.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// How its articles are cut into sentences where they do not say it themselves.
    pub(super) fn segment(&self) -> Options {
        self.segment
    }

    /// The folder of the articles.
    pub fn corpus(&self) -> PathBuf {
        self.root.join("corpus")
    }

    /// The folder of the annotation files.
    pub fn annotations(&self) -> PathBuf {
        self.root.join("annotations")
    }

    /// Does a path without symbolic links lie in the workspace?
    pub(super) fn holds(&self, resolved: &Path) -> bool {
        resolved.starts_with(&self.root)
    }

    /// Does a path without symbolic links lie below `corpus/`, where only `import` and `init` write?
    pub(super) fn is_corpus(&self, resolved: &Path) -> bool {
        resolved.starts_with(&self.articles)
    }

    /// A name for it that stays the same from run to run, for the person's own folders: sixteen hex digits made
    /// from its path.
    pub(super) fn key(&self) -> String {
        let mut key = format!("{:x}", Sha256::digest(self.root.as_os_str().as_encoded_bytes()));
        key.truncate(16);
        key
    }
}

fn is_absent(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory)
}

fn disk(path: &Path) -> impl FnOnce(io::Error) -> DiscoverError {
    move |source| DiscoverError::Disk { path: path.to_owned(), source }
}
