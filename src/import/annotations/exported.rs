//! What our own exports say, sentence by sentence, whatever they stand in.

use std::{
    borrow::Cow,
    collections::{HashMap, hash_map::Entry},
};

use super::{Foreign, ForeignSentence, ForeignTag, Unreadable};
use crate::{
    annotation::{AnchorState, Label, Origin, Tag},
    export::record::{ReadingRecord, TagRecord, TagRow},
    text::{Kind, Span},
};

/// A sentence of an export.
pub(super) struct ExportedSentence<'a> {
    /// Where it stands in the file.
    pub(super) place: String,
    /// The article's id.
    pub(super) article: &'a str,
    /// Its words.
    pub(super) text: &'a str,
    /// What each annotator says about it.
    pub(super) readings: &'a [ReadingRecord<'a>],
    /// Their tags.
    pub(super) tags: &'a [TagRecord<'a>],
}

/// Gathers sentences by article and annotator.
#[derive(Default)]
pub(super) struct Gathered {
    foreign: Vec<Foreign>,
    by_reader: HashMap<(String, String), usize>,
    /// Sentences that were told already: rows of tags repeat theirs.
    told: HashMap<(usize, Span), ForeignSentence>,
}

impl Gathered {
    /// What was gathered.
    pub(super) fn finish(self) -> Vec<Foreign> {
        self.foreign
    }

    /// What `annotator` says about `article`, empty where nobody is named.
    pub(super) fn of(&mut self, article: &str, annotator: &str) -> &mut Foreign {
        let index = self.index(article, annotator);
        &mut self.foreign[index]
    }

    fn index(&mut self, article: &str, annotator: &str) -> usize {
        let next = self.foreign.len();
        let index = *self.by_reader.entry((article.to_owned(), annotator.to_owned())).or_insert(next);
        if index == next {
            let given = |name: &str| Some(name.to_owned()).filter(|name| !name.is_empty());
            let (article, annotator) = (given(article), given(annotator));
            self.foreign.push(Foreign { article, annotator, says_origin: true, ..Foreign::default() });
        }
        index
    }

    /// Adds a sentence.
    ///
    /// # Errors
    /// A kind, an origin, a time or an anchor that is none.
    pub(super) fn add(&mut self, said: &ExportedSentence<'_>) -> Result<(), Unreadable> {
        let wrong = |what: String| Unreadable::new(what).at(&said.place);
        for (number, reading) in said.readings.iter().enumerate() {
            let index = self.index(said.article, &reading.annotator);
            let home = Home::of(reading, said.text).map_err(wrong)?;
            let sentence = sentence(reading, &home, &said.place).map_err(wrong)?;
            if home.span.is_none_or(|span| self.is_new(index, span, &sentence)) {
                self.foreign[index].sentences.push(sentence);
            }
            for tag in said.tags.iter().filter(|tag| tag.reading == number) {
                self.foreign[index].tags.push(home.tag(tag, &said.place).map_err(wrong)?);
            }
        }
        match said.tags.iter().find(|tag| tag.reading >= said.readings.len()) {
            Some(tag) => Err(wrong(format!("the tag `{}` belongs to no reading", tag.label))),
            None => Ok(()),
        }
    }

    /// Adds a tag, with its sentence as whoever set it sees it.
    ///
    /// # Errors
    /// As [`Self::add`].
    pub(super) fn add_row(&mut self, place: String, row: TagRow<'_>) -> Result<(), Unreadable> {
        let (article, text, annotator) = (row.article, row.text, row.annotator);
        let reading = ReadingRecord {
            annotator: annotator.clone(),
            start: row.start,
            end: row.end,
            text: None,
            saved: row.saved,
            anchor: row.anchor,
            kind: row.kind,
            read: row.read,
            mark: row.mark,
            not: row.not,
            note: row.note,
            saw: row.saw,
            at: row.at,
        };
        let tag = TagRecord {
            annotator: annotator.clone(),
            annotators: row.annotators,
            reading: 0,
            label: row.label,
            start: row.tag_start,
            end: row.tag_end,
            source: row.source,
            source_at: row.source_at,
            who: row.who,
            cue: row.cue,
            cue_at: row.cue_at,
            claims: row.claims,
            unsure: row.unsure,
            origin: row.origin,
        };
        self.add(&ExportedSentence {
            place,
            article: &article,
            text: &text,
            readings: &[reading],
            tags: &[tag],
        })
    }

