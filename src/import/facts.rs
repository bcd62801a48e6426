//! What is known about an article beside its text becomes its front matter.

use crate::text::{FrontMatter, decode::DecodeError};

/// What is known about an article beside its text.
#[derive(Clone, Copy, Debug, Default)]
pub struct Facts<'a> {
    /// Its headline.
    pub title: Option<&'a str>,
    /// Who published it.
    pub outlet: Option<&'a str>,
    /// Who wrote it.
    pub author: Option<&'a str>,
    /// When it was published.
    pub date: Option<&'a str>,
    /// Where it was published.
    pub url: Option<&'a str>,
    /// Its language.
    pub lang: Option<&'a str>,
}

/// Why facts cannot be written into an article.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    /// Its own front matter says it already.
    #[error("its front matter has `{key}: {value}` already; leave --{key} out")]
    Said {
        /// The field.
        key: &'static str,
        /// What stands there.
        value: String,
    },
    /// What was given is no value of one line.
    #[error("--{0} holds a line break or a control character")]
    NoLine(&'static str),
    /// The article could not be opened as text: more of it is control characters than in any text.
    #[error(transparent)]
    NoText(#[from] DecodeError),
}

/// The article: `text` with `facts` in its front matter, and a line end behind it. A text that has front matter keeps
/// it, byte for byte, and the facts are added at its beginning.
///
/// # Errors
/// [`ImportError`] where a fact is there already, or holds control characters.
pub fn with_front_matter(facts: &Facts<'_>, text: &str) -> Result<String, ImportError> {
    let own = FrontMatter::parse(text).map(|(front, _)| front);
    let there = own.clone().unwrap_or_default();
    let mut fields = String::new();
    for (key, value, said) in [
        ("title", facts.title, there.title),
        ("outlet", facts.outlet, there.outlet),
        ("author", facts.author, there.author),
        ("date", facts.date, there.date),
        ("url", facts.url, there.url),
        ("lang", facts.lang, there.lang),
    ] {
        let Some(value) = value else { continue };
        if let Some(value) = said {
            return Err(ImportError::Said { key, value });
        }
        if value.chars().any(char::is_control) {
            return Err(ImportError::NoLine(key));
        }
        fields.push_str(key);
        fields.push_str(": ");
        let options = serde_yaml::ser_options! { prefer_block_scalars: false };
        // Neither can a text fail to serialise nor a string to take it.
        let _ = serde_yaml::to_fmt_writer_with_options(&mut fields, &value, options);
    }
    let end = if text.ends_with('\n') { "" } else { "\n" };
    let article = match text.split_once('\n') {
        _ if fields.is_empty() => format!("{text}{end}"),
        Some((fence, rest)) if own.is_some() => format!("{fence}\n{fields}{rest}{end}"),
        _ => format!("---\n{fields}---\n{text}{end}"),
    };
    Ok(article)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn facts_become_front_matter_that_reads_back() {
        let facts = Facts {
            title: Some("No: \"yes\" # 1"),
            date: Some("2026-11-21"),
            lang: Some("no"),
            ..Facts::default()
        };
        let article = with_front_matter(&facts, "Ein Satz.").unwrap();
        let (front, body) = FrontMatter::parse(&article).unwrap();
        assert_eq!(front.title.as_deref(), facts.title);
        assert_eq!(front.date.as_deref(), facts.date);
        assert_eq!(front.lang.as_deref(), facts.lang);
        assert_eq!(&article[body..], "Ein Satz.\n");
    }

    #[test]
    fn front_matter_that_is_there_stays_and_is_added_to() {
        let text = "---\noutlet: Bote\nours: [1, 2]\n---\nEin Satz.\n";
        let facts = Facts { lang: Some("de"), ..Facts::default() };
        let article = with_front_matter(&facts, text).unwrap();
        assert_eq!(article, "---\nlang: de\noutlet: Bote\nours: [1, 2]\n---\nEin Satz.\n");
        let facts = Facts { outlet: Some("Blatt"), ..facts };
        let error = with_front_matter(&facts, text).unwrap_err();
        assert_eq!(error, ImportError::Said { key: "outlet", value: "Bote".into() });
    }

    #[test]
    fn a_rule_at_the_start_is_text() {
        let facts = Facts { lang: Some("de"), ..Facts::default() };
        let article = with_front_matter(&facts, "---\nkein Feld\n---\nx\n").unwrap();
        assert_eq!(article, "---\nlang: de\n---\n---\nkein Feld\n---\nx\n");
        assert_eq!(with_front_matter(&Facts::default(), "x").unwrap(), "x\n");
    }
}
