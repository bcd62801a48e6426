//! What comes from elsewhere: articles in other forms become ours, and tags from other tools ours too.

pub mod annotations;
mod facts;

pub use facts::{Facts, ImportError, with_front_matter};
