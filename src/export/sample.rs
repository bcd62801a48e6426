//! The beginning of an export, to be looked at before it is made.

use std::{
    io::{self, Write},
    slice,
};

use super::{Entry, EntryTag, Exported, Format, Job, Options, Rows, Sink, Writer};
use crate::annotation::Label;

/// The most bytes of a document that are looked at.
const PAGE: usize = 16 * 1024;
/// The most code points of a cell: more than a row of any terminal shows.
const CELL: usize = 500;

/// The beginning of an export.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sample {
    /// The first rows of a table, or of the table in a report.
    Rows(Vec<SampleRow>),
    /// The first lines of a document, as they will stand in the file; in between, the names of files.
    Lines(Vec<String>),
}

/// A row of a table, as far as it is shown; its cells are cut where no terminal is as wide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SampleRow {
    /// The name of the article and the line of it, where that is known.
    pub place: String,
    /// The labels, each once.
    pub labels: String,
    /// The first of the sources; empty where there is none.
    pub source: String,
    /// The words of the sentence.
    pub words: String,
}

impl Sample {
    /// So many sentences fill it.
    pub const ENOUGH: usize = 40;

    /// What an export of `articles` begins with.
    pub fn of(options: &Options, articles: &[Exported<'_>]) -> Self {
        if options.format.is_table() || options.format == Format::Html {
            let rows = articles.iter().flat_map(|article| rows(options, article));
            Self::Rows(rows.take(Self::ENOUGH).collect())
        } else {
            Self::Lines(options.format.with_writer(Beginning { options, articles }))
        }
    }
}

/// The rows of an article.
fn rows<'a>(options: &'a Options, article: &'a Exported<'_>) -> impl Iterator<Item = SampleRow> {
    let name = article.head.id.name();
    article.entries.iter().flat_map(move |entry| {
        let row = |labels: &[&Label], tags: &[EntryTag<'_>]| row(options, name, entry, labels, tags);
        match options.rows {
            Rows::Sentence => vec![row(&entry.labels(), &entry.tags)],
            Rows::Tag => entry.tags.iter().map(|tag| row(&[&tag.tag.label], slice::from_ref(tag))).collect(),
        }
    })
}

fn row(
    options: &Options,
    name: &str,
    entry: &Entry<'_>,
    labels: &[&Label],
    tags: &[EntryTag<'_>],
) -> SampleRow {
    let labels: Vec<_> = labels.iter().map(|label| label.as_str()).collect();
    let source = tags.iter().find_map(|tag| options.context.aliases.speaker(tag.tag));
    let cell = |text: &str| text.chars().take(CELL).collect();
    SampleRow {
        place: entry.line.map_or_else(|| name.to_owned(), |line| format!("{name}:{line}")),
        labels: cell(&labels.join(", ")),
        source: cell(source.unwrap_or_default()),
        words: cell(entry.text),
    }
}

/// Writes the first lines of a document.
struct Beginning<'a, 'b> {
    options: &'a Options,
    articles: &'a [Exported<'b>],
}

impl Job for Beginning<'_, '_> {
    type Output = Vec<String>;

    fn run<W: Writer>(self) -> Vec<String> {
        let mut page = Page::default();
        // It fails where the page is full.
        let _ = self.write::<W>(&mut page);
        page.lines()
    }
}

impl Beginning<'_, '_> {
    fn write<W: Writer>(&self, page: &mut Page) -> io::Result<()> {
        let mut writer = W::begin(self.options, page)?;
        for article in self.articles {
            writer.put(W::part(self.options, article), page)?;
        }
        writer.finish(page)
    }
}

/// As much of an export as is looked at.
#[derive(Default)]
struct Page {
    bytes: Vec<u8>,
}

impl Page {
    fn lines(self) -> Vec<String> {
        // The last character may be cut.
        let text = self.bytes.utf8_chunks().next().map_or("", |chunk| chunk.valid());
        text.lines().map(str::to_owned).collect()
    }
}

impl Write for Page {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let taken = bytes.len().min(PAGE - self.bytes.len());
        self.bytes.extend_from_slice(&bytes[..taken]);
        Ok(taken)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Sink for Page {
    fn file(&mut self, name: &str) -> io::Result<()> {
        let begins = if self.bytes.is_empty() || self.bytes.ends_with(b"\n") { "" } else { "\n" };
        self.write_all(format!("{begins}── {name}\n").as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_ends_when_it_is_full_and_never_within_a_character() {
        let mut page = Page::default();
        page.file("a.txt").unwrap();
        assert!(page.write_all("ä".repeat(PAGE).as_bytes()).is_err());
        page.bytes.pop();
        let lines = page.lines();
        assert_eq!(lines[0], "── a.txt");
        assert!(lines[1].chars().all(|c| c == 'ä') && lines[1].len() > PAGE / 2);
    }
}
