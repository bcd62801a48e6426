//! A workspace, a pseudo-terminal with the program in it, and what its screen shows.

use std::{
    fs,
    io::{Read, Write},
    num::NonZeroU16,
    path::{Path, PathBuf},
    sync::{Arc, Mutex},
    thread,
    time::{Duration, Instant},
};

use portable_pty::{Child, CommandBuilder, MasterPty, NativePtySystem, PtySize, PtySystem};
use rustix::process::{Pid, Signal, kill_process};
use tempfile::TempDir;

/// How long anything may take before a test gives up. Nothing is asserted about time.
pub const PATIENCE: Duration = Duration::from_secs(30);
const PROGRAM: &str = env!("CARGO_BIN_EXE_factdesk");

/// The article of most tests: a heading and four sentences.
pub const ARTICLE: &str = "Streit um die Brücke\n\n\
    Die Brücke wird gesperrt. Der Bürgermeister bestritt das. Die Firma schwieg. Am Montag wird entschieden.\n";

/// A folder with a workspace, and a home of its own.
pub struct Desk {
    folder: TempDir,
}

impl Desk {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        for name in ["corpus/town", "annotations", "home"] {
            fs::create_dir_all(folder.path().join(name)).unwrap();
        }
        fs::write(folder.path().join("corpus/town/bridge.txt"), ARTICLE).unwrap();
        Self { folder }
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// What `ab` found in the article, as it stands on the disk.
    pub fn saved(&self) -> String {
        fs::read_to_string(self.path().join("annotations/ab/town/bridge.txt.yaml")).unwrap_or_default()
    }

    /// How many workbenches of `ab` show that they are there.
    pub fn here(&self) -> usize {
        let entries = fs::read_dir(self.path().join("annotations/ab")).into_iter().flatten();
        entries.filter(|entry| entry.as_ref().is_ok_and(|entry| is_here(&entry.file_name()))).count()
    }

    /// A script in the workspace.
    pub fn script(&self, name: &str, text: &str) -> PathBuf {
        use std::os::unix::fs::PermissionsExt;
        let path = self.path().join(name);
        fs::write(&path, text).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
        path
    }

    /// Opens the workbench.
    pub fn open(&self) -> Terminal {
        self.open_with(&[])
    }

    /// Opens the Review as `desk`.
    pub fn adjudicate(&self) -> Terminal {
        self.run(&[PROGRAM, "adjudicate"], &[])
    }

    /// Starts the workbench, whatever it shows first.
    pub fn start(&self) -> Terminal {
        self.start_with(&[])
    }

    fn start_with(&self, env: &[(&str, &str)]) -> Terminal {
        self.run(&[PROGRAM, "--annotator", "ab"], env)
    }

    /// Opens the workbench with more in its environment.
    pub fn open_with(&self, env: &[(&str, &str)]) -> Terminal {
        let terminal = self.start_with(env);
        terminal.until("Die Brücke wird gesperrt.");
        terminal
    }

    /// Runs any program.
    pub fn run(&self, command: &[&str], env: &[(&str, &str)]) -> Terminal {
        let home = self.path().join("home");
        let mut builder = CommandBuilder::new(command[0]);
        builder.args(&command[1..]);
        builder.cwd(self.path());
        builder.env_clear();
        builder.env("PATH", std::env::var_os("PATH").unwrap_or_default());
        builder.env("HOME", &home);
        builder.env("TERM", "xterm-256color");
        builder.env("LANG", "C.UTF-8");
        for (name, value) in env {
            builder.env(name, value);
        }
        Terminal::start(builder)
    }
}

/// Is it the name of a file that says somebody is here?
pub fn is_here(name: &std::ffi::OsStr) -> bool {
    name.to_string_lossy().ends_with(".here")
}

/// Everything the program sent, and the screen it makes.
struct Received {
    screen: vt100::Parser,
    raw: Vec<u8>,
}

/// A terminal of 120 × 30 with a program in it.
pub struct Terminal {
    child: Box<dyn Child + Send + Sync>,
    master: Box<dyn MasterPty + Send>,
    writer: Box<dyn Write + Send>,
    received: Arc<Mutex<Received>>,
}

