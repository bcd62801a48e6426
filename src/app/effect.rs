//! What is to be done outside: [`super::App::update`] says it, the runtime does it and answers with a [`super::Msg`].

use std::{path::PathBuf, sync::Arc};

use super::settings::Switched;
use crate::{
    annotation::{Annotator, Document},
    export::Options,
    review::{Context, Filter, Order, Row},
    text::ArticleId,
};

/// One thing to do.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Find all articles. Answers: [`super::Msg::Listed`], then [`super::Msg::ListDone`].
    List,
    /// Find out where this annotator stands in every article and which sources they named. Answer:
    /// [`super::Msg::Progress`], in as many pieces as are handy.
    Progress(Annotator),
    /// Read an article, this annotator's document and the first units. Answers: [`super::Msg::Opened`], then
    /// [`super::Msg::Segmented`] until all units are known, then [`super::Msg::Company`]. Ends what an earlier
    /// opening still does.
    Open {
        /// Which one.
        article: ArticleId,
        /// Whose document.
        annotator: Annotator,
        /// To come back in the answers.
        generation: u64,
    },
    /// Look whether the document changed on the disk, and who else is at it. Answers: [`super::Msg::Reloaded`],
    /// then [`super::Msg::Company`].
    Reload {
        /// Of which article.
        article: ArticleId,
        /// Whose.
        annotator: Annotator,
    },
    /// Save a document. Answer: [`super::Msg::Saved`] or [`super::Msg::SaveFailed`]. There is never more than
    /// one on its way for an article.
    Save {
        /// Of which article.
        article: ArticleId,
        /// What to save.
        document: Arc<Document>,
        /// What was on the disk when it was last looked at: what differs there now is merged in.
        base: Arc<Document>,
    },
    /// Search all articles. Answers: [`super::Msg::Hits`].
    SearchCorpus {
        /// What for.
        query: String,
        /// To come back in the answers.
        generation: u64,
    },
    /// The hits are not needed any more.
    CancelSearch,
    /// Let the person write in their editor. Answer: [`super::Msg::Edited`].
    OpenEditor {
        /// What it begins with.
        text: String,
    },
    /// Bring an article in. Answer: [`super::Msg::Imported`].
    Import {
        /// `STORY/NAME`.
        to: String,
        /// Its text.
        text: String,
    },
    /// Keep a setting in the person's config file. Answer: [`super::Msg::SettingKept`].
    KeepSetting(Switched),
    /// Take kept edits over: merge them into what is saved, and save that. Answer: [`super::Msg::Recovered`].
    Recover(Vec<PathBuf>),
    /// Throw kept edits away; the person said so twice.
    Discard(Vec<PathBuf>),
    /// Keep which article is open, for the next start.
    RememberArticle(ArticleId),
    /// Put a text on the clipboard.
    Copy(String),
    /// Take the mouse (`true`) or leave it to the terminal.
    Mouse(bool),
    /// Stop until the shell wakes us.
    Suspend,
    /// Read what everybody says about every article. Answers: [`super::Msg::Reviewed`], until everything is known. Ends what
    /// an earlier reading still does.
    Review {
        /// To come back in the answers.
        generation: u64,
    },
    /// Put the rows of the Review in order: there are too many to do it between two frames. Answer:
    /// [`super::Msg::Arranged`].
    Arrange {
        /// To come back in the answer.
        number: u64,
        /// All rows.
        rows: Arc<Vec<Arc<Row>>>,
        /// Which of them are meant.
        filter: Filter,
        /// In which order.
        order: Order,
        /// Who asks.
        context: Context,
    },
    /// Read an article and this annotator's document, to decide something about it in the Review. Answer:
    /// [`super::Msg::Fetched`].
    Fetch {
        /// Which one.
        article: ArticleId,
        /// Whose document.
        annotator: Annotator,
    },
    /// Read what everybody says about an article. Answer: [`super::Msg::Others`].
    Others {
        /// Which one.
        article: ArticleId,
    },
    /// Count what everybody has read and tagged. Answers: [`super::Msg::Counted`], until everything is counted. Ends what
    /// an earlier count still does.
    Count {
        /// To come back in the answers.
        generation: u64,
    },
    /// Keep a filter by a name in the workspace's settings. Answer: [`super::Msg::FilterKept`].
    KeepFilter {
        /// The name.
        name: String,
        /// The filter as it is typed.
        query: String,
    },
    /// Find out what would be exported. Answers: [`super::Msg::ExportPreviewed`], until everything is known. Ends what an
    /// earlier one still does.
    PreviewExport {
        /// To come back in the answers.
        generation: u64,
        /// What would be.
        options: Box<Options>,
    },
    /// Export. Answers: [`super::Msg::ExportGoesOn`], then [`super::Msg::ExportEnded`].
    Export {
        /// To come back in the answers.
        generation: u64,
        /// What.
        options: Box<Options>,
        /// Where to, as it was typed: below the workspace's folder, absolute, or with `~/`.
        path: String,
        /// Is what stands there to be replaced?
        replace: bool,
    },
    /// End what an export or a preview of one still does; an export then leaves nothing behind.
    StopExport,
    /// Leave.
    Quit {
        /// Is something not saved?
        failed: bool,
    },
}
