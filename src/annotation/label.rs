//! Labels and the people who give them.

use std::{fmt, sync::Arc};

use crate::{locale::Lang, text::slug};

/// The name of a label as files have it: `claim`, `denial`, `attribution`, or one a workspace adds.
///
/// A label that nobody declared is kept, shown and reported, never dropped.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Label(Arc<str>);

impl Label {
    /// The label `claim`.
    pub const CLAIM: &'static str = "claim";
    /// The label `denial`.
    pub const DENIAL: &'static str = "denial";
    /// The label `attribution`.
    pub const ATTRIBUTION: &'static str = "attribution";

    /// The label of that name.
    pub fn new(name: impl Into<Arc<str>>) -> Self {
        Self(name.into())
    }

    /// Its name.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Does it have a source: is it an attribution or a denial?
    pub fn has_source(&self) -> bool {
        matches!(&*self.0, Self::ATTRIBUTION | Self::DENIAL)
    }
}

impl fmt::Display for Label {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A label as a workspace defines it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LabelDefinition {
    /// Its name in files.
    pub label: Label,
    /// The key that sets it; its upper case sets it and goes on.
    pub key: char,
    /// The letter in the gutter.
    pub letter: char,
    /// One of the sixteen terminal colours by name, for the letter.
    pub colour: Option<String>,
    /// What people call it, in English.
    pub name_en: String,
    /// What people call it, in German.
    pub name_de: String,
}

impl LabelDefinition {
    /// The names of the colours a label may have: those every terminal has.
    pub const COLOURS: [&'static str; 16] = [
        "black",
        "red",
        "green",
        "yellow",
        "blue",
        "magenta",
        "cyan",
        "white",
        "bright-black",
        "bright-red",
        "bright-green",
        "bright-yellow",
        "bright-blue",
        "bright-magenta",
        "bright-cyan",
        "bright-white",
    ];

    /// What people call it in `lang`.
    pub fn name(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.name_en,
            Lang::De => &self.name_de,
        }
    }
}

/// All labels of a workspace, the three of the codebook first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LabelSet(Vec<LabelDefinition>);

impl Default for LabelSet {
    fn default() -> Self {
        let built_in = |name: &str, key, letter, name_en: &str, name_de: &str| LabelDefinition {
            label: Label::new(name),
            key,
            letter,
            colour: None,
            name_en: name_en.to_owned(),
            name_de: name_de.to_owned(),
        };
        Self(vec![
            built_in(Label::CLAIM, 'c', 'C', "claim", "Behauptung"),
            built_in(Label::DENIAL, 'd', 'D', "denial", "Dementi"),
            built_in(Label::ATTRIBUTION, 'a', 'A', "attribution", "Zuschreibung"),
        ])
    }
}

impl LabelSet {
    /// The three of the codebook and then `own`.
    pub fn with_own(own: impl IntoIterator<Item = LabelDefinition>) -> Self {
        let mut set = Self::default();
        set.0.extend(own);
        set
    }

    /// All definitions in order.
    pub fn iter(&self) -> impl Iterator<Item = &LabelDefinition> {
        self.0.iter()
    }

    /// The definition at `index`, in the order of [`Self::iter`].
    pub fn get(&self, index: usize) -> Option<&LabelDefinition> {
        self.0.get(index)
    }

    /// How a label is defined here, where it is.
    pub fn find(&self, label: &Label) -> Option<&LabelDefinition> {
        self.0.iter().find(|definition| definition.label == *label)
    }
}

/// The most characters of an annotator's slug.
const LONGEST_SLUG: usize = 40;

/// Who tags: a slug of `a-z`, `0-9` and `-`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Annotator(Arc<str>);

impl Annotator {
    /// The slug of the adjudicated version.
    pub const DESK: &'static str = "desk";

    /// The annotator of that slug; `None` where it is empty, longer than 40 characters, begins or ends with `-`, or
    /// holds anything but `a-z`, `0-9` and `-`.
    pub fn new(slug: &str) -> Option<Self> {
        let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        let good = !slug.is_empty()
            && slug.len() <= LONGEST_SLUG
            && slug.chars().all(fits)
            && !slug.starts_with('-')
            && !slug.ends_with('-');
        good.then(|| Self(slug.into()))
    }

    /// The adjudicated version.
    pub fn desk() -> Self {
        Self(Self::DESK.into())
    }

    /// A slug made from a person's name (`Änne Böll` gives `aenne-boell`); `None` where nothing is left of it.
    pub fn slug_of(name: &str) -> Option<Self> {
        Self::new(&slug(name, LONGEST_SLUG))
    }

    /// The slug.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Is it the adjudicated version?
    pub fn is_desk(&self) -> bool {
        self.as_str() == Self::DESK
    }
}

impl fmt::Display for Annotator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
