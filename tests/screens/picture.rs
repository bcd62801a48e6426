//! The picture of the Desk and the keys, as the README shows them.

use std::fmt::Write;

use factdesk::{
    annotation::LabelSet,
    app::{Commands, Scope},
};

use crate::{print, readme, scene::Scene};

/// Some sentences tagged, the last with source, cue and note.
const KEYS: &str = "a C a C a C Space C d A d a v l l w l l l l l l l l l L s Esc m e";

/// The Desk at work on the shipped corpus.
fn desk() -> String {
    let scene = Scene::shipped(100, 28).keys(KEYS).typed("Wortlaut weicht von essay.txt ab").keys("Enter");
    format!("```text\n{}```\n", print::text(&scene.shot().buffer))
}

/// Every key, by where it acts; what has none is in the palette.
fn keys() -> String {
    let (commands, _) = Commands::new(&LabelSet::default());
    let mut made = String::new();
    for scope in Scope::ALL {
        writeln!(made, "| {} | |\n|---|---|", scope.title().en).unwrap();
        for row in commands.rows.iter().filter(|row| row.scopes.contains(&scope) && !row.keys.is_empty()) {
            let keys: Vec<String> = row.keys.iter().map(|key| format!("`{key}`")).collect();
            writeln!(made, "| {} | {} |", keys.join(" "), row.help.en).unwrap();
        }
        made.push('\n');
    }
    made.pop();
    made
}

#[test]
fn the_readme_shows_the_desk_and_the_keys_as_they_are() {
    readme::fresh("desk", &desk());
    readme::fresh("keys", &keys());
}
