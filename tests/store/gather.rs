//! Annotation files by article, the rows that they make, and filters that are kept.

use std::fs;

use factdesk::{
    annotation::AnchorState,
    locale::Lang,
    store::{Gathered, Settings, article_rows, by_article, keep_filter},
    text::ArticleId,
};

use crate::support::{Place, annotator};

const FILE: &str =
    "format: 1\nsentences:\n- start: 0\n  end: 3\n  quote: Ja.\n  tags:\n  - label: claim\n...\n";

fn gathered(place: &Place) -> Vec<String> {
    let told = |gathered| match gathered {
        Gathered::Article(id, annotators) => {
            let names: Vec<_> = annotators.iter().map(ToString::to_string).collect();
            format!("{id}: {}", names.join(" "))
        }
        Gathered::Stray(path) => format!("stray {}", path.file_name().unwrap().display()),
        Gathered::Unreadable(path, _) => format!("unreadable {}", path.display()),
    };
    by_article(&place.workspace).map(told).collect()
}

#[test]
fn files_of_all_annotators_come_article_by_article() {
    let place = Place::new();
    let files = [
        "ab/z.txt",
        "ab/a.txt",
        "ab/a.txt-b.txt",
        "ab/b/x.txt",
        "ab/b/c/x.md",
        "cd/a.txt",
        "cd/a.txt-b.txt",
        "cd/b/c/x.md",
        "cd/z.txt",
        "desk/b/x.txt",
    ];
    for file in files {
        place.write(&format!("annotations/{file}.yaml"), FILE);
    }
    place.write("annotations/cd/notes.yaml", "");
    place.write("annotations/No Slug/a.txt.yaml", FILE);
    place.write("annotations/_claims/x/claim.yaml", "");
    let mut found = gathered(&place);
    let strays: Vec<_> = found.extract_if(.., |line| line.starts_with("stray")).collect();
    let order = ["a.txt-b.txt: ab cd", "a.txt: ab cd", "z.txt: ab cd", "b/x.txt: ab desk", "b/c/x.md: ab cd"];
    assert_eq!(found, order);
    assert_eq!(strays, ["stray No Slug", "stray notes.yaml"]);
}

#[test]
fn an_article_is_read_with_all_who_speak_about_it() {
    let place = Place::new();
    place.write("corpus/a.txt", "---\noutlet: Gazette\n---\nNein. Ja.");
    let id = ArticleId::new("a.txt");
    let annotators = ["ab", "cd", "ef"].map(|name| factdesk::annotation::Annotator::new(name).unwrap());
    place.write("annotations/ab/a.txt.yaml", FILE);
    place.write("annotations/cd/a.txt.yaml", "format: 1\nsentences: 3\n...\n");
    let read = article_rows(&place.workspace, &id, &annotators);
    assert_eq!(read.head.front.outlet.as_deref(), Some("Gazette"));
    assert_eq!((read.rows.len(), read.rows[0].anchor(), read.rows[0].line()), (1, AnchorState::Moved, 4));
    assert_eq!(read.readers.iter().map(|(who, _)| who).collect::<Vec<_>>(), [&annotator()]);
    assert!(read.errors[0].to_string().contains("cd/a.txt.yaml:2:"), "{:?}", read.errors);

    fs::remove_file(place.path("corpus/a.txt")).unwrap();
    let read = article_rows(&place.workspace, &id, &annotators);
    assert_eq!((read.rows[0].anchor(), read.rows[0].words()), (AnchorState::Lost, "Ja."));
    assert!(read.head.unreadable.as_ref().unwrap().text(Lang::De).contains("nicht lesbar"));
}

#[test]
fn a_filter_is_kept_under_its_name_and_read_again() {
    let place = Place::new();
    let _ = fs::remove_file(place.path("factdesk.yaml"));
    keep_filter(&place.workspace, "no", "source:\"it's \"\"x\"\"\" #1").unwrap();
    keep_filter(&place.workspace, "no", "label:claim").unwrap();
    keep_filter(&place.workspace, "zwei: b", "is:mine").unwrap();
    let (settings, problems) = Settings::load(&place.workspace);
    assert!(problems.is_empty(), "{problems:?}");
    assert_eq!((settings.filter("no"), settings.filter("zwei: b")), (Some("label:claim"), Some("is:mine")));

    place.write("factdesk.yaml", "filters: [a]\n");
    let error = keep_filter(&place.workspace, "no", "x").unwrap_err().to_string();
    assert!(error.contains("by hand"), "{error}");
    assert_eq!(fs::read_to_string(place.path("factdesk.yaml")).unwrap(), "filters: [a]\n");
}

#[cfg(unix)]
#[test]
fn a_filter_is_never_kept_outside_the_workspace() {
    let place = Place::new();
    let outside = tempfile::tempdir().unwrap();
    let file = outside.path().join("other.yaml");
    fs::write(&file, "lang: de\n").unwrap();
    let _ = fs::remove_file(place.path("factdesk.yaml"));
    std::os::unix::fs::symlink(&file, place.path("factdesk.yaml")).unwrap();
    assert!(keep_filter(&place.workspace, "a", "x").is_err());
    assert_eq!(fs::read_to_string(&file).unwrap(), "lang: de\n");
}
