//! `factdesk import-annotations`: tags from other tools come in, all of them or none.

use super::bench::Bench;

const FILE: &str = "annotations/ab/town/bridge.txt.yaml";

fn bench() -> Bench {
    let bench = Bench::workspace();
    bench.write(
        "tags.csv",
        "article,start,end,text,label\ntown/bridge.txt,26,57,Der Bürgermeister bestritt das.,Dementi\n",
    );
    bench
}

#[test]
fn tags_come_in_once() {
    let bench = bench();
    let import = ["import-annotations", "tags.csv", "--annotator", "ab"];
    let ran = bench.run(&import).ends(0);
    assert_eq!((&*ran.out, &*ran.err), ("", "added 1 tag on 1 sentence, 1 file of ab\n"));
    let file = bench.read(FILE);
    assert!(file.contains("label: denial\n    origin: imported\n"), "{file}");
    assert!(file.contains("units: 2\n"), "{file}");
    bench.run(&["check"]).ends(0);
    let ran = bench.run(&import).ends(0);
    assert_eq!(ran.err, "added 0 tags on 0 sentences, 1 there already\n");
    assert_eq!(bench.read(FILE), file);
}

#[test]
fn what_does_not_fit_is_listed_and_nothing_is_written() {
    let bench = bench();
    let tags = "article,text,label\nbridge,Die Brücke wird gesperrt.,claim\nbridge,Ein Tunnel.,claim\n\
                harbour.txt,Ein Schiff.,claim\nbridge,Die Brücke,hedge\n";
    let import = ["import-annotations", "-", "--format", "csv", "--annotator", "ab"];
    let ran = bench.run_on(tags, &import).ends(1);
    let listed = "standard input: line 4: no article is `harbour.txt`, nor has its text or address\n\
                  standard input: line 3: town/bridge.txt: `Ein Tunnel.` is not in the article\n\
                  standard input: line 5: town/bridge.txt: `hedge` is no label of this workspace\n";
    assert_eq!(ran.out, listed);
    assert!(ran.err.contains("3 do not fit; nothing is written\nhint: --map 'hedge=-'"), "{}", ran.err);
    assert!(!bench.path().join("annotations/ab").exists());

    let ran = bench.run_on(tags, &[&import[..], &["--partial", "--map", "Hedge=claim"]].concat()).ends(1);
    assert_eq!(ran.out.lines().count(), 2);
    assert!(ran.err.ends_with("added 2 tags on 1 sentence, 1 file of ab\n"), "{}", ran.err);
    let file = bench.read(FILE);
    assert_eq!(file.matches("label: claim").count(), 2, "{file}");
    assert_eq!(file.matches("quote: Die Brücke wird gesperrt.").count(), 1, "{file}");
}

#[test]
fn a_dry_run_says_what_would_be_done() {
    let bench = bench();
    let import = ["import-annotations", "tags.csv", "--annotator", "desk", "--dry-run", "--map", "dementi=-"];
    let ran = bench.run(&import).ends(0);
    assert_eq!(ran.err, "would add 0 tags on 0 sentences, 1 left out as Dementi\n");
    let ran = bench.run(&import[..5]).ends(0);
    assert_eq!(ran.err, "would add 1 tag on 1 sentence, 1 file of desk\n");
    assert!(!bench.path().join("annotations/desk").exists());
}

#[test]
fn whose_tags_they_are_is_never_guessed() {
    let bench = bench();
    let ran = bench.run(&["import-annotations", "tags.csv"]).ends(2);
    assert_eq!(
        ran.err,
        "factdesk: tags.csv: does not say who tagged\nhint: --annotator NAME says whose tags they are\n"
    );
    bench.write("factdesk.yaml", "people: {cd: Cleo Dorn}\n");
    let of = |who: &str| format!("annotator,article,text,label\n{who},bridge,Die Brücke,claim\n");
    let import = ["import-annotations", "-", "--format", "csv"];
    bench.run_on(of("cleo dorn"), &import).ends(0);
    bench.run_on(of("ef"), &import).ends(0);
    bench.write("home/.config/factdesk/config.yaml", "annotator: me\n");
    assert!(
        bench.run_on(of("Ein Gast"), &import).ends(2).err.contains("`Ein Gast`, who tagged, is no annotator")
    );
    let there = |who: &str| bench.path().join("annotations").join(who).exists();
    assert_eq!(["cd", "ef", "ein-gast"].map(there), [true, true, false]);
}

#[test]
fn what_is_unreadable_stops_it() {
    let bench = bench();
    for (input, arguments) in [
        ("x", &["-"][..]),
        ("text\nx\n", &["-", "--format", "csv"]),
        ("", &["gone.csv"]),
        ("", &["tags.csv", "--map", "claim"]),
        ("", &["tags.csv", "--map", "x=hedge"]),
        ("", &["home"]),
        ("PK\u{3}\u{4}", &["-"]),
    ] {
        let ran =
            bench.run_on(input, &[&["import-annotations", "--annotator", "ab"], arguments].concat()).ends(2);
        assert!(ran.err.starts_with("factdesk: ") && ran.out.is_empty(), "{arguments:?} {}", ran.err);
    }
    bench.write(FILE, "format: 1\nsentences: [\n");
    bench.run(&["import-annotations", "tags.csv", "--annotator", "ab"]).ends(2);
    bench.write(FILE, "format: 2\nsentences: []\n...\n");
    let ran = bench.run(&["import-annotations", "tags.csv", "--annotator", "ab"]).ends(2);
    assert!(ran.err.contains("newer factdesk"), "{}", ran.err);
}

