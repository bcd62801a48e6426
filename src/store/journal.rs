//! Edits that could not be saved in the workspace, kept in the person's state folder until they can.
//!
//! `journal/<workspace>/<run>/{ours,base,why}/<annotator>/<article>.yaml`, readable by nobody else. Every run has a
//! folder of its own, so that no two ever write over each other's, and holds a lock in it as long as it lives, so
//! that nobody takes away what it still needs.

use std::{
    collections::hash_map::RandomState,
    fs,
    hash::{BuildHasher, Hasher},
    path::{Path, PathBuf},
    process,
    sync::OnceLock,
};

use jiff::Timestamp;

use super::{
    Folders, PathError, Workspace,
    annotations::{self, LoadError},
    disk::{self, Disk, Lock, RealDisk},
    folder::{self, Walk},
    paths,
    read::{self, LIMIT},
    replace::{self, Failed, Step},
    save_error::SaveError,
};
use crate::{
    annotation::{Annotator, Document},
    locale::Text,
};

/// Permissions of the journal's folders and files: the person's alone.
const FOLDER_MODE: u32 = 0o700;
const FILE_MODE: u32 = 0o600;

/// The file in a run's folder that is locked while the run lives.
const ALIVE: &str = ".alive";

/// The journal of one workspace and one run.
#[derive(Debug)]
pub struct Journal {
    /// All runs of this workspace.
    runs: PathBuf,
    /// The name of this run.
    run: String,
    /// The workspace, for people who look into the journal.
    root: PathBuf,
    /// Held from the first document on that is kept.
    alive: OnceLock<Lock>,
}

/// A document that an earlier run could not save.
#[derive(Clone, Debug)]
pub struct Kept {
    /// Where it is kept.
    pub path: PathBuf,
    /// The document with the edits.
    pub document: Document,
    /// What it was made from; `None` where that could not be kept.
    pub base: Option<Document>,
    /// When it was kept, if the disk knows.
    pub at: Option<Timestamp>,
    /// Why it could not be saved, if that was kept.
    pub why: Option<Text>,
}

/// What earlier runs could not save.
#[derive(Debug, Default)]
pub struct Pending {
    /// The documents.
    pub kept: Vec<Kept>,
    /// Files of the journal that cannot be read; they stay where they are.
    pub unreadable: Vec<LoadError>,
}

impl Journal {
    /// The journal of this run. Nothing is made before something has to be kept.
    pub fn new(folders: &Folders, workspace: &Workspace) -> Self {
        let chance = RandomState::new().build_hasher().finish();
        Self {
            runs: folders.state.join("journal").join(workspace.key()),
            run: format!("{}-{chance:016x}", process::id()),
            root: workspace.root().to_owned(),
            alive: OnceLock::new(),
        }
    }

    /// Keeps `ours`, `base` that it was made from, and `why` it could not be saved, in the place of what this run kept of it before. Tells where.
    /// It is on the disk when this returns.
    ///
    /// # Errors
    /// [`SaveError`] where this cannot be done either.
    pub fn keep(&self, base: &Document, ours: &Document, why: &Text) -> Result<PathBuf, SaveError> {
        let run = self.runs.join(&self.run);
        write(&self.runs.join("workspace"), self.root.display().to_string().as_bytes())?;
        self.live(&run)?;
        write(&place(&run, "base", base)?, base.to_yaml().as_bytes())?;
        let why = [&why.en, &why.de].map(|why| why.replace('\n', " ")).join("\n");
        write(&place(&run, "why", ours)?, why.as_bytes())?;
        let path = place(&run, "ours", ours)?;
        write(&path, ours.to_yaml().as_bytes())?;
        Ok(path)
    }

    /// Tells other runs that this one lives.
    fn live(&self, run: &Path) -> Result<(), Failed> {
        if self.alive.get().is_none() {
            let lock = run.join(ALIVE);
            write(&lock, b"")?;
            let lock = RealDisk.lock(&lock).map_err(Failed::at(Step::Lock, &lock))?;
            // Somebody who was quicker has done the same.
            let _ = self.alive.set(lock);
        }
        Ok(())
    }

    /// Forgets what this run kept of a document: it has been saved.
    pub fn forget(&self, document: &Document) {
        let run = self.runs.join(&self.run);
        for side in ["ours", "base", "why"] {
            if let Ok(path) = place(&run, side, document) {
                remove(&path, &self.runs);
            }
        }
    }

