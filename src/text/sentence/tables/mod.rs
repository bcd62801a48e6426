//! The word lists of the languages: one file a language, looked up as sets of flags.
//!
//! All lists are this project's own. A new language is a file with its [`Lists`], a line in [`Language`] and
//! one in `lists` here; what it leaves out stays empty.

mod cs;
mod de;
mod en;
mod es;
mod fr;
mod it;
mod nl;
mod pl;
mod ru;
mod tr;

use std::{
    collections::HashMap,
    hash::{BuildHasherDefault, Hasher},
    sync::OnceLock,
};

use super::Language;

/// What one language file gives: words in lower case, separated by white space, abbreviations without their
/// last full stop. A word may be in several lists.
pub(super) struct Lists {
    /// Does the language write ordinals as "5."?
    pub(super) ordinals: bool,
    /// Does it capitalise common nouns?
    pub(super) capital_nouns: bool,
    /// Does a capital after a lower-case abbreviation or unit begin a sentence? Not where nouns are
    /// capitalised, nor in English, where names follow many of them.
    pub(super) capital_begins: bool,
    /// Names of the months (in the case dates have).
    pub(super) months: &'static str,
    /// Abbreviated months.
    pub(super) short_months: &'static str,
    /// Abbreviations that something always follows (titles, "e.g."): they never end a sentence.
    pub(super) titles: &'static str,
    /// Abbreviations that a number follows ("no.", "S.").
    pub(super) numbered: &'static str,
    /// Abbreviations that may end a sentence ("etc.", "Inc.").
    pub(super) enders: &'static str,
    /// Abbreviated amounts ("Mio.") that end a sentence only where one clearly begins.
    pub(super) amounts: &'static str,
    /// Abbreviations that are one in capitals too, where other words in capitals are acronyms.
    pub(super) capitals: &'static str,
    /// Words that, capitalised, begin a sentence rather than go on with one.
    pub(super) starters: &'static str,
    /// Words that begin a sentence even in lower case, where people write so: subjects, above all.
    pub(super) subjects: &'static str,
    /// Nouns that an ordinal stands before.
    pub(super) ordinal_nouns: &'static str,
    /// Words before an ordinal: articles, and prepositions that hold one.
    pub(super) articles: &'static str,
    /// Words before an ordinal or a cardinal: prepositions and conjunctions.
    pub(super) prepositions: &'static str,
    /// Other words before an ordinal.
    pub(super) determiners: &'static str,
    /// Words before a cardinal ("Seite 5").
    pub(super) cardinals: &'static str,
    /// Verbs of saying, in the forms that follow a quotation.
    pub(super) speech: &'static str,
    /// Abbreviations only when capitalised; in lower case they are plain words ("sun").
    pub(super) capitalised: &'static str,
    /// Abbreviations of `numbered` that are plain words as well ("no", "Art").
    pub(super) nouns: &'static str,
    /// Abbreviations after a time of day ("a.m.").
    pub(super) clock: &'static str,
    /// What may follow those within the sentence, besides months.
    pub(super) zones: &'static str,
}

impl Lists {
    /// A language about which nothing is known.
    const NONE: Self = Self {
        ordinals: false,
        capital_nouns: false,
        capital_begins: true,
        months: "",
        short_months: "",
        titles: "",
        numbered: "",
        enders: "",
        amounts: "",
        capitals: "",
        starters: "",
        subjects: "",
        ordinal_nouns: "",
        articles: "",
        prepositions: "",
        determiners: "",
        cardinals: "",
        speech: "",
        capitalised: "",
        nouns: "",
        clock: "",
        zones: "",
    };
}

/// The lists a word is in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Flags(u32);

impl Flags {
    pub(super) const MONTH: Self = Self(1);
    pub(super) const SHORT_MONTH: Self = Self(1 << 1);
    pub(super) const TITLE: Self = Self(1 << 2);
    pub(super) const NUMBERED: Self = Self(1 << 3);
    pub(super) const ENDER: Self = Self(1 << 4);
    pub(super) const STARTER: Self = Self(1 << 5);
    pub(super) const ORDINAL_NOUN: Self = Self(1 << 6);
    pub(super) const ARTICLE: Self = Self(1 << 7);
    pub(super) const PREPOSITION: Self = Self(1 << 8);
    pub(super) const DETERMINER: Self = Self(1 << 9);
    pub(super) const CARDINAL: Self = Self(1 << 10);
    pub(super) const SPEECH: Self = Self(1 << 11);
    pub(super) const CAPITALISED: Self = Self(1 << 12);
    pub(super) const NOUN: Self = Self(1 << 13);
    pub(super) const CLOCK: Self = Self(1 << 14);
    pub(super) const ZONE: Self = Self(1 << 15);
    /// Names that are written with an exclamation mark, in every language.
    pub(super) const EXCLAIMED: Self = Self(1 << 16);
    pub(super) const AMOUNT: Self = Self(1 << 17);
    pub(super) const CAPITALS: Self = Self(1 << 18);
    pub(super) const SUBJECT: Self = Self(1 << 19);
    /// An abbreviation of any class.
    pub(super) const ABBREVIATION: Self = Self::TITLE.or(Self::NUMBERED).or(Self::ENDER).or(Self::AMOUNT);
    /// A word that an ordinal follows.
    pub(super) const BEFORE_ORDINAL: Self = Self::ARTICLE.or(Self::PREPOSITION).or(Self::DETERMINER);

    /// In this or in `other`.
    pub(super) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Is one of `others` among them?
    pub(super) const fn any(self, others: Self) -> bool {
        self.0 & others.0 != 0
    }
}

