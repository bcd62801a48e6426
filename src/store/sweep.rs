//! Removing what a program that was killed left behind.

use std::fs;

use walkdir::WalkDir;

use super::{
    Workspace,
    disk::{Disk, RealDisk},
    read,
    replace::TEMP,
    save::LOCK,
};
use crate::annotation::Annotator;

/// Removes new versions that never took their place from an annotator's folder, and tells how many there were.
///
/// Whoever writes one holds the lock, so that under it all of them are nobody's. While somebody else holds it,
/// nothing is removed; neither is anything where the folder cannot be written. Not having swept does no harm.
pub fn sweep(workspace: &Workspace, annotator: &Annotator) -> usize {
    let folder = workspace.annotations().join(annotator.as_str());
    let lock = folder.join(LOCK);
    if !lock.is_file() || read::inside(workspace, &folder).is_err() {
        return 0;
    }
    let Ok(_lock) = RealDisk.lock(&lock) else { return 0 };
    WalkDir::new(&folder)
        .into_iter()
        .filter_map(Result::ok)
        .filter(|entry| entry.file_type().is_file() && is_new_version(&entry.file_name().to_string_lossy()))
        .filter(|entry| fs::remove_file(entry.path()).is_ok())
        .count()
}

/// Is it called like a new version: `.fd-`, eight hex digits, `.tmp`?
fn is_new_version(name: &str) -> bool {
    let digits = name.strip_prefix(TEMP.0).and_then(|rest| rest.strip_suffix(TEMP.1));
    digits.is_some_and(|digits| digits.len() == 8 && digits.bytes().all(|digit| digit.is_ascii_hexdigit()))
}
