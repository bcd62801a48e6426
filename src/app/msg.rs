//! What comes in: keys, the mouse, the terminal, and the answers to [`super::Effect`]s.

use std::sync::Arc;

use super::{
    Action, Doubts, ExportEnd, ExportField, ExportPreview, Key, Pane, ReadSoFar, Size,
    overview::Cursor,
    review::{self, ReviewPane},
    settings::Switched,
};
use crate::{
    annotation::Document,
    export::Format,
    locale::Text,
    review::{Column, Line, Row, overview::Section, stats::Counts},
    store::Company,
    text::{Article, ArticleId, Unit},
};

/// A thing on the screen that a click can mean; the view tells where each was drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A row of the list, by index ([`super::List::row`]).
    ListRow(usize),
    /// A unit of the open article.
    Unit(usize),
    /// The letter of a tag in the gutter or inspector: unit and label index.
    Tag(usize, usize),
    /// A row of the topmost overlay.
    OverlayRow(usize),
    /// The topmost overlay, where nothing more is known.
    Overlay,
    /// A hint in the footer.
    Hint(Action),
    /// A pane, where nothing more is known.
    Pane(Pane),
    /// A line of the Review's table, an index into [`super::Review::lines`].
    ReviewLine(usize),
    /// A reading of its selected row, an index into its readings.
    Reading(usize),
    /// The head of a column of its table.
    Column(Column),
    /// A pane of the Review, where nothing more is known.
    ReviewPane(ReviewPane),
    /// A bar of the Overview.
    Bar(Cursor),
    /// The Overview, where nothing more is known.
    Overview,
    /// A field of the export dialog.
    ExportField(ExportField),
    /// A format in it.
    ExportFormat(Format),
}

/// One thing that happened.
#[derive(Debug)]
pub enum Msg {
    /// A key.
    Key(Key),
    /// Text from the clipboard, by bracketed paste.
    Pasted(String),
    /// The left button, on what the last frame drew there.
    Clicked(Target),
    /// The wheel over something: rows, down is positive.
    Wheel(Target, i16),
    /// The terminal has this size now.
    Resized(Size),
    /// The terminal got (`true`) or lost the focus.
    Focus(bool),
    /// Articles were found; more may follow.
    Listed(Vec<ArticleId>),
    /// All articles were found.
    ListDone {
        /// Files of other types that were passed over.
        others: usize,
        /// Folders that cannot be looked at, and why.
        unreadable: Problem,
    },
    /// Where this annotator stands in some articles.
    Progress {
        /// What is counted there.
        counts: Vec<(ArticleId, Counts)>,
        /// Sources that are named there.
        sources: Vec<String>,
    },
    /// An article was opened.
    Opened(Box<Opened>),
    /// More units of the open article.
    Segmented {
        /// Of which opening.
        generation: u64,
        /// The units that follow those already known.
        units: Vec<Unit>,
        /// Were these the last?
        done: bool,
    },
    /// The document as it is on the disk now.
    Reloaded {
        /// Of which article.
        article: ArticleId,
        /// The article's text as it is now, or why it cannot be read.
        text: Result<Arc<str>, Problem>,
        /// It, or why it cannot be read.
        document: Result<OnDisk, Problem>,
    },
    /// Who else is at an article, as it was found out when it was opened or the person came back.
    Company {
        /// Which article.
        article: ArticleId,
        /// Who.
        company: Company,
    },
    /// A document is on the disk.
    Saved {
        /// Of which article.
        article: ArticleId,
        /// The document as it was given to the saver.
        sent: Arc<Document>,
        /// What stands on the disk now: `sent`, or more where somebody else had changed the file meanwhile.
        on_disk: Arc<Document>,
        /// Where the former file was kept, because it seemed cut off.
        former: Option<String>,
    },
    /// A document could not be saved.
    SaveFailed {
        /// Of which article.
        article: ArticleId,
        /// The document as it was given to the saver.
        sent: Arc<Document>,
        /// Path and cause.
        error: String,
        /// The file outside the workspace in which the edits are kept meanwhile, if that went well.
        kept: Option<String>,
    },
    /// Kept edits were taken over.
    Recovered {
        /// To how many articles.
        saved: usize,
        /// Why others could not be; they are kept on.
        failed: Vec<Text>,
    },
    /// A setting stands in the person's config file; or why it does not.
    SettingKept {
        /// Which one.
        setting: Switched,
        /// The file; or what is wrong.
        file: Result<String, String>,
    },
    /// Hits in the corpus; more may follow.
    Hits {
        /// Of which search.
        generation: u64,
        /// Where the query stands.
        hits: Vec<Hit>,
        /// Were these the last?
        done: bool,
    },
    /// Rows of the Review, in the order of articles and their text; more may follow.
    Reviewed {
        /// Of which reading.
        generation: u64,
        /// Those that follow.
        rows: Vec<Arc<Row>>,
        /// How far it has come.
        so_far: ReadSoFar,
    },
    /// The rows of the Review, in order.
    Arranged {
        /// Which arrangement this answers.
        number: u64,
        /// The lines of the table.
        lines: Vec<Line>,
        /// What is counted in them.
        counts: review::TableCounts,
    },
    /// An article was read for the Review.
    Fetched(Box<Fetched>),
    /// What everybody says about an article.
    Others {
        /// Which one.
        article: ArticleId,
        /// All of its rows.
        rows: Vec<Arc<Row>>,
    },
    /// What everybody has read and tagged is being counted, or is counted.
    Counted {
        /// Of which count.
        generation: u64,
        /// How far it has come.
        so_far: ReadSoFar,
        /// The pictures, once everything is counted.
        sections: Option<Vec<Section>>,
    },
    /// A filter stands in the workspace's settings; or why it does not.
    FilterKept {
        /// Its name.
        name: String,
        /// The filter as it was typed.
        query: String,
        /// The file; or what is wrong.
        file: Result<String, String>,
    },
    /// More is known of what would be exported.
    ExportPreviewed {
        /// Of which preview.
        generation: u64,
        /// All that is known.
        preview: Box<ExportPreview>,
    },
    /// The export goes on.
    ExportGoesOn {
        /// Which one.
        generation: u64,
        /// Articles that were written.
        articles: usize,
        /// All of them.
        of: usize,
    },
    /// The export ended.
    ExportEnded {
        /// Which one.
        generation: u64,
        /// How.
        end: ExportEnd,
    },
    /// The person came back from the editor with this text; or why there is none.
    Edited(Result<String, String>),
    /// The article was brought in; or why not.
    Imported(Result<ArticleId, String>),
}

