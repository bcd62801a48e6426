//! Exporting from the workbench: what is asked for, what is shown of it meanwhile, and how it ends.

use tui_input::Input;

use super::{App, Effect, Overlay, ReadSoFar, overlay::Field};
use crate::{
    export::{ExportCounts, Format, Options, Rows, Sample, Voice},
    locale::{
        Lang,
        export::{self as say, SAVING_FIRST, STOPPED},
    },
    review::Filter,
    text::slug,
};

/// The folder of the workspace that exports go to where nothing else is said.
const FOLDER: &str = "exports";
/// The most characters of a file's name that is proposed, without its ending.
const LONGEST_NAME: usize = 48;

/// What is to be exported, and how.
#[derive(Debug)]
pub struct ExportForm {
    /// The field that has the keys.
    pub field: ExportField,
    /// In which format.
    pub format: Format,
    /// Which sentences, as a filter is typed.
    pub filter: Field,
    /// Whose tags.
    pub voice: Voice,
    /// What a row is, where the format is a table.
    pub rows: Rows,
    /// Where to: a path below the workspace's folder, or an absolute one.
    pub path: Input,
    /// What was proposed for it; something else is the person's own.
    pub proposed: String,
    /// What is known of what would be exported.
    pub preview: ExportPreview,
    /// What happens.
    pub doing: ExportDoing,
    /// What is wrong, said in the dialog.
    pub complaint: Option<String>,
}

/// A field of [`ExportForm`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExportField {
    /// The format.
    Format,
    /// Which sentences.
    Filter,
    /// Whose tags.
    Voice,
    /// What a row is.
    Rows,
    /// Where to.
    Path,
}

impl ExportField {
    /// All of them, from top to bottom.
    pub const ALL: [Self; 5] = [Self::Format, Self::Filter, Self::Voice, Self::Rows, Self::Path];
}

/// What happens in the dialog.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExportDoing {
    /// The person says what they want.
    Asking,
    /// They are asked whether what stands there is to be replaced.
    Replacing,
    /// What they changed last is saved first. Then it is exported, over what stands there or not.
    Saving {
        /// Is what stands there to be replaced?
        replace: bool,
    },
    /// It is exported.
    Writing {
        /// Articles that were written.
        articles: usize,
        /// All of them, once that is known.
        of: usize,
    },
    /// They do not want it any more.
    Stopping,
}

/// What is known of what would be exported.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ExportPreview {
    /// What it begins with; `None` until that is known.
    pub sample: Option<Sample>,
    /// What was counted so far.
    pub counts: ExportCounts,
    /// How far the workspace was read.
    pub so_far: ReadSoFar,
}

/// How an export ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExportEnd {
    /// It was written.
    Written {
        /// What is in it.
        counts: ExportCounts,
        /// Files that could not be read.
        unreadable: usize,
    },
    /// Something stands there, and nobody said that it is to be replaced.
    Exists,
    /// It was stopped, and nothing was written.
    Stopped,
    /// It failed: path and cause. Nothing was written.
    Failed(String),
}

impl ExportForm {
    /// Is there a choice in that field? Rows are one of tables.
    pub fn has(&self, field: ExportField) -> bool {
        field != ExportField::Rows || self.format.is_table()
    }

    /// Gives the keys to the next field, or to the one before.
    pub(super) fn step(&mut self, forward: bool) {
        let all = ExportField::ALL;
        let at = all.iter().position(|field| *field == self.field).unwrap_or(0);
        let by = if forward { 1 } else { all.len() - 1 };
        let mut others = (1..all.len()).map(|n| all[(at + n * by) % all.len()]);
        self.field = others.find(|field| self.has(*field)).unwrap_or(self.field);
    }

    /// The filter as it is typed.
    pub(super) fn query(&self) -> Filter {
        Filter::parse(self.filter.input.value())
    }

    /// Exports in that format from now on, to a path that goes with it; of one that the person has typed, only the
    /// ending is changed, and only where it went with the former format.
    pub(super) fn set_format(&mut self, format: Format, workspace: &str) {
        let former = std::mem::replace(&mut self.format, format);
        if self.path.value() == self.proposed {
            self.proposed = proposed(workspace, format);
            self.path = Input::new(self.proposed.clone());
        } else if let Some(path) = renamed(self.path.value().trim(), former, format) {
            self.path = Input::new(path);
        }
    }

