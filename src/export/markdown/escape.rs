//! Text that stays text in Markdown, as `CommonMark` and GitHub read it.

use crate::text::display_safe::mark;

/// `text` in one line, so that a reader of Markdown shows exactly its characters, wherever in a line it stands. What
/// would act or hide is seen as [`mark`] has it; what belongs to letters and emoji stays.
///
/// GitHub alone still makes links of e-mail addresses: it looks for them after it has undone escapes.
pub(in crate::export) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 16);
    let mut before = ['\n'; 3];
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let next = rest.peek().copied();
        if opens_a_line(&escaped, c) || acts(c, before, next) {
            escaped.push('\\');
        }
        escaped.push(visible(c));
        before = [before[1], before[2], c];
    }
    escaped
}

/// What is seen of `c`.
const fn visible(c: char) -> char {
    match (c, mark(c)) {
        // Parts of words and emoji: soft hyphen, non-joiner and joiner.
        ('\u{ad}' | '\u{200c}' | '\u{200d}', _) | (_, None) => c,
        (_, Some(mark)) => mark,
    }
}

/// Would `c` begin a list, a rule or a table where only `escaped` stands before it?
fn opens_a_line(escaped: &str, c: char) -> bool {
    match c {
        '-' | '+' | '=' | ':' => escaped.is_empty(),
        '.' | ')' => !escaped.is_empty() && escaped.bytes().all(|byte| byte.is_ascii_digit()),
        _ => false,
    }
}

/// Does `c` mean something anywhere in a line, between those characters?
fn acts(c: char, before: [char; 3], next: Option<char>) -> bool {
    match c {
        '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '#' | '|' | '~' | '$' | '@' => true,
        // Of a URL, or an emoji by its name.
        ':' => next.is_some_and(|next| matches!(next, '/' | '+' | '-' | '_') || next.is_ascii_alphanumeric()),
        '.' => before.iter().all(|w| w.eq_ignore_ascii_case(&'w')),
        _ => false,
    }
}
