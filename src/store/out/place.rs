//! Where an export may go, and where it may not.

use std::{
    fs::{self, Metadata},
    io,
    path::{Path, PathBuf},
};

use thiserror::Error;

use crate::store::{
    Workspace,
    disk::{Disk, RealDisk},
    platform,
    replace::{self, Failed, Step},
    settings::FILE,
};

/// Why nothing can be written there, or was not.
#[derive(Debug, Error)]
pub enum OutError {
    /// It is what the workspace consists of.
    #[error("{}: belongs to the workspace itself (corpus/, annotations/, factdesk.yaml); choose another place", path.display())]
    Protected {
        /// Where it was to go.
        path: PathBuf,
    },
    /// A folder lies where a file is to be written.
    #[error("{}: is a folder; give the name of a file in it", path.display())]
    Folder {
        /// Where it was to go.
        path: PathBuf,
    },
    /// A pipe, a device or the like lies there.
    #[error("{}: is not a regular file; only such are replaced", path.display())]
    NotRegular {
        /// Where it was to go.
        path: PathBuf,
    },
    /// Something lies where a folder is to be made.
    #[error("{}: is there already and no empty folder; name a new one, or a .zip file", path.display())]
    NotEmpty {
        /// Where it was to go.
        path: PathBuf,
    },
    /// The folder it is to lie in is missing.
    #[error("{}: there is no such folder", path.display())]
    NoFolder {
        /// That folder.
        path: PathBuf,
    },
    /// The disk said no.
    #[error(transparent)]
    Disk(#[from] Failed),
}

/// A place where something may be written.
pub(super) struct Place {
    /// Absolute, without symbolic links.
    pub(super) path: PathBuf,
    /// The permissions of what is there, if anything is.
    pub(super) mode: Option<u32>,
}

/// The place of a file: free, or that of a regular file that may be written. A link to a file leads to it.
pub(super) fn of_file(workspace: &Workspace, path: &Path) -> Result<Place, OutError> {
    let (target, there) = resolved(workspace, path)?;
    if is_written_as_folder(path) || there.as_ref().is_some_and(Metadata::is_dir) {
        return Err(OutError::Folder { path: path.to_owned() });
    }
    let Some(there) = there else { return Ok(Place { path: target, mode: None }) };
    if !there.is_file() {
        return Err(OutError::NotRegular { path: path.to_owned() });
    }
    RealDisk.writable(&target).map_err(Failed::at(Step::Writable, path))?;
    Ok(Place { path: target, mode: platform::mode(&there) })
}

/// Does it end as only the path of a folder does?
fn is_written_as_folder(path: &Path) -> bool {
    let path = path.as_os_str().as_encoded_bytes();
    path.ends_with(b"/") || path.ends_with(b"/.")
}

/// The place of a folder: free, or that of an empty folder.
pub(super) fn of_folder(workspace: &Workspace, path: &Path) -> Result<Place, OutError> {
    let (target, there) = resolved(workspace, path)?;
    let Some(there) = there else { return Ok(Place { path: target, mode: None }) };
    let is_empty = || fs::read_dir(&target).map(|mut entries| entries.next().is_none());
    if !there.is_dir() || !is_empty().map_err(Failed::at(Step::Read, path))? {
        return Err(OutError::NotEmpty { path: path.to_owned() });
    }
    Ok(Place { path: target, mode: platform::mode(&there) })
}

/// The path without symbolic links, and what is there. It lies in a folder, and not where the workspace keeps its own.
pub(super) fn resolved(workspace: &Workspace, path: &Path) -> Result<(PathBuf, Option<Metadata>), OutError> {
    let absolute = std::path::absolute(path).map_err(Failed::at(Step::Resolve, path))?;
    let target = replace::resolve(&RealDisk, &absolute)?;
    let annotations = workspace.annotations();
    let of_annotations = [replace::resolve(&RealDisk, &annotations)?, annotations];
    let is_own = workspace.is_corpus(&target)
        || of_annotations.iter().any(|own| target.starts_with(own))
        || target == workspace.root().join(FILE);
    if is_own {
        return Err(OutError::Protected { path: path.to_owned() });
    }
    match fs::symlink_metadata(&target) {
        Ok(there) => Ok((target, Some(there))),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            let folder = replace::folder_of(&target);
            if folder.is_dir() {
                return Ok((target, None));
            }
            Err(OutError::NoFolder { path: folder.to_owned() })
        }
        Err(error) => Err(Failed::at(Step::Read, path)(error).into()),
    }
}
