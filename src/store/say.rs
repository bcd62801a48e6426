//! What is wrong on the disk, in both languages. The English texts are those of `Display`.

use super::{
    AddError, ArticleError, LoadError, OutError, PathError, ReadError, SaveError,
    config::ConfigError,
    replace::{Failed, Step},
    save_error::safe,
};
use crate::locale::{Lang, errors};

/// Gives errors a `text` in both languages: English is their `Display`, German the function.
macro_rules! both {
    ($($error:ty: $german:path;)*) => {
        $(
            impl $error {
                /// What is wrong, with path and cause, for people.
                pub fn text(&self, lang: Lang) -> String {
                    match lang {
                        Lang::En => self.to_string(),
                        Lang::De => $german(self),
                    }
                }
            }
        )*
    };
}

both! {
    PathError: path;
    ReadError: read;
    LoadError: load;
    ArticleError: article;
    Failed: failed;
    SaveError: save;
    AddError: add;
    ConfigError: config;
    OutError: out;
}

fn path(error: &PathError) -> String {
    match error {
        PathError::NoPath { id } => format!("{id}: ist kein Pfad unterhalb von corpus/"),
        PathError::TooLong { id, bytes } => format!(
            "{id}: der Name der Markierungsdatei hätte {bytes} Bytes, Dateisysteme erlauben 255: \
             dem Artikel einen kürzeren Namen geben"
        ),
        PathError::OfOthers { path, target } => format!(
            "{}: führt zu {}, wo die Markierungen anderer liegen; einen richtigen Ordner anlegen",
            path.display(),
            target.display()
        ),
    }
}

fn read(error: &ReadError) -> String {
    match error {
        ReadError::Disk { path, source } => {
            format!("{}: nicht lesbar: {}", path.display(), errors::disk(Lang::De, source))
        }
        ReadError::NotRegular { path, what } => {
            format!("{}: ist {}, keine gewöhnliche Datei; nur solche werden gelesen", path.display(), what.de)
        }
        ReadError::TooLarge { path, size, limit } => format!(
            "{}: hat {size} Bytes; höchstens {limit} Bytes (64 MB) werden gelesen: in mehrere Dateien teilen",
            path.display()
        ),
        ReadError::Outside { path, target } => format!(
            "{}: führt aus dem Arbeitsordner hinaus nach {}; die Datei stattdessen hineinkopieren",
            path.display(),
            target.display()
        ),
    }
}

fn load(error: &LoadError) -> String {
    match error {
        LoadError::Path(error) => path(error),
        LoadError::Read(error) => read(error),
        LoadError::NotUtf8 { path, line, column } => {
            format!("{}:{line}:{column}: kein UTF-8; Markierungsdateien sind UTF-8", path.display())
        }
        LoadError::Document { path, error, .. } => format!("{}:{}", path.display(), error.text(Lang::De)),
    }
}

fn article(error: &ArticleError) -> String {
    match error {
        ArticleError::Path(error) => path(error),
        ArticleError::Read(error) => read(error),
        ArticleError::NoText { path, source } => {
            format!("{}: {}", path.display(), errors::no_text(Lang::De, *source))
        }
    }
}

const fn step(step: Step) -> &'static str {
    match step {
        Step::Resolve => "nicht zu erreichen",
        Step::MakeFolder => "der Ordner lässt sich nicht anlegen",
        Step::Lock => "lässt sich nicht sperren",
        Step::Read => "nicht lesbar",
        Step::Writable => "darf nicht geschrieben werden",
        Step::Create => "daneben lässt sich keine neue Fassung anlegen",
        Step::Write => "die neue Fassung lässt sich nicht schreiben",
        Step::Sync => "die neue Fassung kam nicht auf den Datenträger",
        Step::Rename => "die neue Fassung kann ihren Platz nicht einnehmen",
        Step::SyncFolder => "der Ordner kam nicht auf den Datenträger",
    }
}

fn failed(failed: &Failed) -> String {
    let Failed { step: at, path, source } = failed;
    format!("{}: {}: {}", path.display(), step(*at), errors::disk(Lang::De, source))
}

