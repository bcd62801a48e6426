//! The disk as saving sees it: one method per step, so that a test can make each of them fail.

use std::{
    fs::{self, File, OpenOptions, TryLockError},
    io::{self, Write},
    path::{Path, PathBuf},
    thread,
    time::{Duration, Instant, SystemTime},
};

use super::{
    platform,
    read::{self, LIMIT},
};

/// How long a lock that somebody else holds is asked for again before it is given up.
const PATIENCE: Duration = Duration::from_secs(10);

/// How a file stood on the disk at one moment: when this is the same, nobody wrote it since.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    len: u64,
    modified: Option<SystemTime>,
    /// Inode and change time in nanoseconds, where the platform has them.
    identity: (u64, i128),
}

impl Stamp {
    /// The stamp of a file of which this is known.
    pub fn of(metadata: &fs::Metadata) -> Self {
        Self {
            len: metadata.len(),
            modified: metadata.modified().ok(),
            identity: platform::identity(metadata),
        }
    }
}

/// What stood in a file before it is replaced.
#[derive(Clone, Debug)]
pub struct Former {
    /// Its content.
    pub bytes: Vec<u8>,
    /// How to know it again.
    pub stamp: Stamp,
    /// Its permissions as Unix has them.
    pub mode: Option<u32>,
    /// Nobody may write it.
    pub read_only: bool,
}

/// A lock, held until it is dropped.
#[derive(Debug)]
pub struct Lock {
    _file: File,
}

/// Does somebody hold the lock on the side file at `path` now?
pub(super) fn is_locked(path: &Path) -> bool {
    File::open(path).is_ok_and(|file| matches!(file.try_lock(), Err(TryLockError::WouldBlock)))
}

/// Everything saving asks of a disk.
///
/// [`RealDisk`] is the only one the program uses; tests put one in its place whose steps fail.
pub trait Disk {
    /// The path without symbolic links. `NotFound` where nothing is there; a link that leads nowhere is another error.
    ///
    /// # Errors
    /// Whatever the disk says.
    fn resolve(&self, path: &Path) -> io::Result<PathBuf>;

    /// Makes one folder, with these Unix permissions where given. One that is there already is no error.
    ///
    /// # Errors
    /// Whatever the disk says.
    fn make_folder(&self, path: &Path, mode: Option<u32>) -> io::Result<()>;

    /// Locks the side file at `path` against every other factdesk, making it where it is missing.
    ///
    /// # Errors
    /// `WouldBlock` where somebody else holds it for longer than ten seconds; else whatever the disk says.
    fn lock(&self, path: &Path) -> io::Result<Lock>;

    /// Reads a regular file of at most 64 MB; `None` where there is none.
    ///
    /// # Errors
    /// Whatever the disk says, and where it is no regular file or too large.
    fn read(&self, path: &Path) -> io::Result<Option<Former>>;

    /// May we write the file that is there?
    ///
    /// # Errors
    /// Whatever the disk says.
    fn writable(&self, path: &Path) -> io::Result<()>;

    /// Makes a new file, with exactly these Unix permissions where given.
    ///
    /// # Errors
    /// `AlreadyExists` where something has that name; else whatever the disk says.
    fn create(&self, path: &Path, mode: Option<u32>) -> io::Result<File>;

    /// Writes all of `bytes`.
    ///
    /// # Errors
    /// Whatever the disk says.
    fn write(&self, file: &mut File, bytes: &[u8]) -> io::Result<()>;

    /// Waits until the content of the file is on the disk.
    ///
    /// # Errors
    /// Whatever the disk says.
    fn sync(&self, file: &File) -> io::Result<()>;

    /// How the file stands now; `None` where there is none.
    ///
    /// # Errors
    /// Whatever the disk says.
    fn stamp(&self, path: &Path) -> io::Result<Option<Stamp>>;

    /// Gives the file another name in one step, taking the place of what has that name.
    ///
    /// # Errors
    /// Whatever the disk says.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// Gives the file a second name that nobody has yet.
    ///
    /// # Errors
    /// `AlreadyExists` where something has that name; else whatever the disk says.
    fn link(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// Waits until the names in a folder are on the disk.
    ///
    /// # Errors
    /// Whatever the disk says.
    fn sync_folder(&self, path: &Path) -> io::Result<()>;

    /// Removes a file.
    ///
    /// # Errors
    /// Whatever the disk says.
    fn remove(&self, path: &Path) -> io::Result<()>;
}

/// The disk of this machine.
#[derive(Clone, Copy, Debug, Default)]
pub struct RealDisk;

impl Disk for RealDisk {
    fn resolve(&self, path: &Path) -> io::Result<PathBuf> {
        fs::canonicalize(path).map_err(|error| {
            if error.kind() == io::ErrorKind::NotFound && path.is_symlink() {
                io::Error::other("a symbolic link that leads nowhere")
            } else {
                error
            }
        })
    }

    fn make_folder(&self, path: &Path, mode: Option<u32>) -> io::Result<()> {
        let mut builder = fs::DirBuilder::new();
        platform::set_folder_mode(&mut builder, mode);
        match builder.create(path) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && path.is_dir() => Ok(()),
            other => other,
        }
    }

    fn lock(&self, path: &Path) -> io::Result<Lock> {
        let mut options = OpenOptions::new();
        platform::never_wait(&mut options);
        options.read(true);
        let file = match options.clone().write(true).create(true).truncate(false).open(path) {
            Err(error) if error.kind() == io::ErrorKind::PermissionDenied => {
                options.open(path).map_err(|_| error)
            }
            other => other,
        }?;
        let asked = Instant::now();
        loop {
            match file.try_lock() {
                Ok(()) => return Ok(Lock { _file: file }),
                Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(TryLockError::Error(error)) => return Err(error),
                Err(TryLockError::WouldBlock) if asked.elapsed() >= PATIENCE => {
                    return Err(io::ErrorKind::WouldBlock.into());
                }
                Err(TryLockError::WouldBlock) => thread::sleep(Duration::from_millis(2)),
            }
        }
    }

    fn read(&self, path: &Path) -> io::Result<Option<Former>> {
        match read::regular(path, LIMIT) {
            Ok((bytes, metadata)) => Ok(Some(Former {
                bytes,
                stamp: Stamp::of(&metadata),
                mode: platform::mode(&metadata),
                read_only: metadata.permissions().readonly(),
            })),
            Err(error) if error.is_missing() => Ok(None),
            Err(error) => Err(error.into_io()),
        }
    }

    fn writable(&self, path: &Path) -> io::Result<()> {
        let mut options = OpenOptions::new();
        platform::never_wait(&mut options);
        options.write(true).open(path).map(drop)
    }

    fn create(&self, path: &Path, mode: Option<u32>) -> io::Result<File> {
        let mut options = OpenOptions::new();
        platform::set_file_mode(&mut options, mode);
        let file = options.write(true).create_new(true).open(path)?;
        if let Err(error) = platform::force_mode(&file, mode) {
            fs::remove_file(path).ok();
            return Err(error);
        }
        Ok(file)
    }

    fn write(&self, file: &mut File, bytes: &[u8]) -> io::Result<()> {
        file.write_all(bytes)
    }

    fn sync(&self, file: &File) -> io::Result<()> {
        file.sync_all()
    }

    fn stamp(&self, path: &Path) -> io::Result<Option<Stamp>> {
        match fs::symlink_metadata(path) {
            Ok(metadata) => Ok(Some(Stamp::of(&metadata))),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::hard_link(from, to)
    }

    fn sync_folder(&self, path: &Path) -> io::Result<()> {
        platform::sync_folder(path)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }
}
