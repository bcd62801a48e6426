//! `factdesk check` and `factdesk stats`: what stands in annotation files.

use super::bench::Bench;

const GOOD: &str = "format: 1\narticle: town/bridge.txt\nannotator: ab\nunits: 2\nsentences:\n\
    - start: 26\n  end: 57\n  quote: Der Bürgermeister bestritt das.\n  tags:\n  - label: denial\n    cue: bestritt\n...\n";

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

#[test]
fn each_problem_names_its_rule_at_the_line_of_its_tag_and_settings_say_how_bad_it_is() {
    let bench = Bench::workspace();
    bench.write("annotations/ab/town/bridge.txt.yaml", GOOD.replace("cue: bestritt", "unsure: true"));
    let place = "annotations/ab/town/bridge.txt.yaml:10:5: ";
    let ran = bench.run(&["check"]).ends(0);
    assert!(ran.out.starts_with(&format!("{place}warning: this denial ")), "{}", ran.out);
    assert!(ran.out.contains(" [denial-without-target]\n"), "{}", ran.out);
    bench.write("factdesk.yaml", "checks: {denial-without-target: error}\n");
    let ran = bench.run(&["check"]).ends(1);
    assert!(ran.out.starts_with(&format!("{place}this denial ")), "{}", ran.out);
    bench.write("factdesk.yaml", "checks: {denial-without-target: off}\n");
    let ran = bench.run(&["check"]).ends(0);
    assert_eq!(ran.out, "checked 1 file: 1 sentence, 1 tag, 0 problems\n");
    let ran = bench.run(&["check", "--rules"]).ends(0);
    let row = ran.out.lines().find(|line| line.starts_with("denial-without-target")).unwrap();
    assert_eq!(row.split_whitespace().take(3).collect::<Vec<_>>(), ["denial-without-target", "warn", "off"]);
    bench.write("factdesk.yaml", "checks: {denial-without-traget: off}\n");
    let ran = bench.run(&["check"]).ends(1);
    assert!(ran.out.contains("factdesk.yaml:1:10: there is no rule `denial-without-traget`"), "{}", ran.out);
}

#[test]
fn only_what_is_named_is_checked() {
    let bench = Bench::workspace();
    bench.write("corpus/town/pool.txt", "Das Bad schließt.\n");
    bench.write("annotations/ab/town/bridge.txt.yaml", GOOD);
    bench.write("annotations/cd/town/bridge.txt.yaml", GOOD.replace("annotator: ab", "annotator: cd"));
    bench.write("annotations/cd/town/pool.txt.yaml", "format: 1\nsentences: [\n");
    bench.write("notes.txt", "");
    for (named, code, files) in [
        (&["annotations/ab/town/bridge.txt.yaml"][..], 0, 1),
        (&["corpus/town/bridge.txt"], 0, 2),
        (&["corpus/town/bridge.txt", "annotations/ab"], 0, 2),
        (&["./corpus/../corpus/town/pool.txt"], 1, 1),
        (&["annotations/cd"], 1, 2),
        (&["factdesk.yaml", "notes.txt"], 0, 0),
        (&["."], 1, 3),
        (&["--annotator", "ab"], 0, 1),
        (&["--annotator", "cd", "corpus/town/bridge.txt"], 0, 1),
    ] {
        bench.write("factdesk.yaml", "lang: de\n");
        let ran = bench.run(&[&["check"], named].concat()).ends(code);
        let count = if files == 1 { "checked 1 file:".to_owned() } else { format!("checked {files} files:") };
        assert!(ran.out.contains(&count), "{named:?}:\n{}", ran.out);
        assert_eq!(ran.err.contains("notes.txt: neither"), named.contains(&"notes.txt"), "{}", ran.err);
    }
    assert!(bench.run(&["check", "corpus/town/gone.txt"]).ends(2).err.contains("gone.txt"));
}

#[test]
fn programs_and_github_get_paths_below_the_current_folder() {
    let bench = Bench::workspace();
    bench.write("annotations/ab/town/bridge.txt.yaml", GOOD.replace("format: 1", "fromat: 1"));
    let path = "annotations/ab/town/bridge.txt.yaml";
    let ran = bench.run(&["check", "--format", "json"]).ends(1);
    let report: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!((&report["files"], &report["sentences"]), (&1.into(), &0.into()));
    let problem = &report["problems"][0];
    assert_eq!((problem["path"].as_str(), problem["rule"].as_str()), (Some(path), Some("unreadable")));
    assert_eq!((&problem["line"], problem["level"].as_str()), (&1.into(), Some("error")));
    let ran = bench.run(&["check", "--format", "github"]).ends(1);
    assert!(
        ran.out.starts_with(&format!("::error file={path},line=1,col=1,title=unreadable::unknown")),
        "{}",
        ran.out
    );
}

#[test]
fn a_file_that_is_not_even_opened_is_named_once() {
    let bench = Bench::workspace();
    let file = "annotations/ab/town/bridge.txt.yaml";
    bench.write(file, "");
    std::fs::File::create(bench.path().join(file)).unwrap().set_len(65 << 20).unwrap();
    let ran = bench.run(&["check"]).ends(1);
    assert!(ran.out.starts_with(&format!("{file}:1:1: is 68157440 bytes large; ")), "{}", ran.out);
}
