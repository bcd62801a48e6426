//! Where things lie: article ids and their files, annotation files, the person's own folders.

use std::{
    ffi::OsStr,
    fs,
    path::{Path, PathBuf},
};

use directories::ProjectDirs;
use thiserror::Error;

use super::{ReadError, Workspace, platform};
use crate::{annotation::Annotator, text::ArticleId};

/// The longest name a file may have, in bytes, on every file system we know.
const LONGEST_NAME: usize = 255;

/// What the name of an annotation file adds to that of its article.
pub(super) const SUFFIX: &str = ".yaml";

/// Why an article, or what somebody found in it, has no place on the disk.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum PathError {
    /// It would leave its folder, or no file can be called so.
    #[error("{id}: is no path below corpus/")]
    NoPath {
        /// The id.
        id: String,
    },
    /// The annotation file's name would be longer than file systems allow.
    #[error(
        "{id}: its annotation file's name would have {bytes} bytes, and file systems allow 255: \
         give the article a shorter name"
    )]
    TooLong {
        /// The id.
        id: String,
        /// The length of the name in bytes.
        bytes: usize,
    },
    /// The annotator's folder is a link to what others found.
    #[error("{}: leads to {}, where others keep their annotations; put a real folder there", path.display(), target.display())]
    OfOthers {
        /// The folder.
        path: PathBuf,
        /// Where it leads.
        target: PathBuf,
    },
}

/// Where a person's own things lie.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folders {
    /// The config file.
    pub config: PathBuf,
    /// The folder of the journal and of what was last open.
    pub state: PathBuf,
}

impl Folders {
    /// Those of whoever runs the program: on Linux `$XDG_CONFIG_HOME/factdesk/config.yaml`, or the file that
    /// `$FACTDESK_CONFIG` names, and `$XDG_STATE_HOME/factdesk/`. `None` where the person has no home.
    pub fn of_person() -> Option<Self> {
        let dirs = ProjectDirs::from("", "", "factdesk")?;
        let config = match std::env::var_os("FACTDESK_CONFIG") {
            Some(path) if !path.is_empty() => std::path::absolute(path).ok()?,
            _ => dirs.config_dir().join("config.yaml"),
        };
        let state = dirs.state_dir().unwrap_or_else(|| dirs.data_local_dir());
        Some(Self { config, state: state.to_owned() })
    }
}

/// The absolute spellings under which a file or folder may be known that a person named: as they wrote it, and with
/// the links in front of its own name followed.
///
/// # Errors
/// [`ReadError`] where there is nothing.
pub fn spellings(path: &Path) -> Result<Vec<PathBuf>, ReadError> {
    let disk = |source| ReadError::Disk { path: path.to_owned(), source };
    fs::symlink_metadata(path).map_err(disk)?;
    let absolute = std::path::absolute(path).map_err(disk)?;
    let folder = absolute.parent().unwrap_or(&absolute);
    let resolved = match path.file_name() {
        Some(name) => fs::canonicalize(folder).map_err(disk)?.join(name),
        None => fs::canonicalize(path).map_err(disk)?,
    };
    Ok(vec![absolute, resolved])
}

/// The id of the article at `relative`, a path below `corpus/`; `None` where its name is not Unicode on a platform
/// that does not tell its bytes.
pub(super) fn article_id(relative: &Path) -> Option<ArticleId> {
    platform::bytes(relative).map(|path| ArticleId::from_bytes(&path))
}

/// The file of an article.
///
/// # Errors
/// [`PathError::NoPath`] where the id would lead elsewhere.
pub fn article_path(workspace: &Workspace, id: &ArticleId) -> Result<PathBuf, PathError> {
    check(id)?;
    let path = platform::path(&id.to_bytes()).ok_or_else(|| PathError::NoPath { id: id.to_string() })?;
    Ok(workspace.corpus().join(path))
}

