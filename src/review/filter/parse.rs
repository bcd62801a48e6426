//! How a filter is written and read.
//!
//! ```text
//! query  = term, separated by blanks
//! term   = ["-"] (word | key ":" value {"," value})
//! word   = text without blanks | quoted
//! value  = ["="] (text without blanks and commas | quoted)
//! quoted = '"' text, in it '""' for a quote '"'
//! ```

use std::fmt;

use super::{
    Filter, Term, Test, Value,
    names::{Is, Key, State, named},
};
use crate::locale::{Lang, Phrase, Text};

/// More terms than anybody types; what follows them is passed over.
const MOST_TERMS: usize = 100;

/// Reads `query`.
pub(super) fn parse(query: &str) -> Filter {
    let mut filter = Filter::default();
    let mut rest = query.trim_start();
    while !rest.is_empty() {
        if filter.terms.len() == MOST_TERMS {
            filter.problems.push(Text {
                en: format!("more than {MOST_TERMS} conditions; the others are passed over").into(),
                de: format!("mehr als {MOST_TERMS} Bedingungen; die übrigen werden übergangen").into(),
            });
            break;
        }
        let (not, term) = match rest.strip_prefix('-') {
            Some(term) if !term.is_empty() && !term.starts_with(char::is_whitespace) => (true, term),
            _ => (false, rest),
        };
        let (test, after) = if let Some((key, values)) = key(term) {
            with_key(key, values, &mut filter.problems)
        } else {
            let (word, after) = piece(term, char::is_whitespace);
            filter.problems.extend(unknown_key(term));
            (Some(Test::Word(Value::new(word, false))), after)
        };
        filter.terms.extend(test.map(|test| Term { not, test }));
        rest = after.trim_start();
    }
    filter
}

/// The key at the start of a term, and what follows its colon.
fn key(term: &str) -> Option<(Key, &str)> {
    let (name, values) = term.split_once(':')?;
    Some((named(Key::ALL, Key::name, name)?, values))
}

/// Says that a word looks like a condition and is none.
fn unknown_key(term: &str) -> Option<Text> {
    let (name, value) = term.split_once(':')?;
    let is_name = !name.is_empty() && name.chars().all(|c| c.is_ascii_lowercase() || c == '-');
    let is_value = !value.starts_with("//") && !value.is_empty() && !value.starts_with(char::is_whitespace);
    (is_name && is_value).then(|| Text {
        en: format!("there is no `{name}:`, but {}", list(Key::ALL.map(Key::name), Lang::En)).into(),
        de: format!("`{name}:` gibt es nicht, sondern {}", list(Key::ALL.map(Key::name), Lang::De)).into(),
    })
}

fn list(names: impl IntoIterator<Item = Phrase>, lang: Lang) -> String {
    names.into_iter().map(|name| name.text(lang)).collect::<Vec<_>>().join(", ")
}

/// The condition on `key` at the start of `rest`, and what follows it. What is wrong is told and makes no condition.
fn with_key<'q>(key: Key, rest: &'q str, problems: &mut Vec<Text>) -> (Option<Test>, &'q str) {
    let (values, rest) = values(rest);
    let written = || values.iter().map(|value| value.text.as_str());
    let test = match key {
        Key::State => {
            Test::State(fixed(key, written(), |one| named(State::all(), State::name, one), problems))
        }
        Key::Is => Test::Is(fixed(key, written(), |one| named(Is::ALL, Is::name, one), problems)),
        _ if values.is_empty() => {
            let name = key.name();
            problems.push(Text {
                en: format!("`{}:` wants a value", name.en).into(),
                de: format!("zu `{}:` fehlt ein Wert", name.de).into(),
            });
            return (None, rest);
        }
        _ => Test::Field(key, values),
    };
    let is_empty = matches!(&test, Test::State(none) if none.is_empty())
        || matches!(&test, Test::Is(none) if none.is_empty());
    ((!is_empty).then_some(test), rest)
}

