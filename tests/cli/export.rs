//! `factdesk export`.

use std::collections::BTreeSet;

use std::fs;

use crate::{bench::Bench, list::newsroom};

#[test]
fn a_table_has_a_sentence_a_row_and_a_column_a_label() {
    let ran = newsroom().run(&["export", "--format", "csv", "--annotator", "cd"]).ends(0);
    let expected = "\
article,story,title,outlet,author,date,url,line,start,end,text,claim,denial,attribution,labels,source,who,speaker,\
cue,claims,unsure,kind,note,mark,annotators,state,anchor,saved,tags,readings
";
    let (names, rows) = ran.out.split_at(expected.len());
    assert_eq!(names, expected);
    let rows: Vec<_> = rows.lines().map(|row| row.split(",\"[{").next().unwrap()).collect();
    assert_eq!(
        rows,
        [
            "town/bridge.txt,town,,,,,,1,26,57,Der Bürgermeister bestritt das.,,,x,attribution,,,,,,attribution,,,,cd,disagreement,moved,",
            "town/bridge.txt,town,,,,,,,,,Das ist alles.,x,,,claim,,,,,closing,,,,,cd,one-reader,lost,",
        ]
    );
    let said = "\
factdesk: 1 sentence does not stand as it was saved: 1 lost (column anchor); `factdesk anchors` shows where
2 sentences of 1 article, 2 tags
";
    assert_eq!(ran.err, said);
}

#[test]
fn where_several_are_asked_the_column_of_a_label_says_who_gives_it() {
    let bench = newsroom();
    let read = |arguments: &[&str]| {
        let ran =
            bench.run(&[&["export", "--format", "tsv", "--label", "denial"], arguments].concat()).ends(0);
        let cells: Vec<_> = ran.out.lines().nth(1).unwrap().split('\t').map(str::to_owned).collect();
        cells[11..15].to_vec()
    };
    assert_eq!(read(&["--annotator", "all"]), ["", "ab", "cd", "denial; attribution"]);
    assert_eq!(read(&["--annotator", "ab"]), ["", "x", "", "denial"]);
    assert_eq!(read(&["--consensus", "any"]), ["", "ab", "cd", "denial; attribution"]);
}

#[test]
fn a_tag_can_be_a_row() {
    let bench = newsroom();
    let ran = bench
        .run(&["export", "--format", "csv", "--annotator", "ab", "--rows", "tag", "--source", "pell"])
        .ends(0);
    let row = "town/bridge.txt,town,,,,,,1,26,57,Der Bürgermeister bestritt das.,denial,ab,ab,26,57,Pell,,,bestritt,,,,,\
               disagreement,exact,,,,,,'=1+1,,";
    assert_eq!(ran.out.lines().nth(1), Some(row));
    assert_eq!(ran.out.lines().count(), 2);
    let labels = |asked: &[&str]| {
        let whose = ["export", "--format", "jsonl", "--annotator", "all", "--rows", "tag"];
        let ran = bench.run(&[&whose, asked].concat()).ends(0);
        let label = |line: &str| {
            let row: serde_json::Value = serde_json::from_str(line).unwrap();
            row["label"].as_str().unwrap().to_owned()
        };
        ran.out.lines().map(label).collect::<BTreeSet<_>>().into_iter().collect::<Vec<_>>()
    };
    assert_eq!(labels(&["--source", "pell"]), ["attribution", "denial"]);
    assert_eq!(labels(&["--source", "pell", "--label", "denial"]), ["denial"]);
    let ran = bench.run(&["export", "--format", "jsonl", "--annotator", "ab", "--rows", "tag"]).ends(0);
    let first: serde_json::Value = serde_json::from_str(ran.out.lines().next().unwrap()).unwrap();
    assert_eq!((first["label"].as_str(), first["tag_start"].as_u64()), (Some("claim"), Some(40)));
}

