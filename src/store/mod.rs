//! The disk: the only module that reads or writes files.
//!
//! [`Workspace`] finds the folder, [`corpus`] walks through its articles and reads them, [`annotations`] reads what
//! annotators found in them, [`save`] writes it so that nothing is lost. What cannot be written there goes to the
//! [`journal`] in the person's own folder, where [`session`] and [`config`] live too. [`presence`] tells who else is at an article.
//!
//! Everything that is foreign is looked at before it is opened: only regular files below the workspace, never
//! larger than we can hold, never a pipe or a device. What leaves goes through [`Out`]. Below `corpus/` only [`init()`] and [`add_article`] ever write,
//! and only new files.

pub mod annotations;
pub mod config;
pub mod corpus;
pub mod disk;
pub mod journal;
pub mod presence;
pub mod replace;
pub mod save;
pub mod scratch;
pub mod search;
pub mod session;
pub mod settings;
pub mod tree;

mod add;
mod folder;
mod gather;
mod init;
mod out;
mod paths;
mod platform;
mod read;
mod rows;
mod save_error;
mod say;
mod sources;
mod sweep;
#[cfg(test)]
pub(crate) mod testing;
mod texts;
mod workspace;

pub use add::{AddError, add_article, free_place};
pub use annotations::{LoadError, Loaded, load};
pub use corpus::{ArticleError, Listed, article_ids, read_article, walk};
pub use gather::{Gathered, by_article};
pub use init::{InitError, Made, init};
pub use journal::Journal;
pub use out::{NewFolders, Out, OutError, would_replace};
pub use paths::{Folders, PathError, annotation_path, article_path, spellings};
pub use presence::{Company, Presence};
pub use read::{LIMIT, ReadError, read_file};
pub use rows::{ArticleRows, annotated, article_rows};
pub use save::{Saved, Saver};
pub use save_error::SaveError;
pub use search::{Hit, Searched, search_corpus};
pub use session::Session;
pub use settings::{Settings, SettingsProblem, keep_filter};
pub use sources::source_files;
pub use sweep::sweep;
pub use texts::Texts;
pub use workspace::{DiscoverError, Workspace};
