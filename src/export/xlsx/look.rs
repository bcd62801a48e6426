//! How columns look.

use crate::{
    annotation::{Label, LabelSet},
    export::cells::label_column,
};

/// The width of the column of a label, in characters.
const LABEL_WIDTH: u16 = 13;

/// How wide a column is, in characters of the font.
pub(super) fn width(name: &str) -> u16 {
    match name {
        "text" => 80,
        "saved" | "note" => 50,
        "title" | "url" => 36,
        "article" | "source" | "who" | "speaker" | "cue" => 26,
        "story" | "outlet" | "author" | "claims" | "labels" | "source_at" | "cue_at" | "at" => 20,
        "line" | "start" | "end" | "tag_start" | "tag_end" | "mark" | "read" => 9,
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
    let own = definition.colour.as_deref().map(|colour| colour.trim_start_matches("bright-"));
    Some(match (own, definition.label.as_str()) {
        (Some("red"), _) | (None, Label::DENIAL) => 0xFF_D9_D6,
        (Some("magenta"), _) | (None, Label::CLAIM) => 0xF6_DD_F5,
        (Some("cyan"), _) | (None, Label::ATTRIBUTION) => 0xD2_F0_F0,
        (Some("green"), _) => 0xD9_F2_D9,
        (Some("yellow"), _) => 0xFF_F2_C2,
        (Some("blue"), _) => 0xDA_E6_FB,
        _ => 0xE8_E8_E8,
    })
}
