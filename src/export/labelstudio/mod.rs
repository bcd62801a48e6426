//! Label Studio: the tasks, with what was annotated, and the labelling configuration they need.
//!
//! A tag is a region of the control `label`; what it says stands in fields of that region, and relations lead from it to
//! regions of the control `words` for source and cue. What is said about a sentence as such stands in the fields of a
//! region of the control `sentence`, which is there where anything is. Positions count code points, as Label Studio
//! does for `Text` (its `tests/integration/e2e/ner/emoji.cy.ts`: "offsets by code points in text").
//!
//! The format: <https://labelstud.io/guide/task_format>, and what `label_studio_sdk.label_interface` accepts.

mod config;
mod regions;

use std::{collections::BTreeSet, io};

use serde::Serialize;

use super::{Exported, Options, Sink, Writer, layer};
use crate::annotation::{Label, LabelSet};
use regions::{Item, regions};

/// Writes it.
pub(super) struct LabelStudio {
    defined: LabelSet,
    labels: BTreeSet<Label>,
    is_first: bool,
}

/// What an article comes to.
pub(super) struct Part {
    /// The labels in it.
    labels: BTreeSet<Label>,
    /// Its task as JSON; empty where it cannot be read.
    task: Vec<u8>,
}

/// A text and what was annotated in it.
#[derive(Serialize)]
struct Task<'a> {
    data: Data<'a>,
    annotations: Vec<Annotation<'a>>,
}

/// The fields that the configuration and Label Studio's table of tasks show.
#[derive(Serialize)]
struct Data<'a> {
    text: &'a str,
    article: &'a str,
    title: &'a str,
    outlet: &'a str,
    date: &'a str,
    url: &'a str,
    /// That an export of ours wrote it, and how.
    factdesk: u32,
}

/// What one annotator says.
#[derive(Serialize)]
struct Annotation<'a> {
    result: Vec<Item<'a>>,
}

impl Writer for LabelStudio {
    type Part = Part;

    fn begin(options: &Options, out: &mut dyn Sink) -> io::Result<Self> {
        out.file("tasks.json")?;
        out.write_all(b"[")?;
        Ok(Self { defined: options.labels.clone(), labels: BTreeSet::new(), is_first: true })
    }

    fn part(options: &Options, article: &Exported<'_>) -> Part {
        let mut part = Part { labels: BTreeSet::new(), task: Vec::new() };
        let Some(index) = article.index() else { return part };
        let layers = layer::layers(article, &options.voice);
        let front = &article.head.front;
        let data = Data {
            text: index.text(),
            article: article.head.id.as_str(),
            title: front.title.as_deref().unwrap_or_default(),
            outlet: front.outlet.as_deref().unwrap_or_default(),
            date: front.date.as_deref().unwrap_or_default(),
            url: front.url.as_deref().unwrap_or_default(),
            factdesk: 1,
        };
        let annotations = layers.iter().map(|layer| Annotation { result: regions(&index, layer) }).collect();
        // Strings and numbers can be said in JSON, and memory takes them.
        let _ = serde_json::to_writer(&mut part.task, &Task { data, annotations });
        let tags = layers.iter().flat_map(|layer| &layer.sentences).flat_map(|said| &said.tags);
        part.labels.extend(tags.map(|tag| tag.tag.label.clone()));
        part
    }

    fn put(&mut self, part: Part, out: &mut dyn Sink) -> io::Result<()> {
        self.labels.extend(part.labels);
        if part.task.is_empty() {
            return Ok(());
        }
        out.write_all(if self.is_first { b"\n" } else { b",\n" })?;
        self.is_first = false;
        out.write_all(&part.task)
    }

    fn finish(self, out: &mut dyn Sink) -> io::Result<()> {
        out.write_all(b"\n]\n")?;
        out.file("labels.xml")?;
        out.write_all(config::config(&self.defined, &self.labels).as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::export::{
        Format,
        testing::{export, options, said},
    };

    #[test]
    fn a_tag_is_a_region_in_code_points_and_what_it_says_its_fields() {
        let text = "🚢 Die Werft zahlt. Niemand weiß es.\n";
        let mut document =
            said(text, "ab", &[("Die Werft zahlt.", &["claim"]), ("Niemand weiß es.", &["\"a\"&<b>"])]);
        std::sync::Arc::make_mut(&mut document.sentences[0]).tags[0].source = vec!["Werft".to_owned()];
        let files = export::<LabelStudio>(&options(Format::LabelStudio), text, &[document]);
        let tasks: Value = serde_json::from_slice(&files[0].1).unwrap();
        let result = &tasks[0]["annotations"][0]["result"];
        let value = json!({"start": 2, "end": 18, "text": "Die Werft zahlt.", "labels": ["claim"]});
        assert_eq!(
            (&result[0]["from_name"], &result[0]["value"]["text"]),
            (&"annotator".into(), &json!(["ab"]))
        );
        assert_eq!((&result[1]["from_name"], &result[1]["value"]), (&"label".into(), &value));
        assert_eq!((&result[2]["id"], &result[2]["from_name"]), (&result[1]["id"], &"source".into()));
        assert_eq!(result[2]["value"]["text"], json!(["Werft"]));
        assert_eq!(result.as_array().unwrap().len(), 4, "nothing is said about a sentence that was read");
        let config = String::from_utf8(files[1].1.clone()).unwrap();
        assert!(config.contains(r#"<Label value="&quot;a&quot;&amp;&lt;b>" background="#), "{config}");
    }
}
