//! What a key, a paste or the wheel does to the topmost layer.

use tui_input::{Input, InputRequest};

use super::{KeptOffer, Overlay};
use crate::app::{App, Effect, Key};

impl App {
    /// Gives a key to the topmost layer, which was taken off the stack; it goes back there unless it closes.
    pub(in crate::app) fn overlay_key(&mut self, overlay: Overlay, key: Key) {
        let key = if key == Key::Ctrl('c') { Key::Esc } else { key };
        match overlay {
            Overlay::Field(field) => self.field_key(field, key),
            Overlay::Paste(paste) => self.paste_key(paste, key),
            Overlay::Export(form) => self.export_key(form, key),
            Overlay::Pages(mut pages) => {
                if !matches!(key, Key::Esc | Key::Char('q')) {
                    let height = usize::from(self.size.height).saturating_sub(4);
                    pages.key(key, height);
                    self.overlays.push(Overlay::Pages(pages));
                }
            }
            Overlay::Kept(offer) => {
                let height = usize::from(self.size.height).saturating_sub(4);
                self.kept_key(offer, key, height);
            }
            Overlay::Help(mut picker) => match picker.key(key) {
                _ if key == Key::Esc => {}
                Some(choice) => self.choose(choice),
                None => self.overlays.push(Overlay::Help(picker)),
            },
            Overlay::Palette(mut picker) => match picker.key(key) {
                _ if key == Key::Esc => {}
                Some(choice) => self.choose(choice),
                None => self.overlays.push(Overlay::Palette(picker)),
            },
            Overlay::Unplaced(mut picker) => match picker.key(key) {
                _ if key == Key::Esc => {}
                Some(choice) => self.choose(choice),
                None => self.overlays.push(Overlay::Unplaced(picker)),
            },
            Overlay::Filters(mut picker) => match picker.key(key) {
                _ if key == Key::Esc => {}
                Some(choice) => self.choose(choice),
                None => self.overlays.push(Overlay::Filters(picker)),
            },
            Overlay::Results(mut picker) => match picker.key(key) {
                _ if key == Key::Esc => self.effects.push(Effect::CancelSearch),
                Some(choice) => self.choose(choice),
                None => self.overlays.push(Overlay::Results(picker)),
            },
        }
    }

    /// Text from the clipboard: goes into what is being typed, else nowhere.
    pub(in crate::app) fn pasted(&mut self, text: &str) {
        match self.overlays.last_mut() {
            Some(
                Overlay::Help(picker)
                | Overlay::Palette(picker)
                | Overlay::Results(picker)
                | Overlay::Filters(picker)
                | Overlay::Unplaced(picker),
            ) => {
                insert(&mut picker.filter, text);
                picker.refresh();
            }
            Some(Overlay::Paste(paste)) => paste.pasted(text),
            Some(Overlay::Field(_)) => {
                if let Some(Overlay::Field(mut field)) = self.overlays.pop() {
                    insert(&mut field.input, text);
                    self.refresh_field(&mut field);
                    self.follow_typing(&field);
                    self.overlays.push(Overlay::Field(field));
                }
            }
            Some(Overlay::Export(_)) => self.pasted_into_export(text),
            Some(Overlay::Pages(_) | Overlay::Kept(_)) | None => {}
        }
    }
}

impl Overlay {
    /// Scrolls by rows, or moves what is selected.
    pub(in crate::app) fn scroll(&mut self, rows: isize) {
        match self {
            Self::Help(picker)
            | Self::Palette(picker)
            | Self::Results(picker)
            | Self::Filters(picker)
            | Self::Unplaced(picker) => {
                picker.step(rows);
            }
            Self::Pages(pages) | Self::Kept(KeptOffer { pages, .. }) => pages.scroll(rows),
            Self::Field(_) | Self::Paste(_) | Self::Export(_) => {}
        }
    }

    /// Selects a row; `true` where a click on it means Enter.
    pub(in crate::app) fn select(&mut self, row: usize) -> bool {
        match self {
            Self::Help(picker)
            | Self::Palette(picker)
            | Self::Results(picker)
            | Self::Filters(picker)
            | Self::Unplaced(picker)
                if row < picker.rows.len() =>
            {
                picker.cursor = row;
                true
            }
            Self::Field(field) => {
                field.choose(row);
                false
            }
            _ => false,
        }
    }
}

/// What a key means in a line of text, if something.
pub(super) fn request(key: Key) -> Option<InputRequest> {
    Some(match key {
        Key::Char(c) => InputRequest::InsertChar(c),
        Key::Backspace | Key::Ctrl('h') => InputRequest::DeletePrevChar,
        Key::Delete => InputRequest::DeleteNextChar,
        Key::Left => InputRequest::GoToPrevChar,
        Key::Right => InputRequest::GoToNextChar,
        Key::Home | Key::Ctrl('a') => InputRequest::GoToStart,
        Key::End | Key::Ctrl('e') => InputRequest::GoToEnd,
        Key::Ctrl('w') => InputRequest::DeletePrevWord,
        Key::Ctrl('u') => InputRequest::DeleteFromStart,
        Key::Ctrl('k') => InputRequest::DeleteTillEnd,
        Key::Ctrl('y') => InputRequest::Yank,
        _ => return None,
    })
}

/// Puts text into a line at the cursor: line breaks and tabs become blanks, other control characters go.
pub(super) fn insert(input: &mut Input, text: &str) {
    let line = text.trim_end_matches(['\r', '\n']).replace("\r\n", "\n");
    let line: String = line
        .chars()
        .map(|c| if matches!(c, '\n' | '\r' | '\t') { ' ' } else { c })
        .filter(|c| !c.is_control())
        .collect();
    let (value, cursor) = (input.value(), input.cursor());
    let cut = value.char_indices().nth(cursor).map_or(value.len(), |(byte, _)| byte);
    let whole = format!("{}{line}{}", &value[..cut], &value[cut..]);
    *input = Input::new(whole).with_cursor(cursor + line.chars().count());
}
