//! The disk: the only module that reads or writes files.
//!
//! [`Workspace`] finds the folder, [`corpus`] walks through its articles and reads them, [`annotations`] reads what
//! annotators found in them. Everything that is foreign is looked at before it is opened: only regular files below
//! the workspace, never larger than we can hold, never a pipe or a device.

pub mod corpus;
pub mod disk;
pub mod replace;

mod add;
mod init;
mod paths;
mod platform;
mod read;
mod texts;
mod workspace;

pub use add::{AddError, add_article};
pub use corpus::{ArticleError, Listed, read_article, walk};
pub use init::{InitError, Made, init};
pub use paths::{Folders, PathError, annotation_path, article_path};
pub use read::{LIMIT, ReadError, read_file};
pub use texts::Texts;
pub use workspace::{DiscoverError, Workspace};
