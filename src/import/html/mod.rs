//! A web page, as a browser saves it or a program fetches it: its main text as plain paragraphs, what it says about itself
//! as front matter.
//!
//! Which part of the page is the article is decided by Mozilla's Readability (as ported by `dom_smoothie`); headings,
//! items of lists, rows of tables and captions keep lines of their own.

mod bounds;
mod charset;
mod clutter;
mod json_ld;
mod meta;
mod plain;

use dom_smoothie::{Config, Readability};

use super::{Draft, FormError, draft::web_address};
use meta::Meta;
use plain::Plain;

/// How many code points of running text, outside of links, make an article: Readability's own bound for a paragraph that
/// counts.
const SHORTEST: usize = 140;

/// Among how many blocks at the beginning a headline is looked for that is also the page's.
const FIRST_BLOCKS: usize = 4;

/// Reads a page.
///
/// # Errors
/// [`FormError`] where the bytes are no text, the page is larger than any article, or holds none.
pub(super) fn read(bytes: Vec<u8>) -> Result<Draft, FormError> {
    let decoded = charset::decode(bytes)?;
    Ok(Draft { encoding: decoded.encoding, ..article(&decoded.text, None)? })
}

/// The article of a page that was fetched from `url`, where that is known.
///
/// # Errors
/// [`FormError`] where the page is larger than any article, or holds none.
pub(super) fn article(html: &str, url: Option<&str>) -> Result<Draft, FormError> {
    let mut page = parsed(html)?;
    make_ready(&page);
    let Meta { mut front, headline, paid } = Meta::of(&page);
    front.url = front.url.or_else(|| web_address(url?)).or_else(|| web_address(saved_from(html)?));
    let found = page.parse().map_err(|_| FormError::NoArticle)?;
    front.author = front.author.or_else(|| meta::author(&found.byline?));
    let Plain { text, words, linked } = plain::plain(&Readability::from(found.content));
    if words - linked < SHORTEST || linked > words / 2 {
        return Err(FormError::NoArticle);
    }
    let headline = headline.or_else(|| front.title.clone());
    let text = match headline {
        Some(headline) if !begins_with(&text, &headline) => format!("{headline}\n\n{text}"),
        _ => text,
    };
    let notices = if paid {
        vec!["the page says that not all of it is free to read: the text may be a part of it".to_owned()]
    } else {
        Vec::new()
    };
    Ok(Draft { front, text, notices, ..Draft::default() })
}

/// Readability drops figures beside the text, captions and all, and takes cells apart that mean nothing but layout: so
/// figures with a caption become paragraphs, and cells do not run together. Neither do the parts of a headline, which pages
/// put on lines of their own by their style.
fn make_ready(page: &Readability) {
    clutter::remove(page);
    for part in page.doc.select("h1 > span + span, h2 > span + span").nodes() {
        part.insert_before(&part.tree.new_text(" "));
    }
    page.doc.select("figure:has(figcaption)").rename("p");
    for cell in page.doc.select("td, th").nodes() {
        cell.append_child(&cell.tree.new_text(" "));
    }
}

/// All words of a page, without looking for an article in it: what a mail says that comes as a page.
///
/// # Errors
/// [`FormError::Excessive`] where there are more elements than in any mail.
pub(super) fn words(html: &str) -> Result<String, FormError> {
    Ok(plain::plain(&parsed(html)?).text)
}

/// The page as a tree.
fn parsed(html: &str) -> Result<Readability, FormError> {
    bounds::check(html)?;
    let config = Config { disable_json_ld: true, ..Config::default() };
    Readability::new(html, None, Some(config)).map_err(|_| FormError::NoArticle)
}

/// Is the headline one of the first blocks of the text, but for upper and lower case?
fn begins_with(text: &str, headline: &str) -> bool {
    let folded = headline.to_lowercase();
    text.split("\n\n").take(FIRST_BLOCKS).any(|block| block.trim().to_lowercase() == folded)
}

/// The address that browsers put into a comment at the beginning of a page they save.
fn saved_from(html: &str) -> Option<&str> {
    const START: usize = 1_000;
    let mut end = html.len().min(START);
    while !html.is_char_boundary(end) {
        end -= 1;
    }
    let (_, after) = html[..end].split_once("saved from url=(")?;
    after.split_once(')')?.1.split("-->").next()
}

#[cfg(test)]
mod tests;
