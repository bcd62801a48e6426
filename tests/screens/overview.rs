//! The Overview: pictures of what three people read, tagged and quoted in two articles of three.

use factdesk::{
    app::{Msg, ReadSoFar, Target, View, overview::Cursor, settings::Theme},
    review::overview::{Name, Topic},
};

use crate::{
    article::{COMMENT, REPORT},
    print,
    review::documents,
    scene::{Scene, Shot},
};

/// The workspace; nobody has opened the article about fish.
fn workspace(width: u16, height: u16) -> Scene {
    let articles = [
        ("fish/tide.txt", "The tide came early."),
        ("harbour/comment.md", COMMENT),
        ("harbour/courier.md", REPORT),
    ];
    let mut scene = Scene::new(&articles, width, height);
    scene.documents = documents();
    for document in &mut scene.documents {
        document.units = Some(if document.article.as_str().ends_with("comment.md") { 4 } else { 14 });
    }
    scene
}

/// The Overview of it all.
pub fn overview(width: u16, height: u16) -> Scene {
    workspace(width, height).keys("4")
}

/// A corpus so large that most of its articles are folded away.
pub fn large(width: u16, height: u16) -> Scene {
    let articles: Vec<(String, &str)> = (0..60).map(|n| (format!("news/{n:02}.txt"), "It rained.")).collect();
    let articles: Vec<(&str, &str)> = articles.iter().map(|(id, text)| (id.as_str(), *text)).collect();
    let mut scene = Scene::new(&articles, width, height);
    for mut document in
        documents().into_iter().filter(|document| document.article.as_str() == "harbour/courier.md")
    {
        document.article = factdesk::text::ArticleId::new("news/07.txt");
        scene.documents.push(document);
    }
    scene.keys("4")
}

/// The same while the workspace is being counted for the first time.
pub fn counting(width: u16, height: u16) -> Scene {
    let mut scene = workspace(width, height);
    scene.silent = true;
    let mut scene = scene.keys("4");
    let generation = scene.app.overview.generation;
    let so_far = ReadSoFar { read: 1_200, all: 10_000, unreadable: 1, done: false };
    scene.send(Msg::Counted { generation, so_far, sections: None });
    scene
}

/// Columns and rows of the terminals that are looked at.
const SIZES: [(u16, u16); 5] = [(40, 10), (80, 24), (120, 36), (160, 50), (200, 60)];

fn picture(scene: &Scene) -> String {
    print::text(&scene.shot().buffer)
}

/// What the selected row is about.
fn selected(scene: &Scene) -> Option<(Topic, Name)> {
    let layout = scene.app.overview.layout(scene.app.overview_area());
    let (section, row, _) = scene.app.overview.selected(&layout)?;
    Some((section.topic, row.name.clone()))
}

/// The row in which the terminal's cursor stands.
fn row_of_cursor(shot: &Shot) -> String {
    print::row(&shot.buffer, shot.cursor.unwrap().y)
}

#[test]
fn the_workspace_in_pictures_at_all_sizes() {
    for (width, height) in SIZES {
        insta::assert_snapshot!(format!("overview-{width}x{height}"), picture(&overview(width, height)));
    }
}

#[test]
fn every_bar_is_reached_and_always_in_sight() {
    for (width, height) in [(40, 10), (120, 36)] {
        for keys in ["j", "k", "PgDn", "PgUp", "Ctrl-d", "J", "K", "l", "h", "Tab", "Shift-Tab"] {
            let mut scene = overview(width, height).keys("G");
            for _ in 0..25 {
                scene = scene.keys(keys);
                let shot = scene.shot();
                let row = row_of_cursor(&shot);
                assert!(row.contains('▌'), "{keys} at {width}×{height}: {row:?}");
            }
        }
        let mut down = overview(width, height);
        let mut seen = vec![selected(&down)];
        loop {
            down = down.keys("j");
            if seen.last() == Some(&selected(&down)) {
                break;
            }
            seen.push(selected(&down));
        }
        let rows: usize = down.app.overview.sections.iter().map(|section| section.rows.len()).sum();
        assert_eq!(seen.len(), rows, "{width}×{height}");
    }
}