fn save(error: &SaveError) -> String {
    const SAFE: &str = "die Datei steht, wie sie war";
    match error {
        SaveError::Path(error) => path(error),
        SaveError::Outside { path, target } => format!(
            "{}: führt nach {}, wohin nie Markierungen geschrieben werden; dort eine wirkliche Datei oder einen Ordner anlegen",
            path.display(),
            target.display()
        ),
        SaveError::Unreadable(error) => {
            format!("{}; sie wird nicht überschrieben: ausbessern oder verschieben", load(error))
        }
        SaveError::Newer { path, format } => format!(
            "{}: hat das Format {format} eines neueren factdesk, das dieses hier nicht schreibt",
            path.display()
        ),
        SaveError::ReadOnly { path } => format!(
            "{}: ist schreibgeschützt; {SAFE} (mit chmod u+w lässt sie sich speichern)",
            path.display()
        ),
        SaveError::Busy { path } => format!("{}: ein anderes Programm ist daran; {SAFE}", path.display()),
        SaveError::TooLarge { path, size, limit } => {
            format!("{}: hätte {size} Bytes, höchstens {limit} werden gelesen; {SAFE}", path.display())
        }
        SaveError::Garbled { path } => format!(
            "{}: ließe sich nicht so zurücklesen, wie markiert wurde, und wurde nicht geschrieben; {SAFE}: bitte melden",
            path.display()
        ),
        SaveError::TooManyOriginals { path } => format!(
            "{}: scheint abgeschnitten, und zu viele .orig-Dateien liegen daneben; einige löschen",
            path.display()
        ),
        SaveError::Disk { failed: error } => format!("{}; {}", failed(error), safe(error.step).de),
    }
}

fn add(error: &AddError) -> String {
    match error {
        AddError::NoName { to, why } => {
            format!("{to}: {}; THEMA/NAME schreiben, z. B. rathaus/agenturmeldung", why.de)
        }
        AddError::Path(error) => path(error),
        AddError::Exists { id } => format!(
            "{id}: einen Artikel dieses Namens gibt es schon, und er wird nie überschrieben; einen anderen Namen wählen"
        ),
        AddError::Read(error) => read(error),
        AddError::Disk(error) => failed(error),
    }
}

fn config(error: &ConfigError) -> String {
    match error {
        ConfigError::Read(error) => read(error),
        ConfigError::NotUtf8 { path } => format!("{}: kein UTF-8", path.display()),
        ConfigError::NoPlace { path, line } => {
            format!("{}: `{line}` lässt sich dort nicht von selbst eintragen; bitte von Hand", path.display())
        }
        ConfigError::Disk(error) => failed(error),
    }
}

fn out(error: &OutError) -> String {
    match error {
        OutError::Protected { path } => format!(
            "{}: gehört dem Arbeitsbereich selbst (corpus/, annotations/, factdesk.yaml); einen anderen Ort wählen",
            path.display()
        ),
        OutError::Folder { path } => {
            format!("{}: ist ein Ordner; den Namen einer Datei darin angeben", path.display())
        }
        OutError::NotRegular { path } => {
            format!("{}: ist keine gewöhnliche Datei; nur solche werden ersetzt", path.display())
        }
        OutError::NotEmpty { path } => format!(
            "{}: ist schon da und kein leerer Ordner; einen neuen nennen oder eine .zip-Datei",
            path.display()
        ),
        OutError::NoFolder { path } => format!("{}: diesen Ordner gibt es nicht", path.display()),
        OutError::Disk(error) => failed(error),
    }
}

#[cfg(test)]
mod tests {
    use std::{io, path::PathBuf};

    use super::*;

    #[test]
    fn a_failed_step_says_in_both_languages_where_why_and_what_is_safe() {
        let error = SaveError::from(Failed {
            step: Step::Write,
            path: PathBuf::from("annotations/ab/a.txt.yaml"),
            source: io::ErrorKind::StorageFull.into(),
        });
        assert_eq!(error.text(Lang::En), error.to_string());
        assert_eq!(
            error.text(Lang::De),
            "annotations/ab/a.txt.yaml: die neue Fassung lässt sich nicht schreiben: \
             kein Platz mehr auf dem Datenträger; die Datei steht, wie sie war"
        );
    }
}
