//! `factdesk man`: the manual page, made from the same definition as `--help`.

use std::io::Write;

use clap::CommandFactory;

use super::{
    arguments::Arguments,
    report::{Failure, Outcome, output},
};

pub(super) fn run() -> Result<Outcome, Failure> {
    let mut page = Vec::new();
    clap_mangen::Man::new(Arguments::command()).render(&mut page)?;
    let mut output = output();
    output.write_all(&page)?;
    output.flush()?;
    Ok(Outcome::Done)
}
