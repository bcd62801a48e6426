//! Why a file of another tool cannot be read.

use std::fmt;

/// Why a file of another tool cannot be read, for people. Displayed as `file: place: what`.
#[derive(Clone, Debug, Default, PartialEq, Eq, thiserror::Error)]
pub struct Unreadable {
    /// The file; readers of one file leave it empty, [`super::read`] fills it in.
    pub file: Option<String>,
    /// Where in the file: `line 3`, `task 17`, `T4`.
    pub place: Option<String>,
    /// What is wrong, and what would be right.
    pub what: String,
}

impl Unreadable {
    /// Something is wrong with the file.
    pub fn new(what: impl fmt::Display) -> Self {
        Self { what: what.to_string(), ..Self::default() }
    }

    /// The same, at that place in the file.
    #[must_use]
    pub fn at(self, place: impl fmt::Display) -> Self {
        Self { place: Some(place.to_string()), ..self }
    }

    /// The same, in the file of that name.
    #[must_use]
    pub fn in_file(self, name: impl fmt::Display) -> Self {
        Self { file: Some(name.to_string()), ..self }
    }
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for part in [&self.file, &self.place].into_iter().flatten() {
            write!(f, "{part}: ")?;
        }
        f.write_str(&self.what)
    }
}
