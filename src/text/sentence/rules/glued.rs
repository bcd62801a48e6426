//! Candidates without white space after them: "gesagt.Danach", "v1.2", "www.example.org".

use super::{
    super::{
        Rule,
        chars::{is_dash, is_wide_terminator},
        tables::Flags,
    },
    Context, Named, Verdict, cut_when, keep_when,
};

pub(super) const RULES: &[Named] = &[
    (Rule(&"wide full stop"), wide),
    (Rule(&"glued question in lower case"), lower_case),
    (Rule(&"glued punctuation"), punctuation),
    (Rule(&"address"), address),
    (Rule(&"glued question or exclamation"), strong),
    (Rule(&"glued abbreviation"), abbreviation),
    (Rule(&"glued sentence"), sentence),
    (Rule(&"glued quotation"), quotation),
    (Rule(&"glued"), |_| Some(Verdict::Keep)),
];

/// Chinese and Japanese put no blank after a sentence.
fn wide(c: &Context) -> Option<Verdict> {
    cut_when(c.mark().ends_with(is_wide_terminator) && c.next.is_alphanumeric())
}

/// "is it open?we came"
fn lower_case(c: &Context) -> Option<Verdict> {
    cut_when(
        c.candidate.strong
            && !c.candidate.quote_closed
            && !c.candidate.bracket_closed
            && c.is_plain_word()
            && !c.is_word_opened()
            && c.next.is_lowercase()
            && c.following.has_at_least(3)
            && c.after_following().is_some_and(char::is_whitespace),
    )
}

fn punctuation(c: &Context) -> Option<Verdict> {
    let next = c.next;
    keep_when(
        matches!(next, '/' | '@' | '_' | ',' | ';' | ':')
            || is_dash(next)
            || c.following.starts_lower()
            || c.digit_follows(),
    )
}

/// Ends of domain names that are written with a capital now and then.
const DOMAINS: &[&str] = &["com", "org", "net", "de", "info", "eu", "uk", "tv", "fm"];

fn address(c: &Context) -> Option<Verdict> {
    let run = c.glued_run();
    keep_when(
        run.contains("://")
            || run.contains('@')
            || run.contains("www.")
            || DOMAINS.contains(&c.following.lower.as_str()),
    )
}

/// Does what follows look like the first word of a sentence, and what precedes not like a dotted name?
fn looks_like_two_sentences(c: &Context) -> bool {
    c.capital_follows()
        && c.following.text.chars().nth(1).map_or(c.starter_follows(), char::is_lowercase)
        && !c.word.text.contains('.')
}

fn ends_lower(c: &Context) -> bool {
    c.block[..c.candidate.mark].chars().next_back().is_some_and(char::is_lowercase)
}

fn strong(c: &Context) -> Option<Verdict> {
    cut_when(
        c.candidate.strong
            && !c.candidate.bracket_closed
            && (c.candidate.quote_closed || ends_lower(c))
            && looks_like_two_sentences(c),
    )
}

fn abbreviation(c: &Context) -> Option<Verdict> {
    keep_when(c.word.is(Flags::ABBREVIATION) && !c.word.is(Flags::NOUN))
}

fn sentence(c: &Context) -> Option<Verdict> {
    let word = c.word.text;
    let year = word.len() == 4 && word.ends_with(|c: char| c.is_ascii_digit());
    let starter = c.starter_follows();
    let number = starter && c.number.is_some();
    let whole_word = number
        || c.word.has_at_least(3)
        || (starter && c.word.has_at_least(2) && word.chars().all(char::is_lowercase));
    cut_when(
        (ends_lower(c) || year || number)
            && whole_word
            && (c.following.has_at_least(3) || starter)
            && c.after_following().is_some_and(|c| c.is_whitespace() || matches!(c, ',' | '-' | ':'))
            && word.chars().all(|c| c.is_alphanumeric() || c == '-')
            && looks_like_two_sentences(c),
    )
}

fn quotation(c: &Context) -> Option<Verdict> {
    cut_when(c.candidate.quote_closed && c.is_full_stop() && looks_like_two_sentences(c))
}
