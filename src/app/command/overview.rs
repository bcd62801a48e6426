//! The rows of the Overview.

use super::{
    Action, Scope,
    table::{Row, row},
};

const OVERVIEW: &[Scope] = &[Scope::Overview];

/// What only the Overview knows.
pub(super) const ROWS: &[Row] = &[
    row(Action::EnterBar, "overview.enter", OVERVIEW, "Enter")
        .named("show the sentences", "Sätze zeigen")
        .does(
            "Shows the sentences behind the bar in the Review, or the rows that are folded away; Esc comes back.",
            "Zeigt die Sätze hinter dem Balken in der Durchsicht, oder die eingeklappten Zeilen; Esc führt zurück.",
        )
        .hint(0),
    row(Action::NextBar, "overview.right", OVERVIEW, "l Right")
        .named("to the right", "nach rechts")
        .does(
            "Selects the next bar of the row; from the last, the section beside it.",
            "Wählt den nächsten Balken der Zeile; vom letzten aus den Abschnitt daneben.",
        )
        .hint(9),
    row(Action::PreviousBar, "overview.left", OVERVIEW, "h Left")
        .named("to the left", "nach links")
        .does(
            "Selects the bar before; from the first, the section beside it.",
            "Wählt den Balken davor; vom ersten aus den Abschnitt daneben.",
        ),
];
