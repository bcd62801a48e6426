//! An article: its decoded text, its front matter, its title.

use super::{Kind, Unit, decode::Decoded, decode::Encoding, sentence::Options};
use sha2::{Digest, Sha256};
use std::{
    borrow::Cow,
    sync::{Arc, OnceLock},
};

pub use super::{article_id::ArticleId, front_matter::FrontMatter};

/// Among how many units at the start a heading is taken for the title.
pub const TITLE_UNITS: usize = 8;

/// How long a title made from running text gets, in code points.
const TITLE_CHARS: usize = 72;

/// A decoded article. Nothing here is ever written back.
#[derive(Clone, Debug)]
pub struct Article {
    /// Which one.
    pub id: ArticleId,
    /// The whole decoded text, front matter included; line ends are `\n`.
    pub text: Arc<str>,
    /// How its bytes were read.
    pub encoding: Encoding,
    /// Some of its bytes meant nothing in that encoding; `U+FFFD` stands in their place.
    pub replaced: bool,
    /// What its front matter says; empty where it has none.
    pub front: FrontMatter,
    /// Where the text after the front matter begins, in bytes.
    pub body: usize,
    /// What its workspace says about cutting articles into sentences; [`Self::options`] says what that means for it.
    pub segment: Options,
    /// What [`Self::sha256`] gives, for all copies of the article.
    sum: Arc<OnceLock<String>>,
}

impl Article {
    /// The article `id` whose bytes gave `decoded`.
    pub fn new(id: ArticleId, decoded: Decoded) -> Self {
        let Decoded { text, encoding, replaced } = decoded;
        let (front, body) = FrontMatter::parse(&text).unwrap_or_default();
        let (text, segment, sum) = (text.into(), Options::default(), Arc::default());
        Self { id, text, encoding, replaced, front, body, segment, sum }
    }

    /// How it is cut into sentences: in the language its front matter names, else the one that is found out, else that
    /// of its workspace; with line breaks as its workspace says, else as its text shows. Looks at the first 64 KB.
    pub fn options(&self) -> Options {
        let language = self.front.lang.as_deref().and_then(|lang| lang.parse().ok());
        let decided = Options { language, ..self.segment }.decide(&self.text, self.body);
        Options { language: decided.language.or(self.segment.language), ..decided }
    }

    /// The [`text_sha256`] of its text, summed up when it is first asked for: 20 MB take 12 ms.
    pub fn sha256(&self) -> &str {
        self.sum.get_or_init(|| text_sha256(&self.text))
    }

    /// What to call it: the front matter's title, else the first heading among its first `units`, else the
    /// beginning of its first unit, else its file name. In one line; not yet made safe to show.
    pub fn title<'a>(&'a self, units: &[Unit]) -> Cow<'a, str> {
        let first = &units[..units.len().min(TITLE_UNITS)];
        if let Some(title) = &self.front.title {
            one_line(title)
        } else if let Some(heading) = first.iter().find(|unit| unit.kind == Kind::Heading) {
            one_line(&self.text[heading.bytes.range()])
        } else if let Some(unit) = first.first() {
            beginning(&self.text[unit.bytes.range()])
        } else {
            Cow::Borrowed(self.id.name())
        }
    }
}

/// `text` with any white space as single blanks.
fn one_line(text: &str) -> Cow<'_, str> {
    let text = text.trim();
    if text.contains(|c: char| c.is_whitespace() && c != ' ') || text.contains("  ") {
        Cow::Owned(text.split_whitespace().collect::<Vec<_>>().join(" "))
    } else {
        Cow::Borrowed(text)
    }
}

/// The first words of `text` in one line, `…` behind them if there are more.
fn beginning(text: &str) -> Cow<'_, str> {
    let Some((cut, _)) = text.char_indices().nth(TITLE_CHARS) else { return one_line(text) };
    let kept = &text[..cut];
    let whole_words = kept.rfind(char::is_whitespace).map_or(kept, |space| &kept[..space]);
    Cow::Owned(one_line(whole_words).into_owned() + "…")
}

/// The SHA-256 of `text` as UTF-8 in lower-case hexadecimal: `text_sha256` in annotation files.
pub fn text_sha256(text: &str) -> String {
    format!("{:x}", Sha256::digest(text.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::{
        super::{Rule, Span},
        *,
    };

    fn article(text: &str) -> Article {
        let decoded = Decoded { text: text.to_owned(), ..Decoded::default() };
        Article::new(ArticleId::new("ort/stueck.txt"), decoded)
    }

    fn unit(text: &str, part: &str, kind: Kind) -> Unit {
        let start = u32::try_from(text.find(part).unwrap()).unwrap();
        let bytes = Span::new(start, start + u32::try_from(part.len()).unwrap());
        Unit { bytes, chars: bytes, kind, rule: Rule(&"test") }
    }

    #[test]
    fn the_front_matter_stays_in_the_text_and_the_body_begins_after_it() {
        let with = article("---\nlang: de\n---\nEin Satz.");
        assert_eq!((&with.text[with.body..], with.front.lang.as_deref()), ("Ein Satz.", Some("de")));
        let without = article("---\nEin Satz.\n---\n");
        assert_eq!((without.body, without.front), (0, FrontMatter::default()));
    }

    #[test]
    fn the_title_comes_from_where_there_is_one() {
        let text = "Von Ute Beer\nKeine Spur\nvom Geld\nDie Stadt sucht.";
        let by = unit(text, "Von Ute Beer", Kind::Furniture);
        let heading = unit(text, "Keine Spur\nvom Geld", Kind::Heading);
        assert_eq!(article(text).title(&[by, heading]), "Keine Spur vom Geld");
        assert_eq!(article(text).title(&[by]), "Von Ute Beer");
        assert_eq!(article(text).title(&[]), "stueck.txt");
        assert_eq!(article("---\ntitle: Eigener\n---\n").title(&[]), "Eigener");
    }

    #[test]
    fn a_long_sentence_is_cut_between_words_when_it_serves_as_title() {
        let text = "wort ".repeat(40);
        let title = article(&text).title(&[unit(&text, text.trim_end(), Kind::Sentence)]).into_owned();
        assert!(title.ends_with("wort…") && title.chars().count() <= TITLE_CHARS + 1, "{title}");
    }

    #[test]
    fn the_sum_is_that_of_the_utf8_text() {
        assert_eq!(text_sha256("ä"), "33e6d73fee82904c8d7afb78de1154d1e8dc2a0edb08120e63df5b9385c2d9cc");
    }
}
