//! What every action does: one match over all of them.

use super::{Action, App, Effect, View, overlay::Question};

impl App {
    /// Does `action`, or says why it cannot be done now.
    pub(super) fn perform(&mut self, action: Action) {
        if let Err(reason) = self.available(action) {
            return self.warn(reason);
        }
        self.stays(action);
        let done = match self.view {
            View::Desk => false,
            View::Review => self.perform_in_review(action),
            View::Overview => self.perform_in_overview(action),
        };
        if done {
            return;
        }
        match action {
            Action::Down => self.step(true),
            Action::Up => self.step(false),
            Action::PageDown => self.page(true, 1),
            Action::PageUp => self.page(false, 1),
            Action::HalfDown => self.page(true, 2),
            Action::HalfUp => self.page(false, 2),
            Action::First => self.first(),
            Action::Last => self.last(),
            Action::NextArticle => self.neighbour(true),
            Action::PreviousArticle => self.neighbour(false),
            Action::Open => self.open_selected(),
            Action::Toggle(label) => self.toggle(label, None),
            Action::SetAndGo(label) => self.set_and_go(label),
            Action::ReadAndGo => self.read_and_go(),
            Action::Untouch => self.untouch(),
            Action::Source => self.ask(Question::Source),
            Action::Note => self.ask(Question::Note),
            Action::NoteInEditor => self.note_in_editor(),
            Action::Mark => self.mark(),
            Action::Unsure => self.unsure(),
            Action::Only => self.mean_next(),
            Action::Furniture => self.furniture(),
            Action::Fold => self.fold(),
            Action::Undo => self.undo(),
            Action::Redo => self.redo(),
            Action::SelectWords => self.select_words(),
            Action::WordLeft => self.move_words(false, false),
            Action::WordRight => self.move_words(true, false),
            Action::ExtendLeft => self.move_words(false, true),
            Action::ExtendRight => self.move_words(true, true),
            Action::WordFirst => self.end_of_words(false),
            Action::WordLast => self.end_of_words(true),
            Action::WordsSource => self.words_source(),
            Action::WordsCue => self.words_cue(),
            Action::WordsToggle(label) => self.words_toggle(label),
            Action::Split => self.split(),
            Action::Join => self.join(),
            Action::Search => self.ask(Question::Search),
            Action::SearchNext => self.search_next(true),
            Action::SearchPrevious => self.search_next(false),
            Action::SearchCorpus => self.ask(Question::SearchCorpus),
            Action::NextPane => self.next_pane(true),
            Action::PreviousPane => self.next_pane(false),
            Action::Desk => self.go_to_view(View::Desk),
            Action::Review => self.go_to_view(View::Review),
            Action::Overview => self.go_to_view(View::Overview),
            Action::Skip | Action::NextOpen => self.next_open_row(true),
            Action::PreviousOpen => self.next_open_row(false),
            Action::NextReading => self.next_reading(true),
            Action::PreviousReading => self.next_reading(false),
            Action::ShowAtDesk => self.show_at_desk(),
            Action::Sort => self.sort(),
            Action::Reverse => self.reverse(),
            Action::Group => self.group(),
            Action::NextBar => self.next_bar(true),
            Action::PreviousBar => self.next_bar(false),
            Action::EnterBar => self.enter_bar(),
            Action::TakeOver => self.take_over(),
            Action::Reject => self.reject(),
            Action::Filter => self.ask(Question::Filter),
            Action::Filters => self.open_filters(),
            Action::KeepFilter => self.ask(Question::FilterName),
            Action::Help => self.open_help(),
            Action::Palette => self.open_palette(),
            Action::Codebook => self.open_codebook(),
            Action::PasteArticle => self.open_paste(),
            Action::Back => self.back(),
            Action::RetrySave => self.save_all(),
            Action::KeepMine => self.keep_mine(),
            Action::TakeTheirs => self.take_theirs(),
            Action::Who => self.ask(Question::Who),
            Action::Others => self.toggle_others(),
            Action::Unplaced => self.choose_without_place(),
            Action::Reattach => self.reattach(),
            Action::ConfirmMoves => self.confirm_moves(),
            Action::Copy => self.copy(),
            Action::SwitchTheme => self.switch_theme(),
            Action::SwitchLanguage => self.switch_language(),
            Action::SwitchMouse => self.switch_mouse(),
            Action::Suspend => self.effects.push(Effect::Suspend),
            Action::Quit => self.quit(),
        }
    }
}
