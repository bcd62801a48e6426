//! Putting new content in the place of old in one step that a power cut cannot halve.

use std::{
    collections::hash_map::RandomState,
    ffi::OsStr,
    fmt,
    hash::{BuildHasher, Hasher},
    io,
    path::{Path, PathBuf},
};

use thiserror::Error;

use super::disk::Disk;

/// How names of new versions begin and end while they are being written.
pub(super) const TEMP: (&str, &str) = (".fd-", ".tmp");

/// How many names are tried for a new version.
const NAMES: usize = 16;

/// What the disk was asked to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Following symbolic links.
    Resolve,
    /// Making the folder.
    MakeFolder,
    /// Locking it against other programs.
    Lock,
    /// Reading what stands there.
    Read,
    /// Opening it for writing.
    Writable,
    /// Making the new version.
    Create,
    /// Writing the new version.
    Write,
    /// Waiting until the new version is on the disk.
    Sync,
    /// Putting the new version in its place.
    Rename,
    /// Waiting until the folder is on the disk.
    SyncFolder,
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Resolve => "cannot be reached",
            Self::MakeFolder => "the folder cannot be made",
            Self::Lock => "cannot be locked",
            Self::Read => "cannot be read",
            Self::Writable => "must not be written",
            Self::Create => "a new version cannot be made beside it",
            Self::Write => "the new version cannot be written",
            Self::Sync => "the new version did not reach the disk",
            Self::Rename => "the new version cannot take its place",
            Self::SyncFolder => "the folder did not reach the disk",
        })
    }
}

/// A step that failed: on which path, and what the disk said.
#[derive(Debug, Error)]
#[error("{}: {step}: {source}", path.display())]
pub struct Failed {
    /// What was tried.
    pub step: Step,
    /// On which file or folder.
    pub path: PathBuf,
    /// What the disk said.
    pub source: io::Error,
}

impl Failed {
    pub(super) fn at(step: Step, path: &Path) -> impl FnOnce(io::Error) -> Self {
        move |source| Self { step, path: path.to_owned(), source }
    }
}

/// A new version that is on the disk but not yet in its place. It is removed when dropped there.
pub(super) struct NewVersion<'d> {
    disk: &'d dyn Disk,
    path: PathBuf,
    placed: bool,
}

impl<'d> NewVersion<'d> {
    /// Writes `bytes` beside `target`, where another file system cannot come between, and waits for the disk.
    pub(super) fn write(
        disk: &'d dyn Disk,
        target: &Path,
        bytes: &[u8],
        mode: Option<u32>,
    ) -> Result<Self, Failed> {
        let folder = folder_of(target);
        let (path, mut file) = create(disk, folder, mode).map_err(Failed::at(Step::Create, target))?;
        let version = Self { disk, path, placed: false };
        disk.write(&mut file, bytes).map_err(Failed::at(Step::Write, target))?;
        disk.sync(&file).map_err(Failed::at(Step::Sync, target))?;
        Ok(version)
    }

    /// Takes the place of `target`. The folder has yet to reach the disk.
    pub(super) fn rename(mut self, target: &Path) -> Result<(), Failed> {
        self.disk.rename(&self.path, target).map_err(Failed::at(Step::Rename, target))?;
        self.placed = true;
        Ok(())
    }

    /// Takes the name `target`, which must be free, and waits for the disk.
    pub(super) fn put_new(mut self, target: &Path) -> Result<(), Failed> {
        match self.disk.link(&self.path, target) {
            Ok(()) => {}
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                return Err(Failed { step: Step::Rename, path: target.to_owned(), source: error });
            }
            // Some file systems know no second names.
            Err(_) => {
                let free = match self.disk.stamp(target) {
                    Ok(None) => self.disk.rename(&self.path, target),
                    Ok(Some(_)) => Err(io::ErrorKind::AlreadyExists.into()),
                    Err(error) => Err(error),
                };
                free.map_err(Failed::at(Step::Rename, target))?;
                self.placed = true;
            }
        }
        let disk = self.disk;
        drop(self);
        disk.sync_folder(folder_of(target)).map_err(Failed::at(Step::SyncFolder, target))
    }
}

