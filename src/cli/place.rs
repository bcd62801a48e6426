//! Which workspace a command works on.

use std::path::Path;

use super::{
    arguments::Common,
    report::{Failure, Outcome, Terms},
};
use crate::{
    annotation::Annotator,
    store::{Settings, Workspace},
};

/// The workspace of `-C`, else of the current folder.
pub(super) fn workspace(common: &Common) -> Result<Workspace, Failure> {
    Workspace::discover(common.directory.as_deref().unwrap_or(Path::new("."))).map_err(Failure::new)
}

/// That workspace with its settings. What is wrong in them is told, and leaves problems; the rest holds.
pub(super) fn settled(common: &Common, terms: Terms) -> Result<(Workspace, Settings, Outcome), Failure> {
    let workspace = workspace(common)?;
    let (settings, wrong) = Settings::load(&workspace);
    let outcome = if wrong.is_empty() { Outcome::Done } else { Outcome::Problems };
    for problem in wrong {
        terms.warn(problem);
    }
    Ok((workspace.cut_by(&settings), settings, outcome))
}

/// The annotator that was named, if one was.
pub(super) fn annotator(common: &Common) -> Result<Option<Annotator>, Failure> {
    common.annotator.as_deref().map(named).transpose()
}

/// The annotator of that name.
pub(super) fn named(name: &str) -> Result<Annotator, Failure> {
    if let Some(annotator) = Annotator::new(name) {
        return Ok(annotator);
    }
    let failure = Failure::new(format_args!("--annotator {name}: a name is made of a-z, 0-9 and -"));
    Err(match Annotator::slug_of(name) {
        Some(slug) => failure.hint(format_args!("--annotator {slug}")),
        None => failure,
    })
}
