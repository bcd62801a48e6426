//! What lies in the person's own folders: the journal of unsaved edits, where they were, their config file.

use std::{fs, path::Path};

use factdesk::{
    locale::Text,
    store::{Folders, Journal, Saver, Session, config},
    text::ArticleId,
};

use crate::support::{Place, document, numbers};

/// Why something could not be saved.
fn why() -> Text {
    Text { en: "full\nto the brim".into(), de: "voll".into() }
}

fn folders(home: &Path) -> Folders {
    Folders { config: home.join("config/factdesk/config.yaml"), state: home.join("state/factdesk") }
}

#[test]
fn edits_that_could_not_be_saved_are_offered_at_the_next_start() {
    let (place, home) = (Place::new(), tempfile::tempdir().unwrap());
    let folders = folders(home.path());
    let run = Journal::new(&folders, &place.workspace);
    run.keep(&document([0]), &document([0, 1]), &why()).unwrap();
    let path = run.keep(&document([0]), &document([0, 1, 2]), &why()).unwrap();
    assert!(path.starts_with(home.path()) && path.is_file());
    let next = Journal::new(&folders, &place.workspace);
    assert!(next.pending().kept.is_empty(), "nobody takes what a run that lives still needs");
    drop(run);

    let pending = next.pending();
    assert!(pending.unreadable.is_empty());
    let [kept] = &pending.kept[..] else { panic!("{:?}", pending.kept) };
    assert_eq!((numbers(kept.base.as_ref().unwrap()), numbers(&kept.document)), (vec![0], vec![0, 1, 2]));
    assert_eq!(kept.why, Some(Text { en: "full to the brim".into(), de: "voll".into() }));
    assert!(kept.at.is_some());

    // Somebody else has been at it meanwhile; then the edits are accepted.
    let mut saver = Saver::new(place.workspace.clone());
    saver.save(&document([]), &document([0, 7])).unwrap();
    let base = kept.base.clone().unwrap();
    saver.save(&base.into(), &kept.document.clone().into()).unwrap();
    next.take(kept);
    assert_eq!(numbers(&place.saved()), [0, 1, 2, 7]);
    assert!(Journal::new(&folders, &place.workspace).pending().kept.is_empty());
    let left =
        fs::read_dir(path.ancestors().nth(5).unwrap()).unwrap().map(|entry| entry.unwrap().file_name());
    assert_eq!(left.collect::<Vec<_>>(), ["workspace"]);
}

#[test]
fn what_was_saved_after_all_is_not_offered_again() {
    let (place, home) = (Place::new(), tempfile::tempdir().unwrap());
    let folders = folders(home.path());
    let run = Journal::new(&folders, &place.workspace);
    let path = run.keep(&document([]), &document([1]), &why()).unwrap();
    run.forget(&document([1]));
    drop(run);
    assert!(Journal::new(&folders, &place.workspace).pending().kept.is_empty());
    assert!(!path.ancestors().nth(4).unwrap().exists(), "the run's folder stays");
}

#[test]
fn the_journal_of_one_workspace_is_not_offered_in_another() {
    let (here, there, home) = (Place::new(), Place::new(), tempfile::tempdir().unwrap());
    let folders = folders(home.path());
    Journal::new(&folders, &here.workspace).keep(&document([]), &document([1]), &why()).unwrap();
    assert!(Journal::new(&folders, &there.workspace).pending().kept.is_empty());
}

#[test]
fn a_damaged_journal_file_is_told_and_stays() {
    let (place, home) = (Place::new(), tempfile::tempdir().unwrap());
    let folders = folders(home.path());
    let path = Journal::new(&folders, &place.workspace).keep(&document([]), &document([1]), &why()).unwrap();
    fs::write(&path, "format: [").unwrap();
    let pending = Journal::new(&folders, &place.workspace).pending();
    assert!(pending.kept.is_empty());
    assert!(pending.unreadable[0].to_string().contains(&path.display().to_string()));
    assert!(path.is_file());
}

#[cfg(unix)]
#[test]
fn nobody_else_can_read_the_journal() {
    use std::os::unix::fs::PermissionsExt;
    let (place, home) = (Place::new(), tempfile::tempdir().unwrap());
    let path = Journal::new(&folders(home.path()), &place.workspace)
        .keep(&document([]), &document([1]), &why())
        .unwrap();
    assert!(path.is_file());
    for made in walkdir::WalkDir::new(home.path()).min_depth(1).into_iter().map(Result::unwrap) {
        let mode = made.metadata().unwrap().permissions().mode() & 0o777;
        assert_eq!(mode, if made.file_type().is_file() { 0o600 } else { 0o700 }, "{}", made.path().display());
    }
}

#[test]
fn the_next_start_knows_where_the_person_was() {
    let (place, home) = (Place::new(), tempfile::tempdir().unwrap());
    let folders = folders(home.path());
    assert_eq!(Session::load(&folders, &place.workspace), None);
    let session = Session { article: ArticleId::new("no: \u{202e}\n1_000.txt") };
    session.save(&folders, &place.workspace).unwrap();
    assert_eq!(Session::load(&folders, &place.workspace), Some(session));
    assert_eq!(Session::load(&folders, &Place::new().workspace), None);

    let file = fs::read_dir(folders.state.join("sessions")).unwrap().next().unwrap().unwrap().path();
    fs::write(file, "article: [").unwrap();
    assert_eq!(Session::load(&folders, &place.workspace), None);
}

#[test]
fn the_first_start_adds_one_line_to_the_config_file() {
    let home = tempfile::tempdir().unwrap();
    let folders = folders(home.path());
    assert_eq!(config::read_config(&folders).unwrap(), None);
    config::remember(&folders, "annotator", "ab").unwrap();
    assert_eq!(config::read_config(&folders).unwrap().as_deref(), Some("annotator: ab\n"));

    fs::write(&folders.config, "# mine\ntheme:   dark # as ever\n").unwrap();
    config::remember(&folders, "annotator", "ab").unwrap();
    let text = config::read_config(&folders).unwrap().unwrap();
    assert_eq!(text, "# mine\ntheme:   dark # as ever\nannotator: ab\n");
}

#[cfg(unix)]
#[test]
fn a_config_file_that_is_a_link_stays_one() {
    let home = tempfile::tempdir().unwrap();
    let folders = folders(home.path());
    let real = home.path().join("dotfiles.yaml");
    fs::write(&real, "theme: dark\n").unwrap();
    fs::create_dir_all(folders.config.parent().unwrap()).unwrap();
    std::os::unix::fs::symlink(&real, &folders.config).unwrap();
    config::remember(&folders, "annotator", "ab").unwrap();
    assert!(folders.config.is_symlink());
    assert_eq!(fs::read_to_string(real).unwrap(), "theme: dark\nannotator: ab\n");
}

#[test]
fn a_config_file_in_which_the_line_has_no_place_stays_as_it_is() {
    let home = tempfile::tempdir().unwrap();
    let folders = folders(home.path());
    fs::create_dir_all(folders.config.parent().unwrap()).unwrap();
    fs::write(&folders.config, "{theme: dark}\n").unwrap();
    let error = config::remember(&folders, "annotator", "ab").unwrap_err();
    assert!(error.to_string().contains("annotator: ab"), "{error}");
    assert_eq!(fs::read_to_string(&folders.config).unwrap(), "{theme: dark}\n");
}
