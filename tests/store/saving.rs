//! What a save does with a file that somebody else has changed, damaged, protected or put elsewhere.

use std::{fs, path::Path, sync::Arc};

use factdesk::{
    annotation::{Annotator, Document, Label, Sentence, Tag},
    locale::Lang,
    store::{PathError, Presence, SaveError, Saver, annotations, load, sweep},
    text::{ArticleId, Span, article::text_sha256},
};

use crate::support::{Place, annotator, article, document, numbers, sentence};

fn save(
    place: &Place,
    base: &Arc<Document>,
    ours: &Arc<Document>,
) -> Result<factdesk::store::Saved, SaveError> {
    Saver::new(place.workspace.clone()).save(base, ours)
}

#[test]
fn what_was_saved_is_what_is_loaded() {
    let place = Place::new();
    let saved = save(&place, &document([]), &document(0..3)).unwrap();
    let loaded = load(&place.workspace, &article(), &annotator()).unwrap();
    assert_eq!(loaded.path, place.file());
    let parsed = loaded.parsed.unwrap();
    assert_eq!((&parsed.document, parsed.warnings.len()), (&*saved.document, 0));
    assert!(place.left_behind().is_empty());
}

#[test]
fn what_somebody_else_saved_meanwhile_stays() {
    let place = Place::new();
    let base = save(&place, &document([]), &document([0, 1, 2])).unwrap().document;
    // They drop 1 and add 4; we add 3.
    save(&place, &base, &document([0, 2, 4])).unwrap();
    let saved = save(&place, &base, &document([0, 1, 2, 3])).unwrap();
    assert_eq!(numbers(&saved.document), [0, 2, 3, 4]);
    assert_eq!(place.saved(), saved.document);
}

#[test]
fn versions_that_stand_on_different_texts_meet_on_the_article_as_it_is_now() {
    const OLD: &str = "Eins steht hier. Zwei steht hier. Drei steht hier.";
    let place = Place::new();
    let labelled = |text: &str, labels: [&str; 3]| {
        let mut document = Document::new(article(), annotator());
        document.text_sha256 = Some(text_sha256(text));
        for (quote, label) in
            ["Eins steht hier.", "Zwei steht hier.", "Drei steht hier."].into_iter().zip(labels)
        {
            let start = u32::try_from(text.find(quote).unwrap()).unwrap();
            let mut sentence = Sentence::untouched(Span::new(start, start + 16), quote.to_owned());
            sentence.read = true;
            sentence.tags.extend((!label.is_empty()).then(|| Tag::new(Label::new(label))));
            document.sentences.push(Arc::new(sentence));
        }
        Arc::new(document)
    };
    let new = format!("Neu. {OLD}");
    place.write("corpus/story/a.txt", &new);
    let base = save(&place, &document([]), &labelled(OLD, ["claim", "", ""])).unwrap().document;
    // They have seen the new text and tag the second sentence; we still see the old one, and take our tag off again.
    save(&place, &base, &labelled(&new, ["claim", "denial", ""])).unwrap();
    let saved = save(&place, &base, &labelled(OLD, ["", "", "attribution"])).unwrap();
    assert_eq!(saved.document, labelled(&new, ["", "denial", "attribution"]));
    assert_eq!(place.saved(), saved.document);
}

#[test]
fn the_same_saver_notices_it_too() {
    let place = Place::new();
    let mut ours = Saver::new(place.workspace.clone());
    let base = ours.save(&document([]), &document([0])).unwrap().document;
    save(&place, &base, &document([0, 5])).unwrap();
    let saved = ours.save(&base, &document([0, 1])).unwrap();
    assert_eq!(numbers(&saved.document), [0, 1, 5]);
    // What it merged is what it goes on from.
    ours.save(&saved.document, &document([0, 1, 2, 5])).unwrap();
    assert_eq!(numbers(&place.saved()), [0, 1, 2, 5]);
}

