//! The picture of the Desk in the README.

use std::{env, fs};

use crate::{print, scene::Scene};

const BEGIN: &str = "<!-- desk:begin -->";
const END: &str = "<!-- desk:end -->";

/// Some sentences tagged, the last with source, cue and note.
const KEYS: &str = "a C a C a C Space C d A d a v l l w l l l l l l l l l L s Esc m e";

/// The Desk at work on the shipped corpus.
fn desk() -> String {
    let scene = Scene::shipped(100, 28).keys(KEYS).typed("Wortlaut weicht von essay.txt ab").keys("Enter");
    format!("{BEGIN}\n```text\n{}```\n{END}", print::text(&scene.shot().buffer))
}

#[test]
fn the_readme_shows_the_desk_as_it_is() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/README.md");
    let readme = fs::read_to_string(path).expect("README.md");
    let begin = readme.find(BEGIN).unwrap_or_else(|| panic!("README.md has no line {BEGIN}"));
    let end = readme.find(END).unwrap_or_else(|| panic!("README.md has no line {END}")) + END.len();
    let desk = desk();
    if env::var_os("UPDATE").is_some() {
        fs::write(path, format!("{}{desk}{}", &readme[..begin], &readme[end..])).expect("README.md");
    } else {
        assert!(
            readme[begin..end] == desk,
            "the picture in README.md is not what the Desk looks like; refresh it with\n\
             UPDATE=1 cargo test --test screens the_readme\n{desk}"
        );
    }
}
