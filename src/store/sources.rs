//! Files of other tools that a person names.

use std::{fs, path::Path};

use super::{
    ReadError,
    folder::{Kind, Unreadable, Walk},
    read::read_file,
};
use crate::import::annotations::SourceFile;

/// The file at `path`; where that is a folder, all files below it that are not hidden and whose names are `wanted`, in
/// an order that stays the same. Their names are paths below that folder, with `/`.
///
/// # Errors
/// [`ReadError`] where one is missing, no regular file, or larger than [`super::LIMIT`], and where a folder cannot be
/// looked at.
pub fn source_files(path: &Path, wanted: impl Fn(&str) -> bool) -> Result<Vec<SourceFile>, ReadError> {
    if !fs::metadata(path).is_ok_and(|there| there.is_dir()) {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        return Ok(vec![SourceFile { name, bytes: read_file(path)? }]);
    }
    let mut files = Vec::new();
    for entry in Walk::new(path) {
        let entry = entry.map_err(|Unreadable { path: below, source }| ReadError::Disk {
            path: path.join(below),
            source,
        })?;
        let parts: Vec<_> = entry.path.iter().map(|part| part.to_string_lossy()).collect();
        let name = parts.join("/");
        if matches!(entry.kind, Kind::File | Kind::Link) && wanted(&name) {
            files.push(SourceFile { name, bytes: read_file(&path.join(&entry.path))? });
        }
    }
    Ok(files)
}
