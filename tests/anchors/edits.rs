//! Edits that know where every sentence went.

use factdesk::text::{Span, position};

use super::chance::Chance;

/// What was done to an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Letters mistyped, three of a hundred.
    Noise,
    /// New sentences in between.
    Insertion,
    /// New words in every third sentence.
    WordsInserted,
    /// Sentences elsewhere.
    Move,
    /// Sentences cut in two.
    Split,
    /// Neighbours made one.
    Join,
    /// So many of a hundred words of every sentence replaced.
    Replaced(usize),
    /// Sentences gone.
    Deletion,
    /// Copies of sentences elsewhere.
    Duplication,
    /// Some of each.
    Mixed,
}

/// A sentence, or a piece of one, and the blanks after it.
#[derive(Clone)]
pub struct Segment {
    pub text: String,
    /// The sentences of the old article that it stands for, and where they are in it where it is more, in code points.
    pub of: Vec<(usize, Option<Span>)>,
    pub blanks: String,
}

/// Words that come in for others.
const NEW_WORDS: [&str; 30] = [
    "Zeit", "gestern", "obwohl", "Lage", "neue", "wieder", "Frage", "Seite", "deutlich", "sogar", "the",
    "under", "later", "report", "Wasser", "against", "several", "Tuesday", "claims", "und", "in", "der",
    "of", "house", "bleibt", "mehr", "could", "while", "Grund", "official",
];

/// Sentences that come in between.
const NEW_SENTENCES: [&str; 6] = [
    "Mehr dazu lesen Sie in unserer Ausgabe vom Wochenende.",
    "Die Redaktion hat diesen Absatz nachträglich ergänzt.",
    "An earlier version of this article left that out.",
    "Weitere Einzelheiten waren zunächst nicht bekannt.",
    "Das Amt war am Abend nicht zu erreichen.",
    "Nobody at the office could be reached for comment on Friday.",
];

/// Edits an article.
pub fn edit(kind: Kind, segments: &mut Vec<Segment>, chance: &mut Chance) {
    let words: Vec<String> =
        segments.iter().flat_map(|segment| segment.text.split_whitespace().map(str::to_owned)).collect();
    match kind {
        Kind::Noise => each(segments, |text| noise(text, 3, chance)),
        Kind::Insertion => insert(segments, 30, chance),
        Kind::WordsInserted => each(segments, |text| {
            if chance.percent(33) {
                let count = 1 + chance.below(4);
                for _ in 0..count {
                    insert_word(text, &words, chance);
                }
            }
        }),
        Kind::Move => move_some(segments, 12, chance),
        Kind::Split => split(segments, 35, chance),
        Kind::Join => join(segments, 25, chance),
        Kind::Replaced(share) => each(segments, |text| replace(text, share, &words, chance)),
        Kind::Deletion => segments.retain(|_| !chance.percent(20)),
        Kind::Duplication => copy(segments, 15, chance),
        Kind::Mixed => {
            segments.retain(|_| !chance.percent(8));
            insert(segments, 8, chance);
            move_some(segments, 4, chance);
            split(segments, 8, chance);
            each(segments, |text| {
                if chance.percent(40) {
                    let share = 10 + chance.below(30);
                    replace(text, share, &words, chance);
                }
            });
        }
    }
}

fn each(segments: &mut [Segment], mut act: impl FnMut(&mut String)) {
    for segment in segments {
        act(&mut segment.text);
    }
}

fn noise(text: &mut String, percent: usize, chance: &mut Chance) {
    let mut noisy = String::new();
    for c in text.chars() {
        if !c.is_alphabetic() || !chance.percent(percent) {
            noisy.push(c);
            continue;
        }
        match chance.below(3) {
            0 => {}
            1 => noisy.extend([c, c]),
            _ => noisy.push(chance.pick(&['e', 'n', 'i', 's', 'r', 'a', 't'])),
        }
    }
    *text = noisy;
}

fn is_word(word: &str) -> bool {
    word.chars().any(char::is_alphanumeric)
}

fn word<'a>(words: &'a [String], chance: &mut Chance) -> &'a str {
    if chance.percent(60) {
        words[chance.below(words.len())].trim_matches(|c: char| !c.is_alphanumeric())
    } else {
        chance.pick(&NEW_WORDS)
    }
}

