//! `factdesk list`.

use crate::bench::Bench;

/// A workspace with two articles: `ab` and `cd` on the bridge, of which one sentence moved and one is gone; `ab` on
/// the school.
pub fn newsroom() -> Bench {
    let bench = Bench::workspace();
    bench.write("corpus/school.md", "---\ntitle: A school\noutlet: Gazette\n---\nIt opens.\n");
    let file = |sentences: &str| format!("format: 1\nsentences:\n{sentences}...\n");
    let sentence = |start: u32, quote: &str, rest: &str| {
        let end = start + u32::try_from(quote.chars().count()).unwrap();
        format!("- start: {start}\n  end: {end}\n  quote: {quote}\n{rest}")
    };
    let bridge = "Die Brücke wird gesperrt.";
    let denied = "Der Bürgermeister bestritt das.";
    let claim = "  tags:\n  - label: claim\n    claims: [closing]\n";
    let denial = "  tags:\n  - label: denial\n    source: [Pell]\n    cue: bestritt\n  note: \"=1+1\"\n";
    bench.write(
        "annotations/ab/town/bridge.txt.yaml",
        file(&[sentence(0, bridge, claim), sentence(26, denied, denial)].concat()),
    );
    let attribution = "  tags:\n  - label: attribution\n    unsure: true\n";
    let gone = sentence(60, "Das ist alles.", claim);
    bench.write(
        "annotations/cd/town/bridge.txt.yaml",
        file(&[sentence(0, denied, attribution), gone].concat()),
    );
    bench.write("annotations/ab/school.md.yaml", file(&sentence(42, "It opens.", claim)));
    bench.write(
        "factdesk.yaml",
        "aliases: {Wanda Pell: Pell}\nfilters: {doubtful: 'is:unsure state:disagreement'}\n",
    );
    bench
}

