//! Do the columns of a sentence say what its `tags` and `readings` say? A person may have changed one of them.

use std::collections::BTreeSet;

use super::table::Row;
use crate::{
    export::{
        cells::{chains_cell, values, values_cell},
        record::{ReadingRecord, TagRecord},
    },
    import::annotations::finder::tidy,
};

/// The labels that the columns of a row give: those of its own columns where there are any, else those of `labels`.
pub(super) fn labels(row: &Row<'_>) -> Vec<String> {
    let own = row.table.between("text", "labels");
    if own.is_empty() {
        return values(row.cell("labels"));
    }
    let given = own.iter().filter(|name| row.given(name).is_some());
    given.map(|name| name.strip_prefix("label:").unwrap_or(name).to_owned()).collect()
}

/// What the columns of a row say otherwise than its tags and readings; `None` where they agree. A column that is not
/// there says nothing.
pub(super) fn difference(
    row: &Row<'_>,
    tags: &[TagRecord<'_>],
    readings: &[ReadingRecord<'_>],
) -> Option<String> {
    let say = |column: &str, said: &str, here: &str| {
        Some(format!("`{column}` says `{said}`, but `tags` and `readings` say `{here}`"))
    };
    let in_tags: BTreeSet<&str> = tags.iter().map(|tag| &*tag.label).collect();
    let own = row.table.between("text", "labels");
    for column in own {
        let label = column.strip_prefix("label:").unwrap_or(column);
        if row.given(column).is_some() != in_tags.contains(label) {
            return say(column, row.cell(column), if in_tags.contains(label) { label } else { "" });
        }
    }
    let mark = if readings.iter().any(|reading| reading.mark) { "x" } else { "" };
    let kind = readings.iter().find_map(|reading| reading.kind.as_deref()).unwrap_or_default();
    let start = readings.iter().filter_map(|reading| reading.start).min();
    let end = readings.iter().filter_map(|reading| reading.end).max();
    let number = |at: Option<u32>| at.map_or_else(String::new, |at| at.to_string());
    let columns = [
        ("labels", values_cell(once(tags.iter().map(|tag| &*tag.label)))),
        ("source", chains_cell(tags.iter().map(|tag| &*tag.source))),
        ("who", values_cell(once(tags.iter().filter_map(|tag| tag.who.as_deref())))),
        ("cue", values_cell(once(tags.iter().filter_map(|tag| tag.cue.as_deref())))),
        ("claims", values_cell(once(tags.iter().flat_map(|tag| &tag.claims).map(|claim| &**claim)))),
        ("unsure", values_cell(once(tags.iter().filter(|tag| tag.unsure).map(|tag| &*tag.label)))),
        ("kind", kind.to_owned()),
        ("mark", mark.to_owned()),
        ("start", number(start)),
        ("end", number(end)),
    ];
    for (column, here) in columns {
        if row.table.has(&[column]) && !is_same(row.cell(column), &here) {
            return say(column, row.cell(column), &here);
        }
    }
    let notes = |with_name: bool| {
        let note = |reading: &ReadingRecord<'_>| {
            let note = reading.note.as_deref()?;
            Some(if with_name { format!("{}: {note}", reading.annotator) } else { note.to_owned() })
        };
        readings.iter().filter_map(note).collect::<Vec<_>>().join("\n")
    };
    let note = row.cell("note");
    if row.table.has(&["note"]) && !is_same(note, &notes(false)) && !is_same(note, &notes(true)) {
        return say("note", note, &notes(false));
    }
    None
}

/// The same but for line ends and blanks, which spreadsheets change.
fn is_same(one: &str, other: &str) -> bool {
    one == other || tidy(one).trim() == tidy(other).trim()
}

/// Each once, in the order of their first.
fn once<'a>(all: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut seen = Vec::new();
    all.for_each(|one| {
        if !seen.contains(&one) {
            seen.push(one);
        }
    });
    seen
}
