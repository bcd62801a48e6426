//! `factdesk check`: reads annotation files, looks for every tagged sentence in its article, and holds the tags against
//! the rules.

mod asked;
mod examine;
mod print;
mod selection;

use std::io::Write as _;

use jiff::Timestamp;

pub(super) use asked::{AFTER_HELP, Check};
use examine::Findings;
use print::Printer;
use selection::Selection;

use super::{
    arguments::Common,
    place,
    report::{Failure, Outcome, Terms, output},
    table::Table,
};
use crate::{
    review::check::{Checker, Levels, Rule},
    runtime::parallel,
    store::{Settings, annotations},
};

pub(super) fn run(asked: &Check, common: &Common, terms: Terms) -> Result<Outcome, Failure> {
    let workspace = place::workspace(common)?;
    let (settings, wrong) = Settings::load(&workspace);
    let workspace = workspace.cut_by(&settings);
    if asked.rules {
        return rules(&settings.checks);
    }
    let selection = Selection::new(&workspace, &asked.files, place::annotator(common)?, terms)?;
    let checker = Checker { labels: &settings.labels, levels: &settings.checks, now: Timestamp::now() };
    let mut printer = Printer::new(asked.format, output());
    let mut whole = Findings::default();
    whole.settings(&checker, wrong);
    if selection.is_all() {
        whole.kept_edits(&checker, &workspace);
    }
    printer.print(whole)?;
    parallel::in_order(
        annotations::documents(&workspace).filter(|found| selection.has(found)),
        |found| Findings::of(&checker, &workspace, found),
        |findings| printer.print(findings),
    )?;
    let errors = printer.finish()?;
    terms.detail(format_args!("in {}", workspace.root().display()));
    Ok(if errors == 0 { Outcome::Done } else { Outcome::Problems })
}

/// Lists the rules.
fn rules(levels: &Levels) -> Result<Outcome, Failure> {
    let mut table = Table::new(["rule", "default", "here", "why"]);
    for rule in Rule::ALL {
        let [default, here] = [rule.default_level(), levels.of(rule)].map(|level| level.id().to_owned());
        table.row(&[rule.id().to_owned(), default, here, rule.reason().to_owned()]);
    }
    let mut output = output();
    table.write(&mut output)?;
    output.flush()?;
    Ok(Outcome::Done)
}
