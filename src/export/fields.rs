//! What is said about a sentence as named values, for formats that hang them on a stretch of text.

use std::borrow::Cow;

use super::{
    EntryTag,
    cells::{chains_cell, values_cell},
};
use crate::{
    annotation::{Annotator, Origin},
    review::Reading,
    text::Span,
};

/// A name and its value.
pub(super) type Field<'a> = (&'static str, Cow<'a, str>);

/// The names that [`of_tag`] and [`of_reading`] give, in their order.
pub(super) const NAMES: [&str; 15] = [
    "label",
    "annotators",
    "source",
    "source_at",
    "who",
    "cue",
    "cue_at",
    "claims",
    "origin",
    "unsure",
    "note",
    "mark",
    "kind",
    "anchor",
    "saved",
];

/// What `tag` says, several values in one as in a cell of a table. Positions go through `position`, which turns code
/// points into what the format counts.
pub(super) fn of_tag<'a>(tag: &EntryTag<'a>, position: impl Fn(Span) -> Span) -> Vec<Field<'a>> {
    let said = tag.tag;
    let spans = |spans: &[Span]| {
        let one = |span: &Span| {
            let Span { start, end } = position(*span);
            format!("{start}-{end}")
        };
        spans.iter().map(one).collect::<Vec<_>>().join(" ")
    };
    let fields: [Field<'a>; 10] = [
        ("label", said.label.as_str().into()),
        ("annotators", names(tag.annotators.iter().copied()).into()),
        ("source", chains_cell([&*said.source]).into()),
        ("source_at", spans(&tag.source_at).into()),
        ("who", said.who.as_deref().unwrap_or_default().into()),
        ("cue", said.cue.as_deref().unwrap_or_default().into()),
        ("cue_at", spans(&tag.cue_at).into()),
        ("claims", values_cell(&said.claims).into()),
        ("origin", said.origin.map_or("", Origin::id).into()),
        ("unsure", yes(said.unsure)),
    ];
    filled(fields)
}

/// What the annotator of `reading` says about the whole sentence, and how that fits the article.
pub(super) fn of_reading(reading: &Reading) -> Vec<Field<'_>> {
    let said = &*reading.sentence;
    let saved = reading.words.as_ref().map_or("", |_| &said.quote);
    let fields: [Field<'_>; 5] = [
        ("note", said.note.as_deref().unwrap_or_default().into()),
        ("mark", yes(said.mark)),
        ("kind", said.kind.map_or("", |kind| kind.name()).into()),
        ("anchor", if reading.anchor.is_placed() { "" } else { reading.anchor.id() }.into()),
        ("saved", saved.into()),
    ];
    filled(fields)
}

/// Their names, with blanks between them.
pub(super) fn names<'a>(annotators: impl Iterator<Item = &'a Annotator>) -> String {
    annotators.map(Annotator::as_str).collect::<Vec<_>>().join(" ")
}

fn yes(is: bool) -> Cow<'static, str> {
    if is { "true" } else { "" }.into()
}

/// Those of `fields` that say something.
fn filled<const N: usize>(fields: [Field<'_>; N]) -> Vec<Field<'_>> {
    fields.into_iter().filter(|(_, value)| !value.is_empty()).collect()
}
