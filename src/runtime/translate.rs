//! What the terminal reports, as messages: a click or a turn of the wheel means what the last frame drew there.

use super::decode::Input;
use crate::{app::Msg, view::HitMap};

/// Rows that one notch of the wheel moves.
const NOTCH: i16 = 3;

/// The message of a report; `None` where nothing is drawn there.
pub(super) fn message(input: Input, hits: &HitMap) -> Option<Msg> {
    Some(match input {
        Input::Key(key) => Msg::Key(key),
        Input::Paste(text) => Msg::Pasted(text),
        Input::Focus(gained) => Msg::Focus(gained),
        Input::Click { column, row } => Msg::Clicked(hits.at(column, row)?),
        Input::Wheel { column, row, down } => {
            Msg::Wheel(hits.at(column, row)?, if down { NOTCH } else { -NOTCH })
        }
    })
}