/// The file that holds what `annotator` found in an article.
///
/// # Errors
/// [`PathError`] where the id would lead elsewhere, a name would be longer than 255 bytes, or the annotator's folder is
/// a link to what others found.
pub fn annotation_path(
    workspace: &Workspace,
    id: &ArticleId,
    annotator: &Annotator,
) -> Result<PathBuf, PathError> {
    let path = workspace.annotations().join(annotator.as_str());
    match of_others(workspace, &path) {
        Some(target) => Err(PathError::OfOthers { path, target }),
        None => Ok(path.join(relative_annotation_path(id)?)),
    }
}

/// Where the folder of an annotator leads, if it is a link into `annotations/` or to a folder of the workspace around
/// that: what lies there is not theirs.
pub(super) fn of_others(workspace: &Workspace, folder: &Path) -> Option<PathBuf> {
    if !folder.is_symlink() {
        return None;
    }
    let target = fs::canonicalize(folder).ok()?;
    let annotations = fs::canonicalize(workspace.annotations()).ok()?;
    let is_around = || workspace.holds(&target) && annotations.starts_with(&target);
    (target.starts_with(&annotations) || is_around()).then_some(target)
}

/// The same below the annotator's folder.
pub(super) fn relative_annotation_path(id: &ArticleId) -> Result<PathBuf, PathError> {
    check(id)?;
    let path = format!("{id}{SUFFIX}");
    match path.split('/').map(str::len).max() {
        Some(bytes) if bytes > LONGEST_NAME => Err(PathError::TooLong { id: id.to_string(), bytes }),
        _ => Ok(PathBuf::from(path)),
    }
}

/// The article of an annotation file, by its path below the annotator's folder; `None` where the name is not one
/// that an annotation file has.
pub(super) fn article_of_annotation(relative: &Path) -> Option<ArticleId> {
    let path = platform::bytes(relative)?;
    let id = std::str::from_utf8(&path).ok()?.strip_suffix(SUFFIX)?;
    is_text(Path::new(id)).then(|| ArticleId::new(id))
}

/// Is it called like an article: `.txt` or `.md`, whatever the case?
pub(super) fn is_text(name: &Path) -> bool {
    name.extension()
        .is_some_and(|suffix| suffix.eq_ignore_ascii_case("txt") || suffix.eq_ignore_ascii_case("md"))
}

/// Is it a name that the walks pass over?
pub(super) fn is_hidden(name: &OsStr) -> bool {
    name.as_encoded_bytes().first() == Some(&b'.')
}

/// Is each part of an id the name of a file or folder and nothing else?
fn check(id: &ArticleId) -> Result<(), PathError> {
    let is_name = |part: &str| {
        let foreign = if cfg!(windows) { &['\0', '\\', ':'][..] } else { &['\0'] };
        !matches!(part, "" | "." | "..") && !part.contains(foreign)
    };
    if id.as_str().split('/').all(is_name) { Ok(()) } else { Err(PathError::NoPath { id: id.to_string() }) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_never_leaves_its_folder() {
        for id in ["../x.txt", "a/../../x.txt", "/etc/x.txt", "a//x.txt", "./x.txt", "", "a/\0.txt"] {
            assert!(check(&ArticleId::new(id)).is_err(), "{id}");
        }
        assert!(check(&ArticleId::new("a/..b/x.txt")).is_ok());
    }

    #[test]
    fn a_name_that_grows_too_long_is_refused_with_its_length() {
        let fits = ArticleId::new(format!("story/{}.txt", "a".repeat(246)));
        assert!(relative_annotation_path(&fits).is_ok());
        let id = format!("story/{}.txt", "a".repeat(247));
        let error = relative_annotation_path(&ArticleId::new(id.clone())).unwrap_err();
        assert_eq!(error, PathError::TooLong { id, bytes: 256 });
    }

    #[test]
    fn an_annotation_file_belongs_to_the_article_its_path_names() {
        let article = |path: &str| article_of_annotation(Path::new(path)).map(|id| id.to_string());
        assert_eq!(article("story/a.txt.yaml").as_deref(), Some("story/a.txt"));
        assert_eq!(article("story/a.txt.yaml.orig"), None);
        assert_eq!(article("story/notes.yaml"), None);
        let latin = ArticleId::from_bytes(b"\xFCber.txt");
        let file = relative_annotation_path(&latin).unwrap();
        assert_eq!(article_of_annotation(&file), Some(latin), "and back");
    }
}
