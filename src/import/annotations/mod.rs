//! Tags from other tools: each format's reader gives [`Foreign`] texts, which are then held against our articles.

mod brat;
mod doccano;
mod foreign;
mod form;
mod labelstudio;
mod unreadable;
mod webannotation;

pub use foreign::{Foreign, ForeignSentence, ForeignTag};
pub use form::{Form, SourceFile, read};
pub use unreadable::Unreadable;
