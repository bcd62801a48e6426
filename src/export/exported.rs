//! An article on its way out.

use std::{cell::LazyCell, sync::Arc};

use super::{Entry, Options, Rows};
use crate::{
    annotation::{Annotator, Document, Sentence, units},
    review::{ArticleHead, Row, stats::Counts},
    text::{Article, Kind, Span, Unit, char_index::CharIndex, sentence::Segmenter},
};

/// An article on its way out: what is known of it, its text, and the sentences that are meant.
#[derive(Clone, Debug)]
pub struct Exported<'a> {
    /// What is known of it.
    pub head: &'a ArticleHead,
    /// Its text; `None` where it cannot be read.
    pub article: Option<&'a Article>,
    /// The sentences that are meant, in the order of the text; those without a place come last.
    pub entries: Vec<Entry<'a>>,
    /// Where each annotator of the article stands.
    pub readers: &'a [(Annotator, Counts)],
    /// What is said about all of its sentences, meant or not.
    chosen: &'a [(Row, &'a Row)],
}

/// A unit of an article's text: every character that is not white space is in exactly one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Passage<'a> {
    /// Where it stands, in code points.
    pub span: Span,
    /// Where it stands, in bytes of the text.
    pub bytes: Span,
    /// What it is.
    pub kind: Kind,
    /// Its words.
    pub text: &'a str,
    /// Which of [`Exported::entries`] it is, if one.
    pub entry: Option<usize>,
    /// Has somebody who is asked read it?
    pub read: bool,
}

impl<'a> Exported<'a> {
    /// The article with the sentences that `options` mean of `chosen`: what the voice makes of each row, beside the row.
    pub fn new(
        head: &'a ArticleHead,
        article: Option<&'a Article>,
        readers: &'a [(Annotator, Counts)],
        chosen: &'a [(Row, &'a Row)],
        options: &Options,
    ) -> Self {
        let meant = chosen.iter().filter(|(chosen, _)| options.filter.matches(chosen, &options.context));
        let index = LazyCell::new(|| article.map(|article| CharIndex::new(&article.text)));
        let entry = |(chosen, row): &'a (Row, &'a Row)| {
            let mut entry = Entry::new(row, chosen, &options.voice);
            if options.rows == Rows::Tag {
                entry.tags.retain(|tag| options.filter.asks_for(&tag.tag.label));
            }
            // Where readers cut it differently, none of them has all of its words.
            let whole = || index.as_ref()?.slice(entry.span?);
            let text = chosen.is_cut_differently().then(whole).flatten().unwrap_or(entry.text);
            Entry { text, ..entry }
        };
        let entries = meant.map(entry).collect();
        Self { head, article, entries, readers, chosen }
    }

    /// Is it part of the export? Where nothing in it is meant, it is only where the filter has no conditions, so that who
    /// read it and found nothing is seen.
    pub fn is_part(&self, options: &Options) -> bool {
        !self.entries.is_empty() || options.filter.is_empty() && !self.chosen.is_empty()
    }

    /// The whole text in units, as those who are asked read it; empty where it cannot be read. The front matter is in
    /// none of them.
    pub fn passages(&self) -> Vec<Passage<'a>> {
        let Some(article) = self.article else { return Vec::new() };
        let text: &'a str = &article.text;
        let computed: Vec<_> = Segmenter::new(text, article.body, article.options()).collect();
        let mut document = Document::new(article.id.clone(), Annotator::desk());
        let mut read: Vec<(Span, bool)> = Vec::new();
        for (chosen, _) in self.chosen {
            let Some(span) = chosen.span().filter(|span| !span.is_empty()) else { continue };
            let mut sentence = Sentence::untouched(span, "");
            sentence.kind = chosen.readings.iter().find_map(|reading| reading.sentence.kind);
            document.sentences.push(Arc::new(sentence));
            read.push((span, chosen.readings.iter().any(|reading| reading.sentence.is_read())));
        }
        let mut entries =
            self.entries.iter().enumerate().filter_map(|(index, entry)| Some((entry.span?, index)));
        let mut read = read.into_iter().peekable();
        let mut entry = entries.next();
        let units = units(text, &computed, &document);
        let passage = |unit: Unit| {
            let at = |span: Span| span.start < unit.chars.start;
            while read.next_if(|(span, _)| at(*span)).is_some() {}
            while entry.is_some_and(|(span, _)| at(span)) {
                entry = entries.next();
            }
            Passage {
                span: unit.chars,
                bytes: unit.bytes,
                kind: unit.kind,
                text: text.get(unit.bytes.range()).unwrap_or_default(),
                entry: entry.filter(|(span, _)| *span == unit.chars).map(|(_, index)| index),
                read: read.peek().is_some_and(|(span, read)| *span == unit.chars && *read),
            }
        };
        units.into_iter().map(passage).collect()
    }

    /// Turns code points of the text into bytes and words; `None` where the article cannot be read.
    pub fn index(&self) -> Option<CharIndex<'a>> {
        self.article.map(|article| CharIndex::new(&article.text))
    }
}
