//! The states a person meets, each as a picture at the sizes that matter for it.

use std::sync::Arc;

use factdesk::{
    annotation::{Annotator, Conflict, Label, Tag},
    app::{Action, ExportPreview, KeptEdits, Msg, ReadSoFar, Target},
    export::{ExportCounts, Sample},
    store::Company,
    text::ArticleId,
};

use crate::{
    article::{COMMENT, REPORT},
    overview::{counting, large, overview},
    print,
    review::{coming, review},
    scene::Scene,
};

/// Columns and rows of the terminals that are looked at.
pub const SIZES: [(u16, u16); 5] = [(40, 10), (60, 20), (80, 24), (120, 36), (200, 60)];

/// The invented report, opened for the first time.
pub fn reading(width: u16, height: u16) -> Scene {
    Scene::new(&[("harbour/courier.md", REPORT), ("harbour/comment.md", COMMENT)], width, height)
}

/// The report after some work: tags of each kind, a source, a mark, a note, a sentence read.
pub fn tagged(width: u16, height: u16) -> Scene {
    reading(width, height)
        .keys("Space C a U m s")
        .typed("dock workers")
        .keys("Enter e")
        .typed("ask them")
        .keys("Enter j j j j d a v l l l l l l l L s Esc")
}

/// A save that failed.
pub fn failed(width: u16, height: u16) -> Scene {
    let mut scene = reading(width, height);
    scene.disk_full = true;
    scene.keys("c")
}

/// A sentence that somebody else changed too.
pub fn conflict(width: u16, height: u16) -> Scene {
    let mut scene = reading(width, height).keys("c");
    for held in scene.app.shelf.held.values_mut() {
        let document = Arc::make_mut(&mut held.document);
        for sentence in &mut document.sentences {
            let theirs = Tag::new(Label::new(Label::DENIAL));
            let conflict = Conflict { tags: vec![theirs], note: Some("not so".to_owned()), at: None };
            Arc::make_mut(sentence).conflict = Some(conflict);
        }
    }
    scene
}

/// An article that is being pasted in.
pub fn pasting(width: u16, height: u16) -> Scene {
    let mut scene = reading(width, height);
    scene.send(Msg::Clicked(Target::Hint(Action::PasteArticle)));
    scene.send(Msg::Pasted(COMMENT.to_owned()));
    scene
}

/// A folder without articles.
pub fn empty(width: u16, height: u16) -> Scene {
    Scene::new(&[] as &[(&str, &str)], width, height)
}

/// The first start: nobody has said yet who reads.
pub fn first(width: u16, height: u16) -> Scene {
    Scene::of(None, &[("harbour/courier.md", REPORT)], width, height)
}

/// An annotation file that cannot be read.
pub fn damaged(width: u16, height: u16) -> Scene {
    let mut scene = reading(width, height);
    let problem = [
        "annotations/ab/harbour/comment.md.yaml:9:5: unknown field `sorce`",
        "    sorce: Ole Brandt",
        "    ^",
    ];
    scene.damaged = Some(problem.map(str::to_owned).into());
    scene.keys("K")
}

/// Somebody else is at the article too, and a second window.
pub fn company(width: u16, height: u16) -> Scene {
    let mut scene = reading(width, height);
    let article = scene.app.desk.open.as_ref().unwrap().article.id.clone();
    let annotators = Annotator::new("mara-lind").into_iter().collect();
    scene.send(Msg::Company { article, company: Company { windows: 1, annotators } });
    scene
}

/// Edits that an earlier run could not save.
pub fn kept(width: u16, height: u16) -> Scene {
    let why =
        "annotations/ab/harbour/courier.md.yaml: the new version cannot be written: No space left on device";
    let edits = KeptEdits {
        path: "/state".into(),
        annotator: Annotator::new("ab").unwrap(),
        article: ArticleId::new("harbour/courier.md"),
        at: "2026-11-21T10:00:00Z".parse().ok(),
        why: Some(why.to_owned().into()),
    };
    Scene::keeping(width, height, vec![edits])
}

