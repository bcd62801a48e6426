//! What was asked of an export.

use std::collections::BTreeMap;

use super::{Format, Voice};
use crate::{
    annotation::{Annotator, LabelSet},
    locale::Lang,
    review::{Context, Filter},
};

/// What a row of a table is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Rows {
    /// A sentence, with a column for each label.
    #[default]
    Sentence,
    /// A tag.
    Tag,
}

/// What was asked of an export, and what the workspace says about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Options {
    /// In which format.
    pub format: Format,
    /// What a row of a table is.
    pub rows: Rows,
    /// Whose tags.
    pub voice: Voice,
    /// Which sentences.
    pub filter: Filter,
    /// CSV as German Excel opens it by double click: byte order mark, semicolons, CRLF.
    pub excel: bool,
    /// Cells that a spreadsheet would run are left as they are.
    pub raw: bool,
    /// The language of words that are not data: headings of a report, not names of columns.
    pub lang: Lang,
    /// The labels of the workspace.
    pub labels: LabelSet,
    /// The full names of annotators.
    pub people: BTreeMap<Annotator, String>,
    /// Which names of sources mean one, and who asks.
    pub context: Context,
}
