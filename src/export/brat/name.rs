//! Names that brat takes, and the way back.

use std::fmt::Write;

/// The name of a label, as brat takes names of types: `a-z`, `0-9` and `-` stand for themselves, and `A-Z` behind the
/// first letter; every other byte is `_` and two hexadecimal digits. A name that begins with a capital is thus ours.
pub(super) fn encoded(label: &str) -> String {
    let mut name = String::with_capacity(label.len());
    for (at, byte) in label.bytes().enumerate() {
        match byte {
            b'a'..=b'z' | b'0'..=b'9' | b'-' => name.push(char::from(byte)),
            b'A'..=b'Z' if at > 0 => name.push(char::from(byte)),
            // A string takes whatever is written.
            _ => _ = write!(name, "_{byte:02X}"),
        }
    }
    name
}

/// The label that an export gave this name; `None` for a name that it does not give.
pub fn decoded(name: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(name.len());
    let mut rest = name.as_bytes();
    while let [first, tail @ ..] = rest {
        rest = tail;
        if *first == b'_' {
            let digits = std::str::from_utf8(tail.get(..2)?).ok()?;
            bytes.push(u8::from_str_radix(digits, 16).ok()?);
            rest = &tail[2..];
        } else {
            bytes.push(*first);
        }
    }
    String::from_utf8(bytes).ok().filter(|label| encoded(label) == name)
}

/// The path of the files of an article in brat, without what they end with: the article's own, without `.txt`. Other
/// endings stay (`a.md` is `a.md.txt` and `a.md.ann`), and so does `.txt` behind one.
pub(super) fn document_name(article: &str) -> String {
    match article.strip_suffix(".txt") {
        Some(stem) if !has_ending(stem) => stem.to_owned(),
        _ => article.to_owned(),
    }
}

/// The id of the article that an export gave this path.
pub fn article_of(document: &str) -> String {
    if has_ending(document) { document.to_owned() } else { format!("{document}.txt") }
}

/// Does it end as articles do?
fn has_ending(path: &str) -> bool {
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
    ending.eq_ignore_ascii_case("txt") || ending.eq_ignore_ascii_case("md")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_label_has_a_name_that_brat_takes_and_that_leads_back() {
        for (label, name) in [
            ("claim", "claim"),
            ("open-question2", "open-question2"),
            ("Sentence", "_53entence"),
            ("noTe", "noTe"),
            ("a_b c", "a_5Fb_20c"),
            ("größer", "gr_C3_B6_C3_9Fer"),
            ("", ""),
        ] {
            assert_eq!(encoded(label), name);
            assert_eq!(decoded(name).as_deref(), Some(label));
        }
        for foreign in ["Person", "a_b", "a_6", "a_66", "dose_FF", "a b", "_é1"] {
            assert_eq!(decoded(foreign), None, "{foreign}");
        }
    }

    #[test]
    fn every_article_has_files_of_its_own() {
        for (article, document) in [
            ("x/a.txt", "x/a"),
            ("x/a.md", "x/a.md"),
            ("x/a.md.txt", "x/a.md.txt"),
            ("a.txt.txt", "a.txt.txt"),
            ("a.TXT", "a.TXT"),
            ("a.b.txt", "a.b"),
        ] {
            assert_eq!(document_name(article), document);
            assert_eq!(article_of(document), article);
        }
    }
}
