//! `factdesk keys`: the key map as it holds here, with the person's own keys and the workspace's labels.

use std::io::Write;

use super::{
    arguments::Common,
    person::Person,
    report::{Failure, Outcome, Terms, output},
    table::Table,
};
use crate::{
    app::{Commands, Scope},
    locale::Lang,
    store::{Settings, Workspace},
};

pub(super) fn run(common: &Common, terms: Terms) -> Result<Outcome, Failure> {
    let person = Person::read(common)?;
    let lang = person.lang();
    let base = common.directory.as_deref().unwrap_or(std::path::Path::new("."));
    // Outside a workspace the labels are those of the codebook.
    let (settings, wrong) =
        Workspace::discover(base).map_or_else(|_| Default::default(), |at| Settings::load(&at));
    let (mut commands, clashes) = Commands::new(&settings.labels);
    let mut problems = person.problems;
    problems.extend(wrong.iter().map(ToString::to_string));
    problems.extend(clashes.iter().map(|clash| clash.text(lang)));
    problems.extend(person.settings.bind(&mut commands).iter().map(|text| text.text(lang).to_owned()));
    for problem in &problems {
        terms.warn(problem);
    }

    let mut output = output();
    for (number, scope) in Scope::ALL.into_iter().enumerate() {
        if number > 0 {
            writeln!(output)?;
        }
        table(&commands, scope, lang).write(&mut output)?;
    }
    output.flush()?;
    if let Some(folders) = &person.folders {
        terms.say(format_args!("your own keys and settings: {}", folders.config.display()));
    }
    Ok(if problems.is_empty() { Outcome::Done } else { Outcome::Problems })
}

fn table(commands: &Commands, scope: Scope, lang: Lang) -> Table {
    let mut table = Table::new(["", scope.title().text(lang), ""]);
    for row in commands.rows.iter().filter(|row| row.scopes.contains(&scope)) {
        let keys: Vec<String> = row.keys.iter().map(ToString::to_string).collect();
        table.row(&[keys.join(" "), row.help.text(lang).to_owned(), row.id.to_string()]);
    }
    table
}
