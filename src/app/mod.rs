//! The workbench without a terminal: a state machine.
//!
//! [`App::update`] takes one [`Msg`] and the time, changes the state and says in [`Effect`]s what is to be done
//! outside. A key goes the same way every time: the topmost [`Overlay`] takes it, else the [`Commands`] of where the
//! person is turn it into an [`Action`], and `perform` does that. Nothing here draws, waits, reads a clock or touches
//! a file.

mod attaching;
mod available;
pub mod command;
mod counting;
pub mod desk;
pub mod doubts;
pub mod effect;
pub mod exporting;
mod following;
pub mod geometry;
pub mod kept;
pub mod key;
mod keys;
pub mod list;
mod mouse;
pub mod msg;
mod navigate;
pub mod notice;
pub mod only;
mod opening;
pub mod others;
pub mod overlay;
pub mod overview;
mod perform;
pub mod read_so_far;
pub mod reading;
pub mod review;
mod saving;
mod search;
pub mod settings;
pub mod shelf;
mod switch;
mod tagging;
mod undo;
mod update;
mod views;
mod words;

use std::{
    collections::{BTreeMap, HashMap},
    sync::Arc,
};

use jiff::Timestamp;

pub use command::{Action, Clash, Command, Commands, Scope};
pub use desk::{Desk, OpenArticle, Seek, Words};
pub use doubts::{Doubt, Doubts};
pub use effect::Effect;
pub use exporting::{ExportDoing, ExportEnd, ExportField, ExportForm, ExportPreview};
pub use geometry::{Geometry, Pane, Size};
pub use kept::KeptEdits;
pub use key::Key;
pub use list::List;
pub use msg::{Fetched, Hit, Msg, OnDisk, Opened, Problem, Target};
pub use notice::Notice;
pub use overlay::Overlay;
pub use overview::Overview;
pub use read_so_far::ReadSoFar;
pub use review::Review;
pub use settings::Settings;
pub use shelf::Shelf;

use crate::{
    annotation::{Annotator, Document, History, LabelSet},
    locale::{Lang, Phrase},
    review::Aliases,
    text::{ArticleId, Span},
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
    /// The full names of annotators, as far as the workspace knows them.
    pub people: BTreeMap<Annotator, String>,
    /// Every action with its keys.
    pub commands: Commands,
    /// The articles of the workspace.
    pub list: List,
    /// The view that is shown.
    pub view: View,
    /// View 1.
    pub desk: Desk,
    /// View 2.
    pub review: Review,
    /// View 4.
    pub overview: Overview,
    /// The annotation documents that were opened in this run.
    pub shelf: Shelf,
    /// What lies above the view, topmost last.
    pub overlays: Vec<Overlay>,
    /// One line for the person, until the next key.
    pub notice: Option<Notice>,
    /// The pane that has the keys.
    pub focus: Pane,
    /// The pane that is shown beside the article where there is room for one only.
    pub side: Pane,
    /// Columns and rows of the terminal.
    pub size: Size,
    /// What was changed in this run and can be undone.
    history: History,
    /// Sources that were used in the workspace, with how often.
    sources: BTreeMap<String, usize>,
    /// Texts that were typed into a field and left with Esc.
    drafts: HashMap<Draft, String>,
    /// The article whose pasting was left with Esc.
    unpasted: Option<overlay::Paste>,
    /// The export dialog as it was left.
    exported: Option<Box<exporting::ExportForm>>,
    /// Number of the last export or preview of one: answers to earlier ones are dropped.
    exports: u64,
    /// Where the person was in articles they left, in code points.
    places: HashMap<ArticleId, u32>,
    /// What to open once it is known who tags.
    first: Option<ArticleId>,
    /// The views that Esc leads back to, the last first.
    came_from: Vec<View>,
    /// The sentence whose note is in the editor.
    in_editor: Option<(ArticleId, Span)>,
    /// The word at which the last selection ended: first byte of its sentence, index of the word.
    last_word: Option<(u32, usize)>,
    /// The search of the corpus whose hits are shown.
    corpus_search: u64,
    /// The first row shown before the terminal changed its size: what the person chose, unlike what had to follow.
    before_resize: Option<desk::Top>,
    /// Keys that were typed while an article was being opened.
    typed_ahead: Vec<Key>,
    /// Is the person about to leave?
    leaving: Leaving,
    /// The codebook in both languages.
    codebook: Phrase,
    /// The slug offered to somebody who has none.
    offered: Option<Annotator>,
    /// Edits that earlier runs could not save and that were not offered yet.
    kept: Vec<KeptEdits>,
    /// The time of the message that is being handled.
    now: Timestamp,
    /// What is to be done outside.
    effects: Vec<Effect>,
}

/// The views of the workspace, by the key that leads to them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum View {
    /// 1: one article, read and tagged.
    #[default]
    Desk,
    /// 2: every tagged sentence of the workspace.
    Review,
    /// 4: pictures.
    Overview,
}

impl View {
    /// What leads to it.
    pub const fn action(self) -> Action {
        match self {
            Self::Desk => Action::Desk,
            Self::Review => Action::Review,
            Self::Overview => Action::Overview,
        }
    }
}

