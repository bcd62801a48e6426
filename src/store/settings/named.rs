//! Settings that are values by name: `checks`, `people`, `aliases`, `filters`.

use super::{Reading, both, text};
use crate::{
    annotation::Annotator,
    locale::{Phrase, Text},
    review::{
        Filter,
        check::{Level, Rule},
    },
    store::tree::{Field, Tree, Value},
};

impl Reading<'_> {
    /// The fields of `tree`; without any, `expected` is told.
    fn named<'t>(&mut self, tree: &'t Tree, expected: Phrase) -> &'t [Field] {
        if let Value::Fields(fields) = &tree.value {
            return fields;
        }
        self.report(tree.place, expected);
        &[]
    }

    /// How bad each rule is that is named.
    pub(super) fn checks(&mut self, checks: &Tree) {
        let expected = Phrase::new(
            "`checks` are levels by rule, e.g. {moved: error}",
            "`checks` sind Stufen nach Regeln, z. B. {moved: error}",
        );
        for Field { name, place, value } in self.named(checks, expected) {
            match (Rule::find(name), text(value).and_then(Level::find)) {
                (Some(rule), Some(level)) => self.settings.checks.set(rule, level),
                (None, _) => self.report(
                    *place,
                    both(
                        format!("there is no rule `{name}`; factdesk check --rules lists them"),
                        format!("die Regel `{name}` gibt es nicht; factdesk check --rules nennt alle"),
                    ),
                ),
                (_, None) => self.report(
                    value.place,
                    Phrase::new(
                        "a rule is one of error, warn, off",
                        "eine Regel ist eines von error, warn, off",
                    ),
                ),
            }
        }
    }

    /// Who annotators are.
    pub(super) fn people(&mut self, people: &Tree) {
        let expected = Phrase::new(
            "`people` are names by annotator, e.g. {ab: Anna Berg}",
            "`people` sind Namen nach Kürzeln, z. B. {ab: Anna Berg}",
        );
        for Field { name, place, value } in self.named(people, expected) {
            match (Annotator::new(name), text(value)) {
                (Some(annotator), Some(full)) => {
                    self.settings.people.insert(annotator, full.to_owned());
                }
                (None, _) => self.report(
                    *place,
                    both(
                        format!("`{name}` is no annotator: a name of a-z, 0-9 and -"),
                        format!("`{name}` ist kein Kürzel aus a-z, 0-9 und -"),
                    ),
                ),
                (_, None) => {
                    self.report(
                        value.place,
                        Phrase::new("a person has a name", "ein Mensch hat einen Namen"),
                    );
                }
            }
        }
    }

    /// Names of sources that mean one.
    pub(super) fn aliases(&mut self, aliases: &Tree) {
        let expected = Phrase::new(
            "`aliases` are other names by source, e.g. {Wanda Pell: [Pell, the mayor]}",
            "`aliases` sind andere Namen nach Quellen, z. B. {Wanda Pell: [Pell, die Bürgermeisterin]}",
        );
        for Field { name, value, .. } in self.named(aliases, expected) {
            let others = match &value.value {
                Value::List(others) => others,
                _ => std::slice::from_ref(value),
            };
            for other in others {
                match text(other) {
                    None => self.report(other.place, expected),
                    Some(alias) if !self.settings.aliases.add(name, alias) => self.report(
                        other.place,
                        both(
                            format!("`{alias}` means another source already"),
                            format!("`{alias}` meint schon eine andere Quelle"),
                        ),
                    ),
                    Some(_) => {}
                }
            }
        }
    }

    /// Filters with a name.
    pub(super) fn filters(&mut self, filters: &Tree) {
        let expected = Phrase::new(
            "`filters` are queries by name, e.g. {disputed: 'state:disagreement'}",
            "`filters` sind Anfragen nach Namen, z. B. {strittig: 'state:disagreement'}",
        );
        for Field { name, value, .. } in self.named(filters, expected) {
            let Value::Text(query) = &value.value else {
                self.report(value.place, expected);
                continue;
            };
            for problem in Filter::parse(query).problems() {
                self.report(value.place, Text::clone(problem));
            }
            self.settings.filters.push((name.clone(), query.clone()));
        }
    }
}
