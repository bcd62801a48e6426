//! Tags from other tools: each format's reader gives [`Foreign`] texts, which are then held against our articles.
//!
//! [`read`] takes files apart and trusts nothing in them; [`Finder`] finds the article that each text means; [`fit()`] puts
//! what is said onto its sentences, and lists what does not fit. A reader knows neither articles nor documents. What our
//! own exports wrote comes back whole (`exported.rs`, and [`SentenceFacts`] and [`TagDetail`] in formats of other tools);
//! what another tool wrote is a label on words, and imported.
//!
//! One format more: a variant of [`Form`] with its reader in `form.rs`, and how it is told from others in `guess.rs`.
//!
//! [`SentenceFacts`]: crate::export::SentenceFacts
//! [`TagDetail`]: crate::export::TagDetail

mod brat;
mod csv;
mod doccano;
mod exported;
mod finder;
mod fit;
mod foreign;
mod form;
mod guess;
mod json;
mod jsonl;
mod labels;
mod labelstudio;
mod unreadable;
mod webannotation;

pub use finder::{Finder, NotFound};
pub use fit::{Remark, Rules, Told, fit};
pub use foreign::{Foreign, ForeignSentence, ForeignTag};
pub use form::{Form, SourceFile, read};
pub use labels::{LabelMap, MapError, Meaning};
pub use unreadable::Unreadable;
