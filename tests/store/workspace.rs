//! Finding a workspace, and making one.

use std::{
    fs,
    path::{Path, PathBuf},
};

use factdesk::store::{Settings, Texts, Workspace, init, walk};

use crate::support::Place;

/// Everything below a folder with its content, to see that nothing changed.
fn everything(root: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut files: Vec<_> = walkdir::WalkDir::new(root)
        .into_iter()
        .filter_map(Result::ok)
        .map(|entry| (entry.path().to_owned(), fs::read(entry.path()).unwrap_or_default()))
        .collect();
    files.sort();
    files
}

#[test]
fn it_is_found_from_anywhere_below_it() {
    let place = Place::new();
    place.write("corpus/story/a.txt", "A text.");
    for start in ["", "corpus", "corpus/story", "annotations"] {
        assert_eq!(Workspace::discover(&place.path(start)).unwrap(), place.workspace, "{start}");
    }
}

#[test]
fn an_article_opens_its_workspace() {
    let place = Place::new();
    let path = place.write("corpus/story/a.txt", "A text.");
    let (workspace, article) = Workspace::locate(&path).unwrap();
    assert_eq!((workspace, article.unwrap().as_str()), (place.workspace.clone(), "story/a.txt"));
    assert_eq!(Workspace::locate(&place.path("corpus/story")).unwrap().1, None);
    let beside = place.write("note.txt", "No article.");
    let error = Workspace::locate(&beside).unwrap_err().to_string();
    assert!(error.contains("note.txt") && error.contains("factdesk import"), "{error}");
}

#[test]
fn a_folder_without_one_is_told_which_texts_could_be_taken_in_and_how() {
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().join("my texts");
    for name in ["one.txt", "story/two.md", "story/deep/three.txt", "picture.png", ".git/four.txt"] {
        fs::create_dir_all(folder.join(name).parent().unwrap()).unwrap();
        fs::write(folder.join(name), "A text.").unwrap();
    }
    let error = Workspace::discover(&folder).unwrap_err().to_string();
    assert!(error.contains("2 texts lie here: one.txt, story/two.md"), "{error}");
    let shell = format!("factdesk init '{}'", fs::canonicalize(&folder).unwrap().display());
    assert!(error.contains(&shell), "{error}");

    let texts = Texts::below(&folder);
    let made = init(&folder, &texts.found).unwrap();
    assert_eq!(made.taken.iter().map(ToString::to_string).collect::<Vec<_>>(), ["one.txt", "story/two.md"]);
    assert!(folder.join("one.txt").is_file(), "the texts themselves stay");
    assert_eq!(walk(&Workspace::discover(&folder).unwrap()).count(), 2);
}

#[test]
fn a_new_workspace_tells_git_what_it_has_to_know() {
    let dir = tempfile::tempdir().unwrap();
    let made = init(&dir.path().join("new/desk"), &[]).unwrap();
    let read = |name: &str| fs::read_to_string(made.workspace.root().join(name)).unwrap();
    assert!(read(".gitattributes").contains("\nannotations/** text eol=lf\ncorpus/** -text\n"));
    assert!(read("annotations/.gitignore").contains("\n.factdesk.lock\n.factdesk-*.here\n"));
    assert_eq!(made.made.len(), 4);
}

#[test]
fn making_it_twice_or_over_files_of_ones_own_changes_nothing() {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join(".gitattributes"), "*.png binary\n").unwrap();
    fs::create_dir(dir.path().join("corpus")).unwrap();
    fs::write(dir.path().join("corpus/one.txt"), "Mine.").unwrap();
    fs::write(dir.path().join("one.txt"), "Another of that name.").unwrap();
    let first = init(dir.path(), &["one.txt".into()]).unwrap();
    assert_eq!(first.kept[0].0, Path::new(".gitattributes"));
    assert!(first.taken.is_empty() && first.left.is_empty(), "what is a workspace takes nothing in");
    let before = everything(dir.path());
    let second = init(dir.path(), &["one.txt".into()]).unwrap();
    assert!(second.made.is_empty() && second.taken.is_empty());
    assert_eq!(everything(dir.path()), before);
    assert_eq!(fs::read_to_string(dir.path().join("corpus/one.txt")).unwrap(), "Mine.");
}

#[cfg(unix)]
#[test]
fn a_corpus_that_leads_out_of_the_workspace_is_none() {
    let (dir, outside) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    std::os::unix::fs::symlink(outside.path(), dir.path().join("corpus")).unwrap();
    let error = Workspace::discover(dir.path()).unwrap_err().to_string();
    assert!(error.contains("out of the workspace"), "{error}");
}

#[test]
fn settings_that_cannot_be_read_leave_the_default_and_say_so() {
    let place = Place::new();
    assert_eq!(Settings::load(&place.workspace), (Settings::default(), Vec::new()));
    let path = place.write("factdesk.yaml", "lang: de\nlabels: 3\n");
    let (settings, problems) = Settings::load(&place.workspace);
    assert!(settings.language.is_some());
    assert_eq!(problems.len(), 1);
    assert!(problems[0].to_string().starts_with(&format!("{}:2:9: ", path.display())), "{}", problems[0]);
}
