//! The words of a document, paragraph by paragraph.

use std::collections::BTreeMap;

use quick_xml::{
    Reader,
    events::{BytesStart, Event},
};

use super::properties::resolved;
use crate::import::blocks::{Blocks, Break};

/// Names of the style that a document's title has, in English and German Word.
const TITLE_STYLES: [&str; 2] = ["Title", "Titel"];

/// A note, as it is referred to: from which of the two lists, and by which number there.
type NoteId = (bool, String);

/// The words of a document.
#[derive(Debug, Default)]
pub(super) struct Body {
    blocks: Blocks,
    title: String,
    changed: bool,
    /// Notes in the order in which the text refers to them.
    referred: Vec<NoteId>,
    notes: BTreeMap<NoteId, String>,
    /// How many elements are open below one that is left out.
    skipping: usize,
    tables: usize,
    paragraph: Paragraph,
    run: Run,
    /// The note we are in.
    note: Option<NoteId>,
}

/// The paragraph we are in.
#[derive(Debug, Default)]
struct Paragraph {
    /// In what is said about it.
    properties: bool,
    /// It is the title.
    title: bool,
    /// Its end was deleted: the next one goes on with it.
    goes_on: bool,
}

/// The words we are in.
#[derive(Debug, Default)]
struct Run {
    /// They are hidden.
    hidden: bool,
    /// In the words themselves.
    text: bool,
}

impl Body {
    /// Reads `word/document.xml`.
    ///
    /// # Errors
    /// What is wrong with the XML.
    pub(super) fn read(&mut self, xml: &str) -> Result<(), quick_xml::Error> {
        let mut reader = Reader::from_str(xml);
        reader.config_mut().expand_empty_elements = true;
        loop {
            match reader.read_event()? {
                Event::Start(start) if self.skipping > 0 || self.is_left_out(&start) => self.skipping += 1,
                Event::End(_) if self.skipping > 0 => self.skipping -= 1,
                Event::Start(start) => self.enter(&start),
                Event::End(end) => self.leave(end.local_name().as_ref()),
                Event::Text(text) => self.words(&text.xml10_content()),
                Event::CData(text) => self.words(&text.xml10_content()),
                Event::GeneralRef(name) => self.words(&resolved(&name)),
                Event::Eof => return Ok(()),
                _ => {}
            }
        }
    }

    /// Reads the notes that the text refers to: `word/footnotes.xml` or `word/endnotes.xml`.
    ///
    /// # Errors
    /// What is wrong with the XML.
    pub(super) fn read_notes(&mut self, xml: &str) -> Result<(), quick_xml::Error> {
        let text = std::mem::take(&mut self.blocks);
        let ended = self.read(xml);
        self.blocks = text;
        ended
    }

    /// The words of the paragraph that is styled as the title.
    pub(super) fn title(&self) -> Option<&str> {
        (!self.title.is_empty()).then_some(&self.title)
    }

    /// Are there tracked changes?
    pub(super) fn was_changed(&self) -> bool {
        self.changed
    }

    /// The text, with the notes behind it.
    pub(super) fn finish(mut self) -> String {
        for (at, id) in self.referred.iter().enumerate() {
            if let Some(note) = self.notes.get(id) {
                self.blocks.end(Break::Paragraph);
                self.blocks.flow(&format!("[{}] {note}", at + 1));
            }
        }
        self.blocks.finish()
    }

    /// Is an element no part of the text as it stands: deleted, moved away, or said again for older programs?
    fn is_left_out(&mut self, start: &BytesStart<'_>) -> bool {
        let name = start.local_name();
        let name = name.as_ref();
        self.changed |= matches!(name, "ins" | "del" | "moveFrom" | "moveTo");
        if self.paragraph.properties && matches!(name, "del" | "moveFrom") {
            self.paragraph.goes_on = true;
        }
        let separates =
            matches!(name, "footnote" | "endnote") && attribute(start, "type").is_some_and(|t| t != "normal");
        separates || matches!(name, "del" | "moveFrom" | "Fallback")
    }

    fn enter(&mut self, start: &BytesStart<'_>) {
        let name = start.local_name();
        match name.as_ref() {
            "pPr" => self.paragraph.properties = true,
            "pStyle" => {
                let style = attribute(start, "val").unwrap_or_default();
                self.paragraph.title = self.title.is_empty() && TITLE_STYLES.contains(&style.as_str());
            }
            "vanish" if !self.paragraph.properties => {
                self.run.hidden = !matches!(attribute(start, "val").as_deref(), Some("0" | "false" | "off"));
            }
            "t" => self.run.text = true,
            "tab" if !self.paragraph.properties => self.mark("\t"),
            "br" | "cr" if !self.run.hidden => self.blocks.end_line(),
            "noBreakHyphen" => self.mark("\u{2011}"),
            "footnoteReference" | "endnoteReference" if !self.run.hidden => {
                self.referred
                    .push((name.as_ref() == "endnoteReference", attribute(start, "id").unwrap_or_default()));
                self.blocks.flow(&format!("[{}]", self.referred.len()));
            }
            "footnote" | "endnote" => {
                self.note = Some((name.as_ref() == "endnote", attribute(start, "id").unwrap_or_default()));
            }
            "tbl" => {
                self.tables += 1;
                self.blocks.end(Break::Paragraph);
            }
            "tr" if self.tables == 1 => self.blocks.end(Break::Line),
            "tc" if self.tables == 1 => self.blocks.verbatim("\t"),
            _ => {}
        }
    }

    fn leave(&mut self, name: &str) {
        match name {
            "pPr" => self.paragraph.properties = false,
            "t" => self.run.text = false,
            "r" => self.run.hidden = false,
            "p" => {
                self.paragraph.title = false;
                if !std::mem::take(&mut self.paragraph.goes_on) {
                    self.end_paragraph();
                }
            }
            "tbl" => {
                self.tables = self.tables.saturating_sub(1);
                self.end_paragraph();
            }
            "tr" if self.tables == 1 => self.blocks.end(Break::Line),
            "footnote" | "endnote" => {
                if let Some(id) = self.note.take() {
                    self.notes.insert(id, std::mem::take(&mut self.blocks).finish());
                }
            }
            _ => {}
        }
    }

    /// In a table, whose rows are lines, several paragraphs of a cell stand side by side.
    fn end_paragraph(&mut self) {
        if self.tables > 0 { self.blocks.flow(" ") } else { self.blocks.end(Break::Paragraph) }
    }

    fn words(&mut self, words: &str) {
        if self.run.text {
            self.mark(words);
        }
    }

    fn mark(&mut self, words: &str) {
        if self.skipping == 0 && !self.run.hidden {
            self.blocks.verbatim(words);
            if self.paragraph.title {
                self.title.push_str(words);
            }
        }
    }
}

/// The value of an attribute, by its name without the prefix.
fn attribute(start: &BytesStart<'_>, name: &str) -> Option<String> {
    let attribute =
        start.attributes().flatten().find(|attribute| attribute.key.local_name().as_ref() == name)?;
    Some(attribute.value.into_owned())
}
