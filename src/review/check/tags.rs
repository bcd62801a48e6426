//! Tags against the mechanics of the codebook: what can be told without understanding the sentence.
//!
//! All of it is seen in the file alone: positions are compared with the quote, so that an article that changed is told
//! once, by its anchors, and not again by every source and cue. Takes time in proportion to the file.

use std::{cell::LazyCell, collections::HashSet};

use super::{Problems, Rule};
use crate::annotation::{Caution, Label, Place, Sentence, SentencePlace, Tag};
use crate::text::{Kind, Span, char_index::CharIndex};

/// How many more code points words may take in the text than in a field: line ends and indentation.
const BROKEN: usize = 64;

/// Looks at what one annotator says about one sentence.
pub(super) fn sentence(sentence: &Sentence, place: &SentencePlace, problems: &mut Problems<'_>) {
    let labels: HashSet<&str> = sentence.tags.iter().map(|tag| tag.label.as_str()).collect();
    let decided = labels.contains(Label::ATTRIBUTION)
        || sentence.not.iter().any(|label| label.as_str() == Label::ATTRIBUTION);
    let quote = CharIndex::new(&sentence.quote);
    let quoted = LazyCell::new(|| words(&sentence.quote).collect::<HashSet<&str>>());
    for (tag, at) in sentence.tags.iter().zip(&place.tags) {
        known(&tag.label, *at, problems);
        match tag.label.as_str() {
            Label::CLAIM => claim(tag, *at, problems),
            Label::DENIAL => denial(tag, labels.contains(Label::CLAIM), decided, *at, problems),
            Label::ATTRIBUTION => attribution(tag, *at, problems),
            _ => {}
        }
        fields(tag, *at, problems);
        let start = sentence.span.start;
        if !holds(&quote, start, &tag.source_at, &tag.source) {
            let message = "`source_at` holds other words of the sentence than `source`, or words outside it";
            problems.add(Rule::SourceNotThere, *at, message.to_owned());
        }
        let cue = tag.cue.as_slice();
        let in_quote = || cue.iter().flat_map(|cue| words(cue)).all(|word| quoted.contains(word));
        if !holds(&quote, start, &tag.cue_at, cue) {
            let message = "`cue_at` holds other words of the sentence than `cue`, or words outside it";
            problems.add(Rule::CueNotThere, *at, message.to_owned());
        } else if tag.cue_at.is_empty() && !in_quote() {
            problems.add(Rule::CueNotThere, *at, "`cue` is no words of the sentence".to_owned());
        }
    }
    for label in &sentence.not {
        known(label, place.place, problems);
        if labels.contains(label.as_str()) {
            let message = format!("`{label}` is both a tag of the sentence and rejected (`not`)");
            problems.add(Rule::TagAndNot, place.place, message);
        }
    }
    if let Some(at) = place.tags.first().filter(|_| sentence.kind == Some(Kind::Furniture)) {
        problems.add(Rule::TagOnFurniture, *at, "a tag on page furniture (`kind: furniture`)".to_owned());
    }
    if sentence.note.as_deref().is_some_and(is_blank) {
        problems.add(Rule::EmptyText, place.place, "`note` says nothing".to_owned());
    }
}

fn known(label: &Label, at: Place, problems: &mut Problems<'_>) {
    if problems.checker.labels.find(label).is_none() {
        problems.add(Rule::UnknownLabel, at, Caution::UnknownLabel(label.to_string()).to_string());
    }
}

fn claim(tag: &Tag, at: Place, problems: &mut Problems<'_>) {
    if !tag.source.is_empty() || tag.cue.is_some() {
        let message = "this claim has a source or a cue: is the sentence an attribution as well?";
        problems.add(Rule::ClaimWithSource, at, message.to_owned());
    }
}

/// `counter_fact`: the sentence is a claim as well. `decided`: so it is with attribution, or that is rejected.
fn denial(tag: &Tag, counter_fact: bool, decided: bool, at: Place, problems: &mut Problems<'_>) {
    if tag.claims.is_empty() && tag.part.is_none() && tag.cue.is_none() && !counter_fact {
        let message = "this denial has neither a claim (of the story, or a counter-fact in the sentence), nor \
                       a part of the sentence, nor a cue: what does it reject?";
        problems.add(Rule::DenialWithoutTarget, at, message.to_owned());
    }
    if !tag.source.is_empty() && tag.cue.is_some() && !decided {
        let message = "this denial has a source and a cue: the sentence is an attribution as well";
        problems.add(Rule::DenialWithoutAttribution, at, message.to_owned());
    }
}

fn attribution(tag: &Tag, at: Place, problems: &mut Problems<'_>) {
    if tag.source.is_empty() && tag.cue.is_none() {
        let message = "this attribution names neither a source nor a cue: whose words are these?";
        problems.add(Rule::AttributionWithoutSource, at, message.to_owned());
    }
}

fn fields(tag: &Tag, at: Place, problems: &mut Problems<'_>) {
    if tag.who.is_some() && tag.source.is_empty() {
        let message = "`who` without a `source`: whose words mean that person?";
        problems.add(Rule::WhoWithoutSource, at, message.to_owned());
    }
    let texts = tag.source.iter().chain(&tag.who).chain(&tag.cue);
    if texts.into_iter().any(|text| is_blank(text)) {
        problems.add(Rule::EmptyText, at, "`source`, `who` or `cue` says nothing".to_owned());
    }
}

/// Do the spans, which count from where the sentence's quote has its `start`, lie in the quote and hold no words but
/// those that are `named`? A sentence that lost its place keeps its spans at their distance from the start.
fn holds(quote: &CharIndex<'_>, start: u32, spans: &[Span], named: &[String]) -> bool {
    if spans.is_empty() {
        return true;
    }
    let mut room = named.iter().map(|text| text.chars().count()).sum::<usize>() + BROKEN;
    let named: HashSet<&str> = named.iter().flat_map(|text| words(text)).collect();
    let mut spans = spans.to_vec();
    spans.sort_unstable();
    let mut read = 0;
    spans.into_iter().all(|span| {
        let (Some(from), Some(to)) = (span.start.checked_sub(start), span.end.checked_sub(start)) else {
            return false;
        };
        let fresh = Span::new(from.max(read), to.max(read));
        read = fresh.end;
        let fits = room.checked_sub(fresh.len()).map(|left| room = left).is_some();
        fits && quote.slice(fresh).is_some_and(|said| words(said).all(|word| named.contains(word)))
    })
}

/// The words of a text, without what stands between them.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

fn is_blank(text: &str) -> bool {
    text.trim().is_empty()
}

#[cfg(test)]
mod tests;
