//! Sources as a person types them: a chain, innermost speaker first, with completion from what was used before.

use nucleo_matcher::{
    Config, Matcher, Utf32Str,
    pattern::{CaseMatching, Normalization, Pattern},
};

use crate::{
    annotation::Edit,
    app::{App, OpenArticle},
    text::{Span, Unit},
};

/// How many completions are offered.
const OFFERED: usize = 8;

/// How the links of a chain are shown.
const ARROW: &str = " ← ";

impl App {
    /// Says whose words the selected sentence has; where they stand in it is found here.
    pub(super) fn set_source(&mut self, typed: &str) {
        let names = links(typed);
        let Some((open, unit)) = self.desk.open.as_ref().and_then(|open| Some((open, open.unit()?))) else {
            return;
        };
        let at = places(open, unit, &names);
        if self.meant().is_some_and(|tag| tag.source == names) {
            return;
        }
        self.edit(|document, target| Edit::set_source(document, target, &names, &at));
        for name in names {
            *self.sources.entry(name).or_default() += 1;
        }
    }

    /// Sources that what was typed last could become, best first; without a letter those that are used most.
    pub(super) fn completions(&self, typed: &str) -> Vec<String> {
        let last = typed.rsplit(['<', '←']).next().unwrap_or_default().trim();
        let mut best: Vec<(u32, usize, &String)> = Vec::new();
        let pattern = Pattern::parse(last, CaseMatching::Ignore, Normalization::Smart);
        let mut matcher = Matcher::new(Config::DEFAULT);
        let mut buffer = Vec::new();
        for (name, uses) in self.sources.iter().filter(|(name, _)| *name != last) {
            let score = pattern.score(Utf32Str::new(name, &mut buffer), &mut matcher);
            best.extend(score.map(|score| (score, *uses, name)));
        }
        best.sort_by_key(|(score, uses, _)| std::cmp::Reverse((*score, *uses)));
        best.into_iter().take(OFFERED).map(|(_, _, name)| name.clone()).collect()
    }
}

/// A chain as it is shown and typed.
pub(super) fn chain(names: &[String]) -> String {
    names.join(ARROW)
}

/// What was typed, its last link replaced.
pub(super) fn completed(typed: &str, name: &str) -> String {
    match typed.rfind(['<', '←']) {
        Some(at) => format!("{}{ARROW}{name}", typed[..at].trim_end()),
        None => name.to_owned(),
    }
}

/// The links of a chain: separated by ` < ` or ` ← `.
fn links(typed: &str) -> Vec<String> {
    let names = typed.split(['<', '←']).map(|name| name.split_whitespace().collect::<Vec<_>>().join(" "));
    names.filter(|name| !name.is_empty()).collect()
}

/// Where the names stand in the sentence, in code points, in the order of the text; those that do not are left out.
fn places(open: &OpenArticle, unit: &Unit, names: &[String]) -> Vec<Span> {
    let text = open.text(unit.bytes);
    let mut found: Vec<Span> = Vec::new();
    for name in names {
        let whole = |at: &usize| is_whole(text, *at, *at + name.len());
        let mut hits = text.match_indices(name.as_str()).map(|(at, _)| at).filter(whole);
        let place = hits.find_map(|at| {
            let position = |byte: usize| unit.bytes.start + u32::try_from(byte).unwrap_or(u32::MAX);
            let span = Span::new(position(at), position(at + name.len()));
            (!found.iter().any(|other| other.overlaps(span))).then_some(span)
        });
        found.extend(place);
    }
    found.sort_unstable();
    found.into_iter().map(|bytes| open.chars(unit, bytes)).collect()
}

/// Do no letters touch `text[start..end]`?
fn is_whole(text: &str, start: usize, end: usize) -> bool {
    let touches = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    !touches(text[..start].chars().next_back()) && !touches(text[end..].chars().next())
}