#[test]
fn every_format_brings_back_what_left_in_it() {
    let first = Bench::workspace();
    let article =
        "🦀 Der Rat:\u{a0}„Ja“ und\n\"nein\". Der Bürgermeister sagte, das sei =falsch. Er schwieg.\r\n";
    first.write("corpus/town/bridge.txt", article);
    let keys = "c\nd\ns Pell < \"Ash\"; er\ne 'so, steht\\es'\nj\na\nm\nspace\nspace\nq\n";
    first.run_on(keys, &["annotate", "--plain", "--annotator", "ab"]).ends(0);
    first.run_on("j\nc\nq\n", &["annotate", "--plain", "--annotator", "cd"]).ends(0);
    let file = |annotator: &str| format!("annotations/{annotator}/town/bridge.txt.yaml");
    let of = ["ab", "cd"].map(|annotator| first.read(&file(annotator)));
    assert_eq!(of[0].matches("label: ").count(), 3, "{}", of[0]);
    for (format, out, options, exact) in [
        ("jsonl", "out.jsonl", &[][..], true),
        ("csv", "out.csv", &["--excel"], true),
        ("tsv", "out.tsv", &[], true),
        ("webannotation", "out.jsonld", &[], true),
        ("brat", "brat", &[], false),
        ("doccano", "out.jsonl", &[], false),
        ("labelstudio", "studio", &[], false),
    ] {
        let out = first.path().join(format).join(out);
        std::fs::create_dir(first.path().join(format)).unwrap();
        let out = out.to_str().unwrap();
        let export = ["export", "--format", format, "--annotator", "all", "--read", "--out", out];
        first.run(&[&export[..], options].concat()).ends(0);
        let second = Bench::workspace();
        second.write("corpus/town/bridge.txt", article);
        let ran = second.run(&["import-annotations", out]).ends(0);
        assert!(
            ran.err.starts_with("added 4 tags on 4 sentences, 1 file of ab, 1 file of cd"),
            "{format}: {}",
            ran.err
        );
        for (annotator, there) in ["ab", "cd"].into_iter().zip(&of) {
            let is_kept = |line: &&str| exact || !line.contains("at: 20");
            let lines = |yaml: &str| yaml.lines().filter(is_kept).collect::<Vec<_>>().join("\n");
            assert_eq!(lines(&second.read(&file(annotator))), lines(there), "{format}");
        }
        second.run(&["check"]).ends(0);
        let again = second.run(&["import-annotations", out]).ends(0);
        assert_eq!(again.err, "added 0 tags on 0 sentences, 4 there already\n", "{format}");
    }
}

#[test]
fn a_table_that_somebody_changed_in_one_column_alone_is_listed() {
    let bench = bench();
    bench.run(&["import-annotations", "tags.csv", "--annotator", "ab"]).ends(0);
    bench.run(&["export", "--format", "csv", "--annotator", "ab", "--out", "out.csv"]).ends(0);
    bench.write("out.csv", bench.read("out.csv").replacen(",x,", ",,", 1));
    let ran = bench.run(&["import-annotations", "out.csv"]).ends(1);
    let what = "`denial` says ``, but `tags` and `readings` say `denial`";
    assert_eq!(ran.out, format!("out.csv: line 2: town/bridge.txt: {what}\n"));
    // Without the columns that hold all of it, the others say what is meant.
    let table = "article,start,end,text,claim,denial,labels\ntown/bridge.txt,26,57,,x,,\n";
    bench.run_on(table, &["import-annotations", "-", "--format", "csv", "--annotator", "cd"]).ends(0);
    let file = bench.read("annotations/cd/town/bridge.txt.yaml");
    assert!(file.contains("label: claim") && !file.contains("label: denial"), "{file}");
}

#[test]
fn what_cannot_be_saved_is_told_and_the_rest_is_safe_to_run_again() {
    let bench = bench();
    bench.write("corpus/town/a.txt", "Der Rat tagt.\n");
    let import = ["import-annotations", "-", "--format", "csv"];
    let table = |rows: &str| format!("annotator,article,text,label\n{rows}");
    bench.run_on(table("cd,town/bridge.txt,Die Brücke,claim\n"), &import).ends(0);
    let file = bench.path().join("annotations/cd/town/bridge.txt.yaml");
    let writable = std::fs::metadata(&file).unwrap().permissions();
    let mut permissions = writable.clone();
    permissions.set_readonly(true);
    std::fs::set_permissions(&file, permissions).unwrap();
    let tags = table("ab,town/a.txt,Der Rat tagt.,claim\ncd,town/bridge.txt,Die Brücke,denial\n");
    let ran = bench.run_on(&tags, &import).ends(2);
    assert!(ran.err.contains("1 file saved, 1 file not\nhint: run it again"), "{}", ran.err);
    std::fs::set_permissions(&file, writable).unwrap();
    let ran = bench.run_on(&tags, &import).ends(0);
    assert_eq!(ran.err, "added 1 tag on 1 sentence, 1 file of cd, 1 there already\n");
}
