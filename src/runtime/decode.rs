//! What a terminal sends, byte by byte, to keys, clicks and pastes.
//!
//! Written after xterm's control sequences (ctlseqs) and the kitty keyboard protocol. Unlike crossterm's reader it
//! never blocks inside a sequence that is cut short and cannot spin on a terminal that is gone, because it does not
//! read: [`super::input`] does. Sequences nobody asked for, such as late answers to another program's questions, are
//! swallowed whole.

use memchr::memmem;

use crate::app::Key;

/// The most a paste may hold, in bytes; the rest is dropped.
const PASTE_LIMIT: usize = 64 << 20;
/// The longest control sequence that is waited for, in bytes.
const SEQUENCE_LIMIT: usize = 256;
const PASTE_END: &[u8] = b"\x1b[201~";
const ESC: u8 = 0x1b;

/// One thing the terminal reports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Input {
    /// A key was pressed (or repeats).
    Key(Key),
    /// Text was pasted; line ends are `\n`.
    Paste(String),
    /// The left button went down on this cell.
    Click {
        /// From the left, 0 first.
        column: u16,
        /// From the top, 0 first.
        row: u16,
    },
    /// The wheel was turned by one notch over this cell.
    Wheel {
        /// From the left, 0 first.
        column: u16,
        /// From the top, 0 first.
        row: u16,
        /// Towards the person?
        down: bool,
    },
    /// The terminal's window got (`true`) or lost the focus.
    Focus(bool),
}

/// Keeps what of a sequence has come so far.
#[derive(Debug, Default)]
pub(super) struct Decoder {
    pending: Vec<u8>,
    paste: Option<Vec<u8>>,
}

/// What the beginning of the pending bytes is.
enum Step {
    /// Not whole yet.
    More,
    /// So many bytes are this.
    Take(usize, Option<Input>),
    /// So many bytes, and a paste begins.
    Paste(usize),
}

impl Decoder {
    /// Is something half read, so that silence has to be waited for?
    pub(super) fn is_waiting(&self) -> bool {
        self.paste.is_none() && !self.pending.is_empty()
    }

    /// Takes bytes as they came and adds what they mean to `out`.
    pub(super) fn feed(&mut self, bytes: &[u8], out: &mut Vec<Input>) {
        self.pending.extend_from_slice(bytes);
        let mut done = 0;
        while done < self.pending.len() {
            if let Some(paste) = &mut self.paste {
                let rest = &self.pending[done..];
                let Some(end) = memmem::find(rest, PASTE_END) else {
                    // The end mark may be cut in two, so its length stays.
                    let whole = rest.len().saturating_sub(PASTE_END.len() - 1);
                    append(paste, &rest[..whole]);
                    done += whole;
                    break;
                };
                append(paste, &rest[..end]);
                done += end + PASTE_END.len();
                out.extend(self.paste.take().map(|paste| Input::Paste(text_of(&paste))));
                continue;
            }
            match step(&self.pending[done..]) {
                Step::More => break,
                Step::Take(taken, input) => {
                    done += taken;
                    out.extend(input);
                }
                Step::Paste(taken) => {
                    done += taken;
                    self.paste = Some(Vec::new());
                }
            }
        }
        self.pending.drain(..done);
    }

    /// Nothing more came for a while: a lone Esc was the key, and half a sequence is dropped.
    pub(super) fn settle(&mut self, out: &mut Vec<Input>) {
        if !self.is_waiting() {
            return;
        }
        let pending = std::mem::take(&mut self.pending);
        if pending[0] == ESC && pending.len() <= 2 {
            out.push(Input::Key(Key::Esc));
            out.extend(pending.get(1).map(|&byte| Input::Key(Key::Char(char::from(byte)))));
        }
    }
}

fn append(paste: &mut Vec<u8>, bytes: &[u8]) {
    let room = PASTE_LIMIT.saturating_sub(paste.len());
    paste.extend_from_slice(&bytes[..bytes.len().min(room)]);
}

fn text_of(paste: &[u8]) -> String {
    String::from_utf8_lossy(paste).replace("\r\n", "\n").replace('\r', "\n")
}

fn step(bytes: &[u8]) -> Step {
    match bytes[0] {
        ESC => escape(bytes),
        b'\r' => key(1, Key::Enter),
        b'\t' => key(1, Key::Tab),
        0x08 | 0x7f => key(1, Key::Backspace),
        letter @ 0x01..=0x1a => key(1, Key::Ctrl(char::from(letter - 1 + b'a'))),
        0x00..=0x1f => Step::Take(1, None),
        0x20..=0x7e => key(1, Key::Char(char::from(bytes[0]))),
        _ => character(bytes),
    }
}

fn key(taken: usize, key: Key) -> Step {
    Step::Take(taken, Some(Input::Key(key)))
}

/// A character of several bytes; a byte that begins none is dropped.
fn character(bytes: &[u8]) -> Step {
    let length = match bytes[0] {
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xf4 => 4,
        _ => return Step::Take(1, None),
    };
    let have = &bytes[..length.min(bytes.len())];
    match std::str::from_utf8(have) {
        // A C1 control is no key.
        Ok(text) => {
            Step::Take(length, text.chars().find(|c| !c.is_control()).map(|c| Input::Key(Key::Char(c))))
        }
        Err(error) if error.error_len().is_none() => Step::More,
        Err(_) => Step::Take(1, None),
    }
}

/// Esc, a sequence that begins with it, or Alt and a key, which counts as Esc and the key.
fn escape(bytes: &[u8]) -> Step {
    match bytes.get(1) {
        None => Step::More,
        Some(b'[') => control_sequence(bytes),
        Some(b'O') => match bytes.get(2) {
            None => Step::More,
            Some(&last) => Step::Take(3, named(last).map(Input::Key)),
        },
        Some(b']' | b'P' | b'_' | b'^') => string(bytes),
        Some(_) => key(1, Key::Esc),
    }
}

