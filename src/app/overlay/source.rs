//! Sources as a person types them: a chain, innermost speaker first, with completion from what was used before and from
//! the sentence itself.

use nucleo_matcher::{
    Config, Matcher, Utf32Str,
    pattern::{CaseMatching, Normalization, Pattern},
};

use super::names::{continuations, names};
use crate::{
    annotation::Edit,
    app::{App, OpenArticle},
    text::{Span, Unit, position, sentence::Options},
};

/// How many completions are offered.
const OFFERED: usize = 8;
/// How many of them are kept for what comes second.
const RESERVED: usize = 3;

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

    /// Sources that what was typed last could become: those used before, best first, then what the sentence has.
    /// Without a letter the names in the sentence, then the sources used most.
    pub(super) fn completions(&self, typed: &str) -> Vec<String> {
        let last = typed.rsplit(['<', '←']).next().unwrap_or_default().trim();
        let given = links(typed);
        let (used, near) = (self.used_before(last), self.in_sentence(last));
        let (mut first, mut second) = if last.is_empty() { (near, used) } else { (used, near) };
        first.retain(|name| !given.contains(name));
        second.retain(|name| !given.contains(name) && !first.contains(name));
        first.truncate(OFFERED - second.len().min(RESERVED));
        first.extend(second);
        first.truncate(OFFERED);
        first
    }

    /// Sources used before that `typed` could become, best first.
    fn used_before(&self, typed: &str) -> Vec<String> {
        let mut best: Vec<(u32, usize, &String)> = Vec::new();
        let pattern = Pattern::parse(typed, CaseMatching::Ignore, Normalization::Smart);
        let mut matcher = Matcher::new(Config::DEFAULT);
        let mut buffer = Vec::new();
        for (name, uses) in &self.sources {
            let score = pattern.score(Utf32Str::new(name, &mut buffer), &mut matcher);
            best.extend(score.map(|score| (score, *uses, name)));
        }
        best.sort_by_key(|(score, uses, _)| std::cmp::Reverse((*score, *uses)));
        best.into_iter().take(2 * OFFERED).map(|(_, _, name)| name.clone()).collect()
    }

    /// What in the selected sentence could be the source that `typed` begins.
    fn in_sentence(&self, typed: &str) -> Vec<String> {
        let Some((open, unit)) = self.desk.open.as_ref().and_then(|open| Some((open, open.unit()?))) else {
            return Vec::new();
        };
        let (text, article) = (open.text(unit.bytes), &open.article);
        let told = article.front.lang.as_deref().and_then(|code| code.parse().ok());
        let language =
            Options { language: told, ..Options::default() }.decide(&article.text, article.body).language;
        if typed.is_empty() { names(text, language) } else { continuations(text, typed, language) }
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
        let first = name.split(' ').next().unwrap_or_default();
        let mut hits =
            text.match_indices(first).filter_map(|(start, _)| Some((start, end_of(text, start, name)?)));
        let place = hits.find_map(|(start, end)| {
            let position = |byte: usize| unit.bytes.start + position(byte);
            let span = Span::new(position(start), position(end));
            (!found.iter().any(|other| other.overlaps(span))).then_some(span)
        });
        found.extend(place);
    }
    found.sort_unstable();
    found.into_iter().map(|bytes| open.chars(unit, bytes)).collect()
}

/// Where `name` ends if it stands at `start`, with any white space between its words, and no letters touch it.
fn end_of(text: &str, start: usize, name: &str) -> Option<usize> {
    let mut rest = &text[start..];
    for (n, word) in name.split(' ').enumerate() {
        let trimmed = rest.trim_start();
        if n > 0 && trimmed.len() == rest.len() {
            return None;
        }
        rest = trimmed.strip_prefix(word)?;
    }
    let end = text.len() - rest.len();
    is_whole(text, start, end).then_some(end)
}

/// Do no letters touch `text[start..end]`?
fn is_whole(text: &str, start: usize, end: usize) -> bool {
    let touches = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    !touches(text[..start].chars().next_back()) && !touches(text[end..].chars().next())
}
