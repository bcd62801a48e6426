//! An article as it was found in a file, before anybody has said more about it.

use super::{Facts, ImportError, with_front_matter};
use crate::text::{
    FrontMatter,
    decode::{DecodeError, Encoding, decode},
};

/// An article as it was found in a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// What the file says about it outside of its text: a page's metadata, a mail's header.
    pub front: FrontMatter,
    /// Its text; of text and Markdown with the front matter it brings along.
    pub text: String,
    /// How the bytes were read.
    pub encoding: Encoding,
    /// What the person should know: what was left out, and what may be amiss.
    pub notices: Vec<String>,
}

/// Why no article was found in a file.
#[derive(Debug, thiserror::Error)]
pub enum FormError {
    /// Its bytes are no text.
    #[error(transparent)]
    NoText(#[from] DecodeError),
    /// There is no word in it.
    #[error("holds no text")]
    Empty,
    /// A page that holds links, pictures or scraps, but no article.
    #[error(
        "holds no article that could be told from the rest of the page\n\
         hint: copy its words in the browser and bring them in with factdesk import - --to STORY/NAME; --as text takes \
         the page as it is, tags and all"
    )]
    NoArticle,
    /// A page of more elements, or of deeper nesting, than any article has.
    #[error("is no page that is read: it has more than {limit} {what}")]
    Excessive {
        /// Of what there is too much.
        what: &'static str,
        /// How many of them are taken.
        limit: usize,
    },
    /// An archive that is no document of Word, or a damaged one.
    #[error("is no Word document that can be read: {0}")]
    Docx(String),
    /// Bytes that are no mail.
    #[error("is no mail: it names neither sender nor subject nor date")]
    NoMail,
    /// A mail without words.
    #[error("holds no text, only {0}")]
    NoBody(String),
}

impl Draft {
    /// The article, with what the person says about it in its front matter, and what the file says where neither they nor
    /// the text's own front matter do.
    ///
    /// # Errors
    /// [`ImportError`] where the text's own front matter says already what the person says, where they say no line, and
    /// where the article could not be opened.
    pub fn article(&self, said: &Facts<'_>) -> Result<String, ImportError> {
        let own = FrontMatter::parse(&self.text).map(|(front, _)| front).unwrap_or_default();
        let found = &self.front;
        let facts = Facts {
            title: fact(said.title, own.title.as_ref(), found.title.as_ref()),
            outlet: fact(said.outlet, own.outlet.as_ref(), found.outlet.as_ref()),
            author: fact(said.author, own.author.as_ref(), found.author.as_ref()),
            date: fact(said.date, own.date.as_ref(), found.date.as_ref()),
            url: fact(said.url, own.url.as_ref(), found.url.as_ref()),
            lang: fact(said.lang, own.lang.as_ref(), found.lang.as_ref()),
        };
        let article = with_front_matter(&facts, &self.text)?;
        decode(article.clone().into_bytes())?;
        Ok(article)
    }
}

/// What is to be added to the text's own front matter: what was said, else what was found where the text says nothing.
fn fact<'a>(said: Option<&'a str>, own: Option<&String>, found: Option<&'a String>) -> Option<&'a str> {
    said.or_else(|| found.filter(|_| own.is_none()).map(String::as_str))
}

/// What somebody else wrote into a field, as a value of one line: white space as single blanks, no control characters, at
/// most 500 code points. `None` where nothing is left.
pub(super) fn one_line(value: &str) -> Option<String> {
    const LONGEST: usize = 500;
    let words: Vec<&str> =
        value.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty()).collect();
    let line: String = words.join(" ").chars().filter(|&c| c != '\u{AD}').take(LONGEST).collect();
    (!line.is_empty()).then_some(line)
}

/// The day that a date as machines write it begins with (`2024-10-25T08:00:00+02:00`), as it is written there.
pub(super) fn day(date: &str) -> Option<String> {
    let day = date.trim_start().get(..10)?;
    day.parse::<jiff::civil::Date>().is_ok().then(|| day.to_owned())
}

/// The address, if it is one of the web that fits into a line.
pub(super) fn web_address(address: &str) -> Option<String> {
    crate::text::web_address(address).filter(|address| address.len() <= 2_000).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_person_says_counts_before_what_the_file_says() {
        let front = FrontMatter {
            title: Some("Aus der Datei".into()),
            lang: Some("de".into()),
            date: Some("2024-10-25".into()),
            ..FrontMatter::default()
        };
        let draft = Draft { front, text: "---\nlang: en\n---\nA sentence.\n".into(), ..Draft::default() };
        let said = Facts { title: Some("Gesagt"), ..Facts::default() };
        assert_eq!(
            draft.article(&said).unwrap(),
            "---\ntitle: Gesagt\ndate: \"2024-10-25\"\nlang: en\n---\nA sentence.\n"
        );
        assert!(draft.article(&Facts { lang: Some("de"), ..said }).is_err(), "its own front matter says it");
    }

    #[test]
    fn values_of_strangers_become_one_plain_line() {
        assert_eq!(one_line(" Kein\n\tAn\u{AD}ruf\u{7}! ").as_deref(), Some("Kein Anruf !"));
        assert_eq!(one_line(" \n"), None);
        assert_eq!(day("2024-10-25T23:30:00+02:00").as_deref(), Some("2024-10-25"));
        assert_eq!((day("25.10.2024"), day("2024-13-01"), day("20ä4-10-25")), (None, None, None));
        assert_eq!(
            web_address(" https://bote.example/a?b=c ").as_deref(),
            Some("https://bote.example/a?b=c")
        );
        assert_eq!(
            (web_address("javascript:alert(1)"), web_address("/a"), web_address("https://a b")),
            (None, None, None)
        );
    }
}
