//! The articles of a workspace: which there are, and one of them at a time.

use std::{
    io,
    path::{Path, PathBuf},
};

use thiserror::Error;

use super::{
    PathError, ReadError, Workspace,
    folder::{Entry, Kind, Unreadable, Walk},
    paths, read,
};
use crate::text::{
    Article, ArticleId,
    decode::{DecodeError, MAX_ARTICLE_BYTES, decode},
};

/// What the walk through `corpus/` came by.
#[derive(Debug)]
pub enum Listed {
    /// An article.
    Article(ArticleId),
    /// A file of another type, a link out of the workspace, or a link to a folder.
    Other(PathBuf),
    /// A folder that cannot be looked at.
    Unreadable {
        /// Which one.
        path: PathBuf,
        /// What the disk said.
        source: io::Error,
    },
}

/// Why an article cannot be read.
#[derive(Debug, Error)]
pub enum ArticleError {
    /// Its id is no path.
    #[error(transparent)]
    Path(#[from] PathError),
    /// Its file is not read.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// Its bytes are no text.
    #[error("{}: {source}", path.display())]
    NoText {
        /// The file.
        path: PathBuf,
        /// What they are.
        source: DecodeError,
    },
}

/// The articles that [`walk`] meets, in its order.
pub fn article_ids(workspace: &Workspace) -> impl Iterator<Item = ArticleId> + Send + use<> {
    walk(workspace).filter_map(|listed| match listed {
        Listed::Article(id) => Some(id),
        Listed::Other(_) | Listed::Unreadable { .. } => None,
    })
}

/// Walks through `corpus/`, in an order that stays the same: in each folder first the articles by name, then the
/// folders by name, so that a story's articles stand together.
///
/// It streams and opens no article. Hidden files and folders are passed over in silence. Symbolic links to folders
/// are not followed, those to files only where they stay in the workspace.
pub fn walk(workspace: &Workspace) -> impl Iterator<Item = Listed> + Send + use<> {
    let corpus = workspace.corpus();
    let workspace = workspace.clone();
    Walk::new(&corpus).map(move |entry| match entry {
        Ok(entry) if is_article(&workspace, &corpus, &entry) => match paths::article_id(&entry.path) {
            Some(id) => Listed::Article(id),
            None => Listed::Other(corpus.join(entry.path)),
        },
        Ok(entry) => Listed::Other(corpus.join(entry.path)),
        Err(Unreadable { path, source }) => Listed::Unreadable { path: corpus.join(path), source },
    })
}

fn is_article(workspace: &Workspace, corpus: &Path, entry: &Entry) -> bool {
    paths::is_text(&entry.path)
        && match entry.kind {
            Kind::File => true,
            Kind::Link => stays(workspace, &corpus.join(&entry.path)),
            Kind::Other | Kind::Folder => false,
        }
}

/// Does a link lead to a regular file of the workspace?
fn stays(workspace: &Workspace, link: &Path) -> bool {
    read::inside(workspace, link).is_ok_and(|target| target.is_file())
}

/// Reads and decodes an article.
///
/// # Errors
/// [`ArticleError`] where its file is missing, no regular file of the workspace, larger than 64 MB, or no text. No
/// pipe or device is ever opened.
pub fn read_article(workspace: &Workspace, id: &ArticleId) -> Result<Article, ArticleError> {
    let path = paths::article_path(workspace, id)?;
    let target = read::inside(workspace, &path)?;
    let (bytes, _) = read::regular(&target, MAX_ARTICLE_BYTES)?;
    let decoded = decode(bytes).map_err(|source| ArticleError::NoText { path, source })?;
    let mut article = Article::new(id.clone(), decoded);
    article.segment = workspace.segment();
    Ok(article)
}
