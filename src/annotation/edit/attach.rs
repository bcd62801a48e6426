//! Putting saved sentences onto words again, after an article was edited.

use std::{ops::Range, sync::Arc};

use jiff::Timestamp;

use super::{
    Edit, Patch, Target,
    boundary::{add_tag, joined},
};
use crate::annotation::{Document, Placement, Sentence, Tag, diff::kept};
use crate::text::{Span, char_index::CharIndex, position};

impl Edit {
    /// Puts the sentence with that index, which has lost its words, onto those of `target`.
    ///
    /// It keeps what it says. Spans in its tags go to the same words of the new version; where those are not found
    /// with certainty the span goes and its words stay (a tag of a part is then one of the whole sentence). Where
    /// something is said about `target` already, both are united as two sentences are when they are joined.
    ///
    /// `None` where there is no such sentence, where it stands there already, or where a saved sentence takes a part
    /// of `target`.
    pub fn reattach(document: &Document, index: usize, target: &Target<'_>) -> Option<Self> {
        let sentence = document.sentences.get(index).filter(|_| !target.span.is_empty())?;
        let others = document.sentences.iter().filter(|other| !Arc::ptr_eq(other, sentence));
        let there: Vec<_> = others.filter(|other| other.span.overlaps(target.span)).collect();
        let there = match there[..] {
            [] => None,
            [one] if one.span == target.span => Some(one),
            _ => return None,
        };
        let mut put = onto(sentence, target);
        if let Some(there) = there {
            put = joined(Some(there), Some(&put), target);
        }
        put.at = target.stamp();
        let region = whole_sentences(document, sentence.span, target.span);
        let before = Patch::of(document, region);
        let mut after = before.clone();
        let replaced = |one: &Arc<Sentence>| {
            Arc::ptr_eq(one, sentence) || there.is_some_and(|there| Arc::ptr_eq(one, there))
        };
        after.sentences.retain(|one| !replaced(one));
        let at = after.sentences.partition_point(|other| other.span < put.span);
        after.sentences.insert(at, Arc::new(put));
        Self::between(document, region, before, after)
    }

    /// Puts every sentence of `placement` whose words only changed their look (see
    /// [`Anchored::harmless`](crate::annotation::Anchored::harmless)) onto the words of `text` that stand for it. Those
    /// that merely moved are at their place in the placement's document. `None` where there is none.
    pub fn confirm_harmless(placement: &Placement, text: &str, now: Timestamp) -> Option<Self> {
        let document = &placement.document;
        let index = CharIndex::new(text);
        let mut confirmed = document.clone();
        let mut region: Option<Span> = None;
        for (sentence, anchored) in document.sentences.iter().zip(&placement.anchored) {
            let Some(span) = anchored.now.filter(|_| anchored.harmless && !anchored.state.is_placed()) else {
                continue;
            };
            let at = confirmed.sentences.iter().position(|one| Arc::ptr_eq(one, sentence));
            let Some((at, quote)) = at.zip(index.slice(span)) else { continue };
            let edit = Self::reattach(&confirmed, at, &Target { span, quote, now, only: None });
            if let Some(edit) = edit.filter(|edit| edit.apply(&mut confirmed).is_ok()) {
                region =
                    Some(region.map_or(edit.region, |region| whole_sentences(document, region, edit.region)));
            }
        }
        let region = region?;
        Self::between(document, region, Patch::of(document, region), Patch::of(&confirmed, region))
    }
}

/// The sentence on the words of `target`, with the spans of its tags.
fn onto(sentence: &Sentence, target: &Target<'_>) -> Sentence {
    let words = Words::new(sentence, target);
    let mut put = sentence.clone();
    put.span = target.span;
    target.quote.clone_into(&mut put.quote);
    put.tags.clear();
    for tag in &sentence.tags {
        add_tag(&mut put.tags, &words.tag(tag));
    }
    if let Some(conflict) = &mut put.conflict {
        for tag in &mut conflict.tags {
            *tag = words.tag(tag);
        }
    }
    put
}

/// Which words of the old version stand where in the new one.
pub(super) struct Words<'a> {
    old: CharIndex<'a>,
    new: CharIndex<'a>,
    /// Where the old and the new sentence begin.
    starts: (u32, u32),
    whole: Span,
    kept: Vec<(Range<usize>, Range<usize>)>,
}

impl<'a> Words<'a> {
    pub(super) fn new(sentence: &'a Sentence, target: &Target<'a>) -> Self {
        Self {
            old: CharIndex::new(&sentence.quote),
            new: CharIndex::new(target.quote),
            starts: (sentence.span.start, target.span.start),
            whole: target.span,
            kept: kept(&sentence.quote, target.quote),
        }
    }

    pub(super) fn tag(&self, tag: &Tag) -> Tag {
        let found = |spans: &[Span]| spans.iter().filter_map(|span| self.find(*span)).collect();
        Tag {
            part: tag.part.and_then(|part| self.find(part)).filter(|part| *part != self.whole),
            source_at: found(&tag.source_at),
            cue_at: found(&tag.cue_at),
            ..tag.clone()
        }
    }

