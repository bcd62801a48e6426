//! Bringing an article in: the only way anything comes below `corpus/`.

use std::{io, path::PathBuf};

use thiserror::Error;

use super::{
    PathError, ReadError, Workspace,
    disk::{Disk, RealDisk},
    paths,
    replace::{self, Failed, NewVersion, Step},
};
use crate::{locale::Phrase, text::ArticleId};

/// Why an article was not brought in.
#[derive(Debug, Error)]
pub enum AddError {
    /// The name will not do.
    #[error("{to}: {}; write STORY/NAME, e.g. town-hall/agency-report", why.en)]
    NoName {
        /// The name as given.
        to: String,
        /// What is wrong with it.
        why: Phrase,
    },
    /// The name leads elsewhere, or is too long.
    #[error(transparent)]
    Path(#[from] PathError),
    /// There is an article of that name.
    #[error(
        "{id}: there is an article of that name already, and it is never written over; choose another name"
    )]
    Exists {
        /// Its id.
        id: ArticleId,
    },
    /// The text cannot be read.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// The disk said no.
    #[error(transparent)]
    Disk(#[from] Failed),
}

/// The id that an article brought in as `to` will get. Its place is free.
///
/// # Errors
/// [`AddError`] where the name leads out of `corpus/`, is hidden, too long, or taken.
pub fn free_place(workspace: &Workspace, to: &str) -> Result<ArticleId, AddError> {
    let id = article_id(to)?;
    free(&RealDisk, workspace, &id)?;
    Ok(id)
}

/// Writes a new article. `to` is `STORY/NAME`; a name without `.txt` or `.md` gets `.txt`. It is on the disk when
/// this returns.
///
/// # Errors
/// [`AddError`] where the name leads out of `corpus/`, is hidden, too long, or taken, and where the disk says no.
pub fn add_article(workspace: &Workspace, to: &str, text: &str) -> Result<ArticleId, AddError> {
    let id = article_id(to)?;
    put(&RealDisk, workspace, &id, text.as_bytes())?;
    Ok(id)
}

/// The id that an article brought in as `to` gets.
fn article_id(to: &str) -> Result<ArticleId, AddError> {
    let refuse = |why| Err(AddError::NoName { to: to.to_owned(), why });
    if to.chars().any(char::is_control) {
        return refuse(Phrase::new("holds control characters", "enthält Steuerzeichen"));
    }
    if to.split('/').any(|part| part.is_empty() || part.starts_with('.') || part.trim() != part) {
        return refuse(Phrase::new(
            "has an empty part, or one that begins with a dot or a blank, or ends with a blank",
            "hat einen leeren Teil oder einen, der mit Punkt oder Leerzeichen beginnt oder mit Leerzeichen endet",
        ));
    }
    Ok(ArticleId::from_bytes(
        if paths::is_text(to.as_ref()) { to.to_owned() } else { format!("{to}.txt") }.as_bytes(),
    ))
}

/// Writes a new article to its place, which must be free.
pub(super) fn put(
    disk: &dyn Disk,
    workspace: &Workspace,
    id: &ArticleId,
    bytes: &[u8],
) -> Result<(), AddError> {
    let target = free(disk, workspace, id)?;
    replace::make_folders(disk, workspace.root(), replace::folder_of(&target), None)?;
    match NewVersion::write(disk, &target, bytes, None)?.put_new(&target) {
        Err(failed) if failed.source.kind() == io::ErrorKind::AlreadyExists => {
            Err(AddError::Exists { id: id.clone() })
        }
        other => Ok(other?),
    }
}

/// The file that a new article is to become, links in its folder followed. There is none yet.
fn free(disk: &dyn Disk, workspace: &Workspace, id: &ArticleId) -> Result<PathBuf, AddError> {
    paths::relative_annotation_path(id)?;
    let path = paths::article_path(workspace, id)?;
    let folder = replace::resolve(disk, replace::folder_of(&path))?;
    if !workspace.is_corpus(&folder) {
        return Err(ReadError::Outside { path, target: folder }.into());
    }
    let target = folder.join(path.file_name().unwrap_or_default());
    match disk.stamp(&target).map_err(Failed::at(Step::Read, &target))? {
        Some(_) => Err(AddError::Exists { id: id.clone() }),
        None => Ok(target),
    }
}
