//! `factdesk segment`: sentences as JSON lines.

use serde_json::Value;

use super::bench::Bench;

fn lines(out: &str) -> Vec<Value> {
    out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn positions_count_code_points_of_the_whole_text() {
    let bench = Bench::empty();
    let text = "---\ntitle: Größe\nlang: de\n---\nDie „Größe“ 𝄞 zählt. Am 3. Mai auch.\r\nEnde.";
    bench.write("a.txt", text);
    let ran = bench.run(&["segment", "a.txt"]).ends(0);
    let decoded: Vec<char> = text.replace("\r\n", "\n").chars().collect();
    let lines = lines(&ran.out);
    let texts: Vec<&str> = lines.iter().map(|line| line["text"].as_str().unwrap()).collect();
    assert_eq!(texts, ["Die „Größe“ 𝄞 zählt.", "Am 3. Mai auch.", "Ende."]);
    for line in &lines {
        let at = |key: &str| usize::try_from(line[key].as_u64().unwrap()).unwrap();
        let quote: String = decoded[at("start")..at("end")].iter().collect();
        assert_eq!(quote, line["text"].as_str().unwrap());
        assert_eq!(line["article"], "a.txt");
    }
}

#[test]
fn explain_names_a_rule_for_every_place() {
    let bench = Bench::empty();
    bench.write("a.txt", "Dr. Huber kam. Er ging.");
    let ran = bench.run(&["segment", "--explain", "--lang", "de", "a.txt"]).ends(0);
    let lines = lines(&ran.out);
    let (units, decisions): (Vec<_>, Vec<_>) = lines.iter().partition(|line| line.get("text").is_some());
    assert_eq!(units.len(), 2);
    assert!(units.iter().all(|unit| unit["rule"].is_string()));
    let after_title = decisions.iter().find(|line| line["at"] == 4).unwrap();
    assert_eq!(after_title["cut"], false);
    assert!(after_title["rule"].as_str().is_some_and(|rule| !rule.is_empty()));
}

#[test]
fn one_bad_file_does_not_keep_the_others_back() {
    let bench = Bench::empty();
    bench.write("a.txt", "Ein Satz.");
    bench.write("b.txt", b"\x00\x01binary");
    let ran = bench.run(&["segment", "b.txt", "a.txt", "missing.txt"]).ends(2);
    assert_eq!(lines(&ran.out).len(), 1);
    assert!(ran.err.contains("b.txt") && ran.err.contains("missing.txt"), "{}", ran.err);
    let ran = bench.run(&["segment", "--lang", "xx", "a.txt"]).ends(2);
    assert!(ran.err.contains("xx"), "{}", ran.err);
}
