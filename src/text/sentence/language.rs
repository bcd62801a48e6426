//! The languages the segmenter has tables for.

use std::{fmt, str::FromStr};

/// A language the segmenter has tables for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Language {
    /// German.
    De,
    /// English.
    En,
    /// French.
    Fr,
    /// Spanish.
    Es,
    /// Italian.
    It,
    /// Polish.
    Pl,
    /// Russian.
    Ru,
    /// Turkish.
    Tr,
    /// Czech.
    Cs,
    /// Dutch.
    Nl,
}

impl Language {
    /// Every language, German and English first.
    pub const ALL: [Self; 10] =
        [Self::De, Self::En, Self::Fr, Self::Es, Self::It, Self::Pl, Self::Ru, Self::Tr, Self::Cs, Self::Nl];

    /// Its ISO 639-1 code, in lower case.
    pub const fn code(self) -> &'static str {
        match self {
            Self::De => "de",
            Self::En => "en",
            Self::Fr => "fr",
            Self::Es => "es",
            Self::It => "it",
            Self::Pl => "pl",
            Self::Ru => "ru",
            Self::Tr => "tr",
            Self::Cs => "cs",
            Self::Nl => "nl",
        }
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// A code that is none of [`Language::ALL`].
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no tables for the language `{0}`; there are de, en, fr, es, it, pl, ru, tr, cs and nl")]
pub struct UnknownLanguage(pub String);

impl FromStr for Language {
    type Err = UnknownLanguage;

    /// Reads a code as front matter and `--lang` give it: case is ignored, and so is a region (`de-AT`, `en_GB`).
    fn from_str(code: &str) -> Result<Self, UnknownLanguage> {
        let primary = code.trim().split(['-', '_']).next().unwrap_or_default();
        Self::ALL
            .into_iter()
            .find(|language| language.code().eq_ignore_ascii_case(primary))
            .ok_or_else(|| UnknownLanguage(code.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_read_with_case_and_region() {
        assert_eq!("de".parse(), Ok(Language::De));
        assert_eq!(" EN_gb".parse(), Ok(Language::En));
        assert_eq!("de-AT".parse(), Ok(Language::De));
        for language in Language::ALL {
            assert_eq!(language.code().parse(), Ok(language));
        }
    }

    #[test]
    fn an_unknown_code_is_named_in_the_error() {
        let error = "xx-YY".parse::<Language>().unwrap_err();
        assert!(error.to_string().contains("`xx-YY`"));
    }
}
