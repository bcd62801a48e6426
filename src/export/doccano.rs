//! doccano's JSON lines: a text a line, with spans `[start, end, label]`.
//!
//! Positions count UTF-16 code units, as doccano's editor does (`v-annotator`, `src/domain/models/Label/Text.ts`; doccano
//! 1.5 to 1.8, issue 2290), so that it shows the words that are meant behind an emoji too; `offsets` says so. What doccano
//! has no place for is in further columns, which it keeps and exports again.

use std::io;

use serde::Serialize;

use super::{
    Exported, Options, Sink, Writer, json,
    layer::{self, Detail, Facts, Layer, Said, SaidTag},
};
use crate::{
    annotation::Annotator,
    text::{Span, Utf16},
};

/// Writes it.
pub(super) struct Doccano;

/// A line.
#[derive(Serialize)]
struct Line<'a> {
    text: &'a str,
    label: Vec<(u32, u32, &'a str)>,
    article: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    outlet: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    annotator: Option<&'a str>,
    offsets: &'static str,
    sentences: Vec<Sentence<'a>>,
}

#[derive(Serialize)]
struct Sentence<'a> {
    start: u32,
    end: u32,
    #[serde(flatten)]
    facts: &'a Facts,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    tags: Vec<Tagged<'a>>,
}

#[derive(Serialize)]
struct Tagged<'a> {
    start: u32,
    end: u32,
    label: &'a str,
    #[serde(flatten)]
    detail: Detail,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    source_at: Vec<(u32, u32)>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    cue_at: Vec<(u32, u32)>,
}

impl Writer for Doccano {
    type Part = Vec<u8>;

    fn begin(_: &Options, _: &mut dyn Sink) -> io::Result<Self> {
        Ok(Self)
    }

    fn part(options: &Options, article: &Exported<'_>) -> Vec<u8> {
        let mut lines = Vec::new();
        let Some(text) = article.article.map(|article| &*article.text) else { return lines };
        let utf16 = Utf16::new(text);
        for layer in layer::layers(article, &options.voice) {
            // Strings and numbers can be said in JSON, and memory takes them.
            let _ = json::line(&mut lines, &line(article, text, &layer, &utf16));
        }
        lines
    }

    fn put(&mut self, part: Vec<u8>, out: &mut dyn Sink) -> io::Result<()> {
        out.write_all(&part)
    }

    fn finish(self, _: &mut dyn Sink) -> io::Result<()> {
        Ok(())
    }
}

fn line<'a>(article: &'a Exported<'_>, text: &'a str, layer: &'a Layer<'_>, utf16: &Utf16) -> Line<'a> {
    let front = &article.head.front;
    let tags = layer.sentences.iter().flat_map(|said| &said.tags);
    Line {
        text,
        label: tags.map(|tag| labelled(tag, utf16)).collect(),
        article: article.head.id.as_str(),
        title: front.title.as_deref(),
        outlet: front.outlet.as_deref(),
        date: front.date.as_deref(),
        url: front.url.as_deref(),
        annotator: layer.annotator.map(Annotator::as_str),
        offsets: "utf-16",
        sentences: layer.sentences.iter().map(|said| sentence(said, utf16)).collect(),
    }
}

fn labelled<'a>(tag: &'a SaidTag<'_>, utf16: &Utf16) -> (u32, u32, &'a str) {
    let Span { start, end } = utf16.units(tag.span);
    (start, end, tag.tag.label.as_str())
}

fn sentence<'a>(said: &'a Said<'_>, utf16: &Utf16) -> Sentence<'a> {
    let Span { start, end } = utf16.units(said.span);
    let places = |spans: &[Span]| {
        spans.iter().map(|span| utf16.units(*span)).map(|span| (span.start, span.end)).collect()
    };
    let tagged = |tag: &'a SaidTag<'_>| {
        let (start, end, label) = labelled(tag, utf16);
        let (source_at, cue_at) = (places(tag.source_at), places(tag.cue_at));
        Tagged { start, end, label, detail: Detail::of(tag.tag), source_at, cue_at }
    };
    Sentence { start, end, facts: &said.facts, tags: said.tags.iter().map(tagged).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::{
        Format,
        testing::{export, options, said},
    };

    #[test]
    fn labels_stand_where_a_program_with_utf_16_strings_finds_their_words() {
        let text = "🚢🚢 Die Werft zahlt. Niemand weiß es.\n";
        let ab = said(text, "ab", &[("Die Werft zahlt.", &["claim", "denial"]), ("Niemand weiß es.", &[])]);
        let cd = said(text, "cd", &[("Niemand weiß es.", &["claim"])]);
        let options = options(Format::Doccano);
        let (_, bytes) = export::<Doccano>(&options, text, &[ab, cd]).remove(0);
        let lines: Vec<serde_json::Value> = String::from_utf8(bytes)
            .unwrap()
            .lines()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect();
        let units: Vec<u16> = text.encode_utf16().collect();
        let words = |at: &serde_json::Value| {
            let end = |index: usize| usize::try_from(at[index].as_u64().unwrap()).unwrap();
            String::from_utf16(&units[end(0)..end(1)]).unwrap()
        };
        let labels: Vec<_> =
            lines[0]["label"].as_array().unwrap().iter().map(|at| (words(at), at[2].as_str())).collect();
        let sentence = || "Die Werft zahlt.".to_owned();
        assert_eq!(labels, [(sentence(), Some("claim")), (sentence(), Some("denial"))]);
        assert_eq!(words(&lines[1]["label"][0]), "Niemand weiß es.");
        assert_eq!((&lines[0]["annotator"], &lines[1]["annotator"]), (&"ab".into(), &"cd".into()));
    }
}
