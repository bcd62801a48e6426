//! The workbench without a terminal: a state machine.
//!
//! `App::update` takes one `Msg` and the time, changes the state and says in `Effect`s what is to be done
//! outside. A key goes the same way every time: the topmost [`Overlay`] or text field takes it, else the
//! [`command::Commands`] of where the person is turn it into an [`Action`]. Nothing here
//! draws, waits, reads a clock or touches a file.

pub mod command;
pub mod desk;
pub mod effect;
pub mod geometry;
pub mod key;
pub mod list;
pub mod msg;
pub mod notice;
pub mod overlay;
pub mod settings;
pub mod shelf;

pub use command::{Action, Command, Commands, Scope};
pub use desk::{Desk, OpenArticle, Words};
pub use effect::Effect;
pub use geometry::{Pane, Size};
pub use key::Key;
pub use list::List;
pub use msg::{Hit, Msg, OnDisk, Opened, Problem, Target};
pub use notice::Notice;
pub use overlay::Overlay;
pub use settings::Settings;
pub use shelf::Shelf;

use crate::{
    annotation::{Annotator, LabelSet},
    locale::Lang,
};

/// The whole state of the workbench.
#[derive(Debug)]
pub struct App {
    /// A person's own settings.
    pub settings: Settings,
    /// The language of the interface.
    pub lang: Lang,
    /// The workspace's folder, for people to read.
    pub workspace: String,
    /// Who tags; `None` until asked at the first start.
    pub annotator: Option<Annotator>,
    /// The labels of the workspace.
    pub labels: LabelSet,
    /// Every action with its keys.
    pub commands: Commands,
    /// The articles of the workspace.
    pub list: List,
    /// View 1.
    pub desk: Desk,
    /// The annotation documents that were opened in this run.
    pub shelf: Shelf,
    /// What lies above the view, topmost last.
    pub overlays: Vec<Overlay>,
    /// One line for the person, until the next key.
    pub notice: Option<Notice>,
    /// The pane that has the keys.
    pub focus: Pane,
    /// Columns and rows of the terminal.
    pub size: Size,
}
