//! Random pairs of branches: two people work on the same articles, and at times a third decides; git merges.

use std::fmt::Write;

use crate::newsroom::{Clone, Newsroom};

/// The articles, as sentences.
const ARTICLES: [(&str, usize); 3] =
    [("harbour/dispatch.txt", 14), ("harbour/letter.txt", 9), ("town/vote.txt", 11)];

/// What can be done to a sentence, as a line of the workbench without a screen. `#` stands for a number.
const ACTS: [&str; 16] = [
    "c",
    "d",
    "a",
    "aC",
    "x",
    "space",
    "m",
    "U",
    "F",
    "s Frau Berg",
    "W Anna Berg #",
    "e Notiz #: bitte prüfen",
    "e Zeile \"#\" - ja: nein",
    "v\nl\nl\nt",
    "v\nb",
    "u",
];

/// Random numbers (`SplitMix64`), the same in every run.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((z ^ (z >> 31)) % end as u64).unwrap()
    }
}

/// An article of sentences that differ.
fn article(id: &str, sentences: usize) -> String {
    let one =
        |number| format!("Im Absatz {number} von {id} steht, was das Amt sagte und Frau Berg bestritt.\n");
    (1..=sentences).map(one).collect()
}

/// What somebody does in one sitting: a few acts in each of some articles.
fn sitting(random: &mut Random) -> String {
    let mut lines = String::new();
    for _ in 0..=random.below(2) {
        let (id, sentences) = ARTICLES[random.below(ARTICLES.len())];
        writeln!(lines, "open {id}").unwrap();
        for _ in 0..=random.below(4) {
            let act = ACTS[random.below(ACTS.len())].replace('#', &random.below(100).to_string());
            writeln!(lines, "g {}\n{act}", 1 + random.below(sentences - 2)).unwrap();
        }
    }
    lines.push_str("q\n");
    lines
}

/// Somebody takes the common version, which `desk` has, and works on a branch of it.
fn work(clone: &Clone, annotator: &str, random: &mut Random) {
    clone.git(&["pull", "--quiet", "--ff-only", "../desk", "main"]);
    clone.annotate(annotator, &sitting(random));
    clone.commit(&format!("{annotator}: a sitting"));
}

/// `pairs` pairs of branches, one after the other, each of them off what the former one led to.
fn merge(pairs: usize, seed: u64) {
    let articles = ARTICLES.map(|(id, sentences)| (id, article(id, sentences)));
    let newsroom = Newsroom::with(&articles);
    let [ab, cd, desk] = ["ab", "cd", "desk"].map(|name| newsroom.clone_for(name));
    let mut random = Random(seed);
    let mut tags = 0;
    for pair in 0..pairs {
        work(&ab, "ab", &mut random);
        work(&cd, "cd", &mut random);
        if pair % 4 == 0 {
            desk.annotate("desk", &sitting(&mut random));
            desk.commit("desk: a sitting");
        }
        let decided = desk.files("annotations/desk");
        for branch in ["../ab", "../cd"] {
            let ran = desk.try_git(&["pull", "--quiet", "--no-rebase", "--no-edit", branch, "main"]);
            assert_eq!(ran.code, 0, "pair {pair} of seed {seed}, {branch}:\n{}{}", ran.out, ran.err);
        }
        for (whose, theirs) in [("ab", ab.files("annotations/ab")), ("cd", cd.files("annotations/cd"))] {
            assert_eq!(desk.files(&format!("annotations/{whose}")), theirs, "pair {pair} of seed {seed}");
        }
        assert_eq!(desk.files("annotations/desk"), decided, "pair {pair} of seed {seed}");
        let ran = desk.factdesk("", &["check", "--format", "json"]).ends(0);
        let report: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
        let written = desk.files("annotations").into_values().map(|text| text.matches("- label: ").count());
        let written: usize = written.sum();
        assert_eq!(report["tags"], written, "{}", ran.out);
        tags += written;
    }
    assert!(tags > 10 * pairs, "the sittings leave so few tags ({tags}) that this shows nothing");
}

#[test]
fn fifty_pairs_of_branches_merge_without_conflict_or_loss() {
    merge(50, 1);
}

#[test]
fn fifty_more_do() {
    merge(50, 2);
}
