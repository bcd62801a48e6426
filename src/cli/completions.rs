//! `factdesk completions`: what a shell needs to complete our commands.

use std::io::Write;

use clap::CommandFactory;

use super::{
    arguments::{Arguments, Completions},
    report::{Failure, Outcome, output},
};

pub(super) fn run(asked: &Completions) -> Result<Outcome, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(asked.shell, &mut Arguments::command(), "factdesk", &mut script);
    let mut output = output();
    output.write_all(&script)?;
    output.flush()?;
    Ok(Outcome::Done)
}
