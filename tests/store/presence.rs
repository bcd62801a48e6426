//! Who else is at an article.

use std::{
    env, fs,
    io::{BufRead, BufReader},
    path::PathBuf,
    process::{Child, Command, Stdio},
};

use factdesk::{
    annotation::Annotator,
    store::{Company, Presence, Workspace},
    text::ArticleId,
};

use crate::support::{Place, annotator, article};

/// Where the workbench below is, and who sits there.
const ROOT: &str = "FACTDESK_TEST_PRESENCE_ROOT";
const WHO: &str = "FACTDESK_TEST_PRESENCE_WHO";

/// No test but a program of its own: it is at the article until its input ends.
#[test]
fn workbench() {
    let Ok(root) = env::var(ROOT) else { return };
    let who = Annotator::new(&env::var(WHO).unwrap()).unwrap();
    let mut presence = Presence::new(Workspace::discover(root.as_ref()).unwrap());
    presence.at(&article(), &who);
    println!("here");
    let _ = std::io::stdin().lines().count();
}

fn start(place: &Place, who: &str) -> Child {
    let mut child = Command::new(env::current_exe().unwrap())
        .args(["presence::workbench", "--exact", "--nocapture", "--test-threads=1"])
        .env(ROOT, place.workspace.root())
        .env(WHO, who)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map(Result::unwrap);
    assert!(lines.any(|line| line.contains("here")));
    child
}

fn end(mut child: Child) {
    drop(child.stdin.take());
    child.wait().unwrap();
}

fn company(windows: usize, annotators: &[&str]) -> Company {
    Company { windows, annotators: annotators.iter().filter_map(|name| Annotator::new(name)).collect() }
}

/// The files of workbenches in the folder of somebody.
fn files(place: &Place, who: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(place.path(&format!("annotations/{who}"))).unwrap();
    let paths = entries.map(|entry| entry.unwrap().path());
    paths.filter(|path| path.to_string_lossy().ends_with(".here")).collect()
}

#[test]
fn whoever_is_at_the_same_article_is_told() {
    let place = Place::new();
    for who in ["ab", "cd"] {
        fs::create_dir_all(place.path(&format!("annotations/{who}"))).unwrap();
    }
    let mut ours = Presence::new(place.workspace.clone());
    assert!(ours.at(&article(), &annotator()).is_empty());

    let (window, colleague) = (start(&place, "ab"), start(&place, "cd"));
    assert_eq!(ours.at(&article(), &annotator()), company(1, &["cd"]));
    assert!(ours.at(&ArticleId::new("story/other.txt"), &annotator()).is_empty(), "only at that article");
    end(colleague);
    assert_eq!(ours.at(&article(), &annotator()), company(1, &[]));
    end(window);
    assert!(ours.at(&article(), &annotator()).is_empty());

    assert_eq!(files(&place, "ab").len(), 1);
    drop(ours);
    assert_eq!((files(&place, "ab").len(), files(&place, "cd").len()), (0, 0), "nothing stays behind");
}

#[test]
fn what_a_killed_workbench_left_counts_for_nothing_and_is_swept() {
    let place = Place::new();
    fs::create_dir_all(place.path("annotations/cd")).unwrap();
    let mut killed = start(&place, "cd");
    killed.kill().unwrap();
    killed.wait().unwrap();
    assert_eq!(files(&place, "cd").len(), 1);
    assert!(Presence::new(place.workspace.clone()).at(&article(), &annotator()).is_empty());
    assert_eq!(files(&place, "cd").len(), 0);
}

#[test]
fn it_makes_no_folder_and_minds_nothing_strange() {
    let place = Place::new();
    let mut ours = Presence::new(place.workspace.clone());
    assert!(ours.at(&article(), &annotator()).is_empty());
    assert!(!place.path("annotations/ab").exists());

    place.write("annotations/cd/.factdesk-1.here/x", "a folder");
    place.write("annotations/cd/.factdesk-mine.here", "kept");
    place.write("annotations/ef", "a file");
    assert!(ours.at(&article(), &annotator()).is_empty());
    assert!(place.path("annotations/cd/.factdesk-mine.here").is_file());
}

#[cfg(unix)]
#[test]
fn it_never_leaves_the_workspace_nor_follows_links() {
    use std::os::unix::fs::symlink;
    let (place, elsewhere) = (Place::new(), tempfile::tempdir().unwrap());
    fs::write(elsewhere.path().join(".factdesk-7.here"), "precious").unwrap();
    symlink(elsewhere.path(), place.path("annotations/ab")).unwrap();
    fs::create_dir(place.path("annotations/cd")).unwrap();
    let precious = elsewhere.path().join(".factdesk-7.here");
    symlink(&precious, place.path("annotations/cd/.factdesk-8.here")).unwrap();
    assert!(Presence::new(place.workspace.clone()).at(&article(), &annotator()).is_empty());
    assert_eq!(fs::read_to_string(&precious).unwrap(), "precious");
    assert_eq!(fs::read_dir(elsewhere.path()).unwrap().count(), 1);
}
