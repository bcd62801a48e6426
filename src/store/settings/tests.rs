//! What a settings file says, and what is wrong in it.

use super::*;
use crate::{
    annotation::Label,
    review::check::{Level, Rule},
};

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

#[test]
fn people_aliases_filters_and_blindness_are_read() {
    let (settings, problems) = parse(
        "people: {ab: Anna Berg}\naliases:\n  Wanda Pell: [Pell, the mayor]\n  Carl Ash: Ash\n\
         filters:\n  z: 'state:open'\n  a: label:claim pell\nblind: false\n",
    );
    assert_eq!(problems, [""; 0]);
    assert_eq!(settings.people[&Annotator::new("ab").unwrap()], "Anna Berg");
    assert_eq!(
        (settings.aliases.name("The Mayor"), settings.aliases.name("ash")),
        ("Wanda Pell", "Carl Ash")
    );
    assert_eq!(settings.filters[0], ("z".to_owned(), "state:open".to_owned()));
    assert_eq!((settings.filter("a"), settings.filter("b")), (Some("label:claim pell"), None));
    assert!(!settings.blind && Settings::default().blind);
}

#[test]
fn what_is_wrong_in_them_has_a_place_too() {
    let (_, problems) = parse(
        "people: {A B: x}\naliases:\n  Pell: [P]\n  Ash: [p, {}]\nfilters: {a: 'is:odd'}\nblind: yes\n",
    );
    let expected = [
        "factdesk.yaml:1:10: `A B` is no annotator: a name of a-z, 0-9 and -",
        "factdesk.yaml:4:9: `p` means another source already",
        "factdesk.yaml:4:12: `aliases` are other names by source, e.g. {Wanda Pell: [Pell, the mayor]}",
        "factdesk.yaml:5:14: `is:odd`: one of unsure, marked, noted, no-source, conflict, mine, cut-differently",
        "factdesk.yaml:6:8: `blind` is true or false",
    ];
    assert_eq!(problems, expected);
}
