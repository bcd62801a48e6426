//! Making a workspace of a folder.

use std::{
    io,
    path::{Path, PathBuf},
};

use thiserror::Error;

use super::{
    AddError, DiscoverError, ReadError, Workspace, add,
    disk::{Disk, RealDisk},
    paths,
    read::{self},
    replace::{self, Failed, NewVersion},
};
use crate::{
    locale::Phrase,
    text::{ArticleId, decode::MAX_ARTICLE_BYTES},
};

const NO_PATH: Phrase =
    Phrase::new("is no path below the workspace", "ist kein Pfad unterhalb des Arbeitsordners");

/// The files a workspace is given, with what they hold.
const FILES: [(&str, &str); 2] = [
    (
        ".gitattributes",
        "# Annotation files differ by the line; articles are kept byte for byte.\n\
         annotations/** text eol=lf\n\
         corpus/** -text\n",
    ),
    (
        "annotations/.gitignore",
        "# What factdesk needs while it runs, and what it keeps of files that were cut off.\n\
         .factdesk.lock\n\
         .factdesk-*.here\n\
         .fd-*.tmp\n\
         *.orig\n",
    ),
];

/// What [`init`] did.
#[derive(Debug)]
pub struct Made {
    /// The workspace.
    pub workspace: Workspace,
    /// Folders and files that were made, as paths below it.
    pub made: Vec<PathBuf>,
    /// Files that were there already with other content; they stay as they are. With what they lack.
    pub kept: Vec<(PathBuf, &'static str)>,
    /// Articles that were taken in.
    pub taken: Vec<ArticleId>,
    /// Texts that were not, and why.
    pub left: Vec<(PathBuf, AddError)>,
}

/// Why a folder did not become a workspace.
#[derive(Debug, Error)]
pub enum InitError {
    /// A folder or file could not be made.
    #[error(transparent)]
    Disk(#[from] Failed),
    /// What is there cannot be read.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// What was made is no workspace.
    #[error(transparent)]
    Discover(#[from] DiscoverError),
}

/// Makes a workspace of `folder`, which is made too where it is missing: `corpus/`, `annotations/`, and what git has
/// to know. Copies `texts`, paths below `folder`, into `corpus/`; the texts themselves stay. A folder that has `corpus/`
/// already takes none in: what lies beside it was put there on purpose.
///
/// Nothing that is there is ever written over, so that doing it twice changes nothing.
///
/// # Errors
/// [`InitError`] where the disk says no. A text that cannot be taken in is no error: it is in [`Made::left`].
pub fn init(folder: &Path, texts: &[PathBuf]) -> Result<Made, InitError> {
    let disk = &RealDisk;
    let absolute = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
    let root = replace::resolve(disk, &absolute)?;
    make_missing(disk, &root)?;
    let mut made = Vec::new();
    for name in ["corpus", "annotations"] {
        let path = root.join(name);
        if !path.is_dir() {
            replace::make_folders(disk, &root, &path, None)?;
            made.push(PathBuf::from(name));
        }
    }
    let is_new = made.iter().any(|path| path == Path::new("corpus"));
    let mut kept = Vec::new();
    for (name, content) in FILES {
        let path = root.join(name);
        let version = NewVersion::write(disk, &path, content.as_bytes(), None)?;
        match version.put_new(&path) {
            Ok(()) => made.push(PathBuf::from(name)),
            Err(failed) if failed.source.kind() == io::ErrorKind::AlreadyExists => {
                let (there, _) = read::regular(&path, MAX_ARTICLE_BYTES)?;
                if !has_lines_of(&there, content) {
                    kept.push((PathBuf::from(name), content));
                }
            }
            Err(failed) => return Err(failed.into()),
        }
    }
    let workspace = Workspace::at(root)?;
    let (mut taken, mut left) = (Vec::new(), Vec::new());
    for text in texts.iter().filter(|_| is_new) {
        match take_in(&workspace, text) {
            Ok(id) => taken.push(id),
            Err(error) => left.push((text.clone(), error)),
        }
    }
    Ok(Made { workspace, made, kept, taken, left })
}

fn make_missing(disk: &dyn Disk, folder: &Path) -> Result<(), Failed> {
    let there = folder.ancestors().find(|above| above.is_dir()).unwrap_or(folder);
    replace::make_folders(disk, there, folder, None)
}

/// Does a file say everything that we would, comments aside?
fn has_lines_of(there: &[u8], content: &str) -> bool {
    let there = String::from_utf8_lossy(there);
    let rules = content.lines().filter(|line| !line.starts_with('#'));
    rules.into_iter().all(|rule| there.lines().any(|line| line.trim_end() == rule))
}

fn take_in(workspace: &Workspace, text: &Path) -> Result<ArticleId, AddError> {
    let no_name = || AddError::NoName { to: text.display().to_string(), why: NO_PATH };
    let id = paths::article_id(text).ok_or_else(no_name)?;
    let source = read::inside(workspace, &workspace.root().join(text))?;
    let (bytes, _) = read::regular(&source, MAX_ARTICLE_BYTES)?;
    add::put(&RealDisk, workspace, &id, &bytes)?;
    Ok(id)
}
