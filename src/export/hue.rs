//! The colours of labels in files for people.

use crate::annotation::{Label, LabelDefinition};

/// The hue of a label: `red`, `magenta`, `cyan`, `green`, `yellow`, `blue`, or `plain`; its own where the workspace names
/// one, else that which the three labels have on the screen.
pub(super) fn hue(definition: &LabelDefinition) -> &'static str {
    let own = definition.colour.as_deref().map(|colour| colour.trim_start_matches("bright-"));
    match (own, definition.label.as_str()) {
        (Some("red"), _) | (None, Label::DENIAL) => "red",
        (Some("magenta"), _) | (None, Label::CLAIM) => "magenta",
        (Some("cyan"), _) | (None, Label::ATTRIBUTION) => "cyan",
        (Some("green"), _) => "green",
        (Some("yellow"), _) => "yellow",
        (Some("blue"), _) => "blue",
        _ => "plain",
    }
}
