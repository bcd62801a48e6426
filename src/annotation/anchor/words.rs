//! How much speaks for two sentences being versions of one: the evidence of their words.
//!
//! Naive Bayes over an order-preserving alignment. Each word of the old sentence that the new one has at its place in
//! the order speaks for it by `ln(KEPT / p)`, where `p` is the share of the text's sentences that have the word: a rare
//! word says much, "the" next to nothing. Each word that was replaced speaks against it by `ln(1 - KEPT)`. Words that
//! differ by a slip of the pen count as the same, for less.

use std::collections::HashMap;

use unicode_segmentation::UnicodeSegmentation;

/// How many words of an edited sentence are expected to stay. Low, so that heavy edits are still recognised.
const KEPT: f64 = 0.5;
/// What a slip of the pen takes off the evidence of a word.
const SLIP: f64 = 0.6;
/// How many words of a sentence are compared at most: what is longer is told apart by its beginning.
const MOST: usize = 120;
/// In how many sentences a word may stand to be looked up by.
const COMMON: usize = 32;
/// Sentences that a text is imagined to have besides its own, so that a short one has rare words too.
const OTHERS: f64 = 10.0;

/// The number of a word among all words.
type Id = usize;

/// A word in a sentence.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    id: Id,
    /// Where it begins and ends, in bytes of what was read.
    pub(super) bytes: (usize, usize),
}

/// All words of a text and of what is looked for in it.
#[derive(Default)]
pub(super) struct Vocabulary {
    ids: HashMap<String, Id>,
    /// In lower case.
    spelled: Vec<Box<str>>,
    /// In how many sentences of the text each stands.
    spread: Vec<u32>,
    /// What each is worth as evidence.
    worth: Vec<f64>,
    sentences: u32,
}

/// How well two sentences fit.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Fit {
    /// The evidence of the words that both have, in nats.
    gain: f64,
    /// How many words both have.
    matched: usize,
    /// The first and last word of the new sentence that the old one has.
    pub(super) window: (usize, usize),
    old: usize,
    new: usize,
}

impl Fit {
    /// The evidence that the new sentence is the old one, in nats.
    pub(super) fn evidence(&self) -> f64 {
        self.among(self.new)
    }

    /// The same, had the new sentence ended where the words of the old one end.
    pub(super) fn evidence_in_window(&self) -> f64 {
        self.among(self.width())
    }

    /// How many words the window has.
    pub(super) fn width(&self) -> usize {
        if self.matched == 0 { 0 } else { self.window.1 - self.window.0 + 1 }
    }

    /// How alike they are, from 0 to 1: the words in common, in order, by all words.
    pub(super) fn score(&self) -> f64 {
        share(2 * self.matched, self.old + self.new)
    }

    /// The same within the window.
    pub(super) fn score_in_window(&self) -> f64 {
        share(2 * self.matched, self.old + self.width())
    }

    /// How many words both have.
    pub(super) fn matched(&self) -> usize {
        self.matched
    }

    fn among(&self, new: usize) -> f64 {
        let replaced = self.old.max(new) - self.matched;
        self.gain + count(replaced) * (1.0 - KEPT).ln()
    }
}

impl Vocabulary {
    /// The words of `text`, with `offset` added to where they stand.
    pub(super) fn read(&mut self, text: &str, offset: usize) -> Vec<Word> {
        text.unicode_word_indices().take(MOST).map(|(at, word)| self.word(word, offset + at)).collect()
    }

    /// Counts a sentence of the text.
    pub(super) fn count(&mut self, words: &[Word]) {
        self.sentences += 1;
        let mut ids: Vec<Id> = words.iter().map(|word| word.id).collect();
        ids.sort_unstable();
        ids.dedup();
        for id in ids {
            self.spread[id] += 1;
        }
    }

    /// Says what each word is worth, once everything was read and counted.
    pub(super) fn weigh(&mut self) {
        let all = f64::from(self.sentences) + OTHERS;
        let worth = |spread: &u32| (KEPT * all / (f64::from(*spread) + 0.5)).ln().max(0.0);
        self.worth = self.spread.iter().map(worth).collect();
    }

