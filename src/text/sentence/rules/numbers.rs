//! Numbers right before a full stop: ordinals, dates, years, amounts, list marks, rulers.

use super::{
    super::{Rule, tables::Flags},
    Context, Named, Verdict, cut_if, cut_when, keep_when,
};

pub(super) const RULES: &[Named] = &[
    (Rule(&"list number"), list_number),
    (Rule(&"number after colon"), after_colon),
    (Rule(&"number"), cardinal),
    (Rule(&"date"), date),
    (Rule(&"year or large number"), year),
    (Rule(&"number in quotes or brackets"), opened),
    (Rule(&"enumeration"), enumeration),
    (Rule(&"two-digit date"), two_digit_date),
    (Rule(&"number after its noun"), after_noun),
    (Rule(&"ordinal before its noun"), before_noun),
    (Rule(&"number after preposition"), after_preposition),
    (Rule(&"ordinal after article"), after_article),
    (Rule(&"number before new sentence"), before_starter),
    (Rule(&"number before quotation"), before_quotation),
    (Rule(&"ordinal after adjective"), after_adjective),
    (Rule(&"number or ordinal"), |c| Some(cut_if(c.capital_follows()))),
];

fn list_number(c: &Context) -> Option<Verdict> {
    keep_when(c.number? < 1000 && !c.has_text_before)
}

/// Where ordinals are not written with a full stop, only a list mark keeps the number from ending a sentence.
fn after_colon(c: &Context) -> Option<Verdict> {
    keep_when(c.number? < 100 && !c.table.ordinals && c.previous().text.ends_with(':'))
}

fn cardinal(c: &Context) -> Option<Verdict> {
    if c.table.ordinals { None } else { Some(cut_if(c.beginning_follows())) }
}

fn date(c: &Context) -> Option<Verdict> {
    let capital = c.capital_follows() || !c.table.capital_nouns;
    keep_when(c.number? <= 31 && c.following.is(Flags::MONTH) && capital)
}

fn year(c: &Context) -> Option<Verdict> {
    if c.number? >= 1000 { Some(cut_if(c.beginning_follows())) } else { None }
}

fn opened(c: &Context) -> Option<Verdict> {
    keep_when(c.is_word_opened())
}

/// "Themen: 1. Haushalt. 2. Schule."
fn enumeration(c: &Context) -> Option<Verdict> {
    let value = c.number?;
    let starter = c.starter_follows();
    let introduced = value < 100
        && c.previous_token().ends_with([':', '-', '–', ';'])
        && !c.previous().text.is_empty()
        && (!starter || matches!(c.previous_token(), "-" | "–"));
    let counted = value < 30
        && !starter
        && c.previous_token().ends_with('.')
        && c.capital_follows()
        && !c.has_words_before(4);
    keep_when(introduced || counted)
}

fn two_digit_date(c: &Context) -> Option<Verdict> {
    keep_when(c.word.text.starts_with('0') && c.word.text.len() == 2)
}

/// "auf Seite 5. Danach"
fn after_noun(c: &Context) -> Option<Verdict> {
    if c.previous().is(Flags::CARDINAL)
        && !c.previous().is(Flags::BEFORE_ORDINAL)
        && (c.starter_follows() || !c.following.is(Flags::ORDINAL_NOUN))
    {
        Some(cut_if(c.sentence_may_follow() || c.next == '('))
    } else {
        None
    }
}

fn before_noun(c: &Context) -> Option<Verdict> {
    keep_when(c.following.is(Flags::ORDINAL_NOUN) && c.capital_follows())
}

/// "blieb bei rund 20. Die": before a starter, a preposition's number ends the sentence.
fn after_preposition(c: &Context) -> Option<Verdict> {
    let value = c.number?;
    let loose = c.previous().is(Flags::PREPOSITION)
        || (value > 31 && c.previous().is(Flags::DETERMINER) && !c.previous().is(Flags::ARTICLE));
    cut_when(loose && c.starter_follows())
}

fn after_article(c: &Context) -> Option<Verdict> {
    keep_when(c.previous().is(Flags::BEFORE_ORDINAL))
}

fn before_starter(c: &Context) -> Option<Verdict> {
    cut_when(c.starter_follows())
}

fn before_quotation(c: &Context) -> Option<Verdict> {
    if c.quote_follows() || c.digit_follows() { Some(cut_if(c.quote_follows())) } else { None }
}

/// "ihren großen 3. Auftritt"
fn after_adjective(c: &Context) -> Option<Verdict> {
    let value = c.number?;
    let previous = c.previous().lower.as_str();
    let inflected = ["en", "er", "e", "em", "es"].iter().any(|ending| previous.ends_with(ending));
    keep_when(
        c.table.capital_nouns
            && value < 200
            && c.previous().starts_lower()
            && inflected
            && previous.len() > 3,
    )
}
