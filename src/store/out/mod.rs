//! Files that leave the workspace: whole or not at all.
//!
//! What an export writes is staged beside its place under a hidden name and takes that place in one step when all of it
//! is on the disk. Until then what was there before stays as it was, and an export that fails or is given up leaves
//! nothing behind.

mod archive;
mod folder;
mod place;
mod staged;

use std::{
    fs::{self, File},
    io::{self, BufWriter, Write},
    path::{Component, Path, PathBuf},
};

pub use folder::{NewFolders, would_replace};
pub use place::OutError;

use self::{archive::Archive, staged::Staged};
use super::{
    Workspace, platform,
    replace::{self, Failed, Step},
};
use crate::export::Sink;

/// How much is written at once, in bytes.
const BUFFER: usize = 1 << 16;

/// Where an export is being written: a file, a folder of files, or a zip archive of files. Dropped before
/// [`Out::commit`], it leaves nothing.
pub struct Out {
    /// As it was asked for.
    asked: PathBuf,
    /// Absolute, without symbolic links.
    target: PathBuf,
    staged: Staged,
    to: To,
}

enum To {
    File(BufWriter<File>),
    /// The file that is being written, if one is.
    Folder(Option<BufWriter<File>>),
    Archive(Box<Archive>),
}

impl Out {
    /// Begins to write to `path`. A regular file that is there will be replaced, and keeps its permissions. With
    /// `several`, `path` is a new or empty folder, or an archive if it ends in `.zip`.
    ///
    /// # Errors
    /// [`OutError`] where something else is there, where its folder is missing, where it would be part of the workspace
    /// itself, and where the disk says no.
    pub fn create(workspace: &Workspace, path: &Path, several: bool) -> Result<Self, OutError> {
        let is_archive = path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("zip"));
        let failed = |error| Failed::at(Step::Create, path)(error);
        let (place, staged, to) = if several && !is_archive {
            let place = place::of_folder(workspace, path)?;
            let staged = Staged::folder(&place.path, place.mode).map_err(failed)?;
            (place, staged, To::Folder(None))
        } else {
            let place = place::of_file(workspace, path)?;
            let (staged, file) = Staged::file(&place.path, place.mode).map_err(failed)?;
            let file = BufWriter::with_capacity(BUFFER, file);
            let to = if several { To::Archive(Box::new(Archive::new(file))) } else { To::File(file) };
            (place, staged, to)
        };
        Ok(Self { asked: path.to_owned(), target: place.path, staged, to })
    }

    /// Puts what was written in its place when all of it is on the disk. Gives the path as it was asked for.
    ///
    /// # Errors
    /// [`OutError::Disk`]; then nothing has changed, unless only the folder did not reach the disk.
    pub fn commit(self) -> Result<PathBuf, OutError> {
        let Self { asked, target, staged, to } = self;
        let at = |step| Failed::at(step, &asked);
        match to {
            To::File(file) => finished(file).map_err(at(Step::Sync))?,
            To::Archive(archive) => {
                finished(archive.finish().map_err(at(Step::Write))?).map_err(at(Step::Sync))?;
            }
            To::Folder(last) => {
                last.map_or(Ok(()), |mut file| file.flush()).map_err(at(Step::Write))?;
                platform::sync_below(&staged.path).map_err(at(Step::Sync))?;
            }
        }
        staged.rename(&target).map_err(at(Step::Rename))?;
        platform::sync_folder(replace::folder_of(&target)).map_err(at(Step::SyncFolder))?;
        Ok(asked)
    }
}

/// Waits until all is on the disk.
fn finished(file: BufWriter<File>) -> io::Result<()> {
    file.into_inner().map_err(io::IntoInnerError::into_error)?.sync_all()
}

impl Write for Out {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match &mut self.to {
            To::File(file) | To::Folder(Some(file)) => file.write(bytes),
            To::Folder(None) => Err(io::Error::other("nothing can be written before a file was asked for")),
            To::Archive(archive) => archive.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match &mut self.to {
            To::File(file) | To::Folder(Some(file)) => file.flush(),
            To::Folder(None) => Ok(()),
            To::Archive(archive) => archive.flush(),
        }
    }
}

impl Sink for Out {
    fn file(&mut self, name: &str) -> io::Result<()> {
        let path = Path::new(name);
        if name.is_empty() || !path.components().all(|part| matches!(part, Component::Normal(_))) {
            return Err(io::Error::new(io::ErrorKind::InvalidFilename, format!("{name}: no name of a file")));
        }
        match &mut self.to {
            To::File(_) => Err(io::Error::other(format!("{name}: a format of one file asked for another"))),
            To::Archive(archive) => archive.file(name),
            To::Folder(open) => {
                if let Some(mut former) = open.take() {
                    former.flush()?;
                }
                let path = self.staged.path.join(path);
                let new = || fs::File::create_new(&path);
                let file = match new() {
                    Err(error) if error.kind() == io::ErrorKind::NotFound => {
                        fs::create_dir_all(replace::folder_of(&path))?;
                        new()
                    }
                    other => other,
                };
                let with_name = |error: io::Error| io::Error::new(error.kind(), format!("{name}: {error}"));
                *open = Some(BufWriter::with_capacity(BUFFER, file.map_err(with_name)?));
                Ok(())
            }
        }
    }
}
