//! What follows the candidate: punctuation, lower case, a dash.

use super::{
    super::{Rule, chars::is_dash, tables::Flags},
    Context, Named, Verdict, cut_when, keep_when,
};

pub(super) const RULES: &[Named] = &[
    (Rule(&"amount follows"), amount),
    (Rule(&"punctuation follows"), punctuation),
    (Rule(&"closing quote follows"), closing_quote),
    (Rule(&"address follows"), address_follows),
    (Rule(&"name in lower case follows"), camel_case),
    (Rule(&"lower case after question or exclamation"), lower_after_strong),
    (Rule(&"bracket after sentence"), lower_in_bracket),
    (Rule(&"sentence in lower case"), lower_after_lower),
    (Rule(&"lower case follows"), lower_case),
    (Rule(&"dash after question, exclamation or quotation"), dash_after_strong),
    (Rule(&"dash after sentence"), dash_after_sentence),
    (Rule(&"dash follows"), |c| keep_when(is_dash(c.next))),
];

fn is_abbreviation(c: &Context) -> bool {
    c.word.is(Flags::ABBREVIATION)
}

fn amount(c: &Context) -> Option<Verdict> {
    keep_when(matches!(c.next, '$' | '€' | '£') && is_abbreviation(c))
}

fn punctuation(c: &Context) -> Option<Verdict> {
    keep_when(matches!(
        c.next,
        '¶' | '°' | ',' | ';' | ':' | ')' | ']' | '}' | '%' | '/' | '=' | '+' | '|' | '>' | '&' | '!' | '?'
    ))
}

fn closing_quote(c: &Context) -> Option<Verdict> {
    keep_when(matches!(c.next, '”' | '’') && c.following.text.is_empty())
}

/// A brand name such as "iPhone" begins a sentence in lower case.
fn camel_case(c: &Context) -> Option<Verdict> {
    let camel = c.following.starts_lower() && c.following.text.chars().nth(1).is_some_and(char::is_uppercase);
    cut_when(camel && !is_abbreviation(c))
}

fn lower_after_strong(c: &Context) -> Option<Verdict> {
    cut_when(
        c.candidate.strong
            && !c.candidate.quote_closed
            && !c.candidate.bracket_closed
            && c.next.is_lowercase()
            && !c.word.is(Flags::EXCLAIMED)
            && !c.token.contains(['"', '“', '”', '«', '»', '\'', ',']),
    )
}

fn lower_in_bracket(c: &Context) -> Option<Verdict> {
    cut_when(
        c.next == '('
            && c.following.starts_lower()
            && c.is_full_stop()
            && c.word.has_at_least(4)
            && !is_abbreviation(c)
            && !c.word.text.contains('.'),
    )
}

/// In chats and reviews sentences begin in lower case: what a sentence did, the next one may do,
/// and a pronoun after a plain word and a full stop hardly goes on with the old one.
fn lower_after_lower(c: &Context) -> Option<Verdict> {
    cut_when(
        (c.starts_lower || (c.is_full_stop() && c.following.is(Flags::SUBJECT) && c.has_words(4)))
            && c.next.is_lowercase()
            && !c.candidate.strong
            && !c.candidate.quote_closed
            && !c.candidate.bracket_closed
            && c.is_plain_word(),
    )
}

fn address_follows(c: &Context) -> Option<Verdict> {
    cut_when(c.is_plain_word() && c.address_follows())
}

fn lower_case(c: &Context) -> Option<Verdict> {
    keep_when(c.following.starts_lower())
}

fn dash_after_strong(c: &Context) -> Option<Verdict> {
    cut_when(is_dash(c.next) && (c.candidate.strong || c.candidate.quote_closed) && c.capital_follows_dash())
}

fn dash_after_sentence(c: &Context) -> Option<Verdict> {
    cut_when(
        is_dash(c.next)
            && (c.is_full_stop() || !c.table.capital_nouns)
            && c.capital_follows_dash()
            && !is_abbreviation(c)
            && c.word.has_at_least(if c.table.capital_nouns { 4 } else { 3 })
            && c.word.text.contains(char::is_lowercase)
            && c.has_words(3),
    )
}
