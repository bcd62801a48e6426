//! A person's own config file: its text, and one line that the program may add to it.

use std::{fs, io, path::PathBuf};

use serde::Deserialize;
use thiserror::Error;

use super::{
    Folders, ReadError,
    disk::{Disk, RealDisk},
    read,
    replace::{self, Failed, Step},
};
use crate::annotation::Annotator;

/// A config file larger than this, in bytes, is none.
const LIMIT: u64 = 1 << 20;

/// Why the config file was not read or changed.
#[derive(Debug, Error)]
pub enum ConfigError {
    /// It is not read.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// It is no UTF-8.
    #[error("{}: not UTF-8", path.display())]
    NotUtf8 {
        /// The file.
        path: PathBuf,
    },
    /// There is no safe place for the line.
    #[error("{}: `annotator: {annotator}` cannot be added by itself; please write it there by hand", path.display())]
    NoPlace {
        /// The file.
        path: PathBuf,
        /// The annotator.
        annotator: Annotator,
    },
    /// The disk said no.
    #[error(transparent)]
    Disk(#[from] Failed),
}

/// The text of the config file; `None` where there is none.
///
/// # Errors
/// [`ConfigError`] where it is there and cannot be read.
pub fn read_config(folders: &Folders) -> Result<Option<String>, ConfigError> {
    let path = &folders.config;
    let target = match fs::canonicalize(path) {
        Ok(target) => target,
        Err(error) if error.kind() == io::ErrorKind::NotFound && !path.is_symlink() => return Ok(None),
        Err(source) => return Err(ReadError::Disk { path: path.clone(), source }.into()),
    };
    let (bytes, _) = read::regular(&target, LIMIT)?;
    String::from_utf8(bytes).map(Some).map_err(|_| ConfigError::NotUtf8 { path: path.clone() })
}

/// Writes into the config file who the person is. All else in it stays byte for byte; it is made where it is missing.
///
/// # Errors
/// [`ConfigError`] where the file cannot be read or written, or the line has no safe place in it; it then stays as
/// it is.
pub fn remember_annotator(folders: &Folders, annotator: &Annotator) -> Result<(), ConfigError> {
    let path = &folders.config;
    let text = read_config(folders)?.unwrap_or_default();
    let new = with_annotator(&text, annotator)
        .ok_or_else(|| ConfigError::NoPlace { path: path.clone(), annotator: annotator.clone() })?;
    // People keep their config files elsewhere and link to them: the link stays.
    let target = replace::resolve(&RealDisk, path)?;
    let folder = replace::folder_of(&target);
    let there = folder.ancestors().find(|above| above.is_dir()).unwrap_or(folder);
    replace::make_folders(&RealDisk, there, folder, None)?;
    let former = RealDisk.read(&target).map_err(Failed::at(Step::Read, &target))?;
    replace::replace(&RealDisk, &target, new.as_bytes(), former.and_then(|former| former.mode))?;
    Ok(())
}

/// The text with that annotator in a line of its own; `None` where it would then not say so.
fn with_annotator(text: &str, annotator: &Annotator) -> Option<String> {
    #[derive(Deserialize)]
    struct Says {
        annotator: String,
    }
    let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let line = format!("annotator: {annotator}{end}");
    let mut new = String::with_capacity(text.len() + line.len() + end.len());
    let mut written = false;
    for old in text.split_inclusive('\n') {
        let here = old.starts_with("annotator:") || old.trim_end() == "...";
        if here && !written {
            new.push_str(&line);
            written = true;
            if old.starts_with("annotator:") {
                continue;
            }
        }
        new.push_str(old);
    }
    if !written {
        if !new.is_empty() && !new.ends_with('\n') {
            new.push_str(end);
        }
        new.push_str(&line);
    }
    let says: Says = serde_yaml::from_str(&new).ok()?;
    (says.annotator == annotator.as_str()).then_some(new)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(text: &str) -> Option<String> {
        with_annotator(text, &Annotator::new("ab").unwrap())
    }

    #[test]
    fn all_else_stays_byte_for_byte() {
        assert_eq!(with("").as_deref(), Some("annotator: ab\n"));
        assert_eq!(with("# mine\ntheme: dark").as_deref(), Some("# mine\ntheme: dark\nannotator: ab\n"));
        assert_eq!(with("theme: dark\r\n").as_deref(), Some("theme: dark\r\nannotator: ab\r\n"));
        assert_eq!(
            with("---\ntheme: dark\n...\n").as_deref(),
            Some("---\ntheme: dark\nannotator: ab\n...\n")
        );
        assert_eq!(with("annotator: X Y\ntheme: dark\n").as_deref(), Some("annotator: ab\ntheme: dark\n"));
    }

    #[test]
    fn where_the_line_has_no_place_nothing_is_made_up() {
        for text in ["{theme: dark}\n", "- a\n- b\n", "theme: [dark\n", "annotator:\n  name: x\n"] {
            assert_eq!(with(text), None, "{text}");
        }
    }
}
