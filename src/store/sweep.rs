//! Removing what a program that was killed left behind.

use std::fs;

use super::{
    Workspace, annotations,
    disk::{Disk, RealDisk},
    folder::{Kind, Walk},
    replace::{TEMP, is_new_name},
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
    if !lock.is_file() || !annotations::is_own(workspace, &folder) {
        return 0;
    }
    let Ok(_lock) = RealDisk.lock(&lock) else { return 0 };
    Walk::new(&folder)
        .with_hidden()
        .filter_map(Result::ok)
        .filter(|entry| {
            entry.kind == Kind::File && entry.path.file_name().is_some_and(|name| is_new_name(name, TEMP))
        })
        .filter(|entry| fs::remove_file(folder.join(&entry.path)).is_ok())
        .count()
}