/// Where a text was typed.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Draft {
    /// In a field that is about no sentence.
    Anywhere(overlay::Question),
    /// In a field about the sentence at that code point.
    At(overlay::Question, ArticleId, u32),
}

/// Is the person about to leave?
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Leaving {
    /// No.
    #[default]
    No,
    /// As soon as everything is saved.
    WhenSaved,
    /// They were told what is not saved: the next time they leave.
    Warned,
}

/// What the workbench is started with.
#[derive(Debug)]
pub struct Setup {
    /// The workspace's folder, for people to read.
    pub workspace: String,
    /// Who tags, if that is known.
    pub annotator: Option<Annotator>,
    /// The slug to offer where it is not.
    pub offered: Option<Annotator>,
    /// The person's own settings.
    pub settings: Settings,
    /// The language where the settings name none.
    pub lang: Lang,
    /// The labels of the workspace.
    pub labels: LabelSet,
    /// The full names of annotators.
    pub people: BTreeMap<Annotator, String>,
    /// What is wrong with the settings of the person or of the workspace, to be said at the start.
    pub problems: Vec<String>,
    /// Columns and rows of the terminal.
    pub size: Size,
    /// The article to open, at its first open sentence.
    pub article: Option<ArticleId>,
    /// The codebook in both languages.
    pub codebook: Phrase,
    /// Edits that earlier runs could not save, of anybody in this workspace, the oldest first.
    pub kept: Vec<KeptEdits>,
    /// Filters that the workspace keeps: by which name, and as they are typed.
    pub filters: Vec<(String, String)>,
    /// Names of sources that mean one.
    pub aliases: Arc<Aliases>,
    /// Does the workbench start in the Review, with what is to be decided?
    pub adjudicates: bool,
    /// Is what others say hidden until it is asked for?
    pub blind: bool,
}

impl App {
    /// The workbench as it starts, and what is to be done first.
    pub fn new(setup: Setup) -> (Self, Vec<Effect>) {
        let lang = setup.settings.lang.unwrap_or(setup.lang);
        let (mut commands, clashes) = Commands::new(&setup.labels);
        let mut problems = setup.problems;
        problems.extend(clashes.iter().map(|clash| clash.text(lang)));
        problems
            .extend(setup.settings.bind(&mut commands).iter().map(|problem| problem.text(lang).to_owned()));
        let mut app = Self {
            lang,
            workspace: setup.workspace,
            annotator: setup.annotator,
            labels: setup.labels,
            people: setup.people,
            commands,
            list: List::default(),
            view: View::Desk,
            desk: Desk::default(),
            review: Review::default(),
            overview: Overview::default(),
            shelf: Shelf::default(),
            overlays: Vec::new(),
            notice: None,
            focus: Pane::Article,
            side: Pane::Inspector,
            size: setup.size,
            history: History::default(),
            sources: BTreeMap::new(),
            drafts: HashMap::new(),
            unpasted: None,
            exported: None,
            exports: 0,
            places: HashMap::new(),
            first: setup.article,
            came_from: Vec::new(),
            in_editor: None,
            last_word: None,
            corpus_search: 0,
            before_resize: None,
            typed_ahead: Vec::new(),
            leaving: Leaving::No,
            codebook: setup.codebook,
            offered: setup.offered,
            kept: setup.kept,
            now: Timestamp::UNIX_EPOCH,
            effects: vec![Effect::List],
            settings: setup.settings,
        };
        (app.review.filters, app.review.aliases) = (setup.filters, setup.aliases);
        if setup.adjudicates {
            app.begin_to_decide();
        }
        app.desk.others.shown = !setup.blind;
        app.start(&problems);
        let effects = std::mem::take(&mut app.effects);
        (app, effects)
    }

    /// Is that who tags here?
    pub fn is_me(&self, annotator: &Annotator) -> bool {
        self.annotator.as_ref() == Some(annotator)
    }

    /// Where everything stands.
    pub fn geometry(&self) -> Geometry {
        Geometry::of(self.size, self.focus, self.side, self.settings.column)
    }

    /// This annotator's document of the open article.
    pub fn document(&self) -> Option<&Document> {
        let open = self.desk.open.as_ref()?;
        self.shelf.document(&open.article.id).map(AsRef::as_ref)
    }

    /// The reading column of the open article.
    pub fn reading(&self) -> Option<reading::Reading<'_>> {
        let open = self.desk.open.as_ref()?;
        Some(reading::Reading::new(open, self.desk.folded, self.geometry().column.width))
    }

    /// The document of the open article and how it stands to the disk.
    pub(super) fn held(&self) -> Option<&shelf::Held> {
        self.shelf.held.get(&self.desk.open.as_ref()?.article.id)
    }

    /// What the annotator says about the selected sentence.
    pub fn sentence(&self) -> Option<&crate::annotation::Sentence> {
        let unit = self.desk.open.as_ref()?.unit()?;
        self.document()?.find(unit.chars).map(AsRef::as_ref)
    }
}