#[test]
fn where_both_tagged_the_same_sentence_both_readings_are_kept() {
    let place = Place::new();
    let base = save(&place, &document([]), &document([0])).unwrap().document;
    let with = |label: &str| {
        let mut document = (*base).clone();
        let mut changed = sentence(0, label);
        changed.note = Some(format!("clearly a {label}"));
        document.sentences[0] = Arc::new(changed);
        Arc::new(document)
    };
    save(&place, &base, &with(Label::DENIAL)).unwrap();
    let saved = save(&place, &base, &with(Label::ATTRIBUTION)).unwrap();
    assert_eq!(saved.document.sentences.iter().filter(|sentence| sentence.conflict.is_some()).count(), 1);
    let yaml = fs::read_to_string(place.file()).unwrap();
    assert!(yaml.contains("clearly a denial") && yaml.contains("clearly a attribution"), "{yaml}");
}

#[test]
fn a_file_that_is_gone_is_written_anew() {
    let place = Place::new();
    let base = save(&place, &document([]), &document([0, 1])).unwrap().document;
    fs::remove_dir_all(place.path("annotations/ab")).unwrap();
    save(&place, &base, &document([0, 1, 2])).unwrap();
    assert_eq!(numbers(&place.saved()), [0, 1, 2]);
}

#[test]
fn a_file_that_cannot_be_read_is_shown_with_its_place_and_never_written_over() {
    let good = document([0]).to_yaml();
    for (content, at) in [
        (good.replace("format: 1", "format: [1").into_bytes(), ""),
        (good.replace("segmenter: 0", "segmenter: none").into_bytes(), ":5:12:"),
        (b"<<<<<<< HEAD\nformat: 1\n".to_vec(), ":1:1:"),
        (b"format: 1\nnote: \xff\xfe\n".to_vec(), ":2:7: not UTF-8"),
        (good.replace("sentences:", "sentenses:").into_bytes(), ":6:1:"),
        (b"".to_vec(), ":1:1:"),
    ] {
        let place = Place::new();
        place.write("annotations/ab/story/a.txt.yaml", &content);
        let shown = place.file().display().to_string();

        let error = load(&place.workspace, &article(), &annotator()).unwrap_err();
        let line = &error.lines(Lang::En)[0];
        assert!(line.starts_with(&format!("{shown}{at}")), "{line}");
        let error = save(&place, &document([]), &document([1])).unwrap_err();
        assert!(matches!(error, SaveError::Unreadable(_)) && error.to_string().contains(&shown), "{error}");
        assert_eq!(fs::read(place.file()).unwrap(), content);
        assert!(place.left_behind().is_empty());
    }
}

#[test]
fn the_faulty_line_is_shown_with_a_caret_below_the_place() {
    let place = Place::new();
    let good = document([0]).to_yaml();
    place.write("annotations/ab/story/a.txt.yaml", good.replace("segmenter: 0", "segmenter: none"));
    let lines = load(&place.workspace, &article(), &annotator()).unwrap_err().lines(Lang::En);
    assert_eq!(lines[1..], ["segmenter: none", "           ^"]);
}

#[test]
fn a_file_of_a_newer_version_is_not_written() {
    let place = Place::new();
    let newer = document([0]).to_yaml().replace("format: 1", "format: 2");
    place.write("annotations/ab/story/a.txt.yaml", &newer);
    let error = save(&place, &document([0]), &document([0, 1])).unwrap_err();
    assert!(matches!(error, SaveError::Newer { format: 2, .. }), "{error}");
    assert_eq!(fs::read_to_string(place.file()).unwrap(), newer);
}

#[test]
fn a_file_that_was_cut_off_is_kept_beside_the_new_one() {
    let place = Place::new();
    let file = "annotations/ab/story/a.txt.yaml";
    let cut = |numbers| document(numbers).to_yaml().replace("\n...\n", "\n");
    place.write(file, cut(vec![0]));
    let saved = save(&place, &document([0]), &document([0, 1])).unwrap();
    let original = place.path("annotations/ab/story/a.txt.yaml.orig");
    assert_eq!(saved.kept.as_deref(), Some(&*original));
    assert_eq!(fs::read_to_string(&original).unwrap(), cut(vec![0]));
    assert_eq!(numbers(&place.saved()), [0, 1]);
    assert_eq!(save(&place, &saved.document, &document([0])).unwrap().kept, None);

    // Another one does not take the place of the first.
    place.write(file, cut(vec![0, 3]));
    let kept = save(&place, &document([0, 3]), &document([0])).unwrap().kept.unwrap();
    assert_eq!(fs::read_to_string(kept).unwrap(), cut(vec![0, 3]));
    assert_eq!(fs::read_to_string(&original).unwrap(), cut(vec![0]));
}

