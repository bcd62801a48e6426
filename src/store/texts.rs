//! Texts that lie in a folder that is no workspace yet.

use std::{
    fmt::Write as _,
    path::{Path, PathBuf},
};

use super::{
    folder::{Entry, Kind, Walk},
    paths,
};

/// How many entries are looked at: the folder may be somebody's home.
const LOOKED_AT: usize = 5_000;

/// How many texts an error names.
const NAMED: usize = 5;

/// The texts (`.txt`, `.md`) in a folder and in the folders directly below it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Texts {
    /// Their paths below the folder, in order.
    pub found: Vec<PathBuf>,
    /// There was more than was looked at.
    pub more: bool,
}

impl Texts {
    /// The texts below `folder`, without those of hidden folders and of a workspace's own.
    pub fn below(folder: &Path) -> Self {
        let mut texts = Self::default();
        for (looked_at, entry) in Walk::new(folder).at_most(2).enumerate() {
            if looked_at == LOOKED_AT {
                texts.more = true;
                break;
            }
            if let Ok(Entry { path, kind: Kind::File }) = entry
                && paths::is_text(&path)
                && !(path.starts_with("corpus") || path.starts_with("annotations"))
            {
                texts.found.push(path);
            }
        }
        texts.found.sort();
        texts
    }

    /// What the person can do about it, in two lines.
    pub(super) fn hint(&self, folder: &Path) -> String {
        let mut hint = match self.found.len() {
            0 => "no texts (.txt, .md) lie here".to_owned(),
            1 => "1 text lies here: ".to_owned(),
            count => format!("{count}{} texts lie here: ", if self.more { " or more" } else { "" }),
        };
        let names: Vec<_> = self.found.iter().take(NAMED).map(|path| path.display().to_string()).collect();
        hint.push_str(&names.join(", "));
        if self.found.len() > NAMED {
            hint.push_str(", …");
        }
        let does = if self.found.is_empty() { "makes a workspace here" } else { "takes them in" };
        // Writing to a string cannot fail.
        let _ = write!(hint, "\nhint: factdesk init {} {does}", quoted(folder));
        hint
    }
}

/// A path as one can paste it into a shell.
pub(super) fn quoted(path: &Path) -> String {
    let path = path.display().to_string();
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '/' | '.' | '_' | '-' | '+' | ',' | '~' | ':');
    if !path.is_empty() && path.chars().all(plain) && !path.starts_with('-') {
        path
    } else {
        format!("'{}'", path.replace('\'', r"'\''"))
    }
}
