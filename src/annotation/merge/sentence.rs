//! The merge of one sentence: by label, then by field.

use std::sync::Arc;

use crate::annotation::{Conflict, Label, Sentence, Tag};
use crate::text::Span;

/// Did both sides say the same thing differently?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Told {
    /// No.
    Together,
    /// Yes: theirs is kept in `conflict`.
    Conflict,
}

type Version<'a> = Option<&'a Arc<Sentence>>;

/// One sentence out of three versions; `None` where it is gone.
pub(super) fn combine(
    base: Version<'_>,
    ours: Version<'_>,
    theirs: Version<'_>,
) -> (Option<Arc<Sentence>>, Told) {
    let same = |a: Version<'_>, b: Version<'_>| match (a, b) {
        (Some(a), Some(b)) => a.says_the_same(b),
        (None, None) => true,
        _ => false,
    };
    if same(ours, theirs) {
        // Both say it: the later time tells when.
        let later = if ours.map(|s| s.at) >= theirs.map(|s| s.at) { ours } else { theirs };
        return (later.cloned(), Told::Together);
    }
    if same(theirs, base) {
        return (ours.cloned(), Told::Together);
    }
    if same(ours, base) {
        return (theirs.cloned(), Told::Together);
    }
    let Some(any) = ours.or(theirs) else { return (None, Told::Together) };
    let nothing = Sentence::untouched(any.span, &*any.quote);
    let or_nothing = |version: Version<'_>| version.map_or_else(|| nothing.clone(), |s| Sentence::clone(s));
    let (sentence, told) = three_way(&or_nothing(base), &or_nothing(ours), &or_nothing(theirs));
    ((!sentence.is_untouched()).then(|| Arc::new(sentence)), told)
}

/// What theirs says against ours, gathered while fields are merged.
#[derive(Default)]
struct Against {
    tags: Vec<Tag>,
    note: Option<String>,
    other: bool,
}

fn three_way(base: &Sentence, ours: &Sentence, theirs: &Sentence) -> (Sentence, Told) {
    let mut against = Against::default();
    let mut note_differs = false;
    let mut merged = Sentence {
        span: ours.span,
        quote: ours.quote.clone(),
        kind: field(&base.kind, &ours.kind, &theirs.kind, &mut against.other),
        read: field(&base.read, &ours.read, &theirs.read, &mut against.other),
        mark: field(&base.mark, &ours.mark, &theirs.mark, &mut against.other),
        tags: tags(base, ours, theirs, &mut against),
        not: set(&base.not, &ours.not, &theirs.not),
        note: field(&base.note, &ours.note, &theirs.note, &mut note_differs),
        saw: set(&base.saw, &ours.saw, &theirs.saw),
        conflict: ours.conflict.clone(),
        at: ours.at.max(theirs.at),
    };
    if note_differs {
        against.note.clone_from(&theirs.note);
    }
    let mut conflict_differs = false;
    merged.conflict = field(&base.conflict, &ours.conflict, &theirs.conflict, &mut conflict_differs);
    if conflict_differs && let (Some(known), Some(more)) = (&mut merged.conflict, &theirs.conflict) {
        known.absorb(more.clone());
    }
    if conflict_differs && merged.conflict.is_none() {
        merged.conflict.clone_from(&theirs.conflict);
    }
    if !(against.other || note_differs || !against.tags.is_empty()) {
        return (merged, Told::Together);
    }
    let said = Conflict { tags: against.tags, note: against.note, at: theirs.at };
    match &mut merged.conflict {
        Some(known) => known.absorb(said),
        none => *none = Some(said),
    }
    (merged, Told::Conflict)
}

/// One field: the side that changed it wins; where both did, differently, ours stays and `differs` is set.
fn field<T: Clone + PartialEq>(base: &T, ours: &T, theirs: &T, differs: &mut bool) -> T {
    if ours == base {
        return theirs.clone();
    }
    *differs |= theirs != base && theirs != ours;
    ours.clone()
}

