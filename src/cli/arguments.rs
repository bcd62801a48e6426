//! What can be said on the command line, as clap reads it.

use std::path::PathBuf;

use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum, ValueHint};
use clap_complete::Shell;

use super::{anchors, check, export, import, import_annotations, list};

/// Examples below `factdesk --help`.
const EXAMPLES: &str = "\
Examples:
  factdesk                            open the workbench on the workspace you are in
  factdesk corpus/town/council.txt    open it on one article
  factdesk init                       make a workspace of this folder
  factdesk import note.txt --to town/note
                                      bring an article in
  factdesk check                      find what is wrong with annotation files

A workspace is a folder that holds corpus/ (the articles, .txt or .md, one folder
for each story) and annotations/ (one YAML file for each article and annotator).";

/// A newsroom fact-check workbench for the terminal: read articles sentence by sentence, tag claims, denials and
/// attributions, keep them as YAML.
#[derive(Debug, Parser)]
#[command(name = "factdesk", version, after_help = EXAMPLES, subcommand_precedence_over_arg = true)]
#[command(override_usage = "factdesk [OPTIONS] [WORKSPACE|ARTICLE]\n       factdesk [OPTIONS] COMMAND …")]
pub struct Arguments {
    /// What every command takes.
    #[command(flatten)]
    pub common: Common,
    /// What to do; the workbench without one.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// For the workbench.
    #[command(flatten)]
    pub annotate: Annotate,
}

/// Options that every command takes.
#[derive(Args, Clone, Debug)]
pub struct Common {
    /// Work on the workspace of this folder instead of the current one
    #[arg(short = 'C', value_name = "DIR", global = true, value_hint = ValueHint::DirPath)]
    pub directory: Option<PathBuf>,
    /// Who tags, or whose files are meant: a name of a-z, 0-9 and -, such as your initials
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
    /// Open the workbench (what factdesk does without a command)
    #[command(after_help = ANNOTATE_EXAMPLES)]
    Annotate(Annotate),
    /// Decide as desk what others read differently: opens the Review, disagreements first
    #[command(after_help = ADJUDICATE_EXAMPLES)]
    Adjudicate(Adjudicate),
    /// Make a workspace
    #[command(after_help = INIT_EXAMPLES)]
    Init(Init),
    /// Bring articles in: text, Markdown, saved web pages, Word documents, mails
    #[command(after_help = import::AFTER_HELP)]
    Import(import::Import),
    /// Bring tags in from other tools, and from our own exports
    #[command(after_help = import_annotations::AFTER_HELP)]
    ImportAnnotations(import_annotations::ImportAnnotations),
    /// Print the sentences of files as JSON lines
    #[command(after_help = SEGMENT_EXAMPLES)]
    Segment(Segment),
    /// Validate every annotation file and find every tagged sentence in its article
    #[command(after_help = check::AFTER_HELP)]
    Check(check::Check),
    /// List tagged sentences: the Review, for pipes
    #[command(after_help = list::AFTER_HELP)]
    List(list::List),
    /// Write tagged sentences as spreadsheets, reports, annotated articles, or files for other tools
    #[command(after_help = export::AFTER_HELP)]
    Export(export::Export),
    /// Say where saved sentences stand now, and confirm those that merely moved
    #[command(after_help = anchors::AFTER_HELP)]
    Anchors(anchors::Anchors),
    /// Count what was read, tagged and quoted, by article, annotator, outlet and story
    #[command(after_help = STATS_EXAMPLES)]
    Stats(Stats),
    /// Say how far annotators agree: kappa, alpha, F1 and more for each label
    #[command(after_help = AGREEMENT_EXAMPLES)]
    Agreement(Agreement),
    /// Print the keys of the workbench, with your own
    Keys,
    /// Print completions for a shell
    #[command(after_help = COMPLETIONS_EXAMPLES)]
    Completions(Completions),
    /// Print the manual page
    #[command(after_help = "Example:\n  factdesk man | man -l -")]
    Man,
}

const ANNOTATE_EXAMPLES: &str = "\
Examples:
  factdesk annotate                   the workspace you are in, where you left off
  factdesk annotate --plain           line by line, for screen readers and scripts
  printf 'c\\nspace\\nq\\n' | factdesk annotate --plain corpus/town/council.txt";

/// `factdesk annotate`
#[derive(Args, Clone, Debug)]
pub struct Annotate {
    /// A workspace's folder, or an article in one
    #[arg(value_name = "WORKSPACE|ARTICLE", value_hint = ValueHint::AnyPath)]
    pub path: Option<PathBuf>,
    /// Line by line on standard input and output, for screen readers, braille and scripts
    #[arg(long)]
    pub plain: bool,
}

