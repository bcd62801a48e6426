//! What an article says about itself: YAML between two lines `---` at its very start.

use serde::{
    Deserialize, Deserializer,
    de::{DeserializeOwned, IgnoredAny, MapAccess, SeqAccess, Visitor},
};
use serde_yaml::options::{DuplicateKeyPolicy, MergeKeyPolicy};
use std::fmt;

/// How far from the start the closing fence is looked for, in bytes.
const MAX_FRONT_MATTER_BYTES: usize = 64 * 1024;

/// What the fenced YAML at the very start of an article says about it.
///
/// Values are kept as they are written (`2024-10-25`, `1_000`); of a list, its items with commas between them.
/// Keys we do not know stay in the text, and are nobody's error.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FrontMatter {
    /// The headline.
    pub title: Option<String>,
    /// Who published it.
    pub outlet: Option<String>,
    /// Who wrote it.
    pub author: Option<String>,
    /// When it was published, as written.
    pub date: Option<String>,
    /// Where it was published.
    pub url: Option<String>,
    /// Its language as an ISO 639-1 code.
    pub lang: Option<String>,
    /// When it was fetched, as written.
    pub retrieved: Option<String>,
}

impl FrontMatter {
    /// The front matter of `text` and where the text after it begins, in bytes.
    ///
    /// `None` where the text does not start with a fence, where the fence does not close within 64 KB, and where
    /// it holds anything but a YAML mapping: then it is text like any other. Anchors, aliases and merge keys do
    /// not count as such a mapping, so that a small file cannot unfold into a large one.
    pub fn parse(text: &str) -> Option<(Self, usize)> {
        let (yaml, body) = fenced(text)?;
        // Only what is asked for as a string is read as it is written, and only where all are scalars can all be
        // asked for as strings.
        let fields = read::<Fields<String>>(yaml).or_else(|| {
            let Fields { title, outlet, author, date, url, lang, retrieved } = read::<Fields<Loose>>(yaml)?;
            let text = |value: Option<Loose>| value.map(|Loose(text)| text);
            Some(Fields {
                title: text(title),
                outlet: text(outlet),
                author: text(author),
                date: text(date),
                url: text(url),
                lang: text(lang),
                retrieved: text(retrieved),
            })
        })?;
        let filled = |value: Option<String>| value.filter(|text| !text.trim().is_empty());
        let front = Self {
            title: filled(fields.title),
            outlet: filled(fields.outlet),
            author: filled(fields.author),
            date: filled(fields.date),
            url: filled(fields.url),
            lang: filled(fields.lang),
            retrieved: filled(fields.retrieved),
        };
        Some((front, body))
    }
}

/// What stands between the fences, and where the text after them begins.
fn fenced(text: &str) -> Option<(&str, usize)> {
    let is_fence = |line: &str| line.strip_prefix("---").is_some_and(|rest| rest.trim_end().is_empty());
    let mut lines = text.split_inclusive('\n');
    let start = lines.next().filter(|line| is_fence(line))?.len();
    let mut end = start;
    for line in lines {
        if is_fence(line) {
            return Some((&text[start..end], end + line.len()));
        }
        end += line.len();
        if end > MAX_FRONT_MATTER_BYTES {
            return None;
        }
    }
    None
}

/// Reads a short piece of YAML from a stranger, unless it holds nothing.
fn read<T: DeserializeOwned>(yaml: &str) -> Option<T> {
    let options = serde_yaml::options! {
        duplicate_keys: DuplicateKeyPolicy::LastWins,
        merge_keys: MergeKeyPolicy::Error,
        strict_booleans: true,
        underscored_numbers_as_strings: true,
        leading_zero_numbers_as_strings: true,
        with_snippet: false,
        budget: serde_yaml::budget! { max_anchors: 0, max_aliases: 0, max_depth: 8, max_nodes: 2_000, max_documents: 1 },
    };
    serde_yaml::from_str_with_options::<Option<T>>(yaml, options).ok().flatten()
}

/// The keys we know, their values of one type.
#[derive(Deserialize)]
struct Fields<T> {
    title: Option<T>,
    outlet: Option<T>,
    author: Option<T>,
    date: Option<T>,
    url: Option<T>,
    lang: Option<T>,
    retrieved: Option<T>,
}

/// Any value as text: a list's items joined, a mapping as nothing.
struct Loose(String);

