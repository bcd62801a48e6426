//! The articles of a workspace: which there are, and one of them at a time.

use std::{fs, io, path::Path, path::PathBuf};

use thiserror::Error;
use walkdir::{DirEntry, WalkDir};

use super::{PathError, ReadError, Workspace, paths, read};
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
    /// A folder or file that cannot be looked at.
    Unreadable {
        /// Which one, where the disk said so.
        path: Option<PathBuf>,
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

/// Walks through `corpus/`, in an order that stays the same: in each folder first the articles by name, then the
/// folders by name, so that a story's articles stand together.
///
/// It streams and opens no article. Hidden files and folders are passed over in silence. Symbolic links to folders
/// are not followed, those to files only where they stay in the workspace.
pub fn walk(workspace: &Workspace) -> impl Iterator<Item = Listed> + Send + use<> {
    let corpus = workspace.corpus();
    let root = workspace.root().to_owned();
    WalkDir::new(&corpus)
        .min_depth(1)
        .sort_by(|a, b| {
            let key = |entry: &DirEntry| entry.file_type().is_dir();
            key(a).cmp(&key(b)).then_with(|| a.file_name().cmp(b.file_name()))
        })
        .into_iter()
        .filter_entry(|entry| entry.depth() == 0 || !paths::is_hidden(entry.file_name()))
        .filter_map(move |entry| listed(&root, &corpus, entry))
}

fn listed(root: &Path, corpus: &Path, entry: walkdir::Result<DirEntry>) -> Option<Listed> {
    let entry = match entry {
        Ok(entry) if entry.file_type().is_dir() => return None,
        Ok(entry) => entry,
        Err(error) => {
            let path = error.path().map(Path::to_owned);
            return Some(Listed::Unreadable { path, source: error.into() });
        }
    };
    let is_article = paths::is_text(entry.path())
        && (entry.file_type().is_file() || entry.file_type().is_symlink() && stays(root, entry.path()));
    let id = entry.path().strip_prefix(corpus).ok().and_then(paths::article_id);
    match id {
        Some(id) if is_article => Some(Listed::Article(id)),
        _ => Some(Listed::Other(entry.into_path())),
    }
}

/// Does a link lead to a regular file of the workspace?
fn stays(root: &Path, link: &Path) -> bool {
    fs::canonicalize(link).is_ok_and(|target| target.starts_with(root) && target.is_file())
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
    Ok(Article::new(id.clone(), decoded))
}
