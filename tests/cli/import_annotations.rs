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
