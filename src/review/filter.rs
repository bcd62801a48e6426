//! Which rows are meant: one language for the command line, the Review and the filters a workspace keeps.

use super::Row;

/// Which rows are meant.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filter {
    words: String,
}

impl Filter {
    /// The filter that somebody typed: words that have to stand in the row, and `name:value` pairs.
    pub fn parse(query: &str) -> Self {
        Self { words: query.to_owned() }
    }

    /// Is that row meant?
    pub fn matches(&self, row: &Row) -> bool {
        row.is_tagged() && row.words().contains(&self.words)
    }
}