    /// Takes the format that the typed path asks for, unless names of the chosen one end so too.
    pub(super) fn follow_path(&mut self) {
        let (_, extension) = parted(self.path.value().trim());
        if !self.format.ends_with(extension) {
            self.format = Format::ending_with(extension).unwrap_or(self.format);
        }
    }
}

/// Where an export of the workspace goes where nothing else is said.
pub(super) fn proposed(workspace: &str, format: Format) -> String {
    let name = slug(workspace.rsplit('/').next().unwrap_or_default(), LONGEST_NAME);
    let name = if name.is_empty() { FOLDER } else { &name };
    let (id, extension) = (format.id(), format.extension());
    let first = Format::ALL.into_iter().find(|other| other.extension() == extension);
    match extension {
        Some(extension) if first == Some(format) => format!("{FOLDER}/{name}.{extension}"),
        Some(extension) => format!("{FOLDER}/{name}-{id}.{extension}"),
        None => format!("{FOLDER}/{name}-{id}"),
    }
}

/// A path, and the ending of its name without the dot; empty where it has none.
fn parted(path: &str) -> (&str, &str) {
    match path.rsplit_once('.') {
        Some((rest, ending)) if !ending.contains('/') && !rest.is_empty() && !rest.ends_with('/') => {
            (rest, ending)
        }
        _ => (path, ""),
    }
}

/// A `path` that went with the format `former`, as it goes with `format`; `None` where it did not.
fn renamed(path: &str, former: Format, format: Format) -> Option<String> {
    let (rest, ending) = parted(path);
    let is_folder = ending.is_empty() && former.extension().is_none();
    let went_along = (is_folder || former.ends_with(ending)) && !format.ends_with(ending);
    if rest.is_empty() || rest.ends_with('/') || !went_along {
        return None;
    }
    Some(format.extension().map_or(rest.to_owned(), |extension| format!("{rest}.{extension}")))
}

impl App {
    /// What the form asks for.
    pub(super) fn export_options(&self, form: &ExportForm) -> Options {
        Options {
            format: form.format,
            rows: if form.format.is_table() { form.rows } else { Rows::default() },
            voice: form.voice.clone(),
            filter: form.query(),
            excel: false,
            raw: false,
            lang: self.lang,
            labels: self.labels.clone(),
            people: self.people.clone(),
            context: self.context(),
        }
    }

    /// Finds out what would be exported. What is known of something else is shown until then, but for numbers.
    pub(super) fn preview_export(&mut self, form: &mut ExportForm) {
        self.exports += 1;
        form.preview = ExportPreview { sample: form.preview.sample.take(), ..ExportPreview::default() };
        let options = Box::new(self.export_options(form));
        self.effects.push(Effect::PreviewExport { generation: self.exports, options });
    }

    /// Exports what the form asks for, as soon as everything is saved.
    pub(super) fn write_export(&mut self, form: &mut ExportForm, replace: bool) {
        form.complaint = None;
        if !self.unsaved().is_empty() {
            self.save_all();
            form.doing = ExportDoing::Saving { replace };
            return;
        }
        self.exports += 1;
        form.doing = ExportDoing::Writing { articles: 0, of: 0 };
        self.effects.push(Effect::Export {
            generation: self.exports,
            options: Box::new(self.export_options(form)),
            path: form.path.value().trim().to_owned(),
            replace,
        });
    }

    /// A save was answered: what waits for it goes on, and what is shown of the export is looked at again.
    pub(super) fn export_after_saving(&mut self) {
        if self.shelf.held.values().any(|held| held.sending.is_some()) {
            return;
        }
        let Some(mut form) = self.take_export() else { return };
        match form.doing {
            ExportDoing::Saving { replace } if self.unsaved().is_empty() => {
                self.write_export(&mut form, replace);
            }
            ExportDoing::Saving { .. } => {
                form.doing = ExportDoing::Asking;
                form.complaint = self.shelf.failures().next().map(str::to_owned);
            }
            ExportDoing::Asking | ExportDoing::Replacing => self.preview_export(&mut form),
            ExportDoing::Writing { .. } | ExportDoing::Stopping => {}
        }
        self.overlays.push(Overlay::Export(form));
    }

