//! A person's own settings.

mod parse;

use super::{Clash, Commands, Key};
use crate::{
    annotation::Annotator,
    locale::{Lang, Text, settings},
};

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

    /// Its name in the config file.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Terminal => "terminal",
            Self::Light => "light",
            Self::Dark => "dark",
            Self::Mono => "mono",
        }
    }

    /// The one behind it.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::Terminal => Self::Light,
            Self::Light => Self::Dark,
            Self::Dark => Self::Mono,
            Self::Mono => Self::Terminal,
        }
    }
}

/// What a person set for themselves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// Who they are.
    pub annotator: Option<Annotator>,
    /// The language of the interface; `None` follows the system's.
    pub lang: Option<Lang>,
    /// The colours.
    pub theme: Theme,
    /// The widest the reading column may be, in columns.
    pub column: u16,
    /// Is the mouse used?
    pub mouse: bool,
    /// Keys of their own.
    pub keys: Vec<Binding>,
}

/// A setting that is changed while the program runs, and kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Switched {
    /// Who the person is.
    Annotator(Annotator),
    /// The colours.
    Theme(Theme),
    /// The language of the interface.
    Language(Lang),
    /// Is the mouse used?
    Mouse(bool),
}

impl Switched {
    /// Its name in the config file.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Annotator(_) => "annotator",
            Self::Theme(_) => "theme",
            Self::Language(_) => "language",
            Self::Mouse(_) => "mouse",
        }
    }

    /// Its value as it stands there.
    pub fn value(&self) -> &str {
        match self {
            Self::Annotator(annotator) => annotator.as_str(),
            Self::Theme(theme) => theme.name(),
            Self::Language(Lang::En) => "en",
            Self::Language(Lang::De) => "de",
            Self::Mouse(true) => "true",
            Self::Mouse(false) => "false",
        }
    }

    /// What is said about it.
    pub fn text(&self, lang: Lang) -> String {
        match self {
            Self::Annotator(annotator) => settings::annotator(lang, annotator.as_str()),
            Self::Theme(theme) => settings::theme(lang, theme.name()),
            Self::Language(now) => settings::language(*now).to_owned(),
            Self::Mouse(on) => settings::mouse(lang, *on),
        }
    }
}

/// Keys that a person gave to a command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Binding {
    /// The command's name.
    pub id: String,
    /// Its keys.
    pub keys: Vec<Key>,
    /// Where that is said: `path:line`.
    pub place: String,
}

impl Default for Settings {
    fn default() -> Self {
        let (annotator, lang, keys) = (None, None, Vec::new());
        Self { annotator, lang, theme: Theme::default(), column: 72, mouse: true, keys }
    }
}

impl Settings {
    /// Gives the commands the person's own keys, and says what does not work with `path:line`. A key that a command
    /// had by default goes to the one the person names.
    pub fn bind(&self, commands: &mut Commands) -> Vec<Text> {
        let mut problems = Vec::new();
        let mut tell = |binding: &Binding, clash: &Clash| {
            problems.push(Text {
                en: format!("{}: {}", binding.place, clash.text(Lang::En)).into(),
                de: format!("{}: {}", binding.place, clash.text(Lang::De)).into(),
            });
        };
        for binding in &self.keys {
            if !commands.unbind(&binding.id) {
                tell(binding, &Clash::Unknown(binding.id.clone()));
            }
        }
        for (index, binding) in self.keys.iter().enumerate() {
            let named = |id: &str| self.keys[..index].iter().any(|other| other.id == id);
            for clash in commands.bind(&binding.id, &binding.keys, named) {
                tell(binding, &clash);
            }
        }
        problems
    }
}

impl Clash {
    /// What it says, and what to do about it.
    pub fn text(&self, lang: Lang) -> String {
        match self {
            Self::Unknown(id) => settings::unknown_command(lang, id),
            Self::Taken { key, id, holder } => settings::key_taken(lang, &key.to_string(), id, holder),
            Self::Lost { key, id, loser } => settings::key_lost(lang, &key.to_string(), id, loser),
        }
    }
}
