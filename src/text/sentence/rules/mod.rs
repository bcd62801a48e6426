//! The rules: each looks at a candidate and says "cut", "keep" or nothing; the first that speaks decides.
//!
//! A rule is a function in an ordered list that carries its name; the names are what `factdesk segment
//! --explain` prints. The lists run from the certain to the general, one concern a file. To add a rule, write
//! the function, put it into its file's list above what it must forestall, and give it a test with a sentence
//! of your own.

mod abbreviations;
mod brackets;
mod closed;
mod ellipsis;
mod following;
mod glued;
mod letters;
mod numbers;
mod strong;

use super::{Rule, context::Context};

/// What a rule says about a candidate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// The sentence ends here.
    Cut,
    /// It goes on.
    Keep,
}

use Verdict::{Cut, Keep};

/// What decides where no rule has anything to say.
const FULL_STOP: Rule = Rule(&"full stop");

/// A function that decides about the candidates it knows about, with the name it goes by.
type Named = (Rule, fn(&Context) -> Option<Verdict>);

/// The verdict on a candidate and the rule that gave it.
pub(super) fn decide(context: &Context) -> (Verdict, Rule) {
    let stages: &[&[Named]] = if context.is_glued() {
        &[glued::RULES]
    } else if context.candidate.strong {
        &[following::RULES, brackets::RULES, strong::RULES]
    } else if context.is_ellipsis() {
        &[following::RULES, brackets::RULES, ellipsis::RULES]
    } else if context.candidate.quote_closed || context.candidate.bracket_closed {
        &[following::RULES, brackets::RULES, closed::RULES]
    } else if context.number.is_some() {
        &[following::RULES, brackets::RULES, numbers::RULES]
    } else {
        &[following::RULES, brackets::RULES, closed::DETACHED, letters::RULES, abbreviations::RULES]
    };
    for (name, rule) in stages.iter().copied().flatten() {
        if let Some(verdict) = rule(context) {
            return (verdict, *name);
        }
    }
    let ends = context.sentence_may_follow() || !context.next.is_alphanumeric();
    (cut_if(ends), FULL_STOP)
}

/// Every rule there is.
pub(super) fn all() -> impl Iterator<Item = Rule> {
    let files: [&[Named]; 10] = [
        glued::RULES,
        following::RULES,
        brackets::RULES,
        strong::RULES,
        ellipsis::RULES,
        closed::RULES,
        closed::DETACHED,
        numbers::RULES,
        letters::RULES,
        abbreviations::RULES,
    ];
    files.into_iter().flatten().map(|(rule, _)| *rule).chain([FULL_STOP])
}

/// Cut if `condition` holds, else keep: the rule has the last word.
const fn cut_if(condition: bool) -> Verdict {
    if condition { Cut } else { Keep }
}

/// Keep if `condition` holds, else leave it to later rules.
const fn keep_when(condition: bool) -> Option<Verdict> {
    if condition { Some(Keep) } else { None }
}

/// Cut if `condition` holds, else leave it to later rules.
const fn cut_when(condition: bool) -> Option<Verdict> {
    if condition { Some(Cut) } else { None }
}
