//! What stands where, so that a click means what it hits.

use factdesk::app::{Action, Msg, Pane, Target, geometry::Area};

use crate::{
    print,
    scene::Shot,
    states::{ALL, tagged},
};

/// The cell at which the row that holds `text` shows it.
fn find(shot: &Shot, text: &str) -> (u16, u16) {
    for y in 0..shot.buffer.area.height {
        let glyphs: Vec<(u16, &str)> =
            print::glyphs(&shot.buffer, y).map(|(x, cell)| (x, cell.symbol())).collect();
        for at in 0..glyphs.len() {
            let rest: String = glyphs[at..].iter().map(|(_, symbol)| *symbol).collect();
            if rest.starts_with(text) {
                return (glyphs[at].0, y);
            }
        }
    }
    panic!("{text:?} is not shown:\n{}", print::text(&shot.buffer))
}

fn hit(shot: &Shot, text: &str) -> Option<Target> {
    let (x, y) = find(shot, text);
    shot.hits.at(x, y)
}

#[test]
fn each_thing_gives_itself_back() {
    let shot = tagged(120, 36).shot();
    assert_eq!(hit(&shot, "  comment.md"), Some(Target::ListRow(1)));
    assert_eq!(hit(&shot, "» courier.md"), Some(Target::ListRow(2)));
    assert_eq!(hit(&shot, "Eleven ships"), hit(&shot, "ships were"));
    assert!(matches!(hit(&shot, "Eleven ships"), Some(Target::Unit(_))));
    assert_eq!(hit(&shot, "? help"), Some(Target::Hint(Action::Help)));
    assert_eq!(hit(&shot, "Space read"), Some(Target::Hint(Action::ReadAndGo)));
    assert!(matches!(hit(&shot, "D denial"), Some(Target::Tag(_, 1))), "{:?}", hit(&shot, "D denial"));
    assert_eq!(hit(&shot, "Sentence"), Some(Target::Pane(Pane::Inspector)));
}

#[test]
fn the_letter_in_the_gutter_is_the_tag() {
    let scene = tagged(120, 36);
    let shot = scene.shot();
    let cursor = shot.cursor.unwrap();
    let letters: Vec<u16> =
        (0..cursor.x).filter(|x| ["D", "A"].contains(&shot.buffer[(*x, cursor.y)].symbol())).collect();
    let unit = scene.app.desk.open.as_ref().unwrap().cursor;
    let targets: Vec<Option<Target>> = letters.iter().map(|x| shot.hits.at(*x, cursor.y)).collect();
    assert_eq!(targets, [Some(Target::Tag(unit, 1)), Some(Target::Tag(unit, 2))]);
}

#[test]
fn a_click_on_a_sentence_selects_it_and_one_on_its_tag_takes_that_off() {
    let mut scene = tagged(120, 36);
    let shot = scene.shot();
    let target = hit(&shot, "Eleven ships").unwrap();
    scene.send(Msg::Clicked(target.clone()));
    let unit = scene.app.desk.open.as_ref().unwrap().cursor;
    assert_eq!(target, Target::Unit(unit));
    let shot = scene.keys("c").shot();
    let cursor = shot.cursor.unwrap();
    assert_eq!(shot.hits.at(cursor.x - 6, cursor.y), Some(Target::Tag(unit, 0)));
}

#[test]
fn an_overlay_takes_all_clicks_but_those_on_the_footer() {
    let shot = tagged(200, 60).keys(":").shot();
    assert_eq!(hit(&shot, "comment.md"), None);
    assert_eq!(hit(&shot, "? help"), Some(Target::Hint(Action::Help)));
    let rows = shot.hits.iter().filter(|(_, target)| matches!(target, Target::OverlayRow(_)));
    assert!(rows.count() > 5);
}

#[test]
fn nothing_can_be_clicked_outside_of_the_screen() {
    for (name, make) in ALL {
        for (width, height) in [(40, 10), (80, 24), (120, 36)] {
            for (Area { x, y, width: w, height: h }, target) in make(width, height).shot().hits.iter() {
                assert!(x + w <= width && y + h <= height, "{name}: {target:?} at {x},{y} {w}×{h}");
            }
        }
    }
}
