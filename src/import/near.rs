//! Which articles are there already, in whole or in part.
//!
//! Texts are compared by their *shingles*, runs of `WORDS` words. How much of one stands in the other is its
//! *containment* there, as of A. Broder, "On the resemblance and containment of documents" (1997). Newcomers are few, so
//! that their shingles are kept whole and the corpus is compared text by text, without Broder's sampling.

use std::{
    collections::{HashMap, HashSet, hash_map::DefaultHasher},
    hash::{BuildHasherDefault, Hash, Hasher},
};

/// How many words make a shingle.
const WORDS: usize = 4;

/// How many different shingles both texts need: a line or two that occur elsewhere say nothing.
const FEWEST: usize = 20;

/// From how many hundredths on it is worth telling that one text stands in another. Measured on the articles that ship with
/// factdesk: reports of one matter by different people share 1; a third of the sentences of one, in another order, with one
/// word in ten replaced and 60 words of one's own to 100, at least 30.
const TELLING: usize = 20;

/// How a newcomer and a text of the corpus are alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Alike {
    /// Some of the words are the same.
    Partly {
        /// How many hundredths of the newcomer stand in the other text.
        newcomer: usize,
        /// How many hundredths of the other text stand in the newcomer.
        other: usize,
    },
    /// All words are the same, in the same order and with the same marks between them; at most white space differs.
    Same,
}

/// A hash map whose hashes are hashes already.
type ByShingle = HashMap<u64, Vec<usize>, BuildHasherDefault<Kept>>;

/// Newcomers, ready to be compared with many texts.
#[derive(Debug, Default)]
pub struct Newcomers {
    sums: Vec<u64>,
    sizes: Vec<usize>,
    owners: ByShingle,
}

impl Newcomers {
    /// Newcomers with these texts, front matter aside.
    pub fn new<'a>(texts: impl IntoIterator<Item = &'a str>) -> Self {
        let mut newcomers = Self::default();
        for (number, text) in texts.into_iter().enumerate() {
            let shingles = shingles(text);
            newcomers.sums.push(sum(text));
            newcomers.sizes.push(shingles.len());
            for shingle in shingles {
                newcomers.owners.entry(shingle).or_default().push(number);
            }
        }
        newcomers
    }

    /// The newcomers that are like `text`, front matter aside, by their number, and how. Takes time that grows with the
    /// text; what is not worth telling is left out.
    pub fn like(&self, text: &str) -> Vec<(usize, Alike)> {
        let shingles = shingles(text);
        let mut shared = vec![0_usize; self.sizes.len()];
        for shingle in &shingles {
            for &number in self.owners.get(shingle).map_or(&[][..], Vec::as_slice) {
                shared[number] += 1;
            }
        }
        let sum = sum(text);
        let alike = |(number, shared): (usize, usize)| {
            if self.sums[number] == sum {
                return Some((number, Alike::Same));
            }
            let of = |all: usize| shared * 100 / all.max(1);
            let (newcomer, other) = (of(self.sizes[number]), of(shingles.len()));
            let enough = shingles.len().min(self.sizes[number]) >= FEWEST && newcomer.max(other) >= TELLING;
            enough.then_some((number, Alike::Partly { newcomer, other }))
        };
        shared.into_iter().enumerate().filter_map(alike).collect()
    }
}

/// The different shingles of a text, hashed. Only letters and digits count, small or capital.
fn shingles(text: &str) -> HashSet<u64, BuildHasherDefault<Kept>> {
    const SPREAD: u64 = 0x9E37_79B9_7F4A_7C15;
    let letter = |hash: u64, c: char| (hash ^ u64::from(u32::from(c))).wrapping_mul(SPREAD).rotate_left(23);
    let lower = |hash: u64, c: char| {
        if c.is_ascii() { letter(hash, c.to_ascii_lowercase()) } else { c.to_lowercase().fold(hash, letter) }
    };
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let words: Vec<u64> = words.map(|word| word.chars().fold(SPREAD, lower)).collect();
    let word = |hash: u64, word: &u64| (hash.rotate_left(17) ^ word).wrapping_mul(SPREAD);
    words.windows(WORDS).map(|shingle| shingle.iter().fold(0, word)).collect()
}

