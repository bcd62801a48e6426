//! Single letters before a full stop: initials, spaced abbreviations ("z. B."), units.

use super::{
    super::{Rule, tables::Flags, word::pair_flags},
    Context, Named, Verdict, cut_if, cut_when, keep_when,
};

pub(super) const RULES: &[Named] = &[
    (Rule("initials"), initials),
    (Rule("spaced abbreviation"), spaced_abbreviation),
    (Rule("letter in lower case"), lower_case),
    (Rule("letter before number"), before_number),
    (Rule("letter before new sentence"), before_starter),
    (Rule("initial"), |c| letter(c).and_then(|_| keep_when(true))),
];

/// The letter before the full stop. `None` where the word is longer.
fn letter(c: &Context) -> Option<char> {
    c.word.single().filter(|letter| letter.is_alphabetic())
}

/// Is the token before it an abbreviation of one or two letters?
fn after_letter(c: &Context) -> bool {
    let stem = c.previous.text.trim_end_matches('.');
    c.previous.text.len() != stem.len() && stem.chars().nth(2).is_none()
}

fn initials(c: &Context) -> Option<Verdict> {
    keep_when(letter(c)?.is_uppercase() && c.initial_follows() && c.capital_follows())
}

fn spaced_abbreviation(c: &Context) -> Option<Verdict> {
    letter(c)?;
    if !after_letter(c) {
        return None;
    }
    let pair = pair_flags(c.previous.text.trim_end_matches('.'), c.word.text, c.table);
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
    let unit = c.table.capital_begins && c.capital_follows() && c.previous.is_digits();
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
