//! What lies above the view: one stack, the topmost has the keys, Esc closes exactly one.

mod export;
mod field;
mod keys;
mod names;
mod pages;
mod paste;
mod picker;
mod source;

use tui_input::Input;

/// One layer.
#[derive(Debug)]
pub enum Overlay {
    /// Keys of where the person is, filtered as they type.
    Help(Picker),
    /// Every action by name.
    Palette(Picker),
    /// One line of text that is asked for.
    Field(Field),
    /// Hits in the corpus.
    Results(Picker),
    /// Filters of the Review.
    Filters(Picker),
    /// Saved sentences without a place: one of them for the selected words.
    Unplaced(Picker),
    /// A text to read, such as the codebook.
    Pages(Pages),
    /// An article that is being pasted in.
    Paste(Paste),
    /// Edits that an earlier run could not save.
    Kept(KeptOffer),
    /// What is to be exported, and how.
    Export(Box<super::exporting::ExportForm>),
}

/// A list to choose from, filtered as the person types.
#[derive(Debug, Default)]
pub struct Picker {
    /// What was typed.
    pub filter: Input,
    /// Everything there is to choose from.
    pub all: Vec<PickerRow>,
    /// The rows that match, best first.
    pub rows: Vec<PickerRow>,
    /// The selected row.
    pub cursor: usize,
    /// The first row shown.
    pub top: usize,
}

/// A row of a [`Picker`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PickerRow {
    /// What Enter does with it.
    pub choice: Choice,
    /// Its left column: a key or an article.
    pub left: String,
    /// Its text.
    pub text: String,
    /// Its names, by which it is found before others: in both languages, and its id. Words out of an article have none.
    pub names: Vec<String>,
    /// Why it cannot be chosen now.
    pub disabled: Option<String>,
}

/// What choosing a row means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Do that.
    Run(super::Action),
    /// Open that article at that code point.
    Go(crate::text::ArticleId, u32),
    /// Show the rows of the Review that this filter means.
    Filter(String),
    /// Put that sentence, which has no place, onto the selected words.
    Attach(std::sync::Arc<crate::annotation::Sentence>),
}

/// What a [`Field`] asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Question {
    /// Who tags (first start).
    Annotator,
    /// Whose words they are; `←` or `<` separates the links of a chain.
    Source,
    /// Whom the words of the source mean.
    Who,
    /// A note.
    Note,
    /// What to search for in the article.
    Search,
    /// What to search for in the corpus.
    SearchCorpus,
    /// Which rows of the Review are shown.
    Filter,
    /// By which name the filter is kept.
    FilterName,
}

/// One line of text that is asked for, with completions.
#[derive(Debug)]
pub struct Field {
    /// What is asked for.
    pub question: Question,
    /// What was typed.
    pub input: Input,
    /// What it could become, best first.
    pub completions: Vec<String>,
    /// The completion that is selected, if one is.
    pub chosen: Option<usize>,
    /// What was typed before a completion was selected.
    pub typed: String,
    /// What stood in it at the start.
    pub start: String,
    /// What Enter takes while nothing is typed; empty where there is nothing to offer.
    pub offered: String,
    /// What is wrong with it, said below.
    pub complaint: Option<String>,
}

/// A text to read.
#[derive(Debug)]
pub struct Pages {
    /// Its name.
    pub title: String,
    /// Its lines.
    pub lines: Vec<String>,
    /// The first line shown.
    pub top: usize,
}

/// Kept edits, and what is to become of them.
#[derive(Debug)]
pub struct KeptOffer {
    /// The edits.
    pub edits: Vec<super::KeptEdits>,
    /// What is said about them.
    pub pages: Pages,
    /// What happens to them.
    pub doing: KeptDoing,
}

/// What happens to kept edits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeptDoing {
    /// The person is asked.
    Asking,
    /// They said once that they do not want them.
    Discarding,
    /// They are being taken over.
    Working,
}

/// An article that is being pasted in: text, then where to, then it is saved.
#[derive(Debug, Default)]
pub struct Paste {
    /// What was pasted or typed.
    pub text: String,
    /// `STORY/NAME`.
    pub to: Input,
    /// What was proposed for it; something else is the person's own.
    pub proposed: String,
    /// Is the name being typed (or still the text)?
    pub naming: bool,
    /// Was some of the text typed by hand, so that Enter means a new line?
    pub typed: bool,
    /// What is wrong, said below.
    pub complaint: Option<String>,
}
