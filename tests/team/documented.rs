//! `docs/team.md`, word by word: what it tells people to copy is copied from it and run.

use std::fs;

use crate::{
    machines::in_conflict,
    newsroom::{Clone, Newsroom},
    ran::Ran,
};

const DOC: &str = include_str!("../../docs/team.md");

/// The marked blocks of the page, each of which is used by a test below.
const BLOCKS: [&str; 13] = [
    "once",
    "day",
    "hook",
    "pre-commit",
    "checks",
    "github",
    "gitlab",
    "agree",
    "decide",
    "changed",
    "marker",
    "conflict",
    "resolved",
];

const FILE: &str = "annotations/ab/harbour/dispatch.txt.yaml";

/// The block of the page below that mark, without its indentation.
fn block(name: &str) -> String {
    let (_, rest) =
        DOC.split_once(&format!("<!-- {name} -->\n")).unwrap_or_else(|| panic!("no block {name}"));
    let mut lines = rest.lines();
    let fence = lines.next().unwrap();
    let indent = fence.len() - fence.trim_start().len();
    let inside = lines.take_while(|line| !line.trim_start().starts_with("```"));
    inside.flat_map(|line| [line.get(indent..).unwrap_or_default(), "\n"]).collect()
}

/// A block of YAML.
fn yaml(name: &str) -> serde_json::Value {
    serde_yaml::from_str(&block(name)).unwrap()
}

fn newsroom() -> Newsroom {
    let text = "Der Hafen wurde am Montag gesperrt. Das Amt bestritt das. Niemand kam zu Schaden.\n";
    Newsroom::with(&[("harbour/dispatch.txt", text.to_owned())])
}

/// Runs a block line by line. The workbench wants a terminal: what it would do is done without a screen.
#[track_caller]
fn follow(clone: &Clone, block: &str) -> Vec<Ran> {
    let run = |line: &str| match line {
        "factdesk" => clone.shell("printf 'C\\nq\\n' | factdesk annotate --plain --annotator ab"),
        "factdesk adjudicate" => {
            clone.shell("printf 'C\\nq\\n' | factdesk annotate --plain --annotator desk")
        }
        line => clone.shell(line),
    };
    let mut ends = Vec::new();
    for line in block.lines() {
        let ran = run(line);
        let found_something = ran.code == 1 && line.starts_with("factdesk ");
        assert!(ran.code == 0 || found_something, "{line}: {}\n{}{}", ran.code, ran.out, ran.err);
        ends.push(ran);
    }
    ends
}

/// A damaged annotation file.
fn damage(clone: &Clone) {
    clone.write(FILE, "format: 1\nsentences:\n- strat: 0\n...\n");
}

#[test]
fn every_block_is_marked_and_tested() {
    let marks: Vec<&str> =
        DOC.lines().filter_map(|line| line.trim().strip_prefix("<!-- ")?.strip_suffix(" -->")).collect();
    assert_eq!(marks, BLOCKS);
    let fences = DOC.lines().filter(|line| line.trim_start().starts_with("```")).count();
    assert_eq!(fences, 2 * BLOCKS.len());
}

#[test]
fn every_command_it_names_is_one() {
    let newsroom = newsroom();
    let clone = newsroom.clone_for("reader");
    let quoted = DOC.split('`').skip(1).step_by(2).filter(|words| words.starts_with("factdesk "));
    let lines = DOC.lines().map(str::trim).filter(|line| line.starts_with("factdesk "));
    for command in quoted.chain(lines) {
        let ran = clone.shell(&format!("{command} --help"));
        assert_eq!(ran.code, 0, "{command}:\n{}", ran.err);
    }
}

#[test]
fn a_workspace_is_set_up_and_two_readings_become_one() {
    let newsroom = newsroom();
    let empty = newsroom.folder("new");
    follow(&empty, &block("once"));
    let rules = empty.read(".gitattributes");
    assert!(rules.contains("annotations/** text eol=lf\ncorpus/** -text\n"), "{rules}");

    let clone = newsroom.clone_for("ab");
    follow(&clone, &block("day"));
    let other = newsroom.clone_for("cd");
    other.annotate("cd", "D\nq\n");
    other.commit("Read the harbour story");
    other.git(&["push", "--quiet", "origin", "main"]);
    let agree = follow(&clone, &block("agree"));
    assert!(agree.last().unwrap().out.contains("Der Hafen"), "{}", agree.last().unwrap().out);
    follow(&clone, &block("decide"));
    assert!(clone.read("annotations/desk/harbour/dispatch.txt.yaml").contains("label: claim"));

    clone.write("corpus/harbour/dispatch.txt", "Eilmeldung. Der Hafen wurde am Montag gesperrt.\n");
    let changed = follow(&clone, &block("changed"));
    assert!(changed[0].out.contains("[moved]") && changed[1].out.contains("moved"), "{}", changed[1].out);
}

