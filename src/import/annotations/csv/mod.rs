//! Tables: our own, and those of other tools with a column for the label.

mod agree;
mod table;

use std::borrow::Cow;

use serde::Deserialize;

use self::table::{Row, Table};
use super::{
    Foreign, ForeignTag, Unreadable,
    exported::{ExportedSentence, Gathered},
};
use crate::{
    annotation::{Label, Origin, Tag},
    export::{
        cells::{chains, values},
        record::{ReadingRecord, TagRecord, TagRow},
    },
    text::Span,
};

/// Reads a file: a table of sentences or tags as we export it, or one with a row for each tag and the columns `article`
/// or none, `label` (or `labels`, or one for each between `text` and `labels`), `start` and `end`, `text`, `annotator`.
///
/// # Errors
/// [`Unreadable`] where it is no table, or no column says what is needed.
pub(super) fn read(bytes: &[u8], raw: bool) -> Result<Vec<Foreign>, Unreadable> {
    let table = Table::parse(bytes, raw)?;
    let mut gathered = Gathered::default();
    let is_of_tags = table.has(&["tag_start", "tag_end", "label", "annotator", "anchor"]);
    if !is_of_tags && !table.has(&["label"]) && !table.has(&["labels"]) {
        return Err(Unreadable::new("has no column `label`").at("line 1"));
    }
    for row in table.rows() {
        if is_of_tags {
            gathered.add_row(row.place(), tag_row(&row)?)?;
        } else if row.given("tags").or(row.given("readings")).is_some() {
            sentence(&row, &mut gathered)?;
        } else {
            plain(&row, &mut gathered)?;
        }
    }
    Ok(gathered.finish())
}

/// A sentence as we export it: `tags` and `readings` hold all of it, and the other columns have to say the same.
fn sentence(row: &Row<'_>, gathered: &mut Gathered) -> Result<(), Unreadable> {
    let readings: Vec<ReadingRecord<'_>> = json(row, "readings")?;
    let tags: Vec<TagRecord<'_>> = json(row, "tags")?;
    let article = row.cell("article");
    if let Some(what) = agree::difference(row, &tags, &readings) {
        let annotator = readings.first().map_or("", |reading| &*reading.annotator);
        gathered.of(article, annotator).misfits.push((row.place(), what));
        return Ok(());
    }
    let (place, text) = (row.place(), row.cell("text"));
    gathered.add(&ExportedSentence { place, article, text, readings: &readings, tags: &tags })
}

fn json<'a, T: Deserialize<'a>>(row: &Row<'a>, name: &str) -> Result<Vec<T>, Unreadable> {
    let list =
        |cell| serde_json::from_str(cell).map_err(|error| row.wrong(format_args!("in `{name}`: {error}")));
    row.given(name).map_or(Ok(Vec::new()), list)
}

/// A tag as we export it.
fn tag_row<'a>(row: &Row<'a>) -> Result<TagRow<'a>, Unreadable> {
    let given = |name: &str| row.given(name).map(Cow::Borrowed);
    let several = |name: &str| values(row.cell(name)).into_iter().map(Cow::Owned).collect();
    let text = |name: &str| Cow::Borrowed(row.cell(name));
    let is = |name: &str| row.given(name).is_some();
    let source = chains(row.cell("source")).into_iter().next().unwrap_or_default();
    Ok(TagRow {
        article: text("article"),
        story: None,
        title: None,
        outlet: None,
        author: None,
        date: None,
        url: None,
        line: None,
        start: row.position("start")?,
        end: row.position("end")?,
        text: text("text"),
        saved: given("saved"),
        label: text("label"),
        annotator: text("annotator"),
        annotators: Vec::new(),
        tag_start: row.position("tag_start")?,
        tag_end: row.position("tag_end")?,
        source: source.into_iter().map(Cow::Owned).collect(),
        source_at: row.spans("source_at")?,
        who: given("who"),
        cue: given("cue"),
        cue_at: row.spans("cue_at")?,
        claims: several("claims"),
        unsure: is("unsure"),
        origin: given("origin"),
        state: text("state"),
        anchor: text("anchor"),
        kind: given("kind"),
        read: is("read"),
        mark: is("mark"),
        not: several("not"),
        note: given("note"),
        saw: several("saw"),
        at: given("at"),
    })
}

/// Labels on the words of a row, and nothing more.
fn plain(row: &Row<'_>, gathered: &mut Gathered) -> Result<(), Unreadable> {
    let labels = match row.given("label") {
        Some(label) => vec![label.to_owned()],
        None => agree::labels(row),
    };
    if labels.is_empty() {
        return Err(row.wrong("has no label"));
    }
    let span = row.position("start")?.zip(row.position("end")?).map(|(start, end)| Span::new(start, end));
    let foreign = gathered.of(row.cell("article"), row.cell("annotator"));
    foreign.tags.extend(labels.into_iter().map(|label| ForeignTag {
        place: row.place(),
        span,
        quote: row.given("text").map(str::to_owned),
        context: None,
        sentence: None,
        tag: Tag { origin: Some(Origin::Imported), ..Tag::new(Label::new(label)) },
    }));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quotes(bytes: &[u8], raw: bool) -> Vec<(String, String)> {
        let foreign = read(bytes, raw).unwrap();
        let tags = foreign.iter().flat_map(|foreign| &foreign.tags);
        tags.map(|tag| (tag.place.clone(), tag.quote.clone().unwrap_or_default())).collect()
    }

    #[test]
    fn tables_of_other_programs_are_read() {
        for table in [
            &b"article,label,text\na.txt,claim,\xC3\x84h\n"[..],
            b"Article;Label ;TEXT\r\na.txt;claim;\xC3\x84h\r\n",
            b"sep=;\r\narticle;label;text\r\na.txt;claim;\xC4h\r\n",
            b"article\tlabel\ttext\na.txt\tclaim\t\xC3\x84h\n",
        ] {
            let foreign = read(table, false).unwrap();
            assert_eq!(foreign[0].article.as_deref(), Some("a.txt"));
            assert_eq!(foreign[0].tags[0].quote.as_deref(), Some("Äh"));
        }
    }

    #[test]
    fn defused_cells_are_had_back() {
        let table = b"label,text\nclaim,'=1\nclaim,''Nein'\nclaim,'Nein'\nclaim,\"'-\n\"\nclaim,x\n";
        let at = |line: &str, text: &str| (format!("line {line}"), text.to_owned());
        let undone = [at("2", "=1"), at("3", "'Nein'"), at("4", "'Nein'"), at("5", "-\n"), at("7", "x")];
        assert_eq!(quotes(table, false), undone);
        assert_eq!(quotes(table, true)[0], at("2", "'=1"));
    }

    #[test]
    fn what_cannot_be_understood_has_a_place() {
        for (table, why) in [
            ("text\nx\n", "line 1: has no column `label`"),
            ("label,label\nx,y\n", "line 1: has two columns `label`"),
            ("label,start\n\"a\nb\",1\nclaim,-1\n", "line 4: `-1` in `start` is no position"),
            ("label,text\n,x\n", "line 2: has no label"),
        ] {
            assert_eq!(read(table.as_bytes(), false).unwrap_err().to_string(), why);
        }
        assert!(
            read(b"label,text\nclaim\n", false).unwrap_err().to_string().starts_with("line 2: is no table")
        );
        assert!(read(b"\x00\x01\xFF", false).is_err());
    }
}
