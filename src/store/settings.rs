//! The workspace's settings, `factdesk.yaml`: what is wrong in it is reported with its place, and the rest works.

use std::{
    collections::HashSet,
    fmt,
    path::{Path, PathBuf},
};

use super::{
    ReadError, Workspace, read,
    tree::{Field, Tree, Value},
};
use crate::{
    annotation::{Label, LabelDefinition, LabelSet, Place},
    locale::{Lang, Phrase, Text},
    review::check::{Level, Levels, Rule},
    text::{Language, sentence::Newlines},
};

/// A settings file larger than this, in bytes, is none.
const LIMIT: u64 = 1 << 20;

/// Settings that other parts of factdesk read.
const OTHERS: [&str; 5] = ["people", "publisher", "aliases", "filters", "blind"];

/// What holds for everybody in a workspace.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// The labels: `labels` adds to the three of the codebook.
    pub labels: LabelSet,
    /// What line breaks mean in its articles: `segment`, one of `auto`, `keep`, `unwrap`.
    pub newlines: Newlines,
    /// The language of its articles where it cannot be told: `lang`.
    pub language: Option<Language>,
    /// How bad each rule of `factdesk check` is: `checks`.
    pub checks: Levels,
}

/// Something wrong in a settings file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettingsProblem {
    /// The file.
    pub path: PathBuf,
    /// Where in it; `None` where the file is not read at all.
    pub place: Option<Place>,
    /// What is wrong, for people.
    pub what: Text,
}

impl SettingsProblem {
    /// `path:line:column: message`.
    pub fn text(&self, lang: Lang) -> String {
        let what = self.what.text(lang);
        match self.place {
            Some(place) => format!("{}:{place}: {what}", self.path.display()),
            None => what.to_owned(),
        }
    }
}

impl fmt::Display for SettingsProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text(Lang::En))
    }
}

impl Settings {
    /// The settings of `workspace`, and what is wrong in its file. Without a file they are the default.
    pub fn load(workspace: &Workspace) -> (Self, Vec<SettingsProblem>) {
        let path = workspace.root().join("factdesk.yaml");
        let read = read::inside(workspace, &path).and_then(|target| read::regular(&target, LIMIT));
        match read {
            Ok((bytes, _)) => Self::parse(&path, &String::from_utf8_lossy(&bytes)),
            Err(error) if error.is_missing() && !path.is_symlink() => (Self::default(), Vec::new()),
            Err(error) => (Self::default(), vec![unread(path, &error)]),
        }
    }

    /// The settings that `text`, read from `path`, makes, and what is wrong in it.
    pub fn parse(path: &Path, text: &str) -> (Self, Vec<SettingsProblem>) {
        let mut reading = Reading { path, settings: Self::default(), problems: Vec::new() };
        match Tree::parse(text) {
            Ok(None) => {}
            Ok(Some(Tree { value: Value::Fields(fields), .. })) => reading.fields(&fields),
            Ok(Some(tree)) => reading.report(
                tree.place,
                Phrase::new(
                    "expected settings with names, e.g. `lang: de`",
                    "hier werden Einstellungen mit Namen erwartet, z. B. `lang: de`",
                ),
            ),
            Err(error) => reading.report(error.place, error.what),
        }
        (reading.settings, reading.problems)
    }
}

fn unread(path: PathBuf, error: &ReadError) -> SettingsProblem {
    SettingsProblem { path, place: None, what: both(error.text(Lang::En), error.text(Lang::De)) }
}

fn both(en: String, de: String) -> Text {
    Text { en: en.into(), de: de.into() }
}

/// What has been read so far.
struct Reading<'a> {
    path: &'a Path,
    settings: Settings,
    problems: Vec<SettingsProblem>,
}

