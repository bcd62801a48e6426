//! Why a document could not be saved, in words that tell what is safe.

use std::path::PathBuf;

use thiserror::Error;

use super::{
    PathError,
    annotations::LoadError,
    replace::{Failed, Step},
};
use crate::locale::Phrase;

/// Why a document could not be saved. The file stands as it was.
#[derive(Debug, Error)]
pub enum SaveError {
    /// There is no place for the annotation file.
    #[error(transparent)]
    Path(#[from] PathError),
    /// A symbolic link leads out of the workspace, or among the articles.
    #[error("{}: leads to {}, where annotations are never written; put a real file or folder there", path.display(), target.display())]
    Outside {
        /// The annotation file.
        path: PathBuf,
        /// Where it leads.
        target: PathBuf,
    },
    /// What stands there cannot be read, so it is not written over.
    #[error("{0}; it is not written over: mend it or move it away")]
    Unreadable(#[from] LoadError),
    /// A newer version wrote it.
    #[error("{}: has format {format} of a newer factdesk, which this one does not write", path.display())]
    Newer {
        /// The annotation file.
        path: PathBuf,
        /// Its format.
        format: u64,
    },
    /// Its permissions let nobody write it.
    #[error("{}: is read-only: Permission denied; the file stands as it was (chmod u+w lets it be saved)", path.display())]
    ReadOnly {
        /// The annotation file.
        path: PathBuf,
    },
    /// Somebody else is writing it all the time.
    #[error("{}: another program is at it; the file stands as it was", path.display())]
    Busy {
        /// The annotation file.
        path: PathBuf,
    },
    /// It would be larger than we read.
    #[error("{}: would have {size} bytes, and at most {limit} are read; the file stands as it was", path.display())]
    TooLarge {
        /// The annotation file.
        path: PathBuf,
        /// The size in bytes it would have.
        size: u64,
        /// The limit in bytes.
        limit: u64,
    },
    /// What would be written does not read back as the same document: a fault of factdesk.
    #[error("{}: would not read back as it was tagged, so it was not written; the file stands as it was: please report this", path.display())]
    Garbled {
        /// The annotation file.
        path: PathBuf,
    },
    /// Too many cut-off files lie beside it.
    #[error("{}: seems cut off, and too many .orig files lie beside it to keep another; remove some", path.display())]
    TooManyOriginals {
        /// The annotation file.
        path: PathBuf,
    },
    /// The disk said no.
    #[error("{failed}; {}", safe(.failed.step).en)]
    Disk {
        /// Which step, where, and what it said.
        #[from]
        failed: Failed,
    },
}

/// What is safe after that step failed.
pub(super) const fn safe(step: Step) -> Phrase {
    match step {
        Step::SyncFolder => Phrase::new(
            "a power cut now might bring the former version back",
            "ein Stromausfall jetzt brächte vielleicht die frühere Fassung zurück",
        ),
        _ => Phrase::new("the file stands as it was", "die Datei steht, wie sie war"),
    }
}
