//! `labels`: the labels that a workspace adds.

use std::collections::HashSet;

use super::{Reading, both, text};
use crate::{
    annotation::{Label, LabelDefinition, LabelSet},
    locale::Phrase,
    store::tree::{Field, Tree, Value},
};

/// The fields of a label, as far as they were read.
#[derive(Default)]
struct Parts<'t> {
    id: Option<&'t str>,
    key: Option<char>,
    letter: Option<char>,
    colour: Option<String>,
    /// In English and German.
    names: (Option<String>, Option<String>),
}

impl Reading<'_> {
    /// The labels of the workspace's own.
    pub(super) fn labels(&mut self, labels: &Tree) {
        let Value::List(items) = &labels.value else {
            return self.report(
                labels.place,
                Phrase::new(
                    "`labels` is a list, e.g. `- {id: quote, key: o}`",
                    "`labels` ist eine Liste, z. B. `- {id: quote, key: o}`",
                ),
            );
        };
        let mut own = Vec::new();
        let mut taken: HashSet<(&str, String)> = HashSet::new();
        for built_in in LabelSet::default().iter() {
            taken.extend(names(built_in));
        }
        for item in items {
            let Some(definition) = self.label(item) else { continue };
            if let Some((what, name)) = names(&definition).into_iter().find(|name| taken.contains(name)) {
                self.report(
                    item.place,
                    both(
                        format!("the {what} `{name}` belongs to another label already"),
                        format!("{what} `{name}` gehört schon einem anderen Etikett"),
                    ),
                );
            } else {
                taken.extend(names(&definition));
                own.push(definition);
            }
        }
        self.settings.labels = LabelSet::with_own(own);
    }

    /// A label of the workspace's own; `None` where something that it needs is wrong.
    fn label(&mut self, item: &Tree) -> Option<LabelDefinition> {
        let Value::Fields(fields) = &item.value else {
            self.report(
                item.place,
                Phrase::new(
                    "a label has fields: id, key, letter, colour, names",
                    "ein Etikett hat Felder: id, key, letter, colour, names",
                ),
            );
            return None;
        };
        let before = self.problems.len();
        let mut parts = Parts::default();
        for field in fields {
            self.part(&mut parts, field);
        }
        let Parts { id, key, letter, colour, names } = parts;
        let (Some(id), Some(key)) = (id, key) else {
            if self.problems.len() == before {
                self.report(
                    item.place,
                    Phrase::new("a label needs an `id` and a `key`", "ein Etikett braucht `id` und `key`"),
                );
            }
            return None;
        };
        Some(LabelDefinition {
            label: Label::new(id),
            key,
            letter: letter.unwrap_or_else(|| key.to_ascii_uppercase()),
            colour,
            name_en: names.0.unwrap_or_else(|| id.to_owned()),
            name_de: names.1.unwrap_or_else(|| id.to_owned()),
        })
    }

    /// One field of a label.
    fn part<'t>(&mut self, parts: &mut Parts<'t>, field: &'t Field) {
        let Field { name: field, place, value } = field;
        let said = text(value);
        match field.as_str() {
            "id" => match said.filter(|id| is_label(id)) {
                Some(said) => parts.id = Some(said),
                None => self.report(
                    value.place,
                    Phrase::new(
                        "a label's `id` is made of a-z, 0-9, `-` and `_`",
                        "die `id` eines Etiketts besteht aus a-z, 0-9, `-` und `_`",
                    ),
                ),
            },
            "key" => match said.and_then(single).filter(char::is_ascii_lowercase) {
                Some(said) => parts.key = Some(said),
                None => self.report(
                    value.place,
                    Phrase::new(
                        "a label's `key` is one letter, a to z",
                        "die Taste `key` eines Etiketts ist ein Buchstabe von a bis z",
                    ),
                ),
            },
            "letter" => match said.and_then(single).filter(|letter| letter.is_alphanumeric()) {
                Some(said) => parts.letter = Some(said),
                None => self.report(
                    value.place,
                    Phrase::new(
                        "a label's `letter` is one letter or digit",
                        "`letter` eines Etiketts ist ein Buchstabe oder eine Ziffer",
                    ),
                ),
            },
            "colour" => match said.filter(|said| LabelDefinition::COLOURS.contains(said)) {
                Some(said) => parts.colour = Some(said.to_owned()),
                None => self.report(
                    value.place,
                    both(
                        format!("a label's `colour` is one of {}", LabelDefinition::COLOURS.join(", ")),
                        format!(
                            "`colour` eines Etiketts ist eines von {}",
                            LabelDefinition::COLOURS.join(", ")
                        ),
                    ),
                ),
            },
            "names" => parts.names = self.names(value),
            _ => self.report(
                *place,
                both(
                    format!("a label has no `{field}`, but id, key, letter, colour, names"),
                    format!("ein Etikett hat kein `{field}`, sondern id, key, letter, colour, names"),
                ),
            ),
        }
    }

    /// What people call a label, in English and German.
    fn names(&mut self, names: &Tree) -> (Option<String>, Option<String>) {
        let mut found = (None, None);
        let Value::Fields(fields) = &names.value else {
            self.report(
                names.place,
                Phrase::new(
                    "`names` are by language, e.g. {en: quote, de: Zitat}",
                    "`names` sind nach Sprachen, z. B. {en: quote, de: Zitat}",
                ),
            );
            return found;
        };
        for Field { name, place, value } in fields {
            match (name.as_str(), text(value)) {
                ("en", Some(said)) => found.0 = Some(said.to_owned()),
                ("de", Some(said)) => found.1 = Some(said.to_owned()),
                _ => {
                    self.report(
                        *place,
                        Phrase::new("`names` has `en` and `de`", "`names` hat `en` und `de`"),
                    );
                }
            }
        }
        found
    }
}

fn single(text: &str) -> Option<char> {
    let mut chars = text.chars();
    chars.next().filter(|_| chars.next().is_none())
}

fn is_label(id: &str) -> bool {
    id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'-' | b'_'))
}

/// What no two labels may share.
fn names(definition: &LabelDefinition) -> [(&'static str, String); 3] {
    [
        ("id", definition.label.to_string()),
        ("key", definition.key.to_string()),
        ("letter", definition.letter.to_string()),
    ]
}
