//! From what a text means to how it looks, in four themes.
//!
//! The terminal theme and the mono theme leave text in the default colours; in them colour stands only on letters
//! that mean the same without it. The light and dark themes name every colour, each pair with a contrast of at least 4.5 to 1
//! after [WCAG 2](https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio).

use ratatui::style::{Color, Modifier, Style};

use super::palette::{DARK, Hue, LIGHT, Palette};
use crate::{
    annotation::{Label, LabelDefinition},
    app::settings::Theme,
};

/// What a piece of the screen means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// Running text.
    Text,
    /// What matters less: furniture, hints, frames.
    Dim,
    /// What matters more: names, keys.
    Strong,
    /// A headline or subhead.
    Heading,
    /// The line under a picture.
    Caption,
    /// The header's and the footer's ground.
    Bar,
    /// Sets the header off where it has no ground of its own; laid over another look.
    Rule,
    /// On that ground, what matters less.
    BarDim,
    /// On that ground, what matters more.
    BarStrong,
    /// Something is not safe.
    Alert,
    /// Something did not go as asked, or wants a second look.
    Warning,
    /// What the keys act on.
    Selected,
    /// What they would act on if its pane had the keys.
    Marked,
    /// Found by the search.
    Hit,
    /// Words being selected inside the selected sentence.
    Words,
    /// The words that name a source.
    Source,
    /// The words that mark it.
    Cue,
    /// A part of a sentence that is tagged on its own.
    Part,
}

/// The looks of one theme.
#[derive(Clone, Copy, Debug)]
pub(super) struct Styles {
    theme: Theme,
}

impl Styles {
    /// The looks of `theme`.
    pub(super) const fn of(theme: Theme) -> Self {
        Self { theme }
    }

    /// How that looks. [`Role::Source`], [`Role::Cue`] and [`Role::Part`] are laid over another look.
    pub(super) fn style(self, role: Role) -> Style {
        let coloured = self.palette().map(|palette| coloured(palette, role));
        let plain = coloured.is_none();
        let style = coloured.unwrap_or_default();
        match role {
            Role::Heading | Role::Strong | Role::BarStrong | Role::Marked | Role::Warning | Role::Cue => {
                style.add_modifier(Modifier::BOLD)
            }
            Role::Caption => style.add_modifier(Modifier::ITALIC),
            Role::Words if plain => {
                style.remove_modifier(Modifier::REVERSED).add_modifier(Modifier::BOLD | Modifier::UNDERLINED)
            }
            Role::Alert | Role::Words => style.add_modifier(Modifier::REVERSED | Modifier::BOLD),
            Role::Hit if plain => style.add_modifier(Modifier::BOLD | Modifier::UNDERLINED),
            Role::Source | Role::Part | Role::Hit => style.add_modifier(Modifier::UNDERLINED),
            Role::Rule if plain => style.add_modifier(Modifier::UNDERLINED),
            Role::Selected if plain => style.add_modifier(Modifier::REVERSED),
            Role::Dim | Role::BarDim if plain => style.add_modifier(Modifier::DIM),
            Role::Text | Role::Rule | Role::Dim | Role::Bar | Role::BarDim | Role::Selected => style,
        }
    }

    /// How the letter of a label looks: by colour and by cut. `None` is a label nobody defined.
    pub(super) fn letter(self, definition: Option<&LabelDefinition>) -> Style {
        let name = definition.map(|definition| definition.label.as_str());
        let modifier = match name {
            Some(Label::CLAIM) => Modifier::BOLD,
            Some(Label::DENIAL) => Modifier::BOLD.union(Modifier::UNDERLINED),
            Some(Label::ATTRIBUTION) => Modifier::ITALIC,
            _ => Modifier::empty(),
        };
        let hue = match name {
            Some(Label::CLAIM) => Hue::Magenta,
            Some(Label::DENIAL) => Hue::Red,
            Some(Label::ATTRIBUTION) => Hue::Cyan,
            _ => Hue::Plain,
        };
        let own = definition.and_then(|definition| definition.colour.as_deref()).and_then(named);
        let colour = match (self.palette(), self.theme) {
            (Some(palette), _) => Some(palette.hue(own.map_or(hue, Hue::of))),
            (None, Theme::Mono) => None,
            (None, _) => own.or(hue.terminal()),
        };
        let style = self.style(Role::Text).add_modifier(modifier);
        colour.map_or(style, |colour| style.fg(colour))
    }

    fn palette(self) -> Option<&'static Palette> {
        match self.theme {
            Theme::Terminal | Theme::Mono => None,
            Theme::Light => Some(&LIGHT),
            Theme::Dark => Some(&DARK),
        }
    }
}

fn coloured(palette: &Palette, role: Role) -> Style {
    let on = |fg, bg| Style::new().fg(fg).bg(bg);
    match role {
        Role::Text | Role::Strong | Role::Heading | Role::Caption | Role::Marked => {
            on(palette.text, palette.ground)
        }
        Role::Dim => on(palette.dim, palette.ground),
        Role::Bar | Role::BarStrong => on(palette.text, palette.bar),
        Role::BarDim => on(palette.dim, palette.bar),
        Role::Alert => on(palette.hue(Hue::Red), palette.ground),
        Role::Warning => on(palette.hue(Hue::Yellow), palette.ground),
        Role::Selected | Role::Words => on(palette.text, palette.selected),
        Role::Hit => on(palette.text, palette.hit),
        Role::Source | Role::Cue | Role::Part | Role::Rule => Style::new(),
    }
}

