//! What IRIs name.

use crate::export::{ANNOTATOR_IRI, ARTICLE_IRI};

/// The article that `source` names: its id, the path of a file, or else `source` itself. `None` where its
/// percent-encoding holds no text.
pub(super) fn article(source: &str) -> Option<String> {
    match source.strip_prefix(ARTICLE_IRI).or_else(|| source.strip_prefix("file://")) {
        Some(path) => decode(path),
        None => Some(source.to_owned()),
    }
}

/// The name of whoever `creator` is: an annotator of ours, the owner of an account (`acct:ute@example.org`), or else
/// `creator` itself.
pub(super) fn annotator(creator: &str) -> &str {
    if let Some(slug) = creator.strip_prefix(ANNOTATOR_IRI) {
        return slug;
    }
    let account = ["acct:", "mailto:"].iter().find_map(|scheme| creator.strip_prefix(scheme));
    account.map_or(creator, |account| account.split('@').next().unwrap_or(account))
}

/// What a label's IRI calls it: its last part.
pub(super) fn label(iri: &str) -> &str {
    iri.rsplit(['#', '/', ':']).next().unwrap_or(iri)
}

/// Undoes percent-encoding.
fn decode(encoded: &str) -> Option<String> {
    let mut parts = encoded.split('%');
    let mut bytes = parts.next()?.as_bytes().to_vec();
    for part in parts {
        let (digits, rest) = part.split_at_checked(2)?;
        bytes.push(u8::from_str_radix(digits, 16).ok().filter(|_| !digits.starts_with('+'))?);
        bytes.extend(rest.bytes());
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_article_is_found_by_our_name_for_it_and_by_its_file() {
        let ours = "urn:factdesk:article:ort/50%25-%C3%9Cber%20st.txt";
        assert_eq!(article(ours).as_deref(), Some("ort/50%-Über st.txt"));
        assert_eq!(article("file:///a%20b.txt").as_deref(), Some("/a b.txt"));
        assert_eq!(article("https://a.example/b%20c").as_deref(), Some("https://a.example/b%20c"));
        for bad in ["%", "%2", "%zz", "%+1", "%FF", "%ä"] {
            assert_eq!(article(&format!("{ARTICLE_IRI}{bad}")), None, "{bad}");
        }
    }

    #[test]
    fn people_and_labels_have_names() {
        assert_eq!(annotator("urn:factdesk:annotator:ab"), "ab");
        assert_eq!(annotator("acct:ute@hypothes.example"), "ute");
        assert_eq!(annotator("Ute Beer"), "Ute Beer");
        assert_eq!(label("https://a.example/labels#claim"), "claim");
    }
}