#[test]
fn the_desk_decides_where_it_has_and_else_ones_own_tags_count() {
    let bench = newsroom();
    bench.write("home/.config/factdesk/config.yaml", "annotator: ab\n");
    let bridge = bench.read("annotations/ab/town/bridge.txt.yaml");
    let decided = bridge.replace("label: denial", "label: attribution");
    bench.write("annotations/desk/town/bridge.txt.yaml", decided.replace("label: claim", "label: denial"));
    let labels = |arguments: &[&str]| {
        let ran = bench.run(&[&["export", "--format", "jsonl"], arguments].concat()).ends(0);
        let line = |line: &str| {
            let line: serde_json::Value = serde_json::from_str(line).unwrap();
            format!(
                "{} {} {}",
                line["line"],
                line["annotators"][0].as_str().unwrap(),
                line["labels"][0].as_str().unwrap()
            )
        };
        ran.out.lines().map(line).collect::<Vec<_>>()
    };
    assert_eq!(labels(&[]), ["5 ab claim", "1 desk denial", "1 desk attribution"]);
    assert_eq!(labels(&["--annotator", "desk"]), labels(&["--consensus", "desk"]));
    assert_eq!(labels(&["--annotator", "desk"]), ["1 desk denial", "1 desk attribution"]);
    assert_eq!(labels(&["--filter", "annotator:cd"]), ["1 cd attribution", "null cd claim"]);
    assert_eq!(labels(&["--filter", "-annotator:cd"]), labels(&[]));
}

#[test]
fn excel_gets_what_it_opens_by_double_click() {
    let bench = newsroom();
    let ran = bench.run(&["export", "--excel", "--annotator", "ab", "--out", "a.csv"]).ends(0);
    assert_eq!((ran.out.as_str(), ran.err.as_str()), ("", "3 sentences of 2 articles, 3 tags -> a.csv\n"));
    let written = bench.read("a.csv");
    assert!(written.starts_with("\u{feff}article;story;"));
    assert!(written.ends_with("\r\n") && written.contains(";'=1+1;"));
    bench.run(&["export", "--raw", "--annotator", "ab", "--out", "a.csv"]).ends(0);
    assert!(bench.read("a.csv").contains(",=1+1,"));
}

#[test]
fn what_was_read_and_not_tagged_goes_along_where_that_is_asked() {
    let bench = newsroom();
    bench.write(
        "annotations/ef/school.md.yaml",
        "format: 1\nsentences:\n- start: 40\n  end: 49\n  quote: It opens.\n  read: true\n  tags: []\n...\n",
    );
    let ran = bench.run(&["export", "--format", "jsonl", "--annotator", "ef"]).ends(0);
    let said = "0 sentences of 0 articles, 0 tags\nhint: --read takes sentences too that were read and have no tags\n";
    assert_eq!((ran.out.as_str(), ran.err.as_str()), ("", said));
    let ran = bench.run(&["export", "--format", "jsonl", "--annotator", "ef", "--read"]).ends(0);
    assert_eq!((ran.out.lines().count(), ran.err.as_str()), (1, "1 sentence of 1 article, 0 tags\n"));
}

#[test]
fn what_means_nothing_says_what_to_do() {
    let bench = newsroom();
    for (arguments, said) in [
        (&["--format", "csv"][..], "--annotator with some of ab, cd, or all; or --consensus majority"),
        (&["--annotator", "ab"], "--format with one of xlsx, csv,"),
        (&["--annotator", "ab", "--out", "x.odt"], "--format with one of xlsx, csv,"),
        (&["--annotator", "ab", "--format", "brat"], "--out FOLDER (new or empty) or --out brat.zip"),
        (&["--annotator", "ab", "--format", "html", "--rows", "tag"], "--rows means nothing for html"),
        (&["--annotator", "ab", "--format", "tsv", "--excel"], "--excel means nothing for tsv"),
        (&["--annotator", "ab", "--format", "jsonl", "--raw"], "--raw means nothing for jsonl"),
        (
            &["--annotator", "ab", "--format", "csv", "--rows", "tag", "--read"],
            "--read means nothing with --rows tag",
        ),
        (&["--annotator", "ab", "--format", "csv", "--consensus", "any"], "cannot be used with"),
        (&["--annotator", "Ab", "--format", "csv"], "hint: --annotator ab"),
        (&["--annotator", "ab", "--format", "csv", "--label", "clam"], "clam: no label of this workspace"),
        (&["--annotator", "ab", "--out", "corpus/town/x.csv"], "belongs to the workspace itself"),
        (&["--annotator", "ab", "--format", "csv", "--out", "corpus"], "belongs to the workspace itself"),
        (&["--annotator", "ab", "--out", "none/x.csv"], "there is no such folder"),
        (&["--annotator", "ab", "--format", "csv", "--out", "new/"], "is a folder"),
        (
            &["--annotator", "ab", "--format", "csv", "--out", "x.XLSX"],
            "--out with a .csv file, or another --format",
        ),
        (&["--annotator", "ab", "--format", "brat", "--out", "x.csv"], "--out with a folder or .zip file"),
    ] {
        let ran = bench.run(&[&["export"], arguments].concat()).ends(2);
        assert!(ran.err.contains(said) && ran.out.is_empty(), "{arguments:?}: {}", ran.err);
    }
    let ran = bench.run(&["export", "--annotator", "zz", "--format", "csv"]).ends(0);
    assert!(
        ran.err.ends_with("hint: there is nothing by zz; there are annotations by ab, cd\n"),
        "{}",
        ran.err
    );
    let ran = bench.run(&["export", "--consensus", "desk", "--format", "csv"]).ends(0);
    assert!(ran.err.contains("desk has decided nothing yet"), "{}", ran.err);
}