/// A sum of all that is not white space, and of where white space stands.
fn sum(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.split_whitespace().for_each(|word| word.hash(&mut hasher));
    hasher.finish()
}

/// Takes a number for its own hash.
#[derive(Default)]
struct Kept(u64);

impl Hasher for Kept {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(byte);
        }
    }

    fn write_u64(&mut self, number: u64) {
        self.0 = number;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const AGENCY: &str = "Die Brücke am Hafen bleibt bis Ostern gesperrt. Das teilte das Amt am Montag mit. Risse in zwei der \
        fünf Rippen hatten die Prüfer beunruhigt. Der Bürgermeister bestritt, davon gewusst zu haben. Täglich fahren dort \
        neuntausend Wagen, zählte die Stadt im vorigen Herbst. Ein Gutachten soll klären, wer die Wartung versäumt hat.";

    fn only(newcomer: &str, text: &str) -> Option<Alike> {
        Newcomers::new([newcomer]).like(text).first().map(|(_, alike)| *alike)
    }

    #[test]
    fn the_same_words_are_the_same_text_however_the_lines_break() {
        assert_eq!(only(AGENCY, &AGENCY.replace(". ", ".\n\n")), Some(Alike::Same));
        assert_eq!(only("Kurz.", "Kurz.\n"), Some(Alike::Same));
        assert_ne!(only(AGENCY, &AGENCY.replace("zwei", "drei")), Some(Alike::Same));
        assert_eq!(only("Kurz.", "Kurz!"), None, "too short to say more");
    }

    #[test]
    fn what_was_shortened_and_put_into_another_order_is_told_by_how_much() {
        let sentences: Vec<&str> = AGENCY.split_inclusive(". ").collect();
        let report = format!("{} {} {}", sentences[3], sentences[0], sentences[2]);
        let Some(Alike::Partly { newcomer, other }) = only(&report, AGENCY) else { panic!("not seen") };
        assert!(newcomer > 60 && (30..70).contains(&other), "{newcomer} {other}");
        let Some(Alike::Partly { newcomer, other }) = only(AGENCY, &report) else { panic!("not seen") };
        assert!(newcomer < other, "the other way round");
    }

    #[test]
    fn articles_that_ship_with_factdesk_are_told_from_copies_of_them() {
        let articles = [
            include_str!("../../corpus/musk-putin/depesche.txt"),
            include_str!("../../corpus/musk-putin/essay.txt"),
            include_str!("../../corpus/musk-putin/kurz.txt"),
            include_str!("../../corpus/musk-putin/seite.txt"),
            include_str!("../../corpus/musk-putin/uebersetzung.txt"),
            include_str!("../../corpus/town-bridge/gazette.txt"),
            include_str!("../../corpus/town-bridge/valley-post.txt"),
        ];
        let bodies =
            articles.map(|text| &text[crate::text::FrontMatter::parse(text).map_or(0, |(_, body)| body)..]);
        for (number, body) in bodies.iter().enumerate() {
            let others =
                bodies.iter().enumerate().filter(|(other, _)| *other != number).map(|(_, other)| *other);
            assert_eq!(Newcomers::new(others).like(body), [], "written by different people");
            let sentences: Vec<&str> = body.split_inclusive(". ").collect();
            let third: String = sentences.iter().rev().step_by(3).copied().collect();
            let report = format!("{third} {}", "und noch ein eigenes Wort dazu".repeat(third.len() / 60));
            assert!(only(&report, body).is_some(), "a copy of {number}");
        }
    }

    #[test]
    fn each_newcomer_is_compared_on_its_own() {
        let other = "Ganz andere Worte über ein ganz anderes Ding, das mit der Sache nichts zu tun hat und dennoch lang \
                     genug ist, um verglichen zu werden, weil es mehr als zwanzig Wortfolgen hat, die alle verschieden sind.";
        let newcomers = Newcomers::new([other, AGENCY]);
        assert_eq!(newcomers.like(AGENCY), [(1, Alike::Same)]);
        assert_eq!(newcomers.like("Nichts davon."), []);
    }
}