#[cfg(unix)]
#[test]
fn the_hook_lets_what_is_sound_pass_and_stops_the_rest() {
    use std::os::unix::fs::PermissionsExt;
    let newsroom = newsroom();
    let clone = newsroom.clone_for("ab");
    clone.write(".git/hooks/pre-commit", &block("hook"));
    let hook = clone.path().join(".git/hooks/pre-commit");
    fs::set_permissions(hook, fs::Permissions::from_mode(0o755)).unwrap();
    let commit = || {
        clone.git(&["add", "--all"]);
        clone.try_git(&["commit", "--quiet", "-m", "A change"])
    };
    clone.annotate("ab", "C\nq\n");
    clone.write("README", "Not an annotation.\n");
    commit().ends(0);
    damage(&clone);
    let ran = commit();
    assert_ne!(ran.code, 0);
    assert!(format!("{}{}", ran.out, ran.err).contains(&format!("{FILE}:3:3: ")), "{}{}", ran.out, ran.err);
    clone.git(&["rm", "--quiet", "--cached", FILE]);
    fs::remove_file(clone.path().join(FILE)).unwrap();
    commit().ends(0);
}

#[test]
fn pre_commit_runs_it_on_the_files_of_a_change() {
    let newsroom = newsroom();
    let clone = newsroom.clone_for("ab");
    let hook = &yaml("pre-commit")["repos"][0]["hooks"][0];
    let (entry, files) = (hook["entry"].as_str().unwrap(), hook["files"].as_str().unwrap());
    clone.annotate("ab", "C\nq\n");
    clone.git(&["add", "--all"]);
    let line = format!("git ls-files | grep -E '{files}' | xargs {entry}");
    let ran = clone.shell(&line).ends(0);
    assert!(ran.out.contains("checked 1 file: 1 sentence") && ran.err.is_empty(), "{}{}", ran.out, ran.err);
    damage(&clone);
    assert_ne!(clone.shell(&line).code, 0);
}

#[test]
fn the_build_servers_refuse_what_is_damaged() {
    let newsroom = newsroom();
    let clone = newsroom.clone_for("server");
    let github = yaml("github")["jobs"]["check"]["steps"].clone();
    let steps = github.as_array().unwrap().iter().filter_map(|step| step["run"].as_str());
    let gitlab = yaml("gitlab")["check"]["script"].clone();
    let lines = gitlab.as_array().unwrap().iter().map(|line| line.as_str().unwrap());
    // Installing takes the network: everything else is run.
    let (install, check): (Vec<&str>, Vec<&str>) =
        steps.chain(lines).partition(|line| line.starts_with("cargo install --locked --git "));
    assert_eq!(
        (install.len(), check.as_slice()),
        (2, &["factdesk check --format github", "factdesk check"][..])
    );
    for line in &check {
        clone.shell(line).ends(0);
    }
    damage(&clone);
    for line in check {
        let ran = clone.shell(line).ends(1);
        let shown = [format!("::error file={FILE},line=3,col=3,"), format!("{FILE}:3:3: ")];
        assert!(shown.iter().any(|shown| ran.out.starts_with(shown)), "{line}:\n{}", ran.out);
    }
}

#[test]
fn the_rules_are_set_as_it_says() {
    let newsroom = newsroom();
    let clone = newsroom.clone_for("ab");
    clone.write("factdesk.yaml", &block("checks"));
    clone.factdesk("", &["check"]).ends(0);
    let rules = clone.factdesk("", &["check", "--rules"]).ends(0).out;
    for line in block("checks").lines().skip(1) {
        let words: Vec<&str> = line.split_whitespace().collect();
        let row =
            rules.lines().find(|row| words[0].strip_suffix(':') == row.split_whitespace().next()).unwrap();
        assert_eq!(row.split_whitespace().nth(2), Some(words[1]), "{row}");
    }
}

#[test]
fn a_conflict_is_told_and_resolved_as_it_says() {
    let (_newsroom, home) = in_conflict();
    let told = home.factdesk("", &["check"]).ends(1).out;
    let (place, message) = told.split_once(":1: ").unwrap();
    let shown = block("marker");
    let (documented, expected) = shown.trim_end().split_once(":1: ").unwrap();
    assert_eq!(message.lines().next(), Some(expected));
    assert_eq!(place.rsplit_once(':').unwrap().0, documented.rsplit_once(':').unwrap().0);
    follow(&home, &block("conflict"));
    let resolved = follow(&home, &block("resolved"));
    assert_eq!(resolved[0].code, 0);
    assert!(home.git(&["log", "-1", "--format=%P"]).trim().contains(' '), "no merge was made");
}
