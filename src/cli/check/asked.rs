//! What can be asked of `factdesk check`, and what its help says.

use std::path::PathBuf;

use clap::{Args, ValueEnum, ValueHint};

/// Below `factdesk check --help`.
pub(in crate::cli) const AFTER_HELP: &str = "\
Problems are printed as file:line:column: message [rule], warnings with that word before the
message; the last line counts what was checked. Paths begin at the current folder where they
lie in it.

factdesk.yaml says how bad it is to break a rule (error, warn, off):
  checks:
    moved: error
    attribution-without-source: off

With --format json, one document:
  {\"files\":2,\"sentences\":40,\"tags\":31,\"problems\":[{\"path\":\"annotations/ab/town/vote.txt.yaml\",
   \"line\":14,\"column\":5,\"level\":\"error\",\"rule\":\"lost\",\"message\":\"…\"}]}
With --format github, the lines that make GitHub show problems beside the changed lines.

Exit code 0: no errors (there may be warnings); 1: errors; 2: it could not be checked.

Examples:
  factdesk check
  factdesk check annotations/ab corpus/town/vote.txt
  factdesk check --format json | jq -r '.problems[] | select(.rule == \"moved\") | .path'
  factdesk check --rules";

/// `factdesk check`
#[derive(Args, Debug)]
pub struct Check {
    /// Annotation files, or articles to check what is said about them, or folders of either; all without it
    #[arg(value_name = "FILE", value_hint = ValueHint::AnyPath)]
    pub files: Vec<PathBuf>,
    /// Lines for people and editors, JSON for programs, or annotations for GitHub
    #[arg(long, value_enum, default_value_t = CheckFormat::Text)]
    pub format: CheckFormat,
    /// List the rules: how bad it is to break each, by default and in this workspace, and why
    #[arg(long, conflicts_with_all = ["files", "format"])]
    pub rules: bool,
}

/// How problems are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum CheckFormat {
    /// `file:line:column: message [rule]`.
    Text,
    /// One JSON document.
    Json,
    /// Workflow commands of GitHub Actions.
    Github,
}