impl<'de> Deserialize<'de> for Loose {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(LooseVisitor).map(Self)
    }
}

struct LooseVisitor;

impl<'de> Visitor<'de> for LooseVisitor {
    type Value = String;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_str<E>(self, value: &str) -> Result<String, E> {
        Ok(value.to_owned())
    }

    fn visit_bool<E>(self, value: bool) -> Result<String, E> {
        Ok(value.to_string())
    }

    fn visit_i64<E>(self, value: i64) -> Result<String, E> {
        Ok(value.to_string())
    }

    fn visit_u64<E>(self, value: u64) -> Result<String, E> {
        Ok(value.to_string())
    }

    fn visit_i128<E>(self, value: i128) -> Result<String, E> {
        Ok(value.to_string())
    }

    fn visit_u128<E>(self, value: u128) -> Result<String, E> {
        Ok(value.to_string())
    }

    fn visit_f64<E>(self, value: f64) -> Result<String, E> {
        Ok(value.to_string())
    }

    fn visit_unit<E>(self) -> Result<String, E> {
        Ok(String::new())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<String, A::Error> {
        let mut joined = String::new();
        while let Some(Loose(item)) = items.next_element()? {
            if !joined.is_empty() && !item.is_empty() {
                joined.push_str(", ");
            }
            joined.push_str(&item);
        }
        Ok(joined)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<String, A::Error> {
        while entries.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(String::new())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn front(yaml: &str) -> Option<FrontMatter> {
        let text = format!("---\n{yaml}---\nDer Text.");
        let (front, body) = FrontMatter::parse(&text)?;
        assert_eq!(&text[body..], "Der Text.");
        Some(front)
    }

    #[test]
    fn values_are_read_as_they_are_written() {
        let front = front(
            "title: 'Kreml: kein Anruf'\noutlet: 007\nauthor: no\ndate: 2024-10-25\nurl: 2.50\n\
             lang: ~\nretrieved: 1_000\nrubrik: {x: [1]}\n",
        )
        .unwrap();
        assert_eq!(front.title.as_deref(), Some("Kreml: kein Anruf"));
        assert_eq!(front.outlet.as_deref(), Some("007"));
        assert_eq!(front.author.as_deref(), Some("no"));
        assert_eq!(front.date.as_deref(), Some("2024-10-25"));
        assert_eq!(front.url.as_deref(), Some("2.50"));
        assert_eq!(front.lang, None);
        assert_eq!(front.retrieved.as_deref(), Some("1_000"));
    }

    #[test]
    fn a_list_is_joined_and_does_not_cost_the_other_fields() {
        let front = front("author: [A. Berg, B. Tal]\ntitle: 1984\nurl: {a: b}\nlang: [de]\n").unwrap();
        assert_eq!(front.author.as_deref(), Some("A. Berg, B. Tal"));
        assert_eq!(front.title.as_deref(), Some("1984"));
        assert_eq!((front.url, front.lang.as_deref()), (None, Some("de")));
    }

    #[test]
    fn only_a_mapping_is_front_matter() {
        for yaml in
            ["", "\n", "# nur ein Kommentar\n", "Ein Satz.\n", "- eins\n- zwei\n", "title: [\n", "null\n"]
        {
            assert_eq!(front(yaml), None, "{yaml:?}");
        }
        assert_eq!(FrontMatter::parse("---\ntitle: a\n"), None, "not closed");
        assert_eq!(FrontMatter::parse("\n---\ntitle: a\n---\n"), None, "not at the start");
        assert_eq!(FrontMatter::parse("----\ntitle: a\n----\n"), None, "no fence");
        assert!(FrontMatter::parse("---  \ntitle: a\n---\t").is_some(), "blanks after the fence");
        assert!(front("rubrik: Politik\n").is_some(), "unknown keys alone");
    }

    #[test]
    fn hostile_yaml_is_text() {
        assert_eq!(front("a: &a [x]\ntitle: *a\n"), None, "aliases");
        assert_eq!(front(&format!("title: {}\n", "[".repeat(30_000))), None, "depth");
        assert_eq!(front(&format!("title: [{}]\n", "x, ".repeat(20_000))), None, "nodes");
        assert_eq!(front(&format!("title: {}\n", "x".repeat(70_000))), None, "size");
    }
}
