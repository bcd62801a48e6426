//! A workspace to try things in, documents to save, and a disk that fails when told to.

use std::{
    cell::RefCell,
    fs::{self, File},
    io::{self, Write},
    path::{Path, PathBuf},
    sync::Arc,
};

use factdesk::{
    annotation::{Annotator, Document, Label, Sentence, Tag},
    store::{
        Workspace,
        disk::{Disk, Former, Lock, RealDisk, Stamp},
        init, load,
    },
    text::{ArticleId, Span},
};
use tempfile::TempDir;

/// A workspace of its own, gone when dropped.
pub(crate) struct Place {
    pub(crate) workspace: Workspace,
    _dir: TempDir,
}

impl Place {
    pub(crate) fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let workspace = init(dir.path(), &[]).unwrap().workspace;
        Self { workspace, _dir: dir }
    }

    /// A path below the workspace.
    pub(crate) fn path(&self, relative: &str) -> PathBuf {
        self.workspace.root().join(relative)
    }

    /// Writes a file as somebody else would.
    pub(crate) fn write(&self, relative: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(relative);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, content).unwrap();
        path
    }

    /// The file of the documents that [`document`] makes.
    pub(crate) fn file(&self) -> PathBuf {
        self.path("annotations/ab/story/a.txt.yaml")
    }

    pub(crate) fn saved(&self) -> Arc<Document> {
        saved(&self.workspace)
    }

    /// What lies below `annotations/ab/` and is no annotation file and no lock.
    pub(crate) fn left_behind(&self) -> Vec<PathBuf> {
        let files = walkdir::WalkDir::new(self.path("annotations/ab")).into_iter().filter_map(Result::ok);
        files
            .filter(|entry| entry.file_type().is_file() && entry.file_name() != ".factdesk.lock")
            .map(walkdir::DirEntry::into_path)
            .filter(|path| path.extension().is_none_or(|suffix| suffix != "yaml"))
            .collect()
    }
}

/// The document that stands on the disk.
pub(crate) fn saved(workspace: &Workspace) -> Arc<Document> {
    let parsed = load(workspace, &article(), &annotator()).unwrap().parsed;
    Arc::new(parsed.map_or_else(|| Document::new(article(), annotator()), |parsed| parsed.document))
}

pub(crate) fn article() -> ArticleId {
    ArticleId::new("story/a.txt")
}

pub(crate) fn annotator() -> Annotator {
    Annotator::new("ab").unwrap()
}

/// A document that has a tag on each of the sentences of those numbers.
pub(crate) fn document(numbers: impl IntoIterator<Item = u32>) -> Arc<Document> {
    let mut document = Document::new(article(), annotator());
    document.sentences = numbers.into_iter().map(|number| Arc::new(sentence(number, Label::CLAIM))).collect();
    Arc::new(document)
}

pub(crate) fn sentence(number: u32, label: &str) -> Sentence {
    let span = Span::new(number * 100, number * 100 + 50);
    let mut sentence = Sentence::untouched(span, format!("This is sentence {number}."));
    sentence.tags.push(Tag::new(Label::new(label)));
    sentence
}

/// The numbers of the sentences in a document.
pub(crate) fn numbers(document: &Document) -> Vec<u32> {
    document.sentences.iter().map(|sentence| sentence.span.start / 100).collect()
}

/// What happens when a step is reached.
pub(crate) type Hook = Box<dyn Fn(&str) -> io::Result<()>>;

/// The real disk, with a word about every step and one that may fail.
#[derive(Default)]
pub(crate) struct Troubled {
    /// The steps so far, in order.
    pub(crate) steps: RefCell<Vec<String>>,
    /// Fail at the step of that number with that error.
    pub(crate) fail: Option<(usize, i32)>,
    /// Called before every step.
    pub(crate) hook: Option<Hook>,
}

impl Troubled {
    pub(crate) fn failing_at(step: usize, errno: i32) -> Self {
        Self { fail: Some((step, errno)), ..Self::default() }
    }

    fn step(&self, name: &str) -> io::Result<()> {
        let number = self.steps.borrow().len();
        self.steps.borrow_mut().push(name.to_owned());
        if let Some(hook) = &self.hook {
            hook(name)?;
        }
        match self.fail {
            Some((at, errno)) if at == number => Err(io::Error::from_raw_os_error(errno)),
            _ => Ok(()),
        }
    }
}

impl Disk for &Troubled {
    fn resolve(&self, path: &Path) -> io::Result<PathBuf> {
        self.step("resolve")?;
        RealDisk.resolve(path)
    }
    fn make_folder(&self, path: &Path, mode: Option<u32>) -> io::Result<()> {
        self.step("make folder")?;
        RealDisk.make_folder(path, mode)
    }
    fn lock(&self, path: &Path) -> io::Result<Lock> {
        self.step("lock")?;
        RealDisk.lock(path)
    }
    fn read(&self, path: &Path) -> io::Result<Option<Former>> {
        self.step("read")?;
        RealDisk.read(path)
    }
    fn writable(&self, path: &Path) -> io::Result<()> {
        self.step("writable")?;
        RealDisk.writable(path)
    }
    fn create(&self, path: &Path, mode: Option<u32>) -> io::Result<File> {
        self.step("create")?;
        RealDisk.create(path, mode)
    }
    fn write(&self, file: &mut File, bytes: &[u8]) -> io::Result<()> {
        if let Err(error) = self.step("write") {
            // A disk that is full takes a part first.
            file.write_all(&bytes[..bytes.len() / 2])?;
            return Err(error);
        }
        RealDisk.write(file, bytes)
    }
    fn sync(&self, file: &File) -> io::Result<()> {
        self.step("sync")?;
        RealDisk.sync(file)
    }
    fn stamp(&self, path: &Path) -> io::Result<Option<Stamp>> {
        self.step("stamp")?;
        RealDisk.stamp(path)
    }
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step("rename")?;
        RealDisk.rename(from, to)
    }
    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step("link")?;
        RealDisk.link(from, to)
    }
    fn sync_folder(&self, path: &Path) -> io::Result<()> {
        self.step("sync folder")?;
        RealDisk.sync_folder(path)
    }
    fn remove(&self, path: &Path) -> io::Result<()> {
        self.step("remove")?;
        RealDisk.remove(path)
    }
}
