//! CoNLL-U: every sentence of an article with its words, and what is said about it in comments.
//!
//! The format is that of Universal Dependencies (<https://universaldependencies.org/format.html>). Its ten columns hold
//! nothing but the words; `MISC` says where each stands (`start_char`, `end_char`: code points, as Stanza names them) and
//! what follows it, where that is not one blank (`SpaceAfter=No`; `SpacesAfter`, escaped as `UDPipe` does), so that the
//! text after the front matter can be put together again.

mod comment;
mod token;

use std::{fmt::Write as _, io};

use self::{
    comment::{comment, sentence_id},
    token::{Token, tokens},
};
use super::{Entry, Exported, Options, Passage, Sink, Writer, fields};
use crate::{
    annotation::{Label, Sentence},
    text::Kind,
};

/// Writes it.
pub(super) struct Conllu;

impl Writer for Conllu {
    type Part = String;

    fn begin(_: &Options, _: &mut dyn Sink) -> io::Result<Self> {
        Ok(Self)
    }

    fn part(_: &Options, article: &Exported<'_>) -> String {
        document(article).unwrap_or_default()
    }

    fn put(&mut self, part: String, out: &mut dyn Sink) -> io::Result<()> {
        out.write_all(part.as_bytes())
    }

    fn finish(self, _: &mut dyn Sink) -> io::Result<()> {
        Ok(())
    }
}

/// The article; `None` where its text cannot be read, or holds no words.
fn document(exported: &Exported<'_>) -> Option<String> {
    let article = exported.article?;
    let text = &*article.text;
    let passages = exported.passages();
    let words: Vec<Vec<Token>> = passages.iter().map(tokens).collect();
    let mut next = words.iter().flatten().map(|token| token.bytes.start).skip(1);
    let mut out = String::with_capacity(text.len() * 12);
    let mut before: Option<&Passage> = None;
    for (number, (passage, words)) in passages.iter().zip(&words).enumerate() {
        if words.is_empty() {
            continue;
        }
        let between =
            before.and_then(|before| text.get(before.bytes.range().end..passage.bytes.range().start));
        if between.is_none() {
            head(&mut out, exported);
        }
        if between.is_none_or(|between| between.matches('\n').count() > 1) {
            out.push_str("# newpar\n");
        }
        comment(&mut out, "sent_id", &sentence_id(article.id.as_str(), number + 1));
        writeln!(out, "# text = {}", token::sentence(text, words)).ok()?;
        comment(&mut out, "factdesk_span", &format!("{}-{}", passage.span.start, passage.span.end));
        if passage.kind != Kind::Sentence {
            comment(&mut out, "factdesk_kind", passage.kind.name());
        }
        if let Some(entry) = passage.entry.and_then(|index| exported.entries.get(index)) {
            said(&mut out, entry);
        }
        for (id, word) in words.iter().enumerate() {
            let after = text.get(word.bytes.end..next.next().unwrap_or(text.len())).unwrap_or_default();
            write!(out, "{}\t{}\t_\t_\t_\t_\t_\t_\t_\t", id + 1, word.form(text)).ok()?;
            word.misc(after, &mut out).ok()?;
            out.push('\n');
        }
        out.push('\n');
        before = Some(passage);
    }
    Some(out)
}

/// What is known of the article.
fn head(out: &mut String, exported: &Exported<'_>) {
    let head = exported.head;
    comment(out, "newdoc id", head.id.as_str());
    let front = &head.front;
    for (name, value) in [
        ("factdesk_title", &front.title),
        ("factdesk_outlet", &front.outlet),
        ("factdesk_author", &front.author),
        ("factdesk_date", &front.date),
        ("factdesk_url", &front.url),
        ("factdesk_lang", &front.lang),
    ] {
        comment(out, name, value.as_deref().unwrap_or_default());
    }
}

/// What is said about a sentence.
fn said(out: &mut String, entry: &Entry<'_>) {
    let labels: Vec<_> = entry.labels().into_iter().map(Label::as_str).collect();
    comment(out, "factdesk_labels", &labels.join(" "));
    let who = |says: fn(&Sentence) -> bool| {
        let those = entry.readings.iter().filter(|reading| says(&reading.sentence));
        let mut those: Vec<_> = those.map(|reading| &reading.annotator).collect();
        those.dedup();
        fields::names(those.into_iter())
    };
    comment(out, "factdesk_read", &who(Sentence::is_read));
    comment(out, "factdesk_mark", &who(|sentence| sentence.mark));
    for (index, tag) in entry.tags.iter().enumerate() {
        let name = |field: &str| format!("factdesk_tag{}_{field}", index + 1);
        for (field, value) in fields::of_tag(tag, |span| span) {
            comment(out, &name(field), &value);
        }
        if let Some(part) = tag.tag.part.and(tag.span) {
            comment(out, &name("span"), &format!("{}-{}", part.start, part.end));
        }
    }
    for (index, (annotator, note)) in entry.notes().enumerate() {
        comment(out, &format!("factdesk_note{}_{annotator}", index + 1), note);
    }
    if !entry.anchor.is_placed() {
        comment(out, "factdesk_anchor", entry.anchor.id());
    }
    comment(out, "factdesk_saved", entry.saved.unwrap_or_default());
}

#[cfg(test)]
mod tests;
