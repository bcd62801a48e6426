//! A file for another program to write in, that nobody else can read and that is gone afterwards.

use std::{
    collections::hash_map::RandomState,
    env, fs,
    hash::{BuildHasher, Hasher},
    io::{self, Write},
    path::{Path, PathBuf},
};

use super::read;

/// The most that is read back, in bytes.
const LIMIT: u64 = 1 << 20;

/// A text file in a folder of its own below the system's folder for such things; removed when dropped.
#[derive(Debug)]
pub struct Scratch {
    folder: PathBuf,
    path: PathBuf,
}

impl Scratch {
    /// A new file that is called `name` and holds `text`.
    ///
    /// # Errors
    /// What the disk says.
    pub fn new(name: &str, text: &str) -> io::Result<Self> {
        let chance = RandomState::new().build_hasher().finish();
        let folder = env::temp_dir().join(format!("factdesk-{chance:016x}"));
        let mut builder = fs::DirBuilder::new();
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(&folder)?;
        let scratch = Self { path: folder.join(name), folder };
        let mut options = fs::OpenOptions::new();
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        options.write(true).create_new(true).open(&scratch.path)?.write_all(text.as_bytes())?;
        Ok(scratch)
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What it holds now.
    ///
    /// # Errors
    /// What the disk says; where it is no longer a regular file, is larger than 1 MB, or is not UTF-8.
    pub fn read(&self) -> io::Result<String> {
        let (bytes, _) = read::regular(&self.path, LIMIT).map_err(io::Error::other)?;
        String::from_utf8(bytes).map_err(|_| io::Error::other("what the editor left is not UTF-8"))
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // A note that stays behind there can be read by its owner alone.
        let _ = fs::remove_dir_all(&self.folder);
    }
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    #[test]
    fn nobody_else_reads_it_and_it_does_not_stay() {
        let scratch = Scratch::new("note.txt", "vertraulich\n").unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(scratch.path()), 0o600);
        assert_eq!(mode(&scratch.folder), 0o700);
        assert_eq!(scratch.read().unwrap(), "vertraulich\n");
        let folder = scratch.folder.clone();
        drop(scratch);
        assert!(!folder.exists());
    }
}
