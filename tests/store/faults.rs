//! Every step of saving fails once: the work stays in memory, the file stays whole, the message says where and why.

use std::{fs, io};

use factdesk::store::{SaveError, Saver};

use crate::support::{Place, Troubled, document, numbers};

/// `ENOSPC`, `EIO`, `EROFS`, `EACCES`, and on Linux `EDQUOT`, `EXDEV`, `ENOLCK`, `EMFILE`.
const ERRORS: &[i32] =
    if cfg!(target_os = "linux") { &[28, 5, 30, 13, 122, 18, 37, 24] } else { &[28, 5, 30, 13] };

/// The steps of saving where `before` has been saved, or nothing.
fn steps(before: Option<u32>) -> Vec<String> {
    let (place, disk) = (Place::new(), Troubled::default());
    let base = prepare(&place, before);
    Saver::on(&disk, place.workspace.clone()).save(&base, &document(0..=5)).unwrap();
    disk.steps.take()
}

fn prepare(place: &Place, before: Option<u32>) -> std::sync::Arc<factdesk::annotation::Document> {
    if let Some(last) = before {
        Saver::new(place.workspace.clone()).save(&document([]), &document(0..=last)).unwrap();
    }
    place.saved()
}

#[test]
fn the_new_version_is_on_the_disk_before_it_takes_its_place_and_the_folder_after() {
    let mut again = steps(Some(2));
    let from = again.iter().position(|step| step == "lock").unwrap();
    let expected = ["lock", "read", "writable", "create", "write", "sync", "stamp", "rename", "sync folder"];
    assert_eq!(again.split_off(from), expected);
    let first = steps(None);
    for (made, step) in first.iter().enumerate().filter(|(_, step)| *step == "make folder") {
        assert_eq!(first[made + 1], "sync folder", "the name of a folder reaches the disk after {step}");
    }
}

#[test]
fn whichever_step_fails_the_file_is_whole_and_the_next_try_saves_everything() {
    for before in [None, Some(2)] {
        for (at, step) in steps(before).iter().enumerate() {
            // Every error meets every other step; what comes of them does not depend on which it is.
            for errno in ERRORS.iter().skip(at % 4).step_by(4) {
                one_fault(before, at, step, *errno);
            }
        }
    }
}

fn one_fault(before: Option<u32>, at: usize, step: &str, errno: i32) {
    let what = format!("step {at} ({step}) with error {errno}");
    let place = Place::new();
    let base = prepare(&place, before);
    let former = fs::read(place.file()).ok();
    let disk = Troubled::failing_at(at, errno);
    let mut person = Saver::on(&disk, place.workspace.clone());

    let error = person.save(&base, &document(0..=5)).expect_err(&what);
    let message = error.to_string();
    let annotations = place.path("annotations").display().to_string();
    assert!(message.contains(&annotations), "{what}: {message}");
    let cause = io::Error::from_raw_os_error(errno).to_string();
    assert!(message.contains(&cause), "{what}: {message}");
    assert_eq!(place.left_behind(), [""; 0].map(std::path::PathBuf::from), "{what}");
    if steps(before)[..at].iter().any(|step| step == "rename") {
        assert_eq!(numbers(&place.saved()), [0, 1, 2, 3, 4, 5], "{what}");
    } else {
        assert_eq!(fs::read(place.file()).ok(), former, "{what}");
    }

    // The person goes on working: one more sentence, one less, and the disk is well again.
    person.save(&base, &document([0, 1, 2, 3, 5, 6])).expect(&what);
    assert_eq!(numbers(&place.saved()), [0, 1, 2, 3, 5, 6], "{what}");
}

#[test]
fn a_new_version_that_cannot_be_removed_does_not_hide_what_went_wrong() {
    let place = Place::new();
    let hook = |step: &str| match step {
        "write" => Err(io::Error::from_raw_os_error(28)),
        "remove" => Err(io::Error::from_raw_os_error(5)),
        _ => Ok(()),
    };
    let disk = Troubled { hook: Some(Box::new(hook)), ..Troubled::default() };
    let error = Saver::on(&disk, place.workspace.clone()).save(&document([]), &document([1])).unwrap_err();
    assert!(error.to_string().contains("No space left"), "{error}");
}

#[test]
fn a_lock_that_somebody_holds_for_good_is_told_as_what_it_is() {
    let place = Place::new();
    let hook = |step: &str| if step == "lock" { Err(io::ErrorKind::WouldBlock.into()) } else { Ok(()) };
    let disk = Troubled { hook: Some(Box::new(hook)), ..Troubled::default() };
    let error = Saver::on(&disk, place.workspace.clone()).save(&document([]), &document([1])).unwrap_err();
    assert!(matches!(&error, SaveError::Busy { path } if *path == place.file()), "{error}");
}

#[test]
fn a_program_that_knows_no_locks_loses_nothing_either() {
    let place = Place::new();
    let base = prepare(&place, Some(2));
    let file = place.file();
    let theirs = document([0, 1, 2, 7]).to_yaml();
    let written = std::cell::Cell::new(false);
    // It writes after we have read the file and before our version takes its place.
    let hook = move |step: &str| {
        if step == "sync" && !written.replace(true) {
            fs::write(&file, &theirs)?;
        }
        Ok(())
    };
    let disk = Troubled { hook: Some(Box::new(hook)), ..Troubled::default() };
    Saver::on(&disk, place.workspace.clone()).save(&base, &document(0..=5)).unwrap();
    assert_eq!(numbers(&place.saved()), [0, 1, 2, 3, 4, 5, 7]);
    assert!(place.left_behind().is_empty());
}
