//! Names for files, made from what people call things.

use super::search::fold;

/// A name of `a-z`, `0-9` and `-`, at most `longest` characters, made from `name` (`Änne Böll` gives `aenne-boell`):
/// German letters are spelled out, others lose their marks, what is left stands for the space between words. A longer
/// name ends with a whole word. Empty where nothing is left of it.
pub fn slug(name: &str, longest: usize) -> String {
    let mut slug = String::new();
    for c in name.chars() {
        let mut buffer = [0; 4];
        let folded = match c {
            'ä' | 'Ä' => "ae",
            'ö' | 'Ö' => "oe",
            'ü' | 'Ü' => "ue",
            _ => fold(c, &mut buffer),
        };
        for c in folded.chars() {
            if c.is_ascii_alphanumeric() {
                slug.push(c);
            } else if !slug.is_empty() && !slug.ends_with('-') {
                slug.push('-');
            }
        }
        if slug.len() > longest {
            let end = slug[..=longest].rfind('-').unwrap_or(longest);
            slug.truncate(end);
            break;
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

#[cfg(test)]
mod tests {
    use super::slug;

    #[test]
    fn a_slug_is_what_the_name_says_in_plain_letters() {
        let cases = [
            ("Änne Böll", "aenne-boell"),
            ("  „Größte“ Brücke – gesperrt!\n", "groesste-bruecke"),
            ("Café No. 5", "cafe-no-5"),
            ("aaaaaaaaaaaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaaaaaa"),
            ("abcdefgh abcdefghijk x", "abcdefgh-abcdefghijk"),
            ("Мост", ""),
            ("...", ""),
        ];
        for (name, expected) in cases {
            assert_eq!(slug(name, 20), expected, "{name}");
        }
    }
}
