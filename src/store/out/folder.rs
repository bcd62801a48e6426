//! The folder that exports of the workbench go to.

use std::{
    fs,
    path::{Path, PathBuf},
};

use super::{OutError, place::resolved};
use crate::store::{Workspace, disk::RealDisk, replace};

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
            replace::make_folders(&RealDisk, workspace.root(), &folder, None)?;
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store;

    fn workspace() -> (tempfile::TempDir, Workspace) {
        let folder = tempfile::tempdir().unwrap();
        let workspace = store::init(folder.path(), &[]).unwrap().workspace;
        (folder, workspace)
    }

    #[test]
    fn folders_that_stay_empty_are_removed_and_others_stay() {
        let (_folder, workspace) = workspace();
        let exports = workspace.root().join("exports");
        let file = exports.join("2026/a.csv");
        drop(NewFolders::make(&workspace, &file).unwrap());
        assert!(!exports.exists());
        let made = NewFolders::make(&workspace, &file).unwrap();
        fs::write(&file, "a").unwrap();
        drop(made);
        assert!(would_replace(&workspace, &file) && !would_replace(&workspace, &exports));
        drop(NewFolders::make(&workspace, &exports.join("other/b.csv")).unwrap());
        assert!(file.exists() && !exports.join("other").exists());
    }

    #[test]
    fn no_folder_is_made_outside_of_the_workspace_nor_where_it_keeps_its_own() {
        let (folder, workspace) = workspace();
        let outside = tempfile::tempdir().unwrap();
        #[cfg(unix)]
        std::os::unix::fs::symlink(outside.path(), folder.path().join("link")).unwrap();
        let places = ["corpus/new/a.csv", "annotations/new/a.csv", "link/new/a.csv", "../new/a.csv"];
        for place in places.map(|place| workspace.root().join(place)) {
            let made = NewFolders::make(&workspace, &place);
            assert!(made.is_ok_and(|made| made.made.is_empty()), "{}", place.display());
            assert!(!place.parent().unwrap().exists(), "{}", place.display());
        }
        assert_eq!(fs::read_dir(outside.path()).unwrap().count(), 0);
    }
}