impl Reading<'_> {
    fn report(&mut self, place: Place, what: impl Into<Text>) {
        self.problems.push(SettingsProblem {
            path: self.path.to_owned(),
            place: Some(place),
            what: what.into(),
        });
    }

    fn fields(&mut self, fields: &[Field]) {
        for Field { name, place, value } in fields {
            match name.as_str() {
                "labels" => self.labels(value),
                "segment" => match text(value) {
                    Some("auto") => self.settings.newlines = Newlines::Auto,
                    Some("keep") => self.settings.newlines = Newlines::Keep,
                    Some("unwrap") => self.settings.newlines = Newlines::Unwrap,
                    _ => self.report(
                        value.place,
                        Phrase::new(
                            "`segment` is one of auto, keep, unwrap",
                            "`segment` ist eines von auto, keep, unwrap",
                        ),
                    ),
                },
                "lang" => match text(value).unwrap_or_default().parse() {
                    Ok(language) => self.settings.language = Some(language),
                    Err(_) => self.report(
                        value.place,
                        both(
                            format!("`lang` is one of {}", languages()),
                            format!("`lang` ist eines von {}", languages()),
                        ),
                    ),
                },
                "checks" => self.checks(value),
                other if OTHERS.contains(&other) => {}
                other => self.report(
                    *place,
                    both(
                        format!("there is no setting `{other}`"),
                        format!("die Einstellung `{other}` gibt es nicht"),
                    ),
                ),
            }
        }
    }

    /// How bad each rule is that is named.
    fn checks(&mut self, checks: &Tree) {
        let Value::Fields(fields) = &checks.value else {
            return self.report(
                checks.place,
                Phrase::new(
                    "`checks` are levels by rule, e.g. {moved: error}",
                    "`checks` sind Stufen nach Regeln, z. B. {moved: error}",
                ),
            );
        };
        for Field { name, place, value } in fields {
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

    fn labels(&mut self, labels: &Tree) {
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
        let (mut id, mut key, mut letter, mut colour, mut name) = (None, None, None, None, (None, None));
        for Field { name: field, place, value } in fields {
            let said = text(value);
            match field.as_str() {
                "id" => match said.filter(|id| is_label(id)) {
                    Some(said) => id = Some(said),
                    None => self.report(
                        value.place,
                        Phrase::new(
                            "a label's `id` is made of a-z, 0-9, `-` and `_`",
                            "die `id` eines Etiketts besteht aus a-z, 0-9, `-` und `_`",
                        ),
                    ),
                },
                "key" => match said.and_then(single).filter(char::is_ascii_lowercase) {
                    Some(said) => key = Some(said),
                    None => self.report(
                        value.place,
                        Phrase::new(
                            "a label's `key` is one letter, a to z",
                            "die Taste `key` eines Etiketts ist ein Buchstabe von a bis z",
                        ),
                    ),
                },
                "letter" => match said.and_then(single).filter(|letter| letter.is_alphanumeric()) {
                    Some(said) => letter = Some(said),
                    None => self.report(
                        value.place,
                        Phrase::new(
                            "a label's `letter` is one letter or digit",
                            "`letter` eines Etiketts ist ein Buchstabe oder eine Ziffer",
                        ),
                    ),
                },
                "colour" => match said.filter(|said| LabelDefinition::COLOURS.contains(said)) {
                    Some(said) => colour = Some(said.to_owned()),
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
                "names" => name = self.names(value),
                _ => self.report(
                    *place,
                    both(
                        format!("a label has no `{field}`, but id, key, letter, colour, names"),
                        format!("ein Etikett hat kein `{field}`, sondern id, key, letter, colour, names"),
                    ),
                ),
            }
        }
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
            name_en: name.0.unwrap_or_else(|| id.to_owned()),
            name_de: name.1.unwrap_or_else(|| id.to_owned()),
        })
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

fn text(tree: &Tree) -> Option<&str> {
    match &tree.value {
        Value::Text(text) if !text.is_empty() => Some(text),
        _ => None,
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

fn languages() -> String {
    Language::ALL.map(Language::code).join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> (Settings, Vec<String>) {
        let (settings, problems) = Settings::parse(Path::new("factdesk.yaml"), text);
        (settings, problems.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn a_workspace_adds_labels_of_its_own() {
        let (settings, problems) = parse(
            "labels:\n- id: opinion\n  key: o\n  colour: cyan\n  names: {en: opinion, de: Meinung}\n\
             segment: keep\nlang: de\npeople: {ab: Anna Berg}\n",
        );
        assert_eq!(problems, [""; 0]);
        let opinion = settings.labels.find(&Label::new("opinion")).unwrap();
        assert_eq!((opinion.key, opinion.letter, opinion.name_de.as_str()), ('o', 'O', "Meinung"));
        assert_eq!((settings.newlines, settings.language), (Newlines::Keep, Some(Language::De)));
    }

    #[test]
    fn what_is_wrong_has_a_place_and_the_rest_works() {
        let (settings, problems) = parse(
            "labels:\n- id: denial\n  key: z\n- id: Bad Name\n  key: y\n- id: fine\n  key: q\nsegmnt: keep\nlang: xx\n\
             segment: unwrap\n",
        );
        let expected = [
            "factdesk.yaml:2:3: the id `denial` belongs to another label already",
            "factdesk.yaml:4:7: a label's `id` is made of a-z, 0-9, `-` and `_`",
            "factdesk.yaml:8:1: there is no setting `segmnt`",
            "factdesk.yaml:9:7: `lang` is one of de, en, fr, es, it, pl, ru, tr, cs, nl",
        ];
        assert_eq!(problems, expected);
        let german = Settings::parse(Path::new("factdesk.yaml"), "segmnt: keep\n").1[0].text(Lang::De);
        assert_eq!(german, "factdesk.yaml:1:1: die Einstellung `segmnt` gibt es nicht");
        assert!(settings.labels.find(&Label::new("fine")).is_some());
        assert_eq!(settings.newlines, Newlines::Unwrap);
    }

    #[test]
    fn each_rule_of_check_is_as_bad_as_it_says() {
        let (settings, problems) = parse("checks: {moved: error, lost: off, edited: fatal, mvoed: off}\n");
        assert_eq!(settings.checks.of(Rule::Moved), Level::Error);
        assert_eq!(settings.checks.of(Rule::Lost), Level::Off);
        let expected = [
            "factdesk.yaml:1:43: a rule is one of error, warn, off",
            "factdesk.yaml:1:50: there is no rule `mvoed`; factdesk check --rules lists them",
        ];
        assert_eq!(problems, expected);
    }

    #[test]
    fn a_file_that_is_no_yaml_leaves_the_default() {
        let (settings, problems) = parse("lang: de\nlabels: [\n");
        assert_eq!(settings, Settings::default());
        assert!(problems[0].starts_with("factdesk.yaml:2:9: not readable as YAML"), "{problems:?}");
    }
}
