//! Whether an action can be done now, and if not, why.

use super::{Action, App, Pane, View};
use crate::{
    locale::{
        Phrase,
        anchors::{ALL_IN_PLACE, NOTHING_TO_CONFIRM},
        phrases::{
            NO_ARTICLE, NO_CONFLICT, NO_FILTER, NO_LABEL, NO_OTHER_ARTICLE, NO_ROW, NO_SOURCE_HERE,
            NO_SOURCE_TAG, NO_TAGS, NOTHING_TO_ATTACH, NOTHING_TO_JOIN, NOTHING_TO_REDO, NOTHING_TO_SAVE,
            NOTHING_TO_UNDO, STILL_OPENING, TOO_SMALL,
        },
        say,
    },
    text::ArticleId,
};

impl App {
    /// Can `action` be done now?
    ///
    /// # Errors
    /// Why not, for the person.
    pub fn available(&self, action: Action) -> Result<(), String> {
        let no = |phrase: Phrase| Err(phrase.text(self.lang).to_owned());
        if self.is_too_small() && !matches!(action, Action::Quit | Action::Suspend | Action::Back) {
            return no(TOO_SMALL);
        }
        if let Some(command) = self.commands.of(action).filter(|command| !command.is_of(self.view)) {
            let view = command.scopes.iter().find_map(|scope| scope.view()).unwrap_or_default();
            return Err(say::of_another_view(self.lang, &self.commands.key_of(view.action())));
        }
        let hindered = match self.view {
            View::Desk => self.hinders(action),
            View::Review => self.hinders_in_review(action),
            View::Overview => None,
        };
        if let Some(reason) = hindered {
            return no(reason);
        }
        if action == Action::Note && self.note().is_some_and(|note| note.contains('\n')) {
            return Err(say::note_has_lines(self.lang, &self.commands.key_of(Action::NoteInEditor)));
        }
        if self.view == View::Review && decides(action) {
            return self.decidable().map(|_| ());
        }
        if self.view != View::Desk {
            return Ok(());
        }
        if (changes(action) || action == Action::SelectWords) && self.focus == Pane::List {
            return Err(say::list_has_keys(self.lang, &self.commands.key_of(Action::NextPane)));
        }
        if changes(action) {
            let reason = self.desk.open.as_ref().and_then(|open| self.read_only(&open.article.id));
            return reason.map_or(Ok(()), Err);
        }
        Ok(())
    }

    fn note(&self) -> Option<&str> {
        self.selected_sentence()?.note.as_deref()
    }

    /// Why the document of an article must not be changed, if so.
    pub(super) fn read_only(&self, article: &ArticleId) -> Option<String> {
        self.shelf.held.get(article)?.read_only.clone()
    }

    fn hinders(&self, action: Action) -> Option<Phrase> {
        let reads = changes(action) || matches!(action, Action::SelectWords | Action::Copy | Action::Fold);
        if reads && self.desk.open.as_ref().is_none_or(|open| open.units.is_empty()) {
            return Some(NO_ARTICLE);
        }
        if changes(action) && self.desk.opening.is_some() {
            return Some(STILL_OPENING);
        }
        let sentence = self.sentence();
        let when = |hindered: bool, reason| hindered.then_some(reason);
        match action {
            Action::Toggle(label) | Action::SetAndGo(label) | Action::WordsToggle(label) => {
                when(self.labels.get(label).is_none(), NO_LABEL)
            }
            Action::Unsure | Action::Only => {
                when(sentence.is_none_or(|sentence| sentence.tags.is_empty()), NO_TAGS)
            }
            Action::Source | Action::WordsSource | Action::WordsCue => {
                when(self.only().is_some() && self.meant().is_none(), NO_SOURCE_HERE)
            }
            Action::Who if self.only().is_some() => when(self.meant().is_none(), NO_SOURCE_HERE),
            Action::Who => when(self.meant().is_none(), NO_SOURCE_TAG),
            Action::KeepMine | Action::TakeTheirs => {
                when(sentence.is_none_or(|sentence| sentence.conflict.is_none()), NO_CONFLICT)
            }
            Action::Reattach | Action::Unplaced => {
                when(self.held().is_none_or(|held| held.doubts.pending() == 0), ALL_IN_PLACE)
            }
            Action::ConfirmMoves => {
                when(self.held().is_none_or(|held| held.doubts.harmless() == 0), NOTHING_TO_CONFIRM)
            }
            Action::NextArticle => when(self.next_article(true).is_none(), NO_OTHER_ARTICLE),
            Action::PreviousArticle => when(self.next_article(false).is_none(), NO_OTHER_ARTICLE),
            Action::Search | Action::SearchNext | Action::SearchPrevious => {
                when(self.desk.open.is_none(), NO_ARTICLE)
            }
            Action::Join => when(
                self.desk.open.as_ref().is_none_or(|open| open.cursor + 1 >= open.units.len()),
                NOTHING_TO_JOIN,
            ),
            _ => self.hinders_anywhere(action),
        }
    }

    fn hinders_in_review(&self, action: Action) -> Option<Phrase> {
        let mine = self.my_sentence();
        let when = |hindered: bool, reason| hindered.then_some(reason);
        match action {
            Action::TakeOver | Action::Reject | Action::ShowAtDesk | Action::Copy => {
                when(self.review.row().is_none(), NO_ROW)
            }
            Action::Reattach => when(self.pending_reading().is_none(), NOTHING_TO_ATTACH),
            Action::ConfirmMoves => when(self.review.counts.moved == 0, NOTHING_TO_CONFIRM),
            Action::Unsure => when(mine.is_none_or(|mine| mine.tags.is_empty()), NO_TAGS),
            Action::KeepMine | Action::TakeTheirs => {
                when(mine.is_none_or(|mine| mine.conflict.is_none()), NO_CONFLICT)
            }
            Action::KeepFilter => when(self.review.query.is_empty(), NO_FILTER),
            _ => self.hinders_anywhere(action),
        }
    }

    fn hinders_anywhere(&self, action: Action) -> Option<Phrase> {
        let when = |hindered: bool, reason| hindered.then_some(reason);
        match action {
            Action::Undo => when(!self.history.can_undo(), NOTHING_TO_UNDO),
            Action::Redo => when(!self.history.can_redo(), NOTHING_TO_REDO),
            Action::RetrySave => {
                when(!self.shelf.held.values().any(super::shelf::Held::is_unsaved), NOTHING_TO_SAVE)
            }
            _ => None,
        }
    }
}

/// Does it change, in the Review, what is said about the selected row?
pub(super) fn decides(action: Action) -> bool {
    matches!(
        action,
        Action::Toggle(_)
            | Action::SetAndGo(_)
            | Action::Note
            | Action::NoteInEditor
            | Action::Mark
            | Action::Unsure
            | Action::KeepMine
            | Action::TakeTheirs
            | Action::TakeOver
            | Action::Reject
    )
}

/// Does it change what is said about the selected sentence?
fn changes(action: Action) -> bool {
    matches!(
        action,
        Action::Toggle(_)
            | Action::SetAndGo(_)
            | Action::ReadAndGo
            | Action::Untouch
            | Action::Source
            | Action::Who
            | Action::Note
            | Action::NoteInEditor
            | Action::Mark
            | Action::Unsure
            | Action::Furniture
            | Action::Reattach
            | Action::Unplaced
            | Action::ConfirmMoves
            | Action::KeepMine
            | Action::TakeTheirs
            | Action::WordsSource
            | Action::WordsCue
            | Action::WordsToggle(_)
            | Action::Split
            | Action::Join
    )
}