/// The answer to [`super::Effect::Open`].
#[derive(Debug)]
pub struct Opened {
    /// Which opening this answers.
    pub generation: u64,
    /// The article, or why it cannot be shown.
    pub article: Result<Article, Problem>,
    /// This annotator's document, or why it cannot be read; then it is shown read-only and never written.
    pub document: Result<OnDisk, Problem>,
    /// The first units.
    pub units: Vec<Unit>,
    /// Are these all?
    pub complete: bool,
}

/// The answer to [`super::Effect::Fetch`].
#[derive(Debug)]
pub struct Fetched {
    /// Which article was asked for.
    pub id: ArticleId,
    /// It, or why it cannot be read.
    pub article: Result<Article, Problem>,
    /// This annotator's document, or why it cannot be read.
    pub document: Result<OnDisk, Problem>,
}

/// An annotation document as it was read.
#[derive(Clone, Debug)]
pub struct OnDisk {
    /// What the file says; a new document where there is no file.
    pub base: Arc<Document>,
    /// The same put onto the article's text as it is now ([`crate::annotation::place`]); the same pointer where
    /// nothing had to move.
    pub document: Arc<Document>,
    /// Sentences of it that do not stand in the text as they were saved.
    pub doubts: Doubts,
    /// Why it must not be written, e.g. because a newer version made it.
    pub read_only: Option<String>,
    /// What is odd about it, but does not hinder.
    pub warnings: Vec<String>,
}

/// Why something cannot be read, in lines for people: `path:line:column: message`, the line, the caret.
pub type Problem = Vec<String>;

/// A place in the corpus where a query stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// In which article.
    pub article: ArticleId,
    /// At which code point.
    pub at: u32,
    /// The line around it.
    pub line: String,
}
