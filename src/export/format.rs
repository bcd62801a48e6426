//! The formats that tagged sentences leave in.

use crate::locale::Phrase;

/// What the name of an archive ends with.
const ARCHIVE: &str = "zip";

/// A format that tagged sentences leave in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// An Excel workbook.
    Xlsx,
    /// Comma-separated values.
    Csv,
    /// Tab-separated values.
    Tsv,
    /// One JSON object a line.
    Jsonl,
    /// The annotated articles as Markdown.
    Markdown,
    /// The annotated articles as plain text.
    Text,
    /// A report for a browser, in one file.
    Html,
    /// W3C Web Annotation as JSON-LD.
    WebAnnotation,
    /// brat standoff: a folder.
    Brat,
    /// doccano's JSON lines.
    Doccano,
    /// Label Studio's tasks and labelling configuration: a folder.
    LabelStudio,
    /// CoNLL-U.
    Conllu,
    /// UIMA CAS XMI with its type system, as `INCEpTION` reads it: a folder.
    Uima,
}

impl Format {
    /// All of them, the most wanted first.
    pub const ALL: [Self; 13] = [
        Self::Xlsx,
        Self::Csv,
        Self::Tsv,
        Self::Html,
        Self::Markdown,
        Self::Text,
        Self::Jsonl,
        Self::WebAnnotation,
        Self::Brat,
        Self::Doccano,
        Self::LabelStudio,
        Self::Conllu,
        Self::Uima,
    ];

    /// Its name on the command line.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Xlsx => "xlsx",
            Self::Csv => "csv",
            Self::Tsv => "tsv",
            Self::Jsonl => "jsonl",
            Self::Markdown => "markdown",
            Self::Text => "text",
            Self::Html => "html",
            Self::WebAnnotation => "webannotation",
            Self::Brat => "brat",
            Self::Doccano => "doccano",
            Self::LabelStudio => "labelstudio",
            Self::Conllu => "conllu",
            Self::Uima => "uima",
        }
    }

    /// What it is, for people.
    pub const fn about(self) -> Phrase {
        match self {
            Self::Xlsx => Phrase::new("Excel workbook", "Excel-Arbeitsmappe"),
            Self::Csv => Phrase::new("table, comma-separated", "Tabelle, kommagetrennt"),
            Self::Tsv => Phrase::new("table, tab-separated", "Tabelle, tabulatorgetrennt"),
            Self::Jsonl => Phrase::new("JSON lines for programs", "JSON-Zeilen für Programme"),
            Self::Markdown => {
                Phrase::new("annotated articles as Markdown", "annotierte Artikel als Markdown")
            }
            Self::Text => {
                Phrase::new("annotated articles as plain text", "annotierte Artikel als reiner Text")
            }
            Self::Html => Phrase::new("report for the browser", "Bericht für den Browser"),
            Self::WebAnnotation => Phrase::new("W3C Web Annotation", "W3C Web Annotation"),
            Self::Brat => Phrase::new("brat (a folder)", "brat (ein Ordner)"),
            Self::Doccano => Phrase::new("doccano", "doccano"),
            Self::LabelStudio => Phrase::new("Label Studio (a folder)", "Label Studio (ein Ordner)"),
            Self::Conllu => Phrase::new("CoNLL-U", "CoNLL-U"),
            Self::Uima => Phrase::new("UIMA/INCEpTION (a folder)", "UIMA/INCEpTION (ein Ordner)"),
        }
    }

    /// What names of its files end with, without the dot; `None` where it is a folder of files.
    pub const fn extension(self) -> Option<&'static str> {
        match self {
            Self::Xlsx => Some("xlsx"),
            Self::Csv => Some("csv"),
            Self::Tsv => Some("tsv"),
            Self::Jsonl | Self::Doccano => Some("jsonl"),
            Self::Markdown => Some("md"),
            Self::Text => Some("txt"),
            Self::Html => Some("html"),
            Self::WebAnnotation => Some("jsonld"),
            Self::Conllu => Some("conllu"),
            Self::Brat | Self::LabelStudio | Self::Uima => None,
        }
    }

    /// The format of that name on the command line.
    pub fn named(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.id() == id)
    }

    /// The format that a name with this ending asks for, where one does; of several, the most wanted.
    pub fn ending_with(extension: &str) -> Option<Self> {
        let mut all = Self::ALL.into_iter();
        all.find(|format| format.extension().is_some() && format.ends_with(extension))
    }

    /// Is that, in capitals too, what names of its files end with, or of an archive of them where there are several?
    pub fn ends_with(self, extension: &str) -> bool {
        self.extension().unwrap_or(ARCHIVE).eq_ignore_ascii_case(extension)
    }

    /// Would a name with that ending make what is written in this format pass for something else? `txt` suits all that
    /// is text, `zip` formats of several files.
    pub fn is_misnamed(self, extension: &str) -> bool {
        match Self::ending_with(extension) {
            _ if self.ends_with(extension) => false,
            Some(Self::Text) => self == Self::Xlsx,
            Some(_) => true,
            None => extension.eq_ignore_ascii_case(ARCHIVE),
        }
    }

    /// Is everything in it a place in a text, so that a sentence without one is left out?
    pub const fn needs_places(self) -> bool {
        matches!(
            self,
            Self::WebAnnotation | Self::Brat | Self::Doccano | Self::LabelStudio | Self::Conllu | Self::Uima
        )
    }

    /// Is it a table, whose rows can be sentences or tags?
    pub const fn is_table(self) -> bool {
        matches!(self, Self::Xlsx | Self::Csv | Self::Tsv | Self::Jsonl)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_promises_another_format_is_told_from_one_that_does_not() {
        let misnamed =
            |ending| Format::ALL.into_iter().filter(move |format| format.is_misnamed(ending)).count();
        assert_eq!([misnamed("xlsx"), misnamed("CSV"), misnamed("jsonl")], [12, 12, 11]);
        assert!(!Format::Csv.is_misnamed("Csv"));
        assert_eq!(misnamed("txt"), 1, "a workbook is no text");
        assert_eq!(misnamed("zip"), 10, "several files are an archive");
        assert_eq!([misnamed("json"), misnamed("claims")], [0, 0]);
    }
}
