//! doccano's JSON lines: a text a line, with spans `[start, end, label]`.
//!
//! Positions count code points, as whoever reads the file in Python does; doccano says nowhere what they count. Its editor
//! counts UTF-16 code units (`v-annotator`, `src/domain/models/Label/Text.ts`; doccano 1.5 to 1.8, issue 2290): for it the
//! same labels are in `label_utf16`, on every line, because a line without the column that an import names gets no labels.
//! What doccano has no place for is in further columns, which it keeps and exports again.

use std::io;

use serde::Serialize;

use super::{
    Exported, Options, Sink, Writer, json,
    layer::{self, Layer, Said, SaidTag, SentenceFacts, TagDetail},
};
use crate::{
    annotation::Annotator,
    text::{Span, Utf16},
};

/// Writes it.
pub(super) struct Doccano;

/// Start, end and label.
type Labelled<'a> = (u32, u32, &'a str);

/// A line.
#[derive(Serialize)]
struct Line<'a> {
    text: &'a str,
    label: Vec<Labelled<'a>>,
    label_utf16: Vec<Labelled<'a>>,
    /// That it is of ours, and how these columns are to be read.
    factdesk: u32,
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
    sentences: Vec<Sentence<'a>>,
}

#[derive(Serialize)]
struct Sentence<'a> {
    start: u32,
    end: u32,
    #[serde(flatten)]
    facts: &'a SentenceFacts,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    tags: Vec<Tagged<'a>>,
}

#[derive(Serialize)]
struct Tagged<'a> {
    start: u32,
    end: u32,
    label: &'a str,
    #[serde(flatten)]
    detail: TagDetail,
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
        for layer in layer::layers(article, &options.voice) {
            // Strings and numbers can be said in JSON, and memory takes them.
            let _ = json::line(&mut lines, &line(article, text, &layer));
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

fn line<'a>(article: &'a Exported<'_>, text: &'a str, layer: &'a Layer<'_>) -> Line<'a> {
    let front = &article.head.front;
    let tags = || layer.sentences.iter().flat_map(|said| &said.tags);
    let utf16 = Utf16::new(text);
    Line {
        text,
        label: tags().map(|tag| labelled(tag, tag.span)).collect(),
        label_utf16: tags().map(|tag| labelled(tag, utf16.units(tag.span))).collect(),
        factdesk: 1,
        article: article.head.id.as_str(),
        title: front.title.as_deref(),
        outlet: front.outlet.as_deref(),
        date: front.date.as_deref(),
        url: front.url.as_deref(),
        annotator: layer.annotator.map(Annotator::as_str),
        sentences: layer.sentences.iter().map(sentence).collect(),
    }
}

fn labelled<'a>(tag: &'a SaidTag<'_>, Span { start, end }: Span) -> Labelled<'a> {
    (start, end, tag.tag.label.as_str())
}

fn sentence<'a>(said: &'a Said<'_>) -> Sentence<'a> {
    let Span { start, end } = said.span;
    let places = |spans: &[Span]| spans.iter().map(|span| (span.start, span.end)).collect();
    let tagged = |tag: &'a SaidTag<'_>| {
        let (start, end, label) = labelled(tag, tag.span);
        let (source_at, cue_at) = (places(tag.source_at), places(tag.cue_at));
        Tagged { start, end, label, detail: TagDetail::of(tag.tag), source_at, cue_at }
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
    fn labels_stand_where_python_and_where_the_editor_finds_their_words() {
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
        let end =
            |at: &serde_json::Value, index: usize| usize::try_from(at[index].as_u64().unwrap()).unwrap();
        let chars: Vec<char> = text.chars().collect();
        let units: Vec<u16> = text.encode_utf16().collect();
        let python = |at: &serde_json::Value| chars[end(at, 0)..end(at, 1)].iter().collect::<String>();
        let editor = |at: &serde_json::Value| String::from_utf16(&units[end(at, 0)..end(at, 1)]).unwrap();
        for (column, words) in [("label", &python as &dyn Fn(&_) -> _), ("label_utf16", &editor)] {
            let labels: Vec<_> =
                lines[0][column].as_array().unwrap().iter().map(|at| (words(at), at[2].as_str())).collect();
            let sentence = || "Die Werft zahlt.".to_owned();
            assert_eq!(labels, [(sentence(), Some("claim")), (sentence(), Some("denial"))], "{column}");
            assert_eq!(words(&lines[1][column][0]), "Niemand weiß es.", "{column}");
        }
        assert_eq!((&lines[0]["annotator"], &lines[1]["annotator"]), (&"ab".into(), &"cd".into()));
    }
}
