//! The rows of the Review.

use super::{
    Action, Scope,
    table::{Row, SENTENCES, row},
};

const REVIEW: &[Scope] = &[Scope::Review];

/// What only the Review knows.
pub(super) const ROWS: &[Row] = &[
    row(Action::TakeOver, "review.take", REVIEW, "Enter")
        .named("take over", "übernehmen")
        .does(
            "Takes the reading shown over as yours (your own: stays with it) and goes on to the next open sentence.",
            "Übernimmt die gezeigte Lesart als deine (deine eigene: bleibt dabei) und geht weiter zum nächsten offenen Satz.",
        )
        .hint(0),
    row(Action::Reject, "review.reject", REVIEW, "x")
        .named("reject", "verwerfen")
        .does(
            "Says that the labels of the reading shown are wrong here; goes on to the next open sentence.",
            "Sagt, dass die Etiketten der gezeigten Lesart hier falsch sind; geht weiter zum nächsten offenen Satz.",
        )
        .hint(1),
    row(Action::Skip, "review.skip", REVIEW, "Space")
        .named("skip", "überspringen")
        .does(
            "Goes on to the next open sentence and says nothing about this one.",
            "Geht weiter zum nächsten offenen Satz und sagt nichts zu diesem.",
        )
        .hint(1),
    row(Action::PreviousReading, "reading.previous", REVIEW, "Left h")
        .named("previous reading", "vorige Lesart")
        .does(
            "Chooses the reading before: it is what is taken over or rejected.",
            "Wählt die Lesart davor: sie wird übernommen oder verworfen.",
        ),
    row(Action::NextReading, "reading.next", REVIEW, "Right l")
        .named("next reading", "nächste Lesart")
        .does(
            "Chooses the next reading: it is what is taken over or rejected.",
            "Wählt die nächste Lesart: sie wird übernommen oder verworfen.",
        )
        .hint(3),
    row(Action::ShowAtDesk, "review.open", REVIEW, "o")
        .named("show at the Desk", "am Schreibtisch zeigen")
        .does(
            "Shows the sentence in its article; Esc there comes back.",
            "Zeigt den Satz in seinem Artikel; Esc führt von dort zurück.",
        )
        .hint(5),
    row(Action::Reattach, "anchor.reattach", SENTENCES, "r")
        .named("it is this sentence", "es ist dieser Satz")
        .does(
            "Ties what you said to the words proposed, where the text changed; at the Desk, where none are, it asks which.",
            "Bindet, was du gesagt hast, an die vorgeschlagenen Wörter, wo sich der Text geändert hat; am Schreibtisch fragt es ohne Vorschlag, was.",
        )
        .hint(2),
    row(Action::ConfirmMoves, "anchor.confirm", SENTENCES, "R")
        .named("confirm all moves", "alle Verschiebungen bestätigen")
        .does(
            "Confirms all your sentences that stand elsewhere with the same words, be they set in other quotation marks or dashes.",
            "Bestätigt alle deine Sätze, die mit denselben Wörtern anderswo stehen, sei es mit anderen Anführungszeichen oder Strichen.",
        )
        .hint(2),
    row(Action::NextOpen, "open.next", REVIEW, "n")
        .named("next open sentence", "nächster offener Satz")
        .does("Goes to the next open sentence.", "Geht zum nächsten offenen Satz."),
    row(Action::PreviousOpen, "open.previous", REVIEW, "N")
        .named("previous open sentence", "voriger offener Satz")
        .does("Goes to the previous open sentence.", "Geht zum vorigen offenen Satz."),
    row(Action::Filter, "filter", REVIEW, "/")
        .named("filter", "filtern")
        .does(
            "Shows only some sentences: words, label:claim, annotator:ab, state:disagreement and the like.",
            "Zeigt nur manche Sätze: Wörter, label:claim, annotator:ab, state:disagreement und dergleichen.",
        )
        .hint(6),
    row(Action::Filters, "filter.menu", REVIEW, "f")
        .named("menu of filters", "Menü der Filter")
        .does(
            "Chooses a filter from a list, with counts; keeps the present one by a name.",
            "Wählt einen Filter aus einer Liste, mit Anzahlen; hebt den jetzigen unter einem Namen auf.",
        )
        .hint(7),
    row(Action::KeepFilter, "filter.keep", REVIEW, "")
        .named("keep the filter by a name", "Filter unter einem Namen aufheben")
        .does(
            "Keeps the filter in the workspace's settings, by a name.",
            "Hebt den Filter in den Einstellungen des Arbeitsordners auf, unter einem Namen.",
        ),
    row(Action::Sort, "sort.next", REVIEW, "t")
        .named("sort by the next column", "nach nächster Spalte sortieren")
        .does("Sorts the table by the next column.", "Sortiert die Tabelle nach der nächsten Spalte."),
    row(Action::Reverse, "sort.reverse", REVIEW, "T")
        .named("reverse the order", "Reihenfolge umkehren")
        .does("Turns the order of the table round.", "Kehrt die Reihenfolge der Tabelle um."),
    row(Action::Group, "group.next", REVIEW, "b")
        .named("group", "gruppieren")
        .does(
            "Puts sentences together by article, by source, or not at all.",
            "Stellt Sätze nach Artikel oder Quelle zusammen oder gar nicht.",
        ),
];
