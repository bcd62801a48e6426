//! The colours of the light and the dark theme.

use ratatui::style::Color;

/// A family of colours that letters are told apart by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hue {
    Plain,
    Red,
    Green,
    Yellow,
    Blue,
    Magenta,
    Cyan,
}

impl Hue {
    /// The family a terminal colour belongs to.
    pub(super) fn of(colour: Color) -> Self {
        match colour {
            Color::Red | Color::LightRed => Self::Red,
            Color::Green | Color::LightGreen => Self::Green,
            Color::Yellow | Color::LightYellow => Self::Yellow,
            Color::Blue | Color::LightBlue => Self::Blue,
            Color::Magenta | Color::LightMagenta => Self::Magenta,
            Color::Cyan | Color::LightCyan => Self::Cyan,
            _ => Self::Plain,
        }
    }

    /// The terminal's own colour of the family; text has none.
    pub(super) fn terminal(self) -> Option<Color> {
        match self {
            Self::Plain => None,
            Self::Red => Some(Color::Red),
            Self::Green => Some(Color::Green),
            Self::Yellow => Some(Color::Yellow),
            Self::Blue => Some(Color::Blue),
            Self::Magenta => Some(Color::Magenta),
            Self::Cyan => Some(Color::Cyan),
        }
    }
}

/// The colours of one theme.
#[derive(Debug)]
pub(super) struct Palette {
    /// Behind everything.
    pub(super) ground: Color,
    /// Behind the header and the footer.
    pub(super) bar: Color,
    /// Behind what the keys act on.
    pub(super) selected: Color,
    /// Behind what the search found.
    pub(super) hit: Color,
    /// Running text.
    pub(super) text: Color,
    /// What matters less.
    pub(super) dim: Color,
    red: Color,
    green: Color,
    yellow: Color,
    blue: Color,
    magenta: Color,
    cyan: Color,
}

impl Palette {
    /// The colour of that family.
    pub(super) fn hue(&self, hue: Hue) -> Color {
        match hue {
            Hue::Plain => self.text,
            Hue::Red => self.red,
            Hue::Green => self.green,
            Hue::Yellow => self.yellow,
            Hue::Blue => self.blue,
            Hue::Magenta => self.magenta,
            Hue::Cyan => self.cyan,
        }
    }
}

/// Ink on a warm white.
pub(super) const LIGHT: Palette = Palette {
    ground: Color::Rgb(0xfb, 0xfa, 0xf6),
    bar: Color::Rgb(0xeb, 0xe8, 0xdf),
    selected: Color::Rgb(0xd6, 0xe2, 0xf5),
    hit: Color::Rgb(0xff, 0xe0, 0x8a),
    text: Color::Rgb(0x20, 0x24, 0x2b),
    dim: Color::Rgb(0x56, 0x5d, 0x69),
    red: Color::Rgb(0xa3, 0x1f, 0x1f),
    green: Color::Rgb(0x1f, 0x61, 0x30),
    yellow: Color::Rgb(0x6d, 0x50, 0x00),
    blue: Color::Rgb(0x1a, 0x4f, 0xa3),
    magenta: Color::Rgb(0x87, 0x21, 0x9c),
    cyan: Color::Rgb(0x0b, 0x5c, 0x66),
};

/// Paper grey on a blue black.
pub(super) const DARK: Palette = Palette {
    ground: Color::Rgb(0x15, 0x18, 0x1e),
    bar: Color::Rgb(0x20, 0x25, 0x2f),
    selected: Color::Rgb(0x2a, 0x37, 0x50),
    hit: Color::Rgb(0x4d, 0x3a, 0x00),
    text: Color::Rgb(0xd9, 0xdc, 0xe3),
    dim: Color::Rgb(0xa2, 0xa9, 0xb8),
    red: Color::Rgb(0xff, 0x9c, 0x92),
    green: Color::Rgb(0x8f, 0xd6, 0xa0),
    yellow: Color::Rgb(0xe3, 0xc6, 0x7a),
    blue: Color::Rgb(0x8f, 0xba, 0xff),
    magenta: Color::Rgb(0xe0, 0xa3, 0xf0),
    cyan: Color::Rgb(0x7f, 0xd3, 0xdc),
};