/// The lines of a table, without what stands behind the first columns.
fn listed(bench: &Bench, arguments: &[&str]) -> Vec<String> {
    let ran = bench.run(&[&["list", "--format", "jsonl"], arguments].concat()).ends(0);
    let lines = ran.out.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap());
    lines.map(|line| line["text"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_table_says_where_what_and_how_far() {
    let ran = newsroom().run(&["list"]).ends(0);
    let expected = "\
article            sentence                         labels     source      state
school.md:5        It opens.                        ab:C                   one-reader, moved
town/bridge.txt:1  Die Brücke wird gesperrt.        ab:C                   one-reader
town/bridge.txt:1  Der Bürgermeister bestritt das.  ab:D cd:A  Wanda Pell  disagreement, moved
town/bridge.txt    Das ist alles.                   cd:C                   one-reader, lost
";
    assert_eq!(ran.out, expected);
    assert_eq!(ran.err, "4 sentences\n");
}

#[test]
fn json_lines_have_all_that_is_said() {
    let ran = newsroom().run(&["list", "--format", "jsonl", "--filter", "doubtful"]).ends(0);
    let expected = concat!(
        r#"{"article":"town/bridge.txt","story":"town","title":null,"outlet":null,"author":null,"date":null,"url":null,"#,
        r#""line":1,"start":26,"end":57,"text":"Der Bürgermeister bestritt das.","saved":null,"#,
        r#""labels":["denial","attribution"],"source":"Wanda Pell","annotators":["ab","cd"],"state":"disagreement","#,
        r#""anchor":"moved","tags":[{"annotator":"ab","reading":0,"label":"denial","start":26,"end":57,"source":["Pell"],"#,
        r#""who":null,"cue":"bestritt","claims":[],"unsure":false,"origin":null},{"annotator":"cd","reading":1,"#,
        r#""label":"attribution","start":26,"end":57,"source":[],"who":null,"cue":null,"claims":[],"unsure":true,"#,
        r#""origin":null}],"readings":[{"annotator":"ab","start":26,"end":57,"anchor":"exact","read":false,"#,
        r#""note":"=1+1"},{"annotator":"cd","start":26,"end":57,"anchor":"moved","read":false}],"#,
        r#""notes":[{"annotator":"ab","note":"=1+1"}]}"#,
        "\n",
    );
    assert_eq!((ran.out.as_str(), ran.err.as_str()), (expected, ""));
}

#[test]
fn csv_runs_in_no_spreadsheet() {
    let bench = newsroom();
    let file = bench.read("annotations/ab/town/bridge.txt.yaml").replace("note: \"=1+1\"", "note: x");
    bench.write("annotations/ab/town/bridge.txt.yaml", file.replace("[Pell]", "['=cmd']"));
    let ran = bench.run(&["list", "--format", "csv", "--label", "denial"]).ends(0);
    let expected = "\
article,line,start,end,text,labels,source,annotators,state,anchor,tags,notes
town/bridge.txt,1,26,57,Der Bürgermeister bestritt das.,denial attribution,'=cmd,ab cd,disagreement,moved,ab:denial cd:attribution,ab: x
";
    assert_eq!(ran.out, expected);
}

#[test]
fn options_narrow_and_their_values_widen() {
    let bench = newsroom();
    let all = ["It opens.", "Die Brücke wird gesperrt.", "Der Bürgermeister bestritt das.", "Das ist alles."];
    let of = |arguments: &[&str]| listed(&bench, arguments);
    assert_eq!(of(&[]), all);
    assert_eq!(of(&["--label", "denial,attribution"]), [all[2]]);
    assert_eq!(of(&["--label", "claim", "--label", "denial"]), all);
    assert_eq!(of(&["--label", "claim", "--annotator", "cd"]), [all[3]]);
    assert_eq!(of(&["--annotator", "ab,cd", "--story", "town"]), all[1..]);
    assert_eq!(of(&["--source", "wanda"]), [all[2]]);
    assert_eq!(of(&["--claim", "closing", "--state", "lost,agreed"]), [all[3]]);
    assert_eq!(of(&["--outlet", "gaz", "--article", "a school"]), [all[0]]);
    assert_eq!(of(&["--filter", "-label:claim"]), [all[2]]);
    assert_eq!(of(&["--filter", "brücke"]), [all[1]]);
    assert_eq!(of(&["--sort", "state"]), [all[2], all[3], all[0], all[1]]);
    assert_eq!(of(&["--sort", "sentence", "--reverse"]), [all[0], all[1], all[2], all[3]]);
    assert_eq!(of(&["--group", "source"])[0], all[2]);
}

#[test]
fn groups_have_headings_in_a_table() {
    let ran = newsroom().run(&["list", "--group", "article", "--label", "claim", "-q"]).ends(0);
    let headings: Vec<_> = ran.out.lines().filter(|line| line.ends_with(')')).collect();
    assert_eq!(headings, ["school.md (1)", "town/bridge.txt (2)"]);
    assert_eq!(ran.err, "");
}

#[test]
fn what_does_not_exist_is_bad_usage() {
    let bench = newsroom();
    for (arguments, said) in [
        (["--label", "clam"], "clam: no label of this workspace"),
        (["--state", "odd"], "`state:odd`: one of open, unread,"),
        (["--filter", "labl:claim"], "there is no `labl:`"),
        (["--filter", "label:clam"], "clam: no label of this workspace"),
        (["--sort", "colour"], "possible values: article,"),
        (["--annotator", "A B"], "--annotator A B: a name is made of"),
    ] {
        let ran = bench.run(&["list", arguments[0], arguments[1]]).ends(2);
        assert!(ran.err.contains(said) && ran.out.is_empty(), "{arguments:?}: {}", ran.err);
    }
}

#[test]
fn what_cannot_be_read_is_told_and_the_rest_is_listed() {
    let bench = newsroom();
    bench.write("annotations/cd/school.md.yaml", "format: 1\nsentences: {\n");
    std::fs::remove_file(bench.path().join("corpus/town/bridge.txt")).unwrap();
    let ran = bench.run(&["list", "--format", "jsonl", "--state", "exact,moved"]).ends(1);
    assert_eq!(ran.out.lines().count(), 1);
    assert!(ran.err.contains("cd/school.md.yaml:2:"), "{}", ran.err);
    assert!(ran.err.contains("bridge.txt: cannot be read"), "{}", ran.err);
}
