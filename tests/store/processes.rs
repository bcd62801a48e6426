//! Several programs at once, and programs that are killed: what one of them was told is saved stays saved.

use std::{
    env,
    io::{BufRead, BufReader, Read},
    process::{self, Child, Command, Stdio},
    sync::Arc,
};

use factdesk::store::{Saver, Workspace, sweep};

use crate::support::{Place, annotator, document, numbers, saved, sentence};

/// Where the writer below works, its first number, and how many sentences it tags.
const ROOT: &str = "FACTDESK_TEST_ROOT";
const FIRST: &str = "FACTDESK_TEST_FIRST";
const COUNT: &str = "FACTDESK_TEST_COUNT";

/// No test but a program of its own: it tags one sentence after the other and says so when each is saved.
#[test]
fn writer() {
    let Ok(root) = env::var(ROOT) else { return };
    let number = |name| env::var(name).unwrap().parse::<u32>().unwrap();
    let workspace = Workspace::discover(root.as_ref()).unwrap();
    sweep(&workspace, &annotator());
    let mut person = Saver::new(workspace.clone());
    let mut base = saved(&workspace);
    for number in number(FIRST)..number(FIRST) + number(COUNT) {
        let mut ours = (*base).clone();
        ours.sentences.push(Arc::new(sentence(number, "claim")));
        ours.sentences.sort_by_key(|sentence| sentence.span);
        match person.save(&base, &Arc::new(ours)) {
            Ok(saved) => base = saved.document,
            Err(error) => {
                println!("error: {error}");
                process::exit(1);
            }
        }
        println!("saved {number}");
    }
}

fn start(place: &Place, first: u32, count: u32) -> Child {
    Command::new(env::current_exe().unwrap())
        .args(["processes::writer", "--exact", "--nocapture", "--test-threads=1"])
        .env(ROOT, place.workspace.root())
        .env(FIRST, first.to_string())
        .env(COUNT, count.to_string())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// The number that a line of the writer says was saved.
fn told(line: &str) -> Option<u32> {
    line.split_once("saved ").and_then(|(_, number)| number.trim().parse().ok())
}

#[test]
fn killed_at_any_instant_nothing_that_was_called_saved_is_lost() {
    let place = Place::new();
    let mut acknowledged = Vec::new();
    for life in 0..8 {
        let mut child = start(&place, life * 1000, 500);
        let mut output = BufReader::new(child.stdout.take().unwrap());
        // It runs on while we read, so that the kill meets it anywhere.
        let mut line = String::new();
        let mut heard = 0;
        while heard <= life && output.read_line(&mut line).unwrap() > 0 {
            heard += u32::from(told(&line).is_some());
            acknowledged.extend(told(&line));
            line.clear();
        }
        child.kill().unwrap();
        child.wait().unwrap();
        let mut rest = String::new();
        output.read_to_string(&mut rest).unwrap();
        let whole = rest.rsplit_once('\n').map_or("", |(whole, _)| whole);
        acknowledged.extend(whole.lines().filter_map(told));
        assert!(heard > 0, "the writer saved something");

        let there = numbers(&place.saved());
        let lost: Vec<_> = acknowledged.iter().filter(|number| !there.contains(number)).collect();
        assert!(lost.is_empty(), "life {life} lost {lost:?}");
    }
    sweep(&place.workspace, &annotator());
    assert!(place.left_behind().is_empty());
}

#[test]
fn programs_that_save_at_the_same_time_lose_nothing_of_each_other() {
    let place = Place::new();
    Saver::new(place.workspace.clone()).save(&document([]), &document([9999])).unwrap();
    let children: Vec<_> = (0..3).map(|child| start(&place, child * 1000, 15)).collect();
    for child in children {
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    }
    let expected: Vec<u32> = (0..3).flat_map(|child| child * 1000..child * 1000 + 15).chain([9999]).collect();
    assert_eq!(numbers(&place.saved()), expected);
    assert!(place.left_behind().is_empty());
}
