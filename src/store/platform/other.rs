//! Systems without Unix permissions, such as Windows.

use std::{
    borrow::Cow,
    ffi::OsString,
    fs::{self, DirBuilder, File, FileType, Metadata, OpenOptions},
    io,
    path::{MAIN_SEPARATOR, MAIN_SEPARATOR_STR, Path, PathBuf},
};

use super::super::folder::{Kind, kind_of};
use crate::locale::{Phrase, errors};

/// The bytes of a path whose parts are separated by `/`; `None` where it is not Unicode.
pub(in super::super) fn bytes(path: &Path) -> Option<Cow<'_, [u8]>> {
    Some(Cow::Owned(path.to_str()?.replace(MAIN_SEPARATOR, "/").into_bytes()))
}

/// The path of those bytes; `None` where they are not Unicode.
pub(in super::super) fn path(bytes: &[u8]) -> Option<PathBuf> {
    Some(PathBuf::from(std::str::from_utf8(bytes).ok()?.replace('/', MAIN_SEPARATOR_STR)))
}

/// Nothing tells files apart but size and time.
pub(in super::super) fn identity(_: &Metadata) -> (u64, i128) {
    (0, 0)
}

/// There are no permissions.
pub(in super::super) fn mode(_: &Metadata) -> Option<u32> {
    None
}

/// There are no permissions.
pub(in super::super) fn set_folder_mode(_: &mut DirBuilder, _: Option<u32>) {}

/// There are no permissions.
pub(in super::super) fn set_file_mode(_: &mut OpenOptions, _: Option<u32>) {}

/// There are no permissions.
pub(in super::super) fn force_mode(_: &File, _: Option<u32>) -> io::Result<()> {
    Ok(())
}

/// Folders cannot be waited for.
pub(in super::super) fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}

/// Files cannot be waited for together.
pub(in super::super) fn sync_below(_: &Path) -> io::Result<()> {
    Ok(())
}

/// Opening never waits.
pub(in super::super) fn never_wait(_: &mut OpenOptions) {}

/// What a file that is no regular one is.
pub(in super::super) fn kind(kind: FileType) -> Phrase {
    if kind.is_dir() { errors::FOLDER } else { errors::DEVICE }
}

/// Tells the names in a folder and what each is.
pub(in super::super) fn read_folder(
    path: &Path,
    mut each: impl FnMut(OsString, Option<Kind>),
) -> io::Result<()> {
    for entry in fs::read_dir(path)? {
        let entry = entry?;
        each(entry.file_name(), entry.file_type().ok().map(kind_of));
    }
    Ok(())
}
