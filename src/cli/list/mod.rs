//! `factdesk list`: tagged sentences, as the Review shows them, for pipes.

mod asked;
mod print;
mod record;

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
    annotation::Label,
    locale::Lang,
    review::{
        Column, Context, Filter, Order, Row,
        filter::{Key, written},
        order::arrange,
    },
    runtime::parallel,
    store::{ArticleRows, Gathered, Settings, Workspace, article_rows, by_article},
};

pub(super) fn run(asked: &List, common: &Common, terms: Terms) -> Result<Outcome, Failure> {
    let (workspace, settings, mut outcome) = place::settled(common, terms)?;
    let filter = filter(asked, &settings)?;
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

/// All that was asked for, as one filter.
fn filter(asked: &List, settings: &Settings) -> Result<Filter, Failure> {
    for name in &asked.annotators {
        place::named(name)?;
    }
    let options = [
        (Key::Label, &asked.labels),
        (Key::Annotator, &asked.annotators),
        (Key::Story, &asked.stories),
        (Key::Article, &asked.articles),
        (Key::Source, &asked.sources),
        (Key::Claim, &asked.claims),
        (Key::State, &asked.states),
        (Key::Outlet, &asked.outlets),
    ];
    let given = options.into_iter().filter(|(_, values)| !values.is_empty());
    let mut query: Vec<String> = given
        .map(|(key, values)| written(key, &values.iter().map(String::as_str).collect::<Vec<_>>(), false))
        .collect();
    if let Some(typed) = &asked.filter {
        query.push(settings.filter(typed).unwrap_or(typed).to_owned());
    }
    let filter = Filter::parse(&query.join(" "));
    if let Some(problem) = filter.problems().first() {
        return Err(Failure::new(problem.text(Lang::En)));
    }
    for name in filter.named(Key::Label) {
        if settings.labels.find(&Label::new(name.to_lowercase())).is_none() {
            let names: Vec<_> = settings.labels.iter().map(|known| known.label.as_str()).collect();
            return Err(Failure::new(format_args!("{name}: no label of this workspace"))
                .hint(format_args!("its labels are {}", names.join(", "))));
        }
    }
    Ok(filter)
}
