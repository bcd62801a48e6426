//! The lines of an `.ann` file, understood.

use std::collections::HashMap;

use super::super::Unreadable;
use crate::text::{Span, char_index::CharIndex, position};

/// A document: its text and the lines of its `.ann` file, in their order.
pub(super) struct Standoff<'t> {
    /// The text that positions count in.
    pub text: &'t str,
    /// Text-bound spans.
    pub spans: Vec<TextBound<'t>>,
    /// Attributes of spans.
    pub attributes: Vec<Attribute<'t>>,
    /// Relations between two spans.
    pub relations: Vec<Relation<'t>>,
    /// Whatever else is said about a span: arguments of events, equivalences, normalizations.
    pub others: Vec<Attribute<'t>>,
    /// Notes on spans.
    pub notes: Vec<Note<'t>>,
}

/// A span.
pub(super) struct TextBound<'t> {
    /// Its id: `T4`.
    pub id: &'t str,
    /// What it is.
    pub kind: &'t str,
    /// Where it stands, in code points: from the beginning of its first fragment to the end of its last.
    pub span: Span,
    /// Its words; the line's own where they are not those of the text, or where other words are between its fragments.
    pub quote: String,
    /// Nothing but white space is between its fragments.
    pub is_whole: bool,
}

/// Something said about a span.
pub(super) struct Attribute<'t> {
    /// Its id: `A2`.
    pub id: &'t str,
    /// What is said.
    pub name: &'t str,
    /// Of what value.
    pub value: Option<&'t str>,
    /// About which of the spans.
    pub target: usize,
}

/// A relation.
pub(super) struct Relation<'t> {
    /// Its id: `R2`.
    pub id: &'t str,
    /// What it is.
    pub kind: &'t str,
    /// From which of the spans it leads.
    pub from: usize,
    /// To which.
    pub to: usize,
}

/// A note.
pub(super) struct Note<'t> {
    /// Its id: `#2`.
    pub id: &'t str,
    /// What kind of note.
    pub kind: &'t str,
    /// About which of the spans.
    pub target: usize,
    /// What it says.
    pub text: &'t str,
}

/// A line: its id, what is between the tabs, and what is behind.
type Line<'t> = (&'t str, &'t str, &'t str);

impl<'t> Standoff<'t> {
    /// Understands `ann`, which is about `text`.
    ///
    /// # Errors
    /// [`Unreadable`] with the line that is not as brat writes it, names an id that is not there or is there twice, or
    /// a place that is not in the text.
    pub(super) fn read(ann: &'t str, text: &'t str) -> Result<Self, Unreadable> {
        let mut standoff = Self {
            text,
            spans: Vec::new(),
            attributes: Vec::new(),
            relations: Vec::new(),
            others: Vec::new(),
            notes: Vec::new(),
        };
        let index = CharIndex::new(text);
        let mut ids = HashMap::new();
        let lines = lines(ann)?;
        for (id, data, tail) in &lines {
            if id.starts_with('T') {
                standoff.spans.push(text_bound(id, data, tail, &index).map_err(|error| error.at(id))?);
                if ids.insert(*id, standoff.spans.len() - 1).is_some() {
                    return Err(Unreadable::new("the file has this id twice").at(id));
                }
            }
        }
        // What is said about an event or a relation is said about the span that it begins with.
        for (id, data, _) in &lines {
            let begins = match id.as_bytes().first() {
                Some(b'E') => data.split([' ', ':']).nth(1),
                Some(b'R') => data.split([' ', ':']).nth(2),
                _ => None,
            };
            if let Some(at) = begins.and_then(|target| ids.get(target)).copied() {
                ids.insert(id, at);
            }
        }
        for line in lines.iter().filter(|(id, ..)| !id.starts_with('T')) {
            standoff.said(line, &ids).map_err(|error| error.at(line.0))?;
        }
        Ok(standoff)
    }

