//! Which of our sentences words belong to, and what the document says about it.

use std::{collections::HashMap, sync::Arc};

use jiff::Timestamp;

use super::merge::combine;
use crate::{
    annotation::{Document, Sentence, units},
    text::{
        Article, Kind, Span, Unit,
        char_index::CharIndex,
        position,
        sentence::{SEGMENTER, segment},
    },
};

/// The sentence that a tag belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Seat {
    /// Where the sentence stands, in code points.
    pub(super) sentence: Span,
    /// The part of it that is tagged; `None` is the whole.
    pub(super) part: Option<Span>,
}

/// A document that takes in what is said, sentence by sentence.
pub(super) struct Seats<'a> {
    article: &'a Article,
    index: CharIndex<'a>,
    document: &'a mut Document,
    /// The document as it was.
    former: Document,
    computed: Vec<Unit>,
    /// The units as the annotator reads them now.
    units: Vec<Unit>,
    /// When sentences last changed, as files say.
    said_at: HashMap<Span, Timestamp>,
}

impl<'a> Seats<'a> {
    pub(super) fn new(article: &'a Article, document: &'a mut Document) -> Self {
        let computed = segment(&article.text, article.body, article.options());
        let units = units(&article.text, &computed, document);
        let (index, former) = (CharIndex::new(&article.text), document.clone());
        Self { article, index, document, former, computed, units, said_at: HashMap::new() }
    }

    /// Makes the words at `span` a sentence, its blanks aside, and says where it stands then.
    pub(super) fn reserve(&mut self, span: Span) -> Result<Span, String> {
        if self.document.find(span).is_some_and(|sentence| !sentence.span.is_empty()) {
            return Ok(span);
        }
        let span = self
            .trimmed(span)
            .filter(|span| self.is_in_body(*span))
            .ok_or("holds no words of the article")?;
        let sentences = &self.document.sentences;
        let first = sentences.partition_point(|sentence| sentence.span.end <= span.start);
        let near = sentences[first..].iter().take_while(|sentence| sentence.span.start < span.end);
        if let Some(other) =
            near.map(|sentence| sentence.span).find(|other| *other != span && !other.is_empty())
        {
            return Err(format!(
                "overlaps the sentence {}-{}, which is cut differently",
                other.start, other.end
            ));
        }
        self.sentence(span);
        Ok(span)
    }

    /// Takes what was reserved for units.
    pub(super) fn settle(&mut self) {
        self.units = units(&self.article.text, &self.computed, self.document);
    }

    /// The sentence that the words at `span` are, or are a part of. Words that are several whole sentences, of which
    /// none is saved, become one.
    pub(super) fn of(&mut self, span: Span) -> Result<Seat, String> {
        let span = self.trimmed(span).ok_or("holds no words")?;
        let first = self.units.partition_point(|unit| unit.chars.end <= span.start);
        let count = self.units[first..].iter().take_while(|unit| unit.chars.start < span.end).count();
        let covered = &self.units[first..first + count];
        let (Some(left), Some(right)) = (covered.first(), covered.last()) else {
            return Err("lies in no sentence of the article".to_owned());
        };
        let whole = Span::new(left.chars.start, right.chars.end);
        if count == 1 {
            let is_inside = whole.start <= span.start && span.end <= whole.end;
            let part = Some(span).filter(|span| *span != whole);
            return if is_inside { Ok(Seat { sentence: whole, part }) } else { Err(across(whole)) };
        }
        if span != whole {
            return Err(across(whole));
        }
        let joined = Unit { bytes: Span::new(left.bytes.start, right.bytes.end), chars: whole, ..*left };
        self.reserve(whole)?;
        self.units.splice(first..first + count, [joined]);
        Ok(Seat { sentence: whole, part: None })
    }

    /// Adds what is `said` to what stands there; tells how many of its tags are new.
    pub(super) fn merge(&mut self, said: Sentence) -> Result<usize, String> {
        let (span, at) = (said.span, said.at);
        let added = combine(self.sentence(span), said)?;
        if let Some(at) = at {
            let latest = self.said_at.entry(span).or_insert(at);
            *latest = at.max(*latest);
        }
        Ok(added)
    }

    /// Ends it: stamps what changed with the time that files say, else with `now`, and tells how many sentences did.
    pub(super) fn finish(self, now: Timestamp) -> usize {
        let Self { article, document, former, computed, said_at, .. } = self;
        let now = Timestamp::from_second(now.as_second()).unwrap_or(now);
        let mut changed = 0;
        document.sentences.retain_mut(|sentence| {
            // What is pending has only made room.
            let before = if sentence.span.is_empty() { return true } else { former.find(sentence.span) };
            match before {
                Some(before) if before.says_the_same(sentence) => sentence.clone_from(before),
                None if sentence.is_untouched() => return false,
                _ => {
                    changed += 1;
                    let at = said_at.get(&sentence.span).copied().unwrap_or(now);
                    let at = before.and_then(|before| before.at).map_or(at, |before| before.max(at));
                    Arc::make_mut(sentence).at = Some(at);
                }
            }
            true
        });
        if changed > 0 {
            if former.sentences.is_empty() {
                document.segmenter = SEGMENTER;
            }
            document.text_sha256 = Some(article.sha256().to_owned());
            let language = || article.options().language.map(|language| language.code().to_owned());
            document.lang = document.lang.take().or_else(language);
            let units = units(&article.text, &computed, document);
            let to_read = units.iter().filter(|unit| unit.kind != Kind::Furniture).count();
            document.units = Some(position(to_read));
        }
        changed
    }

    /// What the document says about the words at `span`, which overlap no other sentence. What is pending between them
    /// has its place behind them then.
    fn sentence(&mut self, span: Span) -> &mut Sentence {
        let sentences = &mut self.document.sentences;
        let at = sentences.partition_point(|sentence| sentence.span < span);
        if sentences.get(at).is_none_or(|sentence| sentence.span != span) {
            let quote = self.index.slice(span).unwrap_or_default();
            sentences.insert(at, Arc::new(Sentence::untouched(span, quote)));
            let behind = sentences[at + 1..].iter_mut().take_while(|sentence| sentence.span.start < span.end);
            for pending in behind {
                Arc::make_mut(pending).span = Span::new(span.end, span.end);
            }
        }
        Arc::make_mut(&mut sentences[at])
    }

    /// `span` without the blanks at its ends; `None` where nothing is left, or it is no place in the text.
    fn trimmed(&self, span: Span) -> Option<Span> {
        let words = self.index.slice(span)?;
        let behind = words.trim_start();
        let blanks = |of: &str, without: &str| position(of.chars().count() - without.chars().count());
        let start = span.start + blanks(words, behind);
        let end = span.end - blanks(behind, behind.trim_end());
        (start < end).then(|| Span::new(start, end))
    }

    fn is_in_body(&self, span: Span) -> bool {
        self.index.byte(span.start).is_some_and(|at| at as usize >= self.article.body)
    }
}

fn across(whole: Span) -> String {
    format!("begins or ends within a sentence and covers others: {}-{}", whole.start, whole.end)
}