#[test]
fn a_name_that_no_file_can_have_is_refused_before_anything_is_made() {
    let place = Place::new();
    for id in ["../../outside.txt".to_owned(), format!("{}.txt", "a".repeat(250))] {
        let ours = Arc::new(Document::new(ArticleId::new(id), annotator()));
        let error = save(&place, &ours, &ours).unwrap_err();
        assert!(matches!(error, SaveError::Path(_)), "{error}");
    }
    assert!(!place.path("annotations/ab").exists());
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{PermissionsExt, symlink};

    use super::*;

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).unwrap().permissions().mode() & 0o7777
    }

    #[test]
    fn permissions_stay_what_they_were() {
        for wanted in [0o600, 0o664, 0o640] {
            let place = Place::new();
            let base = save(&place, &document([]), &document([0])).unwrap().document;
            fs::set_permissions(place.file(), fs::Permissions::from_mode(wanted)).unwrap();
            save(&place, &base, &document([0, 1])).unwrap();
            assert_eq!(mode(&place.file()), wanted);
        }
    }

    #[test]
    fn a_file_that_was_made_read_only_is_left_alone() {
        let place = Place::new();
        let base = save(&place, &document([]), &document([0])).unwrap().document;
        fs::set_permissions(place.file(), fs::Permissions::from_mode(0o444)).unwrap();
        let error = save(&place, &base, &document([0, 1])).unwrap_err();
        assert!(matches!(&error, SaveError::ReadOnly { path } if *path == place.file()), "{error}");
        assert_eq!(numbers(&place.saved()), [0]);
    }

    #[test]
    fn a_link_within_the_workspace_is_written_through_and_stays_a_link() {
        let place = Place::new();
        let real = place.write("elsewhere/real.yaml", document([0]).to_yaml());
        fs::create_dir_all(place.path("annotations/ab/story")).unwrap();
        symlink(&real, place.file()).unwrap();
        save(&place, &document([0]), &document([0, 1])).unwrap();
        assert!(place.file().is_symlink());
        assert_eq!(fs::read_to_string(real).unwrap(), document([0, 1]).to_yaml());
    }

    #[test]
    fn a_link_out_of_the_workspace_or_into_the_corpus_is_never_written_through() {
        let outside = tempfile::tempdir().unwrap();
        let victim = outside.path().join("victim.yaml");
        fs::write(&victim, document([0]).to_yaml()).unwrap();
        let place = Place::new();
        let text = place.write("corpus/story/b.txt", "A text.");
        fs::create_dir_all(place.path("annotations/ab/story")).unwrap();
        for target in [&victim, &text] {
            let before = fs::read(target).unwrap();
            symlink(target, place.file()).unwrap();
            let error = save(&place, &document([0]), &document([0, 1])).unwrap_err();
            assert!(matches!(error, SaveError::Outside { .. }), "{error}");
            assert_eq!(fs::read(target).unwrap(), before);
            fs::remove_file(place.file()).unwrap();
        }
        symlink("nowhere", place.file()).unwrap();
        save(&place, &document([0]), &document([0, 1])).unwrap_err();
        assert!(place.file().is_symlink());
    }

    #[test]
    fn a_folder_that_leads_out_of_the_workspace_is_not_written_into() {
        let outside = tempfile::tempdir().unwrap();
        let place = Place::new();
        symlink(outside.path(), place.path("annotations/ab")).unwrap();
        let error = save(&place, &document([]), &document([0])).unwrap_err();
        assert!(matches!(error, SaveError::Outside { .. }), "{error}");
        assert_eq!(fs::read_dir(outside.path()).unwrap().count(), 0);
    }

    #[test]
    fn a_folder_that_leads_to_what_others_found_is_nobodys() {
        use annotations::Found;
        let place = Place::new();
        place.write("annotations/cd/story/a.txt.yaml", document([0]).to_yaml());
        for target in ["cd", "cd/story", ".", ".."] {
            symlink(target, place.path("annotations/ab")).unwrap();
            assert_eq!(annotations::annotators(&place.workspace), [Annotator::new("cd").unwrap()]);
            let stray = Found::Stray(place.path("annotations/ab"));
            assert!(annotations::documents(&place.workspace).any(|found| found == stray), "{target}");
            let own = annotations::documents_of(&place.workspace, &annotator());
            assert!(own.into_iter().all(|found| matches!(found, Found::Stray(_))), "{target}");
            load(&place.workspace, &article(), &annotator()).unwrap_err();
            let error = save(&place, &document([0]), &document([0, 1])).unwrap_err();
            assert!(matches!(error, SaveError::Path(PathError::OfOthers { .. })), "{error}");
            let mut here = Presence::new(place.workspace.clone());
            here.at(&article(), &annotator());
            assert_eq!(fs::read_dir(place.path("annotations/ab/")).unwrap().filter(is_ours).count(), 0);
            fs::remove_file(place.path("annotations/ab")).unwrap();
        }
        fs::create_dir(place.path("elsewhere")).unwrap();
        symlink("../elsewhere", place.path("annotations/ab")).unwrap();
        save(&place, &document([]), &document([0])).unwrap();
        assert_eq!(annotations::annotators(&place.workspace).len(), 2, "elsewhere it is theirs alone");
        assert_eq!(numbers(&place.saved()), [0]);
    }

    /// Is it a file that saving, or being there, leaves in a folder?
    fn is_ours(entry: &std::io::Result<fs::DirEntry>) -> bool {
        entry.as_ref().unwrap().file_name().to_string_lossy().starts_with(".factdesk")
    }
}

