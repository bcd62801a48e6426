//! The four themes: what carries colour, and that nothing is said by colour alone.

use factdesk::app::settings::Theme;
use ratatui::style::{Color, Modifier};

use crate::{
    print,
    scene::Scene,
    states::{ALL, tagged},
};

fn shown(scene: Scene, theme: Theme) -> ratatui::buffer::Buffer {
    scene.themed(theme).shot().buffer
}

#[test]
fn looks_of_all_themes() {
    for theme in Theme::ALL {
        let buffer = shown(tagged(60, 20).keys("v l l L"), theme);
        insta::assert_snapshot!(format!("looks-{theme:?}"), print::looks(&buffer));
    }
}

#[test]
fn every_theme_says_the_same() {
    for (name, make) in ALL {
        let plain = print::text(&shown(make(80, 24), Theme::Mono));
        for theme in Theme::ALL {
            assert_eq!(print::text(&shown(make(80, 24), theme)), plain, "{name} {theme:?}");
        }
    }
}

#[test]
fn the_default_theme_uses_the_sixteen_colours_and_only_on_letters_of_labels() {
    for (name, make) in ALL {
        let buffer = shown(make(120, 36), Theme::Terminal);
        for cell in &buffer.content {
            assert!(!matches!(cell.fg, Color::Rgb(..) | Color::Indexed(_)), "{name}: {cell:?}");
            assert_eq!(cell.bg, Color::Reset, "{name}: {cell:?}");
            assert!(cell.fg == Color::Reset || "CDA".contains(cell.symbol()), "{name}: {cell:?}");
        }
    }
}

#[test]
fn without_colour_the_selection_is_reversed_and_nothing_is_coloured() {
    let scene = tagged(80, 24).themed(Theme::Mono);
    let shot = scene.shot();
    let cursor = shot.cursor.unwrap();
    assert!(shot.buffer[cursor].modifier.contains(Modifier::REVERSED));
    assert!(shot.buffer.content.iter().all(|cell| cell.fg == Color::Reset && cell.bg == Color::Reset));
}

#[test]
fn light_and_dark_leave_no_cell_in_the_terminals_own_colours() {
    for (name, make) in ALL {
        for theme in [Theme::Light, Theme::Dark] {
            let buffer = shown(make(80, 24), theme);
            let of_terminal =
                buffer.content.iter().find(|cell| cell.fg == Color::Reset || cell.bg == Color::Reset);
            assert_eq!(of_terminal, None, "{name} {theme:?}");
        }
    }
}
