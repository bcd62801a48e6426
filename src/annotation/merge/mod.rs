//! The merge of two versions of one document that go back to a common one.
//!
//! By sentence (span and quote), then by label and field: where one side changed something, it wins, deletions
//! included; where both changed the same thing differently, ours stays and theirs goes into `conflict` of that
//! sentence, for a person to resolve. Nothing that either side says gets lost.

mod sentence;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use self::sentence::{Told, combine};
use super::{Boundary, Conflict, Document, Sentence};
use crate::text::Span;

/// What a merge gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merged {
    /// Both versions in one.
    pub document: Document,
    /// Sentences that both changed differently; their `conflict` holds what theirs says.
    pub conflicts: u32,
}

/// Span and quote, and a number where several are equal in both (as lost sentences may be).
type Key<'a> = (Span, &'a str, u32);

/// Merges `ours` and `theirs`, which both go back to `base`. All three have to stand on the same text.
///
/// A sentence of theirs that overlaps one of ours with other boundaries goes into the conflict of ours.
pub fn merge(base: &Document, ours: &Document, theirs: &Document) -> Merged {
    if theirs == base || theirs == ours {
        return Merged { document: ours.clone(), conflicts: 0 };
    }
    if ours == base {
        return Merged { document: theirs.clone(), conflicts: 0 };
    }
    let mut versions: BTreeMap<Key<'_>, Versions<'_>> = BTreeMap::new();
    for (side, document) in [base, ours, theirs].into_iter().enumerate() {
        for (key, sentence) in keyed(document) {
            versions.entry(key).or_default()[side] = Some(sentence);
        }
    }
    let mut conflicts = 0;
    let (mut kept, mut guests) = (Vec::new(), Vec::new());
    for [base, ours, theirs] in versions.into_values() {
        let (sentence, told) = combine(base, ours, theirs);
        conflicts += u32::from(told == Told::Conflict);
        match sentence {
            Some(sentence) if ours.is_some() => kept.push(sentence),
            Some(sentence) => guests.push(sentence),
            None => {}
        }
    }
    let (sentences, crossed) = seat(kept, guests);
    let document = Document {
        article: ours.article.clone(),
        text_sha256: field(&base.text_sha256, &ours.text_sha256, &theirs.text_sha256),
        annotator: ours.annotator.clone(),
        lang: field(&base.lang, &ours.lang, &theirs.lang),
        segmenter: field(&base.segmenter, &ours.segmenter, &theirs.segmenter),
        units: field(&base.units, &ours.units, &theirs.units),
        split: boundaries(&base.split, &ours.split, &theirs.split),
        join: boundaries(&base.join, &ours.join, &theirs.join),
        sentences,
    };
    Merged { document, conflicts: conflicts + crossed }
}

/// A sentence in base, ours and theirs.
type Versions<'a> = [Option<&'a Arc<Sentence>>; 3];

fn keyed(document: &Document) -> impl Iterator<Item = (Key<'_>, &Arc<Sentence>)> {
    let mut last: Option<Key<'_>> = None;
    let mut equal: BTreeMap<(Span, &str), u32> = BTreeMap::new();
    document.sentences.iter().map(move |sentence| {
        let (span, quote) = (sentence.span, &*sentence.quote);
        if last.is_none_or(|(other, ..)| other != span) {
            equal.clear();
        }
        let number = equal.entry((span, quote)).or_default();
        let key = (span, quote, *number);
        *number += 1;
        last = Some(key);
        (key, sentence)
    })
}

/// One field of three versions: the side that changed it wins, ours where both did.
fn field<T: Clone + PartialEq>(base: &T, ours: &T, theirs: &T) -> T {
    if ours == base { theirs.clone() } else { ours.clone() }
}

fn boundaries(base: &[Boundary], ours: &[Boundary], theirs: &[Boundary]) -> Vec<Boundary> {
    let [base, ours, theirs] = [base, ours, theirs].map(|side| side.iter().collect::<BTreeSet<_>>());
    let stays = |boundary: &&&Boundary| {
        let in_both = ours.contains(**boundary) && theirs.contains(**boundary);
        in_both || !base.contains(**boundary)
    };
    ours.union(&theirs).filter(stays).map(|boundary| (*boundary).clone()).collect()
}

/// Seats all sentences side by side. Where boundaries cross, ours stay and what theirs says goes into a conflict; but
/// a sentence with nothing to decide (only read or marked) makes way for one that says something. Lost sentences,
/// which have no length, move to the end of the one they would stand in.
fn seat(ours: Vec<Arc<Sentence>>, theirs: Vec<Arc<Sentence>>) -> (Vec<Arc<Sentence>>, u32) {
    let mut crossed = 0;
    let mut seats: BTreeMap<u32, Arc<Sentence>> = BTreeMap::new();
    let (lost, mut rest): (Vec<_>, Vec<_>) =
        ours.into_iter().chain(theirs).partition(|sentence| sentence.span.is_empty());
    rest.sort_by_key(|sentence| !says_something(sentence));
    for sentence in rest {
        let host = seats.range_mut(..sentence.span.end).next_back().map(|(_, host)| host);
        match host.filter(|host| host.span.end > sentence.span.start) {
            Some(host) => crossed += u32::from(host_conflict(host, &sentence)),
            None => drop(seats.insert(sentence.span.start, sentence)),
        }
    }
    let mut seated = Vec::with_capacity(seats.len() + lost.len());
    for mut sentence in lost {
        let at = sentence.span.start;
        if let Some((_, host)) = seats.range(..at).next_back().filter(|(_, host)| host.span.end > at) {
            Arc::make_mut(&mut sentence).span = Span::new(host.span.end, host.span.end);
        }
        seated.push(sentence);
    }
    seated.extend(seats.into_values());
    seated.sort_by_key(|sentence| sentence.span);
    (seated, crossed)
}

/// Is there anything in it that somebody would have to decide about?
fn says_something(sentence: &Sentence) -> bool {
    !sentence.tags.is_empty() || sentence.note.is_some() || sentence.conflict.is_some()
}

/// Puts what `guest` says into the conflict of `host`; tells whether there is anything to decide. That somebody read
/// or marked the words with other boundaries is not.
fn host_conflict(host: &mut Arc<Sentence>, guest: &Sentence) -> bool {
    let said = Conflict { tags: guest.tags.clone(), note: guest.note.clone(), at: guest.at };
    let said = (!said.tags.is_empty() || said.note.is_some()).then_some(said);
    if said.is_none() && guest.conflict.is_none() && !guest.mark {
        return false;
    }
    let host = Arc::make_mut(host);
    host.mark |= guest.mark;
    let conflicts = said.into_iter().chain(guest.conflict.clone());
    conflicts.fold(false, |_, conflict| {
        match &mut host.conflict {
            Some(known) => known.absorb(conflict),
            none => *none = Some(conflict),
        }
        true
    })
}

#[cfg(test)]
mod tests;
