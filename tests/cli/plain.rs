//! `factdesk annotate --plain`: the same core, line by line.

use super::bench::Bench;

const PLAIN: [&str; 4] = ["annotate", "--plain", "--annotator", "ab"];
const FILE: &str = "annotations/ab/town/bridge.txt.yaml";

#[test]
fn lines_tag_and_each_save_is_told_when_it_is_done() {
    let bench = Bench::workspace();
    let ran = bench.run_on("c\nj\naC\ns Der Bürgermeister\ne geprüft am Montag\nq\n", &PLAIN).ends(0);
    assert!(ran.out.starts_with("town/bridge.txt 1/2\nDie Brücke wird gesperrt.\nsaved 1\n"), "{}", ran.out);
    assert!(ran.out.contains("saved 5\n"), "{}", ran.out);
    assert!(!ran.out.contains("NOT SAVED"));
    let saved = bench.read(FILE);
    for line in ["label: claim", "label: attribution", "Der Bürgermeister\n", "note: geprüft am Montag"] {
        assert!(saved.contains(line), "no {line:?} in\n{saved}");
    }
    bench.run(&["check"]).ends(0);
}

#[test]
fn the_end_of_input_leaves_as_q_does() {
    let bench = Bench::workspace();
    let ran = bench.run_on("g 2\nd", &PLAIN).ends(0);
    assert!(ran.out.contains("saved 1\n"), "{}", ran.out);
    assert!(bench.read(FILE).contains("label: denial"));
}

#[test]
fn an_empty_line_reads_and_undo_takes_it_back() {
    let bench = Bench::workspace();
    bench.run_on("\nspace\nu\nq\n", &PLAIN).ends(0);
    assert_eq!(bench.read(FILE).matches("read: true").count(), 1);
}

#[test]
fn doubts_and_what_is_taken_back_are_told_key_by_key() {
    let bench = Bench::workspace();
    let ran = bench.run_on("a\ns Er\nW Der Bürgermeister\nU\nU\nmmu\nW\nq\n", &PLAIN).ends(0);
    let mut rest = ran.out.as_str();
    for said in [
        "attribution [Er] (who: Der Bürgermeister)",
        "\nunsure about the tag\n",
        "\nsure about the tag again\n",
        "\nmarked to come back to\n",
        "\nno longer marked\n",
        "\nundone: mark\n",
        "`W` needs a text behind it",
    ] {
        let at = rest.find(said).unwrap_or_else(|| panic!("no {said:?} left in\n{}", ran.out));
        rest = &rest[at + said.len() - 1..];
    }
    assert!(bench.read(FILE).contains("who: Der Bürgermeister\n"));
}

#[test]
fn what_means_nothing_says_so_and_does_nothing() {
    let bench = Bench::workspace();
    let ran = bench.run_on("opne\ng 99\nopen nowhere.txt\ns\n:\n?\nlist\nq\n", &PLAIN).ends(0);
    for said in
        ["`opne` is no key", "there is no sentence 99", "there is no article nowhere.txt", "town/bridge.txt"]
    {
        assert!(ran.out.contains(said), "no {said:?} in\n{}", ran.out);
    }
    assert!(!ran.out.contains("saved "), "{}", ran.out);
}

#[cfg(unix)]
#[test]
fn what_cannot_be_saved_is_told_with_the_place_where_it_is_kept() {
    let bench = Bench::workspace();
    let link = bench.path().join("annotations/ab");
    std::os::unix::fs::symlink(std::env::temp_dir(), &link).unwrap();
    let ran = bench.run_on("c\nq\n", &PLAIN).ends(1);
    assert!(ran.out.contains("NOT SAVED: "), "{}", ran.out);
    assert!(ran.out.contains("annotations") && ran.out.contains("kept in "), "{}", ran.out);
    std::fs::remove_file(link).unwrap();

    let ran = bench.run(&["check"]).ends(0);
    assert!(ran.out.contains("warning: edits of ab to town/bridge.txt are not saved ("), "{}", ran.out);
    let ran = bench.run_on("j\nrecover\n", &PLAIN).ends(0);
    assert!(ran.out.contains("`recover` takes them over"), "{}", ran.out);
    assert!(
        ran.out.contains("kept for the next start") && ran.out.contains("there are no kept edits"),
        "{}",
        ran.out
    );
    let ran = bench.run_on("recover\nshow\nq\n", &PLAIN).ends(0);
    assert!(ran.out.contains("taken over and saved"), "{}", ran.out);
    assert!(bench.read(FILE).contains("label: claim"));
    assert!(bench.run(&["check"]).ends(0).out.contains(" 0 problems\n"));
}

#[cfg(unix)]
#[test]
fn kept_edits_are_thrown_away_when_that_is_said_twice() {
    let bench = Bench::workspace();
    let link = bench.path().join("annotations/ab");
    std::os::unix::fs::symlink(std::env::temp_dir(), &link).unwrap();
    bench.run_on("c\nq\n", &PLAIN).ends(1);
    std::fs::remove_file(link).unwrap();
    let ran = bench.run_on("discard\nq\n", &PLAIN).ends(0);
    assert!(ran.out.contains("`discard` again throws them away for good"), "{}", ran.out);
    let ran = bench.run_on("discard\ndiscard\nq\n", &PLAIN).ends(0);
    assert!(ran.out.contains("thrown away: 1"), "{}", ran.out);
    assert!(!bench.run_on("q\n", &PLAIN).ends(0).out.contains("recover"));
}

#[test]
fn an_unreadable_file_is_shown_and_never_written_over() {
    let bench = Bench::workspace();
    bench.write(FILE, "format: 1\nsentences: [\n");
    let ran = bench.run_on("c\nd\nq\n", &PLAIN).ends(1);
    assert!(ran.out.contains("bridge.txt.yaml:"), "{}", ran.out);
    assert_eq!(bench.read(FILE), "format: 1\nsentences: [\n");
}

#[test]
fn files_that_are_no_articles_are_counted() {
    let bench = Bench::workspace();
    bench.write("corpus/town/map.pdf", "%PDF");
    let ran = bench.run_on("q\n", &PLAIN).ends(0);
    assert!(ran.out.contains("one file in corpus/ is no article"), "{}", ran.out);
}

#[test]
fn somebody_has_to_be_named() {
    let bench = Bench::workspace();
    let ran = bench.run_on("q\n", &["annotate", "--plain"]).ends(2);
    assert!(ran.err.contains("--annotator"), "{}", ran.err);
}

#[test]
fn without_a_screen_the_command_that_exports_is_named() {
    let bench = Bench::workspace();
    let ran = bench.run_on("X\nq\n", &PLAIN).ends(0);
    assert!(
        ran.out.contains("X: opens a dialog, which needs a screen; `factdesk export --format xlsx"),
        "{}",
        ran.out
    );
}
