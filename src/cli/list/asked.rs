//! What can be asked of `factdesk list`, and what its help says.

use clap::{ArgAction, Args, ValueEnum};

use crate::{
    cli::conditions::Conditions,
    review::{Column, Group},
};

/// Below `factdesk list --help`.
pub(in crate::cli) const AFTER_HELP: &str = "\
Options may be given more than once and take several values with commas between them: any of
these. A sentence is listed where all options hold. Where --annotator is given, only what they
say counts.

--filter takes the conditions that the Review takes, or the name of a filter in factdesk.yaml:
  word \"several words\"          in the sentence, its notes or its sources
  label: annotator: source: claim: story: article: outlet:
  state:disagreement            or unread, one-reader, agreed, decided; exact, moved, edited,
                                split, joined, ambiguous, lost; open: what still needs somebody
  is:unsure                     or marked, noted, no-source, conflict, mine, cut-differently
  -label:claim source:=\"Mr. Pell\"  not this label; the whole of a name, not a piece of it

In the table, labels are letters, as in the workbench. JSON lines are those of factdesk export
(docs/schema/export.schema.json):
{\"article\",\"story\",\"title\",\"outlet\",\"author\",\"date\",\"url\",\"line\",\"start\",\"end\",\"text\",\"saved\",
\"labels\",\"source\",\"annotators\",\"state\",\"anchor\",\"tags\":[{\"annotator\",\"reading\",\"label\",\"start\",
\"end\",\"source\",\"who\",\"cue\",\"claims\",\"unsure\",\"origin\"}],\"readings\":[{\"annotator\",\"start\",\"end\",
\"anchor\",\"read\"}],\"notes\":[{\"annotator\",\"note\"}]}
Positions count code points of the article as it is now, lines begin with 1; null where the words
are not found. In CSV, a cell that a spreadsheet would take for a formula, or that begins with ',
has ' before it.

Exit code 0: all listed; 1: files that cannot be read, as told, are left out; 2: no such label,
state…

Examples:
  factdesk list --label denial --source Pell
  factdesk list --state open --sort state
  factdesk list --filter 'is:no-source -annotator:desk' --format csv > no-source.csv
  factdesk list --format jsonl | jq -r 'select(.state == \"disagreement\") | .text'";

/// `factdesk list`
#[derive(Args, Debug)]
pub struct List {
    /// Tagged by this annotator
    #[arg(id = "annotator", long = "annotator", value_name = "NAME", value_delimiter = ',', action = ArgAction::Append)]
    pub annotators: Vec<String>,
    /// Which sentences.
    #[command(flatten)]
    pub conditions: Conditions,
    /// Sort by this column; else in the order of articles and their text
    #[arg(long, value_name = "COLUMN", value_enum)]
    pub sort: Option<SortBy>,
    /// The last first
    #[arg(long)]
    pub reverse: bool,
    /// Put together what is of one article or source
    #[arg(long, value_name = "WHAT", value_enum)]
    pub group: Option<GroupBy>,
    /// A table for people, JSON lines for programs, or CSV for spreadsheets
    #[arg(long, value_enum, default_value_t = ListFormat::Table)]
    pub format: ListFormat,
}

/// How sentences are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ListFormat {
    /// Columns for people.
    Table,
    /// One JSON object a line.
    Jsonl,
    /// Comma-separated values with a line of names.
    Csv,
}

/// A column to sort by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum SortBy {
    /// The article, and the place in it.
    Article,
    /// The words.
    Sentence,
    /// The labels.
    Labels,
    /// Whose words they are.
    Source,
    /// Who tags it.
    Annotators,
    /// What needs somebody first.
    State,
}

impl From<SortBy> for Column {
    fn from(by: SortBy) -> Self {
        match by {
            SortBy::Article => Self::Article,
            SortBy::Sentence => Self::Sentence,
            SortBy::Labels => Self::Labels,
            SortBy::Source => Self::Source,
            SortBy::Annotators => Self::Annotators,
            SortBy::State => Self::State,
        }
    }
}

/// What is put together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum GroupBy {
    /// Sentences of one article.
    Article,
    /// Sentences of one source.
    Source,
}

impl From<GroupBy> for Group {
    fn from(by: GroupBy) -> Self {
        match by {
            GroupBy::Article => Self::Article,
            GroupBy::Source => Self::Source,
        }
    }
}
