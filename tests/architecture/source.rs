//! A Rust file as words: enough of the language to see which paths it names, wherever they stand.

use std::{fs, path::Path};

/// A file of ours.
pub struct Source {
    /// Its path below the package.
    pub path: String,
    /// All of it.
    pub text: String,
    /// Its words and signs, without comments and literals.
    words: Vec<String>,
}

/// All Rust files below `folder`; none where it is missing.
pub fn all(folder: &str) -> Vec<Source> {
    let mut sources = Vec::new();
    collect(Path::new(folder), &mut sources);
    sources.sort_by(|a, b| a.path.cmp(&b.path));
    sources
}

fn collect(folder: &Path, sources: &mut Vec<Source>) {
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            if !path.ends_with("target") {
                collect(&path, sources);
            }
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = fs::read_to_string(&path).unwrap();
            let path = path.to_str().unwrap().replace('\\', "/");
            sources.push(Source { path, words: words(&text), text });
        }
    }
}

impl Source {
    /// The module it belongs to; `None` for `lib.rs` and `main.rs`.
    pub fn module(&self) -> Option<&str> {
        let below = self.path.strip_prefix("src/")?;
        match below.split_once('/') {
            Some((module, _)) => Some(module),
            None => below.strip_suffix(".rs").filter(|name| !matches!(*name, "lib" | "main")),
        }
    }

    /// The modules of our crate that are named: `crate::text`, `crate::{app, view}`, and `super::` that climbs to the
    /// root.
    pub fn names_of_crate(&self) -> Vec<String> {
        let depth = self.path.trim_start_matches("src/").trim_end_matches("mod.rs").matches('/').count()
            + usize::from(!self.path.ends_with("mod.rs"));
        let climb = "super::".repeat(depth);
        let mut names = self.names_below("crate");
        names.extend(self.names_below(climb.trim_end_matches("::")));
        names
    }

    /// What follows `path::`, or stands in the braces after it.
    pub fn names_below(&self, path: &str) -> Vec<String> {
        let prefix: Vec<&str> = path.split("::").flat_map(|part| [part, "::"]).collect();
        let mut names = Vec::new();
        for at in 0..self.words.len().saturating_sub(prefix.len()) {
            let continues = at > 0 && self.words[at - 1] == "::";
            if !continues && self.words[at..at + prefix.len()].iter().eq(&prefix) {
                names.extend(first_names(&self.words[at + prefix.len()..]));
            }
        }
        names
    }

    /// Does the word occur?
    pub fn has_word(&self, word: &str) -> bool {
        self.words.iter().any(|other| other == word)
    }

    /// Does a path end so, as `Timestamp::now` does?
    pub fn ends_a_path(&self, name: &str) -> bool {
        self.words.windows(2).any(|words| words[0] == "::" && words[1] == name)
    }

    /// Is a function or method of that name called?
    pub fn calls(&self, name: &str) -> bool {
        self.words.windows(3).any(|words| {
            let named = words[1] == name && matches!(words[0].as_str(), "." | "::");
            named && matches!(words[2].as_str(), "(" | ")" | ",")
        })
    }
}

/// The first word, or of `{a::b, c}` the first word of each branch.
fn first_names(words: &[String]) -> Vec<String> {
    if words.first().is_none_or(|word| word != "{") {
        return words.first().cloned().into_iter().collect();
    }
    let (mut names, mut depth, mut expected) = (Vec::new(), 0, false);
    for word in words {
        match word.as_str() {
            "{" => {
                depth += 1;
                expected = depth == 1;
            }
            "}" => {
                depth -= 1;
                if depth == 0 {
                    break;
                }
            }
            "," => expected = depth == 1,
            word if expected => {
                names.push(word.to_owned());
                expected = false;
            }
            _ => {}
        }
    }
    names
}

/// Words, `::` and single signs; comments, strings and characters are left out.
fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let length = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            rest.find("*/").map_or(rest.len(), |end| end + 2)
        } else if let Some(length) = raw_string(rest) {
            length
        } else if c == '"' {
            quoted(rest)
        } else if c == '\'' {
            character(rest)
        } else if c.is_alphanumeric() || c == '_' {
            let length = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
            words.push(rest[..length].to_owned());
            length
        } else {
            let length = if rest.starts_with("::") { 2 } else { c.len_utf8() };
            if !c.is_whitespace() {
                words.push(rest[..length].to_owned());
            }
            length
        };
        rest = &rest[length..];
    }
    words
}

fn quoted(rest: &str) -> usize {
    let mut escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            '"' if !escaped => return at + 1,
            _ => escaped = c == '\\' && !escaped,
        }
    }
    rest.len()
}

/// The length of a raw string that begins here.
fn raw_string(rest: &str) -> Option<usize> {
    let after = rest.strip_prefix("br").or_else(|| rest.strip_prefix('r'))?;
    let hashes = after.len() - after.trim_start_matches('#').len();
    if !after[hashes..].starts_with('"') {
        return None;
    }
    let end = format!("\"{}", &after[..hashes]);
    let begin = rest.len() - after.len() + hashes + 1;
    rest[begin..].find(&end).map(|at| begin + at + end.len())
}

/// The length of a character, or of the tick of a lifetime.
fn character(rest: &str) -> usize {
    let mut chars = rest.char_indices().skip(1);
    match (chars.next(), chars.next()) {
        (Some((_, '\\')), _) => rest[3..].find('\'').map_or(rest.len(), |at| at + 4),
        (Some(_), Some((at, '\''))) => at + 1,
        _ => 1,
    }
}

#[test]
fn paths_are_seen_wherever_they_stand() {
    let source = |path: &str, text: &str| Source { path: path.into(), text: text.into(), words: words(text) };
    let text =
        "use crate::{app::{App, Msg}, view}; // crate::cli\nlet x = \"crate::cli\"; crate::store::x();";
    assert_eq!(source("src/text/a.rs", text).names_of_crate(), ["app", "view", "store"]);
    let climbs =
        source("src/text/a.rs", "use super::super::view; use super::wrap; let c = '\"'; f(r#\"a\"#)");
    assert_eq!(climbs.names_of_crate(), ["view"]);
    assert_eq!(source("src/text/mod.rs", "use super::{cli};").names_of_crate(), ["cli"]);
    assert_eq!(
        source("src/a.rs", "use std::{io, fs::{File}, sync::fs};").names_below("std"),
        ["io", "fs", "sync"]
    );
    assert!(source("src/a.rs", "path.exists()").calls("exists"));
    assert!(source("src/a.rs", "let at = Timestamp::now();").ends_a_path("now"));
    assert!(!source("src/a.rs", "f(anchored.now)").ends_a_path("now"));
}
