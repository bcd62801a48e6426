//! A person's own settings.

/// Which colours are used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Theme {
    /// The terminal's own sixteen colours.
    #[default]
    Terminal,
    /// Explicit colours on a light ground.
    Light,
    /// Explicit colours on a dark ground.
    Dark,
    /// No colour at all (`NO_COLOR`).
    Mono,
}

impl Theme {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Terminal, Self::Light, Self::Dark, Self::Mono];
}

/// What a person set for themselves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// The colours.
    pub theme: Theme,
    /// The widest the reading column may be, in columns.
    pub column: u16,
    /// Is the mouse used?
    pub mouse: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self { theme: Theme::default(), column: 72, mouse: true }
    }
}
