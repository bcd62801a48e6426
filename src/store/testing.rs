//! Files for tests of modules that do not touch the disk themselves.

use std::{fs, path::Path};

/// Writes a file, and makes its folder where that is missing.
pub(crate) fn write(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// What a file holds; `None` where there is none.
pub(crate) fn read(path: &Path) -> Option<String> {
    fs::read(path).ok().map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
}

/// Does something lie there?
pub(crate) fn is_there(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}
