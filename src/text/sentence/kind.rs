//! What a block is taken for: running text, a heading, a caption or page furniture.

use std::ops::Range;

use super::Kind;

/// The kind of the units in the block `block` of `text`.
pub(super) fn of_block(_text: &str, _body: usize, _block: Range<usize>) -> Kind {
    Kind::Sentence
}
