//! Saving a document so that nothing is lost: not to a crash, not to a full disk, not to a second writer.
//!
//! The steps, each of which may fail and then leaves the file as it was: follow links (which must stay in the
//! workspace) → lock → is the file still what we know? else merge by sentence → may it be written? → write it as
//! YAML, read that back, compare → new version beside it, on the disk → rename → folder on the disk. Only then
//! does [`Saver::save`] return.

use std::{
    collections::{HashMap, HashSet},
    io,
    path::{Path, PathBuf},
    sync::Arc,
};

use sha2::{Digest, Sha256};

use super::{
    Workspace, annotations,
    corpus::read_article,
    disk::{Disk, Former, RealDisk},
    paths,
    read::LIMIT,
    replace::{self, Failed, NewVersion, Step},
    save_error::SaveError,
};
use crate::annotation::{Caution, Document, anchor::place, merge::merge};

/// The side file in an annotator's folder that is locked while one of its files is written.
pub(super) const LOCK: &str = ".factdesk.lock";

/// How often saving begins anew because the file was changed while it was at work.
const ATTEMPTS: usize = 5;

/// How many files that were cut off are kept beside one annotation file.
const ORIGINALS: usize = 100;

/// What was saved.
#[derive(Clone, Debug)]
pub struct Saved {
    /// What stands on the disk now: the document as it was given, or more where the file had changed meanwhile.
    pub document: Arc<Document>,
    /// Where the former file was kept, because it seemed cut off.
    pub kept: Option<PathBuf>,
}

/// Saves the documents of one workspace. One thread owns it.
#[derive(Debug)]
pub struct Saver<D = RealDisk> {
    disk: D,
    workspace: Workspace,
    /// What we wrote last into each file.
    known: HashMap<PathBuf, Known>,
    /// Folders whose own names are on the disk.
    settled: HashSet<PathBuf>,
}

impl Saver {
    /// A saver for `workspace` on this machine's disk.
    pub fn new(workspace: Workspace) -> Self {
        Self::on(RealDisk, workspace)
    }
}

impl<D: Disk> Saver<D> {
    /// A saver for `workspace` on `disk`.
    pub fn on(disk: D, workspace: Workspace) -> Self {
        Self { disk, workspace, known: HashMap::new(), settled: HashSet::new() }
    }

    /// Saves `ours`. `base` is what it was made from: the document as it was last loaded or saved. What differs in
    /// the file from `base` was written by somebody else and is merged in, sentence by sentence; a file that is gone
    /// is written anew.
    ///
    /// It waits for the disk, and up to ten seconds for somebody else's lock.
    ///
    /// # Errors
    /// [`SaveError`]; the file then stands as it was, and no new version lies about.
    pub fn save(&mut self, base: &Arc<Document>, ours: &Arc<Document>) -> Result<Saved, SaveError> {
        let path = paths::annotation_path(&self.workspace, &ours.article, &ours.annotator)?;
        let target = self.resolve(&path)?;
        self.settle(replace::folder_of(&target))?;
        let lock = self.workspace.annotations().join(ours.annotator.as_str()).join(LOCK);
        let _lock = self.disk.lock(&lock).map_err(|source| match source.kind() {
            io::ErrorKind::WouldBlock => SaveError::Busy { path: path.clone() },
            _ => Failed { step: Step::Lock, path: lock.clone(), source }.into(),
        })?;
        for _ in 0..ATTEMPTS {
            if let Some(saved) = self.attempt(&path, &target, base, ours)? {
                return Ok(saved);
            }
        }
        Err(SaveError::Busy { path })
    }

    /// Saves once; `None` where somebody who asks for no lock wrote the file meanwhile.
    fn attempt(
        &mut self,
        path: &Path,
        target: &Path,
        base: &Arc<Document>,
        ours: &Arc<Document>,
    ) -> Result<Option<Saved>, SaveError> {
        let former = self.disk.read(target).map_err(Failed::at(Step::Read, path))?;
        let Reconciled { document, cut_off } = match &former {
            Some(former) => self.reconcile(path, target, former, base, ours)?,
            None => Reconciled::ours(ours),
        };
        if let Some(former) = &former {
            if former.read_only {
                return Err(SaveError::ReadOnly { path: path.to_owned() });
            }
            self.disk.writable(target).map_err(Failed::at(Step::Writable, path))?;
        }
        let yaml = document.to_yaml();
        let size = yaml.len() as u64;
        if size > LIMIT {
            return Err(SaveError::TooLarge { path: path.to_owned(), size, limit: LIMIT });
        }
        match Document::parse(&yaml, &document.article, &document.annotator) {
            Ok(again) if again.document == *document => {}
            _ => return Err(SaveError::Garbled { path: path.to_owned() }),
        }
        let kept = match &former {
            Some(former) if cut_off => Some(self.keep_original(path, target, former)?),
            _ => None,
        };
        let mode = former.as_ref().and_then(|former| former.mode);
        let version = NewVersion::write(&self.disk, target, yaml.as_bytes(), mode)?;
        let now = self.disk.stamp(target).map_err(Failed::at(Step::Read, path))?;
        if now != former.map(|former| former.stamp) {
            return Ok(None);
        }
        version.rename(target)?;
        let unconfirmed = Some((Arc::clone(base), Arc::clone(ours)));
        let known = Known { sha256: sha256(yaml.as_bytes()), document: Arc::clone(&document), unconfirmed };
        let known = self.known.entry(target.to_owned()).insert_entry(known).into_mut();
        let folder = replace::folder_of(target);
        self.disk.sync_folder(folder).map_err(Failed::at(Step::SyncFolder, folder))?;
        known.unconfirmed = None;
        Ok(Some(Saved { document, kept }))
    }

