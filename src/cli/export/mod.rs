//! `factdesk export`: tagged sentences in the form their next reader needs.

mod asked;
mod meter;
mod stream;

use std::{ops::ControlFlow, path::Path, sync::Arc};

pub(super) use asked::{AFTER_HELP, Export};

use self::{asked::RowsOf, meter::Meter, stream::Stream};
use super::{
    arguments::Common,
    person::Person,
    place,
    report::{Failure, Outcome, Terms, counted, is_seen},
};
use crate::{
    annotation::Annotator,
    export::{Consensus, Format, Options, Rows, Voice},
    review::{Context, Filter},
    runtime::{
        exporting::{self, Done, ExportError, Stop},
        panics,
    },
    store::{Out, Workspace, annotations},
};

/// The exit code of a command that was interrupted.
const INTERRUPTED: u8 = 130;

pub(super) fn run(asked: &Export, common: &Common, terms: Terms) -> Result<Outcome, Failure> {
    panics::quieten();
    let (workspace, settings, settled) = place::settled(common, terms)?;
    let format = format(asked)?;
    let mut filter = asked.conditions.filter(&[], &settings)?;
    if asked.read {
        filter = filter.with_read();
    }
    // `--annotator` says whose tags are meant here, not who sits there.
    let person = Person::read(&Common { annotator: None, ..common.clone() })?;
    let lang = person.lang();
    let me = person.settings.annotator;
    let options = Options {
        format,
        rows: asked.rows.map(Rows::from).unwrap_or_default(),
        voice: voice(asked, &filter, me.clone(), &workspace)?,
        filter,
        excel: asked.excel,
        raw: asked.raw,
        lang,
        labels: settings.labels,
        people: settings.people,
        context: Context { aliases: Arc::new(settings.aliases), me },
    };
    let done = match asked.path() {
        Some(path) => to_path(&workspace, &options, path, terms)?,
        None => Some(to_stream(&workspace, &options, terms)?),
    };
    let Some(done) = done else { return Ok(Outcome::Code(INTERRUPTED)) };
    tell(&done, &options, asked.path(), &workspace, terms);
    let is_whole = done.problems.is_empty() && done.counts.left_out == 0;
    Ok(if is_whole { settled } else { Outcome::Problems })
}

/// The format that was asked for, with options that fit it.
fn format(asked: &Export) -> Result<Format, Failure> {
    let ending = asked.path().and_then(|path| path.extension()?.to_str());
    let Some(format) = asked.format.or_else(|| ending.and_then(Format::ending_with)) else {
        let untold = ending.map(|ending| format!(" `.{ending}` does not tell")).unwrap_or_default();
        let ids = Format::ALL.map(Format::id).join(", ");
        return Err(Failure::new(format_args!("in which format?{untold}"))
            .hint(format_args!("--format with one of {ids}")));
    };
    if let Some(ending) = ending.filter(|ending| format.is_misnamed(ending)) {
        let own =
            format.extension().map_or("a folder or .zip file".to_owned(), |own| format!("a .{own} file"));
        return Err(Failure::new(format_args!(
            "{} would be taken for something else as .{ending}",
            format.id()
        ))
        .hint(format_args!("--out with {own}, or another --format")));
    }
    let refuse = |option: &str, formats: &str| {
        Err(Failure::new(format_args!("{option} means nothing for {}", format.id()))
            .hint(format_args!("it goes with --format {formats}")))
    };
    if asked.rows == Some(RowsOf::Tag) && !format.is_table() {
        return refuse("--rows", "csv, tsv, xlsx, jsonl");
    }
    if asked.read && asked.rows == Some(RowsOf::Tag) {
        return Err(Failure::new("--read means nothing with --rows tag: a sentence without tags has no row")
            .hint("leave one of them out"));
    }
    if asked.excel && format != Format::Csv {
        return refuse("--excel", "csv");
    }
    if asked.raw && !matches!(format, Format::Csv | Format::Tsv) {
        return refuse("--raw", "csv, tsv");
    }
    if asked.path().is_some() {
        return Ok(format);
    }
    if format.extension().is_none() {
        let id = format.id();
        return Err(Failure::new(format_args!("{id} is several files"))
            .hint(format_args!("--out FOLDER (new or empty) or --out {id}.zip")));
    }
    if format == Format::Xlsx && is_seen() {
        return Err(Failure::new("a workbook is no text for a terminal").hint("--out claims.xlsx"));
    }
    Ok(format)
}

/// Whose tags are meant: as asked, else of whom the filter asks for, else of `desk` and the person.
fn voice(
    asked: &Export,
    filter: &Filter,
    me: Option<Annotator>,
    workspace: &Workspace,
) -> Result<Voice, Failure> {
    if let Some(how) = asked.consensus {
        return Ok(Voice::Consensus(how.into()));
    }
    if asked.annotators.iter().any(|name| name == "all") {
        return Ok(Voice::All);
    }
    if !asked.annotators.is_empty() {
        let names = asked.annotators.iter().map(|name| place::named(name));
        return names.collect::<Result<_, _>>().map(Voice::Of);
    }
    Voice::asked(filter).or(me.map(Voice::DeskOr)).ok_or_else(|| {
        let there = there(workspace);
        let names = if there.is_empty() { "NAME".to_owned() } else { there.join(", ") };
        Failure::new("whose tags? Nobody is set here, and none was named")
            .hint(format_args!("--annotator with some of {names}, or all; or --consensus majority"))
    })
}