/// Values of which each side may add and take away some. Those of base keep their order; of the added ones, where
/// both sides added, the order is that of the values, so that it does not depend on who merges.
fn set<T: Clone + Ord>(base: &[T], ours: &[T], theirs: &[T]) -> Vec<T> {
    let mut merged: Vec<T> =
        base.iter().filter(|item| ours.contains(item) && theirs.contains(item)).cloned().collect();
    let added = |side: &[T]| side.iter().filter(|item| !base.contains(item)).cloned().collect::<Vec<T>>();
    merged.extend(in_order(added(ours), added(theirs), |a, b| a == b, T::clone));
    merged
}

/// What both sides added: in the order of the only side that did, else sorted; what is the same to both once.
fn in_order<T, K: Ord>(
    ours: Vec<T>,
    theirs: Vec<T>,
    same: impl Fn(&T, &T) -> bool,
    key: impl FnMut(&T) -> K,
) -> Vec<T> {
    if ours.is_empty() || theirs.is_empty() {
        return if ours.is_empty() { theirs } else { ours };
    }
    let mut all = ours;
    for item in theirs {
        if !all.iter().any(|known| same(known, &item)) {
            all.push(item);
        }
    }
    all.sort_by_key(key);
    all
}

type TagKey = (Label, Option<Span>);

fn key(tag: &Tag) -> TagKey {
    (tag.label.clone(), tag.part)
}

fn tags(base: &Sentence, ours: &Sentence, theirs: &Sentence, against: &mut Against) -> Vec<Tag> {
    let find = |sentence: &Sentence, of: &Tag| {
        sentence.tags.iter().find(|tag| tag.label == of.label && tag.part == of.part).cloned()
    };
    let mut merged = Vec::new();
    for tag in &base.tags {
        merged.extend(tag_of(Some(tag), find(ours, tag), find(theirs, tag), against));
    }
    let added = |side: &Sentence| {
        side.tags.iter().filter(|tag| find(base, tag).is_none()).cloned().collect::<Vec<Tag>>()
    };
    let (ours_added, theirs_added) = (added(ours), added(theirs));
    let added = in_order(ours_added, theirs_added, |a, b| key(a) == key(b), key);
    for tag in added {
        merged.extend(tag_of(None, find(ours, &tag), find(theirs, &tag), against));
    }
    merged
}

fn tag_of(base: Option<&Tag>, ours: Option<Tag>, theirs: Option<Tag>, against: &mut Against) -> Option<Tag> {
    match (ours, theirs) {
        (Some(ours), Some(theirs)) => {
            let fresh = Tag { part: ours.part, ..Tag::new(ours.label.clone()) };
            let (tag, differs) = tag_fields(base.unwrap_or(&fresh), &ours, &theirs);
            if differs {
                against.tags.push(theirs);
            }
            Some(tag)
        }
        (Some(ours), None) => {
            // Theirs took off what base has; a change of ours is against that.
            let unchanged = base.is_some_and(|base| *base == ours);
            against.other |= base.is_some() && !unchanged;
            (!unchanged).then_some(ours)
        }
        (None, Some(theirs)) => {
            let Some(base) = base else { return Some(theirs) };
            if *base != theirs {
                against.tags.push(theirs);
            }
            None
        }
        (None, None) => None,
    }
}

fn tag_fields(base: &Tag, ours: &Tag, theirs: &Tag) -> (Tag, bool) {
    let mut differs = false;
    // Words and where they stand are one thing: half of each would be neither.
    let source = |tag: &Tag| (tag.source.clone(), tag.source_at.clone());
    let cue = |tag: &Tag| (tag.cue.clone(), tag.cue_at.clone());
    let (source, source_at) = field(&source(base), &source(ours), &source(theirs), &mut differs);
    let (cue, cue_at) = field(&cue(base), &cue(ours), &cue(theirs), &mut differs);
    let tag = Tag {
        label: ours.label.clone(),
        part: ours.part,
        source,
        source_at,
        who: field(&base.who, &ours.who, &theirs.who, &mut differs),
        cue,
        cue_at,
        claims: set(&base.claims, &ours.claims, &theirs.claims),
        origin: field(&base.origin, &ours.origin, &theirs.origin, &mut differs),
        unsure: field(&base.unsure, &ours.unsure, &theirs.unsure, &mut differs),
    };
    (tag, differs)
}
