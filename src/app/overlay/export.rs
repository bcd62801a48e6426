//! The export dialog: its fields, and what keys do in them.

use tui_input::Input;

use super::{
    Field, Overlay, Question,
    keys::{insert, request},
};
use crate::{
    app::{
        App, Effect, Key, View,
        exporting::{ExportDoing, ExportField, ExportForm, ExportPreview, proposed},
    },
    export::{Consensus, Format, Rows, Voice},
    locale::export::NO_PATH,
    review::filter::{Key as FilterKey, written},
    text::ArticleId,
};

impl App {
    /// Opens it as it was left; from the Review with what is shown there.
    pub(in crate::app) fn open_export(&mut self) {
        self.save_all();
        let mut form = self.exported.take().unwrap_or_else(|| Box::new(self.new_export()));
        (form.field, form.complaint) = (ExportField::Format, None);
        if self.view == View::Review {
            form.filter.input = Input::new(self.review.query.clone());
            form.voice = Voice::asked(&form.query()).unwrap_or(form.voice);
        }
        self.refresh_field(&mut form.filter);
        self.offer_filters(&mut form);
        self.preview_export(&mut form);
        self.overlays.push(Overlay::Export(form));
    }

    fn new_export(&self) -> ExportForm {
        let format = Format::Xlsx;
        let proposed = proposed(&self.workspace, format);
        ExportForm {
            field: ExportField::Format,
            format,
            filter: Field::of(Question::Filter, String::new()),
            voice: self.annotator.clone().map_or(Voice::Consensus(Consensus::Desk), Voice::DeskOr),
            rows: Rows::default(),
            path: Input::new(proposed.clone()),
            proposed,
            preview: ExportPreview::default(),
            doing: ExportDoing::Asking,
            complaint: None,
        }
    }

    pub(super) fn export_key(&mut self, mut form: Box<ExportForm>, key: Key) {
        match form.doing {
            ExportDoing::Asking if key == Key::Esc => {
                self.effects.push(Effect::StopExport);
                self.exported = Some(form);
                return;
            }
            ExportDoing::Asking => self.ask_export(&mut form, key),
            ExportDoing::Replacing if key == Key::Enter => self.write_export(&mut form, true),
            ExportDoing::Replacing => {
                form.doing = ExportDoing::Asking;
                if key != Key::Esc {
                    self.ask_export(&mut form, key);
                }
            }
            ExportDoing::Saving { .. } if key == Key::Esc => form.doing = ExportDoing::Asking,
            ExportDoing::Writing { .. } if key == Key::Esc => {
                form.doing = ExportDoing::Stopping;
                self.effects.push(Effect::StopExport);
            }
            ExportDoing::Saving { .. } | ExportDoing::Writing { .. } | ExportDoing::Stopping => {}
        }
        self.overlays.push(Overlay::Export(form));
    }

    fn ask_export(&mut self, form: &mut ExportForm, key: Key) {
        let before = self.export_options(form);
        form.complaint = None;
        match (form.field, key) {
            (_, Key::Enter) => return self.begin_export(form),
            (_, Key::Tab | Key::Down) => form.step(true),
            (_, Key::BackTab | Key::Up) => form.step(false),
            (ExportField::Filter, _) => self.type_filter(form, key),
            (ExportField::Path, _) => {
                if let Some(request) = request(key) {
                    form.path.handle(request);
                    form.follow_path();
                }
            }
            (_, Key::Right | Key::Char(' ')) => self.choose_in_export(form, true),
            (_, Key::Left) => self.choose_in_export(form, false),
            (ExportField::Format, Key::Char(letter)) => {
                let begins = |format: &Format| format.id().starts_with(letter);
                let from = Format::ALL.iter().position(|format| *format == form.format).unwrap_or(0);
                let mut others = Format::ALL.into_iter().cycle().skip(from + 1).take(Format::ALL.len());
                if let Some(format) = others.find(begins) {
                    form.set_format(format, &self.workspace);
                }
            }
            _ => {}
        }
        if self.export_options(form) != before {
            self.preview_export(form);
        }
    }

    fn type_filter(&self, form: &mut ExportForm, key: Key) {
        let input = &form.filter.input;
        let at_end = input.cursor() == input.value().chars().count();
        match key {
            Key::Right if at_end => form.filter.next_completion(true),
            Key::Ctrl('n') => form.filter.next_completion(true),
            Key::Ctrl('p') => form.filter.next_completion(false),
            _ => {
                let changed = request(key).and_then(|request| form.filter.input.handle(request));
                if changed.is_some_and(|changed| changed.value) {
                    self.refresh_field(&mut form.filter);
                    self.offer_filters(form);
                }
            }
        }
    }

