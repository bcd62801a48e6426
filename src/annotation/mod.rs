//! What annotators say about sentences: labels, tags, one document per article and annotator, edits and how they
//! are undone, anchors, and the merge of two versions.
//!
//! Everything here is pure. All positions in this module are **code points** of the decoded article, half-open,
//! as annotation files have them.

pub mod document;
pub mod label;
pub mod tag;

pub use document::{Boundary, Conflict, Document, Sentence};
pub use label::{Annotator, Label, LabelDefinition, LabelSet};
pub use tag::{Origin, Tag};
