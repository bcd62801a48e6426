//! The command line: what can be asked for, and one file for each command that answers.
//!
//! Data goes to standard output and words to standard error. A run ends with 0 (done), 1 (problems were found) or 2
//! (bad usage, or something could not be read). Every text that is not ours passes `display_safe` on its way out,
//! except into JSON, which has escapes of its own.

mod adjudicate;
mod agreement;
mod anchors;
mod annotate;
pub mod arguments;
mod check;
mod completions;
mod conditions;
mod csv;
mod export;
mod import;
mod import_annotations;
mod init;
mod keys;
mod list;
mod man;
mod person;
mod place;
mod report;
mod segment;
mod stats;
mod table;

use std::process::ExitCode;

use clap::{CommandFactory, Parser, error::ErrorKind};

use arguments::{Arguments, Command};
use report::{Failure, Outcome, Terms};

/// Parses the command line, does what it says, and tells how it went.
pub fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            // Where not even this can be said, the exit code still does.
            let _ = error.print();
            return ExitCode::from(if error.use_stderr() { 2 } else { 0 });
        }
    };
    let terms = Terms::new(&arguments.common);
    match run(arguments, terms) {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::Problems) => ExitCode::from(1),
        Ok(Outcome::Unreadable) => ExitCode::from(2),
        Ok(Outcome::Code(code)) => ExitCode::from(code),
        Err(failure) if failure.is_broken_pipe() => ExitCode::SUCCESS,
        Err(failure) => {
            terms.complain(&failure);
            ExitCode::from(2)
        }
    }
}

fn run(arguments: Arguments, terms: Terms) -> Result<Outcome, Failure> {
    let Arguments { common, command, annotate } = arguments;
    let Some(command) = command else { return annotate::run(&annotate, &common, terms) };
    if annotate.is_given() {
        let usage = Arguments::command().error(
            ErrorKind::ArgumentConflict,
            "a workspace or article before the name of a command means nothing; use -C DIR",
        );
        let _ = usage.print();
        return Ok(Outcome::Code(2));
    }
    match command {
        Command::Annotate(asked) => annotate::run(&asked, &common, terms),
        Command::Adjudicate(asked) => adjudicate::run(&asked, &common, terms),
        Command::Init(asked) => init::run(&asked, &common, terms),
        Command::Import(asked) => import::run(&asked, &common, terms),
        Command::ImportAnnotations(asked) => import_annotations::run(&asked, &common, terms),
        Command::Segment(asked) => segment::run(&asked, terms),
        Command::Check(asked) => check::run(&asked, &common, terms),
        Command::List(asked) => list::run(&asked, &common, terms),
        Command::Export(asked) => export::run(&asked, &common, terms),
        Command::Anchors(asked) => anchors::run(&asked, &common, terms),
        Command::Stats(asked) => stats::run(&asked, &common, terms),
        Command::Agreement(asked) => agreement::run(&asked, &common, terms),
        Command::Keys => keys::run(&common, terms),
        Command::Completions(asked) => completions::run(&asked),
        Command::Man => man::run(),
    }
}
