//! What is being written beside its place, under a hidden name, until it is whole.

use std::{
    fs::{self, DirBuilder, File},
    io,
    path::{Path, PathBuf},
};

use crate::store::{
    disk::{Disk, RealDisk},
    platform, replace,
};

/// How such names begin and end.
const FRAME: (&str, &str) = (".fd-", ".out");

/// A file or a folder beside its place. It is removed when dropped before it took it.
pub(super) struct Staged {
    pub(super) path: PathBuf,
    /// Held as long as somebody writes it. Whose lock is free was left behind.
    _lock: Option<File>,
    placed: bool,
}

impl Staged {
    /// A new file beside `target`, and a handle to write it.
    pub(super) fn file(target: &Path, mode: Option<u32>) -> io::Result<(Self, File)> {
        Self::new(target, |path| RealDisk.create(path, mode))
    }

    /// A new folder beside `target`.
    pub(super) fn folder(target: &Path, mode: Option<u32>) -> io::Result<Self> {
        let mut builder = DirBuilder::new();
        platform::set_folder_mode(&mut builder, mode);
        Ok(Self::new(target, |path| builder.create(path))?.0)
    }

    fn new<T>(target: &Path, make: impl Fn(&Path) -> io::Result<T>) -> io::Result<(Self, T)> {
        let folder = replace::folder_of(target);
        sweep(folder);
        let (path, new) = replace::with_new_name(folder, FRAME, make)?;
        // Where there are no locks, nothing is swept either.
        let lock = File::open(&path).ok().filter(|file| file.try_lock().is_ok());
        Ok((Self { path, _lock: lock, placed: false }, new))
    }

    /// Takes the place of `target` in one step.
    pub(super) fn rename(mut self, target: &Path) -> io::Result<()> {
        fs::rename(&self.path, target)?;
        self.placed = true;
        Ok(())
    }
}

impl Drop for Staged {
    fn drop(&mut self) {
        if !self.placed {
            // What failed first is what the person is told; the next export beside it sweeps up.
            let _ = remove(&self.path);
        }
    }
}

/// Removes what exports that were killed left in `folder`.
fn sweep(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.filter_map(Result::ok) {
        let is_ours = replace::is_new_name(&entry.file_name(), FRAME)
            && entry.file_type().is_ok_and(|kind| kind.is_file() || kind.is_dir());
        if is_ours && File::open(entry.path()).is_ok_and(|file| file.try_lock().is_ok()) {
            let _ = remove(&entry.path());
        }
    }
}

fn remove(path: &Path) -> io::Result<()> {
    if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) }
}