#[test]
fn the_heading_comes_along_when_one_goes_back_up() {
    let scene = overview(40, 10).keys("G g");
    assert!(picture(&scene).lines().nth(1).unwrap().contains("Read by annotator"));
}

#[test]
fn to_the_right_are_the_bars_of_the_row_and_then_the_section_beside_it() {
    let scene = overview(120, 36);
    assert_eq!(scene.app.overview.cursor, Cursor::default());
    let scene = scene.keys("l");
    assert_eq!(scene.app.overview.cursor, Cursor { bar: 1, ..Cursor::default() });
    let before = scene.shot().cursor.unwrap();
    let scene = scene.keys("l");
    let after = scene.shot().cursor.unwrap();
    assert!(after.x > before.x && after.y.abs_diff(before.y) <= 1, "{before:?} {after:?}");
    let scene = scene.keys("h");
    assert_eq!(scene.app.overview.cursor, Cursor { bar: 1, ..Cursor::default() }, "and back");
}

#[test]
fn what_is_folded_away_unfolds_and_folds_again() {
    let scene = large(80, 24).keys("J");
    assert!(picture(&scene).contains("… 52 more"), "{}", picture(&scene));
    let scene = scene.keys("j j j j j j j j j j Enter j");
    assert!(!picture(&scene).contains("more"), "{}", picture(&scene));
    assert!(row_of_cursor(&scene.shot()).contains("nobody has opened it"));
    assert_eq!(scene.app.view, View::Overview);
    let scene = scene.keys("Esc");
    assert!(row_of_cursor(&scene.shot()).contains("… 52 more"), "{}", picture(&scene));
}

#[test]
fn a_click_selects_a_bar_and_another_enters_it() {
    let mut scene = overview(80, 24);
    let shot = scene.shot();
    let row = (0..24).find(|y| print::row(&shot.buffer, *y).contains("courier.md")).unwrap();
    let target = shot.hits.at(70, row).unwrap();
    assert!(matches!(target, Target::Bar(_)));
    scene.send(Msg::Clicked(target.clone()));
    assert!(row_of_cursor(&scene.shot()).contains("courier.md"));
    assert_eq!(scene.app.view, View::Overview);
    scene.send(Msg::Clicked(target));
    assert_eq!(
        (scene.app.view, scene.app.review.query.as_str()),
        (View::Review, "article:=harbour/courier.md annotator:ab")
    );
}

#[test]
fn the_wheel_scrolls_and_the_selection_stays() {
    let mut scene = overview(80, 24);
    scene.send(Msg::Wheel(Target::Overview, 3));
    assert!(!picture(&scene).contains("Read by annotator"));
    assert_eq!(scene.app.overview.cursor, Cursor::default());
    assert!(picture(&scene.keys("k")).contains("Read by annotator"));
}

#[test]
fn a_new_count_leaves_the_person_at_their_bar() {
    let mut scene = overview(80, 24).keys("J J j");
    let before = selected(&scene);
    scene.documents.retain(|document| document.annotator.as_str() != "desk");
    scene.send(Msg::Focus(true));
    assert_eq!(selected(&scene), before);
    let late = Msg::Counted { generation: 1, so_far: ReadSoFar::default(), sections: Some(Vec::new()) };
    scene.send(late);
    assert_eq!(selected(&scene), before, "an answer to an earlier count is dropped");
}

#[test]
fn every_theme_says_the_same_and_colours_letters_alone() {
    let plain = picture(&overview(120, 36).themed(Theme::Mono));
    for theme in Theme::ALL {
        assert_eq!(picture(&overview(120, 36).themed(theme)), plain, "{theme:?}");
    }
    insta::assert_snapshot!("overview-looks", print::looks(&overview(120, 36).keys("l").shot().buffer));
}
