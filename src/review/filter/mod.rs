//! Which rows are meant: one language for the command line, the Review and the filters a workspace keeps.
//!
//! `label:claim source:Pell,Ash -annotator:cd is:unsure "no such paper"` means rows with all of that: a label, one of
//! two sources, not tagged by `cd`, with an unsure tag, and with these words in the sentence, its notes or its sources.
//! Where annotators are named, only what they say counts for the other conditions.

mod names;
mod parse;

use std::{fmt, sync::Arc};

pub use names::{Is, Key, State};
pub use parse::written;

use super::{Aliases, Reading, Row};
use crate::{
    annotation::{Annotator, Label, Tag},
    locale::Text,
    text::search::Needle,
};

/// Who asks, and what names mean to them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Context {
    /// Names of sources that mean one.
    pub aliases: Arc<Aliases>,
    /// Whom `is:mine` means.
    pub me: Option<Annotator>,
}

/// Which rows are meant. Without conditions it is every tagged sentence. Displayed as a query that reads back the same.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filter {
    terms: Vec<Term>,
    problems: Vec<Text>,
    /// Are sentences without tags meant too, where anything is said about them?
    read: bool,
}

/// One condition.
#[derive(Clone, Debug, PartialEq)]
struct Term {
    /// Must it not hold?
    not: bool,
    test: Test,
}

/// What must hold of a row: one of the values does.
#[derive(Clone, Debug, PartialEq)]
enum Test {
    Word(Value),
    Field(Key, Vec<Value>),
    State(Vec<State>),
    Is(Vec<Is>),
}

/// A text to be looked for.
#[derive(Clone, Debug)]
struct Value {
    text: String,
    /// Is a piece of a name not enough?
    exact: bool,
    needle: Box<Needle>,
}

impl PartialEq for Value {
    fn eq(&self, other: &Self) -> bool {
        (&self.text, self.exact) == (&other.text, other.exact)
    }
}

impl Value {
    fn new(text: String, exact: bool) -> Self {
        let needle = Box::new(Needle::new(text.trim()));
        Self { text, exact, needle }
    }

    /// Is it a piece of `name`, or all of it where that is asked for?
    fn is_in(&self, name: &str) -> bool {
        if self.exact || self.needle.is_empty() {
            self.is(name)
        } else {
            self.needle.find_all(name).next().is_some()
        }
    }

    /// Is it `name`, but for case and marks?
    fn is(&self, name: &str) -> bool {
        let name = name.trim();
        if self.needle.is_empty() {
            return name.is_empty();
        }
        self.needle.find_all(name).next() == Some(0..name.len())
    }

    /// Is it the story `name`, or one that it lies in?
    fn is_story(&self, name: &str) -> bool {
        let mut outer = name.match_indices('/').map(|(end, _)| &name[..end]);
        self.is(name) || !self.exact && outer.any(|outer| self.is(outer))
    }

    fn is_source(&self, tag: &Tag, aliases: &Aliases) -> bool {
        let mut names = tag.source.iter().chain(&tag.who);
        let meant = aliases.name(&self.text);
        names.any(|name| {
            let stands_under = aliases.name(name);
            self.is_in(name) || self.is_in(stands_under) || stands_under == meant
        })
    }
}

impl Filter {
    /// The filter that somebody typed. What cannot be understood is no condition; [`Self::problems`] tells it.
    pub fn parse(query: &str) -> Self {
        parse::parse(query)
    }

    /// The same for sentences too that have no tags, where anything is said about them: that they were read, a note, a
    /// mark, a kind. What is displayed does not tell.
    #[must_use]
    pub fn with_read(self) -> Self {
        Self { read: true, ..self }
    }

    /// What could not be understood, for people.
    pub fn problems(&self) -> &[Text] {
        &self.problems
    }

    /// Has it no conditions?
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// The values that it names for `key`.
    pub fn named(&self, key: Key) -> impl Iterator<Item = &str> {
        let fields = self.terms.iter().filter_map(move |term| match &term.test {
            Test::Field(named, values) if *named == key => Some(values),
            _ => None,
        });
        fields.flatten().map(|value| value.text.as_str())
    }

    /// Those of them that it asks for: where a value is excluded, it is not among them.
    pub fn asked(&self, key: Key) -> impl Iterator<Item = &str> {
        let fields = self.terms.iter().filter_map(move |term| match &term.test {
            Test::Field(named, values) if *named == key && !term.not => Some(values),
            _ => None,
        });
        fields.flatten().map(|value| value.text.as_str())
    }

    /// Is `label` one of those that it asks for, or does it ask for none? Rows are one thing, their tags another: a
    /// claim that is meant may be an attribution too.
    pub fn asks_for(&self, label: &Label) -> bool {
        let mut wanted = self.terms.iter().filter(|term| !term.not).filter_map(|term| match &term.test {
            Test::Field(Key::Label, values) => Some(values),
            _ => None,
        });
        let is_one = |values: &Vec<Value>| values.iter().any(|value| value.is(label.as_str()));
        wanted.all(is_one)
    }

