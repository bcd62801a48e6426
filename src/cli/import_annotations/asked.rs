//! What can be asked of `factdesk import-annotations`.

use std::path::PathBuf;

use clap::{Args, ValueHint, builder::PossibleValuesParser};

use crate::import::annotations::Form;

/// Below `factdesk import-annotations --help`.
pub(in crate::cli) const AFTER_HELP: &str = "\
Formats:
  jsonl, csv     our own exports (--rows sentence or tag), and tables of other tools with the
                 columns article or text, label, and start and end or the words
  webannotation  W3C Web Annotation as JSON-LD
  brat           a folder of .ann files beside their .txt
  doccano        JSON lines as doccano exports them
  labelstudio    the JSON that Label Studio exports

An article is found by its id, else by its text or address, else by its path. Words have to stand
in it where the file says, or in only one other place. A tag goes to the sentence that its words
are, or to the part of one; several whole sentences become one.

All files are read and checked before anything is written. What does not fit is listed on standard
output, a line each: FILE: PLACE: ARTICLE: what; then nothing is written, unless --partial asks
for what fits. What is there stays: nothing is doubled, changed or deleted, and tags that another
tool made say so (origin: imported).

Whose tags they are: --annotator; else as the file says, by name or by the full name that
factdesk.yaml gives under people; else, where it does not say, you.

Exit code 0: all came in; 1: something does not fit; 2: bad usage or unreadable.

Examples:
  factdesk import-annotations project.json --format labelstudio --annotator ab
  factdesk import-annotations brat/ --map 'Behauptung=claim,Frage=-' --dry-run
  factdesk export --format jsonl --annotator all | factdesk -C copy import-annotations -";

/// `factdesk import-annotations`
#[derive(Args, Debug)]
pub struct ImportAnnotations {
    /// A file, a folder of files, or - for standard input
    #[arg(value_name = "FILE|FOLDER", value_hint = ValueHint::AnyPath)]
    pub path: PathBuf,
    /// What the file is; without it, its name and what it holds tell
    #[arg(long, value_name = "FORMAT", value_parser = PossibleValuesParser::new(Form::ALL.map(Form::id)))]
    pub format: Option<String>,
    /// What their labels are called here: THEIRS=OURS, or THEIRS=- to leave them out; may be given more than once
    #[arg(long = "map", value_name = "LABEL=LABEL", value_delimiter = ',')]
    pub map: Vec<String>,
    /// Say what would be done, and write nothing
    #[arg(long)]
    pub dry_run: bool,
    /// Write what fits, though something does not
    #[arg(long)]
    pub partial: bool,
    /// Cells of a table are as they stand there: no ' was put before what a spreadsheet would run
    #[arg(long)]
    pub raw: bool,
}
