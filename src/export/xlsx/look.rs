//! How columns look.

use crate::{
    annotation::LabelSet,
    export::{cells::label_column, hue::hue},
};

/// The width of the column of a label, in characters.
const LABEL_WIDTH: u16 = 13;

/// How wide a column is, in characters of the font. What stands before the words is narrow enough that the words can be
/// read on a small screen as soon as the workbook is opened.
pub(super) fn width(name: &str) -> u16 {
    match name {
        "text" => 80,
        "saved" | "note" => 50,
        "source" | "who" | "speaker" | "cue" => 26,
        "article" | "title" => 24,
        "claims" | "labels" | "source_at" | "cue_at" | "at" => 20,
        "story" | "outlet" | "author" | "date" | "url" => 12,
        "line" | "start" | "end" | "tag_start" | "tag_end" | "mark" | "read" => 8,
        _ => LABEL_WIDTH,
    }
}

/// Do its words go on in the next line of the cell?
pub(super) fn wraps(name: &str) -> bool {
    matches!(name, "text" | "saved" | "note")
}

/// The light colour of the column `name` as RGB, if it is that of a label: black stands on it at 12:1 and better.
pub(super) fn tint(name: &str, labels: &LabelSet) -> Option<u32> {
    let definition = labels.iter().find(|known| label_column(known.label.as_str()) == name)?;
    Some(match hue(definition) {
        "red" => 0xFF_D9_D6,
        "magenta" => 0xF6_DD_F5,
        "cyan" => 0xD2_F0_F0,
        "green" => 0xD9_F2_D9,
        "yellow" => 0xFF_F2_C2,
        "blue" => 0xDA_E6_FB,
        _ => 0xE8_E8_E8,
    })
}
