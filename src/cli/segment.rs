//! `factdesk segment`: the sentences of files as JSON lines, each file as soon as it is read.

use std::{
    io::{self, Write},
    path::Path,
};

use serde::Serialize;

use super::{
    arguments::Segment,
    report::{Failure, Outcome, Terms, output},
};
use crate::{
    export::json,
    store,
    text::{
        Article, ArticleId, Language,
        decode::decode,
        sentence::{Options, Segmenter, explain},
    },
};

/// How many words are shown on each side of a place, in code points.
const AROUND: usize = 24;

#[derive(Serialize)]
struct Line<'a> {
    article: &'a str,
    start: u32,
    end: u32,
    kind: &'static str,
    text: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    rule: Option<&'static str>,
}

#[derive(Serialize)]
struct Explanation<'a> {
    article: &'a str,
    at: usize,
    cut: bool,
    rule: &'static str,
    before: &'a str,
    after: &'a str,
}

pub(super) fn run(asked: &Segment, terms: Terms) -> Result<Outcome, Failure> {
    let language = asked.lang.as_deref().map(str::parse::<Language>).transpose().map_err(Failure::new)?;
    let mut output = output();
    let mut outcome = Outcome::Done;
    for file in &asked.files {
        match read(file) {
            Ok(article) => write(&mut output, &article, language, asked.explain)?,
            Err(failure) => {
                output.flush()?;
                terms.complain(&failure);
                outcome = Outcome::Unreadable;
            }
        }
    }
    output.flush()?;
    Ok(outcome)
}

fn read(file: &Path) -> Result<Article, Failure> {
    let bytes = store::read_file(file).map_err(Failure::new)?;
    let name = file.to_string_lossy();
    let decoded = decode(bytes).map_err(|error| Failure::new(format_args!("{name}: {error}")))?;
    Ok(Article::new(ArticleId::new(name.as_ref()), decoded))
}

fn write(
    output: &mut impl Write,
    article: &Article,
    language: Option<Language>,
    explained: bool,
) -> io::Result<()> {
    let (name, text) = (article.id.as_str(), &*article.text);
    let language = language.or_else(|| article.front.lang.as_deref()?.parse().ok());
    let options = Options { language, ..Options::default() };
    for unit in Segmenter::new(text, article.body, options) {
        let line = Line {
            article: name,
            start: unit.chars.start,
            end: unit.chars.end,
            kind: unit.kind.name(),
            text: &text[unit.bytes.range()],
            rule: explained.then(|| unit.rule.name()),
        };
        json::line(output, &line)?;
    }
    if explained {
        explanations(output, name, text, article.body, options)?;
    }
    Ok(())
}

fn explanations(
    output: &mut impl Write,
    article: &str,
    text: &str,
    body: usize,
    options: Options,
) -> io::Result<()> {
    let (mut counted, mut chars) = (0, 0);
    for decision in explain(text, body, options) {
        let byte = decision.at as usize;
        chars += text[counted..byte].chars().count();
        counted = byte;
        let before = text[..byte].char_indices().rev().nth(AROUND - 1).map_or(0, |(at, _)| at);
        let after = text[byte..].char_indices().nth(AROUND).map_or(text.len(), |(at, _)| byte + at);
        let line = Explanation {
            article,
            at: chars,
            cut: decision.cut,
            rule: decision.rule.name(),
            before: &text[before..byte],
            after: &text[byte..after],
        };
        json::line(output, &line)?;
    }
    Ok(())
}
