//! The config file: YAML to settings. What is wrong is said with `path:line`, and everything else holds.

use super::{Binding, Settings, Theme};
use crate::{
    annotation::{Annotator, Place},
    app::key::NoKey,
    locale::{Lang, Text, settings},
    store::tree::{Field, Tree, Value},
};

/// The columns that a reading column may have.
const COLUMNS: std::ops::RangeInclusive<u16> = 30..=200;

/// Reads a file and gathers what is wrong with it.
struct Reader<'p> {
    path: &'p str,
    settings: Settings,
    problems: Vec<Text>,
}

impl Settings {
    /// Reads a person's config file; `path` is how problems name it. Never fails: what cannot be used is reported
    /// and left out.
    pub fn parse(yaml: &str, path: &str) -> (Self, Vec<Text>) {
        let mut reader = Reader { path, settings: Self::default(), problems: Vec::new() };
        match Tree::parse(yaml) {
            Ok(None) => {}
            Ok(Some(Tree { value: Value::Fields(fields), .. })) => {
                for field in &fields {
                    reader.field(field);
                }
            }
            Ok(Some(tree)) => reader.complain(tree.place, settings::settings_expected),
            Err(error) => {
                reader.complain(error.place, |lang| settings::broken_yaml(lang, error.what.text(lang)));
            }
        }
        (reader.settings, reader.problems)
    }
}

impl Reader<'_> {
    fn complain(&mut self, place: Place, what: impl Fn(Lang) -> String) {
        let text = |lang| format!("{}:{}: {}", self.path, place.line, what(lang)).into();
        self.problems.push(Text { en: text(Lang::En), de: text(Lang::De) });
    }

    fn field(&mut self, field: &Field) {
        let node = &field.value;
        match field.name.as_str() {
            "annotator" => {
                let read = |text: &str| Annotator::new(text).map(Some);
                self.set(node, "a-z, 0-9, -", read, |settings, annotator| settings.annotator = annotator);
            }
            "theme" => {
                let read = |text: &str| Theme::ALL.into_iter().find(|theme| theme.name() == text);
                let themes = Theme::ALL.map(Theme::name).join(", ");
                self.set(node, &themes, read, |settings, theme| settings.theme = theme);
            }
            "column" => {
                let read = |text: &str| text.parse().ok().filter(|columns| COLUMNS.contains(columns));
                let columns = format!("{}–{}", COLUMNS.start(), COLUMNS.end());
                self.set(node, &columns, read, |settings, column| settings.column = column);
            }
            "language" => {
                let read = |text: &str| match text {
                    "en" => Some(Some(Lang::En)),
                    "de" => Some(Some(Lang::De)),
                    _ => None,
                };
                self.set(node, "en, de", read, |settings, lang| settings.lang = lang);
            }
            "mouse" => {
                let read = |text: &str| match text {
                    "true" => Some(true),
                    "false" => Some(false),
                    _ => None,
                };
                self.set(node, "true, false", read, |settings, mouse| settings.mouse = mouse);
            }
            "keys" => self.keys(node),
            name => self.complain(field.place, |lang| settings::unknown_setting(lang, name)),
        }
    }

    fn set<T>(
        &mut self,
        node: &Tree,
        allowed: &str,
        read: impl Fn(&str) -> Option<T>,
        put: impl Fn(&mut Settings, T),
    ) {
        let written = written(node);
        match read(written) {
            Some(value) => put(&mut self.settings, value),
            None => self.complain(node.place, |lang| settings::bad_setting(lang, written, allowed)),
        }
    }

    fn keys(&mut self, node: &Tree) {
        let Value::Fields(commands) = &node.value else {
            return self.complain(node.place, settings::keys_expected);
        };
        for Field { name, place, value } in commands {
            let named = match &value.value {
                Value::List(keys) => keys.as_slice(),
                Value::Text(_) | Value::Fields(_) => std::slice::from_ref(value),
            };
            let mut keys = Vec::new();
            for key in named {
                match written(key).parse() {
                    Ok(key) => keys.push(key),
                    Err(NoKey) => self.complain(key.place, |lang| settings::no_key(lang, written(key))),
                }
            }
            let place = format!("{}:{}", self.path, place.line);
            self.settings.keys.push(Binding { id: name.clone(), keys, place });
        }
    }
}

fn written(tree: &Tree) -> &str {
    match &tree.value {
        Value::Text(text) => text,
        Value::List(_) | Value::Fields(_) => "…",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        annotation::LabelSet,
        app::{Action, Commands, Key},
    };

    fn problems(yaml: &str) -> Vec<String> {
        let (settings, mut problems) = Settings::parse(yaml, "config.yaml");
        let (mut commands, _) = Commands::new(&LabelSet::default());
        problems.extend(settings.bind(&mut commands));
        problems.iter().map(|problem| problem.text(Lang::En).to_owned()).collect()
    }

    #[test]
    fn a_config_file_sets_what_it_names() {
        let yaml = "annotator: ab\ntheme: light\ncolumn: 60\nlanguage: de\nmouse: false\nkeys:\n  tag.claim: [p, F5]\n";
        let (settings, problems) = Settings::parse(yaml, "config.yaml");
        assert_eq!(problems, []);
        assert_eq!(settings.annotator, Annotator::new("ab"));
        assert_eq!((settings.theme, settings.column, settings.mouse), (Theme::Light, 60, false));
        assert_eq!(settings.lang, Some(Lang::De));
        let (mut commands, _) = Commands::new(&LabelSet::default());
        assert_eq!(settings.bind(&mut commands), []);
        assert_eq!(commands.of(Action::Toggle(0)).unwrap().keys, [Key::Char('p'), Key::F(5)]);
    }

    #[test]
    fn every_wrong_entry_is_named_with_its_line_and_the_rest_holds() {
        let yaml =
            "theme: pink\ncolour: red\ncolumn: 60\nkeys:\n  tag.clam: [b]\n  mark: [alt-x, M]\n  undo: [M]\n";
        let found = problems(yaml);
        for (line, word) in [(1, "pink"), (2, "colour"), (5, "tag.clam"), (6, "alt-x"), (7, "mark")] {
            let place = format!("config.yaml:{line}: ");
            assert!(
                found.iter().any(|text| text.starts_with(&place) && text.contains(word)),
                "{line} {found:?}"
            );
        }
        assert_eq!(found.len(), 5, "{found:?}");
        assert_eq!(Settings::parse(yaml, "config.yaml").0.column, 60);
    }

    #[test]
    fn keys_can_change_places_and_a_key_taken_from_a_default_is_said() {
        assert_eq!(problems("keys:\n  tag.claim: d\n  tag.denial: c\n"), [""; 0]);
        let found = problems("keys:\n  tag.claim: m\n");
        assert!(found[0].contains("mark"), "{found:?}");
    }

    #[test]
    fn broken_yaml_leaves_the_defaults() {
        for yaml in ["theme: [", "- a\n- b\n", "a: &x 1\nb: *x\n", "\u{0}", "theme: light\ntheme: dark\n"] {
            assert!(!problems(yaml).is_empty(), "{yaml:?}");
        }
        assert_eq!(problems(""), [""; 0]);
        assert_eq!(problems("# nothing\n"), [""; 0]);
    }
}
