//! How brat shows and takes what is in the documents: `annotation.conf` and `visual.conf`.

use std::{collections::BTreeSet, fmt::Write};

use super::name::encoded;
use crate::{
    annotation::{Label, LabelSet},
    export::{Options, Voice},
};

/// What the configuration depends on.
pub(super) struct Config {
    labels: LabelSet,
    voice: Voice,
}

impl Config {
    /// The configuration of an export with `options`.
    pub(super) fn new(options: &Options) -> Self {
        Self { labels: options.labels.clone(), voice: options.voice.clone() }
    }

    /// `annotation.conf`, for documents that hold `labels` and for those that a person may add. Its first lines tell the
    /// way back: that names are encoded, and whose the documents are.
    pub(super) fn annotation(&self, labels: &BTreeSet<Label>) -> String {
        let names: Vec<_> = self.all(labels).map(|label| encoded(label.as_str())).collect();
        let whose = match &self.voice {
            voice if voice.is_several() => "# annotators: by folder\n".to_owned(),
            Voice::Of(those) => those.first().map(|one| format!("# annotator: {one}\n")).unwrap_or_default(),
            _ => String::new(),
        };
        let mut text = format!(
            "# factdesk 1: labels are attributes; in their names, _XX is the byte of that hexadecimal number\n{whose}\n\
             [entities]\nSentence\nPart\nSource\nCue\n\n[relations]\n",
        );
        for (role, name) in names.iter().flat_map(|name| [("Source", name), ("Cue", name)]) {
            // A string takes whatever is written, here and below.
            let _ = writeln!(text, "{role}-{name}\tArg1:Sentence|Part, Arg2:<ENTITY>");
        }
        text.push_str(
            "<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>\n\n[events]\n\n[attributes]\n",
        );
        for name in &names {
            let _ = writeln!(text, "{name}\tArg:Sentence|Part");
        }
        for name in ["Read", "Mark"]
            .into_iter()
            .map(str::to_owned)
            .chain(names.iter().map(|name| format!("Not-{name}")))
        {
            let _ = writeln!(text, "{name}\tArg:Sentence");
        }
        text.push_str(
            "Kind\tArg:Sentence, Value:sentence|heading|caption|furniture\n\
             Anchor\tArg:Sentence, Value:edited|split|joined|ambiguous\n",
        );
        text
    }

    /// `visual.conf`: the letters of the labels that are defined stand before the words.
    pub(super) fn visual(&self, labels: &BTreeSet<Label>) -> String {
        let mut text = String::from("[labels]\n");
        for label in self.all(labels) {
            let _ = writeln!(text, "{} | {}", encoded(label.as_str()), readable(label.as_str()));
        }
        text.push_str(
            "\n[drawing]\nSPAN_DEFAULT\tfgColor:black, bgColor:#eeeeee, borderColor:darken\nARC_DEFAULT\tcolor:black\n",
        );
        for definition in self.labels.iter() {
            let _ = writeln!(
                text,
                "{}\tglyph:{}, position:left",
                encoded(definition.label.as_str()),
                definition.letter
            );
        }
        text
    }

    /// The labels of the workspace, and then what else occurs.
    fn all<'a>(&'a self, labels: &'a BTreeSet<Label>) -> impl Iterator<Item = &'a Label> {
        let own = self.labels.iter().map(|definition| &definition.label);
        own.chain(labels.iter().filter(|label| self.labels.find(label).is_none()))
    }
}

/// A name without what has a meaning in the file.
fn readable(name: &str) -> String {
    name.chars().map(|c| if c.is_control() || matches!(c, '|' | '[' | ']' | '#') { ' ' } else { c }).collect()
}
