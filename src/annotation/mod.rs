//! What annotators say about sentences: labels, tags, one document per article and annotator, edits and how they
//! are undone, anchors, and the merge of two versions.
//!
//! Everything here is pure. All positions in this module are **code points** of the decoded article, half-open,
//! as annotation files have them.

pub mod document;
pub mod edit;
pub mod error;
pub mod history;
pub mod label;
pub mod read;
pub mod tag;
mod write;
mod yaml;

pub use document::{Boundary, Conflict, Document, Sentence};
pub use edit::{Edit, Stale, Target};
pub use error::{Caution, DocumentError, Fault, Place, Warning};
pub use history::History;
pub use label::{Annotator, Label, LabelDefinition, LabelSet};
pub use read::{Parsed, SentencePlace};
pub use tag::{Origin, Tag};
