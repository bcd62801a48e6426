//! `factdesk list`: tagged sentences, as the Review shows them, for pipes.

mod asked;
mod print;

use std::sync::Arc;

pub(super) use asked::{AFTER_HELP, List, ListFormat};

use self::print::Printer;
use super::{
    arguments::Common,
    person::Person,
    place,
    report::{Failure, Outcome, Terms, counted, output},
};
use crate::{
    locale::Lang,
    review::{Column, Context, Filter, Order, Row, order::arrange},
    runtime::parallel,
    store::{ArticleRows, Gathered, Workspace, article_rows, by_article},
};

pub(super) fn run(asked: &List, common: &Common, terms: Terms) -> Result<Outcome, Failure> {
    let (workspace, settings, mut outcome) = place::settled(common, terms)?;
    let filter = asked.conditions.filter(&asked.annotators, &settings)?;
    let me = Person::read(common)?.settings.annotator;
    let context = Context { aliases: Arc::new(settings.aliases), me };
    let by = asked.sort.map(Column::from);
    let order =
        Order { by: by.unwrap_or_default(), descending: asked.reverse, group: asked.group.map(Into::into) };
    let mut printer = Printer::new(asked.format, output(), Arc::clone(&context.aliases), settings.labels)?;

    let streams = order == Order::default();
    let mut rows: Vec<Arc<Row>> = Vec::new();
    parallel::in_order(
        by_article(&workspace),
        |gathered| read(&workspace, gathered, &filter, &context),
        |(found, problems)| {
            for problem in problems {
                terms.warn(problem);
                outcome = Outcome::Problems;
            }
            if streams {
                return found.iter().try_for_each(|row| printer.row(row)).map_err(Failure::from);
            }
            rows.extend(found.into_iter().map(Arc::new));
            Ok(())
        },
    )?;
    let lines = arrange(&rows, &filter, order, &context);
    printer.lines(&rows, &lines)?;
    let listed = printer.finish()?;
    if asked.format == ListFormat::Table {
        terms.say(counted(listed, "sentence"));
    }
    Ok(outcome)
}

/// The rows of one article that are meant, and what could not be read.
fn read(
    workspace: &Workspace,
    gathered: Gathered,
    filter: &Filter,
    context: &Context,
) -> (Vec<Row>, Vec<String>) {
    match gathered {
        Gathered::Article(id, annotators) => {
            let ArticleRows { head, mut rows, errors, .. } = article_rows(workspace, &id, &annotators);
            rows.retain(|row| filter.matches(row, context));
            let why = head.unreadable.as_ref().map(|why| why.text(Lang::En).to_owned());
            (rows, errors.iter().map(ToString::to_string).chain(why).collect())
        }
        // `factdesk check` tells of it.
        Gathered::Stray(_) => (Vec::new(), Vec::new()),
        Gathered::Unreadable(path, why) => (Vec::new(), vec![format!("{}: {why}", path.display())]),
    }
}
