//! What in a sentence could be the name of somebody who says something: found by capitals and quotation marks, without
//! a dictionary.

use std::{collections::HashSet, ops::Range};

use crate::{
    app::words::words_in,
    text::{Language, search::Needle},
};

/// Words that stand inside a name.
const PARTICLES: [&str; 19] = [
    "von", "vom", "van", "zu", "zur", "zum", "für", "und", "de", "del", "della", "di", "da", "dos", "du",
    "of", "for", "and", "ten",
];
/// Words that stand inside a name behind one of [`PARTICLES`].
const ARTICLES: [&str; 9] = ["der", "den", "dem", "die", "das", "the", "la", "le", "los"];
/// Words that have a capital only because a sentence begins with them.
const BEGINNINGS: [&str; 56] = [
    "der",
    "die",
    "das",
    "den",
    "dem",
    "des",
    "ein",
    "eine",
    "einen",
    "einem",
    "einer",
    "er",
    "sie",
    "es",
    "wir",
    "laut",
    "nach",
    "bei",
    "mit",
    "für",
    "von",
    "vor",
    "seit",
    "in",
    "im",
    "am",
    "auf",
    "aus",
    "auch",
    "und",
    "aber",
    "doch",
    "als",
    "wie",
    "so",
    "the",
    "a",
    "an",
    "but",
    "and",
    "as",
    "at",
    "on",
    "for",
    "from",
    "to",
    "after",
    "before",
    "when",
    "while",
    "if",
    "he",
    "she",
    "they",
    "it",
    "according",
];
/// Quotation marks: what opens, and what then closes.
const QUOTES: [(char, &str); 8] =
    [('„', "“”\""), ('“', "”"), ('"', "\""), ('»', "«"), ('«', "»"), ('‚', "‘’"), ('‘', "’"), ('›', "‹")];
/// The most words of a name: a longer run of capitals is a heading.
const LONGEST: usize = 7;
/// How many places that begin with what was typed are gone into.
const PLACES: usize = 8;
/// By how many words a completion grows beyond the word that was begun.
const FURTHER: usize = 4;

/// Runs of `text` that look like names, in its order, white space in them as one blank. Where nouns have capitals too
/// (German), one capitalised word alone is none unless it is an abbreviation or quoted.
pub(super) fn names(text: &str, language: Option<Language>) -> Vec<String> {
    let mut found = quoted(text);
    let words = words_in(text);
    let mut at = 0;
    while at < words.len() {
        let is_beginning = BEGINNINGS.contains(&text[words[at].clone()].to_lowercase().as_str());
        if !is_capital(text, &words[at]) || is_beginning {
            at += 1;
            continue;
        }
        let end = run_end(text, &words, at);
        let may_be_noun = at == 0 || language.is_none_or(|language| language == Language::De);
        let run = &words[at..end];
        let parts = run.split(|word| !is_capital(text, word)).filter(|part| part.len() < run.len());
        for part in std::iter::once(run).chain(parts).filter(|part| part.len() <= LONGEST) {
            let (Some(first), Some(last)) = (part.first(), part.last()) else { continue };
            let may_stand_alone = part.len() == run.len() && !may_be_noun;
            if part.len() > 1 || may_stand_alone || is_abbreviation(&text[first.clone()]) {
                found.push((first.start, one_line(&text[first.start..last.end])));
            }
        }
        at = end;
    }
    // A whole run stays before its parts.
    found.sort_by_key(|(start, _)| *start);
    let mut known = HashSet::new();
    found.into_iter().map(|(_, name)| name).filter(|name| known.insert(name.clone())).collect()
}

/// What in `text` begins with `typed`, case and marks on letters aside: names that hold it, then from there word by
/// word.
pub(super) fn continuations(text: &str, typed: &str, language: Option<Language>) -> Vec<String> {
    let needle = Needle::new(typed);
    let words = words_in(text);
    let begins_word =
        |place: &Range<usize>| words.binary_search_by_key(&place.start, |word| word.start).is_ok();
    let places: Vec<_> = needle.find_all(text).filter(begins_word).take(PLACES).collect();
    let holds = |name: &String| {
        let begins_word = |at: Range<usize>| !name[..at.start].ends_with(char::is_alphanumeric);
        needle.find_all(name).any(begins_word)
    };
    let mut found: Vec<String> = names(text, language).into_iter().filter(holds).collect();
    for further in 0..=FURTHER {
        for place in &places {
            let begun = words.partition_point(|word| word.end < place.end);
            let Some(last) = words.get(begun + further) else { continue };
            let holds_together =
                (begun..begun + further).all(|at| is_joined(text, &words[at], &words[at + 1]));
            let name = one_line(&text[place.start..last.end]);
            if holds_together && (further == 0 || !is_small(&text[last.clone()])) && !found.contains(&name) {
                found.push(name);
            }
        }
    }
    found
}

