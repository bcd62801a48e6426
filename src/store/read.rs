//! Reading files without being caught: only regular files, never larger than we can hold, never waiting for a pipe.

use std::{
    fs::{self, File, Metadata, OpenOptions},
    io::{self, Read},
    path::{Path, PathBuf},
};

use thiserror::Error;

use super::{Workspace, platform};
use crate::locale::Phrase;
use crate::text::decode::MAX_ARTICLE_BYTES;

/// The largest file that is read, in bytes.
pub const LIMIT: u64 = MAX_ARTICLE_BYTES;

/// Why a file was not read. Each says which file, and what to do where something can be done.
#[derive(Debug, Error)]
pub enum ReadError {
    /// The disk said no.
    #[error("{}: cannot be read: {source}", path.display())]
    Disk {
        /// The file.
        path: PathBuf,
        /// What the disk said.
        source: io::Error,
    },
    /// A folder, pipe, socket or device.
    #[error("{}: is {}, not a regular file; only regular files are read", path.display(), what.en)]
    NotRegular {
        /// The file.
        path: PathBuf,
        /// What it is.
        what: Phrase,
    },
    /// More than we take.
    #[error("{}: is {size} bytes large; at most {limit} bytes (64 MB) are read: cut it into several files", path.display())]
    TooLarge {
        /// The file.
        path: PathBuf,
        /// Its size in bytes.
        size: u64,
        /// The limit in bytes.
        limit: u64,
    },
    /// A symbolic link led out of the workspace.
    #[error("{}: leads out of the workspace to {}; copy the file in instead", path.display(), target.display())]
    Outside {
        /// The file.
        path: PathBuf,
        /// Where it leads.
        target: PathBuf,
    },
}

impl ReadError {
    /// Is there simply no such file?
    pub fn is_missing(&self) -> bool {
        matches!(self, Self::Disk { source, .. } if source.kind() == io::ErrorKind::NotFound)
    }

    /// The same as an error of the disk.
    pub(super) fn into_io(self) -> io::Error {
        match self {
            Self::Disk { source, .. } => source,
            other => io::Error::other(other),
        }
    }

    fn disk(path: &Path) -> impl FnOnce(io::Error) -> Self {
        move |source| Self::Disk { path: path.to_owned(), source }
    }
}

/// Reads a file that a person named on the command line.
///
/// # Errors
/// [`ReadError`] where it is missing, no regular file, or larger than [`LIMIT`].
pub fn read_file(path: &Path) -> Result<Vec<u8>, ReadError> {
    let resolved = fs::canonicalize(path).map_err(ReadError::disk(path))?;
    regular(&resolved, LIMIT).map(|(bytes, _)| bytes)
}

/// The path without symbolic links, which must not lead out of the workspace.
pub(super) fn inside(workspace: &Workspace, path: &Path) -> Result<PathBuf, ReadError> {
    let target = fs::canonicalize(path).map_err(ReadError::disk(path))?;
    if workspace.holds(&target) {
        Ok(target)
    } else {
        Err(ReadError::Outside { path: path.to_owned(), target })
    }
}

/// Reads a regular file of at most `limit` bytes. A symbolic link at the end of `path` is not followed.
///
/// It is looked at before it is opened, so that no device wakes up, and again afterwards, so that nobody can swap it.
pub(super) fn regular(path: &Path, limit: u64) -> Result<(Vec<u8>, Metadata), ReadError> {
    fits(path, &fs::symlink_metadata(path).map_err(ReadError::disk(path))?, limit)?;
    let mut options = OpenOptions::new();
    platform::never_wait(&mut options);
    let file = options.read(true).open(path).map_err(ReadError::disk(path))?;
    let metadata = file.metadata().map_err(ReadError::disk(path))?;
    fits(path, &metadata, limit)?;
    let bytes = up_to(file, metadata.len(), limit).map_err(ReadError::disk(path))?;
    let size = bytes.len() as u64;
    if size > limit {
        return Err(ReadError::TooLarge { path: path.to_owned(), size, limit });
    }
    Ok((bytes, metadata))
}

/// Reads at most one byte more than `limit`, whatever the size was said to be.
fn up_to(file: File, expected: u64, limit: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::with_capacity(usize::try_from(expected.min(limit)).unwrap_or(0) + 1);
    file.take(limit + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn fits(path: &Path, metadata: &Metadata, limit: u64) -> Result<(), ReadError> {
    if !metadata.is_file() {
        return Err(ReadError::NotRegular {
            path: path.to_owned(),
            what: platform::kind(metadata.file_type()),
        });
    }
    if metadata.len() > limit {
        return Err(ReadError::TooLarge { path: path.to_owned(), size: metadata.len(), limit });
    }
    Ok(())
}
