//! The house as ARCHITECTURE.md draws it: imports run one way, and only the edges touch disk, terminal and clock.

#![allow(clippy::unwrap_used, clippy::panic, unreachable_pub, reason = "helpers of tests")]

#[path = "architecture/source.rs"]
mod source;

use source::{Source, all};

/// Modules in order: each may name only those before it.
const ORDER: [&str; 11] =
    ["text", "locale", "annotation", "review", "export", "import", "store", "app", "view", "runtime", "cli"];

/// Modules that know no disk, no terminal, no thread and no clock.
const PURE: [&str; 8] = ["text", "locale", "annotation", "review", "export", "import", "app", "view"];

/// The longest a file may be, in lines.
const LONGEST: usize = 400;

/// Files that may be longer, and why.
const LONG: [(&str, &str); 0] = [];

/// Asserts that nothing was found, and says all that was.
#[track_caller]
fn none(rule: &str, found: impl IntoIterator<Item = String>) {
    let found: Vec<_> = found.into_iter().collect();
    assert!(found.is_empty(), "{rule}:\n{}", found.join("\n"));
}

/// The files of `src/` that belong to a module, with the module's place in [`ORDER`].
fn modules() -> impl Iterator<Item = (usize, Source)> {
    all("src").into_iter().filter_map(|source| {
        let module = source.module()?;
        let place = ORDER.iter().position(|name| *name == module);
        Some((place.unwrap_or_else(|| panic!("{}: a module that ORDER does not know", source.path)), source))
    })
}

#[test]
fn a_module_names_only_modules_before_it() {
    let wrong = modules().flat_map(|(place, source)| {
        let named = source.names_of_crate();
        let late = move |name: &String| ORDER[place + 1..].contains(&name.as_str());
        named.into_iter().filter(late).map(move |name| format!("{}: names {name}", source.path))
    });
    none("imports run one way", wrong);
}

#[test]
fn only_the_store_touches_the_disk() {
    const METHODS: [&str; 9] = [
        "canonicalize",
        "exists",
        "is_dir",
        "is_file",
        "is_symlink",
        "metadata",
        "read_dir",
        "read_link",
        "try_exists",
    ];
    let wrong = all("src").into_iter().filter(|source| source.module() != Some("store")).flat_map(|source| {
        let fs = source.names_below("std").into_iter().filter(|name| name == "fs");
        let called = METHODS.into_iter().filter(|name| source.calls(name)).map(str::to_owned);
        fs.chain(called).map(|name| format!("{}: {name}", source.path)).collect::<Vec<_>>()
    });
    none("std::fs only in store", wrong);
}

#[test]
fn only_the_runtime_touches_the_terminal() {
    let wrong = all("src").into_iter().filter(|source| source.module() != Some("runtime"));
    let wrong = wrong.filter(|source| source.has_word("crossterm")).map(|source| source.path);
    none("crossterm only in runtime", wrong);
}

#[test]
fn pure_modules_know_no_thread_process_or_clock() {
    const EDGES: [&str; 6] = ["env", "fs", "net", "os", "process", "thread"];
    const CRATES: [&str; 4] = ["rustix", "signal_hook", "walkdir", "directories"];
    let wrong = modules().filter(|(place, _)| PURE.contains(&ORDER[*place])).flat_map(|(_, source)| {
        let edges = source.names_below("std").into_iter().filter(|name| EDGES.contains(&name.as_str()));
        let crates = CRATES.into_iter().filter(|name| source.has_word(name)).map(str::to_owned);
        let clock = source.ends_a_path("now").then(|| "now()".to_owned());
        edges.chain(crates).chain(clock).map(|name| format!("{}: {name}", source.path)).collect::<Vec<_>>()
    });
    none("a pure module reached for the world", wrong);
}

#[test]
fn every_file_says_what_it_is_and_stays_small() {
    let files = ["src", "tests", "benches", "fuzz"].into_iter().flat_map(all);
    let wrong = files.flat_map(|source| {
        let silent = (!source.text.starts_with("//! ")).then(|| format!("{}: no `//!`", source.path));
        let lines = source.text.lines().count();
        let allowed = LONG.iter().any(|(path, _)| *path == source.path);
        let long = (lines > LONGEST && !allowed).then(|| format!("{}: {lines} lines", source.path));
        silent.into_iter().chain(long)
    });
    none("files", wrong);
}

#[test]
fn the_map_in_the_crates_documentation_is_the_order() {
    let map = std::fs::read_to_string("src/lib.rs").unwrap();
    let drawn: Vec<&str> = map
        .lines()
        .filter_map(|line| line.strip_prefix("//! | [`")?.split_once('`').map(|(name, _)| name))
        .collect();
    assert_eq!(drawn, ORDER);
}