fn size(rows: u16, cols: u16) -> PtySize {
    PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }
}

fn nonzero(n: u16) -> NonZeroU16 {
    NonZeroU16::new(n).unwrap()
}

impl Terminal {
    fn start(command: CommandBuilder) -> Self {
        let pair = NativePtySystem::default().openpty(size(30, 120)).unwrap();
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().unwrap();
        let screen = vt100::Parser::new(nonzero(30), nonzero(120), 0);
        let received = Arc::new(Mutex::new(Received { screen, raw: Vec::new() }));
        let shared = Arc::clone(&received);
        thread::spawn(move || {
            let mut bytes = [0; 8192];
            while let Ok(length @ 1..) = reader.read(&mut bytes) {
                let mut received = shared.lock().unwrap();
                received.screen.process(&bytes[..length]);
                received.raw.extend_from_slice(&bytes[..length]);
            }
        });
        let writer = pair.master.take_writer().unwrap();
        Self { child, master: pair.master, writer, received }
    }

    /// Types.
    pub fn keys(&mut self, keys: &str) {
        self.writer.write_all(keys.as_bytes()).unwrap();
        self.writer.flush().unwrap();
    }

    /// What the screen shows.
    pub fn text(&self) -> String {
        self.received.lock().unwrap().screen.screen().contents()
    }

    /// Everything that was sent so far.
    pub fn raw(&self) -> Vec<u8> {
        self.received.lock().unwrap().raw.clone()
    }

    /// How often these bytes were sent so far.
    pub fn sent(&self, bytes: &str) -> usize {
        self.raw().windows(bytes.len()).filter(|window| *window == bytes.as_bytes()).count()
    }

    /// Is the cell where `text` begins drawn reversed?
    pub fn is_reversed(&self, text: &str) -> bool {
        let received = self.received.lock().unwrap();
        let screen = received.screen.screen();
        (0..30).zip(screen.rows(0, 120)).any(|(row, line)| {
            line.find(text).is_some_and(|byte| {
                let column = u16::try_from(line[..byte].chars().count()).unwrap();
                screen.cell(row, column).unwrap().inverse()
            })
        })
    }

    /// Is the alternate screen shown?
    pub fn is_alternate(&self) -> bool {
        self.received.lock().unwrap().screen.screen().alternate_screen()
    }

    /// Waits until the screen shows `text`.
    #[track_caller]
    pub fn until(&self, text: &str) {
        self.wait(&format!("no {text:?}"), |terminal| terminal.text().contains(text));
    }

    /// Waits until something is so.
    #[track_caller]
    pub fn wait(&self, otherwise: &str, is_so: impl Fn(&Self) -> bool) {
        let begin = Instant::now();
        while !is_so(self) {
            assert!(begin.elapsed() < PATIENCE, "{otherwise}; the screen shows\n{}", self.text());
            thread::sleep(Duration::from_millis(5));
        }
    }

    pub fn resize(&self, rows: u16, cols: u16) {
        let mut received = self.received.lock().unwrap();
        self.master.resize(size(rows, cols)).unwrap();
        received.screen.screen_mut().set_size(nonzero(rows), nonzero(cols));
    }

    pub fn signal(&self, signal: Signal) {
        let pid = i32::try_from(self.child.process_id().unwrap()).unwrap();
        kill_process(Pid::from_raw(pid).unwrap(), signal).unwrap();
    }

    /// Waits for the end and gives the exit code.
    #[track_caller]
    pub fn ended(&mut self) -> u32 {
        let begin = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                // What it sent last may still be on its way.
                let mut length = usize::MAX;
                while length != self.raw().len() {
                    length = self.raw().len();
                    thread::sleep(Duration::from_millis(30));
                }
                return status.exit_code();
            }
            assert!(begin.elapsed() < PATIENCE, "still running; the screen shows\n{}", self.text());
            thread::sleep(Duration::from_millis(5));
        }
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        let _ = self.child.kill();
    }
}