/// The terminal's sixteen colours, in the order of [`LabelDefinition::COLOURS`].
const SIXTEEN: [Color; 16] = [
    Color::Black,
    Color::Red,
    Color::Green,
    Color::Yellow,
    Color::Blue,
    Color::Magenta,
    Color::Cyan,
    Color::Gray,
    Color::DarkGray,
    Color::LightRed,
    Color::LightGreen,
    Color::LightYellow,
    Color::LightBlue,
    Color::LightMagenta,
    Color::LightCyan,
    Color::White,
];

/// The terminal's colour of that name; any other name is none of the sixteen.
fn named(name: &str) -> Option<Color> {
    LabelDefinition::COLOURS.iter().zip(SIXTEEN).find(|(known, _)| **known == name).map(|(_, colour)| colour)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::LabelSet;

    const ROLES: [Role; 18] = [
        Role::Text,
        Role::Dim,
        Role::Strong,
        Role::Heading,
        Role::Caption,
        Role::Bar,
        Role::Rule,
        Role::BarDim,
        Role::BarStrong,
        Role::Alert,
        Role::Warning,
        Role::Selected,
        Role::Marked,
        Role::Hit,
        Role::Words,
        Role::Source,
        Role::Cue,
        Role::Part,
    ];

    /// Labels of every colour a workspace may name, and one of a colour that is none.
    fn labels() -> LabelSet {
        let names = LabelDefinition::COLOURS.into_iter().chain(["#123456", "no colour"]);
        LabelSet::with_own(names.map(|name| LabelDefinition {
            label: Label::new(name),
            key: 'z',
            letter: 'Z',
            colour: Some(name.to_owned()),
            name_en: name.to_owned(),
            name_de: name.to_owned(),
        }))
    }

    /// Every look that can reach the screen: a role, a role over another, a letter on the ground.
    fn looks(theme: Theme) -> Vec<Style> {
        let styles = Styles::of(theme);
        let mut looks: Vec<Style> = ROLES.map(|role| styles.style(role)).into();
        for below in [Role::Text, Role::Heading, Role::Caption, Role::Dim, Role::Bar, Role::BarDim] {
            for over in [Role::Selected, Role::Hit, Role::Source, Role::Cue, Role::Part, Role::Rule] {
                let look = styles.style(below).patch(styles.style(over));
                looks.extend([
                    look,
                    look.patch(styles.style(Role::Hit)),
                    look.patch(styles.style(Role::Words)),
                ]);
            }
        }
        looks.extend(labels().iter().map(|definition| styles.letter(Some(definition))));
        looks.push(styles.letter(None));
        looks
    }

    /// Relative luminance, after WCAG 2.
    fn luminance(colour: Color) -> f64 {
        let Color::Rgb(r, g, b) = colour else { panic!("{colour:?} is not explicit") };
        let linear = |channel: u8| {
            let c = f64::from(channel) / 255.0;
            if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
    }

    #[test]
    fn light_and_dark_have_a_contrast_of_at_least_four_and_a_half_to_one() {
        for theme in [Theme::Light, Theme::Dark] {
            let ground = Styles::of(theme).style(Role::Text);
            for look in looks(theme) {
                let look = ground.patch(look);
                let (fg, bg) = (luminance(look.fg.unwrap()), luminance(look.bg.unwrap()));
                let contrast = (fg.max(bg) + 0.05) / (fg.min(bg) + 0.05);
                assert!(contrast >= 4.5, "{theme:?} {look:?}: {contrast:.2}");
            }
        }
    }

    #[test]
    fn the_terminal_theme_colours_letters_only_and_with_the_sixteen_colours() {
        let styles = Styles::of(Theme::Terminal);
        for role in ROLES {
            assert_eq!((styles.style(role).fg, styles.style(role).bg), (None, None), "{role:?}");
        }
        for definition in labels().iter() {
            let letter = styles.letter(Some(definition));
            assert!(!matches!(letter.fg, Some(Color::Rgb(..) | Color::Indexed(_))), "{letter:?}");
            assert_eq!(letter.bg, None);
        }
    }

    #[test]
    fn every_colour_a_workspace_may_name_is_one_of_its_own() {
        let styles = Styles::of(Theme::Terminal);
        let named =
            |definition: &LabelDefinition| LabelDefinition::COLOURS.contains(&definition.name_en.as_str());
        let labels = labels();
        let colours: Vec<Color> = labels
            .iter()
            .filter(|label| named(label))
            .filter_map(|label| styles.letter(Some(label)).fg)
            .collect();
        assert_eq!(colours.len(), 16, "{colours:?}");
        assert!(colours.iter().all(|colour| colours.iter().filter(|other| *other == colour).count() == 1));
    }

    #[test]
    fn mono_has_no_colour() {
        assert!(looks(Theme::Mono).iter().all(|look| look.fg.is_none() && look.bg.is_none()));
    }

    #[test]
    fn the_three_labels_are_told_apart_without_colour() {
        let styles = Styles::of(Theme::Mono);
        let labels = LabelSet::default();
        let looks: Vec<Style> = labels.iter().map(|definition| styles.letter(Some(definition))).collect();
        assert!(looks[0] != looks[1] && looks[1] != looks[2] && looks[0] != looks[2], "{looks:?}");
    }
}