/// Names that are written with an exclamation mark.
const EXCLAIMED: &str = "yahoo jeopardy joomla";
/// Titles of names that every language takes over.
const FOREIGN_TITLES: &str = "mr mrs ms messrs ft mt";
/// Number signs that are written with a full stop now and then.
const NUMBER_SIGNS: &str = "n° nº №";
/// Abbreviations that are set in capitals in every language.
const CAPITALS: &str = "dr st nr prof mr mrs co inc ltd corp vs pvt gen";

/// The lists of one language, or of German and English together, ready for look-up.
pub(super) struct Table {
    /// Are ordinals written as "5."?
    pub(super) ordinals: bool,
    /// Are common nouns capitalised, so that a capital says little?
    pub(super) capital_nouns: bool,
    /// Does a capital after a lower-case abbreviation begin a sentence?
    pub(super) capital_begins: bool,
    words: Words<Flags>,
}

type Words<V> = HashMap<&'static [u8], V, BuildHasherDefault<Fnv>>;

impl Table {
    fn new(all: &[&Lists]) -> Self {
        let mut words: Words<Flags> = HashMap::default();
        for lists in all {
            for (list, flag) in [
                (lists.months, Flags::MONTH),
                (lists.short_months, Flags::MONTH.or(Flags::SHORT_MONTH)),
                (lists.titles, Flags::TITLE),
                (lists.numbered, Flags::NUMBERED),
                (lists.enders, Flags::ENDER),
                (lists.starters, Flags::STARTER),
                (lists.ordinal_nouns, Flags::ORDINAL_NOUN),
                (lists.articles, Flags::ARTICLE),
                (lists.prepositions, Flags::PREPOSITION),
                (lists.determiners, Flags::DETERMINER),
                (lists.cardinals, Flags::CARDINAL),
                (lists.speech, Flags::SPEECH),
                (lists.capitalised, Flags::CAPITALISED),
                (lists.nouns, Flags::NOUN),
                (lists.clock, Flags::CLOCK),
                (lists.zones, Flags::ZONE),
                (lists.amounts, Flags::AMOUNT),
                (lists.capitals, Flags::CAPITALS),
                (lists.subjects, Flags::SUBJECT),
                (EXCLAIMED, Flags::EXCLAIMED),
                (FOREIGN_TITLES, Flags::TITLE),
                (NUMBER_SIGNS, Flags::NUMBERED),
                (CAPITALS, Flags::CAPITALS),
            ] {
                for word in list.split_whitespace() {
                    let flags = words.entry(word.as_bytes()).or_default();
                    *flags = flags.or(flag);
                }
            }
        }
        Self {
            ordinals: all.iter().any(|lists| lists.ordinals),
            capital_nouns: all.iter().any(|lists| lists.capital_nouns),
            capital_begins: all.iter().all(|lists| lists.capital_begins),
            words,
        }
    }

    /// The lists `word` (in lower case) is in.
    pub(super) fn flags(&self, word: &[u8]) -> Flags {
        self.words.get(word).copied().unwrap_or_default()
    }
}

/// The table of a language; without one, that of German and English together. Built when first asked for.
pub(super) fn table(language: Option<Language>) -> &'static Table {
    static TABLES: [OnceLock<Table>; Language::ALL.len() + 1] =
        [const { OnceLock::new() }; Language::ALL.len() + 1];
    let slot = language.map_or(Language::ALL.len(), |language| language as usize);
    TABLES[slot].get_or_init(|| match language {
        Some(language) => Table::new(&[lists(language)]),
        None => Table::new(&[&de::LISTS, &en::LISTS]),
    })
}

/// The languages whose sentence starters (function words, nearly all of them) hold `word`, given in lower
/// case: bit `n` stands for the language that is `n` as a number.
pub(super) fn languages_of(word: &[u8]) -> u16 {
    static WORDS: OnceLock<Words<u16>> = OnceLock::new();
    let words = WORDS.get_or_init(|| {
        let mut words: Words<u16> = HashMap::default();
        for language in Language::ALL {
            for word in lists(language).starters.split_whitespace() {
                *words.entry(word.as_bytes()).or_default() |= 1 << language as u16;
            }
        }
        words
    });
    words.get(word).copied().unwrap_or_default()
}

const fn lists(language: Language) -> &'static Lists {
    match language {
        Language::De => &de::LISTS,
        Language::En => &en::LISTS,
        Language::Fr => &fr::LISTS,
        Language::Es => &es::LISTS,
        Language::It => &it::LISTS,
        Language::Pl => &pl::LISTS,
        Language::Ru => &ru::LISTS,
        Language::Tr => &tr::LISTS,
        Language::Cs => &cs::LISTS,
        Language::Nl => &nl::LISTS,
    }
}

/// FNV-1a: short words of our own lists need no protection from crafted collisions, only speed. The words
/// of a text are looked up but never put in.
#[derive(Default)]
struct Fnv(u64);

impl Hasher for Fnv {
    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 29)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_in_lower_case_and_without_the_last_full_stop() {
        for language in Language::ALL {
            for word in table(Some(language)).words.keys() {
                let word = std::str::from_utf8(word).unwrap();
                assert_eq!(word, word.to_lowercase(), "{language}");
                assert!(!word.ends_with('.'), "{language}: {word}");
            }
        }
    }

    #[test]
    fn undecided_text_gets_german_and_english() {
        let both = table(None);
        assert!(both.flags(b"bzw").any(Flags::TITLE));
        assert!(both.flags(b"mrs").any(Flags::TITLE));
        assert!(both.ordinals && both.capital_nouns);
    }
}
