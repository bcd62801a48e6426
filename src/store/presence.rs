//! Who else is at an article: every running workbench holds a lock on a small file in its annotator's folder that
//! names the article.
//!
//! That is a courtesy and never an error: where the folder does not exist yet, cannot be written or knows no locks,
//! nobody is told anything. Nothing is watched either; whoever wants to know looks.

use std::{
    collections::BTreeSet,
    ffi::OsStr,
    fs::{self, File, OpenOptions, TryLockError},
    io::{self, Read, Seek, Write},
    path::{Path, PathBuf},
    process, thread,
};

use super::{Workspace, annotations, disk::Stamp, folder::Kind, platform};
use crate::{annotation::Annotator, text::ArticleId};

/// How the names of these files begin and end, with the number of the process between them.
const NAME: (&str, &str) = (".factdesk-", ".here");

/// A file larger than this, in bytes, names no article.
const LIMIT: u64 = 64 << 10;

/// How often making the file begins anew because somebody swept it before it was locked.
const ATTEMPTS: usize = 5;

/// Who else is at an article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Company {
    /// How many other workbenches of the same annotator.
    pub windows: usize,
    /// Which other annotators, in order.
    pub annotators: Vec<Annotator>,
}

impl Company {
    /// Is nobody there?
    pub fn is_empty(&self) -> bool {
        self.windows == 0 && self.annotators.is_empty()
    }
}

/// What one running workbench shows of itself. Dropped, it shows nothing any more.
#[derive(Debug)]
pub struct Presence {
    workspace: Workspace,
    own: Option<Own>,
}

/// The file that is ours: locked as long as it is open.
#[derive(Debug)]
struct Own {
    path: PathBuf,
    file: File,
}

impl Presence {
    /// A workbench in `workspace` that has not opened an article yet.
    pub fn new(workspace: Workspace) -> Self {
        Self { workspace, own: None }
    }

    /// Shows that `annotator` is at `article` here, and tells who else is. Files of workbenches that are gone are
    /// swept on the way.
    pub fn at(&mut self, article: &ArticleId, annotator: &Annotator) -> Company {
        self.show(article, annotator);
        let mut company = Company::default();
        let mut others = BTreeSet::new();
        for other in annotations::annotators(&self.workspace) {
            let here = self.count(article, &other);
            if other == *annotator {
                company.windows = here;
            } else if here > 0 {
                others.insert(other);
            }
        }
        company.annotators = others.into_iter().collect();
        company
    }

    /// Shows nothing any more.
    pub fn leave(&mut self) {
        if let Some(Own { path, file }) = self.own.take() {
            // While it is still locked, nobody else's can have its name.
            let _ = fs::remove_file(path);
            drop(file);
        }
    }

    fn folder(&self, annotator: &Annotator) -> PathBuf {
        self.workspace.annotations().join(annotator.as_str())
    }

    fn show(&mut self, article: &ArticleId, annotator: &Annotator) {
        let folder = self.folder(annotator);
        let path = folder.join(format!("{}{}{}", NAME.0, process::id(), NAME.1));
        if self.own.as_ref().is_some_and(|own| own.path != path || !is_at(&own.file, &path)) {
            self.leave();
        }
        if self.own.is_none() && annotations::is_own(&self.workspace, &folder) {
            self.own = (0..ATTEMPTS).find_map(|_| make(&path)).map(|file| Own { path, file });
        }
        if let Some(own) = &mut self.own
            && name(&mut own.file, article).is_err()
        {
            self.leave();
        }
    }

    /// How many workbenches of `annotator` are at `article`, ours aside.
    fn count(&self, article: &ArticleId, annotator: &Annotator) -> usize {
        let folder = self.folder(annotator);
        if !annotations::is_own(&self.workspace, &folder) {
            return 0;
        }
        let mut paths = Vec::new();
        let listed = platform::read_folder(&folder, |name, kind| {
            if is_name(&name) && kind.is_none_or(|kind| kind == Kind::File) {
                paths.push(folder.join(name));
            }
        });
        let own = self.own.as_ref().map(|own| own.path.as_path());
        let others = paths.iter().filter(|path| own != Some(path));
        others.filter(|path| listed.is_ok() && names(path, article)).count()
    }
}

impl Drop for Presence {
    fn drop(&mut self) {
        self.leave();
    }
}

/// Makes the file and locks it; `None` where that fails, or somebody swept it before it was locked.
fn make(path: &Path) -> Option<File> {
    let mut options = OpenOptions::new();
    platform::never_wait(&mut options);
    let file = options.read(true).write(true).create(true).truncate(false).open(path).ok()?;
    if file.try_lock().is_ok() && is_at(&file, path) {
        return Some(file);
    }
    // Whoever looks at it holds it for a moment.
    thread::yield_now();
    None
}

/// Is it the file that has this name?
fn is_at(file: &File, path: &Path) -> bool {
    let stamp = |metadata: io::Result<fs::Metadata>| metadata.ok().map(|metadata| Stamp::of(&metadata));
    let (ours, there) = (stamp(file.metadata()), stamp(fs::symlink_metadata(path)));
    ours.is_some() && ours == there
}

/// Writes the article's name into the file.
fn name(file: &mut File, article: &ArticleId) -> io::Result<()> {
    file.rewind()?;
    file.set_len(0)?;
    file.write_all(article.as_str().as_bytes())
}

/// Does the file name that article, and is its workbench still there? Removes it where it is not.
fn names(path: &Path, article: &ArticleId) -> bool {
    let mut options = OpenOptions::new();
    platform::never_wait(&mut options);
    let Ok(file) = options.read(true).open(path) else { return false };
    if !file.metadata().is_ok_and(|there| there.is_file()) {
        return false;
    }
    match file.try_lock_shared() {
        Err(TryLockError::WouldBlock) => {
            let mut named = String::new();
            file.take(LIMIT).read_to_string(&mut named).is_ok() && named == article.as_str()
        }
        Ok(()) => {
            // Not having swept does no harm.
            let _ = fs::remove_file(path);
            false
        }
        Err(TryLockError::Error(_)) => false,
    }
}

/// Is it called like such a file?
fn is_name(name: &OsStr) -> bool {
    let name = name.to_str().and_then(|name| name.strip_prefix(NAME.0)?.strip_suffix(NAME.1));
    name.is_some_and(|number| !number.is_empty() && number.bytes().all(|digit| digit.is_ascii_digit()))
}
