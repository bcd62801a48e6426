//! A person's own config file: its text, and the one line at a time that the program may add or change.

use std::{fs, io, path::PathBuf};

use thiserror::Error;

use super::{
    Folders, ReadError,
    disk::{Disk, RealDisk},
    read,
    replace::{self, Failed, Step},
    tree::{Field, Tree, Value},
};

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
    #[error("{}: `{line}` cannot be written there by itself; please do so by hand", path.display())]
    NoPlace {
        /// The file.
        path: PathBuf,
        /// The line.
        line: String,
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

/// Writes the line `name: value` into the config file, in the place of the one that has that name. All else in the file
/// stays byte for byte; it is made where it is missing.
///
/// # Errors
/// [`ConfigError`] where the file cannot be read or written, or the line has no safe place in it; it then stays as
/// it is.
pub fn remember(folders: &Folders, name: &str, value: &str) -> Result<(), ConfigError> {
    let path = &folders.config;
    let text = read_config(folders)?.unwrap_or_default();
    let no_place = || ConfigError::NoPlace { path: path.clone(), line: format!("{name}: {value}") };
    let new = with(&text, name, value).ok_or_else(no_place)?;
    // People keep their config files elsewhere and link to them: the link stays.
    let target = replace::resolve(&RealDisk, path)?;
    let folder = replace::folder_of(&target);
    let there = folder.ancestors().find(|above| above.is_dir()).unwrap_or(folder);
    replace::make_folders(&RealDisk, there, folder, None)?;
    let former = RealDisk.read(&target).map_err(Failed::at(Step::Read, &target))?;
    replace::replace(&RealDisk, &target, new.as_bytes(), former.and_then(|former| former.mode))?;
    Ok(())
}

/// The text with that line; `None` where it would then say something else than that line and all it said before.
fn with(text: &str, name: &str, value: &str) -> Option<String> {
    let line = &*format!("{name}: {value}");
    let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let is_named = |line: &str| line.strip_prefix(name).is_some_and(|rest| rest.starts_with(':'));
    let mut new = String::with_capacity(text.len() + line.len() + 2);
    let mut written = false;
    for old in text.split_inclusive('\n') {
        if !written && is_named(old) {
            let kept = old.trim_end_matches(['\r', '\n']);
            let comment = kept.find(" #").map_or("", |at| kept[at..].trim_end());
            new.extend([line, comment, &old[kept.len()..]]);
            written = true;
            continue;
        }
        if !written && old.trim_end() == "..." {
            new.extend([line, end]);
            written = true;
        }
        new.push_str(old);
    }
    if !written {
        if !new.is_empty() && !new.ends_with('\n') {
            new.push_str(end);
        }
        new.extend([line, end]);
    }
    let (before, after) = (fields(text)?, fields(&new)?);
    let says = |field: &Field| field.name == name && field.value.value == Value::Text(value.to_owned());
    let others =
        |fields: &[Field]| fields.iter().filter(|field| field.name != name).cloned().collect::<Vec<_>>();
    (after.iter().any(says) && others(&before) == others(&after)).then_some(new)
}

/// What the file sets; `None` where it is no file of settings.
fn fields(text: &str) -> Option<Vec<Field>> {
    match Tree::parse(text) {
        Ok(None) => Some(Vec::new()),
        Ok(Some(Tree { value: Value::Fields(fields), .. })) => Some(fields),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(text: &str) -> Option<String> {
        with(text, "annotator", "ab")
    }

    #[test]
    fn all_else_stays_byte_for_byte() {
        let lines = [
            ("", "annotator: ab\n"),
            ("# mine\ntheme: dark", "# mine\ntheme: dark\nannotator: ab\n"),
            ("theme: dark\r\n", "theme: dark\r\nannotator: ab\r\n"),
            ("---\ntheme: dark\n...\n", "---\ntheme: dark\nannotator: ab\n...\n"),
            ("annotator: X Y\ntheme: dark\n", "annotator: ab\ntheme: dark\n"),
            ("theme: a\nannotator: cd   # me\r\nmouse: true", "theme: a\nannotator: ab # me\r\nmouse: true"),
            ("annotator: cd", "annotator: ab"),
            ("annotators: cd\n", "annotators: cd\nannotator: ab\n"),
        ];
        for (before, after) in lines {
            assert_eq!(named(before).as_deref(), Some(after), "{before:?}");
        }
    }

    #[test]
    fn where_the_line_has_no_place_nothing_is_made_up() {
        let texts = [
            "{theme: dark}\n",
            "- a\n- b\n",
            "theme: [dark\n",
            "annotator:\n  name: x\n",
            "annotator: x\n  y\n",
            "theme: |\n  a\nannotator: 'x\n  y'\n",
            "\"annotator\": cd\n",
        ];
        for text in texts {
            assert_eq!(named(text), None, "{text}");
        }
    }
}
