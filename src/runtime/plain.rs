//! The workbench line by line, for screen readers, braille lines and scripts: the same core, without a screen.
//!
//! A line is a key as it is written in `factdesk keys`, several label and move keys in a row, or one of the words of
//! [`HELP`]. After each line everything it set off is waited for, so that what is then printed is true: `saved 3`
//! stands there when the third save of this run is on the disk.

mod driver;
mod page;

use std::io::{self, BufRead, Write};

use self::driver::Driver;
use super::worker::Place;
use crate::app::{Key, Pane, Setup, Target};

/// The longest line that is read, in bytes.
const LONGEST: u64 = 1 << 20;

/// What the words are.
const HELP: &str = "\
Lines are keys, one or several in a row (aC, ddj), or:
  (empty), space   read, nothing more to tag; on to the next open sentence
  s NAME           whose words they are          e TEXT   a note
  W NAME           who is meant by a name such as \"he\"
  g NUMBER         to that sentence              / TEXT   search; n, N: next, previous
  open ARTICLE     another article               list     all articles
  show             this sentence again           ?        this help and the keys
  recover, discard what becomes of edits that an earlier run could not save
  q                leave";

/// How it ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlainEnd {
    /// Is everything saved?
    pub saved: bool,
    /// Could everything be read that was to be opened?
    pub read: bool,
}

/// Runs the workbench on lines until `q` or the end of `input`. `setup` has to name the annotator.
///
/// # Errors
/// Where a line cannot be read or written, or no thread can be had.
pub fn run_plain(
    place: Place,
    setup: Setup,
    mut input: impl BufRead,
    output: impl Write,
) -> io::Result<PlainEnd> {
    let mut driver = Driver::start(place, setup, output)?;
    driver.settle()?;
    driver.page(true)?;
    let mut line = Vec::new();
    while !driver.is_done() {
        line.clear();
        if io::Read::take(&mut input, LONGEST).read_until(b'\n', &mut line)? == 0 {
            break;
        }
        let line = String::from_utf8_lossy(&line);
        obey(&mut driver, line.trim())?;
    }
    driver.leave()
}

/// Does what a line says and prints what came of it.
fn obey<W: Write>(driver: &mut Driver<W>, line: &str) -> io::Result<()> {
    if driver.is_asked_about_kept() {
        match line {
            "recover" => driver.kept(Key::Enter)?,
            "discard" => driver.kept(Key::Char('d'))?,
            "?" => return driver.help(),
            "show" => return driver.page(true),
            // Whoever goes on without an answer keeps them.
            _ => {
                driver.kept(Key::Esc)?;
                driver.page(false)?;
                return obey(driver, line);
            }
        }
        return driver.page(false);
    }
    let (word, rest) = line.split_once(' ').map_or((line, ""), |(word, rest)| (word, rest.trim()));
    match (word, rest) {
        ("", "") => driver.key(Key::Char(' '))?,
        ("?", "") => return driver.help(),
        ("list", "") => return driver.list(),
        ("show", "") => return driver.page(true),
        ("recover" | "discard", "") => return driver.complain("there are no kept edits"),
        ("s" | "W" | "e" | "/" | "S" | ":", "") => {
            return driver.complain(&format!("`{word}` needs a text behind it"));
        }
        ("s" | "W" | "e" | "/", text) => driver.answer(word, text)?,
        ("g", number) if !number.is_empty() => {
            match number.parse::<usize>().ok().and_then(|n| n.checked_sub(1)) {
                Some(index) if index < driver.units() => driver.click(Target::Unit(index))?,
                _ => return driver.complain(&format!("there is no sentence {number}")),
            }
        }
        ("open", name) if !name.is_empty() => match driver.row_of(name) {
            Some(row) => {
                driver.click(Target::ListRow(row))?;
                driver.click(Target::Pane(Pane::Article))?;
            }
            None => return driver.complain(&format!("there is no article {name}; `list` names them")),
        },
        (_, "") => match keys(driver, word) {
            Some(keys) => {
                for key in keys {
                    driver.key(key)?;
                }
            }
            None => return driver.complain(&format!("`{word}` is no key and no word here; `?` helps")),
        },
        _ => return driver.complain(&format!("`{word}` takes no text; `?` helps")),
    }
    driver.page(false)
}

/// The keys that a word stands for: one by its name, or several that are all bound.
fn keys<W: Write>(driver: &Driver<W>, word: &str) -> Option<Vec<Key>> {
    if let Ok(key) = word.parse() {
        return Some(vec![key]);
    }
    let keys: Vec<Key> = word.chars().map(Key::Char).collect();
    keys.iter().all(|key| driver.is_bound(*key)).then_some(keys)
}
