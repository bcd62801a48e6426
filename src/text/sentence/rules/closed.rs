//! A full stop with a closing quote or bracket behind it, or with white space before it.

use super::{
    super::{
        Rule,
        chars::{is_closer, is_dash},
        tables::Flags,
    },
    Context, Named, Verdict, cut_if, keep_when,
};

/// After a closing quote or bracket.
pub(super) const RULES: &[Named] = &[
    (Rule(&"number in brackets"), number),
    (Rule(&"list mark"), list_mark),
    (Rule(&"abbreviation before closing quote"), abbreviation),
    (Rule(&"closed sentence"), |c| Some(cut_if(c.beginning_follows() || is_dash(c.next)))),
];

/// Full stops that no word stands right before.
pub(super) const DETACHED: &[Named] =
    &[(Rule(&"full stop after quotation"), after_quotation), (Rule(&"detached full stop"), detached)];

fn number(c: &Context) -> Option<Verdict> {
    keep_when(c.candidate.bracket_closed && c.word.is_digits() && !c.starter_follows())
}

fn list_mark(c: &Context) -> Option<Verdict> {
    keep_when(c.candidate.bracket_closed && !c.has_text_before && !c.word.has_at_least(3))
}

fn abbreviation(c: &Context) -> Option<Verdict> {
    keep_when(c.word.is(Flags::TITLE) && !c.starter_follows())
}

fn after_quotation(c: &Context) -> Option<Verdict> {
    if c.word.text.is_empty() && !c.token.is_empty() && c.token.chars().all(is_closer) && c.token_start > 0 {
        Some(cut_if(c.sentence_may_follow()))
    } else {
        None
    }
}

fn detached(c: &Context) -> Option<Verdict> {
    if c.word.text.is_empty() {
        let follows = c.capital_follows() || c.quote_follows();
        Some(cut_if(c.token.is_empty() && c.token_start > 0 && follows && c.has_words(2)))
    } else {
        None
    }
}