impl Drop for NewVersion<'_> {
    fn drop(&mut self) {
        if !self.placed {
            // What failed first is what the person is told; the next start sweeps up.
            let _ = self.disk.remove(&self.path);
        }
    }
}

/// Writes `bytes` to `target`, whatever stood there.
pub(super) fn replace(disk: &dyn Disk, target: &Path, bytes: &[u8], mode: Option<u32>) -> Result<(), Failed> {
    NewVersion::write(disk, target, bytes, mode)?.rename(target)?;
    disk.sync_folder(folder_of(target)).map_err(Failed::at(Step::SyncFolder, target))
}

/// Makes `folder` and those it lies in down from `root`, and waits until all their names are on the disk, whoever
/// made them.
pub(super) fn make_folders(
    disk: &dyn Disk,
    root: &Path,
    folder: &Path,
    mode: Option<u32>,
) -> Result<(), Failed> {
    let mut missing: Vec<&Path> = folder.ancestors().take_while(|&above| above != root).collect();
    missing.reverse();
    for path in missing {
        disk.make_folder(path, mode).map_err(Failed::at(Step::MakeFolder, path))?;
        disk.sync_folder(folder_of(path)).map_err(Failed::at(Step::SyncFolder, path))?;
    }
    Ok(())
}

/// The path without symbolic links, whether or not something is there already.
pub(super) fn resolve(disk: &dyn Disk, path: &Path) -> Result<PathBuf, Failed> {
    let mut missing = Vec::new();
    let mut there = path;
    loop {
        match disk.resolve(there) {
            Ok(mut resolved) => {
                resolved.extend(missing.iter().rev());
                return Ok(resolved);
            }
            Err(source) => match (there.parent(), there.file_name()) {
                (Some(folder), Some(name)) if source.kind() == io::ErrorKind::NotFound => {
                    missing.push(name);
                    there = folder;
                }
                _ => return Err(Failed { step: Step::Resolve, path: there.to_owned(), source }),
            },
        }
    }
}

/// Makes a new file with a name nobody has.
fn create(disk: &dyn Disk, folder: &Path, mode: Option<u32>) -> io::Result<(PathBuf, std::fs::File)> {
    with_new_name(folder, TEMP, |path| disk.create(path, mode))
}

/// Makes something in `folder` under a name that nobody has: eight hex digits between the two parts of `frame`.
pub(super) fn with_new_name<T>(
    folder: &Path,
    frame: (&str, &str),
    make: impl Fn(&Path) -> io::Result<T>,
) -> io::Result<(PathBuf, T)> {
    let mut refused = io::ErrorKind::AlreadyExists.into();
    for _ in 0..NAMES {
        let chance = RandomState::new().build_hasher().finish();
        let path = folder.join(format!("{}{:08x}{}", frame.0, chance & 0xffff_ffff, frame.1));
        match make(&path) {
            Ok(new) => return Ok((path, new)),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => refused = error,
            Err(error) => return Err(error),
        }
    }
    Err(refused)
}

/// Does [`with_new_name`] give such names?
pub(super) fn is_new_name(name: &OsStr, frame: (&str, &str)) -> bool {
    let name = name.to_str().unwrap_or_default();
    let digits = name.strip_prefix(frame.0).and_then(|rest| rest.strip_suffix(frame.1));
    digits.is_some_and(|digits| digits.len() == 8 && digits.bytes().all(|digit| digit.is_ascii_hexdigit()))
}

/// The folder a file lies in; every path here is absolute.
pub(super) fn folder_of(path: &Path) -> &Path {
    path.parent().unwrap_or(path)
}