#[test]
fn what_cannot_be_read_or_has_no_place_is_told() {
    let bench = newsroom();
    bench.write("annotations/cd/school.md.yaml", "format: [\n");
    let ran = bench.run(&["export", "--annotator", "all", "--out", "x.jsonl"]).ends(1);
    assert!(ran.err.contains("cd/school.md.yaml"), "{}", ran.err);
    assert_eq!(bench.read("x.jsonl").lines().count(), 4);
    fs::remove_file(bench.path().join("annotations/cd/school.md.yaml")).unwrap();
    let ran = bench.run(&["export", "--annotator", "cd", "--format", "conllu"]).ends(1);
    assert!(ran.err.contains("1 sentence without a place left out: conllu has no other"), "{}", ran.err);
    let told = "1 sentence of 1 article, 1 tag";
    assert!(ran.err.contains(told), "what is left out is not counted: {}", ran.err);
}

/// A workspace of many small articles.
fn library() -> Bench {
    let bench = Bench::workspace();
    for number in 0..300 {
        let sentence = format!("Satz {number} stimmt.");
        bench.write(&format!("corpus/s/{number}.txt"), format!("{sentence}\n"));
        let end = sentence.len();
        bench.write(
            &format!("annotations/ab/s/{number}.txt.yaml"),
            format!("format: 1\nsentences:\n- start: 0\n  end: {end}\n  quote: {sentence}\n  tags:\n  - label: claim\n...\n"),
        );
    }
    bench
}

#[test]
#[cfg(target_os = "linux")]
fn one_core_and_many_write_the_same_bytes() {
    let bench = library();
    let export = |out: &str, one: bool| {
        let arguments = ["export", "--annotator", "ab", "--out", out];
        if one {
            let mut command = std::process::Command::new("taskset");
            command.args(["-c", "0", env!("CARGO_BIN_EXE_factdesk")]).args(arguments);
            assert!(command.current_dir(bench.path()).output().unwrap().status.success());
        } else {
            bench.run(&arguments).ends(0);
        }
        fs::read(bench.path().join(out)).unwrap()
    };
    let expected = export("a.jsonl", false);
    assert_eq!(expected.split(|byte| *byte == b'\n').count(), 301);
    assert!(expected == export("b.jsonl", true) && expected == export("c.jsonl", false));
}

#[test]
fn every_field_is_in_the_schema_and_every_field_of_the_schema_is_there() {
    let schema: serde_json::Value =
        serde_json::from_str(include_str!("../../docs/schema/export.schema.json")).unwrap();
    let names = |object: &serde_json::Value| {
        let mut names: Vec<_> = object.as_object().unwrap().keys().cloned().collect();
        names.sort();
        names
    };
    let bench = newsroom();
    for (rows, shape) in [("sentence", "sentence"), ("tag", "row")] {
        let ran = bench.run(&["export", "--annotator", "all", "--format", "jsonl", "--rows", rows]).ends(0);
        for line in ran.out.lines() {
            let line = serde_json::from_str(line).unwrap();
            assert_eq!(names(&line), names(&schema["$defs"][shape]["properties"]), "{rows}");
        }
    }
}
