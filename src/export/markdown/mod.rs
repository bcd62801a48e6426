//! The annotated articles as Markdown, as `CommonMark` with GitHub's footnotes reads it.
//!
//! Every sentence is a line of its own: the number of the line in which it begins, the letters of its labels, its words,
//! its footnote. Headings are headings, furniture is quoted, captions are emphasised. Nothing from a text is markup.

mod escape;

use std::{fmt::Write, io};

use super::{
    Exported, Options, Sink, Writer,
    copy::{Astray, Block, Copy, Note, OTHER, Remark, Said, words},
    say,
};
use crate::{
    locale::{Lang, Phrase},
    text::Kind,
};
pub(super) use escape::escape;

/// Stands around the number of a footnote until it is known how many there are before its article's. No text keeps one.
const NUMBER: char = '\0';

/// Writes it.
pub(super) struct Markdown {
    /// How many footnotes there were so far.
    notes: usize,
}

/// One article.
pub(super) struct Part {
    text: String,
    notes: usize,
}

impl Writer for Markdown {
    type Part = Part;

    fn begin(options: &Options, out: &mut dyn Sink) -> io::Result<Self> {
        let lang = options.lang;
        writeln!(out, "# {}\n", words::HEADING.text(lang))?;
        writeln!(out, "- {}: {}", words::TAGS_OF.text(lang), escape(&say::voice(options)))?;
        let filter = options.filter.to_string();
        if !filter.is_empty() {
            writeln!(out, "- {}: {}", words::FILTER.text(lang), escape(&filter))?;
        }
        let mut legend = Vec::new();
        for label in options.labels.iter() {
            legend.push(format!("{} {}", letters(&[label.letter]), escape(label.name(lang))));
        }
        legend.push(format!("{} {}", letters(&[OTHER]), words::OTHER_LABELS.text(lang)));
        writeln!(out, "- {}: {}", words::LETTERS.text(lang), legend.join(", "))?;
        writeln!(out, "- {}", words::NUMBERS.text(lang))?;
        Ok(Self { notes: 0 })
    }

    fn part(options: &Options, article: &Exported<'_>) -> Part {
        let Some(copy) = Copy::new(options, article) else { return Part { text: String::new(), notes: 0 } };
        Part { text: page(&copy, options.lang), notes: copy.notes.len() }
    }

    fn put(&mut self, part: Part, out: &mut dyn Sink) -> io::Result<()> {
        for (index, piece) in part.text.split(NUMBER).enumerate() {
            match piece.parse::<usize>() {
                Ok(number) if index % 2 == 1 => write!(out, "{}", number + self.notes)?,
                _ => out.write_all(piece.as_bytes())?,
            }
        }
        self.notes += part.notes;
        Ok(())
    }

    fn finish(self, _: &mut dyn Sink) -> io::Result<()> {
        Ok(())
    }
}

/// The page of one article, footnotes numbered from 1.
fn page(copy: &Copy<'_>, lang: Lang) -> String {
    let mut paragraphs = vec![format!("## {}", escape(copy.title))];
    let fact = |(name, value): &(Phrase, &str)| format!("- {}: {}", name.text(lang), escape(value));
    paragraphs.push(copy.facts.iter().map(fact).collect::<Vec<_>>().join("\n"));
    if copy.unreadable {
        paragraphs.push(words::UNREADABLE.text(lang).to_owned());
    }
    paragraphs.extend(copy.blocks.iter().map(block));
    if !copy.astray.is_empty() {
        paragraphs.push(format!("**{}**", words::ASTRAY.text(lang)));
        paragraphs.push(copy.astray.iter().map(|astray| gone(astray, lang)).collect::<Vec<_>>().join("\n"));
    }
    paragraphs.extend(copy.notes.iter().enumerate().map(|(index, note)| footnote(index + 1, note)));
    format!("\n{}\n", paragraphs.join("\n\n"))
}

/// A paragraph, or what stands in place of one.
fn block(block: &Block<'_>) -> String {
    let (head, between) = match block.kind {
        Kind::Heading => ("### ", ""),
        Kind::Furniture => ("> ", "\\\n> "),
        Kind::Caption | Kind::Sentence => ("", "\\\n"),
    };
    let sentences = block.sentences.iter().map(|said| sentence(said, block.kind));
    format!("{head}{}", sentences.collect::<Vec<_>>().join(between))
}

/// A sentence with all that stands in its line.
fn sentence(said: &Said<'_>, kind: Kind) -> String {
    let mut line = String::new();
    if let Some(number) = said.line {
        // Writing to a string does not fail, here and below.
        let _ = write!(line, "`{number}` ");
    }
    if !said.letters.is_empty() {
        let _ = write!(line, "{} ", letters(&said.letters));
    }
    let around = if kind == Kind::Caption { "*" } else { "" };
    let _ = write!(line, "{around}{}{around}{}", escape(said.text), reference(said.note));
    line
}

/// The letters of labels as they stand before a sentence, in brackets: some are words as well.
fn letters(letters: &[char]) -> String {
    let letters: Vec<String> = letters.iter().map(|letter| escape(letter.encode_utf8(&mut [0; 4]))).collect();
    format!("**[{}]**", letters.join(" "))
}

/// Refers to a footnote of the article, if there is one.
fn reference(note: Option<usize>) -> String {
    note.map_or_else(String::new, |number| format!("[^{NUMBER}{number}{NUMBER}]"))
}

/// A footnote of the article. What it is about stands first: without it some text would read as the address of a link.
fn footnote(number: usize, Note { about, remarks }: &Note) -> String {
    let remark = |Remark { letter, text }: &Remark| match letter {
        Some(letter) => format!("{} {}", letters(&[*letter]), escape(text)),
        None => escape(text),
    };
    let remarks: Vec<String> = remarks.iter().map(remark).collect();
    format!("[^{NUMBER}{number}{NUMBER}]: {}: {}", escape(about), remarks.join("\\\n    "))
}

/// An item of the list of sentences that no longer stand as they were saved.
fn gone(astray: &Astray<'_>, lang: Lang) -> String {
    let mut item = format!("- {}", astray.anchor.name().text(lang));
    if let Some(line) = astray.line {
        let _ = write!(item, " (`{line}`)");
    }
    if !astray.letters.is_empty() {
        let _ = write!(item, " {}", letters(&astray.letters));
    }
    format!("{item} {}{}", escape(astray.saved), reference(astray.note))
}
