//! Annotation files: which there are, and what stands in one of them.

use std::{
    ffi::OsString,
    io,
    path::{Path, PathBuf},
};

use thiserror::Error;
use unicode_width::UnicodeWidthStr;

use super::{
    PathError, ReadError, Workspace,
    folder::{self, Entry, Kind, Unreadable, Walk},
    gather::Gathered,
    paths,
    read::{self, LIMIT},
};
use crate::{
    annotation::{Annotator, Document, DocumentError, Parsed},
    locale::Lang,
    text::ArticleId,
};

/// How many characters of a faulty line are shown on either side of the fault.
const EXCERPT: usize = 50;

/// An annotation file as it was read.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// The file, whether it is there or not.
    pub path: PathBuf,
    /// What it holds; `None` where there is no file yet.
    pub parsed: Option<Parsed>,
}

/// Why an annotation file cannot be read. It then stays as it is: nothing is ever written over it.
#[derive(Debug, Error)]
pub enum LoadError {
    /// There is no place for one.
    #[error(transparent)]
    Path(#[from] PathError),
    /// The file is not read.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// It is no UTF-8.
    #[error("{}:{line}:{column}: not UTF-8; annotation files are UTF-8", path.display())]
    NotUtf8 {
        /// The file.
        path: PathBuf,
        /// The line, counted from 1.
        line: usize,
        /// The column in code points, counted from 1.
        column: usize,
    },
    /// It is no annotation file.
    #[error("{}:{error}", path.display())]
    Document {
        /// The file.
        path: PathBuf,
        /// What is wrong, and where.
        error: DocumentError,
        /// The line it stands in and a caret below it.
        excerpt: Vec<String>,
    },
}

impl LoadError {
    /// What to show: `path:line:column: cause`, and where there is one the line with a caret below the place. Not
    /// yet safe to show: it holds words of the file.
    pub fn lines(&self, lang: Lang) -> Vec<String> {
        let mut lines = vec![self.text(lang)];
        if let Self::Document { excerpt, .. } = self {
            lines.extend_from_slice(excerpt);
        }
        lines
    }
}

/// What a walk through `annotations/` came by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// An annotation file.
    Document {
        /// Whose.
        annotator: Annotator,
        /// About which article.
        article: ArticleId,
        /// The file.
        path: PathBuf,
    },
    /// A `.yaml` file or folder that is nobody's: by its name, or because it leads out of the workspace or to what
    /// others found.
    Stray(PathBuf),
    /// A folder that cannot be looked at, and what the disk said.
    Unreadable(PathBuf, String),
}

/// Reads what `annotator` found in an article.
///
/// # Errors
/// [`LoadError`] where the file is there but is not read: too large, no regular file of the workspace, not UTF-8, or
/// no annotation file. A missing file is no error.
pub fn load(workspace: &Workspace, article: &ArticleId, annotator: &Annotator) -> Result<Loaded, LoadError> {
    let path = paths::annotation_path(workspace, article, annotator)?;
    let Some(bytes) = bytes(workspace, &path)? else {
        return Ok(Loaded { path, parsed: None });
    };
    let parsed = parse(&path, &bytes, article, annotator)?;
    Ok(Loaded { path, parsed: Some(parsed) })
}

fn bytes(workspace: &Workspace, path: &Path) -> Result<Option<Vec<u8>>, ReadError> {
    let read = read::inside(workspace, path).and_then(|target| read::regular(&target, LIMIT));
    match read {
        Ok((bytes, _)) => Ok(Some(bytes)),
        // A link that leads nowhere is not the same as nothing.
        Err(error) if error.is_missing() && !path.is_symlink() => Ok(None),
        Err(error) => Err(error),
    }
}

/// Reads the content of an annotation file.
pub(super) fn parse(
    path: &Path,
    bytes: &[u8],
    article: &ArticleId,
    annotator: &Annotator,
) -> Result<Parsed, LoadError> {
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let before = String::from_utf8_lossy(&bytes[..error.valid_up_to()]);
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        LoadError::NotUtf8 { path: path.to_owned(), line, column }
    })?;
    Document::parse(text, article, annotator).map_err(|error| {
        let excerpt = excerpt(text, error.line as usize, error.column as usize);
        LoadError::Document { path: path.to_owned(), error, excerpt }
    })
}