/// Everybody who has annotation files.
fn there(workspace: &Workspace) -> Vec<String> {
    annotations::annotators(workspace).iter().map(Annotator::to_string).collect()
}

/// Exports to a file or folder; `None` where it was interrupted.
fn to_path(
    workspace: &Workspace,
    options: &Options,
    path: &Path,
    terms: Terms,
) -> Result<Option<Done>, Failure> {
    let several = options.format.extension().is_none();
    let mut out = Out::create(workspace, path, several).map_err(Failure::new)?;
    let stop = Stop::on_signals().map_err(Failure::new)?;
    let mut meter = Meter::new(terms);
    let done = exporting::export(workspace, options, &mut out, &mut |progress| {
        meter.show(progress);
        if stop.is_asked() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    meter.clear();
    match done {
        Ok(done) => {
            out.commit().map_err(Failure::new)?;
            Ok(Some(done))
        }
        Err(ExportError::Out(error)) => Err(Failure::new(format_args!("{}: {error}", path.display()))),
        Err(ExportError::Stopped) => {
            terms.say(format_args!("given up; {} is as it was", path.display()));
            Ok(None)
        }
    }
}

/// Exports to standard output.
fn to_stream(workspace: &Workspace, options: &Options, terms: Terms) -> Result<Done, Failure> {
    let mut out = Stream::new();
    let mut meter = Meter::new(terms);
    let done = exporting::export(workspace, options, &mut out, &mut |progress| {
        meter.show(progress);
        ControlFlow::Continue(())
    });
    meter.clear();
    match done {
        Ok(done) => {
            out.end()?;
            Ok(done)
        }
        Err(ExportError::Out(error)) => Err(error.into()),
        Err(stopped @ ExportError::Stopped) => Err(Failure::new(stopped)),
    }
}

/// Says what was written, and what the reader of it has to know.
fn tell(done: &Done, options: &Options, path: Option<&Path>, workspace: &Workspace, terms: Terms) {
    for problem in &done.problems {
        terms.warn(problem);
    }
    let counts = done.counts;
    let in_doubt: Vec<_> = counts.in_doubt().collect();
    if !in_doubt.is_empty() {
        let all: usize = in_doubt.iter().map(|(_, count)| count).sum();
        let stand = if all == 1 { "does not stand as it was" } else { "do not stand as they were" };
        let each: Vec<_> = in_doubt.iter().map(|(state, count)| format!("{count} {}", state.id())).collect();
        let column = if options.format.is_table() { " (column anchor)" } else { "" };
        terms.warn(format_args!(
            "{} {stand} saved: {}{column}; `factdesk anchors` shows where",
            counted(all, "sentence"),
            each.join(", ")
        ));
    }
    if counts.left_out > 0 {
        let id = options.format.id();
        terms.warn(format_args!(
            "{} without a place left out: {id} has no other",
            counted(counts.left_out, "sentence")
        ));
    }
    let to = path.map(|path| format!(" -> {}", path.display())).unwrap_or_default();
    let why = if counts.sentences == 0 { why_none(options, workspace) } else { String::new() };
    terms.say(format_args!(
        "{} of {}, {}{to}{why}",
        counted(counts.sentences, "sentence"),
        counted(counts.articles, "article"),
        counted(counts.tags, "tag"),
    ));
}

/// What may be the reason that nothing is meant, as a line of its own.
fn why_none(options: &Options, workspace: &Workspace) -> String {
    let there = there(workspace);
    let named: &[Annotator] = match &options.voice {
        Voice::Of(names) => names,
        Voice::DeskOr(me) => std::slice::from_ref(me),
        Voice::All | Voice::Consensus(_) => &[],
    };
    let is_there = |name: &Annotator| there.iter().any(|there| there == name.as_str());
    if there.is_empty() {
        "\nhint: nobody has tagged anything in this workspace".to_owned()
    } else if options.voice == Voice::Consensus(Consensus::Desk) && !is_there(&Annotator::desk()) {
        "\nhint: desk has decided nothing yet; `factdesk adjudicate` is where it does".to_owned()
    } else if let Some(name) = named.iter().find(|name| !is_there(name)) {
        format!("\nhint: there is nothing by {name}; there are annotations by {}", there.join(", "))
    } else if options.filter.is_empty() {
        "\nhint: --read takes sentences too that were read and have no tags".to_owned()
    } else {
        "\nhint: no sentence meets all conditions; `factdesk list` takes the same ones".to_owned()
    }
}
