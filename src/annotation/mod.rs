//! What annotators say about sentences: labels, tags, one document per article and annotator, edits and how they
//! are undone, anchors, and the merge of two versions.
//!
//! Everything here is pure. All positions in this module are **code points** of the decoded article, half-open,
//! as annotation files have them.

pub mod anchor;
pub mod diff;
pub mod document;
pub mod edit;
pub mod error;
pub mod history;
pub mod label;
pub mod merge;
pub mod read;
mod say;
pub mod tag;
pub mod units;
mod write;
mod yaml;

pub use anchor::{AnchorState, Anchored, Placement, place};
pub use document::{Boundary, Conflict, Document, Sentence};
pub use edit::{Edit, Stale, Target};
pub use error::{Caution, DocumentError, Fault, Place, Shape, Warning};
pub use history::History;
pub use label::{Annotator, Label, LabelDefinition, LabelSet};
pub use merge::{Merged, merge};
pub use read::{Parsed, SentencePlace};
pub use tag::{Origin, Tag};
pub use units::units;
