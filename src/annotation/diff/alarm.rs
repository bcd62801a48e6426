//! Changes that can turn what a sentence says into its opposite.

use super::{Change, Token};
use crate::locale::Phrase;

/// Why a change is called out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Alarm {
    /// A word that denies.
    Negation,
    /// A number, in figures or words.
    Number,
    /// What seems to be a name.
    Name,
    /// Words in quotation marks, or the marks.
    Quoted,
}

impl Alarm {
    /// All of them, the gravest first.
    pub const ALL: [Self; 4] = [Self::Negation, Self::Number, Self::Name, Self::Quoted];

    /// What to call it.
    pub const fn name(self) -> Phrase {
        match self {
            Self::Negation => Phrase { en: "negation", de: "Verneinung" },
            Self::Number => Phrase { en: "number", de: "Zahl" },
            Self::Name => Phrase { en: "name", de: "Name" },
            Self::Quoted => Phrase { en: "quoted words", de: "Zitat" },
        }
    }
}

/// Words that deny; of `kein` and `niemand` every form.
const NEGATIONS: [&str; 22] = [
    "nicht",
    "nichts",
    "nie",
    "niemals",
    "nirgends",
    "nirgendwo",
    "nein",
    "ohne",
    "weder",
    "keinesfalls",
    "keineswegs",
    "not",
    "no",
    "never",
    "none",
    "nobody",
    "nothing",
    "nowhere",
    "neither",
    "nor",
    "without",
    "cannot",
];

/// Numbers in words.
const NUMBERS: [&str; 46] = [
    "null",
    "zwei",
    "drei",
    "vier",
    "fünf",
    "sechs",
    "sieben",
    "acht",
    "neun",
    "zehn",
    "elf",
    "zwölf",
    "zwanzig",
    "dreißig",
    "hundert",
    "tausend",
    "million",
    "millionen",
    "milliarde",
    "milliarden",
    "hälfte",
    "drittel",
    "viertel",
    "zero",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "twenty",
    "thirty",
    "fifty",
    "hundred",
    "thousand",
    "billion",
    "billions",
    "millions",
    "half",
    "third",
    "quarter",
];

/// Words that have a capital at the start of a sentence and are no names.
const STARTERS: [&str; 68] = [
    "a", "aber", "after", "als", "also", "am", "an", "and", "as", "at", "auch", "auf", "aus", "bei", "but",
    "by", "das", "dem", "den", "der", "des", "die", "dies", "diese", "dieser", "dieses", "doch", "ein",
    "eine", "einem", "einen", "einer", "er", "es", "for", "für", "he", "her", "his", "ihr", "ihre", "im",
    "in", "it", "its", "mit", "nach", "on", "seit", "seine", "she", "sie", "so", "that", "the", "their",
    "there", "these", "they", "this", "und", "vom", "von", "we", "when", "wir", "with", "zu",
];

/// Tells `take` what stands in `gone` and, instead of it, in `come`, each token with why it is called out.
pub(super) fn call_out<'t>(
    gone: &[Token<'t>],
    come: &[Token<'t>],
    lang: Option<&str>,
    take: &mut impl FnMut(Change, Option<Alarm>, &'t str),
) {
    let german = lang.is_some_and(|lang| lang.get(..2).is_some_and(|code| code.eq_ignore_ascii_case("de")));
    let both = gone.iter().any(could_be_name) && come.iter().any(could_be_name);
    for (change, tokens) in [(Change::Gone, gone), (Change::New, come)] {
        for token in tokens {
            // At the start of a sentence, and in German, a capital says little unless another one takes its place.
            let name = could_be_name(token) && (both || !german && !token.first);
            let alarm =
                of_word(token).or(name.then_some(Alarm::Name)).or(token.quoted.then_some(Alarm::Quoted));
            take(change, alarm, token.text);
        }
    }
}

fn of_word(token: &Token<'_>) -> Option<Alarm> {
    let word = token.core.to_lowercase();
    let denies = NEGATIONS.contains(&word.as_str())
        || word.starts_with("kein")
        || word.starts_with("niemand")
        || word.ends_with("n't");
    if denies {
        return Some(Alarm::Negation);
    }
    let counts = word.contains(char::is_numeric) || NUMBERS.contains(&word.as_str());
    counts.then_some(Alarm::Number)
}

fn could_be_name(token: &Token<'_>) -> bool {
    token.core.starts_with(char::is_uppercase) && !STARTERS.contains(&token.core.to_lowercase().as_str())
}
