//! What the interface says, in English and German.
//!
//! A [`Phrase`] has both languages by construction, so the compiler finds a gap. Sentences with numbers or names in
//! them are written where they arise, as functions of a [`Lang`].

pub mod anchors;
pub mod errors;
pub mod export;
pub mod phrases;
pub mod review;
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

    /// `n` as people write it: `1,200` or `1.200`.
    pub fn number(self, n: usize) -> String {
        let digits = n.to_string();
        let mut written = String::with_capacity(digits.len() + digits.len() / 3);
        for (at, digit) in digits.char_indices() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                written.push(if self == Self::En { ',' } else { '.' });
            }
            written.push(digit);
        }
        written
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

#[cfg(test)]
mod tests {
    use super::Lang;

    #[test]
    fn numbers_are_written_in_groups_of_three() {
        assert_eq!([0, 999, 1_200].map(|n| Lang::En.number(n)), ["0", "999", "1,200"]);
        assert_eq!(Lang::De.number(1_234_567), "1.234.567");
    }
}