/// The values that `find` knows; what it does not know, or that there is none, is told.
fn fixed<'q, T>(
    key: Key,
    written: impl Iterator<Item = &'q str>,
    find: impl Fn(&str) -> Option<T>,
    problems: &mut Vec<Text>,
) -> Vec<T> {
    let (mut known, mut unknown) = (Vec::new(), None);
    for value in written {
        match find(value) {
            Some(one) => known.push(one),
            None => unknown = unknown.or(Some(value)),
        }
    }
    if unknown.is_some() || known.is_empty() {
        let (name, value) = (key.name(), unknown.unwrap_or_default());
        problems.push(Text {
            en: format!("`{}:{value}`: one of {}", name.en, list(key.values(), Lang::En)).into(),
            de: format!("`{}:{value}`: eines von {}", name.de, list(key.values(), Lang::De)).into(),
        });
    }
    known
}

/// The values at the start of `rest`, and what follows them. Nothing between two commas is no value; nothing in quotes
/// or behind `=` is one.
fn values(mut rest: &str) -> (Vec<Value>, &str) {
    let mut values = Vec::new();
    loop {
        let exact = rest.strip_prefix('=');
        let start = exact.unwrap_or(rest);
        let (text, after) = piece(start, |c| c == ',' || c.is_whitespace());
        if !text.is_empty() || exact.is_some() || start.starts_with('"') {
            values.push(Value::new(text, exact.is_some()));
        }
        match after.strip_prefix(',') {
            Some(after) => rest = after,
            None => return (values, after),
        }
    }
}

/// The text at the start of `rest`, quoted or up to where `ends` holds, and what follows it. A quotation that nobody
/// closed, as while it is being typed, goes on to the end.
fn piece(rest: &str, ends: impl Fn(char) -> bool) -> (String, &str) {
    let Some(mut quoted) = rest.strip_prefix('"') else {
        let end = rest.find(ends).unwrap_or(rest.len());
        return (rest[..end].to_owned(), &rest[end..]);
    };
    let mut text = String::new();
    loop {
        let Some((before, after)) = quoted.split_once('"') else {
            text.push_str(quoted);
            return (text, "");
        };
        text.push_str(before);
        match after.strip_prefix('"') {
            Some(more) => {
                text.push('"');
                quoted = more;
            }
            None => return (text, after),
        }
    }
}

/// The condition that `key` has one of `values`, as it is written in a query; `exactly` where a piece of a name is
/// not enough.
pub fn written(key: Key, values: &[&str], exactly: bool) -> String {
    let values: Vec<Value> = values.iter().map(|value| Value::new((*value).to_owned(), exactly)).collect();
    List(key, &values).to_string()
}

struct List<'a>(Key, &'a [Value]);

impl fmt::Display for List<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:", self.0.name().en)?;
        for (index, value) in self.1.iter().enumerate() {
            let comma = if index > 0 { "," } else { "" };
            let exactly = if value.exact { "=" } else { "" };
            let plain = |c: char| !c.is_whitespace() && !matches!(c, ',' | '"');
            let is_plain = value.text.chars().all(plain) && !value.text.is_empty();
            write!(f, "{comma}{exactly}")?;
            quoted(f, &value.text, is_plain && !value.text.starts_with('='))?;
        }
        Ok(())
    }
}

fn quoted(f: &mut fmt::Formatter<'_>, text: &str, is_plain: bool) -> fmt::Result {
    if is_plain { f.write_str(text) } else { write!(f, "\"{}\"", text.replace('"', "\"\"")) }
}

impl fmt::Display for Term {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let fixed = |key: Key, names: Vec<&'static str>| format!("{}:{}", key.name().en, names.join(","));
        f.write_str(if self.not { "-" } else { "" })?;
        match &self.test {
            Test::Word(Value { text, .. }) => {
                let plain = |c: char| !c.is_whitespace() && !matches!(c, '"' | ':');
                let is_plain = !text.is_empty() && text.chars().all(plain) && !text.starts_with('-');
                quoted(f, text, is_plain)
            }
            Test::Field(key, values) => List(*key, values).fmt(f),
            Test::State(all) => {
                f.write_str(&fixed(Key::State, all.iter().map(|one| one.name().en).collect()))
            }
            Test::Is(all) => f.write_str(&fixed(Key::Is, all.iter().map(|one| one.name().en).collect())),
        }
    }
}
