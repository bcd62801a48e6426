//! THE table: every action once, with its name, default keys, texts and where it applies. The keymap, the footer,
//! the help, the palette, `factdesk keys` and the README are made from it.

mod bindings;
mod overview;
mod review;
mod table;

use std::borrow::Cow;

pub use bindings::Clash;

use super::{Key, View};
use crate::locale::{Lang, Phrase, Text};

/// Everything a person can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    /// Select the next sentence (or row).
    Down,
    /// Select the previous one.
    Up,
    /// A page down.
    PageDown,
    /// A page up.
    PageUp,
    /// Half a page down.
    HalfDown,
    /// Half a page up.
    HalfUp,
    /// To the first.
    First,
    /// To the last.
    Last,
    /// Open the next article.
    NextArticle,
    /// Open the previous article.
    PreviousArticle,
    /// Open what is selected in the list.
    Open,
    /// The label of that index (see [`crate::annotation::LabelSet`]) on or off for the whole sentence.
    Toggle(usize),
    /// Set that label and go on to the next open sentence.
    SetAndGo(usize),
    /// Read, nothing (more) to tag; on to the next open sentence.
    ReadAndGo,
    /// Back to untouched.
    Untouch,
    /// Say whose words they are.
    Source,
    /// A note in one line.
    Note,
    /// A note in `$EDITOR`.
    NoteInEditor,
    /// A mark to come back to.
    Mark,
    /// Unsure about the tags.
    Unsure,
    /// This is (not) furniture.
    Furniture,
    /// Fold or show furniture.
    Fold,
    /// Take back the last change.
    Undo,
    /// Do it again.
    Redo,
    /// Mean the next tag alone, or all of them again.
    Only,
    /// Begin to select words.
    SelectWords,
    /// To the word before.
    WordLeft,
    /// To the word behind.
    WordRight,
    /// Take the word before in.
    ExtendLeft,
    /// Take the word behind in.
    ExtendRight,
    /// To the first word of the sentence.
    WordFirst,
    /// To its last word.
    WordLast,
    /// The selected words name the source.
    WordsSource,
    /// The selected words are the cue.
    WordsCue,
    /// Tag the selected words with the label of that index.
    WordsToggle(usize),
    /// Split the sentence before the selected words.
    Split,
    /// Join the sentence with the next.
    Join,
    /// Search in the article.
    Search,
    /// Next hit; without a search the next mark.
    SearchNext,
    /// Previous hit; without a search the previous mark.
    SearchPrevious,
    /// Search the corpus.
    SearchCorpus,
    /// To the next pane.
    NextPane,
    /// To the pane before.
    PreviousPane,
    /// To the article, at the Desk.
    Desk,
    /// To the tagged sentences of all articles.
    Review,
    /// To the pictures of the workspace.
    Overview,
    /// Take the reading shown over, and go on.
    TakeOver,
    /// Not the labels of the reading shown; go on.
    Reject,
    /// On to the next open sentence of the Review.
    Skip,
    /// Choose the reading before.
    PreviousReading,
    /// Choose the next reading.
    NextReading,
    /// Show the row in its article.
    ShowAtDesk,
    /// Tie what was said to the words that are proposed.
    Reattach,
    /// Confirm all sentences that only moved.
    ConfirmMoves,
    /// To the next open row.
    NextOpen,
    /// To the previous open row.
    PreviousOpen,
    /// Type a filter.
    Filter,
    /// Choose a filter.
    Filters,
    /// Keep the filter by a name.
    KeepFilter,
    /// Sort by the next column.
    Sort,
    /// Turn the order round.
    Reverse,
    /// Group by the next thing.
    Group,
    /// To the next bar of the row, or to the section beside it.
    NextBar,
    /// To the bar before, or to the section beside it.
    PreviousBar,
    /// Show the sentences behind the bar.
    EnterBar,
    /// Every key of where you are.
    Help,
    /// Every action by name.
    Palette,
    /// The codebook.
    Codebook,
    /// Bring an article in by pasting it.
    PasteArticle,
    /// Export tagged sentences.
    Export,
    /// Close one layer.
    Back,
    /// Try to save again.
    RetrySave,
    /// Resolve a conflict: ours stays.
    KeepMine,
    /// Resolve a conflict: theirs comes.
    TakeTheirs,
    /// Say whom the words of the source mean.
    Who,
    /// Copy the sentence.
    Copy,
    /// Show what others say about the article, or hide it.
    Others,
    /// List the saved sentences that have no place.
    Unplaced,
    /// The next theme.
    SwitchTheme,
    /// The other language of the interface.
    SwitchLanguage,
    /// Give the mouse back to the terminal, or take it.
    SwitchMouse,
    /// Stop until `fg`.
    Suspend,
    /// Leave.
    Quit,
}

