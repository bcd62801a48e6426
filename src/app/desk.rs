//! View 1: one article, its sentences, the selected one.

use super::{only::Only, others::Others};
use crate::{
    annotation::{Document, units::units},
    review::stats::Counts,
    store::Company,
    text::{Article, ArticleId, Kind, Span, Unit, position},
};

/// The state of the Desk.
#[derive(Debug, Default)]
pub struct Desk {
    /// What is open.
    pub open: Option<OpenArticle>,
    /// The words being selected.
    pub words: Option<Words>,
    /// The tag that alone is meant by what is said of tags.
    pub only: Option<Only>,
    /// What is searched for in the article, and which units hold it.
    pub search: Option<Search>,
    /// Is furniture folded away?
    pub folded: bool,
    /// The article that is being opened, when none or another is shown.
    pub opening: Option<ArticleId>,
    /// Number of the last opening: answers to earlier ones are dropped.
    pub generation: u64,
    /// Where to go as soon as enough units are known.
    pub seek: Option<Seek>,
    /// Why the article or its annotations cannot be shown, in lines for people.
    pub problem: Option<Vec<String>>,
    /// Is the open article gone from the disk, or unreadable there?
    pub gone: bool,
    /// Who else is at the open article, as far as is known.
    pub company: Company,
    /// What others say about the open article.
    pub others: Others,
    /// The first row of the inspector that is shown, as far as it has so many.
    pub inspector_top: usize,
}

/// A place in the open article that waits for the units it lies among.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seek {
    /// The sentence at that code point.
    At(u32),
    /// The first open sentence.
    FirstOpen,
    /// The last sentence; the screen says that it is waited for.
    End,
}

/// An open article.
#[derive(Debug)]
pub struct OpenArticle {
    /// The article itself.
    pub article: Article,
    /// Its units so far, with the annotator's own boundaries, saved spans and kinds: what is shown.
    pub units: Vec<Unit>,
    /// Its units as the segmenter has them, where those shown are others: 20 MB have half a million of them.
    pub(super) computed: Option<Vec<Unit>>,
    /// Are all units known?
    pub complete: bool,
    /// The selected unit, an index into [`Self::units`].
    pub cursor: usize,
    /// The first row shown.
    pub top: Top,
    /// Where the annotator stands in it, as far as its units are known.
    pub counts: Counts,
}

impl OpenArticle {
    /// An article as it is opened, with the first units the segmenter has of it.
    pub(super) fn new(article: Article, units: Vec<Unit>, complete: bool) -> Self {
        let (cursor, top, counts) = (0, Top::default(), Counts::default());
        Self { article, units, computed: None, complete, cursor, top, counts }
    }

    /// The units as the segmenter has them so far.
    pub fn computed(&self) -> &[Unit] {
        self.computed.as_deref().unwrap_or(&self.units)
    }

    /// Takes in units that follow.
    pub(super) fn extend(&mut self, more: &[Unit]) {
        make_room(&mut self.units, more.len(), self.article.text.len());
        self.units.extend_from_slice(more);
        if let Some(computed) = &mut self.computed {
            computed.extend_from_slice(more);
        }
    }

    /// Lays what `document` says over the computed units.
    pub(super) fn lay(&mut self, document: &Document) {
        let shown = std::mem::take(&mut self.units);
        let computed = self.computed.take().unwrap_or(shown);
        self.units = units(&self.article.text, &computed, document);
        self.computed = (self.units != computed).then_some(computed);
    }

    /// Shows a unit as another kind of text.
    pub(super) fn set_kind(&mut self, unit: usize, kind: Kind) {
        let computed = self.computed.take().unwrap_or_else(|| self.units.clone());
        self.computed = Some(computed);
        if let Some(unit) = self.units.get_mut(unit) {
            unit.kind = kind;
        }
    }

    /// The selected unit.
    pub fn unit(&self) -> Option<&Unit> {
        self.units.get(self.cursor)
    }

    /// The text of bytes `span`; empty where there are none.
    pub fn text(&self, span: Span) -> &str {
        self.article.text.get(span.range()).unwrap_or_default()
    }

    /// The unit at the code point `at`, else the first one behind it, else the last one.
    pub fn unit_at(&self, at: u32) -> usize {
        self.units.partition_point(|unit| unit.chars.end <= at).min(self.units.len().saturating_sub(1))
    }

    /// The unit at the byte `at`, else the first one behind it, else the last one.
    pub fn unit_at_byte(&self, at: u32) -> usize {
        self.units.partition_point(|unit| unit.bytes.end <= at).min(self.units.len().saturating_sub(1))
    }

    /// What kind of text the segmenter takes the words at the code point `at` for.
    pub fn guess(&self, at: u32) -> Kind {
        let computed = self.computed();
        let index = computed.partition_point(|unit| unit.chars.end <= at);
        let unit = computed.get(index).filter(|unit| unit.chars.start <= at);
        unit.map_or(Kind::Sentence, |unit| unit.kind)
    }

    /// A span of code points in bytes; `None` where no unit begins before it, or the text ends.
    pub fn bytes(&self, chars: Span) -> Option<Span> {
        let before = self.units.partition_point(|unit| unit.chars.start <= chars.start).checked_sub(1)?;
        let unit = self.units.get(before)?;
        let rest = self.article.text.get(unit.bytes.start as usize..)?;
        let ends = rest.char_indices().map(|(byte, _)| byte).chain([rest.len()]);
        let mut ends = ends.skip((chars.start - unit.chars.start) as usize);
        let start = ends.next()?;
        let end = if chars.is_empty() { start } else { ends.nth(chars.len() - 1)? };
        Some(Span::new(unit.bytes.start + position(start), unit.bytes.start + position(end)))
    }

    /// A span of bytes within `unit`, in code points.
    pub fn chars(&self, unit: &Unit, bytes: Span) -> Span {
        let count = |from, to| count(self.text(Span::new(from, to)));
        let start = unit.chars.start + count(unit.bytes.start, bytes.start);
        Span::new(start, start + count(bytes.start, bytes.end))
    }
}

/// Makes room for `more` units, and where there is none for all that a text of so many bytes is likely to have, so that
/// they are not moved again and again.
fn make_room(units: &mut Vec<Unit>, more: usize, text: usize) {
    if units.capacity() - units.len() < more {
        let known = units.last().map_or(0, |unit| unit.bytes.end as usize).max(1);
        let likely = units.len().saturating_mul(text / known + 1) / 16 * 17;
        units.reserve_exact(more.max(likely.saturating_sub(units.len())));
    }
}

fn count(text: &str) -> u32 {
    position(text.chars().count())
}

/// The first row of the reading column: it survives a change of width.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Top {
    /// Its unit.
    pub unit: usize,
    /// Its first byte within the unit; 0 shows the unit from its first row (the air above it is left out).
    pub byte: u32,
}

/// Words selected with `v`: byte ranges within the selected unit, word by word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// The words of the unit, as byte ranges of the article's text.
    pub words: Vec<Span>,
    /// Where the selection began, an index into [`Self::words`].
    pub anchor: usize,
    /// Where it ends now.
    pub head: usize,
}

/// A search in the open article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Search {
    /// What is searched for.
    pub query: String,
    /// Where it stands, as byte ranges of the article's text, in order.
    pub hits: Vec<Span>,
}
