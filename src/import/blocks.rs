//! Plain text made of blocks: what every form with paragraphs comes to.

/// How what comes next is set off from what stands there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Break {
    /// Not at all.
    #[default]
    None,
    /// On a line of its own: items of a list, rows of a table.
    Line,
    /// With a blank line between: paragraphs.
    Paragraph,
}

/// Text under construction. White space runs together to one blank as it does on a page; breaks neither begin the text
/// nor end it, and of several in a row the largest counts.
#[derive(Debug, Default)]
pub(super) struct Blocks {
    text: String,
    pending: Break,
    blank: bool,
}

impl Blocks {
    /// Ends what stands there.
    pub(super) fn end(&mut self, with: Break) {
        self.pending = self.pending.max(with);
        self.blank &= self.pending == Break::None;
    }

    /// A line ends; the second time in a row, the paragraph does.
    pub(super) fn end_line(&mut self) {
        self.end(if self.pending == Break::None { Break::Line } else { Break::Paragraph });
    }

    /// Adds text in which white space means no more than a blank. A no-break space is no such white space, but at the
    /// beginning of a block it only holds a place open. A soft hyphen says only where a line may break: it is left out.
    pub(super) fn flow(&mut self, text: &str) {
        for c in text.chars().filter(|&c| c != '\u{AD}') {
            match c {
                ' ' | '\t' | '\n' | '\r' | '\u{C}' => self.blank = self.pending == Break::None,
                '\u{A0}' if self.pending != Break::None || self.text.is_empty() => {}
                c => self.push(c),
            }
        }
    }

    /// Adds text as it stands, blanks and lines included; only at the beginning of a block they are left out.
    pub(super) fn verbatim(&mut self, text: &str) {
        for c in text.chars().filter(|&c| c != '\u{AD}') {
            match c {
                ' ' | '\t' | '\n' if self.pending != Break::None => {}
                ' ' | '\t' | '\n' => {
                    self.blank = false;
                    self.text.push(c);
                }
                c => self.push(c),
            }
        }
    }

    /// Adds a character that is no white space, with the break or blank that is due before it.
    fn push(&mut self, c: char) {
        let due = match std::mem::take(&mut self.pending) {
            _ if self.text.is_empty() => "",
            Break::None if self.blank && !self.text.ends_with([' ', '\t', '\n']) => " ",
            Break::None => "",
            Break::Line => "\n",
            Break::Paragraph => "\n\n",
        };
        self.blank = false;
        self.text.push_str(due);
        self.text.push(c);
    }

    /// The text, blanks at the ends of lines taken away.
    pub(super) fn finish(self) -> String {
        let mut text = String::with_capacity(self.text.len() + 1);
        for line in self.text.trim_matches([' ', '\t', '\n']).split('\n') {
            text.push_str(line.trim_end_matches([' ', '\t']));
            text.push('\n');
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_runs_together_and_breaks_do_not_add_up() {
        let mut blocks = Blocks::default();
        blocks.end(Break::Paragraph);
        blocks.flow("  Ein \n");
        blocks.flow("\tSatz,\u{A0} wört\u{AD}lich. ");
        blocks.end(Break::Line);
        blocks.end(Break::Paragraph);
        blocks.flow(" \n");
        blocks.end(Break::Line);
        blocks.flow("\u{A0}");
        blocks.end(Break::Paragraph);
        blocks.flow("\u{A0} Noch");
        blocks.verbatim("  einer:\n  so");
        blocks.end(Break::Paragraph);
        assert_eq!(blocks.finish(), "Ein Satz,\u{A0} wörtlich.\n\nNoch  einer:\n  so\n");
    }
}