fn replace(text: &mut String, share: usize, words: &[String], chance: &mut Chance) {
    let old: Vec<&str> = text.split(' ').collect();
    let mut order: Vec<usize> = (0..old.len()).filter(|at| is_word(old[*at])).collect();
    let count = (order.len() * share + 50) / 100;
    let mut new: Vec<String> = old.iter().map(|word| (*word).to_owned()).collect();
    for _ in 0..count {
        let at = order.swap_remove(chance.below(order.len()));
        let tail = old[at].trim_end_matches(|c: char| !c.is_alphanumeric());
        new[at] = format!("{}{}", word(words, chance), &old[at][tail.len()..]);
    }
    *text = new.join(" ");
}

fn insert_word(text: &mut String, words: &[String], chance: &mut Chance) {
    let blanks: Vec<usize> = text.match_indices(' ').map(|(at, _)| at).collect();
    if !blanks.is_empty() {
        let at = chance.pick(&blanks);
        text.insert_str(at, &format!(" {}", word(words, chance)));
    }
}

fn insert(segments: &mut Vec<Segment>, percent: usize, chance: &mut Chance) {
    for at in (0..segments.len()).rev() {
        if chance.percent(percent) {
            let text = chance.pick(&NEW_SENTENCES).replace("Amt", chance.pick(&["Amt", "Werk", "Büro"]));
            let blanks = segments[at].blanks.clone();
            segments.insert(at + 1, Segment { text, of: Vec::new(), blanks });
        }
    }
}

fn move_some(segments: &mut Vec<Segment>, percent: usize, chance: &mut Chance) {
    for _ in 0..=segments.len() * percent / 100 {
        let segment = segments.remove(chance.below(segments.len()));
        segments.insert(chance.below(segments.len() + 1), segment);
    }
}

fn copy(segments: &mut Vec<Segment>, percent: usize, chance: &mut Chance) {
    for _ in 0..=segments.len() * percent / 100 {
        let copy = Segment { of: Vec::new(), ..segments[chance.below(segments.len())].clone() };
        segments.insert(chance.below(segments.len() + 1), copy);
    }
}

fn split(segments: &mut Vec<Segment>, percent: usize, chance: &mut Chance) {
    for at in (0..segments.len()).rev() {
        let blanks: Vec<usize> = segments[at].text.match_indices(' ').map(|(at, _)| at).collect();
        if blanks.len() < 6 || !chance.percent(percent) || !segments[at].text.ends_with('.') {
            continue;
        }
        let text = &segments[at].text;
        let comma = text.find(", ").filter(|comma| *comma > 12 && *comma + 14 < text.len());
        let cut = comma.unwrap_or(blanks[blanks.len() / 2]);
        let left = format!("{}.", text[..cut].trim_end_matches([',', ' ']));
        let right = text[cut..].trim_start_matches([',', ' ']);
        let first = right.chars().next().map_or(0, char::len_utf8);
        let right = right[..first].to_uppercase() + &right[first..];
        let (of, blanks) = (segments[at].of.clone(), segments[at].blanks.clone());
        segments[at] = Segment { text: left, of: of.clone(), blanks: " ".to_owned() };
        segments.insert(at + 1, Segment { text: right, of, blanks });
    }
}

fn join(segments: &mut Vec<Segment>, percent: usize, chance: &mut Chance) {
    let mut at = 0;
    while at + 1 < segments.len() {
        let stop = segments[at].text.ends_with('.') && segments[at].blanks == " ";
        if stop && segments[at + 1].text.ends_with('.') && chance.percent(percent) {
            let right = segments.remove(at + 1);
            let first = right.text.chars().next().map_or(0, char::len_utf8);
            let left = &mut segments[at];
            left.text.truncate(left.text.len() - 1);
            let length = |text: &str| position(text.chars().count());
            let end = length(&left.text);
            for (_, part) in &mut left.of {
                *part = part.or(Some(Span::new(0, end)));
            }
            left.text += ", und ";
            let start = length(&left.text);
            left.text += &right.text[..first].to_lowercase();
            left.text += &right.text[first..];
            let end = length(&left.text);
            left.of.extend(right.of.into_iter().map(|(of, _)| (of, Some(Span::new(start, end)))));
            left.blanks = right.blanks;
        }
        at += 1;
    }
}
