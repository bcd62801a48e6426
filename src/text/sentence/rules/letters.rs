//! Letters before a full stop: rulers, initials, spaced abbreviations ("z. B."), units.

use super::{
    super::{Rule, chars::is_roman, tables::Flags, word::pair_flags},
    Context, Named, Verdict, cut_if, cut_when, keep_when,
};

pub(super) const RULES: &[Named] = &[
    (Rule(&"ruler"), ruler),
    (Rule(&"initials"), initials),
    (Rule(&"list letter"), list_letter),
    (Rule(&"spaced abbreviation"), spaced_abbreviation),
    (Rule(&"letter in lower case"), lower_case),
    (Rule(&"letter before number"), before_number),
    (Rule(&"letter before new sentence"), before_starter),
    (Rule(&"initial"), |c| letter(c).and_then(|_| keep_when(true))),
];

/// The letter before the full stop. `None` where the word is longer.
fn letter(c: &Context) -> Option<char> {
    c.word.single().filter(|letter| letter.is_alphabetic())
}

/// Is the token before it an abbreviation of one or two letters?
fn after_letter(c: &Context) -> bool {
    let stem = c.previous().text.trim_end_matches('.');
    c.previous().text.len() != stem.len() && stem.chars().nth(2).is_none()
}

/// "Karl V. regierte", "das XIX. Jahrhundert"
fn ruler(c: &Context) -> Option<Verdict> {
    let word = c.word.text;
    let named = c.previous().starts_upper() && !c.previous().text.ends_with(['.', ':', ',']);
    let roman = c.table.ordinals
        && !word.is_empty()
        && word.len() <= 6
        && word.chars().all(is_roman)
        && (word.len() > 1 || named)
        && !matches!(word, "CL" | "XXL" | "LI");
    if !roman {
        return None;
    }
    if c.following.is(Flags::ORDINAL_NOUN) {
        return keep_when(true);
    }
    if word.len() > 1 || matches!(word, "I" | "V") { Some(cut_if(c.starter_follows())) } else { None }
}

fn initials(c: &Context) -> Option<Verdict> {
    keep_when(letter(c)?.is_uppercase() && c.initial_follows() && c.capital_follows())
}

/// "A. The mill"
fn list_letter(c: &Context) -> Option<Verdict> {
    keep_when(letter(c)?.is_uppercase() && !c.has_text_before)
}

fn spaced_abbreviation(c: &Context) -> Option<Verdict> {
    letter(c)?;
    if !after_letter(c) {
        return None;
    }
    let pair = pair_flags(c.previous().text.trim_end_matches('.'), c.word.text, c.table);
    if pair.any(Flags::TITLE) {
        keep_when(true)
    } else if pair.any(Flags::ENDER) {
        Some(cut_if(c.starter_follows() || c.quote_follows()))
    } else {
        None
    }
}

fn lower_case(c: &Context) -> Option<Verdict> {
    if !letter(c)?.is_lowercase() {
        return None;
    }
    let unit =
        c.table.capital_begins && c.capital_follows() && !c.initial_follows() && c.previous().is_digits();
    Some(cut_if(unit || (c.starter_follows() && after_letter(c))))
}

fn before_number(c: &Context) -> Option<Verdict> {
    letter(c)?;
    keep_when(
        c.digit_follows() || (c.word.is(Flags::NUMBERED) && !c.starter_follows()) || c.initial_follows(),
    )
}

fn before_starter(c: &Context) -> Option<Verdict> {
    letter(c)?;
    cut_when(c.starter_follows() || c.quote_follows())
}
