//! What comes from elsewhere: articles in other forms become ours, and tags from other tools ours too.
//!
//! [`read`] makes a [`Draft`] of the bytes of a file in one of the [`Form`]s; [`Draft::article`] lays what the person says
//! over what the file says about itself. Characters stay as they are: nothing is normalised, no quotation mark turned.
//! [`near`] tells which articles are there already, in whole or in part.

pub mod annotations;
mod blocks;
mod docx;
mod draft;
mod eml;
mod facts;
mod form;
mod html;
pub mod near;

pub use draft::{Draft, FormError};
pub use facts::{Facts, ImportError, with_front_matter};
pub use form::{Form, read};

#[cfg(test)]
mod hostile;
