//! Markup being written: what is ours goes in as it is, what is foreign is escaped and made visible.

use unicode_width::UnicodeWidthChar;

use crate::text::display_safe::{MAX_MARKS, SOFT_HYPHEN, mark};

/// A piece of HTML.
#[derive(Debug, Default)]
pub(super) struct Markup(String);

impl Markup {
    /// The piece, as it is written to a file.
    pub(super) fn as_bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }

    /// Adds markup of ours.
    pub(super) fn raw(&mut self, markup: &str) -> &mut Self {
        self.0.push_str(markup);
        self
    }

    /// Adds a number.
    pub(super) fn number(&mut self, number: usize) -> &mut Self {
        self.raw(&number.to_string())
    }

    /// Adds foreign text, between tags or in an attribute in quotation marks.
    ///
    /// What has no sign of its own or turns text around is shown by a mark, as [`display_safe`] does; line feeds and
    /// tabs stay, as a browser shows them as blanks, and so do joiners between emoji or letters that need them.
    ///
    /// [`display_safe`]: crate::text::display_safe::display_safe
    pub(super) fn text(&mut self, text: &str) -> &mut Self {
        let mut before = ' ';
        let mut marks = 0;
        let mut chars = text.chars().peekable();
        while let Some(c) = chars.next() {
            match c {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                '\'' => self.0.push_str("&#39;"),
                ' '..='~' | '\n' | '\t' | '\u{A0}'..='\u{AC}' | '\u{AE}'..='\u{2FF}' => self.0.push(c),
                _ => {
                    let after = chars.peek().copied().unwrap_or(' ');
                    let shown = if joins(before, c, after) { c } else { mark(c).unwrap_or(c) };
                    marks = if shown == c && c.width() == Some(0) { marks + 1 } else { 0 };
                    if marks <= MAX_MARKS {
                        self.0.push(shown);
                    }
                    before = c;
                    continue;
                }
            }
            (before, marks) = (c, 0);
        }
        self
    }

    /// Adds foreign text that what stands around it must not turn around, nor it them.
    pub(super) fn isolated(&mut self, text: &str) -> &mut Self {
        self.raw("<bdi>").text(text).raw("</bdi>")
    }
}

/// Does `c`, which is unseen, belong where it stands: a soft hyphen inside a word, a joiner in an emoji or in a script
/// that has need of it?
fn joins(before: char, c: char, after: char) -> bool {
    match c {
        SOFT_HYPHEN => before.is_alphanumeric() && after.is_alphanumeric(),
        '\u{200C}' | '\u{200D}' => {
            let needs = |c: char| c >= '\u{600}' && mark(c).is_none();
            needs(before) && needs(after)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> String {
        let mut markup = Markup::default();
        markup.text(text);
        markup.0
    }

    #[test]
    fn nothing_that_is_foreign_is_markup() {
        assert_eq!(
            text("</script><img src=x onerror='a()'>"),
            "&lt;/script&gt;&lt;img src=x onerror=&#39;a()&#39;&gt;"
        );
        assert_eq!(text("\"&quot;\""), "&quot;&amp;quot;&quot;");
    }

    #[test]
    fn what_hides_or_turns_text_around_is_seen() {
        assert_eq!(text("\0\x1b[1m\u{202e}abc\u{202c}"), "␀␛[1m␦abc␦");
        assert_eq!(text("nicht\u{200b} schul\u{200d}dig"), "nicht␦ schul␦dig");
        assert_eq!(
            text(&format!("Z{}a", "\u{301}".repeat(500))),
            format!("Z{}a", "\u{301}".repeat(MAX_MARKS))
        );
    }

    #[test]
    fn what_people_write_stays_as_it_is() {
        for whole in
            ["a\tb\nc\u{a0}d", "„Größe“ – 5 €", "👩‍👩‍👧 👍🏽 1️⃣ ❤️‍🔥", "می‌خواهم", "Bundes\u{ad}rat", "e\u{301}"]
        {
            assert_eq!(text(whole), whole);
        }
    }
}