    /// Is that row meant?
    pub fn matches(&self, row: &Row, context: &Context) -> bool {
        let about_untagged = self.terms.iter().any(Term::is_about_untagged);
        let says = |reading: &&Reading| {
            let sentence = &reading.sentence;
            about_untagged || !sentence.tags.is_empty() || self.read && !sentence.is_untouched()
        };
        let counts = |reading: &&Reading| {
            let of = self.terms.iter().filter_map(|term| term.annotator(reading, context));
            of.reduce(|one, other| one || other) != Some(false)
        };
        let all: Vec<&Reading> = row.readings.iter().filter(says).collect();
        let readings: Vec<&Reading> = all.iter().copied().filter(counts).collect();
        let view = View { row, all: &all, readings: &readings, context };
        !readings.is_empty() && self.terms.iter().all(|term| term.not != term.test.holds(&view))
    }
}

impl fmt::Display for Filter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, term) in self.terms.iter().enumerate() {
            let blank = if index > 0 { " " } else { "" };
            write!(f, "{blank}{term}")?;
        }
        Ok(())
    }
}

impl Term {
    fn is_about_untagged(&self) -> bool {
        !self.not && matches!(&self.test, Test::Is(all) if all.iter().any(|is| is.is_about_untagged()))
    }

    /// Is it about who says something, and is it who gave `reading`?
    fn annotator(&self, reading: &Reading, context: &Context) -> Option<bool> {
        match &self.test {
            _ if self.not => None,
            Test::Field(Key::Annotator, values) => Some(values.iter().any(|value| is_of(value, reading))),
            Test::Is(all) if *all == [Is::Mine] => Some(is_mine(reading, context)),
            _ => None,
        }
    }
}

/// A row as a filter looks at it.
struct View<'a> {
    row: &'a Row,
    /// The readings that say something.
    all: &'a [&'a Reading],
    /// Of these, those that count.
    readings: &'a [&'a Reading],
    context: &'a Context,
}

impl View<'_> {
    fn any(&self, holds: impl Fn(&Reading) -> bool) -> bool {
        self.readings.iter().any(|reading| holds(reading))
    }

    fn any_tag(&self, holds: impl Fn(&Tag) -> bool) -> bool {
        self.any(|reading| reading.sentence.tags.iter().any(&holds))
    }
}

impl Test {
    fn holds(&self, view: &View<'_>) -> bool {
        match self {
            Self::Word(value) => value.is_word_of(view),
            Self::Field(key, values) => values.iter().any(|value| value.holds(*key, view)),
            Self::State(those) => those.iter().any(|state| state.matches(view.row)),
            Self::Is(those) => those.iter().any(|is| match is {
                Is::Unsure => view.any_tag(|tag| tag.unsure),
                Is::Marked => view.any(|reading| reading.sentence.mark),
                Is::Noted => view.any(|reading| reading.sentence.note.is_some()),
                Is::NoSource => view.any_tag(|tag| tag.label.has_source() && tag.source.is_empty()),
                Is::Conflict => view.any(|reading| reading.sentence.conflict.is_some()),
                Is::Mine => view.all.iter().any(|reading| is_mine(reading, view.context)),
                Is::Cut => view.row.is_cut_differently(),
            }),
        }
    }
}

impl Value {
    fn is_word_of(&self, view: &View<'_>) -> bool {
        let aliases = &view.context.aliases;
        let cut = view.row.is_cut_differently();
        self.is_in(view.row.words())
            || view.any(|reading| {
                let note = reading.sentence.note.as_deref();
                cut && self.is_in(reading.words()) || note.is_some_and(|note| self.is_in(note))
            })
            || view.any_tag(|tag| self.is_source(tag, aliases))
    }

    fn holds(&self, key: Key, view: &View<'_>) -> bool {
        let article = &view.row.article;
        match key {
            Key::Label => view.any_tag(|tag| self.is(tag.label.as_str())),
            Key::Annotator => view.all.iter().any(|reading| is_of(self, reading)),
            Key::Story => self.is_story(article.id.story()),
            Key::Article => {
                let title = article.front.title.as_deref();
                self.is_in(article.id.as_str()) || title.is_some_and(|title| self.is_in(title))
            }
            Key::Source => view.any_tag(|tag| self.is_source(tag, &view.context.aliases)),
            Key::Claim => view.any_tag(|tag| tag.claims.iter().any(|claim| self.is(claim))),
            Key::Outlet => self.is_in(article.front.outlet.as_deref().unwrap_or_default()),
            // Their values are fixed.
            Key::State | Key::Is => false,
        }
    }
}

fn is_of(value: &Value, reading: &Reading) -> bool {
    value.text.eq_ignore_ascii_case(reading.annotator.as_str())
}

fn is_mine(reading: &Reading, context: &Context) -> bool {
    context.me.as_ref() == Some(&reading.annotator)
}

#[cfg(test)]
mod tests;