/// The line, cut around the column, and a caret below it; nothing where there is no such line.
fn excerpt(text: &str, line: usize, column: usize) -> Vec<String> {
    let Some(line) = line.checked_sub(1).and_then(|line| text.lines().nth(line)) else { return Vec::new() };
    let at = column.saturating_sub(1);
    let from = at.saturating_sub(EXCERPT);
    let shown: String =
        line.chars().map(|c| if c == '\t' { ' ' } else { c }).skip(from).take(2 * EXCERPT).collect();
    let before: String = shown.chars().take(at - from).collect();
    let caret = format!("{}^", " ".repeat(before.width()));
    vec![shown, caret]
}

/// Everybody who has a folder below `annotations/`, in order.
pub fn annotators(workspace: &Workspace) -> Vec<Annotator> {
    folders(workspace).into_iter().filter_map(|(annotator, _)| annotator).collect()
}

/// All annotation files, by annotator and then by article. Nothing is opened.
pub fn documents(workspace: &Workspace) -> impl Iterator<Item = Found> + Send + use<> {
    let root = workspace.clone();
    folders(workspace).into_iter().flat_map(move |(annotator, folder)| {
        let (documents, stray) = match annotator {
            Some(annotator) => (Some(documents_in(&root, annotator, folder)), None),
            None => (None, Some(Found::Stray(folder))),
        };
        documents.into_iter().flatten().chain(stray)
    })
}

/// The walks through the files of each annotator, and the folders that are nobody's.
pub(super) fn walks(
    workspace: &Workspace,
) -> (Vec<impl Iterator<Item = Found> + Send + use<>>, Vec<Gathered>) {
    let (mut walks, mut strays) = (Vec::new(), Vec::new());
    for (annotator, folder) in folders(workspace) {
        match annotator {
            Some(annotator) => walks.push(documents_in(workspace, annotator, folder)),
            None => strays.push(Gathered::Stray(folder)),
        }
    }
    (walks, strays)
}

/// The annotation files of one annotator, by article. Nothing is opened.
pub fn documents_of(
    workspace: &Workspace,
    annotator: &Annotator,
) -> impl Iterator<Item = Found> + Send + use<> {
    documents_in(workspace, annotator.clone(), workspace.annotations().join(annotator.as_str()))
}

/// The folders below `annotations/` whose name begins with neither `_` nor `.`, with the annotator each is of; a link
/// to what others found is nobody's.
fn folders(workspace: &Workspace) -> Vec<(Option<Annotator>, PathBuf)> {
    let annotations = workspace.annotations();
    let is_folder = |(kind, name): &(Kind, OsString)| match kind {
        Kind::Folder => true,
        Kind::Link => annotations.join(name).is_dir(),
        Kind::File | Kind::Other => false,
    };
    let mut folders = folder::entries(&annotations, false).unwrap_or_default();
    folders.retain(|entry| !entry.1.as_encoded_bytes().starts_with(b"_") && is_folder(entry));
    let of = |(_, name): (Kind, OsString)| {
        let folder = annotations.join(&name);
        let annotator = name.to_str().and_then(Annotator::new);
        (annotator.filter(|_| paths::of_others(workspace, &folder).is_none()), folder)
    };
    let mut folders: Vec<_> = folders.into_iter().map(of).collect();
    folders.sort_unstable();
    folders
}

/// Is the folder of an annotator, which must be there, one that holds only what they found: in the workspace, and none
/// that others have?
pub(super) fn is_own(workspace: &Workspace, folder: &Path) -> bool {
    read::inside(workspace, folder).is_ok() && paths::of_others(workspace, folder).is_none()
}

fn documents_in(
    workspace: &Workspace,
    annotator: Annotator,
    folder: PathBuf,
) -> impl Iterator<Item = Found> + Send + use<> {
    let workspace = workspace.clone();
    let is_own = is_own(&workspace, &folder);
    Walk::new(&folder).filter_map(move |entry| {
        let Entry { path: relative, kind } = match entry {
            Ok(entry) => entry,
            Err(Unreadable { path, source }) => {
                // An annotator without a folder has no files.
                let no_folder = path == Path::new("") && source.kind() == io::ErrorKind::NotFound;
                return (!no_folder).then(|| Found::Unreadable(folder.join(path), source.to_string()));
            }
        };
        if relative.extension().is_none_or(|suffix| suffix != "yaml") {
            return None;
        }
        let path = folder.join(&relative);
        let ours =
            is_own && (kind == Kind::File || kind == Kind::Link && read::inside(&workspace, &path).is_ok());
        Some(match paths::article_of_annotation(&relative) {
            Some(article) if ours => Found::Document { annotator: annotator.clone(), article, path },
            _ => Found::Stray(path),
        })
    })
}
