//! Who sits there: their settings, their language, their name.

use std::{env, process::Command};

use super::{
    arguments::{Color, Common},
    place,
    report::{Failure, no_color},
};
use crate::{
    annotation::Annotator,
    app::{Settings, settings::Theme},
    locale::Lang,
    store::{Folders, config},
};

/// What is known about the person.
#[derive(Debug)]
pub(super) struct Person {
    /// Where their own things lie.
    pub(super) folders: Option<Folders>,
    /// What they set.
    pub(super) settings: Settings,
    /// The language where their settings name none.
    pub(super) lang: Lang,
    /// What is wrong with their config file.
    pub(super) problems: Vec<String>,
}

impl Person {
    /// Reads the person's config file; what the command line says holds before it.
    pub(super) fn read(common: &Common) -> Result<Self, Failure> {
        let named = place::annotator(common)?;
        let folders = Folders::of_person();
        let lang = lang_of_system();
        let (mut settings, mut problems) = (Settings::default(), Vec::new());
        if let Some(folders) = &folders {
            match config::read_config(folders) {
                Ok(Some(yaml)) => {
                    let (read, wrong) = Settings::parse(&yaml, &folders.config.to_string_lossy());
                    settings = read;
                    let lang = settings.lang.unwrap_or(lang);
                    problems.extend(wrong.iter().map(|text| text.text(lang).to_owned()));
                }
                Ok(None) => {}
                Err(error) => problems.push(error.text(lang)),
            }
        }
        settings.annotator = named.or(settings.annotator);
        let mono = match common.color {
            Color::Never => true,
            Color::Auto => no_color(),
            Color::Always => false,
        };
        if mono {
            settings.theme = Theme::Mono;
        }
        Ok(Self { folders, settings, lang, problems })
    }

    /// The language of the interface.
    pub(super) fn lang(&self) -> Lang {
        self.settings.lang.unwrap_or(self.lang)
    }
}

fn lang_of_system() -> Lang {
    let named =
        ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(env::var_os).find(|name| !name.is_empty());
    named.map_or(Lang::default(), |name| Lang::from_locale(&name.to_string_lossy()))
}

/// A slug for somebody who has none yet: made from git's user name, else from the login.
pub(super) fn offered_annotator() -> Option<Annotator> {
    let git = Command::new("git").args(["config", "--get", "user.name"]).output().ok();
    let git = git.filter(|output| output.status.success()).map(|output| output.stdout);
    let name = git.and_then(|name| Annotator::slug_of(&String::from_utf8_lossy(&name)));
    name.or_else(|| Annotator::slug_of(&env::var("USER").ok()?))
}