    /// What runs that have ended kept, the oldest first.
    pub fn pending(&self) -> Pending {
        let mut pending = Pending::default();
        for (_, name) in folder::entries(&self.runs, false).unwrap_or_default() {
            let run = self.runs.join(&name);
            if name == self.run.as_str() || disk::is_locked(&run.join(ALIVE)) {
                continue;
            }
            if !run.join("ours").exists() {
                // It could save everything in the end.
                remove(&run.join(ALIVE), &self.runs);
            }
            for entry in Walk::new(&run.join("ours")).filter_map(Result::ok) {
                pending.add(&run, &entry.path);
            }
        }
        pending.kept.sort_by_key(|kept| kept.at);
        pending
    }

    /// Takes a document out of the journal: it has been saved, or the person does not want it.
    pub fn take(&self, kept: &Kept) {
        remove(&kept.path, &self.runs);
        if let Some(run) = kept.path.strip_prefix(&self.runs).ok().and_then(|path| path.iter().next()) {
            let run = self.runs.join(run);
            for side in ["base", "why"] {
                if let Ok(path) = place(&run, side, &kept.document) {
                    remove(&path, &self.runs);
                }
            }
            if !run.join("ours").exists() {
                remove(&run.join(ALIVE), &self.runs);
            }
        }
    }
}

impl Pending {
    /// Adds the document at `relative`, below what a run kept.
    fn add(&mut self, run: &Path, relative: &Path) {
        let Some((annotator, relative)) = split(relative) else { return };
        let path = run.join("ours").join(annotator.as_str()).join(&relative);
        match load(&path, &annotator, &relative) {
            Ok(Some(document)) => {
                let base = run.join("base").join(annotator.as_str()).join(&relative);
                let base = load(&base, &annotator, &relative).ok().flatten();
                let why = why(&run.join("why").join(annotator.as_str()).join(&relative));
                self.kept.push(Kept { at: kept_at(&path), path, document, base, why });
            }
            Ok(None) => {}
            Err(error) => self.unreadable.push(error),
        }
    }
}

/// Where a document of a run is kept.
fn place(run: &Path, side: &str, document: &Document) -> Result<PathBuf, PathError> {
    let relative = paths::relative_annotation_path(&document.article)?;
    Ok(run.join(side).join(document.annotator.as_str()).join(relative))
}

/// Whose file it is, and its path below their folder.
fn split(relative: &Path) -> Option<(Annotator, PathBuf)> {
    let annotator = Annotator::new(relative.iter().next()?.to_str()?)?;
    let rest = relative.strip_prefix(annotator.as_str()).ok()?.to_owned();
    Some((annotator, rest))
}

fn load(path: &Path, annotator: &Annotator, relative: &Path) -> Result<Option<Document>, LoadError> {
    let Some(article) = paths::article_of_annotation(relative) else { return Ok(None) };
    let (bytes, _) = read::regular(path, LIMIT)?;
    Ok(Some(annotations::parse(path, &bytes, &article, annotator)?.document))
}

/// Why something was kept, as it was said in both languages then.
fn why(path: &Path) -> Option<Text> {
    let (bytes, _) = read::regular(path, LIMIT).ok()?;
    let text = String::from_utf8(bytes).ok()?;
    let (en, de) = text.split_once('\n')?;
    Some(Text { en: en.to_owned().into(), de: de.to_owned().into() })
}

fn kept_at(path: &Path) -> Option<Timestamp> {
    Timestamp::try_from(fs::metadata(path).ok()?.modified().ok()?).ok()
}

/// Writes a file of the person's own, in folders of their own.
pub(super) fn write(path: &Path, bytes: &[u8]) -> Result<(), Failed> {
    make_folder(replace::folder_of(path))?;
    replace::replace(&RealDisk, path, bytes, Some(FILE_MODE))
}

fn make_folder(folder: &Path) -> Result<(), Failed> {
    let there = folder.ancestors().find(|above| above.is_dir()).unwrap_or(folder);
    replace::make_folders(&RealDisk, there, folder, Some(FOLDER_MODE))
}

/// Removes a file and the folders below `root` that are empty without it.
fn remove(path: &Path, root: &Path) {
    let mut path = path;
    let mut removed = fs::remove_file(path).is_ok();
    while let Some(folder) = path.parent().filter(|folder| removed && *folder != root) {
        removed = fs::remove_dir(folder).is_ok();
        path = folder;
    }
}
