//! A newsroom: a common repository, a clone for each person, and the program run in it.

use std::{
    collections::BTreeMap,
    ffi::OsString,
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use tempfile::TempDir;

use crate::ran::Ran;

/// What git need not do for a repository that lasts a minute.
const GIT: &str = "[core]\nfsync = none\n[gc]\nauto = 0\n[maintenance]\nauto = false\n";

/// A common repository and everybody's clones of it.
pub struct Newsroom {
    folder: TempDir,
}

/// One clone.
pub struct Clone {
    folder: PathBuf,
    home: PathBuf,
}

impl Newsroom {
    /// A newsroom whose common repository holds a workspace with these articles, by id.
    pub fn with(articles: &[(&str, String)]) -> Self {
        let newsroom = Self { folder: tempfile::tempdir().unwrap() };
        let home = newsroom.path().join("home");
        fs::create_dir(&home).unwrap();
        fs::write(home.join("gitconfig"), GIT).unwrap();
        let common = newsroom.at(".");
        common.git(&["init", "--quiet", "--bare", "--initial-branch=main", "common.git"]);
        let first = newsroom.clone_for("first");
        first.git(&["switch", "--quiet", "--orphan", "main"]);
        first.factdesk("", &["init"]).ends(0);
        for (id, text) in articles {
            first.write(&format!("corpus/{id}"), text);
        }
        first.commit("Set up the workspace");
        first.git(&["push", "--quiet", "origin", "main"]);
        newsroom
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }

    /// A new folder, without git.
    pub fn folder(&self, name: &str) -> Clone {
        fs::create_dir(self.path().join(name)).unwrap();
        self.at(name)
    }

    fn at(&self, folder: &str) -> Clone {
        Clone { folder: self.path().join(folder), home: self.path().join("home") }
    }

    /// A new clone of the common repository.
    pub fn clone_for(&self, name: &str) -> Clone {
        self.at(".").git(&["clone", "--quiet", "common.git", name]);
        self.at(name)
    }
}

impl Clone {
    /// Where it lies.
    pub fn path(&self) -> &Path {
        &self.folder
    }

    pub fn write(&self, name: &str, text: &str) {
        let path = self.folder.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.folder.join(name)).unwrap()
    }

    /// Runs git, which has to do what it is told, and gives what it printed.
    #[track_caller]
    pub fn git(&self, arguments: &[&str]) -> String {
        self.try_git(arguments).ends(0).out
    }

    /// Runs git.
    pub fn try_git(&self, arguments: &[&str]) -> Ran {
        self.command("git").args(arguments).output().unwrap().into()
    }

    /// Commits everything.
    #[track_caller]
    pub fn commit(&self, message: &str) {
        self.git(&["add", "--all"]);
        self.git(&["commit", "--quiet", "--allow-empty", "-m", message]);
    }

    /// Runs the program with this on standard input.
    pub fn factdesk(&self, input: &str, arguments: &[&str]) -> Ran {
        run(self.command(env!("CARGO_BIN_EXE_factdesk")).args(arguments), input)
    }

    /// Works through `lines` as `annotator`, line by line; everything has to be saved.
    #[track_caller]
    pub fn annotate(&self, annotator: &str, lines: &str) {
        let ran = self.factdesk(lines, &["annotate", "--plain", "--annotator", annotator]).ends(0);
        assert!(!ran.out.contains("NOT SAVED"), "{}", ran.out);
    }

    /// Runs a line as a shell does.
    pub fn shell(&self, line: &str) -> Ran {
        run(self.command("sh").args(["-c", line]), "")
    }

    /// The files below a folder, by path, with what they hold.
    pub fn files(&self, folder: &str) -> BTreeMap<PathBuf, String> {
        let all = walkdir::WalkDir::new(self.folder.join(folder)).into_iter().map(Result::unwrap);
        let files = all.filter(|entry| entry.file_type().is_file());
        let committed = files.filter(|entry| entry.path().extension().is_some_and(|suffix| suffix == "yaml"));
        committed
            .map(|entry| {
                let text = fs::read_to_string(entry.path()).unwrap();
                (entry.path().strip_prefix(&self.folder).unwrap().to_owned(), text)
            })
            .collect()
    }

    /// A command that runs here, with an identity, no settings but ours, and our program on the path.
    fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command
            .current_dir(&self.folder)
            .env_clear()
            .env("PATH", path())
            .env("HOME", &self.home)
            .env("LANG", "C.UTF-8")
            .env("GIT_CONFIG_NOSYSTEM", "1")
            .env("GIT_CONFIG_GLOBAL", self.home.join("gitconfig"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        for role in ["AUTHOR", "COMMITTER"] {
            command.env(format!("GIT_{role}_NAME"), "A Checker");
            command.env(format!("GIT_{role}_EMAIL"), "checker@example.org");
        }
        command
    }
}

fn run(command: &mut Command, input: &str) -> Ran {
    let mut child = command.spawn().unwrap();
    // A program that wants no input may end before it has read it.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    child.wait_with_output().unwrap().into()
}

/// The path to programs, with the folder of ours in front.
fn path() -> OsString {
    let ours = Path::new(env!("CARGO_BIN_EXE_factdesk")).parent().unwrap().to_owned();
    let theirs = std::env::var_os("PATH").unwrap_or_default();
    std::env::join_paths(std::iter::once(ours).chain(std::env::split_paths(&theirs))).unwrap()
}
