//! What can be asked of `factdesk import`, and what its help says.

use std::path::PathBuf;

use clap::{Args, ValueEnum, ValueHint};

use crate::import::Form;

/// Below `factdesk import --help`.
pub(in crate::cli) const AFTER_HELP: &str = "\
Examples:
  factdesk import council.txt --to town/council
  factdesk import ~/Downloads/*.html --to town/
  curl -s https://… | factdesk import - --to town/council
  factdesk import release.eml report.docx --to town/ --lang de

The form of a file is told by what it holds, else by the ending of its name. Text and Markdown
are kept as they are, with the front matter they have. Of a page, the article is taken, without
what stands around it; of a Word document, the text as if all tracked changes were accepted; of a
mail, its words, not what is attached. Headline, outlet, author, date, address and language that
they name become front matter; what the options say counts before it.

All files are read and checked before the first one is written. An article that is there is never
overwritten. What is there already word for word, under whatever name, is left out, unless --anyway
is given; what is there in part comes in, and how much of it is said.

Exit code 0: all brought in; 1: some were left out, as told; 2: a file cannot be read or its name
is taken, and nothing was brought in.";

/// `factdesk import`
#[derive(Args, Debug)]
pub struct Import {
    /// Files, or - for standard input
    #[arg(value_name = "FILE", required = true, value_hint = ValueHint::FilePath)]
    pub files: Vec<PathBuf>,
    /// Where it goes below corpus/: its story and its name, or with / at the end the story alone; else the name of
    /// the file
    #[arg(long, value_name = "STORY/NAME|STORY/")]
    pub to: Option<String>,
    /// Its headline
    #[arg(long)]
    pub title: Option<String>,
    /// Who published it
    #[arg(long)]
    pub outlet: Option<String>,
    /// Who wrote it
    #[arg(long)]
    pub author: Option<String>,
    /// When it was published
    #[arg(long)]
    pub date: Option<String>,
    /// Where it was published
    #[arg(long)]
    pub url: Option<String>,
    /// Its language, such as de
    #[arg(long)]
    pub lang: Option<String>,
    /// Take the files for this, whatever they look like
    #[arg(long = "as", value_name = "FORM", value_enum)]
    pub form: Option<FormName>,
    /// Bring in what is there already, too
    #[arg(long)]
    pub anyway: bool,
}

/// The name of a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum FormName {
    /// Plain text.
    Text,
    /// Markdown.
    Markdown,
    /// A web page.
    Html,
    /// A Word document.
    Docx,
    /// A mail.
    Eml,
}

impl From<FormName> for Form {
    fn from(name: FormName) -> Self {
        match name {
            FormName::Text => Self::Text,
            FormName::Markdown => Self::Markdown,
            FormName::Html => Self::Html,
            FormName::Docx => Self::Docx,
            FormName::Eml => Self::Eml,
        }
    }
}
