//! `factdesk check` and `factdesk stats`: what stands in annotation files.

use super::bench::Bench;

const GOOD: &str = "format: 1\narticle: town/bridge.txt\nannotator: ab\nunits: 2\nsentences:\n\
    - start: 26\n  end: 57\n  quote: Der Bürgermeister bestritt das.\n  tags:\n  - label: denial\n...\n";

#[test]
fn a_sound_workspace_is_counted() {
    let bench = Bench::workspace();
    bench.write("annotations/ab/town/bridge.txt.yaml", GOOD);
    let ran = bench.run(&["check"]).ends(0);
    assert_eq!(ran.out, "checked 1 file: 1 sentence, 1 tag, 0 problems\n");
    let ran = bench.run(&["stats", "--format", "json"]).ends(0);
    let stats: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(stats["articles"][0]["denials"], 1);
    assert_eq!(stats["annotators"][0]["read"], 1);
    let ran = bench.run(&["stats"]).ends(0);
    assert!(ran.out.contains("town/bridge.txt") && ran.out.contains("1/2"), "{}", ran.out);
}

#[test]
fn problems_name_file_line_and_column_and_the_file_stays() {
    let bench = Bench::workspace();
    for (name, text, place) in [
        ("aa", GOOD.replace("format: 1", "fromat: 1"), ":1:1: "),
        ("bb", GOOD.replace("start: 26", "start: x"), ":6:10: "),
        ("cc", GOOD.replace("bestritt", "bestätigte"), ":6:3: "),
        ("dd", GOOD.replace("  tags:", "  tags: &a"), ":9:"),
        ("ee", GOOD.replace("sentences:", "<<<<<<< HEAD\nsentences:"), ":5:1: "),
    ] {
        let file = format!("annotations/{name}/town/bridge.txt.yaml");
        bench.write(&file, &text);
        let ran = bench.run(&["check"]).ends(1);
        assert!(ran.out.contains(&format!("{file}{place}")), "no {place} in\n{}", ran.out);
        assert_eq!(bench.read(&file), text);
        std::fs::remove_file(bench.path().join(file)).unwrap();
    }
}

#[test]
fn warnings_are_told_and_end_well() {
    let bench = Bench::workspace();
    let text = GOOD
        .replace("...\n", "")
        .replace("label: denial", "label: rumour")
        .replace("26", "27")
        .replace("57", "58");
    bench.write("annotations/ab/town/bridge.txt.yaml", text);
    let ran = bench.run(&["check"]).ends(0);
    for word in ["cut off", "rumour", "it moved to 26-57", "0 problems, 3 warnings"] {
        assert!(ran.out.contains(word), "no {word:?} in\n{}", ran.out);
    }
}

#[test]
fn an_article_that_is_gone_is_a_problem() {
    let bench = Bench::workspace();
    bench.write("annotations/ab/town/gone.txt.yaml", GOOD.replace("bridge", "gone"));
    let ran = bench.run(&["check"]).ends(1);
    assert!(ran.out.contains("gone.txt"), "{}", ran.out);
}
