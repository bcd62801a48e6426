//! `factdesk stats`: what was read, tagged and quoted, by article, annotator, outlet and story.

use serde_json::{Value, json};

use super::bench::Bench;

/// An annotation file: its first lines, and sentences as start, end, quote and the rest.
fn file(article: &str, annotator: &str, units: u32, sentences: &[(u32, u32, &str, &str)]) -> String {
    let sentence = |(start, end, quote, rest): &(u32, u32, &str, &str)| {
        format!("- start: {start}\n  end: {end}\n  quote: {quote}\n{rest}")
    };
    let sentences: String = sentences.iter().map(sentence).collect();
    format!(
        "format: 1\narticle: {article}\nannotator: {annotator}\nunits: {units}\nsentences:\n{sentences}...\n"
    )
}

const CLAIM: &str = "  tags:\n  - label: claim\n";
const DENIAL: &str =
    "  tags:\n  - label: denial\n    source:\n    - He\n    source_at: 34-36\n    who: Ole Brandt\n";
const READ: &str = "  read: true\n  tags: []\n";

/// One article that two annotators have read, one that nobody has.
fn workspace() -> Bench {
    let bench = Bench::empty();
    let text = "---\noutlet: Courier\n---\nIt stood. He denies it.\n";
    bench.write("corpus/sea/crane.txt", text);
    bench.write("corpus/sea/unread.txt", "Nothing yet.\n");
    let said = [(24, 33, "It stood.", CLAIM), (34, 47, "He denies it.", DENIAL)];
    bench.write("annotations/ab/sea/crane.txt.yaml", file("sea/crane.txt", "ab", 2, &said));
    let of_cd = file("sea/crane.txt", "cd", 2, &[(24, 33, "It stood.", READ)]);
    bench.write("annotations/cd/sea/crane.txt.yaml", of_cd);
    bench
}

fn stats(bench: &Bench, arguments: &[&str]) -> Value {
    let ran = bench.run(&[&["stats", "--format", "json"], arguments].concat()).ends(0);
    serde_json::from_str(&ran.out).unwrap()
}

#[test]
fn everything_is_counted_by_whom_and_where() {
    let stats = stats(&workspace(), &[]);
    assert_eq!(stats["corpus"], 2);
    let ab = &stats["articles"][0];
    assert_eq!((&ab["annotator"], &ab["units"], &ab["read"]), (&json!("ab"), &json!(2), &json!(2)));
    assert_eq!((&ab["claims"], &ab["denials"]), (&json!(1), &json!(1)));
    assert_eq!(stats["annotators"][1]["read"], 1);
    let crane =
        json!({"articles": 1, "sentences": 2, "labels": {"claim": 1, "denial": 1}, "outlet": "Courier"});
    assert_eq!(stats["outlets"], json!([crane]));
    assert_eq!(stats["stories"][0]["labels"], json!({"claim": 1, "denial": 1}));
    assert_eq!(stats["labels"], json!({"claim": 1, "denial": 1}));
    assert_eq!((&stats["states"]["disagreement"], &stats["states"]["one-reader"]), (&json!(1), &json!(1)));
    assert_eq!(stats["anchors"]["exact"], 2);
    assert_eq!(stats["sources"], json!([{"source": "Ole Brandt", "sentences": 1}]));
}

#[test]
fn an_article_that_nobody_has_opened_counts_and_nobody_knows_its_units() {
    let bench = workspace();
    let unread = &stats(&bench, &[])["articles"][2];
    assert_eq!((&unread["article"], &unread["annotator"]), (&json!("sea/unread.txt"), &Value::Null));
    assert_eq!((&unread["units"], &unread["read"]), (&Value::Null, &json!(0)));
    let table = bench.run(&["stats"]).ends(0).out;
    let row = table.lines().find(|line| line.starts_with("sea/unread.txt")).unwrap();
    assert_eq!(row.split_whitespace().collect::<Vec<_>>()[1..4], ["–", "0/?", "?"]);
}

#[test]
fn one_annotator_can_be_counted_alone() {
    let stats = stats(&workspace(), &["--annotator", "cd"]);
    assert_eq!(stats["annotators"].as_array().unwrap().len(), 1);
    assert_eq!((&stats["labels"], &stats["articles"][0]["read"]), (&json!({}), &json!(1)));
}

#[test]
fn sources_are_counted_under_the_name_that_the_settings_give_them() {
    let bench = workspace();
    bench.write("factdesk.yaml", "aliases:\n  Harbour master:\n  - Ole Brandt\n");
    assert_eq!(stats(&bench, &[])["sources"][0]["source"], "Harbour master");
}

#[test]
fn what_cannot_be_read_is_told_and_the_rest_is_counted() {
    let bench = workspace();
    bench.write("annotations/cd/sea/crane.txt.yaml", "format: 1\nsentences: 3\n...\n");
    let ran = bench.run(&["stats", "--format", "json"]).ends(1);
    assert!(ran.err.contains("annotations/cd/sea/crane.txt.yaml:2:"), "{}", ran.err);
    let stats: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(stats["labels"], json!({"claim": 1, "denial": 1}));
}

#[test]
fn the_table_shows_what_json_tells() {
    let table = workspace().run(&["stats"]).ends(0).out;
    let rows: Vec<String> =
        table.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
    for row in [
        "sea/crane.txt ab 2/2 0 1 1 0 0 0 0",
        "1 of 2 articles cd 1/2 1 0 0 0 0 0 0",
        "Courier 1 2 1 1 0 0",
        "sea 1 2 1 1 0 0",
        "disagreement 1",
        "exact 2",
        "Ole Brandt 1",
    ] {
        assert!(rows.iter().any(|line| line == row), "no {row:?} in\n{table}");
    }
}