/// Where a key counts. An inner scope is asked before an outer one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scope {
    /// Everywhere but in text fields.
    Global,
    /// At the Desk, whichever pane has the keys.
    Desk,
    /// In the list of articles.
    List,
    /// While words are being selected.
    Words,
    /// In the Review.
    Review,
    /// In the Overview.
    Overview,
}

impl Scope {
    /// All of them, in the order in which a person should read about them.
    pub const ALL: [Self; 6] =
        [Self::Desk, Self::List, Self::Words, Self::Review, Self::Overview, Self::Global];

    /// The view it belongs to; `None` where it holds in all of them.
    pub const fn view(self) -> Option<View> {
        match self {
            Self::Desk | Self::List | Self::Words => Some(View::Desk),
            Self::Review => Some(View::Review),
            Self::Overview => Some(View::Overview),
            Self::Global => None,
        }
    }

    /// Where that is, as a heading.
    pub const fn title(self) -> Phrase {
        match self {
            Self::Desk => Phrase::new("At the Desk", "Am Schreibtisch"),
            Self::List => Phrase::new("In the list of articles", "In der Liste der Artikel"),
            Self::Words => Phrase::new("While words are being selected", "Beim Auswählen von Wörtern"),
            Self::Review => Phrase::new("In the Review", "In der Durchsicht"),
            Self::Overview => Phrase::new("In the Overview", "Im Überblick"),
            Self::Global => Phrase::new("Everywhere", "Überall"),
        }
    }
}

/// One row of the table.
#[derive(Clone, Debug)]
pub struct Command {
    /// Its name in the config file, e.g. `tag.claim`.
    pub id: Cow<'static, str>,
    /// What it does.
    pub action: Action,
    /// What it is called: footer (short) and palette.
    pub title: Text,
    /// What it does, in one sentence: help.
    pub help: Text,
    /// Where its keys count.
    pub scopes: &'static [Scope],
    /// Its keys as the person has them, the one to show first; none: only in the palette.
    pub keys: Vec<Key>,
    /// Its rank among the footer's hints, 0 first; `None`: not shown there.
    pub hint: Option<u8>,
}

/// The table as it holds in this run: defaults, the workspace's own labels, the person's own keys.
#[derive(Clone, Debug, Default)]
pub struct Commands {
    /// All rows.
    pub rows: Vec<Command>,
}

impl Command {
    /// Do its keys count in one of these scopes?
    pub fn counts_in(&self, scopes: &[Scope]) -> bool {
        self.scopes.iter().any(|scope| scopes.contains(scope))
    }

    /// Can it be done in that view?
    pub fn is_of(&self, view: View) -> bool {
        self.scopes.iter().any(|scope| scope.view().is_none_or(|of| of == view))
    }
}

impl Commands {
    /// The row whose key this is in that scope.
    pub fn bound(&self, scope: Scope, key: Key) -> Option<&Command> {
        self.rows.iter().find(|row| row.scopes.contains(&scope) && row.keys.contains(&key))
    }

    /// The row of that action.
    pub fn of(&self, action: Action) -> Option<&Command> {
        self.rows.iter().find(|row| row.action == action)
    }

    /// What that action is called; empty where there is none.
    pub fn title_of(&self, action: Action, lang: Lang) -> &str {
        self.of(action).map_or("", |row| row.title.text(lang))
    }

    /// The key to show for that action; empty where it has none.
    pub fn key_of(&self, action: Action) -> String {
        self.of(action).and_then(|row| row.keys.first()).map(ToString::to_string).unwrap_or_default()
    }
}
