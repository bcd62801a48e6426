//! Where the person was: kept in their state folder, so that the next start opens there.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::{Folders, Workspace, journal, read, replace::Failed};
use crate::text::ArticleId;

/// A file of ours that is larger than this, in bytes, is none.
const LIMIT: u64 = 64 << 10;

/// Where the person was in a workspace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// The article that was open.
    pub article: ArticleId,
}

/// The same as it stands in its file.
#[derive(Serialize, Deserialize)]
struct Record {
    workspace: String,
    article: String,
}

impl Session {
    /// Where the person was in `workspace` when they left it; `None` where that is not known, or its file is damaged.
    pub fn load(folders: &Folders, workspace: &Workspace) -> Option<Self> {
        let (bytes, _) = read::regular(&path(folders, workspace), LIMIT).ok()?;
        let record: Record = serde_yaml::from_str(std::str::from_utf8(&bytes).ok()?).ok()?;
        Some(Self { article: ArticleId::new(record.article) })
    }

    /// Keeps it for the next start.
    ///
    /// # Errors
    /// [`Failed`] where the state folder cannot be written.
    pub fn save(&self, folders: &Folders, workspace: &Workspace) -> Result<(), Failed> {
        let record =
            Record { workspace: workspace.root().display().to_string(), article: self.article.to_string() };
        // Two strings always have a YAML form.
        let yaml = serde_yaml::to_string(&record).unwrap_or_default();
        journal::write(&path(folders, workspace), yaml.as_bytes())
    }
}

fn path(folders: &Folders, workspace: &Workspace) -> PathBuf {
    folders.state.join("sessions").join(format!("{}.yaml", workspace.key()))
}