    /// The same words in the new version: those that the alignment puts there, else the only ones.
    fn find(&self, span: Span) -> Option<Span> {
        let (old, new) = self.starts;
        let inside = Span::new(span.start.checked_sub(old)?, span.end.checked_sub(old)?);
        let bytes = self.old.bytes(inside)?.range();
        let words = self.old.text().get(bytes.clone()).filter(|words| !words.is_empty())?;
        let (from, to) = (self.image(bytes.start), self.image(bytes.end));
        let stands =
            |start: &usize| self.new.text().get(*start..).is_some_and(|rest| rest.starts_with(words));
        let aligned = from.filter(stands).or_else(|| to?.checked_sub(words.len()).filter(stands));
        let start = aligned.or_else(|| {
            let mut all = self.new.text().match_indices(words);
            all.next().filter(|_| all.next().is_none()).map(|(at, _)| at)
        })?;
        let at = |byte: usize| self.new.position(position(byte)).saturating_add(new);
        Some(Span::new(at(start), at(start + words.len())))
    }

    /// The byte of the new version that stands for a byte of the old one, at either end of a word that was kept or in it.
    fn image(&self, byte: usize) -> Option<usize> {
        let (old, new) = self.kept.iter().find(|(old, _)| old.start <= byte && byte <= old.end)?;
        Some(new.start + (byte - old.start).min(new.len()))
    }
}

/// From the start of the one to the end of the other, and where a sentence crosses an end, all of it.
fn whole_sentences(document: &Document, one: Span, other: Span) -> Span {
    let region = Span::new(one.start.min(other.start), one.end.max(other.end));
    let crossing = document.sentences.iter().filter(|sentence| sentence.span.overlaps(region));
    crossing.fold(region, |region, sentence| {
        Span::new(region.start.min(sentence.span.start), region.end.max(sentence.span.end))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::{Annotator, place};
    use crate::text::{Article, ArticleId, decode::Decoded};

    const FILE: &str = "\
format: 1
sentences:
- start: 0
  end: 23
  quote: Peskow wies das zurück.
  tags:
  - label: denial
    source:
    - Peskow
    source_at: 0-6
    cue: wies … zurück
    cue_at: 7-11 16-22
  - label: claim
    start: 12
    end: 15
- start: 24
  end: 40
  quote: Er sagte nichts.
  tags:
  - label: claim
...
";

    fn document(yaml: &str) -> Document {
        let annotator = Annotator::new("ab").unwrap();
        Document::parse(yaml, &ArticleId::new("a.txt"), &annotator).unwrap().document
    }

    /// The document on a text in which nothing of it stands.
    fn lost() -> Document {
        let document = document(FILE);
        let sentences = document.sentences.iter().map(|sentence| {
            let mut sentence = Sentence::clone(sentence);
            sentence.span.end = sentence.span.start;
            Arc::new(sentence)
        });
        Document { sentences: sentences.collect(), ..document.clone() }
    }

    fn target(quote: &str) -> Target<'_> {
        let span = Span::new(30, 30 + position(quote.chars().count()));
        Target { span, quote, now: Timestamp::UNIX_EPOCH, only: None }
    }

    /// Everything from the first sentence on.
    #[track_caller]
    fn after(document: &Document, edit: Option<Edit>) -> String {
        let mut after = document.clone();
        let undo = edit.unwrap().apply(&mut after).unwrap();
        let yaml = after.to_yaml().replace("  at: 1970-01-01T00:00:00Z\n", "");
        undo.apply(&mut after).unwrap();
        assert_eq!(&after, document);
        yaml.split_once("sentences:\n").unwrap().1.to_owned()
    }

    #[test]
    fn spans_go_to_the_same_words_or_go_away() {
        let lost = lost();
        let yaml =
            after(&lost, Edit::reattach(&lost, 0, &target("Sprecher Peskow wies alles scharf zurück.")));
        let expected = "\
- start: 30
  end: 71
  quote: Sprecher Peskow wies alles scharf zurück.
  tags:
  - label: denial
    source:
    - Peskow
    source_at: 39-45
    cue: wies … zurück
    cue_at: 46-50 64-70
  - label: claim
...
";
        assert!(yaml.ends_with(expected), "{yaml}");
        assert!(yaml.starts_with("- start: 24\n  end: 24\n  quote: Er sagte nichts.\n"), "{yaml}");
    }

    #[test]
    fn what_is_said_about_the_new_words_already_is_united_with_it() {
        let mut document = lost();
        let there = Sentence {
            note: Some("ah".into()),
            ..Sentence::untouched(target("Er schwieg.").span, "Er schwieg.")
        };
        document.sentences.push(Arc::new(there));
        let yaml = after(&document, Edit::reattach(&document, 1, &target("Er schwieg.")));
        let both =
            "- start: 30\n  end: 41\n  quote: Er schwieg.\n  tags:\n  - label: claim\n  note: ah\n...\n";
        assert!(yaml.ends_with(both), "{yaml}");
        assert_eq!(Edit::reattach(&document, 1, &target("Er schwieg. Lange.")), None);
        assert_eq!(Edit::reattach(&document, 9, &target("Er schwieg.")), None);
        assert_eq!(Edit::reattach(&document, 2, &target("Er schwieg.")), None);
    }

    #[test]
    fn what_moved_needs_no_edit_and_what_changed_is_not_harmless() {
        let text = "Neu. Peskow wies das zurück. Er sagte alles.";
        let decoded = Decoded { text: text.to_owned(), ..Decoded::default() };
        let placement = place(&document(FILE), &Article::new(ArticleId::new("a.txt"), decoded));
        assert!(placement.has_harmless());
        assert_eq!(Edit::confirm_harmless(&placement, text, Timestamp::UNIX_EPOCH), None);
    }
}
