//! The annotated copy of an article, before it becomes Markdown or plain text: its sentences in their paragraphs, each
//! with the line of the article in which it begins and the letters of its labels, and footnotes for all else.

mod remarks;
pub(super) mod words;

use super::{Entry, Exported, Options, Passage};
use crate::{
    annotation::AnchorState,
    locale::Phrase,
    text::{Kind, article::TITLE_UNITS, position},
};
use remarks::Remarks;
pub(super) use remarks::{OTHER, Remark};

/// The annotated copy of an article. No text in it is escaped or made safe to show.
pub(super) struct Copy<'a> {
    /// What to call it.
    pub(super) title: &'a str,
    /// What is known of it, each with its name.
    pub(super) facts: Vec<(Phrase, &'a str)>,
    /// Can its text not be read?
    pub(super) unreadable: bool,
    /// Its text.
    pub(super) blocks: Vec<Block<'a>>,
    /// The footnotes, in the order in which the text refers to them, then those of sentences without a place.
    pub(super) notes: Vec<Note>,
    /// The sentences that no longer stand as they were saved.
    pub(super) astray: Vec<Astray<'a>>,
}

/// A paragraph, a heading, a caption or a stretch of furniture.
pub(super) struct Block<'a> {
    /// What it is.
    pub(super) kind: Kind,
    /// Its sentences.
    pub(super) sentences: Vec<Said<'a>>,
}

/// A sentence of the text.
pub(super) struct Said<'a> {
    /// The line of the article in which it begins, where it is the first that does.
    pub(super) line: Option<u32>,
    /// The letters of its labels.
    pub(super) letters: Vec<char>,
    /// Its words.
    pub(super) text: &'a str,
    /// Its footnote: how many there are up to it.
    pub(super) note: Option<usize>,
}

/// A footnote.
pub(super) struct Note {
    /// What it is about: `line 13`, or how the sentence was lost.
    pub(super) about: String,
    /// What is said.
    pub(super) remarks: Vec<Remark>,
}

/// A sentence that no longer stands as it was saved.
pub(super) struct Astray<'a> {
    /// How it fits the article.
    pub(super) anchor: AnchorState,
    /// The line in which it seems to begin now.
    pub(super) line: Option<u32>,
    /// The letters of its labels.
    pub(super) letters: Vec<char>,
    /// Its words as they were saved.
    pub(super) saved: &'a str,
    /// Its footnote.
    pub(super) note: Option<usize>,
}

impl<'a> Copy<'a> {
    /// The annotated copy of `article`; `None` where none of its sentences is meant.
    pub(super) fn new(options: &'a Options, article: &'a Exported<'a>) -> Option<Self> {
        if article.entries.is_empty() {
            return None;
        }
        let passages = article.passages();
        let mut copy = Self {
            title: title(article, &passages),
            facts: facts(article),
            unreadable: article.article.is_none(),
            blocks: Vec::new(),
            notes: Vec::new(),
            astray: Vec::new(),
        };
        let remarks = Remarks { options, index: article.index() };
        // Which footnote each entry has, once its passage was met.
        let mut notes: Vec<Option<Option<usize>>> = vec![None; article.entries.len()];
        let text = article.article.map_or("", |article| &*article.text);
        let (mut end, mut line, mut numbered) = (0, 1, 0);
        for passage in &passages {
            let gap = breaks(text, end, passage.bytes.start);
            line += gap;
            let entry = passage.entry.and_then(|index| article.entries.get(index));
            let note = entry.and_then(|entry| copy.note(&remarks, entry));
            if let Some(met) = passage.entry.and_then(|index| notes.get_mut(index)) {
                *met = Some(note);
            }
            let said = Said {
                line: Some(line).filter(|line| *line != numbered),
                letters: entry.map_or_else(Vec::new, |entry| remarks.letters(entry)),
                text: passage.text,
                note,
            };
            match copy.blocks.last_mut().filter(|block| block.goes_on_with(passage, gap)) {
                Some(block) => block.sentences.push(said),
                None => copy.blocks.push(Block { kind: passage.kind, sentences: vec![said] }),
            }
            numbered = line;
            line += breaks(text, passage.bytes.start, passage.bytes.end);
            end = passage.bytes.end;
        }
        for (entry, met) in article.entries.iter().zip(notes) {
            if met.is_none() || !entry.anchor.is_placed() {
                let note = met.unwrap_or_else(|| copy.note(&remarks, entry));
                copy.astray.push(Astray {
                    anchor: entry.anchor,
                    line: entry.line,
                    letters: remarks.letters(entry),
                    saved: entry.saved.unwrap_or(entry.text),
                    note,
                });
            }
        }
        Some(copy)
    }

    /// Adds the footnote of `entry`, if it needs one, and says which it is.
    fn note(&mut self, remarks: &Remarks<'_>, entry: &Entry<'_>) -> Option<usize> {
        let said = remarks.of(entry);
        if said.is_empty() {
            return None;
        }
        let lang = remarks.options.lang;
        let about = match entry.line {
            Some(line) => format!("{} {line}", words::LINE.text(lang)),
            None => entry.anchor.name().text(lang).to_owned(),
        };
        self.notes.push(Note { about, remarks: said });
        Some(self.notes.len())
    }
}

impl Block<'_> {
    /// Does `passage` belong to it, so many line breaks behind it?
    fn goes_on_with(&self, passage: &Passage<'_>, breaks: u32) -> bool {
        let is_running = matches!(passage.kind, Kind::Sentence | Kind::Furniture);
        self.kind == passage.kind && is_running && breaks < 2
    }
}

/// How many line breaks there are between two bytes of `text`.
fn breaks(text: &str, start: u32, end: u32) -> u32 {
    let between = text.as_bytes().get(start as usize..end as usize).unwrap_or_default();
    position(memchr::memchr_iter(b'\n', between).count())
}

/// What to call the article: the title it gives itself, else the first heading at its start, else its file name.
fn title<'a>(article: &Exported<'a>, passages: &[Passage<'a>]) -> &'a str {
    let first = passages.iter().take(TITLE_UNITS).find(|passage| passage.kind == Kind::Heading);
    let title = article.head.front.title.as_deref().or(first.map(|heading| heading.text));
    title.unwrap_or(article.head.id.name())
}

/// What is known of the article, its id first.
fn facts<'a>(article: &Exported<'a>) -> Vec<(Phrase, &'a str)> {
    let head = article.head;
    let known = [
        (words::OUTLET, &head.front.outlet),
        (words::AUTHOR, &head.front.author),
        (words::DATE, &head.front.date),
        (words::URL, &head.front.url),
    ];
    let known = known.into_iter().filter_map(|(name, value)| Some((name, value.as_deref()?)));
    [(words::ARTICLE, head.id.as_str())].into_iter().chain(known).collect()
}

#[cfg(test)]
mod tests;
