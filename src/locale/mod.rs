//! What the interface says, in English and German.
//!
//! A [`Phrase`] has both languages by construction, so the compiler finds a gap. Sentences with numbers or names in
//! them are written where they arise, as functions of a [`Lang`].

pub mod errors;
pub mod phrases;
pub mod rules;
pub mod say;
pub mod settings;

use std::borrow::Cow;

/// A language of the interface (not of an article).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// German.
    De,
}

impl Lang {
    /// The language a locale name such as `de_DE.UTF-8` asks for; English for every other.
    pub fn from_locale(name: &str) -> Self {
        if name.starts_with("de") { Self::De } else { Self::En }
    }
}

/// A text of the interface in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// In English.
    pub en: &'static str,
    /// In German.
    pub de: &'static str,
}

impl Phrase {
    /// A phrase in both languages.
    pub const fn new(en: &'static str, de: &'static str) -> Self {
        Self { en, de }
    }

    /// The text in `lang`.
    pub const fn text(self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => self.en,
            Lang::De => self.de,
        }
    }
}

/// A text of the interface that is made while the program runs, in both languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// In English.
    pub en: Cow<'static, str>,
    /// In German.
    pub de: Cow<'static, str>,
}

impl Text {
    /// The text in `lang`.
    pub fn text(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.en,
            Lang::De => &self.de,
        }
    }
}

impl From<String> for Text {
    /// What is the same in both languages, such as a line of a file.
    fn from(text: String) -> Self {
        Self { en: text.clone().into(), de: text.into() }
    }
}

impl From<Phrase> for Text {
    fn from(phrase: Phrase) -> Self {
        Self { en: phrase.en.into(), de: phrase.de.into() }
    }
}
