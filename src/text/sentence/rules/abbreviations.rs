//! Abbreviations of three classes, dotted ones, and words that merely look like one.

use super::{
    super::{
        Rule,
        chars::{is_roman, is_vowel},
        tables::Flags,
    },
    Context, Named, Verdict, cut_if, cut_when, keep_when,
};

pub(super) const RULES: &[Named] = &[
    (Rule(&"plain word"), plain_word),
    (Rule(&"abbreviation that goes on"), title),
    (Rule(&"abbreviation before number"), numbered),
    (Rule(&"time of day"), clock),
    (Rule(&"abbreviation that may end"), ender),
    (Rule(&"month or amount"), month_or_amount),
    (Rule(&"dotted abbreviation"), dotted),
    (Rule(&"short date"), short_date),
    (Rule(&"dotted number"), dotted_number),
    (Rule(&"no vowel"), vowelless),
];

/// An all-caps word is an acronym ("SPD."), not one of the abbreviations, save for titles set in capitals.
fn is_acronym(c: &Context) -> bool {
    let word = c.word.text;
    c.word.has_at_least(2) && word.chars().all(char::is_uppercase) && !c.word.is(Flags::CAPITALS)
}

/// "mag." and "sun." in lower case, "Art." without a number: the word, not the abbreviation.
fn plain_word(c: &Context) -> Option<Verdict> {
    let lower = c.word.is(Flags::CAPITALISED) && c.word.starts_lower();
    let noun = c.word.is(Flags::NOUN)
        && !c.digit_follows()
        && (c.table.capital_nouns || c.word.starts_lower() || !c.has_text_before);
    if lower || noun { Some(cut_if(c.sentence_may_follow())) } else { None }
}

fn title(c: &Context) -> Option<Verdict> {
    keep_when(c.word_is(Flags::TITLE) && !is_acronym(c))
}

fn numbered(c: &Context) -> Option<Verdict> {
    if !c.word_is(Flags::NUMBERED) {
        return None;
    }
    if c.digit_follows() {
        return keep_when(true);
    }
    if is_acronym(c) {
        return None;
    }
    if c.starter_follows() {
        return cut_when(true);
    }
    let roman = !c.following.text.is_empty() && c.following.text.chars().all(is_roman);
    let short = !c.word.has_at_least(4) || (c.word.starts_lower() && !c.word.has_at_least(5));
    keep_when(roman || short)
}

fn clock(c: &Context) -> Option<Verdict> {
    cut_when(
        c.word.is(Flags::CLOCK)
            && c.capital_follows()
            && c.next != '('
            && c.following.has_at_least(2)
            && !c.following.is(Flags::MONTH.or(Flags::ZONE)),
    )
}

fn ender(c: &Context) -> Option<Verdict> {
    if !c.word_is(Flags::ENDER) || is_acronym(c) {
        return None;
    }
    if c.word.is(Flags::MONTH) && c.digit_follows() {
        return keep_when(true);
    }
    let capital = c.table.capital_begins && c.capital_follows() && c.word.starts_lower();
    Some(cut_if(c.starter_follows() || c.quote_follows() || capital))
}

/// "3 Mrd.", "Sept.": the number or noun they go with may be capitalised.
fn month_or_amount(c: &Context) -> Option<Verdict> {
    if c.word.is(Flags::SHORT_MONTH.or(Flags::AMOUNT)) {
        Some(cut_if(c.starter_follows() || c.quote_follows()))
    } else {
        None
    }
}

/// "U.N.", "b.v.": letters between full stops.
fn dotted(c: &Context) -> Option<Verdict> {
    let mut parts = c.word.text.split('.');
    let letters = |part: &str| {
        !part.is_empty() && part.chars().nth(3).is_none() && part.chars().all(char::is_alphabetic)
    };
    if c.word.text.contains('.') && parts.all(letters) {
        Some(cut_if(c.starter_follows() || c.quote_follows()))
    } else {
        None
    }
}

/// "am 24.12. wird"
fn short_date(c: &Context) -> Option<Verdict> {
    let (day, month) = c.word.text.split_once('.')?;
    let number = |part: &str| part.len() <= 2 && part.bytes().all(|b| b.is_ascii_digit());
    if c.table.ordinals && number(day) && number(month) {
        Some(cut_if(c.starter_follows() && !c.previous().is(Flags::BEFORE_ORDINAL)))
    } else {
        None
    }
}

fn dotted_number(c: &Context) -> Option<Verdict> {
    let word = c.word.text;
    cut_when(word.contains('.') && word.bytes().all(|b| b.is_ascii_digit() || b == b'.'))
}

/// A short word without a vowel is an abbreviation that no list knows, unless it is a "hm".
fn vowelless(c: &Context) -> Option<Verdict> {
    let word = c.word.text;
    let short = c.word.has_at_least(2) && !c.word.has_at_least(6);
    if !short || is_acronym(c) || !word.chars().all(char::is_alphabetic) {
        return None;
    }
    let lower = c.word.lower.as_str();
    let hummed = lower.chars().all(|c| matches!(c, 'm' | 'h'));
    if hummed || lower.contains(is_vowel) {
        return None;
    }
    let capital = c.table.capital_begins && c.capital_follows();
    Some(cut_if(c.starter_follows() || c.quote_follows() || capital))
}
