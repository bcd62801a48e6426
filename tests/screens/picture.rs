//! The picture of the Desk and the keys, as the README shows them.

use std::{cmp::Reverse, fmt::Write};

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

/// Every key once, by all the places where it acts; what has none is in the palette.
fn keys() -> String {
    let (commands, _) = Commands::new(&LabelSet::default());
    let rows = || commands.rows.iter().filter(|row| !row.keys.is_empty());
    let mut places: Vec<&[Scope]> = rows().map(|row| row.scopes).collect();
    let order = |scope: &Scope| Scope::ALL.iter().position(|other| other == scope);
    places.sort_by_key(|scopes| (scopes[0] == Scope::Global, Reverse(scopes.len()), order(&scopes[0])));
    places.dedup();
    let mut made = String::new();
    for scopes in places {
        let titles: Vec<&str> = scopes.iter().map(|scope| scope.title().en).collect();
        let (first, others) = titles.split_first().unwrap();
        let heading = others
            .iter()
            .fold((*first).to_owned(), |said, title| said + ", " + &title[..1].to_lowercase() + &title[1..]);
        writeln!(made, "| {heading} | |\n|---|---|").unwrap();
        for row in rows().filter(|row| row.scopes == scopes) {
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
