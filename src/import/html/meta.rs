//! What a page says about itself.

use std::collections::BTreeMap;

use dom_smoothie::Readability;
use serde_json::Value;

use super::json_ld;
use crate::{
    import::draft::{day, one_line, web_address},
    text::FrontMatter,
};

/// Meta elements that tell when an article was published.
const DATES: [&str; 7] = [
    "article:published_time",
    "datepublished",
    "dc.date",
    "dc.date.issued",
    "dcterms.date",
    "dcterms.issued",
    "date",
];

/// What a page says about itself.
#[derive(Debug, Default)]
pub(super) struct Meta {
    /// Its front matter.
    pub(super) front: FrontMatter,
    /// The headline as it stands on the page, where only one can be it.
    pub(super) headline: Option<String>,
    /// Not all of it is free to read.
    pub(super) paid: bool,
}

impl Meta {
    /// Looks for it in JSON-LD (schema.org), in the meta elements of Open Graph and Dublin Core, in links, and in the
    /// text where nothing else says it.
    pub(super) fn of(page: &Readability) -> Self {
        let said = Said::of(page);
        let outlet =
            said.json("publisher", json_ld::name).or_else(|| said.meta(&["og:site_name", "dc.publisher"]));
        // The heading of a small site is often its own name.
        let headline = only_heading(page).filter(|heading| outlet.as_ref() != Some(heading));
        let title = said.json("headline", json_ld::name).or_else(|| said.meta(&["og:title", "dc.title"]));
        let title = title.or_else(|| headline.clone()).or_else(|| one_line(&page.get_article_title()));
        let title = title.map(|title| without(&title, outlet.as_deref()).to_owned());
        let author = said
            .json("author", json_ld::name)
            .or_else(|| said.meta(&["author", "dc.creator", "dcterms.creator", "article:author"]));
        let date = said.json("datePublished", json_ld::name);
        let date = date.or_else(|| said.meta(&DATES)).and_then(|date| day(&date));
        let date = date.or_else(|| day(&attribute(page, "time[datetime]", "datetime")?));
        let url = attribute(page, "link[rel=canonical]", "href").and_then(|url| web_address(&url));
        let url = url.or_else(|| web_address(&said.meta(&["og:url"])?));
        let url = url.or_else(|| web_address(&said.json("url", json_ld::name)?));
        let free = said.article.as_ref().and_then(|article| article.get("isAccessibleForFree"));
        let paid = match free {
            Some(Value::Bool(free)) => !free,
            Some(Value::String(free)) => free.eq_ignore_ascii_case("false"),
            _ => false,
        };
        let front = FrontMatter {
            title,
            outlet,
            author: author.and_then(|author| self::author(&author)).or_else(|| byline(page)),
            date,
            url,
            lang: attribute(page, "html[lang]", "lang").and_then(|lang| language(&lang)),
            retrieved: None,
        };
        Self { front, headline, paid }
    }
}

/// An author's name without the word that introduces it; an address is no name.
pub(super) fn author(author: &str) -> Option<String> {
    let author = one_line(author).filter(|author| web_address(author).is_none())?;
    let name = ["Von ", "von ", "By ", "by "].iter().find_map(|by| author.strip_prefix(by));
    Some(name.unwrap_or(&author).to_owned())
}

/// A title without the name of the outlet that many pages put before or behind it.
fn without<'t>(title: &'t str, outlet: Option<&str>) -> &'t str {
    const BETWEEN: [char; 9] = ['|', '-', '–', '—', ':', '·', '•', '»', '«'];
    let Some(outlet) = outlet else { return title };
    let before = title.strip_suffix(outlet).map(|rest| rest.trim_end().strip_suffix(BETWEEN));
    let behind = || title.strip_prefix(outlet).map(|rest| rest.trim_start().strip_prefix(BETWEEN));
    let rest = before.or_else(behind).flatten().map_or("", str::trim);
    if rest.is_empty() { title } else { rest }
}

/// The author as a German byline says it. Readability knows English names for those alone.
fn byline(page: &Readability) -> Option<String> {
    const LONGEST: usize = 100;
    let lines = page.doc.select("[class*=autor], [class*=verfasser]");
    let line = lines.iter().find_map(|line| {
        // Whole parts of a page may be called so, and lie in one another.
        let is_short = line.nodes().iter().all(|node| node.descendants_it().nth(LONGEST).is_none());
        let line = is_short.then(|| one_line(&line.text())).flatten()?;
        (line.starts_with("Von ") && line.chars().count() <= LONGEST).then_some(line)
    });
    author(&line?)
}

/// What the machine-readable parts of a page say.
struct Said {
    article: Option<Value>,
    meta: BTreeMap<String, String>,
}

impl Said {
    fn of(page: &Readability) -> Self {
        let scripts = page.doc.select("script[type='application/ld+json']");
        let article = scripts.iter().find_map(|script| json_ld::article(&script.text()));
        let mut meta = BTreeMap::new();
        for element in &page.doc.select("meta[content]") {
            let key = ["property", "name", "itemprop"].iter().find_map(|key| element.attr(key));
            let value = element.attr("content").and_then(|content| one_line(&content));
            if let (Some(key), Some(value)) = (key, value) {
                meta.entry(key.trim().to_ascii_lowercase()).or_insert(value);
            }
        }
        Self { article, meta }
    }

    /// What the article's JSON-LD has in a field. Many pages have HTML there, against the rules.
    fn json(&self, field: &str, read: fn(&Value) -> Option<String>) -> Option<String> {
        let value = read(self.article.as_ref()?.get(field)?)?;
        if value.contains(['&', '<']) { one_line(&super::words(&value).ok()?) } else { one_line(&value) }
    }

    /// What the first of these meta elements says.
    fn meta(&self, names: &[&str]) -> Option<String> {
        names.iter().find_map(|name| self.meta.get(*name)).cloned()
    }
}

/// The text of the only heading of the first rank, where there is just one that says anything.
fn only_heading(page: &Readability) -> Option<String> {
    let headings = page.doc.select("h1");
    let mut said = headings.iter().filter_map(|heading| one_line(&heading.text()));
    let first = said.next()?;
    said.all(|other| other == first).then_some(first)
}

/// The attribute of the first element that is selected.
fn attribute(page: &Readability, selected: &str, name: &str) -> Option<String> {
    one_line(&page.doc.select_single(selected).attr(name)?)
}

/// The language of a tag such as `de-AT`, as front matter names it.
fn language(tag: &str) -> Option<String> {
    let language = tag.split(['-', '_']).next()?.trim().to_ascii_lowercase();
    let is_code = (2..=3).contains(&language.len()) && language.bytes().all(|byte| byte.is_ascii_lowercase());
    is_code.then_some(language)
}