    /// How well `new` fits `old`: the alignment with the most evidence.
    pub(super) fn fit(&self, old: &[Word], new: &[Word]) -> Fit {
        let empty = Fit { old: old.len(), new: new.len(), ..Fit::default() };
        let mut below = vec![empty; new.len() + 1];
        let mut row = below.clone();
        for old in old.iter().rev() {
            row[new.len()] = empty;
            for (at, new) in new.iter().enumerate().rev() {
                let skip = if below[at].gain >= row[at + 1].gain { below[at] } else { row[at + 1] };
                let rest = below[at + 1];
                let gain = self.gain(old.id, new.id).map(|gain| gain + rest.gain);
                row[at] = match gain.filter(|gain| *gain >= skip.gain) {
                    Some(gain) => {
                        let last = if rest.matched == 0 { at } else { rest.window.1 };
                        Fit { gain, matched: rest.matched + 1, window: (at, last), ..rest }
                    }
                    None => skip,
                };
            }
            std::mem::swap(&mut row, &mut below);
        }
        below[0]
    }

    /// Which of `sentences` share rare words with which others: for each word that is not too common, where it stands.
    pub(super) fn postings<'w>(&self, sentences: impl Iterator<Item = &'w [Word]>) -> Postings {
        let mut places: Vec<Vec<u32>> = vec![Vec::new(); self.spelled.len()];
        for (number, words) in (0..).zip(sentences) {
            for word in words {
                let places = &mut places[word.id];
                if places.len() <= COMMON && places.last() != Some(&number) {
                    places.push(number);
                }
            }
        }
        Postings { places }
    }

    /// The `most` sentences that share the most evidence with `words`, whatever the order.
    pub(super) fn most_alike(&self, words: &[Word], postings: &Postings, most: usize) -> Vec<usize> {
        let mut votes: HashMap<u32, f64> = HashMap::new();
        for word in words {
            let places = postings.places.get(word.id).filter(|places| places.len() <= COMMON);
            for place in places.into_iter().flatten() {
                *votes.entry(*place).or_default() += self.worth[word.id];
            }
        }
        let mut votes: Vec<(u32, f64)> = votes.into_iter().collect();
        votes.sort_by(|(a, one), (b, other)| other.total_cmp(one).then(a.cmp(b)));
        votes.into_iter().take(most).map(|(place, _)| place as usize).collect()
    }

    fn word(&mut self, word: &str, at: usize) -> Word {
        let lower = word.to_lowercase();
        let bytes = (at, at + word.len());
        if let Some(id) = self.ids.get(&lower) {
            return Word { id: *id, bytes };
        }
        let id = self.spelled.len();
        self.spelled.push(lower.as_str().into());
        self.spread.push(0);
        self.ids.insert(lower, id);
        Word { id, bytes }
    }

    /// What it says that one word stands for the other; nothing where it cannot.
    fn gain(&self, old: Id, new: Id) -> Option<f64> {
        if old == new {
            return Some(self.worth[old]);
        }
        alike(self.spelled[old].as_bytes(), self.spelled[new].as_bytes())
            .then(|| SLIP * self.worth[old].min(self.worth[new]))
    }
}

/// Where words stand.
pub(super) struct Postings {
    places: Vec<Vec<u32>>,
}

/// Do two words differ by a slip of the pen: in up to two letters side by side, one of them in a short word?
fn alike(one: &[u8], other: &[u8]) -> bool {
    let (short, long) = (one.len().min(other.len()), one.len().max(other.len()));
    let slip = if long < 6 { 1 } else { 2 };
    if long < 4 || long - short > slip || one[0] != other[0] && one.last() != other.last() {
        return false;
    }
    let head = one.iter().zip(other).take_while(|(a, b)| a == b).count();
    let tail =
        one.iter().rev().zip(other.iter().rev()).take(short - head).take_while(|(a, b)| a == b).count();
    long - head - tail <= slip
}

fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { count(part) / count(whole) }
}

/// A number of words, which are few.
fn count(words: usize) -> f64 {
    f64::from(u32::try_from(words).unwrap_or(u32::MAX))
}
