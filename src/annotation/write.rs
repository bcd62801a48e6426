//! From a [`Document`] to YAML that reads well without us.
//!
//! The layout is ours (fields in the order of the file format, absent ones left out, one line for each value); how
//! a text is quoted is left to `serde-saphyr`, which quotes whatever a reader of YAML 1.1 or 1.2 would take for
//! something else. Long text is not folded, so that a change of one word is a change of one line.

use std::fmt::Write as _;

use jiff::Timestamp;

use super::read::FORMAT;
use super::{Boundary, Conflict, Document, Sentence, Tag};
use crate::text::Span;

/// The first line of every annotation file.
const HEADER: &str = "# factdesk annotations: one annotator's reading of one article";

impl Document {
    /// The annotation file: what [`Document::parse`] reads back as the same document.
    pub fn to_yaml(&self) -> String {
        let mut out = String::with_capacity(512 + self.sentences.len() * 256);
        let mut w = Writer { out: &mut out, indent: 0 };
        w.line(HEADER);
        w.plain("format", FORMAT);
        w.text("article", self.article.as_str());
        w.maybe_text("text_sha256", self.text_sha256.as_deref());
        w.text("annotator", self.annotator.as_str());
        w.maybe_text("lang", self.lang.as_deref());
        w.plain("segmenter", self.segmenter);
        if let Some(units) = self.units {
            w.plain("units", units);
        }
        w.boundaries("split", &self.split);
        w.boundaries("join", &self.join);
        w.list("sentences", &self.sentences, |w, sentence| w.sentence(sentence));
        w.line("...");
        out
    }
}

struct Writer<'o> {
    out: &'o mut String,
    indent: usize,
}

