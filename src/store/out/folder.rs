//! The folder that exports of the workbench go to.

use std::{
    fs,
    path::{Path, PathBuf},
};

use super::{OutError, place::resolved};
use crate::store::{
    Workspace,
    replace::{Failed, Step},
};

/// The folders of the workspace that had to be made so that something can be written in them. Those that are still empty
/// when it is dropped are removed.
#[derive(Debug, Default)]
pub struct NewFolders {
    /// The outermost last.
    made: Vec<PathBuf>,
}

impl NewFolders {
    /// Makes the folder that `path` lies in, and those around it, where they are missing in the workspace. Outside of
    /// it, and where nothing may be written, none is made.
    ///
    /// # Errors
    /// [`OutError::Disk`] where the disk says no.
    pub fn make(workspace: &Workspace, path: &Path) -> Result<Self, OutError> {
        let Err(OutError::NoFolder { path: folder }) = resolved(workspace, path) else {
            return Ok(Self::default());
        };
        let missing = |folder: &&Path| workspace.holds(folder) && fs::symlink_metadata(folder).is_err();
        let made: Vec<PathBuf> = folder.ancestors().take_while(missing).map(Path::to_owned).collect();
        // Where that fails half-way, what was made is removed again.
        let made = Self { made };
        if !made.made.is_empty() {
            fs::create_dir_all(&folder).map_err(Failed::at(Step::Create, &folder))?;
        }
        Ok(made)
    }
}

impl Drop for NewFolders {
    fn drop(&mut self) {
        for folder in &self.made {
            // What holds something stays.
            let _ = fs::remove_dir(folder);
        }
    }
}

/// Does a file lie at `path`, which an export there would replace?
pub fn would_replace(workspace: &Workspace, path: &Path) -> bool {
    matches!(resolved(workspace, path), Ok((_, Some(there))) if there.is_file())
}