/// Names in quotation marks, with where they start.
fn quoted(text: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let mut open: Option<(usize, &str)> = None;
    for (at, c) in text.char_indices() {
        if let Some((start, closing)) = open
            && closing.contains(c)
        {
            let inside = &text[start..at];
            let words = words_in(inside);
            let is_name = words.iter().any(|word| is_capital(inside, word))
                && words.len() <= LONGEST
                && !inside.contains(['.', ',', ';', ':', '!', '?']);
            found.extend(is_name.then(|| (start, one_line(inside))));
            open = None;
        } else if let Some((_, closing)) = QUOTES.iter().find(|(opening, _)| *opening == c) {
            open = Some((at + c.len_utf8(), closing));
        }
    }
    found
}

/// The end of the run of capitalised words that begins with word `at`, particles inside it included.
fn run_end(text: &str, words: &[Range<usize>], at: usize) -> usize {
    let (mut end, mut next) = (at + 1, at + 1);
    while next < words.len() && is_joined(text, &words[next - 1], &words[next]) {
        let word = &text[words[next].clone()];
        let before = &text[words[next - 1].clone()];
        if is_capital(text, &words[next]) {
            end = next + 1;
        } else if !(PARTICLES.contains(&word) || ARTICLES.contains(&word) && PARTICLES.contains(&before)) {
            break;
        }
        next += 1;
    }
    end
}

/// Is there nothing between two words that would end a name? A dot stands behind an initial or a title.
fn is_joined(text: &str, left: &Range<usize>, right: &Range<usize>) -> bool {
    match text[left.end..right.start].trim() {
        "" | "&" => true,
        "." => text[left.clone()].chars().count() <= 4 && is_capital(text, left),
        _ => false,
    }
}

fn is_capital(text: &str, word: &Range<usize>) -> bool {
    text[word.clone()].starts_with(char::is_uppercase)
}

/// Two capitals or more, as in `BBC` or `WaPo`.
fn is_abbreviation(word: &str) -> bool {
    word.chars().filter(|c| c.is_uppercase()).count() > 1
}

/// Does a name never end with this word?
fn is_small(word: &str) -> bool {
    PARTICLES.contains(&word) || ARTICLES.contains(&word) || BEGINNINGS.contains(&word)
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_runs_of_capitals_with_particles_and_what_is_quoted() {
        let cases: [(&str, Language, &[&str]); 6] = [
            (
                "Das sagte Änne von der Aue dem „Blatt am\nAbend“.",
                Language::De,
                &["Änne von der Aue", "Blatt am Abend"],
            ),
            ("Die Stadt hat laut BUND kein Geld.", Language::De, &["BUND"]),
            (
                "Laut Dr. K. Weber vom Amt ist es gut.",
                Language::De,
                &["Dr. K. Weber vom Amt", "Dr. K. Weber"],
            ),
            ("The Bank of Aland told Reuters so.", Language::En, &["Bank of Aland", "Reuters"]),
            ("Nobody heard „that is so.“", Language::En, &[]),
            ("A B C D E F G H I J", Language::En, &[]),
        ];
        for (text, language, expected) in cases {
            assert_eq!(names(text, Some(language)), expected, "{text}");
        }
    }

    #[test]
    fn what_was_begun_grows_word_by_word() {
        let text = "Das teilte das Änderungsamt für Straßen und Wege mit, heißt es.";
        assert_eq!(
            continuations(text, "and", Some(Language::De))[..3],
            ["Änderungsamt für Straßen und Wege", "Änderungsamt", "Änderungsamt für Straßen"]
        );
        assert_eq!(continuations(text, "MIT", None), ["mit"]);
        assert!(continuations(text, "derungsamt", None).is_empty());
    }

    #[test]
    fn a_sentence_as_long_as_an_article_is_no_matter() {
        let particles = "von ".repeat(100_000);
        assert!(names(&particles, None).is_empty());
        let people = (0..50_000).map(|n| format!("A{n} B{n}")).collect::<Vec<_>>().join(", ");
        assert_eq!(names(&people, None).len(), 50_000);
        assert!(continuations(&people, "b49999", None).contains(&"A49999 B49999".to_owned()));
    }
}
