//! Names that are good all over the world: of articles, annotators and annotations.

use std::fmt::{self, Write};

use sha2::{Digest, Sha256};

/// What the IRI of an article begins with; its id follows, percent-encoded.
pub(crate) const ARTICLE_IRI: &str = "urn:factdesk:article:";
/// What the IRI of an annotator begins with; their slug follows.
pub(crate) const ANNOTATOR_IRI: &str = "urn:factdesk:annotator:";

/// The IRI of the article `id`: its text as the workspace has it, which positions count in.
pub(super) fn article(id: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
    encode(ARTICLE_IRI.to_owned(), id, plain)
}

/// `url` as a valid IRI; `None` where it is not one of the web.
pub(super) fn url(url: &str) -> Option<String> {
    let url = url.trim();
    let (scheme, rest) = url.split_once("://")?;
    if !["http", "https"].iter().any(|web| scheme.eq_ignore_ascii_case(web)) || rest.is_empty() {
        return None;
    }
    // What RFC 3986 lets stand in a URL; a `%` stays, since it escapes already.
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~:/?#@!$&'()*+,;=%".contains(&byte);
    Some(encode(format!("{scheme}://"), rest, plain))
}

/// `text` behind `start`, with what is not `plain` percent-encoded.
fn encode(start: String, text: &str, plain: impl Fn(u8) -> bool) -> String {
    text.bytes().fold(start, |mut encoded, byte| {
        if plain(byte) {
            encoded.push(char::from(byte));
        } else {
            // Writing to a string does not fail.
            let _ = write!(encoded, "%{byte:02X}");
        }
        encoded
    })
}

/// An id made from what it is the id of: a UUID of version 8 (RFC 9562), the first bits of a SHA-256.
#[derive(Clone, Copy)]
pub(super) struct Uuid(u128);

impl Uuid {
    /// The id of what `parts`, in this order, say.
    pub(super) fn new<'a>(parts: impl IntoIterator<Item = &'a [u8]>) -> Self {
        let mut sum = Sha256::new();
        for part in parts {
            sum.update((part.len() as u64).to_be_bytes());
            sum.update(part);
        }
        let bits = sum.finalize().iter().take(16).fold(0, |bits: u128, byte| bits << 8 | u128::from(*byte));
        let (version, variant) = (0xF << 76, 0b11 << 62);
        Self(bits & !version & !variant | 8 << 76 | 0b10 << 62)
    }
}

impl fmt::Display for Uuid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = format!("{:032x}", self.0);
        let mut rest = &*digits;
        f.write_str("urn:uuid")?;
        for (length, before) in [(8, ':'), (4, '-'), (4, '-'), (4, '-'), (12, '-')] {
            let (group, behind) = rest.split_at(length);
            write!(f, "{before}{group}")?;
            rest = behind;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_article_has_an_iri_whatever_its_name() {
        assert_eq!(
            article("musk-putin/50%-Über stück.txt"),
            "urn:factdesk:article:musk-putin/50%25-%C3%9Cber%20st%C3%BCck.txt"
        );
        assert_eq!(article("a\n\u{202e}\"<b>"), "urn:factdesk:article:a%0A%E2%80%AE%22%3Cb%3E");
    }

    #[test]
    fn a_url_becomes_one_that_is_valid() {
        let good = "https://example.org/a%20b?x=1&y=%C3%A4#z";
        assert_eq!(url(good).as_deref(), Some(good));
        assert_eq!(
            url(" HTTP://ä.example/<a b>\u{202e} ").as_deref(),
            Some("HTTP://%C3%A4.example/%3Ca%20b%3E%E2%80%AE")
        );
        for bad in ["javascript:alert(1)", "file:///etc/passwd", "https://", "example.org"] {
            assert_eq!(url(bad), None, "{bad}");
        }
    }

    #[test]
    fn the_same_has_the_same_id_and_nothing_else_has() {
        let id = |parts: &[&str]| Uuid::new(parts.iter().map(|part| part.as_bytes())).to_string();
        assert_eq!(id(&["a", "b"]), id(&["a", "b"]));
        assert_ne!(id(&["a", "b"]), id(&["ab"]));
        let id = id(&["x"]);
        assert_eq!((id.len(), &id[..9], &id[23..24]), (45, "urn:uuid:", "8"), "{id}");
        assert!("89ab".contains(&id[28..29]), "{id}");
    }
}
