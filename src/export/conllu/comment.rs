//! What is said in comments: one line each.

use crate::export::visible::picture;

/// Adds the comment `# name = value`; none where there is no value.
pub(super) fn comment(out: &mut String, name: &str, value: &str) {
    if value.is_empty() {
        return;
    }
    out.push_str("# ");
    out.push_str(name);
    out.push_str(" = ");
    escape(out, value);
    out.push('\n');
}

/// Adds `value` with what ends a line somewhere as `\n`, `\t` or `\u2028`, a backslash as two, other controls as their
/// pictures.
fn escape(out: &mut String, value: &str) {
    for c in value.chars() {
        match c {
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            '\u{85}' => out.push_str("\\u0085"),
            '\u{2028}' => out.push_str("\\u2028"),
            '\u{2029}' => out.push_str("\\u2029"),
            c if c.is_control() => out.push(picture(c)),
            c => out.push(c),
        }
    }
}

/// The id of sentence `number` of an article. Universal Dependencies has no white space in ids and keeps `/` for itself;
/// these and `%` are written as in a URL.
pub(super) fn sentence_id(article: &str, number: usize) -> String {
    let mut id = String::with_capacity(article.len() + 8);
    for c in article.chars() {
        if c.is_whitespace() || c.is_control() || matches!(c, '/' | '%') {
            id.extend(c.encode_utf8(&mut [0; 4]).bytes().map(|byte| format!("%{byte:02X}")));
        } else {
            id.push(c);
        }
    }
    format!("{id}-{number}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comment_is_one_line_whatever_it_says() {
        let mut out = String::new();
        comment(&mut out, "note", "zwei\nZeilen\u{2028}\\n \0");
        comment(&mut out, "empty", "");
        assert_eq!(out, "# note = zwei\\nZeilen\\u2028\\\\n ␀\n");
    }

    #[test]
    fn ids_of_sentences_hold_no_blank_and_no_slash() {
        assert_eq!(sentence_id("zoll/zwei brüder 5%.txt", 3), "zoll%2Fzwei%20brüder%205%25.txt-3");
    }
}
