//! One line of text that is asked for: opened with what stands there, completed, checked, taken over.

use tui_input::Input;

use super::{Field, Overlay, Question, keys::request, source};
use crate::{
    annotation::{Annotator, Edit},
    app::{App, Draft, Effect, Key, settings::Switched},
    locale::{
        phrases::{NAME_YOURSELF, NOTHING_TYPED},
        say,
    },
    text::search::Needle,
};

impl App {
    /// Asks for a line of text. What was typed there before and left with Esc stands there again.
    pub(in crate::app) fn ask(&mut self, question: Question) {
        let start = self.said(question);
        let text = self.drafts.get(&self.draft(question)).unwrap_or(&start).clone();
        let offered = self.offered.as_ref().filter(|_| question == Question::Annotator);
        let offered = offered.map(ToString::to_string).unwrap_or_default();
        let mut field = Field { input: Input::new(text), offered, ..Field::of(question, start) };
        self.refresh_field(&mut field);
        self.overlays.push(Overlay::Field(field));
    }

    /// What stands there now.
    fn said(&self, question: Question) -> String {
        let sentence = self.selected_sentence();
        let tag = || self.meant();
        match question {
            Question::Source => tag().map(|tag| source::chain(&tag.source)).unwrap_or_default(),
            Question::Who => tag().and_then(|tag| tag.who.clone()).unwrap_or_default(),
            Question::Note => sentence.and_then(|sentence| sentence.note.clone()).unwrap_or_default(),
            Question::Filter => self.review.query.clone(),
            Question::Annotator | Question::Search | Question::SearchCorpus | Question::FilterName => {
                String::new()
            }
        }
    }

    fn draft(&self, question: Question) -> Draft {
        let about_sentence = matches!(question, Question::Source | Question::Who | Question::Note);
        match self.selected_place().filter(|_| about_sentence) {
            Some((article, span)) => Draft::At(question, article, span.start),
            None => Draft::Anywhere(question),
        }
    }

    pub(super) fn field_key(&mut self, mut field: Field, key: Key) {
        match key {
            Key::Esc => {
                if field.question == Question::Filter {
                    return self.set_query(&field.start);
                }
                let draft = self.draft(field.question);
                if field.input.value() == field.start {
                    self.drafts.remove(&draft);
                } else {
                    self.drafts.insert(draft, field.input.value().to_owned());
                }
                return;
            }
            Key::Enter => {
                let typed = field.input.value().trim();
                let text = if typed.is_empty() { &field.offered } else { typed }.to_owned();
                let draft = self.draft(field.question);
                match self.answer(field.question, &text) {
                    Ok(()) => {
                        self.drafts.remove(&draft);
                        return;
                    }
                    Err(complaint) => {
                        let slug =
                            Annotator::slug_of(&text).filter(|_| field.question == Question::Annotator);
                        if let Some(slug) = slug {
                            field.input = Input::new(slug.to_string());
                        }
                        field.complaint = Some(complaint);
                    }
                }
            }
            Key::Tab | Key::Down | Key::Ctrl('n') => field.next_completion(true),
            Key::BackTab | Key::Up | Key::Ctrl('p') => field.next_completion(false),
            _ => {
                let changed = request(key).and_then(|request| field.input.handle(request));
                if changed.is_some_and(|changed| changed.value) {
                    self.refresh_field(&mut field);
                }
            }
        }
        self.follow_typing(&field);
        self.overlays.push(Overlay::Field(field));
    }

    /// A filter holds while it is typed.
    pub(in crate::app) fn follow_typing(&mut self, field: &Field) {
        if field.question == Question::Filter {
            self.set_query(field.input.value());
        }
    }

    /// What was typed could become these.
    pub(super) fn refresh_field(&self, field: &mut Field) {
        field.typed = field.input.value().to_owned();
        field.chosen = None;
        field.complaint = None;
        field.completions = match field.question {
            Question::Source | Question::Who => self.completions(&field.typed),
            Question::Filter => self.query_completions(&field.typed),
            Question::FilterName => self.review.filters.iter().map(|(name, _)| name.clone()).collect(),
            _ => Vec::new(),
        };
    }

    /// Takes an answer over, or says what is wrong with it.
    fn answer(&mut self, question: Question, text: &str) -> Result<(), String> {
        let typed =
            |text: &str| if text.is_empty() { Err(NOTHING_TYPED.text(self.lang).to_owned()) } else { Ok(()) };
        match question {
            Question::Annotator => {
                let Some(annotator) = Annotator::new(text) else {
                    let slug = Annotator::slug_of(text);
                    return Err(match slug {
                        Some(slug) => say::no_slug(self.lang, slug.as_str()),
                        None => NAME_YOURSELF.text(self.lang).to_owned(),
                    });
                };
                self.effects.push(Effect::KeepSetting(Switched::Annotator(annotator.clone())));
                self.annotator = Some(annotator);
                self.begin();
            }
            Question::Source => self.set_source(text),
            Question::Who => {
                self.edit(|document, target| Edit::set_who(document, target, Some(text)));
            }
            Question::Note => {
                self.edit(|document, target| Edit::set_note(document, target, Some(text)));
            }
            Question::Search => {
                typed(text)?;
                self.search(text);
            }
            Question::Filter => self.take_query(text)?,
            Question::FilterName => self.keep_filter(text)?,
            Question::SearchCorpus => {
                typed(if Needle::new(text).is_empty() { "" } else { text })?;
                self.search_corpus(text);
            }
        }
        Ok(())
    }
}

impl Field {
    /// One that asks `question`, with what stands there now.
    pub(super) fn of(question: Question, start: String) -> Self {
        Self {
            question,
            input: Input::new(start.clone()),
            completions: Vec::new(),
            chosen: None,
            typed: String::new(),
            start,
            offered: String::new(),
            complaint: None,
        }
    }

    /// Puts the next completion (or the one before) in the place of what was typed; behind the last one, what was
    /// typed stands there again.
    pub(super) fn next_completion(&mut self, forward: bool) {
        let last = self.completions.len().checked_sub(1);
        self.chosen = match (self.chosen, forward) {
            (None, true) => last.map(|_| 0),
            (None, false) => last,
            (Some(chosen), true) => Some(chosen + 1).filter(|next| Some(*next) <= last),
            (Some(chosen), false) => chosen.checked_sub(1),
        };
        self.show_chosen();
    }

    /// Puts that completion in the place of what was typed.
    pub(super) fn choose(&mut self, row: usize) {
        if row < self.completions.len() {
            self.chosen = Some(row);
            self.show_chosen();
        }
    }

    fn show_chosen(&mut self) {
        let chosen = self.chosen.and_then(|chosen| self.completions.get(chosen));
        let text = match (chosen, self.question) {
            (None, _) => self.typed.clone(),
            (Some(chosen), Question::Source | Question::Who) => source::completed(&self.typed, chosen),
            (Some(chosen), _) => chosen.clone(),
        };
        self.input = Input::new(text);
        self.complaint = None;
    }
}