impl Annotate {
    /// Was anything of it on the command line?
    pub fn is_given(&self) -> bool {
        self.path.is_some() || self.plain
    }
}

const ADJUDICATE_EXAMPLES: &str = "\
Examples:
  factdesk adjudicate                 the workspace you are in
  factdesk adjudicate desk            that one

What is decided is saved as the annotator desk: in annotations/desk/. What the others
said stays as it is, and can be read beside it.";

/// `factdesk adjudicate`
#[derive(Args, Debug)]
pub struct Adjudicate {
    /// A workspace's folder
    #[arg(value_name = "WORKSPACE", value_hint = ValueHint::DirPath)]
    pub workspace: Option<PathBuf>,
}

const INIT_EXAMPLES: &str = "\
Examples:
  factdesk init                       this folder
  factdesk init desk                  a new folder

Texts that lie in the folder are copied into its corpus/, and stay where they are.";

/// `factdesk init`
#[derive(Args, Debug)]
pub struct Init {
    /// The folder; this one without it
    #[arg(value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub folder: Option<PathBuf>,
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

const STATS_EXAMPLES: &str = "\
Examples:
  factdesk stats
  factdesk stats --format json | jq '.articles[] | select(.read < .units)'

Every article of the corpus is listed, one row for each who has opened it; how many units one
has that nobody has opened is not known (? in the table, null in JSON). In the tables below, and
in the pictures of the workbench, a sentence that several annotators tag counts once.

JSON is one object: corpus (how many articles), articles and annotators (units, read, claims,
denials, attributions, others, marks, notes, unsure), outlets and stories (articles, sentences,
labels), labels, states, anchors (sentences by name), sources (source, sentences; who means
whom: `who`, and `aliases` of factdesk.yaml).

Exit code 0: all counted; 1: annotation files that cannot be read, as told, are left out.";

/// `factdesk stats`
#[derive(Args, Debug)]
pub struct Stats {
    /// A table for people, or JSON for programs
    #[arg(long, value_enum, default_value_t = Format::Table)]
    pub format: Format,
}

const AGREEMENT_EXAMPLES: &str = "\
Examples:
  factdesk agreement                          everybody but desk, on all labels
  factdesk agreement --annotator ab,cd --disagreements
  factdesk agreement --label claim --format json | jq .labels.claim.alpha

A sentence counts where two annotators have read it at least and none of them takes it for
furniture. Where they cut it differently, it has a label if one of its parts has it. Who read it
with another's tags on the screen could not judge for themselves: such sentences are left out.
More than 100 annotators are compared all together, but not two by two.

percent  how many judgements agree
kappa    Cohen 1960, for two annotators
alpha    Krippendorff 2011, for any number; the interval is a bootstrap of 1,000 resamples
F1 = PA  positive specific agreement: how many of one's labels the other gives too
NA       negative specific agreement: the same of the sentences without the label
AC1      Gwet 2008; less shaken than kappa where a label is rare";

/// `factdesk agreement`
#[derive(Args, Debug)]
pub struct Agreement {
    /// Compare these annotators, two or more. Without it: everybody but desk
    #[arg(id = "annotator", long = "annotator", value_name = "NAME", value_delimiter = ',', action = ArgAction::Append)]
    pub annotators: Vec<String>,
    /// Only this label; may be given more than once
    #[arg(long = "label", value_name = "LABEL", value_delimiter = ',')]
    pub labels: Vec<String>,
    /// Only the articles of this story; may be given more than once
    #[arg(long = "story", value_name = "STORY")]
    pub stories: Vec<String>,
    /// Only this article, by its path below corpus/; may be given more than once
    #[arg(long = "article", value_name = "ARTICLE")]
    pub articles: Vec<String>,
    /// Count sentences too that were read with others' tags on the screen
    #[arg(long)]
    pub all: bool,
    /// List the sentences that annotators do not agree on
    #[arg(long)]
    pub disagreements: bool,
    /// Tables and pictures for people, or JSON for programs
    #[arg(long, value_enum, default_value_t = Report::Text)]
    pub format: Report,
}

/// How findings are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Report {
    /// Tables and pictures for people.
    Text,
    /// JSON for programs.
    Json,
}

/// How data is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Columns for people.
    Table,
    /// JSON for programs.
    Json,
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

    #[test]
    fn a_path_opens_the_workbench_and_a_command_is_a_command() {
        let arguments = Arguments::parse_from(["factdesk", "-C", "desk", "corpus/a.txt"]);
        assert!(arguments.command.is_none());
        assert_eq!(arguments.annotate.path, Some("corpus/a.txt".into()));
        let arguments = Arguments::parse_from(["factdesk", "-C", "desk", "check", "-q"]);
        assert!(matches!(arguments.command, Some(Command::Check(_))));
        assert!(arguments.common.quiet);
    }
}
