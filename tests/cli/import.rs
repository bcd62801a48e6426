//! `factdesk import`: an article comes in, once.

use std::{
    fs,
    io::{Cursor, Write},
    path::Path,
};

use zip::{ZipWriter, write::SimpleFileOptions};

use super::bench::Bench;

/// A report that is long enough to be compared.
const REPORT: &str = "Die Brücke am Hafen bleibt bis Ostern gesperrt. Das teilte das Amt am Montag mit. Risse in zwei der \
    fünf Rippen hatten die Prüfer beunruhigt. Der Bürgermeister bestritt, davon gewusst zu haben. Täglich fahren dort \
    neuntausend Wagen, zählte die Stadt im vorigen Herbst.\n";

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
    for to in ["../x", "/etc/x", "a//b", ".hidden", "a/../../b", "../", "/"] {
        bench.run_on("Ein Satz.", &["import", "-", "--to", to, "--title", "Titel"]).ends(2);
    }
    bench.run_on("  \n", &["import", "-", "--to", "town/empty"]).ends(2);
    let ran = bench.run_on(b"%PDF-1.7\n\x00", &["import", "-", "--to", "town/pdf"]).ends(2);
    assert!(ran.err.contains("pdftotext"), "{}", ran.err);
    let ran = bench.run_on("Ein Satz.", &["import", "-"]).ends(2);
    assert!(ran.err.contains("--to"), "{}", ran.err);
    assert!(!bench.path().parent().unwrap().join("x.txt").exists());
}

/// `tests/data/import/` holds files as they come and, beside each, the article it is to become. `UPDATE=1` writes those.
#[test]
fn pages_and_mails_become_the_articles_beside_them() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/import");
    let bench = Bench::workspace();
    let mut seen = 0;
    for entry in fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap();
        if path.extension().is_some_and(|ending| ending == "txt") || name == "frontpage.html" {
            continue;
        }
        let to = format!("data/{name}");
        bench.run(&["import", path.to_str().unwrap(), "--to", &to, "--anyway"]).ends(0);
        let article = bench.read(&format!("corpus/{to}.txt"));
        let expected = folder.join(format!("{name}.txt"));
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&expected, &article).unwrap();
        }
        assert_eq!(article, fs::read_to_string(&expected).unwrap(), "{name}");
        seen += 1;
    }
    assert!(seen >= 7, "{seen}");
    let page = folder.join("frontpage.html");
    let ran = bench.run(&["import", page.to_str().unwrap()]).ends(2);
    assert!(ran.err.contains("no article"), "{}", ran.err);
    bench.run(&["import", page.to_str().unwrap(), "--as", "text"]).ends(0);
}

#[test]
fn a_word_document_is_read_whatever_it_is_called() {
    let bench = Bench::workspace();
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    archive.start_file("word/document.xml", SimpleFileOptions::default()).unwrap();
    archive
        .write_all(
            "<w:document><w:p><w:r><w:t>Das Amt bestritt es.</w:t></w:r></w:p></w:document>".as_bytes(),
        )
        .unwrap();
    bench.write("Erklärung.docx", archive.finish().unwrap().into_inner());
    fs::copy(bench.path().join("Erklärung.docx"), bench.path().join("copy.txt")).unwrap();
    bench.run(&["import", "Erklärung.docx", "--to", "town/"]).ends(0);
    assert_eq!(bench.read("corpus/town/Erklärung.txt"), "Das Amt bestritt es.\n");
    let ran = bench.run(&["import", "copy.txt"]).ends(1);
    assert!(ran.err.contains("town/Erklärung.txt says the same"), "{}", ran.err);
}

