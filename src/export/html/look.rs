//! How labels look in a report: a letter, and a hue that means the same.

use super::markup::Markup;
use crate::{
    annotation::Label,
    export::{Entry, Options, hue::hue},
};

/// How a label looks.
#[derive(Clone, Copy, Debug)]
pub(super) struct Look<'a> {
    /// What people call it.
    pub(super) name: &'a str,
    letter: char,
    /// The class of its hue in the style sheet.
    pub(super) hue: &'static str,
}

impl<'a> Look<'a> {
    /// How `label` looks; one that nobody declared has the letter `+`, as in the workbench.
    pub(super) fn of(label: &'a Label, options: &'a Options) -> Self {
        match options.labels.find(label) {
            Some(definition) => {
                Self { name: definition.name(options.lang), letter: definition.letter, hue: hue(definition) }
            }
            None => Self { name: label.as_str(), letter: '+', hue: "plain" },
        }
    }

    /// Writes its letter on its hue.
    pub(super) fn badge(&self, markup: &mut Markup) {
        markup
            .raw("<i class=\"l ")
            .raw(self.hue)
            .raw("\">")
            .text(self.letter.encode_utf8(&mut [0; 4]))
            .raw("</i>");
    }
}

/// The labels of `entry`, each once, in the order of the workspace, those that nobody declared last.
pub(super) fn labels<'a>(entry: &Entry<'a>, options: &Options) -> Vec<&'a Label> {
    let mut labels = entry.labels();
    labels.sort_by_key(|label| (place(label, options), *label));
    labels
}

/// Where `label` stands in the order of the workspace.
pub(super) fn place(label: &Label, options: &Options) -> usize {
    let known = options.labels.iter().position(|definition| definition.label == *label);
    known.unwrap_or(usize::MAX)
}

/// The hue of a sentence with these labels: that of the one that weighs most. A denial does, then a claim.
pub(super) fn tint(labels: &[&Label], options: &Options) -> &'static str {
    let named = |name: &str| labels.iter().find(|label| label.as_str() == name);
    let weighty = named(Label::DENIAL).or_else(|| named(Label::CLAIM)).or_else(|| labels.first());
    weighty.map_or("untagged", |label| Look::of(label, options).hue)
}