impl Writer<'_> {
    fn line(&mut self, line: &str) {
        self.out.push_str(line);
        self.out.push('\n');
    }

    /// The margin of a new line. The first field of a list item stands behind its dash instead.
    fn margin(&mut self) {
        if !self.out.ends_with("- ") {
            self.out.extend(std::iter::repeat_n(' ', self.indent));
        }
    }

    fn key(&mut self, key: &str) {
        self.margin();
        self.out.push_str(key);
        self.out.push(':');
    }

    fn plain(&mut self, key: &str, value: impl std::fmt::Display) {
        self.key(key);
        // Writing into a string cannot fail.
        let _ = writeln!(self.out, " {value}");
    }

    fn text(&mut self, key: &str, value: &str) {
        self.key(key);
        self.out.push(' ');
        self.scalar(value);
    }

    fn maybe_text(&mut self, key: &str, value: Option<&str>) {
        if let Some(value) = value {
            self.text(key, value);
        }
    }

    fn flag(&mut self, key: &str, value: bool) {
        if value {
            self.plain(key, "true");
        }
    }

    fn time(&mut self, key: &str, value: Option<Timestamp>) {
        if let Some(time) = value {
            self.plain(key, format_args!("{time:.0}"));
        }
    }

    fn spans(&mut self, key: &str, spans: &[Span]) {
        if !spans.is_empty() {
            self.key(key);
            for span in spans {
                let _ = write!(self.out, " {}-{}", span.start, span.end);
            }
            self.out.push('\n');
        }
    }

    /// A list, `[]` where it is empty.
    fn list<T>(&mut self, key: &str, items: &[T], mut each: impl FnMut(&mut Self, &T)) {
        self.key(key);
        if items.is_empty() {
            self.out.push_str(" []\n");
            return;
        }
        self.out.push('\n');
        for item in items {
            self.out.extend(std::iter::repeat_n(' ', self.indent));
            self.out.push_str("- ");
            self.indent += 2;
            each(self, item);
            self.indent -= 2;
        }
    }

    fn texts(&mut self, key: &str, texts: &[String]) {
        if !texts.is_empty() {
            self.list(key, texts, |w, text| w.scalar(text));
        }
    }

    fn boundaries(&mut self, key: &str, boundaries: &[Boundary]) {
        if !boundaries.is_empty() {
            self.list(key, boundaries, |w, boundary| {
                w.plain("at", boundary.at);
                w.text("before", &boundary.before);
            });
        }
    }

    fn sentence(&mut self, sentence: &Sentence) {
        self.plain("start", sentence.span.start);
        self.plain("end", sentence.span.end);
        self.text("quote", &sentence.quote);
        if let Some(kind) = sentence.kind {
            self.plain("kind", kind.name());
        }
        self.flag("read", sentence.read);
        self.flag("mark", sentence.mark);
        self.list("tags", &sentence.tags, Writer::tag);
        if !sentence.not.is_empty() {
            self.list("not", &sentence.not, |w, label| w.scalar(label.as_str()));
        }
        self.maybe_text("note", sentence.note.as_deref());
        self.texts("saw", &sentence.saw);
        if let Some(conflict) = &sentence.conflict {
            self.conflict(conflict);
        }
        self.time("at", sentence.at);
    }

    fn tag(&mut self, tag: &Tag) {
        self.text("label", tag.label.as_str());
        if let Some(part) = tag.part {
            self.plain("start", part.start);
            self.plain("end", part.end);
        }
        self.texts("source", &tag.source);
        self.spans("source_at", &tag.source_at);
        self.maybe_text("who", tag.who.as_deref());
        self.maybe_text("cue", tag.cue.as_deref());
        self.spans("cue_at", &tag.cue_at);
        self.texts("claims", &tag.claims);
        if let Some(origin) = tag.origin {
            self.plain("origin", origin.id());
        }
        self.flag("unsure", tag.unsure);
    }

    fn conflict(&mut self, conflict: &Conflict) {
        self.key("conflict");
        self.out.push('\n');
        self.indent += 2;
        self.list("tags", &conflict.tags, Writer::tag);
        self.maybe_text("note", conflict.note.as_deref());
        self.time("at", conflict.at);
        self.indent -= 2;
    }

    /// A text and the end of its line.
    fn scalar(&mut self, text: &str) {
        let options = serde_yaml::ser_options! { prefer_block_scalars: false };
        // Neither can a text fail to serialise nor a string to take it.
        let _ = serde_yaml::to_fmt_writer_with_options(&mut *self.out, &text, options);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str) -> String {
        let mut out = String::new();
        Writer { out: &mut out, indent: 0 }.scalar(text);
        out
    }

    #[test]
    fn what_some_reader_takes_for_something_else_is_quoted() {
        let traps = [
            "",
            " ",
            "no",
            "Yes",
            "on",
            "y",
            "~",
            "null",
            "TRUE",
            "1_000",
            "0x1F",
            "0o17",
            "017",
            "1e3",
            ".5",
            ".inf",
            "12:30:45",
            "2026-11-21",
            "2026-11-21T10:00:00Z",
            "<<",
            "=",
            "- a",
            "? a",
            "a: b",
            "a:",
            "a #b",
            "#a",
            "&a",
            "*a",
            "!a",
            "|",
            ">",
            "%a",
            "@a",
            "`a",
            "[a]",
            "{a}",
            "'a",
            "\"a",
            "...",
            "---",
            " a",
            "a ",
            "a\nb",
            "\ta",
            "\u{85}",
            "\u{2028}",
            "\u{feff}",
            "\0",
            "\u{7f}",
        ];
        for text in traps {
            let line = written(text);
            assert!(line.starts_with(['\'', '"']), "{text:?} as {line}");
            assert_eq!(line.lines().count(), 1, "{text:?} as {line}");
        }
    }

    #[test]
    fn what_reads_well_is_left_as_it_is() {
        for text in ["wies … zurück", "Er sagte „Nein“", "10:30 Uhr", "a#b", "🦀", "x"] {
            assert_eq!(written(text), format!("{text}\n"));
        }
        let long = "Das Amt teilte mit ".repeat(40);
        assert_eq!(written(long.trim_end()), format!("{}\n", long.trim_end()));
    }
}
