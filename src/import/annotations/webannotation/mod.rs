//! W3C Web Annotation as JSON-LD: ours, and what other tools write in the compact form of the model's own context.
//!
//! A file holds a collection with its pages, a page, a list, one annotation, or one a line. The API of Hypothesis answers
//! in a form of its own, which is read too. Other forms of JSON-LD (expanded, or with a context that renames things)
//! are not understood.

mod annotation;
mod fields;
mod iri;
mod says;
mod target;

use std::collections::{HashMap, hash_map::Entry};

use serde_json::{Deserializer, Map, Value};

use super::{Foreign, ForeignSentence, Unreadable};
use crate::text::Span;
use annotation::Annotation;
use fields::Fields;

/// Reads a file.
///
/// # Errors
/// [`Unreadable`] where it is no JSON, where its pages lie elsewhere, and where something in it is no annotation.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<Foreign>, Unreadable> {
    let text = str::from_utf8(bytes).map_err(|_| Unreadable::new("is not UTF-8"))?;
    let mut found = Found::default();
    for value in Deserializer::from_str(text).into_iter::<Value>() {
        let value = value.map_err(|error| Unreadable::new(format!("is no JSON: {error}")))?;
        found.walk(&value)?;
    }
    Ok(found.all)
}

/// What was found so far.
#[derive(Default)]
struct Found {
    all: Vec<Foreign>,
    /// Which of them is about that article, by that annotator, and says where tags come from.
    of: HashMap<(Option<String>, Option<String>, bool), usize>,
    /// Which sentence of them stands there.
    sentences: HashMap<(usize, Span), usize>,
    /// How many annotations were read.
    count: usize,
}

impl Found {
    /// Adds the annotations in `value`.
    fn walk(&mut self, value: &Value) -> Result<(), Unreadable> {
        let fields = match value {
            Value::Array(values) => return values.iter().try_for_each(|value| self.walk(value)),
            Value::Object(fields) => fields,
            _ => return Err(Unreadable::new("is neither an annotation nor a list of them").at(self.next())),
        };
        let lists = ["items", "@graph", "rows"].iter().find_map(|list| fields.get(*list)?.as_array());
        let pages = ["first", "next"].iter().filter_map(|page| fields.get(*page));
        if fields.contains_key("target") {
            self.count += 1;
            let place = format!("annotation {}", self.count);
            for annotation in Annotation::read(&Fields::new(fields, &place))? {
                self.add(annotation);
            }
        } else if lists.is_none() && pages.clone().next().is_none() && !is_collection(fields) {
            return Err(Unreadable::new("is no annotation: it has no `target`").at(self.next()));
        }
        lists.into_iter().flatten().try_for_each(|value| self.walk(value))?;
        pages.into_iter().try_for_each(|page| match page {
            Value::Object(_) => self.walk(page),
            Value::Null => Ok(()),
            elsewhere => {
                Err(Unreadable::new(format!("goes on at {elsewhere}: put all of its pages into the file")))
            }
        })
    }

    /// Adds what one annotator says about one stretch of words.
    fn add(&mut self, annotation: Annotation) {
        let Annotation { article, annotator, is_ours, tags, sentence } = annotation;
        let index = match self.of.entry((article, annotator, is_ours)) {
            Entry::Occupied(entry) => *entry.get(),
            Entry::Vacant(entry) => {
                let (article, annotator, says_origin) = entry.key().clone();
                self.all.push(Foreign { article, annotator, says_origin, ..Foreign::default() });
                *entry.insert(self.all.len() - 1)
            }
        };
        let Some(foreign) = self.all.get_mut(index) else { return };
        foreign.tags.extend(tags);
        let Some(sentence) = sentence else { return };
        // What several annotations of ours say about a sentence is one sentence.
        let known = sentence.span.filter(|_| is_ours).map(|span| self.sentences.entry((index, span)));
        match known {
            Some(Entry::Occupied(entry)) => {
                if let Some(known) = foreign.sentences.get_mut(*entry.get()) {
                    join(known, sentence);
                }
            }
            known => {
                if let Some(Entry::Vacant(entry)) = known {
                    entry.insert(foreign.sentences.len());
                }
                foreign.sentences.push(sentence);
            }
        }
    }

    /// What the next annotation is called.
    fn next(&self) -> String {
        format!("annotation {}", self.count + 1)
    }
}

/// Adds to `known` what `more` says about the same sentence.
fn join(known: &mut ForeignSentence, more: ForeignSentence) {
    known.quote = known.quote.take().or(more.quote);
    known.context = known.context.take().or(more.context);
    known.kind = known.kind.or(more.kind);
    known.read |= more.read;
    known.mark |= more.mark;
    known.not.extend(more.not);
    known.note = known.note.take().or(more.note);
    known.saw.extend(more.saw);
    known.at = known.at.max(more.at);
}

/// Is it a collection or a page, if only an empty one?
fn is_collection(fields: &Map<String, Value>) -> bool {
    let is = |name: &Value| matches!(name.as_str(), Some("AnnotationCollection" | "AnnotationPage"));
    fields.get("type").is_some_and(|kind| is(kind) || kind.as_array().is_some_and(|all| all.iter().any(is)))
}

#[cfg(test)]
mod tests;
