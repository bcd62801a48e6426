//! `factdesk anchors`: where saved sentences stand after an article was edited.

use serde_json::{Value, json};

use super::bench::Bench;

const ARTICLE: &str = "corpus/town/bridge.txt";
const FILE: &str = "annotations/ab/town/bridge.txt.yaml";

const OLD: &str = "Die Brücke über die Lauter wird am Montag gesperrt. Der Bürgermeister bestritt das am Abend. \
                   Er sprach von „drei Monaten“ Bauzeit.\n";

/// A workspace in which `ab` has read all three sentences.
fn bench() -> Bench {
    let bench = Bench::workspace();
    bench.write(ARTICLE, OLD);
    bench.run_on("space\nspace\nc\nq\n", &["annotate", "--plain", "--annotator", "ab"]).ends(0);
    assert_eq!(bench.read(FILE).matches("- start:").count(), 3);
    bench
}

fn records(out: &str) -> Vec<Value> {
    out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn an_unchanged_article_has_nothing_to_tell() {
    let bench = bench();
    let ran = bench.run(&["anchors"]).ends(0);
    assert_eq!((ran.out.as_str(), ran.err.as_str()), ("", "3 exact\n"));
    let ran = bench.run(&["anchors", "--format", "jsonl"]).ends(0);
    let expected = "{\"article\":\"town/bridge.txt\",\"annotator\":\"ab\",\"start\":0,\"end\":51,\"quote\":\"Die Brücke über die \
                    Lauter wird am Montag gesperrt.\",\"state\":\"exact\",\"new_start\":0,\"new_end\":51,\"new_quote\":\"Die \
                    Brücke über die Lauter wird am Montag gesperrt.\",\"score\":1.0}";
    assert_eq!(ran.out.lines().next(), Some(expected));
}

#[test]
fn every_sentence_is_reported_with_its_state() {
    let bench = bench();
    let saved = bench.read(FILE);
    let edited = OLD
        .replace("Die Brücke", "Neu. Die Brücke")
        .replace("am Abend", "am Morgen")
        .replace("Er sprach von „drei Monaten“ Bauzeit.", "");
    bench.write(ARTICLE, edited);
    let ran = bench.run(&["anchors", "--format", "jsonl"]).ends(1);
    let records = records(&ran.out);
    let states: Vec<&str> = records.iter().map(|record| record["state"].as_str().unwrap()).collect();
    assert_eq!(states, ["moved", "edited", "lost"]);
    assert_eq!(records[1]["new_quote"], "Der Bürgermeister bestritt das am Morgen.");
    assert_eq!((&records[1]["start"], &records[1]["new_start"]), (&json!(52), &json!(57)));
    assert_eq!((&records[2]["new_start"], &records[2]["new_quote"]), (&Value::Null, &Value::Null));
    let ran = bench.run(&["anchors"]).ends(1);
    assert!(ran.out.contains("52-92 → 57-98") && ran.out.contains("am [-Abend-]{+Morgen+}"), "{}", ran.out);
    assert_eq!(ran.err, "0 exact, 1 moved, 1 edited, 1 lost\n");
    let ran = bench.run(&["anchors", "--state", "lost,ambiguous", "--format", "jsonl"]).ends(1);
    assert_eq!(ran.out.lines().count(), 1);
    assert_eq!(bench.read(FILE), saved);
    assert!(bench.run(&["anchors", "--annotator", "cd"]).ends(0).out.is_empty());
    bench.run(&["anchors", "--state", "gone"]).ends(2);
}

#[test]
fn moves_are_accepted_and_nothing_else() {
    let bench = bench();
    bench.write(
        ARTICLE,
        format!(
            "Eine neue Zeile davor.\n\n{}",
            OLD.replace("„drei Monaten“", "\"drei Monaten\"").replace("bestritt", "bestätigte")
        ),
    );
    let ran = bench.run(&["anchors", "--accept-moves"]).ends(2);
    assert!(ran.err.contains("hint: ") && ran.err.contains("--annotator"), "{}", ran.err);
    let ran = bench.run(&["anchors", "--accept-moves", "--annotator", "ab"]).ends(1);
    assert!(ran.err.starts_with("ab: 2 sentences confirmed in 1 file\n"), "{}", ran.err);
    let file = bench.read(FILE);
    assert!(
        file.contains("\"drei Monaten\\\" Bauzeit") || file.contains("\"drei Monaten\" Bauzeit"),
        "{file}"
    );
    assert!(file.contains("quote: Der Bürgermeister bestritt das am Abend."), "{file}");
    let records = records(&bench.run(&["anchors", "--format", "jsonl"]).ends(1).out);
    let states: Vec<&str> = records.iter().map(|record| record["state"].as_str().unwrap()).collect();
    assert_eq!(states, ["exact", "edited", "exact"]);
    let again = bench.run(&["anchors", "--accept-moves", "--annotator", "ab"]).ends(1);
    assert!(again.err.starts_with("ab: 0 sentences confirmed in 0 files\n"), "{}", again.err);
    assert_eq!(bench.read(FILE), file);
}

#[test]
fn what_cannot_be_read_is_told_and_the_rest_reported() {
    let bench = bench();
    bench.write("annotations/cd/town/bridge.txt.yaml", "format: 1\nsentences: [\n");
    bench.write("annotations/ab/town/gone.txt.yaml", bench.read(FILE));
    let ran = bench.run(&["anchors", "--format", "jsonl"]).ends(1);
    let states: Vec<String> = records(&ran.out).iter().map(|record| record["state"].to_string()).collect();
    assert_eq!(states.concat(), "\"exact\"\"exact\"\"exact\"\"lost\"\"lost\"\"lost\"");
    assert!(ran.err.contains("cd/town/bridge.txt.yaml") && ran.err.contains("gone.txt"), "{}", ran.err);
}

#[test]
fn what_stands_for_a_sentence_is_a_unit_of_the_workspace() {
    let short = "Die Brücke wird\nam Montag gesperrt. Alle gehen zu Fuß.\n";
    let wrapped = "Die Brücke über die Lauter wird am kommenden Montag für alle\n\
                   gesperrt, weil Taucher im Winter an zwei Pfeilern der Brücke\n\
                   tiefe Risse gefunden haben, teilte das Rathaus am Abend mit.\n";
    for (policy, text, expected) in [
        ("unwrap", short, "Die Brücke wird\nam Dienstag gesperrt."),
        ("keep", wrapped, "Die Brücke über die Lauter wird am kommenden Dienstag für alle"),
    ] {
        let bench = Bench::workspace();
        bench.write("factdesk.yaml", format!("segment: {policy}\n"));
        bench.write(ARTICLE, text);
        bench.run_on("c\nq\n", &["annotate", "--plain", "--annotator", "ab"]).ends(0);
        bench.write(ARTICLE, text.replace("Montag", "Dienstag"));
        let ran = bench.run(&["anchors", "--format", "jsonl"]).ends(1);
        assert_eq!(records(&ran.out)[0]["new_quote"], expected, "{policy}");
    }
}