    /// What is to be written, given what stands there.
    fn reconcile(
        &self,
        path: &Path,
        target: &Path,
        former: &Former,
        base: &Arc<Document>,
        ours: &Arc<Document>,
    ) -> Result<Reconciled, SaveError> {
        let known = self.known.get(target).filter(|known| known.sha256 == sha256(&former.bytes));
        if let Some(Known { document, unconfirmed, .. }) = known {
            let base = match unconfirmed {
                Some((former_base, sent)) if former_base == base => sent,
                _ => base,
            };
            return Ok(self.merge(base, ours, document));
        }
        let theirs = annotations::parse(path, &former.bytes, &ours.article, &ours.annotator)?;
        if let Some(format) = theirs.read_only {
            return Err(SaveError::Newer { path: path.to_owned(), format });
        }
        let cut_off = theirs.warnings.iter().any(|warning| warning.what == Caution::NoEndMarker);
        Ok(Reconciled { cut_off, ..self.merge(base, ours, &theirs.document) })
    }

    /// Merges what stands there into what is to be written. Where they stand on different texts, both are first put
    /// onto the article as it is now.
    fn merge(&self, base: &Document, ours: &Arc<Document>, theirs: &Document) -> Reconciled {
        if theirs == base {
            return Reconciled::ours(ours);
        }
        let same = |one: &Document| one.sentences.is_empty() || one.text_sha256 == ours.text_sha256;
        let article =
            if same(base) && same(theirs) { None } else { read_article(&self.workspace, &ours.article).ok() };
        let merged = article.map_or_else(
            || merge(base, ours, theirs),
            |article| {
                let [base, ours, theirs] = [base, ours, theirs].map(|one| place(one, &article).document);
                merge(&base, &ours, &theirs)
            },
        );
        Reconciled { document: Arc::new(merged.document), cut_off: false }
    }

    /// Keeps a file that seems cut off beside itself, as `.orig`; never over another one.
    fn keep_original(&self, path: &Path, target: &Path, former: &Former) -> Result<PathBuf, SaveError> {
        for number in 1..=ORIGINALS {
            let mut name = target.as_os_str().to_owned();
            name.push(".orig");
            if number > 1 {
                name.push(format!("-{number}"));
            }
            let original = PathBuf::from(name);
            match self.disk.read(&original).map_err(Failed::at(Step::Read, &original))? {
                Some(there) if there.bytes == former.bytes => return Ok(original),
                Some(_) => {}
                None => {
                    NewVersion::write(&self.disk, &original, &former.bytes, former.mode)?
                        .put_new(&original)?;
                    return Ok(original);
                }
            }
        }
        Err(SaveError::TooManyOriginals { path: path.to_owned() })
    }

    /// Where the file really is: in the workspace and not among the articles.
    fn resolve(&self, path: &Path) -> Result<PathBuf, SaveError> {
        let target = replace::resolve(&self.disk, path)?;
        if self.workspace.holds(&target) && !self.workspace.is_corpus(&target) {
            Ok(target)
        } else {
            Err(SaveError::Outside { path: path.to_owned(), target })
        }
    }

    /// Makes the folder where it is missing, and sees to it that its name is on the disk: once, unless it vanishes.
    fn settle(&mut self, folder: &Path) -> Result<(), SaveError> {
        let there = self.disk.stamp(folder).map_err(Failed::at(Step::MakeFolder, folder))?.is_some();
        if !(there && self.settled.contains(folder)) {
            replace::make_folders(&self.disk, self.workspace.root(), folder, None)?;
            self.settled.insert(folder.to_owned());
        }
        Ok(())
    }
}

/// What we wrote last into a file.
#[derive(Debug)]
struct Known {
    /// Of the file's bytes.
    sha256: [u8; 32],
    document: Arc<Document>,
    /// Base and ours of a save that failed when the new version was in its place already: whoever comes with that
    /// base again goes on from those ours.
    unconfirmed: Option<(Arc<Document>, Arc<Document>)>,
}

/// What is to be written.
struct Reconciled {
    document: Arc<Document>,
    /// The former file seems cut off.
    cut_off: bool,
}

impl Reconciled {
    fn ours(ours: &Arc<Document>) -> Self {
        Self { document: Arc::clone(ours), cut_off: false }
    }
}

fn sha256(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}
