//! Tags from other tools: each format's reader gives [`Foreign`] texts, which are then held against our articles.

mod brat;
mod csv;
mod doccano;
mod finder;
mod fit;
mod foreign;
mod form;
mod guess;
mod json;
mod jsonl;
mod labels;
mod labelstudio;
mod own;
mod unreadable;
mod webannotation;

pub use finder::{Finder, NotFound};
pub use fit::{Remark, Rules, Told, fit};
pub use foreign::{Foreign, ForeignSentence, ForeignTag};
pub use form::{Form, SourceFile, read};
pub use labels::{LabelMap, MapError, Meaning};
pub use unreadable::Unreadable;
