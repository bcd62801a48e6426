//! After `!`, `?` and the like.

use super::{
    super::{Rule, tables::Flags},
    Context, Named, Verdict, cut_if, keep_when,
};

pub(super) const RULES: &[Named] = &[
    (Rule(&"name with exclamation mark"), exclaimed_name),
    (Rule(&"speaker follows"), speaker),
    (Rule(&"quoted title"), quoted_title),
    (Rule(&"question or exclamation"), |c| Some(cut_if(c.beginning_follows()))),
];

/// Words in which the verb of saying has to come, for `"…?" Smith said`.
const SPEAKER_WORDS: usize = 4;
/// Characters a quoted title has at most.
const TITLE_LENGTH: usize = 60;

fn exclaimed_name(c: &Context) -> Option<Verdict> {
    keep_when(!c.candidate.quote_closed && c.word.is(Flags::EXCLAIMED) && !c.starter_follows())
}

/// `"Really?" Smith asked.`: the capital belongs to the speaker.
fn speaker(c: &Context) -> Option<Verdict> {
    if !c.candidate.quote_closed || c.table.capital_nouns || !c.capital_follows() {
        return None;
    }
    for (i, token) in c.words_after().take(SPEAKER_WORDS).enumerate() {
        let word = super::super::word::Word::new(token.trim_end_matches([',', '.', ':']), c.table);
        if i > 0 && word.is(Flags::SPEECH) {
            return keep_when(true);
        }
        if !word.starts_upper() || token.ends_with(['.', ',', '?', '!']) {
            return None;
        }
    }
    None
}

/// A short quotation that begins within the sentence, without comma or colon before it, is a title.
fn quoted_title(c: &Context) -> Option<Verdict> {
    let open = c.candidate.quote.filter(|_| c.candidate.quote_closed && c.table.capital_nouns)?;
    let joined = c.block[c.sentence..open].trim_end().ends_with(char::is_alphanumeric);
    let short = c.block[open..c.candidate.mark].chars().nth(TITLE_LENGTH - 1).is_none();
    keep_when(joined && short && c.capital_follows() && !c.starter_follows() && !c.ends_in_terminator())
}
