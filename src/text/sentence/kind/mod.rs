//! What a block is taken for: running text, a heading, a caption or page furniture.
//!
//! A guess from the line itself and its neighbours; the annotator has the last word.

mod furniture;
mod phrases;

use std::ops::Range;

use furniture::{LONGEST, Line, is_legal_notice};
use memchr::{memchr, memrchr};

use super::{
    Kind, Newlines,
    chars::{is_closer, is_terminator},
};

/// Bytes of the longest heading.
const HEADING: usize = 160;
/// Words of the longest heading.
const HEADING_WORDS: usize = 20;

/// The kind of the units in the block `block` of `text`. A heading is one only where it is a single unit.
///
/// The block may be a part of its line, as between saved sentences: the whole line decides.
pub(super) fn of_block(text: &str, block: Range<usize>, newlines: Newlines) -> Kind {
    if is_legal_notice(&text[block.clone()]) {
        return Kind::Furniture;
    }
    let Some(line) = whole_line(text, &block) else { return Kind::Sentence };
    let this = Line::new(&text[line.clone()]);
    if this.is_furniture() {
        return Kind::Furniture;
    }
    if this.ends_in_credit() || is_caption(text, &line) {
        return Kind::Caption;
    }
    if this.is_name() && (is_above_date(text, &line) || is_below_credit(text, &line)) {
        return Kind::Furniture;
    }
    let alone = || {
        newlines != Newlines::Unwrap || neighbour_above(text, line.start).is_none_or(|above| !above.adjacent)
    };
    if line == block && looks_like_heading(&text[line.clone()]) && alone() {
        Kind::Heading
    } else {
        Kind::Sentence
    }
}

/// Is the line of its own, even amid hard-wrapped text, as a byline or a date line is?
pub(super) fn stands_alone(line: &str) -> bool {
    line.len() <= LONGEST && Line::new(line).stands_alone()
}

/// The line that `block` is, or is a part of; `None` where it is longer than [`LONGEST`] bytes.
fn whole_line(text: &str, block: &Range<usize>) -> Option<Range<usize>> {
    if block.len() > LONGEST {
        return None;
    }
    let floor = text.floor_char_boundary(block.start.saturating_sub(LONGEST));
    let before = &text.as_bytes()[floor..block.start];
    let start = match memrchr(b'\n', before) {
        Some(at) => floor + at + 1,
        None if floor == 0 => 0,
        None => return None,
    };
    let ceiling = text.ceil_char_boundary((block.end + LONGEST).min(text.len()));
    let end = match memchr(b'\n', &text.as_bytes()[block.end..ceiling]) {
        Some(at) => block.end + at,
        None if ceiling == text.len() => ceiling,
        None => return None,
    };
    let line = trimmed(text, start..end);
    (line.len() <= LONGEST).then_some(line)
}

/// A line next to another one.
struct Neighbour {
    line: Range<usize>,
    /// Is there no blank line between?
    adjacent: bool,
}

impl Neighbour {
    fn read<'t>(&self, text: &'t str) -> Line<'t> {
        Line::new(&text[self.line.clone()])
    }
}

/// The next line with text after `end`, if it is near and short.
fn neighbour_below(text: &str, end: usize) -> Option<Neighbour> {
    let ceiling = text.floor_char_boundary((end + 2 * LONGEST).min(text.len()));
    let window = &text[end..ceiling];
    let start = end + window.len() - window.trim_start().len();
    let breaks = memchr::memchr_iter(b'\n', &text.as_bytes()[end..start]).count();
    let length = memchr(b'\n', &text.as_bytes()[start..ceiling])
        .or((ceiling == text.len()).then_some(ceiling - start))?;
    let line = trimmed(text, start..start + length);
    (breaks > 0 && !line.is_empty() && line.len() <= LONGEST)
        .then_some(Neighbour { line, adjacent: breaks == 1 })
}

/// The last line with text before `start`, if it is near and short.
fn neighbour_above(text: &str, start: usize) -> Option<Neighbour> {
    let floor = text.ceil_char_boundary(start.saturating_sub(2 * LONGEST));
    let window = &text[floor..start];
    let end = floor + window.trim_end().len();
    let breaks = memchr::memchr_iter(b'\n', &text.as_bytes()[end..start]).count();
    let from =
        memrchr(b'\n', &text.as_bytes()[floor..end]).map(|at| floor + at + 1).or((floor == 0).then_some(0))?;
    let line = trimmed(text, from..end);
    (breaks > 0 && !line.is_empty() && line.len() <= LONGEST)
        .then_some(Neighbour { line, adjacent: breaks == 1 })
}

/// Does a credit follow right below, or the same line again with a credit below?
fn is_caption(text: &str, line: &Range<usize>) -> bool {
    let credit_below = |line: &Range<usize>| {
        neighbour_below(text, line.end).is_some_and(|below| below.adjacent && below.read(text).is_credit())
    };
    neighbour_below(text, line.end).is_some_and(|below| {
        below.adjacent
            && (below.read(text).is_credit()
                || (text[below.line.clone()] == text[line.clone()] && credit_below(&below.line)))
    })
}

fn is_above_date(text: &str, line: &Range<usize>) -> bool {
    neighbour_below(text, line.end).is_some_and(|below| below.read(text).is_date())
}

fn is_below_credit(text: &str, line: &Range<usize>) -> bool {
    neighbour_above(text, line.start).is_some_and(|above| above.adjacent && above.read(text).is_credit())
}

/// Is it short, without an end mark, and does it begin as a heading does?
fn looks_like_heading(line: &str) -> bool {
    let bare = line.trim_end_matches(is_closer);
    let marked = bare.ends_with(|c| is_terminator(c) || matches!(c, ':' | ',' | ';' | '-' | '–' | '—'));
    let listed = line.starts_with(['-', '–', '—', '•', '*', '·', '>', '|']);
    let begins = line.chars().find(|c| c.is_alphanumeric()).is_some_and(|c| !c.is_lowercase());
    line.len() <= HEADING
        && !marked
        && !listed
        && begins
        && line.contains(char::is_alphabetic)
        && line.split_whitespace().nth(HEADING_WORDS).is_none()
}

/// `range` without white space at its ends.
fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let line = &text[range.clone()];
    let start = range.end - line.trim_start().len();
    start..start.max(range.start + line.trim_end().len())
}
