//! What an article is before anybody has read it: bytes become text, text becomes sentences.
//!
//! Everything here is pure: it takes bytes or text and gives values, and knows neither disk nor terminal.
//! Two kinds of positions occur and never mix: **bytes** index into the decoded UTF-8 text in memory,
//! **code points** are what annotation files store (they equal Python's string indices). What is written for programs that
//! count otherwise is converted at the edge, by [`Utf16`].

pub mod article;
mod article_id;
pub mod char_index;
pub mod decode;
pub mod display_safe;
mod front_matter;
pub mod search;
pub mod sentence;
mod slug;
pub mod span;
mod utf16;
mod web_address;
pub mod wrap;

pub use article::{Article, ArticleId, FrontMatter};
pub use sentence::{Kind, Language, Rule, Unit};
pub use slug::slug;
pub use span::{Span, position};
pub use utf16::Utf16;
pub use web_address::web_address;
