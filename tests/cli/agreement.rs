//! `factdesk agreement`: the figures are those of the reference implementation, and people see who disagrees where.

use std::fmt::Write as _;

use serde_json::{Value, json};

use crate::bench::Bench;

/// An annotation file's sentence: its number in the article, and the lines below `quote`.
type Said<'a> = (usize, &'a str);

const CLAIM: &str = "  tags:\n  - label: claim\n";
const NOTHING: &str = "  read: true\n  tags: []\n";

/// A workspace with one article of so many sentences.
fn article(sentences: usize) -> Bench {
    let bench = Bench::empty();
    let lines: Vec<String> = (0..sentences).map(quote).collect();
    bench.write("corpus/town/a.txt", lines.join(" "));
    bench
}

fn quote(number: usize) -> String {
    format!("Satz {number:03}.")
}

fn annotate(bench: &Bench, annotator: &str, said: &[Said<'_>]) {
    let mut yaml = format!("format: 1\narticle: town/a.txt\nannotator: {annotator}\nsentences:\n");
    for (number, rest) in said {
        let quote = quote(*number);
        let start = number * (quote.len() + 1);
        let end = start + quote.len();
        write!(yaml, "- start: {start}\n  end: {end}\n  quote: {quote}\n{rest}").unwrap();
    }
    if said.is_empty() {
        yaml = yaml.replace("sentences:", "sentences: []");
    }
    bench.write(&format!("annotations/{annotator}/town/a.txt.yaml"), yaml + "...\n");
}

fn json(bench: &Bench, arguments: &[&str]) -> Value {
    let asked = [&["agreement", "--format", "json"], arguments].concat();
    serde_json::from_str(&bench.run(&asked).ends(0).out).unwrap()
}

/// Two annotators and four sentences: both, only ab, neither, and one that cd has not read.
fn two() -> Bench {
    let bench = article(4);
    annotate(&bench, "ab", &[(0, CLAIM), (1, CLAIM), (2, NOTHING), (3, NOTHING)]);
    annotate(&bench, "cd", &[(0, CLAIM), (1, NOTHING), (2, NOTHING)]);
    bench
}

#[test]
fn all_figures_are_those_of_the_reference() {
    let cases: Vec<Value> = serde_json::from_str(include_str!("../reference/agreement.json")).unwrap();
    for case in &cases {
        let units: Vec<Vec<Option<u8>>> = serde_json::from_value(case["units"].clone()).unwrap();
        let bench = article(units.len());
        for annotator in 0..units[0].len() {
            let vote = |(number, unit): (usize, &Vec<Option<u8>>)| {
                unit[annotator].map(|vote| (number, if vote == 1 { CLAIM } else { NOTHING }))
            };
            let said: Vec<Said<'_>> = units.iter().enumerate().filter_map(vote).collect();
            annotate(&bench, &format!("a{annotator}"), &said);
        }
        let found = &json(&bench, &[])["labels"]["claim"];
        for (figure, expected) in case.as_object().unwrap() {
            let (name, found) = (&case["name"], &found[figure]);
            match (figure.as_str(), expected.as_f64()) {
                ("name" | "units", _) => {}
                (_, None) => assert_eq!(found, expected, "{figure} of {name}"),
                (_, Some(expected)) => {
                    let near = found.as_f64().is_some_and(|found| (found - expected).abs() < 1e-9);
                    assert!(near, "{figure} of {name}: {found} instead of {expected}");
                }
            }
        }
    }
}

#[test]
fn people_see_tables_pictures_and_the_sentences_in_dispute() {
    let out = two().run(&["agreement", "--disagreements", "--label", "claim"]).ends(0).out;
    let expected = "\
ab, cd: 3 sentences read by two at least, 0 of them cut differently

label  sentences  percent  kappa  alpha    95 % of alpha  F1 = PA     NA    AC1
claim          3     66.7  0.400  0.444  -0.250 to 1.000    0.667  0.667  0.373

ab and cd
label          who gives it  sentences
claim          both                  1  ████████████████████████
  kappa 0.400  only ab               1  ████████████████████████
               only cd               0
               neither               1  ████████████████████████

In dispute: 1 sentence
town/a.txt:1: Satz 001.
  claim: ab; not cd
";
    assert_eq!(out, expected);
}

#[test]
fn programs_get_pairs_confusion_and_disputes() {
    let found = json(&two(), &["--disagreements"]);
    let counts =
        ["both", "only_a", "only_b", "neither"].map(|cell| found["pairs"][0][cell].as_u64().unwrap());
    assert_eq!(counts, [1, 1, 0, 1]);
    assert_eq!([&found["pairs"][0]["a"], &found["pairs"][0]["label"]], ["ab", "claim"]);
    assert_eq!(
        found["confusion"][0]["counts"],
        json!([[1, 0, 0, 1], [0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 1]])
    );
    let dispute = json!({
        "article": "town/a.txt", "line": 1, "start": 10, "end": 19, "quote": "Satz 001.",
        "cut_differently": false, "labels": [{"label": "claim", "yes": ["ab"], "no": ["cd"]}],
    });
    assert_eq!(found["disagreements"], json!([dispute]));
}

#[test]
fn who_saw_others_tags_is_left_out_and_those_with_suggestions_are_told_apart() {
    let bench = two();
    let saw = |names| format!("{NOTHING}  saw:\n  - {names}\n");
    annotate(&bench, "cd", &[(0, CLAIM), (1, &saw("ab")), (2, &saw("suggestions"))]);
    let out = bench.run(&["agreement"]).ends(0).out;
    assert!(
        out.contains("left out, read with others' tags on the screen: 1 sentence (--all counts them)"),
        "{out}"
    );
    assert!(out.contains("\nclaim        with suggestions          1    100.0"), "{out}");
    let sentences = |arguments: &[&str], group: &str| {
        let claim = json(&bench, arguments)["labels"]["claim"].clone();
        if group.is_empty() { claim["sentences"].clone() } else { claim[group]["sentences"].clone() }
    };
    assert_eq!([sentences(&[], ""), sentences(&["--all"], "")], [2, 3]);
    assert_eq!([sentences(&[], "blind"), sentences(&[], "suggestions")], [1, 1]);
}

#[test]
fn desk_is_compared_when_it_is_named() {
    let bench = two();
    annotate(&bench, "desk", &[(0, CLAIM), (1, CLAIM), (2, NOTHING), (3, CLAIM)]);
    assert_eq!(json(&bench, &[])["annotators"], json!(["ab", "cd"]));
    let found = json(&bench, &["--annotator", "desk", "--annotator", "ab"]);
    assert_eq!((&found["annotators"], &found["sentences"]), (&json!(["ab", "desk"]), &json!(4)));
}

#[test]
fn one_story_or_article_can_be_meant() {
    let bench = two();
    bench.write("corpus/river/b.txt", "Satz 000.");
    for annotator in ["ab", "cd"] {
        let file = format!(
            "format: 1\nannotator: {annotator}\nsentences:\n- start: 0\n  end: 9\n  quote: Satz 000.\n{CLAIM}...\n"
        );
        bench.write(&format!("annotations/{annotator}/river/b.txt.yaml"), file);
    }
    let sentences = |arguments: &[&str]| json(&bench, arguments)["sentences"].clone();
    assert_eq!(sentences(&[]), 4);
    assert_eq!(sentences(&["--story", "river"]), 1);
    assert_eq!(sentences(&["--article", "town/a.txt"]), 3);
    assert_eq!(sentences(&["--article", "town/a.txt", "--story", "river"]), 4);
}

#[test]
fn what_cannot_be_compared_is_said() {
    let bench = two();
    for (arguments, said) in [
        (["--annotator", "ab"], "--annotator ab: one alone agrees with nobody"),
        (["--annotator", "xy"], "--annotator xy: has no annotations here"),
        (["--label", "hedge"], "hint: its labels are claim, denial, attribution"),
        (["--story", "sea"], "--story sea: nobody has annotations of such a story"),
        (["--article", "sea/a.txt"], "--article sea/a.txt: nobody has annotations of such an article"),
    ] {
        let err = bench.run(&[&["agreement"], &arguments[..]].concat()).ends(2).err;
        assert!(err.contains(said), "{err}");
    }
    let nobody = Bench::workspace().run(&["agreement"]).ends(0).out;
    assert!(
        nobody.contains("nobody: 0 sentences") && nobody.contains("there is nothing to compare"),
        "{nobody}"
    );
}

#[test]
fn a_file_that_cannot_be_read_is_named_and_the_others_count() {
    let bench = two();
    bench.write("annotations/ef/town/a.txt.yaml", "format: 1\nsentences: 7\n");
    let ran = bench.run(&["agreement"]).ends(1);
    assert!(ran.err.contains("annotations/ef/town/a.txt.yaml:2:"), "{}", ran.err);
    assert!(ran.out.starts_with("ab, cd: 3 sentences"), "{}", ran.out);
}

#[test]
fn without_the_article_sentences_are_compared_by_their_words() {
    let bench = two();
    std::fs::remove_file(bench.path().join("corpus/town/a.txt")).unwrap();
    let ran = bench.run(&["agreement"]).ends(1);
    assert!(ran.err.contains("its sentences are compared by their words alone"), "{}", ran.err);
    assert!(ran.out.starts_with("ab, cd: 3 sentences"), "{}", ran.out);
}
