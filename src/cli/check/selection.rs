//! Which annotation files are to be checked.

use std::{
    collections::HashSet,
    path::{Path, PathBuf},
};

use crate::{
    annotation::Annotator,
    cli::report::{Failure, Terms},
    store::{Workspace, annotations::Found, article_path, spellings},
};

/// The files and folders that were named; none means all.
#[derive(Debug)]
pub(super) struct Selection<'w> {
    workspace: &'w Workspace,
    named: HashSet<PathBuf>,
    /// Whose files alone are meant, if so.
    only: Option<Annotator>,
}

impl<'w> Selection<'w> {
    /// What `files` name, relative to the current folder. Says which of them are nothing that is checked here: a hook
    /// may pass all the files of a change.
    ///
    /// # Errors
    /// Where there is no such file or folder.
    pub(super) fn new(
        workspace: &'w Workspace,
        files: &[PathBuf],
        only: Option<Annotator>,
        terms: Terms,
    ) -> Result<Self, Failure> {
        let checked = [workspace.annotations(), workspace.corpus(), workspace.root().join("factdesk.yaml")];
        let mut named = HashSet::new();
        for file in files {
            let paths = spellings(file).map_err(Failure::new)?;
            let is_checked = |path: &PathBuf| {
                workspace.root().starts_with(path) || checked.iter().any(|checked| path.starts_with(checked))
            };
            if !paths.iter().any(is_checked) {
                terms
                    .warn(format_args!("{}: neither an annotation file nor an article here", file.display()));
            }
            named.extend(paths);
        }
        Ok(Self { workspace, named, only })
    }

    /// Is everything to be checked?
    pub(super) fn is_all(&self) -> bool {
        self.named.is_empty() && self.only.is_none()
    }

    /// Is that to be checked: itself, its article, or a folder of one of them?
    pub(super) fn has(&self, found: &Found) -> bool {
        let is_named = |path: &Path| path.ancestors().any(|path| self.named.contains(path));
        let is_theirs = |path: &Path| {
            let theirs =
                |only: &Annotator| path.starts_with(self.workspace.annotations().join(only.as_str()));
            self.only.as_ref().is_none_or(theirs)
        };
        let path = match found {
            Found::Stray(path) | Found::Unreadable(path, _) | Found::Document { path, .. } => path,
        };
        let is_of_named = || match found {
            Found::Stray(_) | Found::Unreadable(..) => false,
            Found::Document { article, .. } => {
                article_path(self.workspace, article).is_ok_and(|article| is_named(&article))
            }
        };
        is_theirs(path) && (self.named.is_empty() || is_named(path) || is_of_named())
    }
}