/// A preview of an export that grows while a large workspace is read.
pub fn exporting(width: u16, height: u16) -> Scene {
    let mut scene = reading(width, height);
    scene.silent = true;
    let mut scene = scene.keys("X t t");
    let so_far = ReadSoFar { read: 1_200, all: 10_000, unreadable: 1, done: false };
    let counts = ExportCounts {
        sentences: 1_420,
        articles: 311,
        tags: 2_000,
        anchors: [1_417, 0, 3, 0, 0, 0, 0],
        left_out: 0,
    };
    let line =
        "  12  C   The large crane at the north quay stands still since Monday, the port authority said.";
    let sample = Some(Sample::Lines(vec!["harbour/courier.md".to_owned(), line.to_owned()]));
    let preview = Box::new(ExportPreview { sample, counts, so_far });
    scene.send(Msg::ExportPreviewed { generation: 3, preview });
    scene
}

/// A way to bring the workbench into a state, on a terminal of that size.
pub type Make = fn(u16, u16) -> Scene;

/// All states by name.
pub const ALL: [(&str, Make); 42] = [
    ("reading", reading),
    ("tagged", tagged),
    ("list", |w, h| tagged(w, h).keys("Shift-Tab")),
    ("inspector", |w, h| tagged(w, h).keys("Tab")),
    ("words", |w, h| tagged(w, h).keys("v l l L")),
    ("search", |w, h| reading(w, h).keys("/").typed("crane").keys("Enter")),
    ("folded", |w, h| reading(w, h).keys("f")),
    ("help", |w, h| reading(w, h).keys("?")),
    ("palette", |w, h| reading(w, h).keys(":").typed("note")),
    ("source", |w, h| tagged(w, h).keys("j d s")),
    ("codebook", |w, h| reading(w, h).keys("F2")),
    ("paste", pasting),
    ("failed", failed),
    ("conflict", conflict),
    ("company", company),
    ("kept", kept),
    ("empty", empty),
    ("first", first),
    ("damaged", damaged),
    ("german", |w, h| tagged(w, h).german()),
    ("review", review),
    ("review-disagreement", |w, h| review(w, h).keys("j j j")),
    ("review-decided", |w, h| review(w, h).keys("j j j j h")),
    ("review-edited", |w, h| review(w, h).keys("j j")),
    ("review-lost", |w, h| review(w, h).keys("G")),
    ("review-detail", |w, h| review(w, h).keys("j Tab")),
    ("review-groups", |w, h| review(w, h).keys("b t t T")),
    ("review-filter", |w, h| review(w, h).keys("/").typed("state:d")),
    ("review-menu", |w, h| review(w, h).keys("f")),
    ("review-unmatched", |w, h| review(w, h).keys("/").typed("zeppelin").keys("Enter")),
    ("review-untagged", |w, h| reading(w, h).keys("2")),
    ("review-coming", coming),
    ("review-german", |w, h| review(w, h).german().keys("j j")),
    ("export", |w, h| review(w, h).keys("X")),
    ("export-filter", |w, h| review(w, h).keys("X Tab").typed("label:")),
    ("export-german", |w, h| review(w, h).german().keys("X Down Down Down Right")),
    ("export-reading", exporting),
    ("overview", overview),
    ("overview-folded", |w, h| large(w, h).keys("J")),
    ("overview-counting", counting),
    ("overview-empty", |w, h| empty(w, h).keys("4")),
    ("overview-german", |w, h| overview(w, h).german().keys("J J J")),
];

fn picture(make: Make, width: u16, height: u16) -> String {
    print::text(&make(width, height).shot().buffer)
}

#[test]
fn reading_and_tagging_at_all_sizes() {
    for (width, height) in SIZES {
        insta::assert_snapshot!(format!("reading-{width}x{height}"), picture(reading, width, height));
        insta::assert_snapshot!(format!("tagged-{width}x{height}"), picture(tagged, width, height));
    }
}

#[test]
fn every_state_on_an_ordinary_terminal() {
    for (name, make) in ALL {
        insta::assert_snapshot!(format!("{name}-80x24"), picture(make, 80, 24));
    }
}

#[test]
fn overlays_on_a_small_and_a_large_terminal() {
    for (name, make) in ALL.iter().filter(|(name, _)| ["help", "source", "codebook", "export"].contains(name))
    {
        for (width, height) in [(40, 10), (200, 60)] {
            insta::assert_snapshot!(format!("{name}-{width}x{height}"), picture(*make, width, height));
        }
    }
}

#[test]
fn a_terminal_that_is_too_small_says_what_is_needed_and_keeps_the_state() {
    let scene = tagged(80, 24);
    let before = picture(tagged, 80, 24);
    let scene = scene.resized(39, 9);
    insta::assert_snapshot!(print::text(&scene.shot().buffer));
    assert_eq!(print::text(&scene.resized(80, 24).shot().buffer), before);
}
