//! Walking through folders, in an order that stays the same, without following links or opening files.

use std::{
    ffi::OsString,
    fs, io,
    path::{Path, PathBuf},
    vec,
};

use super::{paths, platform};

/// What an entry of a folder is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    /// A regular file.
    File,
    /// A symbolic link, wherever it leads.
    Link,
    /// A pipe, a socket, a device.
    Other,
    /// A folder.
    Folder,
}

/// Something that is no folder.
#[derive(Debug)]
pub(super) struct Entry {
    /// The path below the root of the walk.
    pub(super) path: PathBuf,
    /// What it is.
    pub(super) kind: Kind,
}

/// A folder that cannot be looked at.
#[derive(Debug)]
pub(super) struct Unreadable {
    /// Which one, below the root of the walk; empty for the root itself.
    pub(super) path: PathBuf,
    /// What the disk said.
    pub(super) source: io::Error,
}

/// Everything below a folder that is no folder: in each first the files by name, then what lies in its folders.
///
/// It holds the names of the folders it is in and nothing else, so that it can stop anywhere.
pub(super) struct Walk {
    root: PathBuf,
    /// Folders that are still to be read or in the middle of it, the innermost last.
    levels: Vec<Level>,
    /// How many levels it goes down, 1 for the root's own files.
    deepest: usize,
    /// Does it come by what is hidden?
    hidden: bool,
}

enum Level {
    Unread(PathBuf),
    Reading(PathBuf, vec::IntoIter<(Kind, OsString)>),
}

impl Walk {
    /// A walk through everything below `root` that is not hidden.
    pub(super) fn new(root: &Path) -> Self {
        Self {
            root: root.to_owned(),
            levels: vec![Level::Unread(PathBuf::new())],
            deepest: usize::MAX,
            hidden: false,
        }
    }

    /// The same, but not below that many levels.
    pub(super) fn at_most(self, deepest: usize) -> Self {
        Self { deepest, ..self }
    }

    /// The same, and through what is hidden too.
    pub(super) fn with_hidden(self) -> Self {
        Self { hidden: true, ..self }
    }
}

impl Iterator for Walk {
    type Item = Result<Entry, Unreadable>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            match self.levels.pop()? {
                Level::Unread(path) => match entries(&self.root.join(&path), self.hidden) {
                    Ok(entries) => self.levels.push(Level::Reading(path, entries.into_iter())),
                    Err(source) => return Some(Err(Unreadable { path, source })),
                },
                Level::Reading(folder, mut entries) => {
                    let Some((kind, name)) = entries.next() else { continue };
                    let path = folder.join(name);
                    self.levels.push(Level::Reading(folder, entries));
                    if kind != Kind::Folder {
                        return Some(Ok(Entry { path, kind }));
                    }
                    if self.levels.len() < self.deepest {
                        self.levels.push(Level::Unread(path));
                    }
                }
            }
        }
    }
}

/// What lies in a folder, by kind and name, folders last.
pub(super) fn entries(folder: &Path, hidden: bool) -> io::Result<Vec<(Kind, OsString)>> {
    let mut entries = Vec::new();
    platform::read_folder(folder, |name, kind| {
        if hidden || !paths::is_hidden(&name) {
            // Some file systems do not say; what is gone meanwhile is told by whoever opens it.
            let asked = || {
                fs::symlink_metadata(folder.join(&name))
                    .map_or(Kind::Other, |there| kind_of(there.file_type()))
            };
            entries.push((kind.unwrap_or_else(asked), name));
        }
    })?;
    let order = |kind: Kind| kind == Kind::Folder;
    entries.sort_unstable_by(|(a, one), (b, other)| order(*a).cmp(&order(*b)).then_with(|| one.cmp(other)));
    Ok(entries)
}

/// The kind that the standard library's type is.
pub(super) fn kind_of(kind: fs::FileType) -> Kind {
    match kind {
        kind if kind.is_dir() => Kind::Folder,
        kind if kind.is_symlink() => Kind::Link,
        kind if kind.is_file() => Kind::File,
        _ => Kind::Other,
    }
}