#[test]
fn markdown_stays_as_it_is_and_keeps_its_ending() {
    let bench = Bench::workspace();
    let text = "---\ntitle: Brücke\ntags: [a, b]\n---\n# Die *Brücke*\n\n- [Amt](https://amt.example): zu\n";
    bench.write("note.md", text);
    bench.run(&["import", "note.md", "--to", "town/note"]).ends(0);
    assert_eq!(bench.read("corpus/town/note.md"), text);
    bench
        .run_on(
            "# Hafen\n",
            &["import", "-", "--as", "markdown", "--title", "Zum Hafen: Ärger", "--to", "town/"],
        )
        .ends(0);
    assert_eq!(
        bench.read("corpus/town/zum-hafen-aerger.md"),
        "---\ntitle: \"Zum Hafen: Ärger\"\n---\n# Hafen\n"
    );
}

#[test]
fn of_several_files_all_come_in_or_none() {
    let bench = Bench::workspace();
    bench.write("a.txt", "Eins sagt dies.");
    bench.write("b.txt", "Zwei sagt das.");
    bench.write("other/a.txt", "Drei.");
    bench.write("empty.txt", " \n");
    bench.run(&["import", "a.txt", "b.txt", "empty.txt", "--to", "town/"]).ends(2);
    bench.run(&["import", "a.txt", "other/a.txt", "--to", "town/"]).ends(2);
    bench.run(&["import", "a.txt", "b.txt", "--to", "town/both"]).ends(2);
    bench.run(&["import", "a.txt", "b.txt", "--title", "Beide"]).ends(2);
    assert!(!bench.path().join("corpus/town/a.txt").exists(), "nothing of it");
    bench.write("50%FF.txt", "Fünfzig.");
    bench.run(&["import", "50%FF.txt", "--to", "town/"]).ends(0);
    assert_eq!(bench.read("corpus/town/50%FF.txt"), "Fünfzig.\n");
    let ran = bench.run(&["import", "a.txt", "b.txt", "--to", "town/", "--outlet", "Bote"]).ends(0);
    let names: Vec<&str> = ran.out.lines().map(|line| line.rsplit('/').next().unwrap()).collect();
    assert_eq!(names, ["a.txt", "b.txt"]);
    assert_eq!(bench.read("corpus/town/b.txt"), "---\noutlet: Bote\n---\nZwei sagt das.\n");
}

#[test]
fn what_is_there_already_is_left_out_and_what_is_there_in_part_is_told() {
    let bench = Bench::workspace();
    bench.write("corpus/town/agency.txt", format!("---\noutlet: Dienst\n---\n{REPORT}"));
    bench.write("same.txt", REPORT.replace(". ", ".\n"));
    bench.write("short.txt", format!("Unser Bericht.\n{}", &REPORT[..REPORT.find("Täglich").unwrap()]));
    bench.write("new.txt", "Ganz etwas anderes.");
    let ran = bench.run(&["import", "same.txt", "short.txt", "new.txt", "--to", "town/"]).ends(1);
    assert!(ran.err.contains("same.txt: left out"), "{}", ran.err);
    assert!(ran.err.contains("% of it stands in town/agency.txt"), "{}", ran.err);
    assert!(!ran.err.contains("new.txt"), "{}", ran.err);
    assert_eq!(ran.out.lines().count(), 2, "{}", ran.out);
    assert!(!bench.path().join("corpus/town/same.txt").exists());
    let ran = bench.run(&["import", "same.txt", "--anyway"]).ends(0);
    assert!(ran.err.contains("says the same word for word as town/agency.txt"), "{}", ran.err);
}

#[test]
fn files_of_one_call_are_compared_with_one_another() {
    let bench = Bench::workspace();
    bench.write("a.txt", REPORT);
    bench.write("b.txt", format!("{REPORT}\n"));
    let ran = bench.run(&["import", "a.txt", "b.txt"]).ends(1);
    assert!(ran.err.contains("b.txt: left out, for a.txt says the same"), "{}", ran.err);
    assert!(bench.path().join("corpus/a.txt").exists() && !bench.path().join("corpus/b.txt").exists());
}