    /// Before anything is typed, filters are offered that are wanted often: those that the workspace keeps, the
    /// labels, and the open article and its story.
    fn offer_filters(&self, form: &mut ExportForm) {
        if !form.filter.input.value().is_empty() {
            return;
        }
        let condition = |key: FilterKey, value: &str, exact: bool| {
            let query = written(key, &[value], exact);
            let value = query.split_once(':').map_or("", |(_, value)| value);
            format!("{}:{value}", key.name().text(self.lang))
        };
        let kept = self.review.filters.iter().map(|(_, query)| query.clone());
        let labels = self.labels.iter().map(|own| condition(FilterKey::Label, own.label.as_str(), false));
        let open = self.desk.open.as_ref().map(|open| &open.article.id);
        let article = open.map(|id| condition(FilterKey::Article, id.as_str(), true));
        let story = open.map(ArticleId::story).filter(|story| !story.is_empty());
        let story = story.map(|story| condition(FilterKey::Story, story, false));
        form.filter.completions = kept.chain(labels).chain(article).chain(story).collect();
    }

    fn choose_in_export(&self, form: &mut ExportForm, forward: bool) {
        match form.field {
            ExportField::Format => {
                if let Some(format) = next(&Format::ALL, &form.format, forward) {
                    form.set_format(format, &self.workspace);
                }
            }
            ExportField::Voice => {
                let voices = self.voices(form);
                form.voice = next(&voices, &form.voice, forward).unwrap_or_else(|| form.voice.clone());
            }
            ExportField::Rows => {
                form.rows = match form.rows {
                    Rows::Sentence => Rows::Tag,
                    Rows::Tag => Rows::Sentence,
                };
            }
            ExportField::Filter | ExportField::Path => {}
        }
    }

    /// Whose tags can be exported: also those of whom the filter asks for.
    fn voices(&self, form: &ExportForm) -> Vec<Voice> {
        let me = self.annotator.as_ref();
        let or_mine = me.filter(|me| !me.is_desk()).cloned().map(Voice::DeskOr);
        let mine = me.map(|me| Voice::Of(vec![me.clone()]));
        let asked = Voice::asked(&form.query()).filter(|voice| Some(voice) != mine.as_ref());
        let consensus = [Consensus::Desk, Consensus::Majority, Consensus::Any].map(Voice::Consensus);
        let [desk, majority, any] = consensus;
        let all = [or_mine, mine, asked, Some(desk), Some(Voice::All), Some(majority), Some(any)];
        all.into_iter().flatten().collect()
    }

    fn begin_export(&mut self, form: &mut ExportForm) {
        let query = form.query();
        if let Some(problem) = query.problems().first() {
            form.field = ExportField::Filter;
            form.complaint = Some(problem.text(self.lang).to_owned());
        } else if form.path.value().trim().is_empty() {
            form.field = ExportField::Path;
            form.complaint = Some(NO_PATH.text(self.lang).to_owned());
        } else {
            self.write_export(form, false);
        }
    }

    /// A click on a field gives it the keys; where it has them, a click goes to its next choice.
    pub(in crate::app) fn export_clicked(&mut self, field: ExportField, format: Option<Format>) {
        let Some(mut form) = self.take_export() else { return };
        if form.doing == ExportDoing::Asking && form.has(field) {
            let before = self.export_options(&form);
            if let Some(format) = format {
                form.set_format(format, &self.workspace);
            } else if form.field == field {
                self.choose_in_export(&mut form, true);
            }
            form.field = field;
            if self.export_options(&form) != before {
                self.preview_export(&mut form);
            }
        }
        self.overlays.push(Overlay::Export(form));
    }

    /// Text from the clipboard goes into the field that has the keys, where text can be typed.
    pub(super) fn pasted_into_export(&mut self, text: &str) {
        let Some(mut form) = self.take_export() else { return };
        match form.field {
            _ if form.doing != ExportDoing::Asking => {}
            ExportField::Filter => {
                insert(&mut form.filter.input, text);
                self.refresh_field(&mut form.filter);
                self.preview_export(&mut form);
            }
            ExportField::Path => {
                insert(&mut form.path, text);
                form.follow_path();
                self.preview_export(&mut form);
            }
            ExportField::Format | ExportField::Voice | ExportField::Rows => {}
        }
        self.overlays.push(Overlay::Export(form));
    }
}

/// The one behind `current` in `all`, or the one before; behind the last comes the first.
fn next<T: Clone + PartialEq>(all: &[T], current: &T, forward: bool) -> Option<T> {
    let by = if forward { 1 } else { all.len().checked_sub(1)? };
    let at = all.iter().position(|one| one == current);
    all.get(at.map_or(0, |at| (at + by) % all.len())).cloned()
}
