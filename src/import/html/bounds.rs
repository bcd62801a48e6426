//! How large a page may be. A parser of HTML never refuses: it closes, moves and repeats elements until the page fits,
//! which for some small pages takes hours or all memory. So a page is looked through before it is parsed.

use memchr::{memchr, memmem};

use crate::import::FormError;

/// How many elements a page may have. Long live blogs have some ten thousands.
const MOST_ELEMENTS: usize = 200_000;

/// How deep they may be nested. Browsers stop at 512.
const DEEPEST: usize = 1_000;

/// How many elements all elements together may lie in: what looks for the main text goes up from many of them. A page
/// of a newspaper has some ten thousands.
const MOST_ABOVE: usize = 10_000_000;

/// How many attributes an element may have.
const MOST_ATTRIBUTES: usize = 1_000;

/// Elements that end without being told, or cannot hold others.
const CLOSED: [&str; 24] = [
    "area", "base", "body", "br", "col", "dd", "dt", "embed", "head", "hr", "html", "img", "input", "li",
    "link", "meta", "option", "p", "source", "td", "th", "tr", "track", "wbr",
];

/// Elements that a parser opens anew in every block until they are closed.
const FORMATTING: [&str; 14] =
    ["a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"];

/// Elements whose content is no markup.
const RAW: [&str; 6] = ["script", "style", "textarea", "title", "xmp", "noscript"];

/// Looks whether a parser can cope with a page.
///
/// # Errors
/// [`FormError::Excessive`] where it may have to make more than 200,000 elements, nest them deeper than 1,000, nest
/// very many of them deep, or give one more than 1,000 attributes.
pub(super) fn check(html: &str) -> Result<(), FormError> {
    let bytes = html.as_bytes();
    let (mut elements, mut open, mut above, mut formatting) = (0_usize, 0_usize, 0_usize, 0_usize);
    let mut at = 0;
    while let Some(next) = memchr(b'<', &bytes[at..]) {
        at += next + 1;
        let rest = &bytes[at..];
        if rest.starts_with(b"!--") {
            at += memmem::find(rest, b"-->").unwrap_or(rest.len());
            continue;
        }
        let closes = rest.first() == Some(&b'/');
        let start = usize::from(closes);
        let length = rest[start..].iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
        let name = html[at + start..at + start + length].to_ascii_lowercase();
        if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
            continue;
        }
        let (end, attributes) = tag(&rest[start + length..]);
        at += start + length + end;
        let is_formatting = usize::from(FORMATTING.contains(&name.as_str()));
        let nests = usize::from(!CLOSED.contains(&name.as_str()));
        if closes {
            formatting = formatting.saturating_sub(is_formatting);
            open = open.saturating_sub(nests);
            continue;
        }
        elements += 1 + formatting;
        formatting += is_formatting;
        above += open;
        open += nests;
        for (found, limit, what) in [
            (elements, MOST_ELEMENTS, "elements"),
            (open, DEEPEST, "elements in one another"),
            (above, MOST_ABOVE, "elements around elements"),
            (attributes, MOST_ATTRIBUTES, "attributes on one element"),
        ] {
            if found > limit {
                return Err(FormError::Excessive { what, limit });
            }
        }
        if RAW.contains(&name.as_str()) {
            at += raw(&bytes[at..], &name);
        }
    }
    Ok(())
}

/// Where a tag ends, in bytes behind its name, and how many attributes it has at most.
fn tag(rest: &[u8]) -> (usize, usize) {
    let (mut quote, mut attributes, mut last) = (None, 0, b'/');
    for (at, &byte) in rest.iter().enumerate() {
        match quote {
            Some(mark) if byte == mark => quote = None,
            Some(_) => {}
            None if byte == b'>' => return (at + 1, attributes),
            None if matches!(byte, b'"' | b'\'') && last == b'=' => quote = Some(byte),
            None => {
                let between = |byte: u8| byte.is_ascii_whitespace() || matches!(byte, b'/' | b'"' | b'\'');
                attributes += usize::from(between(last) && !between(byte) && byte != b'=');
            }
        }
        if !byte.is_ascii_whitespace() || last != b'=' {
            last = byte;
        }
    }
    (rest.len(), attributes)
}

/// How long the content of an element is that holds no markup, in bytes.
fn raw(rest: &[u8], name: &str) -> usize {
    memmem::find_iter(rest, b"</")
        .find(|at| {
            rest.get(at + 2..at + 2 + name.len()).is_some_and(|end| end.eq_ignore_ascii_case(name.as_bytes()))
        })
        .unwrap_or(rest.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(html: &str) -> bool {
        check(html).is_err()
    }

    #[test]
    fn pages_that_parsers_choke_on_are_refused() {
        assert!(refused(&"<div>".repeat(1_001)));
        assert!(refused(&"<br>".repeat(200_001)));
        let bold: Vec<_> = (0..900).map(|n| format!("<p><b id={n}>")).collect();
        assert!(refused(&bold.concat()), "each paragraph opens them all");
        let deep = format!("{}{}", "<div>".repeat(900), "<h1>x</h1>".repeat(100_000));
        assert!(refused(&deep), "whoever goes up from each of them goes far");
        let attributes: Vec<_> = (0..1_001).map(|n| format!("a{n}")).collect();
        assert!(refused(&format!("<p {}>", attributes.join(" "))));
    }

    #[test]
    fn pages_as_people_write_them_are_not() {
        let item = "<li>x<p>y<tr><td><div class='a b' data-x=\"<div><div>\"><b>z</b></div><!-- <div> -->";
        assert!(!refused(&item.repeat(5_000)));
        assert!(!refused(&format!("<script>{}</script>", "if (a<b) '<div>';".repeat(5_000))));
        assert!(!refused(&format!("<img src=\"data:{}\">", "<a ".repeat(5_000))));
        assert!(!refused("a < b <> </> <"));
    }
}