/// A string the terminal sends (an answer to somebody's question): nothing for us.
fn string(bytes: &[u8]) -> Step {
    let bell = memchr::memchr(0x07, bytes).map(|at| at + 1);
    let terminator = memmem::find(bytes, b"\x1b\\").map(|at| at + 2);
    match bell.into_iter().chain(terminator).min() {
        Some(end) => Step::Take(end, None),
        None if bytes.len() > SEQUENCE_LIMIT => Step::Take(bytes.len(), None),
        None => Step::More,
    }
}

fn control_sequence(bytes: &[u8]) -> Step {
    // The Linux console has a form of its own for F1 to F5.
    if bytes.get(2) == Some(&b'[') {
        return match bytes.get(3) {
            None => Step::More,
            Some(&last @ b'A'..=b'E') => key(4, Key::F(last - b'A' + 1)),
            Some(_) => Step::Take(4, None),
        };
    }
    let Some(length) = bytes[2..].iter().position(|byte| !(0x20..=0x3f).contains(byte)) else {
        return if bytes.len() > SEQUENCE_LIMIT { Step::Take(bytes.len(), None) } else { Step::More };
    };
    let (taken, last) = (length + 3, bytes[length + 2]);
    if !(0x40..=0x7e).contains(&last) {
        // Cut short by something else, which is read again.
        return Step::Take(length + 2, None);
    }
    let body = std::str::from_utf8(&bytes[2..length + 2]).unwrap_or_default();
    if last == b'~' && body == "200" {
        return Step::Paste(taken);
    }
    Step::Take(taken, meaning(body, last))
}

/// What a whole control sequence means, if anything.
fn meaning(body: &str, last: u8) -> Option<Input> {
    if let Some(report) = body.strip_prefix('<') {
        return mouse(report, last);
    }
    match (body, last) {
        ("", b'I') => return Some(Input::Focus(true)),
        ("", b'O') => return Some(Input::Focus(false)),
        _ => {}
    }
    let mut fields = body.split(';');
    let first: u32 = number(fields.next().unwrap_or_default()).unwrap_or(1);
    let second = fields.next().unwrap_or_default();
    // `2:3` is Shift (2 - 1), released.
    if second.split(':').nth(1) == Some("3") {
        return None;
    }
    let modifiers = number(second).unwrap_or(1).saturating_sub(1);
    let key = match last {
        b'u' => character_key(first, modifiers),
        b'~' if first == 27 => character_key(fields.next().and_then(number)?, modifiers),
        b'~' => numbered(first),
        // `12;40R` tells where a cursor is; only `R` and `1;…R` are F3.
        b'R' if first != 1 => None,
        _ => named(last),
    }?;
    Some(Input::Key(key))
}

fn number(field: &str) -> Option<u32> {
    field.split(':').next()?.parse().ok()
}

/// The key that is told by the last byte of a sequence.
fn named(last: u8) -> Option<Key> {
    Some(match last {
        b'A' => Key::Up,
        b'B' => Key::Down,
        b'C' => Key::Right,
        b'D' => Key::Left,
        b'F' => Key::End,
        b'H' => Key::Home,
        b'M' => Key::Enter,
        b'P' => Key::F(1),
        b'Q' => Key::F(2),
        b'R' => Key::F(3),
        b'S' => Key::F(4),
        b'Z' => Key::BackTab,
        _ => return None,
    })
}

/// The key that is told by a number before `~`.
fn numbered(number: u32) -> Option<Key> {
    Some(match number {
        1 | 7 => Key::Home,
        3 => Key::Delete,
        4 | 8 => Key::End,
        5 => Key::PageUp,
        6 => Key::PageDown,
        11 => Key::F(1),
        12 => Key::F(2),
        13 => Key::F(3),
        14 => Key::F(4),
        15 => Key::F(5),
        17 => Key::F(6),
        18 => Key::F(7),
        19 => Key::F(8),
        20 => Key::F(9),
        21 => Key::F(10),
        23 => Key::F(11),
        24 => Key::F(12),
        _ => return None,
    })
}

/// The key that is told by its character's number and modifiers (Shift 1, Alt 2, Ctrl 4).
fn character_key(code: u32, modifiers: u32) -> Option<Key> {
    let c = char::from_u32(code)?;
    let (shift, ctrl) = (modifiers & 1 != 0, modifiers & 4 != 0);
    Some(match c {
        '\r' => Key::Enter,
        '\t' if shift => Key::BackTab,
        '\t' => Key::Tab,
        '\x1b' => Key::Esc,
        '\x08' | '\x7f' => Key::Backspace,
        // The protocol's own numbers for keys without a character.
        '\u{e000}'..='\u{f8ff}' => return None,
        c if c.is_control() => return None,
        c if ctrl => Key::Ctrl(c.to_ascii_lowercase()),
        c if shift => Key::Char(c.to_uppercase().next().unwrap_or(c)),
        c => Key::Char(c),
    })
}

/// A report in the form `button;column;row`, columns and rows from 1.
fn mouse(report: &str, last: u8) -> Option<Input> {
    let mut fields = report.split(';');
    let mut next = || fields.next()?.parse::<u16>().ok();
    let (button, column, row) = (next()?, next()?.checked_sub(1)?, next()?.checked_sub(1)?);
    // Shift, Meta and Ctrl are 4, 8 and 16; 32 is motion.
    match (button & !0b1_1100, last) {
        (0, b'M') => Some(Input::Click { column, row }),
        (64, b'M') => Some(Input::Wheel { column, row, down: false }),
        (65, b'M') => Some(Input::Wheel { column, row, down: true }),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
