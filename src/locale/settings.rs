//! What the workbench says about a person's settings.

use super::Lang;

/// The mouse is ours (`on`) or the terminal's.
pub fn mouse(lang: Lang, on: bool) -> String {
    match (lang, on) {
        (Lang::En, true) => "the mouse works here",
        (Lang::En, false) => "the mouse is the terminal's: it selects text",
        (Lang::De, true) => "die Maus wirkt hier",
        (Lang::De, false) => "die Maus gehört dem Terminal: sie markiert Text",
    }
    .to_owned()
}

/// The colours that are used now.
pub fn theme(lang: Lang, name: &str) -> String {
    match lang {
        Lang::En => format!("colours: {name}"),
        Lang::De => format!("Farben: {name}"),
    }
}

/// Who tags now.
pub fn annotator(lang: Lang, name: &str) -> String {
    match lang {
        Lang::En => format!("you are {name}"),
        Lang::De => format!("du bist {name}"),
    }
}

/// The language of the interface now.
pub const fn language(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "the interface speaks English",
        Lang::De => "die Oberfläche spricht Deutsch",
    }
}

/// A setting that was switched stands in the config file.
pub fn setting_kept(lang: Lang, what: &str, file: &str) -> String {
    match lang {
        Lang::En => format!("{what} (kept in {file})"),
        Lang::De => format!("{what} (steht nun in {file})"),
    }
}

/// A setting that was switched holds for this run only.
pub fn setting_not_kept(lang: Lang, what: &str, why: &str) -> String {
    match lang {
        Lang::En => format!("{what}, for this run only: {why}"),
        Lang::De => format!("{what}, nur für dieses Mal: {why}"),
    }
}

/// A setting that does not exist.
pub fn unknown_setting(lang: Lang, name: &str) -> String {
    match lang {
        Lang::En => format!("there is no setting `{name}` (annotator, theme, column, language, mouse, keys)"),
        Lang::De => format!(
            "die Einstellung `{name}` gibt es nicht (annotator, theme, column, language, mouse, keys)"
        ),
    }
}

/// A setting with a value it cannot have.
pub fn bad_setting(lang: Lang, written: &str, allowed: &str) -> String {
    match lang {
        Lang::En => format!("`{written}` does not go here ({allowed})"),
        Lang::De => format!("`{written}` passt hier nicht ({allowed})"),
    }
}

/// The file is no YAML.
pub fn broken_yaml(lang: Lang, what: &str) -> String {
    match lang {
        Lang::En => format!("no YAML, so the defaults hold: {what}"),
        Lang::De => format!("kein YAML, daher gelten die Vorgaben: {what}"),
    }
}

/// The file holds something else than settings.
pub fn settings_expected(lang: Lang) -> String {
    match lang {
        Lang::En => "settings with names are expected here, e.g. `theme: light`",
        Lang::De => "hier werden Einstellungen mit Namen erwartet, z. B. `theme: light`",
    }
    .to_owned()
}

/// `keys` holds something else than commands with keys.
pub fn keys_expected(lang: Lang) -> String {
    match lang {
        Lang::En => "commands with keys are expected here, e.g. `tag.claim: [c]`",
        Lang::De => "hier werden Befehle mit Tasten erwartet, z. B. `tag.claim: [c]`",
    }
    .to_owned()
}

/// What is written is no key.
pub fn no_key(lang: Lang, written: &str) -> String {
    match lang {
        Lang::En => format!("`{written}` is no key (c, C, Space, Ctrl-d, PgDn, F5 …)"),
        Lang::De => format!("`{written}` ist keine Taste (c, C, Space, Ctrl-d, PgDn, F5 …)"),
    }
}

/// No command has that name.
pub fn unknown_command(lang: Lang, id: &str) -> String {
    match lang {
        Lang::En => format!("there is no command `{id}`; `factdesk keys` lists them"),
        Lang::De => format!("den Befehl `{id}` gibt es nicht; `factdesk keys` nennt alle"),
    }
}

/// A key that another command was given before.
pub fn key_taken(lang: Lang, key: &str, id: &str, holder: &str) -> String {
    match lang {
        Lang::En => format!("`{key}` belongs to `{holder}`; `{id}` does not get it"),
        Lang::De => format!("`{key}` gehört zu `{holder}`; `{id}` bekommt sie nicht"),
    }
}

/// A key that was taken from the command that has it by default.
pub fn key_lost(lang: Lang, key: &str, id: &str, loser: &str) -> String {
    match lang {
        Lang::En => format!("`{key}` is now `{id}`; `{loser}` lost it (give it another one, or `[]`)"),
        Lang::De => {
            format!("`{key}` ist jetzt `{id}`; `{loser}` hat sie verloren (gib ihm eine andere oder `[]`)")
        }
    }
}
