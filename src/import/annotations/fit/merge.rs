//! What is said about a sentence joins what is said already.

use crate::{
    annotation::{Sentence, Tag},
    text::Kind,
};

/// Adds what is `said` to `ours`, which is about the same words; tells how many tags are new. What ours says stays; a
/// field that it leaves open is filled.
///
/// # Errors
/// What ours says otherwise. Then nothing is added.
pub(super) fn combine(ours: &mut Sentence, said: Sentence) -> Result<usize, String> {
    let mut new = ours.clone();
    if new.is_untouched() && !said.saw.is_empty() {
        new.saw = said.saw;
    }
    new.kind = one(new.kind, said.kind, |kind: &Kind| kind.name(), "is taken for")?;
    new.note = one(new.note, said.note, Clone::clone, "has the note")?;
    new.read |= said.read;
    new.mark |= said.mark;
    extend(&mut new.not, said.not);
    let mut added = 0;
    for tag in said.tags {
        let is_same = |known: &&mut Tag| known.label == tag.label && known.part == tag.part;
        if let Some(known) = new.tags.iter_mut().find(is_same) {
            fill(known, tag)?;
        } else {
            new.tags.push(tag);
            added += 1;
        }
    }
    *ours = new;
    Ok(added)
}

/// Fills what `known` leaves open with what `said` says.
fn fill(known: &mut Tag, said: Tag) -> Result<(), String> {
    let list = |names: Vec<String>| Some(names).filter(|names| !names.is_empty());
    let chain = |names: &Vec<String>| names.join(" < ");
    let label = known.label.clone();
    let has = |what: &str| format!("is tagged {label} with the {what}");
    let source = one(list(known.source.clone()), list(said.source), chain, &has("source"))?;
    let who = one(known.who.clone(), said.who, Clone::clone, &has("person"))?;
    let cue = one(known.cue.clone(), said.cue, Clone::clone, &has("cue"))?;
    (known.source, known.who, known.cue) = (source.unwrap_or_default(), who, cue);
    if known.source_at.is_empty() {
        known.source_at = said.source_at;
    }
    if known.cue_at.is_empty() {
        known.cue_at = said.cue_at;
    }
    extend(&mut known.claims, said.claims);
    known.unsure |= said.unsure;
    Ok(())
}

/// What both say, or one where the other says nothing.
fn one<T: PartialEq, S: std::fmt::Display>(
    ours: Option<T>,
    said: Option<T>,
    name: impl Fn(&T) -> S,
    has: &str,
) -> Result<Option<T>, String> {
    match (ours, said) {
        (Some(ours), Some(said)) if ours != said => {
            Err(format!("{has} `{}` already, not `{}`", name(&ours), name(&said)))
        }
        (ours, said) => Ok(ours.or(said)),
    }
}

fn extend<T: PartialEq>(list: &mut Vec<T>, more: Vec<T>) {
    for item in more {
        if !list.contains(&item) {
            list.push(item);
        }
    }
}
