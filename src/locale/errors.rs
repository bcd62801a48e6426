//! What is said of errors that those who meet them cannot word themselves: they stand above this module.

use std::io;

use super::{Lang, Phrase};
use crate::text::decode::{DecodeError, MAX_ARTICLE_BYTES};

/// Why bytes are no article.
pub fn no_text(lang: Lang, error: DecodeError) -> String {
    let megabytes = |bytes: u64| bytes.div_ceil(1024 * 1024);
    match (lang, error) {
        (Lang::En, error) => error.to_string(),
        (Lang::De, DecodeError::TooLarge { size }) => {
            format!("zu groß: {} MB, erlaubt sind {} MB", megabytes(size), megabytes(MAX_ARTICLE_BYTES))
        }
        (Lang::De, DecodeError::Format(format)) => format!("kein Text: sieht aus wie {format}"),
        (Lang::De, DecodeError::Utf32) => {
            "nicht gelesen: sieht aus wie UTF-32; als UTF-8 speichern".to_owned()
        }
        (Lang::De, DecodeError::Utf16WithoutMark) => {
            "nicht gelesen: sieht aus wie UTF-16 ohne Bytereihenfolgemarke; als UTF-8 speichern".to_owned()
        }
        (Lang::De, DecodeError::Nul { at }) => format!("kein Text: enthält bei Byte {at} ein NUL"),
        (Lang::De, DecodeError::Controls) => "kein Text: überwiegend Steuerzeichen".to_owned(),
    }
}

/// What the disk said: its own words, which are English, where we have none.
pub fn disk(lang: Lang, error: &io::Error) -> String {
    let said = match error.kind() {
        io::ErrorKind::NotFound => "nicht vorhanden",
        io::ErrorKind::PermissionDenied => "keine Berechtigung",
        io::ErrorKind::AlreadyExists => "schon vorhanden",
        io::ErrorKind::StorageFull => "kein Platz mehr auf dem Datenträger",
        io::ErrorKind::QuotaExceeded => "das zugeteilte Kontingent ist erschöpft",
        io::ErrorKind::ReadOnlyFilesystem => "das Dateisystem ist schreibgeschützt",
        io::ErrorKind::NotADirectory => "kein Ordner",
        io::ErrorKind::IsADirectory => "ein Ordner",
        io::ErrorKind::FileTooLarge => "die Datei wird zu groß",
        io::ErrorKind::InvalidFilename => "ein Name, den es nicht geben kann",
        io::ErrorKind::WouldBlock => "ein anderes Programm ist daran",
        _ => return error.to_string(),
    };
    match lang {
        Lang::En => error.to_string(),
        Lang::De => said.to_owned(),
    }
}

/// What a file is that is no regular one.
pub const FOLDER: Phrase = Phrase::new("a folder", "ein Ordner");
/// The same.
pub const LINK: Phrase = Phrase::new("a symbolic link", "eine symbolische Verknüpfung");
/// The same.
pub const PIPE: Phrase = Phrase::new("a named pipe", "eine benannte Pipe");
/// The same.
pub const SOCKET: Phrase = Phrase::new("a socket", "ein Socket");
/// The same.
pub const DEVICE: Phrase = Phrase::new("a device", "ein Gerät");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_limit_is_said_alike_in_both_languages() {
        let error = DecodeError::TooLarge { size: MAX_ARTICLE_BYTES + 1 };
        assert_eq!(no_text(Lang::De, error), "zu groß: 65 MB, erlaubt sind 64 MB");
        assert!(no_text(Lang::En, error).contains("65 MB"));
    }

    #[test]
    fn what_the_disk_says_has_german_words_where_we_know_them() {
        let full = io::Error::from(io::ErrorKind::StorageFull);
        assert_eq!(disk(Lang::De, &full), "kein Platz mehr auf dem Datenträger");
        let odd = io::Error::other("odd");
        assert_eq!(disk(Lang::De, &odd), "odd");
    }
}
