//! What can be said on the command line, as clap reads it.

use std::path::PathBuf;

use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum, ValueHint};
use clap_complete::Shell;

/// A newsroom fact-check workbench for the terminal: read articles sentence by sentence, tag claims, denials and
/// attributions, keep them as YAML.
#[derive(Debug, Parser)]
#[command(name = "factdesk", version)]
pub struct Arguments {
    /// What every command takes.
    #[command(flatten)]
    pub common: Common,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// Options that every command takes.
#[derive(Args, Clone, Debug)]
pub struct Common {
    /// Work on the workspace of this folder instead of the current one
    #[arg(short = 'C', value_name = "DIR", global = true, value_hint = ValueHint::DirPath)]
    pub directory: Option<PathBuf>,
    /// Who tags: a name of a-z, 0-9 and -, such as your initials
    #[arg(long, value_name = "NAME", global = true)]
    pub annotator: Option<String>,
    /// When to use colours
    #[arg(long, value_name = "WHEN", global = true, value_enum, default_value_t = Color::Auto)]
    pub color: Color,
    /// Say only what went wrong
    #[arg(short, long, global = true)]
    pub quiet: bool,
    /// Say more
    #[arg(short, long, global = true, action = ArgAction::Count)]
    pub verbose: u8,
}

/// When to use colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Color {
    /// On a terminal, unless `NO_COLOR` is set.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Print the sentences of files as JSON lines
    #[command(after_help = SEGMENT_EXAMPLES)]
    Segment(Segment),
    /// Print completions for a shell
    #[command(after_help = COMPLETIONS_EXAMPLES)]
    Completions(Completions),
    /// Print the manual page
    #[command(after_help = "Example:\n  factdesk man | man -l -")]
    Man,
}

const SEGMENT_EXAMPLES: &str = "\
Examples:
  factdesk segment corpus/town/*.txt | jq -r .text
  factdesk segment --explain --lang de article.txt

Each line is {\"article\",\"start\",\"end\",\"kind\",\"text\"}; positions count code points. With
--explain, lines {\"article\",\"at\",\"cut\",\"rule\",\"before\",\"after\"} follow for every place where a
sentence might have ended.";

/// `factdesk segment`
#[derive(Args, Debug)]
pub struct Segment {
    /// Their language (de, en, fr, es, it, pl, ru, tr, cs, nl); else the front matter's, else detected
    #[arg(long, value_name = "LANG")]
    pub lang: Option<String>,
    /// Say which rule decided at every place where a sentence might end
    #[arg(long)]
    pub explain: bool,
    /// Text files
    #[arg(value_name = "FILE", required = true, value_hint = ValueHint::FilePath)]
    pub files: Vec<PathBuf>,
}

const COMPLETIONS_EXAMPLES: &str = "\
Examples:
  factdesk completions bash > ~/.local/share/bash-completion/completions/factdesk
  factdesk completions fish > ~/.config/fish/completions/factdesk.fish";

/// `factdesk completions`
#[derive(Args, Debug)]
pub struct Completions {
    /// The shell
    #[arg(value_enum)]
    pub shell: Shell,
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_definition_is_sound() {
        Arguments::command().debug_assert();
    }
}