    /// Takes a line that is about spans.
    fn said(&mut self, (id, data, tail): &Line<'t>, ids: &HashMap<&str, usize>) -> Result<(), Unreadable> {
        let target = |name: &str| {
            ids.get(name)
                .copied()
                .ok_or_else(|| Unreadable::new(format!("`{name}`, which it names, is not in the file")))
        };
        let mut words = data.split(' ').filter(|word| !word.is_empty());
        let mut word = || words.next().ok_or_else(|| unlike_brat(data));
        match id.as_bytes().first() {
            Some(b'A' | b'M') => {
                let (name, target) = (word()?, target(word()?)?);
                self.attributes.push(Attribute { id, name, target, value: word().ok() });
            }
            Some(b'N' | b'*') => {
                let (name, target) = (word()?, target(word()?)?);
                self.others.push(Attribute { id, name, target, value: None });
            }
            Some(b'#') => {
                let (kind, target) = (word()?, target(word()?)?);
                self.notes.push(Note { id, kind, target, text: tail });
            }
            Some(b'R') => {
                let kind = word()?;
                let mut argument = || target(word()?.split_once(':').ok_or_else(|| unlike_brat(data))?.1);
                self.relations.push(Relation { id, kind, from: argument()?, to: argument()? });
            }
            Some(b'E') => {
                let (_, trigger) = word()?.split_once(':').ok_or_else(|| unlike_brat(data))?;
                let trigger = target(trigger)?;
                while let Ok(argument) = word() {
                    let (name, of) = argument.split_once(':').ok_or_else(|| unlike_brat(data))?;
                    target(of)?;
                    self.others.push(Attribute { id, name, target: trigger, value: None });
                }
            }
            _ => return Err(Unreadable::new("brat has no lines of this kind")),
        }
        Ok(())
    }
}

/// The lines of `ann`, which each have an id.
fn lines(ann: &str) -> Result<Vec<Line<'_>>, Unreadable> {
    let mut lines = Vec::new();
    for (at, line) in (1..).zip(ann.split('\n')) {
        let line = line.strip_suffix('\r').unwrap_or(line);
        if line.trim().is_empty() {
            continue;
        }
        let Some((id, rest)) = line.split_once('\t') else {
            return Err(Unreadable::new("no tab stands behind an id").at(format!("line {at}")));
        };
        let (data, tail) = rest.split_once('\t').unwrap_or((rest, ""));
        lines.push((id, data, tail));
    }
    Ok(lines)
}

/// `KIND START END;START END`, and behind it the words.
fn text_bound<'t>(
    id: &'t str,
    data: &'t str,
    tail: &str,
    index: &CharIndex<'_>,
) -> Result<TextBound<'t>, Unreadable> {
    let (kind, places) = data.split_once(' ').ok_or_else(|| unlike_brat(data))?;
    let mut fragments = Vec::new();
    for place in places.split(';') {
        let (start, end) = place.trim().split_once(' ').ok_or_else(|| unlike_brat(data))?;
        let at = |number: &str| number.parse::<u32>().map_err(|_| unlike_brat(data));
        let span = Span::new(at(start)?, at(end)?);
        let Some(words) = index.slice(span).filter(|_| !span.is_empty()) else {
            let length = index.position(position(index.text().len()));
            return Err(Unreadable::new(format!(
                "{start}-{end} is no place in a text of {length} characters"
            )));
        };
        fragments.push((span, words));
    }
    let first = fragments.iter().map(|(span, _)| span.start).min().unwrap_or_default();
    let last = fragments.iter().map(|(span, _)| span.end).max().unwrap_or_default();
    let span = Span::new(first, last);
    let is_blank = |pair: &[(Span, &str)]| {
        let between = Span::new(pair[0].0.end, pair[1].0.start);
        index.slice(between).is_some_and(|words| words.chars().all(|c| c.is_whitespace() || c.is_control()))
    };
    let is_whole = fragments.windows(2).all(is_blank);
    let words: Vec<&str> = fragments.iter().map(|(_, words)| *words).collect();
    let is_true = is_whole && (tail.is_empty() || tail.trim_end() == words.join(" ").trim_end());
    let quote = if is_true { index.slice(span).unwrap_or_default() } else { tail };
    Ok(TextBound { id, kind, span, quote: quote.to_owned(), is_whole })
}

fn unlike_brat(data: &str) -> Unreadable {
    Unreadable::new(format!("`{data}` is not as brat writes it"))
}
