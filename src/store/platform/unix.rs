//! Linux and macOS.

use std::{
    borrow::Cow,
    ffi::{OsStr, OsString},
    fs::{DirBuilder, File, FileType, Metadata, OpenOptions, Permissions},
    io,
    os::unix::{
        ffi::OsStrExt,
        fs::{DirBuilderExt, FileTypeExt, MetadataExt, OpenOptionsExt, PermissionsExt},
    },
    path::{Path, PathBuf},
};

use rustix::{
    fs::{Dir, Mode, OFlags},
    io::retry_on_intr,
};

use super::super::folder::Kind;
use crate::locale::{Phrase, errors};

/// The bytes of a path whose parts are separated by `/`.
#[expect(clippy::unnecessary_wraps, reason = "other systems do not tell the bytes of every name")]
pub(in super::super) fn bytes(path: &Path) -> Option<Cow<'_, [u8]>> {
    Some(Cow::Borrowed(path.as_os_str().as_bytes()))
}

/// The path of those bytes.
#[expect(clippy::unnecessary_wraps, reason = "other systems do not take every byte")]
pub(in super::super) fn path(bytes: &[u8]) -> Option<PathBuf> {
    Some(PathBuf::from(OsStr::from_bytes(bytes)))
}

/// Inode, and the time of the last change in nanoseconds.
pub(in super::super) fn identity(metadata: &Metadata) -> (u64, i128) {
    (metadata.ino(), i128::from(metadata.ctime()) * 1_000_000_000 + i128::from(metadata.ctime_nsec()))
}

/// The permissions of a file.
#[expect(clippy::unnecessary_wraps, reason = "other systems have none")]
pub(in super::super) fn mode(metadata: &Metadata) -> Option<u32> {
    Some(metadata.permissions().mode() & 0o7777)
}

/// Permissions of a folder that is to be made.
pub(in super::super) fn set_folder_mode(builder: &mut DirBuilder, mode: Option<u32>) {
    if let Some(mode) = mode {
        builder.mode(mode);
    }
}

/// Permissions of a file that is to be made.
pub(in super::super) fn set_file_mode(options: &mut OpenOptions, mode: Option<u32>) {
    if let Some(mode) = mode {
        options.mode(mode);
    }
}

/// The mask of the process may have taken permissions away: this gives them back, and asks nothing where it did not.
pub(in super::super) fn force_mode(file: &File, wanted: Option<u32>) -> io::Result<()> {
    match wanted {
        Some(wanted) if mode(&file.metadata()?) != Some(wanted) => {
            file.set_permissions(Permissions::from_mode(wanted))
        }
        _ => Ok(()),
    }
}

/// Waits until the names in a folder are on the disk.
pub(in super::super) fn sync_folder(path: &Path) -> io::Result<()> {
    match File::open(path)?.sync_all() {
        // Some network file systems know no such thing; their renames are on the server when they return.
        Err(error) if matches!(error.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported) => {
            Ok(())
        }
        other => other,
    }
}

/// Waits until all files below a folder are on the disk, with all else that is waiting to get there.
pub(in super::super) fn sync_below(folder: &Path) -> io::Result<()> {
    #[cfg(target_os = "linux")]
    rustix::fs::syncfs(File::open(folder)?)?;
    #[cfg(not(target_os = "linux"))]
    {
        let _ = folder;
        rustix::fs::sync();
    }
    Ok(())
}

/// Neither waits for the other end of a pipe nor follows a link nor takes over a terminal.
pub(in super::super) fn never_wait(options: &mut OpenOptions) {
    options.custom_flags((OFlags::NONBLOCK | OFlags::NOFOLLOW | OFlags::NOCTTY).bits().cast_signed());
}

/// What a file that is no regular one is.
pub(in super::super) fn kind(kind: FileType) -> Phrase {
    match kind {
        kind if kind.is_dir() => errors::FOLDER,
        kind if kind.is_symlink() => errors::LINK,
        kind if kind.is_fifo() => errors::PIPE,
        kind if kind.is_socket() => errors::SOCKET,
        _ => errors::DEVICE,
    }
}

/// Tells the names in a folder and what each is, where the folder knows.
///
/// The standard library does the same but panics where a folder cannot be closed.
pub(in super::super) fn read_folder(
    path: &Path,
    mut each: impl FnMut(OsString, Option<Kind>),
) -> io::Result<()> {
    let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC;
    for entry in Dir::new(retry_on_intr(|| rustix::fs::open(path, flags, Mode::empty()))?)? {
        let entry = entry?;
        let name = OsStr::from_bytes(entry.file_name().to_bytes());
        if name == "." || name == ".." {
            continue;
        }
        let kind = match entry.file_type() {
            rustix::fs::FileType::Unknown => None,
            rustix::fs::FileType::RegularFile => Some(Kind::File),
            rustix::fs::FileType::Directory => Some(Kind::Folder),
            rustix::fs::FileType::Symlink => Some(Kind::Link),
            _ => Some(Kind::Other),
        };
        each(name.to_owned(), kind);
    }
    Ok(())
}