    fn is_new(&mut self, index: usize, span: Span, sentence: &ForeignSentence) -> bool {
        let same = ForeignSentence { place: String::new(), ..sentence.clone() };
        match self.told.entry((index, span)) {
            Entry::Occupied(told) => *told.get() != same,
            Entry::Vacant(new) => {
                new.insert(same);
                true
            }
        }
    }
}

/// Where a sentence stands for one annotator. Where the words had changed, nobody had confirmed what stands for them:
/// then it is the words as they were saved.
struct Home<'a> {
    span: Option<Span>,
    is_placed: bool,
    quote: &'a str,
}

impl<'a> Home<'a> {
    fn of(reading: &'a ReadingRecord<'_>, text: &'a str) -> Result<Self, String> {
        let anchor = AnchorState::ALL.into_iter().find(|state| state.id() == reading.anchor);
        let anchor = anchor.ok_or_else(|| format!("`{}` is no state of an anchor", reading.anchor))?;
        let quote = reading.saved.as_deref().or(reading.text.as_deref()).unwrap_or(text);
        Ok(Self { span: span(reading.start, reading.end), is_placed: anchor.is_placed(), quote })
    }

    fn tag(&self, said: &TagRecord<'_>, place: &str) -> Result<ForeignTag, String> {
        let origin = said
            .origin
            .as_deref()
            .map(|name| Origin::find(name).ok_or_else(|| format!("`{name}` is no origin of a tag")));
        let part = span(said.start, said.end).filter(|part| self.is_placed && Some(*part) != self.span);
        Ok(ForeignTag {
            place: place.to_owned(),
            span: part,
            quote: self.span.is_none().then(|| self.quote.to_owned()),
            context: None,
            sentence: self.span,
            tag: Tag {
                source: texts(&said.source),
                source_at: spans(&said.source_at),
                who: said.who.as_deref().map(str::to_owned),
                cue: said.cue.as_deref().map(str::to_owned),
                cue_at: spans(&said.cue_at),
                claims: texts(&said.claims),
                origin: origin.transpose()?,
                unsure: said.unsure,
                ..Tag::new(Label::new(&*said.label))
            },
        })
    }
}

fn sentence(said: &ReadingRecord<'_>, home: &Home<'_>, place: &str) -> Result<ForeignSentence, String> {
    let kind = said
        .kind
        .as_deref()
        .map(|name| Kind::find(name).ok_or_else(|| format!("`{name}` is no kind of a sentence")));
    let at = said.at.as_deref().map(|at| at.parse().map_err(|_| format!("`{at}` is no time")));
    Ok(ForeignSentence {
        place: place.to_owned(),
        span: home.span,
        quote: Some(home.quote.to_owned()),
        context: None,
        kind: kind.transpose()?,
        read: said.read,
        mark: said.mark,
        not: texts(&said.not),
        note: said.note.as_deref().map(str::to_owned),
        saw: texts(&said.saw),
        at: at.transpose()?,
    })
}

fn texts(texts: &[Cow<'_, str>]) -> Vec<String> {
    texts.iter().map(|text| text.clone().into_owned()).collect()
}

fn span(start: Option<u32>, end: Option<u32>) -> Option<Span> {
    Some(Span::new(start?, end?))
}

fn spans(pairs: &[[u32; 2]]) -> Vec<Span> {
    pairs.iter().map(|[start, end]| Span::new(*start, *end)).collect()
}
