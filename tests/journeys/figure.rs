//! What a careful first pass costs: a scripted reader makes the tags of the shipped readings with the keys of the Desk.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use factdesk::{
    annotation::{Annotator, Document},
    text::{ArticleId, Kind, Span, Unit},
};

use crate::newsroom::{Newsroom, Start};

/// The most keys a sentence may cost, on average over all articles.
const MOST: f64 = 1.6;

/// The labels of every sentence that has some, by where it stands.
type Reading = BTreeMap<Span, BTreeSet<String>>;

/// The files below `folder` that end in `ending`, their contents by their path without it.
fn files(folder: &Path, ending: &str) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            let name = path.strip_prefix(folder).unwrap().to_str().unwrap();
            if path.is_dir() {
                folders.push(path);
            } else if let Some(name) = name.strip_suffix(ending) {
                found.insert(name.to_owned(), fs::read_to_string(&path).unwrap());
            }
        }
    }
    found
}

fn labels(document: &Document) -> Reading {
    let labels = |tags: &[factdesk::annotation::Tag]| tags.iter().map(|tag| tag.label.to_string()).collect();
    let tagged = document.sentences.iter().filter(|sentence| !sentence.tags.is_empty());
    tagged.map(|sentence| (sentence.span, labels(&sentence.tags))).collect()
}

fn selected(room: &Newsroom) -> (usize, Unit) {
    let open = room.app.desk.open.as_ref().unwrap();
    (open.cursor, *open.unit().unwrap())
}

/// The keys for one sentence: every label by its key, the last one in upper case, which goes on; `Space` for none.
fn keys_for(labels: Option<&BTreeSet<String>>) -> String {
    let Some(labels) = labels else { return "Space".to_owned() };
    let mut keys: Vec<String> = labels.iter().map(|label| label[..1].to_owned()).collect();
    if let Some(last) = keys.last_mut() {
        *last = last.to_uppercase();
    }
    keys.join(" ")
}

/// Reads the open article from its first open sentence on and gives the number of keys that took. What the workbench
/// passes over as furniture, though the reading has tags there, costs the way back to it.
fn read(room: &mut Newsroom, wanted: &Reading) -> usize {
    let mut pressed = 0;
    let mut press = |room: &mut Newsroom, keys: &str| {
        pressed += keys.split_whitespace().count();
        room.keys(keys);
    };
    let mut seen = 0;
    loop {
        let (cursor, unit) = selected(room);
        let passed: Vec<Span> = room.app.desk.open.as_ref().unwrap().units[seen.min(cursor)..cursor]
            .iter()
            .filter(|unit| unit.kind == Kind::Furniture && wanted.contains_key(&unit.chars))
            .map(|unit| unit.chars)
            .collect();
        for span in passed {
            while selected(room).1.chars.start > span.start {
                press(room, "k");
            }
            press(room, &keys_for(wanted.get(&span)).to_lowercase());
            while selected(room).1.chars.start < unit.chars.start {
                press(room, "j");
            }
        }
        seen = cursor + 1;
        press(room, &keys_for(wanted.get(&unit.chars)));
        if room.app.desk.open.as_ref().unwrap().counts.open() == 0 {
            return pressed;
        }
    }
}

#[test]
fn a_careful_first_pass_costs_hardly_more_keys_than_there_are_sentences() {
    let shipped = Path::new(env!("CARGO_MANIFEST_DIR"));
    let articles = files(&shipped.join("corpus"), "");
    let readings = files(&shipped.join("annotations/ab"), ".yaml");
    assert_eq!(articles.keys().collect::<Vec<_>>(), readings.keys().collect::<Vec<_>>());
    let annotator = Annotator::new("ab").unwrap();
    let mut room = Newsroom::open(Start { articles, ..Start::default() });
    let (mut pressed, mut sentences) = (0, 0);
    for (number, (article, yaml)) in readings.iter().enumerate() {
        if number > 0 {
            room.keys("J");
            pressed += 1;
        }
        let id = ArticleId::new(article.as_str());
        assert_eq!(room.app.desk.open.as_ref().unwrap().article.id, id);
        let wanted = labels(&Document::parse(yaml, &id, &annotator).unwrap().document);
        let keys = read(&mut room, &wanted);
        let made = Document::parse(&room.files[article], &id, &annotator).unwrap().document;
        assert_eq!(labels(&made), wanted, "{article}");
        let read = room.app.desk.open.as_ref().unwrap().counts.units as usize;
        println!("{article}: {keys} keys for {read} sentences");
        (pressed, sentences) = (pressed + keys, sentences + read);
    }
    #[allow(clippy::cast_precision_loss, reason = "a few hundred")]
    let figure = pressed as f64 / sentences as f64;
    println!("{pressed} keys for {sentences} sentences: {figure:.2}");
    assert!(figure <= MOST, "{figure:.2} keys a sentence");
}
