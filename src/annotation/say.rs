//! How a saved sentence fits its article, and what is wrong with an annotation file, in both languages. The English
//! texts of the latter are those of `Display`.

use super::AnchorState;
use super::error::{Caution, DocumentError, Fault, MAX_BYTES, Shape, Warning};
use crate::locale::{Lang, Phrase};

impl AnchorState {
    /// What to call it.
    pub const fn name(self) -> Phrase {
        match self {
            Self::Exact => Phrase::new("exact", "unverändert"),
            Self::Moved => Phrase::new("moved", "verschoben"),
            Self::Edited => Phrase::new("edited", "geändert"),
            Self::Split => Phrase::new("split", "geteilt"),
            Self::Joined => Phrase::new("joined", "verbunden"),
            Self::Ambiguous => Phrase::new("ambiguous", "mehrdeutig"),
            Self::Lost => Phrase::new("lost", "verloren"),
        }
    }

    /// Its sign, one column wide; a blank where all is well.
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Exact => " ",
            Self::Moved => "→",
            Self::Edited => "~",
            Self::Split => "÷",
            Self::Joined => "+",
            Self::Ambiguous => "?",
            Self::Lost => "!",
        }
    }
}

impl Shape {
    /// What it is called.
    pub const fn phrase(self) -> Phrase {
        match self {
            Self::Text => Phrase::new("text", "Text"),
            Self::Flag => Phrase::new("true or false", "true oder false"),
            Self::WholeNumber => Phrase::new("a whole number", "eine ganze Zahl"),
            Self::TooLarge => Phrase::new("one that is too large", "eine zu große"),
            Self::Number => Phrase::new("a number", "eine Zahl"),
            Self::Hash => Phrase::new("a hash", "eine Prüfsumme"),
            Self::Time => Phrase::new("a time", "ein Zeitpunkt"),
            Self::Positions => Phrase::new("positions", "Positionen"),
            Self::Single => Phrase::new("a single value", "ein einzelner Wert"),
            Self::List => Phrase::new("a list", "eine Liste"),
            Self::Fields => Phrase::new("fields with names", "Felder mit Namen"),
            Self::Name => Phrase::new("the name of a field", "der Name eines Feldes"),
            Self::Nothing => Phrase::new("nothing", "nichts"),
        }
    }
}

impl DocumentError {
    /// `line:column: message`.
    pub fn text(&self, lang: Lang) -> String {
        format!("{}:{}: {}", self.line, self.column, self.what.text(lang))
    }
}

impl Fault {
    /// What is wrong, with a hint how to mend it.
    pub fn text(&self, lang: Lang) -> String {
        match lang {
            Lang::En => self.to_string(),
            Lang::De => self.german(),
        }
    }

    fn german(&self) -> String {
        match self {
            Self::TooLarge(bytes) => format!(
                "die Datei ist {} MB groß; Markierungsdateien dürfen bis zu {} MB haben",
                bytes / 1_000_000,
                MAX_BYTES / 1_000_000
            ),
            Self::TooManyNodes => "die Datei hat zu viele Teile für eine Markierungsdatei".to_owned(),
            Self::TooDeep => "zu tief verschachtelt für eine Markierungsdatei".to_owned(),
            Self::MergeConflict(marker) => {
                format!("Konfliktmarke `{marker}`: eine Seite wählen und die Marken löschen")
            }
            Self::Yaml(error) => format!("nicht als YAML lesbar: {error}"),
            Self::Empty => "die Datei ist leer; eine Markierungsdatei beginnt mit `format: 1`".to_owned(),
            Self::AnchorOrAlias => {
                "Anker (&) und Verweise (*) sind nicht erlaubt; den Wert ausschreiben oder in Anführungszeichen setzen"
                    .to_owned()
            }
            Self::YamlTag => "YAML-Tags (!) sind nicht erlaubt; den Wert in Anführungszeichen setzen".to_owned(),
            Self::AfterTheEnd => {
                "Text nach dem Ende des Dokuments (`...`); eine Datei enthält ein Dokument".to_owned()
            }
            Self::NoSuchFormat(format) => {
                format!("ein Format {format} gibt es nicht; diese Version schreibt Format 1")
            }
            Self::UnknownField { field, close } => {
                let hint = close.map_or_else(String::new, |field| format!("; ist `{field}` gemeint?"));
                format!("unbekanntes Feld `{field}`{hint}")
            }
            Self::DuplicateField(field) => format!("`{field}` steht hier zweimal; eines davon behalten"),
            Self::MissingField(field) => format!("`{field}` fehlt"),
            Self::WrongType { expected, found, quotes } => {
                let hint = if *quotes { "; ist es als Text gemeint, in Anführungszeichen setzen" } else { "" };
                format!("erwartet: {}, gefunden: {}{hint}", expected.phrase().de, found.phrase().de)
            }
            Self::NoneOf { found, known } => format!("`{found}` ist keines von {known}"),
            Self::NoTime(found) => format!("`{found}` ist kein Zeitpunkt; so schreiben: 2026-11-21T10:00:00Z"),
            Self::NoSpans(found) => {
                format!("`{found}` ist keine Liste von Positionen; so schreiben: 840-844 849-855")
            }
            Self::EndsBeforeStart { start, end } => format!("endet bei {end}, vor dem Anfang bei {start}"),
            Self::Overlap { start, end, other_line } => format!(
                "der Satz {start}-{end} überschneidet sich mit dem in Zeile {other_line}; Sätze dürfen das nicht"
            ),
            Self::LabelTwice { label, other_line } => format!(
                "das Etikett `{label}` steht zweimal auf denselben Wörtern (zuerst in Zeile {other_line}); \
                 eines davon behalten"
            ),
            Self::TagOutside { start, end } => {
                format!("die Markierung reicht von {start} bis {end}, nicht innerhalb ihres Satzes")
            }
        }
    }
}

impl Warning {
    /// `line:column: message`.
    pub fn text(&self, lang: Lang) -> String {
        format!("{}:{}: {}", self.line, self.column, self.what.text(lang))
    }
}

impl Caution {
    /// What is odd.
    pub fn text(&self, lang: Lang) -> String {
        match lang {
            Lang::En => self.to_string(),
            Lang::De => self.german(),
        }
    }

    fn german(&self) -> String {
        match self {
            Self::NoEndMarker => "keine Endmarke `...`: die Datei ist vielleicht abgeschnitten".to_owned(),
            Self::OtherArticle { expected, found } => {
                format!("nennt den Artikel `{found}`, liegt aber, wo `{expected}` hingehört; der Pfad gilt")
            }
            Self::OtherAnnotator { expected, found } => {
                format!("nennt `{found}`, liegt aber im Ordner von `{expected}`; der Pfad gilt")
            }
            Self::UnknownLabel(label) => format!(
                "unbekanntes Etikett `{label}`: es bleibt; ist es ein eigenes, gehört es zu `labels` in factdesk.yaml"
            ),
            Self::NewerFormat(format) => {
                format!(
                    "im Format {format} von einer neueren Version geschrieben: lesbar, aber nicht zu ändern"
                )
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::{Annotator, Document};

    #[test]
    fn what_is_wrong_keeps_its_place_in_both_languages() {
        let (article, annotator) = (crate::text::ArticleId::new("a.txt"), Annotator::new("ab").unwrap());
        let error = Document::parse("format: 1\nsentences: 7\n", &article, &annotator).unwrap_err();
        assert_eq!(error.text(Lang::En), error.to_string());
        assert_eq!(error.text(Lang::De), "2:12: erwartet: eine Liste, gefunden: ein einzelner Wert");
    }
}
