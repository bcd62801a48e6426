//! What can be wrong with an annotation file, and where.

use std::fmt;

/// An annotation file larger than this, in bytes, is neither opened nor written.
pub const MAX_BYTES: usize = 64 << 20;

/// A place in a file, both counted from 1, columns in code points: what editors show and jump to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The line.
    pub line: u32,
    /// The column.
    pub column: u32,
}

impl Place {
    /// That line and column.
    pub const fn new(line: u32, column: u32) -> Self {
        Self { line, column }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.line, self.column)
    }
}

/// Why an annotation file cannot be read. The file is then left as it is.
///
/// Displayed as `line:column: message`, so that a path in front of it makes the line that editors jump to.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{line}:{column}: {what}")]
pub struct DocumentError {
    /// The line, counted from 1.
    pub line: u32,
    /// The column in code points, counted from 1.
    pub column: u32,
    /// What is wrong there.
    pub what: Fault,
}

impl DocumentError {
    pub(super) fn new(place: Place, what: Fault) -> Self {
        Self { line: place.line, column: place.column, what }
    }
}

/// What is wrong with a file, with a hint how to mend it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// It is larger than [`MAX_BYTES`].
    #[error("the file is {} MB large; annotation files may have up to {} MB", .0 >> 20, MAX_BYTES >> 20)]
    TooLarge(usize),
    /// It has more parts than any annotation file would have.
    #[error("the file has too many parts to be an annotation file")]
    TooManyNodes,
    /// It is nested deeper than any annotation file would be.
    #[error("nested too deep to be an annotation file")]
    TooDeep,
    /// A program that merges versions left its marks in the file.
    #[error("merge conflict marker `{0}`: choose one side and remove the markers")]
    MergeConflict(&'static str),
    /// It is not YAML.
    #[error("not readable as YAML: {0}")]
    Yaml(String),
    /// It holds nothing.
    #[error("the file is empty; an annotation file begins with `format: 1`")]
    Empty,
    /// An anchor or an alias.
    #[error("anchors (&) and aliases (*) are not allowed; write the value out, or put it in quotes")]
    AnchorOrAlias,
    /// A YAML tag.
    #[error("YAML tags (!) are not allowed; put the value in quotes")]
    YamlTag,
    /// Something follows the document.
    #[error("text after the end of the document (`...`); a file holds one document")]
    AfterTheEnd,
    /// `format` is a number that never was one.
    #[error("there is no format {0}; this version writes format 1")]
    NoSuchFormat(u64),
    /// A field nobody knows here.
    #[error("unknown field `{field}`{}", hint(*.close))]
    UnknownField {
        /// Its name.
        field: String,
        /// A field that may be meant.
        close: Option<&'static str>,
    },
    /// A field that occurs twice.
    #[error("`{0}` occurs twice here; keep one of them")]
    DuplicateField(&'static str),
    /// A field that has to be there.
    #[error("`{0}` is missing")]
    MissingField(&'static str),
    /// A value of another type than the field has.
    #[error("expected {expected}, found {found}{}", if *.quotes { "; put it in quotes if it is meant as text" } else { "" })]
    WrongType {
        /// What the field takes.
        expected: Shape,
        /// What stands there.
        found: Shape,
        /// Would quotes make it right?
        quotes: bool,
    },
    /// A word where only certain ones are known.
    #[error("`{found}` is none of {known}")]
    NoneOf {
        /// What stands there.
        found: String,
        /// The known ones.
        known: &'static str,
    },
    /// Not a point in time.
    #[error("`{0}` is not a time; write it like 2026-11-21T10:00:00Z")]
    NoTime(String),
    /// Not a list of spans.
    #[error("`{0}` is not a list of positions; write it like 840-844 849-855")]
    NoSpans(String),
    /// A sentence or a part that ends before it starts.
    #[error("ends at {end}, before it starts at {start}")]
    EndsBeforeStart {
        /// Where it starts.
        start: u32,
        /// Where it ends.
        end: u32,
    },
    /// Two sentences share characters.
    #[error("the sentence {start}-{end} overlaps the one in line {other_line}; sentences may not overlap")]
    Overlap {
        /// Where it starts.
        start: u32,
        /// Where it ends.
        end: u32,
        /// Where the other stands in the file.
        other_line: u32,
    },
    /// A label occurs twice on the sentence or on the same part of it.
    #[error(
        "the label `{label}` occurs twice on the same words (first in line {other_line}); keep one of them"
    )]
    LabelTwice {
        /// The label.
        label: String,
        /// Where the first stands in the file.
        other_line: u32,
    },
    /// A tag covers something that is not in its sentence.
    #[error("the tag covers {start}-{end}, which is not inside its sentence")]
    TagOutside {
        /// Where it starts.
        start: u32,
        /// Where it ends.
        end: u32,
    },
}

/// What a value in a file is, or should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Text.
    Text,
    /// `true` or `false`.
    Flag,
    /// A whole number.
    WholeNumber,
    /// A whole number that is larger than any we take.
    TooLarge,
    /// Any number.
    Number,
    /// The sum of a text.
    Hash,
    /// A point in time.
    Time,
    /// Positions in the article.
    Positions,
    /// Anything written in one piece.
    Single,
    /// A list.
    List,
    /// Fields with their names.
    Fields,
    /// The name of a field.
    Name,
    /// Nothing.
    Nothing,
}

impl fmt::Display for Shape {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.phrase().en)
    }
}

fn hint(close: Option<&'static str>) -> String {
    close.map_or_else(String::new, |field| format!("; did you mean `{field}`?"))
}

/// Something about a file that a person should know, though it can be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{line}:{column}: {what}")]
pub struct Warning {
    /// The line, counted from 1.
    pub line: u32,
    /// The column in code points, counted from 1.
    pub column: u32,
    /// What it is.
    pub what: Caution,
}

impl Warning {
    pub(super) fn new(place: Place, what: Caution) -> Self {
        Self { line: place.line, column: place.column, what }
    }
}

/// What a [`Warning`] warns of.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Caution {
    /// The end marker is missing.
    #[error("no end marker `...`: the file may be cut off")]
    NoEndMarker,
    /// The file names another article than the one its path belongs to.
    #[error("says article `{found}`, but lies where `{expected}` belongs; the path decides")]
    OtherArticle {
        /// The article of the path.
        expected: String,
        /// What the file says.
        found: String,
    },
    /// The file names another annotator than the one whose folder it is in.
    #[error("says annotator `{found}`, but lies in the folder of `{expected}`; the path decides")]
    OtherAnnotator {
        /// The annotator of the folder.
        expected: String,
        /// What the file says.
        found: String,
    },
    /// A label that the workspace does not declare.
    #[error("unknown label `{0}`: it is kept; add it to `labels` in factdesk.yaml if it is one of yours")]
    UnknownLabel(String),
    /// A newer version wrote the file.
    #[error("written in format {0} by a newer version: it can be read, not changed")]
    NewerFormat(u64),
}