    /// Takes the dialog off the stack, where it is the topmost layer.
    pub(super) fn take_export(&mut self) -> Option<Box<ExportForm>> {
        match self.overlays.pop_if(|top| matches!(top, Overlay::Export(_))) {
            Some(Overlay::Export(form)) => Some(form),
            _ => None,
        }
    }

    /// The dialog, where an answer with that number is for it.
    fn export_form(&mut self, generation: u64) -> Option<&mut ExportForm> {
        match self.overlays.last_mut() {
            Some(Overlay::Export(form)) if generation == self.exports => Some(form),
            _ => None,
        }
    }

    /// More is known of what would be exported.
    pub(super) fn export_previewed(&mut self, generation: u64, preview: ExportPreview) {
        if let Some(form) = self.export_form(generation) {
            form.preview = preview;
        }
    }

    /// The export goes on.
    pub(super) fn export_goes_on(&mut self, generation: u64, articles: usize, of: usize) {
        if let Some(form) = self.export_form(generation)
            && let ExportDoing::Writing { .. } = form.doing
        {
            form.doing = ExportDoing::Writing { articles, of };
        }
    }

    /// The export ended: the dialog closes where it was written, and else says why it was not.
    pub(super) fn export_ended(&mut self, generation: u64, end: ExportEnd) {
        let lang = self.lang;
        let Some(form) = self.export_form(generation) else { return };
        form.doing = ExportDoing::Asking;
        match end {
            ExportEnd::Written { counts, unreadable } => {
                let written = say::exported(lang, form.path.value().trim(), &counts.text(lang));
                let left_out = (counts.left_out > 0).then(|| say::left_out(lang, counts.left_out));
                let unreadable = (unreadable > 0).then(|| say::unreadable(lang, unreadable));
                let missing: Vec<String> = left_out.into_iter().chain(unreadable).collect();
                self.exported = self.take_export();
                if missing.is_empty() {
                    self.say(written);
                } else {
                    self.warn(format!("{} · {written}", missing.join(" · ")));
                }
            }
            ExportEnd::Exists => form.doing = ExportDoing::Replacing,
            ExportEnd::Stopped => self.say(STOPPED.text(lang)),
            ExportEnd::Failed(why) => form.complaint = Some(why),
        }
    }
}

impl ExportDoing {
    /// What is said about it, if something happens.
    pub fn text(self, lang: Lang, path: &str) -> Option<String> {
        match self {
            Self::Asking => None,
            Self::Replacing => Some(say::is_there(lang, path)),
            Self::Saving { .. } => Some(SAVING_FIRST.text(lang).to_owned()),
            Self::Writing { articles, of } => Some(say::writing(lang, articles, of)),
            Self::Stopping => Some(say::STOPPING.text(lang).to_owned()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_formats_are_exported_to_the_same_path_and_names_are_plain() {
        let mut paths: Vec<String> =
            Format::ALL.iter().map(|format| proposed("/home/Änne B/Große Lage", *format)).collect();
        assert!(paths.contains(&"exports/grosse-lage.xlsx".to_owned()), "{paths:?}");
        assert!(paths.contains(&"exports/grosse-lage-brat".to_owned()), "{paths:?}");
        paths.sort();
        paths.dedup();
        assert_eq!(paths.len(), Format::ALL.len());
        assert_eq!(proposed("/", Format::Csv), "exports/exports.csv");
    }

    #[test]
    fn a_path_that_was_typed_keeps_all_but_the_ending_of_another_format() {
        for (path, former, format, becomes) in [
            ("~/a.b/claims.csv", Format::Csv, Format::Xlsx, Some("~/a.b/claims.xlsx")),
            ("a.b/claims.csv", Format::Csv, Format::Brat, Some("a.b/claims")),
            ("a.b/claims", Format::Brat, Format::Doccano, Some("a.b/claims.jsonl")),
            ("a.b/claims", Format::Csv, Format::Xlsx, None),
            ("claims.zip", Format::Brat, Format::Uima, None),
            ("claims.zip", Format::Brat, Format::Csv, Some("claims.csv")),
            ("out/.csv", Format::Csv, Format::Xlsx, None),
            ("out/", Format::Brat, Format::Csv, None),
            ("", Format::Brat, Format::Csv, None),
        ] {
            assert_eq!(renamed(path, former, format).as_deref(), becomes, "{path}");
        }
    }
}
