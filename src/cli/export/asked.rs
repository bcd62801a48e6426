//! What can be asked of `factdesk export`, and what its help says.

use std::path::{Path, PathBuf};

use clap::{
    ArgAction, Args, ValueEnum, ValueHint,
    builder::{PossibleValue, PossibleValuesParser, TypedValueParser},
};

use crate::{
    cli::conditions::Conditions,
    export::{Consensus, Format, Rows},
    locale::Lang,
};

/// Below `factdesk export --help`.
pub(in crate::cli) const AFTER_HELP: &str = "\
Whose tags: those of desk where it has decided, else your own. --annotator NAME takes those of one
or several, each for themselves, --annotator all those of everybody; --consensus makes one version
of what all but desk say: labels that more than half of the readers give (majority) or anybody
(any), or only what desk has decided (desk). Which sentences: as with factdesk list; all options
hold. A sentence leaves with all its tags, so that a claim can be seen to be a denial too; with
--rows tag, --label picks tags. --format is only needed where the name of the file does not tell it.

A file that is there is replaced in one step when the new one is complete, and keeps its
permissions. Formats of several files (brat, labelstudio, uima) want --out FOLDER, new or empty, or
--out FILE.zip. Nothing is ever written below corpus/ or annotations/.

A sentence that does not stand in its article as it was saved says so (column anchor; in other
formats a note or an attribute). One that is lost is left out of formats that know only places.
Positions count code points of the article as it is now.

Exit code 0: all written; 1: written without what could not be read or has no place, as told;
2: nothing written.

Examples:
  factdesk export --label claim --out claims.xlsx
  factdesk export --format csv --excel --state decided --out decided.csv
  factdesk export --format jsonl --annotator all | jq -r 'select(.anchor == \"lost\") | .text'
  factdesk export --story town --consensus majority --out report.html
  factdesk export --format brat --annotator ab --read --out brat.zip";

/// `factdesk export`
#[derive(Args, Debug)]
pub struct Export {
    /// In which format
    #[arg(long, value_name = "FORMAT", value_parser = format_parser())]
    pub format: Option<Format>,
    /// Write to this file, or for formats of several files to this folder or .zip file; - is standard output
    #[arg(long, value_name = "PATH", value_hint = ValueHint::AnyPath)]
    pub out: Option<PathBuf>,
    /// Whose tags: names, or all
    #[arg(id = "annotator", long = "annotator", value_name = "NAME", value_delimiter = ',', action = ArgAction::Append)]
    pub annotators: Vec<String>,
    /// One version of what several say
    #[arg(long, value_name = "HOW", value_enum, conflicts_with = "annotator")]
    pub consensus: Option<Together>,
    /// Which sentences.
    #[command(flatten)]
    pub conditions: Conditions,
    /// Sentences too that have no tags: read, marked or noted
    #[arg(long)]
    pub read: bool,
    /// What a row of a table is (csv, tsv, xlsx, jsonl): sentence without this
    #[arg(long, value_name = "WHAT", value_enum)]
    pub rows: Option<RowsOf>,
    /// CSV as German Excel opens it by double click: byte order mark, semicolons, CRLF
    #[arg(long)]
    pub excel: bool,
    /// Leave cells of csv and tsv as they are that a spreadsheet would run as formulas
    #[arg(long)]
    pub raw: bool,
}

impl Export {
    /// Where it goes; `None` for standard output, for which `-` stands too.
    pub(super) fn path(&self) -> Option<&Path> {
        self.out.as_deref().filter(|path| *path != Path::new("-"))
    }
}

/// How several versions become one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Together {
    /// Labels that more than half of those who read the sentence give it.
    Majority,
    /// Labels that anybody gives it.
    Any,
    /// What desk decided, and nothing else.
    Desk,
}

impl From<Together> for Consensus {
    fn from(how: Together) -> Self {
        match how {
            Together::Majority => Self::Majority,
            Together::Any => Self::Any,
            Together::Desk => Self::Desk,
        }
    }
}

/// What a row of a table is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum RowsOf {
    /// A sentence, with a column for each label.
    Sentence,
    /// A tag.
    Tag,
}

impl From<RowsOf> for Rows {
    fn from(of: RowsOf) -> Self {
        match of {
            RowsOf::Sentence => Self::Sentence,
            RowsOf::Tag => Self::Tag,
        }
    }
}

fn format_parser() -> impl TypedValueParser<Value = Format> {
    let values =
        Format::ALL.map(|format| PossibleValue::new(format.id()).help(format.about().text(Lang::En)));
    PossibleValuesParser::new(values)
        .try_map(|id| Format::named(&id).ok_or_else(|| format!("{id}: no format")))
}
