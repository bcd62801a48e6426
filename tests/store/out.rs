//! What leaves the workspace: whole or not at all, and never into what the workspace consists of.

use std::{
    fs,
    io::{Read as _, Write as _},
    path::{Path, PathBuf},
};

use factdesk::{
    export::Sink as _,
    store::{Out, OutError},
};

use crate::support::Place;

/// What lies in a folder, hidden or not, by name.
fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

fn out(place: &Place, path: &Path, several: bool) -> Out {
    Out::create(&place.workspace, path, several).unwrap()
}

fn refused(place: &Place, path: impl AsRef<Path>, several: bool) -> OutError {
    Out::create(&place.workspace, path.as_ref(), several).err().expect("refused")
}

#[test]
fn a_file_is_replaced_when_the_new_one_is_whole_and_not_before() {
    let place = Place::new();
    let path = place.write("out/a.csv", "old");
    let mut given_up = out(&place, &path, false);
    given_up.write_all(b"half").unwrap();
    given_up.flush().unwrap();
    assert_eq!(fs::read(&path).unwrap(), b"old");
    drop(given_up);
    assert_eq!(names(&place.path("out")), ["a.csv"]);
    let mut whole = out(&place, &path, false);
    whole.write_all(b"new").unwrap();
    assert_eq!(whole.commit().unwrap(), path);
    assert_eq!(
        (names(&place.path("out")), fs::read(&path).unwrap()),
        (vec!["a.csv".to_owned()], b"new".to_vec())
    );
}

#[test]
#[cfg(unix)]
fn who_could_read_a_file_still_can_and_a_link_stays_one() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let place = Place::new();
    let path = place.write("out/a.csv", "old");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
    let link = place.path("link.csv");
    symlink(&path, &link).unwrap();
    let mut file = out(&place, &link, false);
    file.write_all(b"new").unwrap();
    file.commit().unwrap();
    assert!(link.is_symlink());
    assert_eq!(fs::read(&path).unwrap(), b"new");
    assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o640);
}

#[test]
#[cfg(unix)]
fn what_the_workspace_consists_of_is_never_written() {
    use std::os::unix::fs::symlink;
    let place = Place::new();
    let article = place.write("corpus/story/a.txt", "Text.");
    place.write("factdesk.yaml", "lang: de\n");
    symlink(place.path("corpus/story"), place.path("way")).unwrap();
    symlink(place.path("annotations"), place.path("notes")).unwrap();
    symlink(&article, place.path("a.csv")).unwrap();
    let own = [
        "corpus/x.csv",
        "corpus/story/a.txt",
        "way/x.csv",
        "a.csv",
        "annotations/ab.csv",
        "notes/x.csv",
        "factdesk.yaml",
        "out/../corpus/x",
    ];
    fs::create_dir(place.path("out")).unwrap();
    for path in own {
        assert!(matches!(refused(&place, place.path(path), false), OutError::Protected { .. }), "{path}");
    }
    for path in ["corpus/new", "annotations/new", "notes/new.zip", "annotations", "corpus"] {
        assert!(matches!(refused(&place, place.path(path), true), OutError::Protected { .. }), "{path}");
    }
    assert_eq!(fs::read(article).unwrap(), b"Text.");
    assert_eq!(names(&place.path("corpus/story")), ["a.txt"]);
}

#[test]
fn what_is_no_place_for_a_file_is_refused() {
    let place = Place::new();
    let file = place.write("out/a.txt", "");
    assert!(matches!(refused(&place, place.path("out"), false), OutError::Folder { .. }));
    assert!(matches!(refused(&place, place.path("none/a.csv"), false), OutError::NoFolder { .. }));
    assert!(matches!(refused(&place, place.path("out"), true), OutError::NotEmpty { .. }));
    assert!(matches!(refused(&place, file, true), OutError::NotEmpty { .. }));
    if cfg!(unix) {
        assert!(matches!(refused(&place, "/dev/null", false), OutError::NotRegular { .. }));
    }
}

#[test]
fn a_folder_appears_with_all_its_files() {
    let place = Place::new();
    fs::create_dir(place.path("empty")).unwrap();
    for folder in ["new", "empty"] {
        let path = place.path(folder);
        let mut files = out(&place, &path, true);
        assert!(files.write_all(b"to no file").is_err());
        for name in ["a/b.txt", "a/c d.ann", "e.conf"] {
            files.file(name).unwrap();
            files.write_all(name.as_bytes()).unwrap();
        }
        for name in ["../x", "/x", "", "a/../../x", "a/b.txt"] {
            assert!(files.file(name).is_err(), "{name}");
        }
        assert!(!path.join("e.conf").exists());
        files.commit().unwrap();
        assert_eq!(
            (names(&path), names(&path.join("a"))),
            (vec!["a".to_owned(), "e.conf".to_owned()], vec!["b.txt".to_owned(), "c d.ann".to_owned()])
        );
        assert_eq!(fs::read(path.join("a/c d.ann")).unwrap(), b"a/c d.ann");
    }
    let given_up = place.path("given up");
    out(&place, &given_up, true).file("a.txt").unwrap();
    assert!(!given_up.exists() && names(place.workspace.root()).iter().all(|name| !name.starts_with(".fd-")));
}

#[test]
fn an_archive_says_nothing_of_when_it_was_made() {
    let place = Place::new();
    let archive = |name: &str| -> PathBuf {
        let mut files = out(&place, &place.path(name), true);
        for name in ["ä/b.txt", "c.txt"] {
            files.file(name).unwrap();
            files.write_all(name.as_bytes()).unwrap();
        }
        files.commit().unwrap()
    };
    let (one, other) = (archive("one.zip"), archive("other.ZIP"));
    assert_eq!(fs::read(&one).unwrap(), fs::read(other).unwrap());
    let mut read = zip::ZipArchive::new(fs::File::open(one).unwrap()).unwrap();
    let mut text = String::new();
    read.by_name("ä/b.txt").unwrap().read_to_string(&mut text).unwrap();
    assert_eq!((read.len(), text.as_str()), (2, "ä/b.txt"));
}

#[test]
fn what_a_killed_export_left_is_swept_and_what_another_writes_is_not() {
    let place = Place::new();
    place.write("out/.fd-0123abcd.out", "left behind");
    place.write("out/.fd-4567cdef.out/a/b.txt", "left behind");
    place.write("out/.fd-mine.out", "not called like one");
    let mut first = out(&place, &place.path("out/a.csv"), false);
    first.write_all(b"first").unwrap();
    let second = out(&place, &place.path("out/b.csv"), false);
    assert_eq!(names(&place.path("out")).len(), 3);
    first.commit().unwrap();
    second.commit().unwrap();
    assert_eq!(names(&place.path("out")), [".fd-mine.out", "a.csv", "b.csv"]);
}
