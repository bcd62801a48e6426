//! Keys as the core knows them, and how they are written.

use std::{fmt, str::FromStr};

/// One key press, already normalised: no release, no Shift on letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Key {
    /// A printable character.
    Char(char),
    /// Ctrl and a letter, in lower case.
    Ctrl(char),
    /// Enter.
    Enter,
    /// Escape.
    Esc,
    /// Tab.
    Tab,
    /// Shift-Tab.
    BackTab,
    /// Backspace.
    Backspace,
    /// Delete.
    Delete,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// A function key, 1 to 12.
    F(u8),
}

/// The keys that have a name; the first name of a key is the one that is shown.
const NAMES: [(&str, Key); 21] = [
    ("Space", Key::Char(' ')),
    ("Enter", Key::Enter),
    ("Return", Key::Enter),
    ("Esc", Key::Esc),
    ("Escape", Key::Esc),
    ("Tab", Key::Tab),
    ("Shift-Tab", Key::BackTab),
    ("Backtab", Key::BackTab),
    ("Backspace", Key::Backspace),
    ("Del", Key::Delete),
    ("Delete", Key::Delete),
    ("Up", Key::Up),
    ("Down", Key::Down),
    ("Left", Key::Left),
    ("Right", Key::Right),
    ("Home", Key::Home),
    ("End", Key::End),
    ("PgUp", Key::PageUp),
    ("PageUp", Key::PageUp),
    ("PgDn", Key::PageDown),
    ("PageDown", Key::PageDown),
];

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some((name, _)) = NAMES.iter().find(|(_, key)| key == self) {
            return f.write_str(name);
        }
        match self {
            Self::Char(c) => write!(f, "{c}"),
            Self::Ctrl(c) => write!(f, "Ctrl-{c}"),
            Self::F(n) => write!(f, "F{n}"),
            _ => Ok(()),
        }
    }
}

/// What is written is no key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoKey;

impl FromStr for Key {
    type Err = NoKey;

    /// Reads a key as [`fmt::Display`] writes it; names in any case.
    ///
    /// # Errors
    /// [`NoKey`] for everything else, and for control characters.
    fn from_str(written: &str) -> Result<Self, NoKey> {
        if let Some(c) = only_char(written) {
            return if c.is_control() { Err(NoKey) } else { Ok(Self::Char(c)) };
        }
        if let Some((_, key)) = NAMES.iter().find(|(name, _)| name.eq_ignore_ascii_case(written)) {
            return Ok(*key);
        }
        let lower = written.to_ascii_lowercase();
        if let Some(rest) = lower.strip_prefix("ctrl-") {
            return only_char(rest).filter(char::is_ascii_alphanumeric).map(Self::Ctrl).ok_or(NoKey);
        }
        let number = lower.strip_prefix('f').and_then(|n| n.parse().ok());
        number.filter(|n| (1..=12).contains(n)).map(Self::F).ok_or(NoKey)
    }
}

fn only_char(text: &str) -> Option<char> {
    let mut chars = text.chars();
    chars.next().filter(|_| chars.next().is_none())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_reads_back_as_it_is_written() {
        let written =
            ["j", "J", "ä", "?", "Space", "Ctrl-d", "Enter", "Esc", "Shift-Tab", "PgDn", "F1", "F12", "F"];
        for key in written {
            assert_eq!(key.parse::<Key>().unwrap().to_string(), key);
        }
    }

    #[test]
    fn names_may_be_written_in_any_case() {
        assert_eq!("pgdn".parse(), Ok(Key::PageDown));
        assert_eq!("CTRL-D".parse(), Ok(Key::Ctrl('d')));
        assert_eq!("pagedown".parse(), Ok(Key::PageDown));
    }

    #[test]
    fn what_is_no_key_is_refused() {
        for written in ["", "jj", "ctrl-", "ctrl-ä", "f13", "f0", "alt-x", "\u{1b}"] {
            assert_eq!(written.parse::<Key>(), Err(NoKey), "{written:?}");
        }
    }
}
