//! `factdesk import`: an article comes in, once.

use super::bench::Bench;

#[test]
fn what_the_options_say_becomes_front_matter() {
    let bench = Bench::workspace();
    let options =
        ["--to", "town/report", "--title", "No: \"wirklich\"", "--date", "2026-11-21", "--lang", "de"];
    let ran = bench.run_on("Ein Satz.\r\nNoch einer.", &[&["import", "-"][..], &options].concat()).ends(0);
    assert!(ran.out.trim_end().ends_with("corpus/town/report.txt"), "{}", ran.out);
    let article = bench.read("corpus/town/report.txt");
    assert!(article.starts_with("---\ntitle: "), "{article}");
    assert!(article.ends_with("---\nEin Satz.\nNoch einer.\n"), "{article}");
    bench.run(&["segment", "corpus/town/report.txt"]).ends(0);
}

#[test]
fn an_article_that_is_there_is_never_written_over() {
    let bench = Bench::workspace();
    let before = bench.read("corpus/town/bridge.txt");
    bench.write("other.txt", "Anders.");
    let ran = bench.run(&["import", "other.txt", "--to", "town/bridge"]).ends(2);
    assert!(ran.err.contains("town/bridge.txt"), "{}", ran.err);
    assert_eq!(bench.read("corpus/town/bridge.txt"), before);
}

#[test]
fn names_that_lead_elsewhere_and_texts_that_are_none_are_refused() {
    let bench = Bench::workspace();
    for to in ["../x", "/etc/x", "a//b", ".hidden", "a/../../b", ""] {
        bench.run_on("Ein Satz.", &["import", "-", "--to", to]).ends(2);
    }
    bench.run_on("  \n", &["import", "-", "--to", "town/empty"]).ends(2);
    bench.run_on(b"%PDF-1.7\n\x00", &["import", "-", "--to", "town/pdf"]).ends(2);
    let ran = bench.run_on("Ein Satz.", &["import", "-"]).ends(2);
    assert!(ran.err.contains("--to"), "{}", ran.err);
    assert!(!bench.path().parent().unwrap().join("x.txt").exists());
}
