//! `factdesk annotate`: opens the workbench, on the screen or line by line.

use std::{
    env,
    io::{self, IsTerminal},
    path::{Path, PathBuf},
    sync::Arc,
};

use super::{
    arguments::{Annotate, Common},
    person::{self, Person},
    report::{Failure, Outcome, Terms},
};
use crate::{
    app::{Setup, Size},
    locale::Phrase,
    runtime::{self, Place, Spoken},
    store::{Session, Settings, Workspace, article_path},
    text::ArticleId,
};

/// The codebook, to be read in the workbench.
const CODEBOOK: Phrase =
    Phrase::new(include_str!("../../docs/codebook.md"), include_str!("../../docs/codebook.de.md"));

/// The size that pages and columns have where there is no screen.
const PLAIN: Size = Size { width: 80, height: 24 };

pub(super) fn run(asked: &Annotate, common: &Common, terms: Terms) -> Result<Outcome, Failure> {
    open(asked, common, terms, false)
}

/// Opens the workbench; in the Review, with what is to be decided, for whoever adjudicates.
pub(super) fn open(
    asked: &Annotate,
    common: &Common,
    terms: Terms,
    adjudicates: bool,
) -> Result<Outcome, Failure> {
    let (workspace, article) = locate(asked, common)?;
    if !asked.plain {
        can_draw()?;
    }
    let person = Person::read(common)?;
    let (settings, wrong) = Settings::load(&workspace);
    let last = || last_open(&person, &workspace);
    let lang = person.lang();
    let setup = Setup {
        workspace: workspace.root().display().to_string(),
        annotator: person.settings.annotator.clone(),
        offered: if person.settings.annotator.is_none() { person::offered_annotator() } else { None },
        lang: person.lang,
        labels: settings.labels.clone(),
        problems: person
            .problems
            .iter()
            .cloned()
            .chain(wrong.iter().map(|problem| problem.text(lang)))
            .collect(),
        size: PLAIN,
        article: article.or_else(last),
        codebook: CODEBOOK,
        kept: Vec::new(),
        filters: settings.filters.clone(),
        aliases: Arc::new(settings.aliases.clone()),
        adjudicates,
        people: settings.people.clone(),
        blind: settings.blind,
        settings: person.settings,
    };
    let workspace = workspace.cut_by(&settings);
    let place = Place { workspace, settings, folders: person.folders, spoken: Spoken::new(lang) };
    if asked.plain { plain(place, setup, terms) } else { screen(place, setup, terms) }
}

/// The workspace that is meant, and the article.
fn locate(asked: &Annotate, common: &Common) -> Result<(Workspace, Option<ArticleId>), Failure> {
    let base = common.directory.as_deref().unwrap_or(Path::new("."));
    let Some(path) = &asked.path else {
        return Ok((Workspace::discover(base).map_err(Failure::new)?, None));
    };
    let path = common.directory.as_ref().map_or_else(|| PathBuf::from(path), |_| base.join(path));
    Workspace::locate(&path).map_err(|error| {
        let failure = Failure::new(error);
        let is_word = asked.path.as_ref().is_some_and(|path| path.components().count() == 1);
        if is_word { failure.hint("factdesk --help names the commands") } else { failure }
    })
}

/// Is there a terminal that can show the workbench?
fn can_draw() -> Result<(), Failure> {
    let what = if !io::stdout().is_terminal() {
        "standard output is not a terminal, so the workbench cannot be drawn"
    } else if !io::stdin().is_terminal() {
        "standard input is not a terminal, so the workbench has no keyboard"
    } else if env::var_os("TERM").is_some_and(|term| term == "dumb") {
        "the terminal is dumb (TERM=dumb), so the workbench cannot be drawn"
    } else {
        return Ok(());
    };
    Err(Failure::new(what)
        .hint("factdesk annotate --plain works line by line; check, stats and segment print what is there"))
}

/// The article that was open the last time, where it is still there.
fn last_open(person: &Person, workspace: &Workspace) -> Option<ArticleId> {
    let session = Session::load(person.folders.as_ref()?, workspace)?;
    let path = article_path(workspace, &session.article).ok()?;
    Workspace::locate(&path).ok()?.1
}

fn screen(place: Place, setup: Setup, terms: Terms) -> Result<Outcome, Failure> {
    let ended = runtime::run(place, setup)
        .map_err(|error| Failure::new(format_args!("the terminal cannot be used: {error}")))?;
    for unsaved in &ended.unsaved {
        terms.warn(unsaved);
    }
    Ok(Outcome::Code(ended.code))
}

fn plain(place: Place, setup: Setup, terms: Terms) -> Result<Outcome, Failure> {
    if setup.annotator.is_none() {
        let failure = Failure::new("nobody is named who tags");
        let name = setup.offered.as_ref().map_or("NAME", |offered| offered.as_str());
        return Err(failure.hint(format_args!("factdesk annotate --plain --annotator {name}")));
    }
    for problem in &setup.problems {
        terms.warn(problem);
    }
    let end = runtime::run_plain(place, setup, io::stdin().lock(), io::stdout().lock())?;
    Ok(if end.saved && end.read { Outcome::Done } else { Outcome::Problems })
}