#[test]
fn what_a_killed_program_left_is_swept_up_and_nothing_else() {
    let place = Place::new();
    save(&place, &document([]), &document([0])).unwrap();
    let left = place.write("annotations/ab/story/.fd-0123abcd.tmp", "half");
    let theirs = place.write("annotations/cd/.fd-0123abcd.tmp", "half");
    let foreign = place.write("annotations/ab/.fd-notes.tmp", "mine");
    assert_eq!(sweep(&place.workspace, &annotator()), 1);
    assert!(!left.exists() && theirs.exists() && foreign.exists());
    assert_eq!(numbers(&place.saved()), [0]);
}

#[test]
fn annotation_files_are_found_by_annotator_and_article() {
    use factdesk::store::annotations::Found;
    let place = Place::new();
    for name in ["cd/b.txt.yaml", "ab/story/a.txt.yaml", "ab/c.md.yaml"] {
        place.write(&format!("annotations/{name}"), "");
    }
    for ignored in ["_claims/x/claim.yaml", ".git/x.txt.yaml", "ab/.hidden.txt.yaml", "ab/c.md.yaml.orig"] {
        place.write(&format!("annotations/{ignored}"), "");
    }
    let strays = [place.write("annotations/Ab/x.txt.yaml", ""), place.write("annotations/ab/notes.yaml", "")];
    let names: Vec<_> = annotations::annotators(&place.workspace).iter().map(Annotator::to_string).collect();
    assert_eq!(names, ["ab", "cd"]);
    let (mut found, mut stray) = (Vec::new(), Vec::new());
    for file in annotations::documents(&place.workspace) {
        match file {
            Found::Document { annotator, article, .. } => found.push(format!("{annotator} {article}")),
            Found::Stray(path) => stray.push(path),
            Found::Unreadable(path, error) => panic!("{}: {error}", path.display()),
        }
    }
    assert_eq!(found, ["ab c.md", "ab story/a.txt", "cd b.txt"]);
    assert_eq!(stray, [strays[0].parent().unwrap().to_owned(), strays[1].clone()]);
}
