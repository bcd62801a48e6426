//! Where words of a foreign text stand in our article.

use super::theirs::Theirs;
use crate::{
    import::annotations::{Foreign, finder::tidy},
    text::{Article, Span, char_index::CharIndex, position},
};

/// How many code points around words tell twins apart.
const CONTEXT: u32 = 32;
/// How much of words is shown, in code points.
const SHOWN: usize = 60;
/// Of two that are shown from where they differ, this many before it.
const LEAD: usize = 20;

/// Where words stand in our article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Spot {
    /// Where they stand, in code points.
    pub(super) span: Span,
    /// How far that is from where the file has them.
    pub(super) shift: i64,
    /// They stand elsewhere than the file says.
    pub(super) moved: bool,
    /// There were no words to check the position by.
    pub(super) unchecked: bool,
}

/// Finds the words of one foreign text in our article.
pub(super) struct Spots<'a> {
    index: CharIndex<'a>,
    body: usize,
    theirs: Option<Theirs>,
}

impl<'a> Spots<'a> {
    pub(super) fn new(foreign: &Foreign, article: &'a Article) -> Self {
        let theirs = foreign.text.as_deref().map(|text| Theirs::new(text, article));
        Self { index: CharIndex::new(&article.text), body: article.body, theirs }
    }

    /// Where the words are that the file has at `claimed` or as `quote`: there, or where else they stand once, or once
    /// within that context. White space of one kind or another is the same.
    pub(super) fn find(
        &self,
        claimed: Option<Span>,
        quote: Option<&str>,
        context: Option<&(String, String)>,
    ) -> Result<Spot, String> {
        let words = match (quote, claimed, &self.theirs) {
            (Some(quote), ..) => Some(tidy(quote)),
            (None, Some(span), Some(theirs)) => {
                Some(theirs.words(span).ok_or_else(|| beyond(span, "the file's text"))?)
            }
            (None, ..) => None,
        };
        let here = claimed.map(|span| self.ours(span));
        let spot = |span: Span, moved| {
            let shift = here.map_or(0, |here| i64::from(span.start) - i64::from(here.start));
            Spot { span, shift, moved, unchecked: words.is_none() }
        };
        let there = here.and_then(|here| self.index.slice(here));
        match (&words, here) {
            (None, None) => return Err("says neither where it stands nor with which words".to_owned()),
            (None, Some(here)) if there.is_none() => return Err(beyond(here, "the article")),
            (None, Some(here)) => return Ok(spot(here, false)),
            (Some(words), Some(here)) if there.is_some_and(|there| is_same(there, words)) => {
                return Ok(spot(here, false));
            }
            (Some(_), _) => {}
        }
        let words = words.as_deref().unwrap_or_default().trim();
        if words.is_empty() {
            return Err("holds no words".to_owned());
        }
        let around = claimed.and_then(|span| self.theirs.as_ref()?.context(span, CONTEXT));
        let context = context.map(|(before, behind)| (tidy(before), tidy(behind))).or(around);
        let places = self.places(words, context.as_ref());
        let shown = shorten(words);
        match (&places[..], there) {
            ([at], _) => Ok(spot(*at, claimed.is_some())),
            ([], Some(there)) => {
                let (shown, there) = apart(words, there);
                Err(format!("`{shown}` is not in the article; `{there}` stands there"))
            }
            ([], None) => Err(format!("`{shown}` is not in the article")),
            (several, _) => Err(format!("`{shown}` stands {} times in the article", several.len())),
        }
    }

    /// Where `span` of the file is, which goes along with the words of `spot`.
    pub(super) fn along(&self, spot: Spot, span: Span) -> Result<Span, String> {
        let there = self.ours(span);
        let of = |at: u32| u32::try_from(i64::from(at) + spot.shift).ok();
        let found = of(there.start).zip(of(there.end)).map(|(start, end)| Span::new(start, end));
        found.filter(|found| self.index.bytes(*found).is_some()).ok_or_else(|| beyond(span, "the article"))
    }

    /// Are the words at `span` of the article `quote`, where that is known?
    pub(super) fn check(&self, span: Span, quote: Option<&str>) -> Result<(), String> {
        let there = self.index.slice(span).ok_or_else(|| beyond(span, "the article"))?;
        match quote {
            Some(quote) if !is_same(there, &tidy(quote)) => {
                let (there, quote) = apart(there, quote);
                Err(format!("`{there}` stands there, not `{quote}`"))
            }
            _ => Ok(()),
        }
    }

    fn ours(&self, span: Span) -> Span {
        self.theirs.as_ref().map_or(span, |theirs| theirs.ours(span))
    }

    /// Where `words` stand in the article: all places, or where there are several those that lie best in the context.
    fn places(&self, words: &str, context: Option<&(String, String)>) -> Vec<Span> {
        let text = self.index.text();
        let body = text.get(self.body..).unwrap_or_default();
        let mut found: Vec<usize> = body.match_indices(words).map(|(at, _)| self.body + at).collect();
        if let (Some((before, behind)), [_, _, ..]) = (context, &found[..]) {
            let fit = |at: usize| {
                let (ahead, rest) = text.split_at(at);
                let rest = &rest[words.len()..];
                usize::from(ahead.ends_with(before.as_str())) + usize::from(rest.starts_with(behind.as_str()))
            };
            let best = found.iter().map(|at| fit(*at)).max().unwrap_or(0);
            found.retain(|at| fit(*at) == best);
        }
        let span = |at: usize| {
            let start = self.index.position(position(at));
            Span::new(start, start + position(words.chars().count()))
        };
        found.into_iter().map(span).collect()
    }
}

/// Are they the same words, whatever white space stands between them?
fn is_same(one: &str, other: &str) -> bool {
    let plain = |c: char| if c.is_whitespace() { ' ' } else { c };
    one == other || one.trim().chars().map(plain).eq(other.trim().chars().map(plain))
}

fn beyond(span: Span, of: &str) -> String {
    format!("{}-{} is no place in {of}", span.start, span.end)
}

/// Both in one line each, as far as they are shown: from their beginning, or from where they come to differ.
pub(super) fn apart(one: &str, other: &str) -> (String, String) {
    let (one, other) = (one_line(one), one_line(other));
    let same = one.chars().zip(other.chars()).take_while(|(one, other)| one == other).count();
    if same < SHOWN / 2 {
        return (shorten(&one), shorten(&other));
    }
    let from = |line: &str| {
        let rest: String = line.chars().skip(same - LEAD).collect();
        shorten(&format!("…{rest}"))
    };
    (from(&one), from(&other))
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The beginning of `words`, in one line.
fn shorten(words: &str) -> String {
    let mut line = one_line(words);
    if let Some((cut, _)) = line.char_indices().nth(SHOWN) {
        line.truncate(cut);
        line.push('…');
    }
    line
}
