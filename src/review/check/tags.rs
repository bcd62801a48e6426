//! Tags against the mechanics of the codebook: what can be told without understanding the sentence.
//!
//! All of it is seen in the file alone: positions are compared with the quote, so that an article that changed is told
//! once, by its anchors, and not again by every source and cue.

use super::{Problems, Rule};
use crate::annotation::{Caution, Label, Place, Sentence, SentencePlace, Tag};
use crate::text::{Kind, Span, char_index::CharIndex};

/// What stands between the pieces of a cue that stand apart.
const APART: &str = "…";

/// Looks at what one annotator says about one sentence.
pub(super) fn sentence(sentence: &Sentence, place: &SentencePlace, problems: &mut Problems<'_>) {
    let quote = CharIndex::new(&sentence.quote);
    for (tag, at) in sentence.tags.iter().zip(&place.tags) {
        known(&tag.label, *at, problems);
        by_label(sentence, tag, *at, problems);
        source(sentence, &quote, tag, *at, problems);
        cue(sentence, &quote, tag, *at, problems);
    }
    for label in &sentence.not {
        known(label, place.place, problems);
        if sentence.has(label) {
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

/// What a tag lacks, or has although its label has no use for it.
fn by_label(sentence: &Sentence, tag: &Tag, at: Place, problems: &mut Problems<'_>) {
    match tag.label.as_str() {
        Label::ATTRIBUTION if tag.source.is_empty() && tag.cue.is_none() => {
            let message = "this attribution names neither a source nor a cue: whose words are these?";
            problems.add(Rule::AttributionWithoutSource, at, message.to_owned());
        }
        Label::DENIAL => {
            let counter_fact = sentence.has(&Label::new(Label::CLAIM));
            if tag.claims.is_empty() && tag.part.is_none() && tag.cue.is_none() && !counter_fact {
                let message = "this denial has neither a claim (of the story, or a counter-fact in the sentence), nor \
                               a part of the sentence, nor a cue: what does it reject?";
                problems.add(Rule::DenialWithoutTarget, at, message.to_owned());
            }
            let attribution = Label::new(Label::ATTRIBUTION);
            let decided = sentence.has(&attribution) || sentence.not.contains(&attribution);
            if !tag.source.is_empty() && tag.cue.is_some() && !decided {
                let message = "this denial has a source and a cue: the sentence is an attribution as well";
                problems.add(Rule::DenialWithoutAttribution, at, message.to_owned());
            }
        }
        Label::CLAIM if !tag.source.is_empty() || tag.cue.is_some() || tag.who.is_some() => {
            let message = "this claim has a source or a cue: is the sentence an attribution as well?";
            problems.add(Rule::ClaimWithSource, at, message.to_owned());
        }
        _ => {}
    }
}

fn source(sentence: &Sentence, quote: &CharIndex<'_>, tag: &Tag, at: Place, problems: &mut Problems<'_>) {
    if tag.who.is_some() && tag.source.is_empty() {
        let message = "`who` without a `source`: whose words mean that person?";
        problems.add(Rule::WhoWithoutSource, at, message.to_owned());
    }
    if tag.source.iter().chain(&tag.who).any(|words| is_blank(words)) {
        problems.add(Rule::EmptyText, at, "`source` or `who` says nothing".to_owned());
    }
    let named: Vec<String> = tag.source.iter().map(|words| plain(words)).collect();
    for span in &tag.source_at {
        match words_at(sentence, quote, *span) {
            None => problems.add(Rule::SourceNotThere, at, outside("source_at", *span)),
            Some(words) if !named.iter().any(|named| named.contains(&plain(words))) => {
                let message =
                    format!("`source_at` {} holds `{words}`, which `source` does not name", shown(*span));
                problems.add(Rule::SourceNotThere, at, message);
            }
            Some(_) => {}
        }
    }
}

fn cue(sentence: &Sentence, quote: &CharIndex<'_>, tag: &Tag, at: Place, problems: &mut Problems<'_>) {
    let cue = tag.cue.as_deref().map(plain).unwrap_or_default();
    if tag.cue.as_deref().is_some_and(is_blank) {
        problems.add(Rule::EmptyText, at, "`cue` says nothing".to_owned());
    }
    for span in &tag.cue_at {
        match words_at(sentence, quote, *span) {
            None => problems.add(Rule::CueNotThere, at, outside("cue_at", *span)),
            Some(words) if !cue.contains(&plain(words)) => {
                let message = format!("`cue_at` {} holds `{words}`, which is not in `cue`", shown(*span));
                problems.add(Rule::CueNotThere, at, message);
            }
            Some(_) => {}
        }
    }
    if tag.cue_at.is_empty() && !cue.is_empty() {
        let words = plain(&sentence.quote);
        if let Some(piece) = cue.split(APART).map(str::trim).find(|piece| !words.contains(piece)) {
            let message = format!("`{piece}` of the cue is not in the sentence");
            problems.add(Rule::CueNotThere, at, message);
        }
    }
}

/// The words at a span of the article that lies in the sentence; `None` where it does not. A sentence that lost its
/// place keeps its spans at their distance from the start.
fn words_at<'q>(sentence: &Sentence, quote: &CharIndex<'q>, span: Span) -> Option<&'q str> {
    let within = |at: u32| at.checked_sub(sentence.span.start);
    quote.slice(Span::new(within(span.start)?, within(span.end)?))
}

fn outside(field: &str, span: Span) -> String {
    format!("`{field}` {} is outside the sentence", shown(span))
}

fn shown(span: Span) -> String {
    format!("{}-{}", span.start, span.end)
}

/// Words with one blank between them, however they were broken into lines.
fn plain(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn is_blank(text: &str) -> bool {
    text.trim().is_empty()
}

#[cfg(test)]
mod tests;
