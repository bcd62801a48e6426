//! What every command has in common: usage, hints, exit codes, pipes.

use std::{io::Read, process::Stdio};

use super::bench::Bench;

#[test]
fn a_folder_without_a_corpus_names_its_texts_and_the_line_that_takes_them_in() {
    let bench = Bench::empty();
    bench.write("notes/one.txt", "Ein Text.");
    for arguments in [&["check"][..], &["stats"], &["annotate"], &[], &["."]] {
        let ran = bench.run(arguments).ends(2);
        assert!(ran.err.contains("notes/one.txt"), "{}", ran.err);
        assert!(ran.err.contains("factdesk init "), "{}", ran.err);
        assert_eq!(ran.out, "");
    }
}

#[test]
fn init_takes_texts_in_and_does_nothing_the_second_time() {
    let bench = Bench::empty();
    bench.write("notes/one.txt", "Ein Text.");
    let ran = bench.run(&["init"]).ends(0);
    assert!(ran.err.contains("took in notes/one.txt"), "{}", ran.err);
    assert_eq!(bench.read("corpus/notes/one.txt"), "Ein Text.");
    assert!(bench.read(".gitattributes").contains("corpus/** -text"));
    bench.write("notes/one.txt", "Anders.");
    bench.write("README.md", "Was hier liegt.");
    bench.run(&["init"]).ends(0);
    assert!(!bench.path().join("corpus/README.md").exists());
    assert_eq!(bench.read("corpus/notes/one.txt"), "Ein Text.");
    bench.run(&["check"]).ends(0);
}

#[test]
fn init_makes_the_folder_that_is_named_below_the_one_to_work_in() {
    let bench = Bench::empty();
    bench.run(&["init", "story"]).ends(0);
    bench.run(&["-C", "story", "init", "part"]).ends(0);
    assert!(bench.path().join("story/corpus").is_dir());
    assert!(bench.path().join("story/part/corpus").is_dir());
    assert!(!bench.path().join("story/story").exists());
}

#[test]
fn the_workbench_is_not_drawn_into_a_pipe() {
    let bench = Bench::workspace();
    let ran = bench.run(&["--annotator", "ab"]).ends(2);
    assert!(ran.err.contains("not a terminal") && ran.err.contains("--plain"), "{}", ran.err);
    assert_eq!(ran.out, "");
}

#[test]
fn bad_usage_is_told_with_a_hint() {
    let bench = Bench::workspace();
    let ran = bench.run(&["--annotator", "Änne Böll", "stats"]).ends(2);
    assert!(ran.err.contains("hint: --annotator aenne-boell"), "{}", ran.err);
    let ran = bench.run(&["chekc"]).ends(2);
    assert!(ran.err.contains("chekc") && ran.err.contains("--help"), "{}", ran.err);
    let ran = bench.run(&["corpus", "check"]).ends(2);
    assert!(ran.err.contains("-C"), "{}", ran.err);
    bench.run(&["check", "--no-such-option"]).ends(2);
    bench.run(&["segment"]).ends(2);
}

#[test]
fn what_a_stranger_named_does_nothing_to_the_terminal() {
    let bench = Bench::workspace();
    let ran = bench.run(&["segment", "\u{1b}]0;x\u{7}\u{202e}.txt"]).ends(2);
    assert!(ran.err.contains("␛]0;x␇"), "{}", ran.err);
    assert!(!ran.err.contains('\u{202e}'));
    bench.write("annotations/ab/town/\u{1b}[2J.txt.yaml", "x: [");
    bench.write("annotations/ab/town/\u{9b}.yaml", "");
    let ran = bench.run(&["check"]).ends(1);
    assert!(!ran.out.contains('\u{9b}'), "{}", ran.out);
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let bench = Bench::empty();
    bench.write("long.txt", "Ein Satz. ".repeat(100_000));
    let mut child = bench.command(&["segment", "long.txt"]).stdin(Stdio::null()).spawn().unwrap();
    let mut first = [0; 10];
    child.stdout.take().unwrap().read_exact(&mut first).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr.len()), (Some(0), 0));
}

#[test]
fn help_manual_and_completions_name_every_command() {
    let bench = Bench::empty();
    let commands = [
        "annotate",
        "init",
        "import",
        "segment",
        "check",
        "stats",
        "agreement",
        "keys",
        "completions",
        "man",
    ];
    for arguments in [&["--help"][..], &["man"], &["completions", "bash"], &["completions", "fish"]] {
        let ran = bench.run(arguments).ends(0);
        for command in commands {
            assert!(ran.out.contains(command), "{arguments:?} does not name {command}");
        }
    }
    for command in commands {
        let ran = bench.run(&[command, "--help"]).ends(0);
        assert!(ran.out.contains("Usage:"));
    }
}

#[test]
fn keys_prints_the_persons_own_and_reports_what_does_not_work() {
    let bench = Bench::workspace();
    let ran = bench.run(&["keys"]).ends(0);
    assert!(ran.out.contains("tag.claim") && ran.out.contains("Ctrl-d"), "{}", ran.out);
    assert!(ran.err.contains("home/.config/factdesk/config.yaml"), "{}", ran.err);
    bench.write("home/.config/factdesk/config.yaml", "keys:\n  tag.claim: b\n  no.such: z\n");
    let ran = bench.run(&["keys"]).ends(1);
    let row = ran.out.lines().find(|line| line.ends_with("tag.claim")).unwrap();
    assert!(row.trim_start().starts_with("b "), "{row}");
    assert!(ran.err.contains("config.yaml:3"), "{}", ran.err);
}
