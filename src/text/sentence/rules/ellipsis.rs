//! After an ellipsis.

use super::{super::Rule, Context, Named, Verdict, cut_if, keep_when};

pub(super) const RULES: &[Named] = &[
    (Rule(&"leading ellipsis"), leading),
    (Rule(&"ellipsis by itself"), free),
    (Rule(&"ellipsis"), |c| Some(cut_if(c.sentence_may_follow() || c.next == '('))),
];

fn leading(c: &Context) -> Option<Verdict> {
    keep_when(c.word.text.is_empty() && !c.has_text_before)
}

fn free(c: &Context) -> Option<Verdict> {
    if !c.word.text.is_empty() {
        return None;
    }
    Some(cut_if(c.starter_follows() || c.quote_follows() || c.candidate.quote_closed))
}
