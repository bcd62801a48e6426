//! What the workbench says in words that never change.

use super::Phrase;

const fn both(en: &'static str, de: &'static str) -> Phrase {
    Phrase::new(en, de)
}

/// An action needs an open article.
pub const NO_ARTICLE: Phrase = both("no article is open", "kein Artikel ist offen");
/// An action that cannot be seen.
pub const TOO_SMALL: Phrase = both("the terminal is too small", "das Terminal ist zu klein");
/// A label that the workspace does not have.
pub const NO_LABEL: Phrase = both("the workspace has no such label", "dieses Etikett gibt es hier nicht");
/// Unsure about nothing.
pub const NO_TAGS: Phrase = both("nothing is tagged here", "hier ist nichts markiert");
/// Who is meant, without a source.
pub const NO_SOURCE_TAG: Phrase = both(
    "neither attribution nor denial here: nobody's words",
    "weder Zuschreibung noch Dementi hier: niemandes Worte",
);
/// A source for a tag that has none.
pub const NO_SOURCE_HERE: Phrase = both(
    "only an attribution or a denial has a source; choose another tag, or all",
    "nur Zuschreibung und Dementi haben eine Quelle; eine andere Markierung wählen, oder alle",
);
/// Resolve what is none.
pub const NO_CONFLICT: Phrase = both("no conflict on this sentence", "kein Konflikt an diesem Satz");
/// Undo at the start.
pub const NOTHING_TO_UNDO: Phrase = both("nothing to undo", "nichts rückgängig zu machen");
/// Redo without undo.
pub const NOTHING_TO_REDO: Phrase = both("nothing to redo", "nichts zu wiederholen");
/// Save when all is saved.
pub const NOTHING_TO_SAVE: Phrase = both("everything is saved", "alles ist gespeichert");
/// Join the last sentence.
pub const NOTHING_TO_JOIN: Phrase = both("no sentence follows", "kein Satz folgt");
/// An action on a sentence while another article is being opened.
pub const STILL_OPENING: Phrase = both("the article is still being opened", "der Artikel wird noch geöffnet");
/// The next article of none.
pub const NO_OTHER_ARTICLE: Phrase = both("no further article", "kein weiterer Artikel");
/// Edits that an earlier run could not save.
pub const KEPT_EDITS: Phrase = both("Kept edits", "Aufbewahrte Änderungen");
/// What they are.
pub const COULD_NOT_BE_SAVED: Phrase = both(
    "These edits of yours could not be saved in the workspace:",
    "Diese Änderungen von dir konnten im Arbeitsordner nicht gespeichert werden:",
);
/// What becomes of kept edits.
pub const TAKE_OVER_KEPT: Phrase = both(
    "Enter takes them over: they are merged into what stands there now, and saved. Esc keeps them for the next start. d throws them away.",
    "Enter übernimmt sie: sie werden mit dem vereint, was jetzt dort steht, und gespeichert. Esc hebt sie bis zum nächsten Start auf. d wirft sie weg.",
);
/// They are to be thrown away.
pub const DISCARD_KEPT: Phrase = both(
    "**Once more d throws them away for good.** Any other key does not.",
    "**Noch einmal d wirft sie endgültig weg.** Jede andere Taste nicht.",
);
/// They are being taken over.
pub const TAKING_OVER: Phrase = both("taking them over …", "übernimmt sie …");
/// They stay where they are.
pub const KEPT_FOR_LATER: Phrase =
    both("the edits are kept for the next start", "die Änderungen bleiben bis zum nächsten Start aufgehoben");
/// Edits that there was no time to save.
pub const ENDED_BEFORE: Phrase = both(
    "the program was ended before they were saved",
    "das Programm wurde beendet, bevor sie gespeichert waren",
);
/// Down at the end.
pub const END_OF_ARTICLE: Phrase = both("end of the article", "Ende des Artikels");
/// No sentence of the article is open any more.
pub const ALL_READ: Phrase = both("all read", "alles gelesen");
/// `G` before all sentences are known.
pub const WAITING_FOR_END: Phrase =
    both("to the end as soon as it is read …", "zum Ende, sobald es gelesen ist …");
/// More of the article is to come.
pub const STILL_READING: Phrase = both("still reading …", "liest noch …");
/// The document is not what it was.
pub const CHANGED_MEANWHILE: Phrase =
    both("the sentence changed meanwhile", "der Satz hat sich inzwischen geändert");
/// `v` on a sentence of signs.
pub const NO_WORDS: Phrase = both("no words here", "hier stehen keine Wörter");
/// Split at the very start.
pub const BEFORE_FIRST_WORD: Phrase = both(
    "nothing stands before it: select the first word of the second sentence",
    "davor steht nichts: das erste Wort des zweiten Satzes wählen",
);
/// `n` with neither search nor marks.
pub const NO_MARKS: Phrase = both("neither search nor marks here", "weder Suche noch Vermerke hier");
/// The corpus is being searched.
pub const SEARCHING: Phrase = both("searching …", "sucht …");
/// Enter on an empty field.
pub const NOTHING_TYPED: Phrase = both("type something first", "erst etwas eingeben");
/// An annotator without a letter.
pub const NAME_YOURSELF: Phrase = both("initials serve well, e.g. ab", "Initialen genügen, z. B. ab");
/// An article without text.
pub const GIVE_TEXT: Phrase = both("paste its text first", "erst den Text einfügen");
/// An article's name that is none.
pub const NAME_ARTICLE: Phrase =
    both("STORY/NAME, e.g. harbour/agency", "GESCHICHTE/NAME, z. B. hafen/agentur");
/// Nothing is left to decide among the rows shown.
pub const NOTHING_OPEN: Phrase =
    both("nothing is open among these sentences", "unter diesen Sätzen ist nichts offen");
/// No sentence is open but the selected one.
pub const ONLY_THIS_OPEN: Phrase =
    both("this is the only open one among these sentences", "unter diesen Sätzen ist nur dieser offen");
/// A row is needed, and there is none.
pub const NO_ROW: Phrase = both("no sentence is selected", "kein Satz ist gewählt");
/// Nothing is rejected where nothing is tagged.
pub const NOTHING_TO_REJECT: Phrase =
    both("the reading shown tags nothing here", "die gezeigte Lesart markiert hier nichts");
/// Nothing is tied again that has its place.
pub const NOTHING_TO_ATTACH: Phrase =
    both("what you said here is in its place", "was du hier gesagt hast, ist an seinem Platz");
/// A sentence was changed that the filter does not mean.
pub const NOT_SHOWN: Phrase = both("not among the sentences shown", "nicht unter den gezeigten Sätzen");
/// The filter without conditions.
pub const ALL_SENTENCES: Phrase = both("all tagged sentences", "alle markierten Sätze");
/// The filter that means everything needs no name.
pub const NO_FILTER: Phrase = both("nothing is filtered", "nichts ist gefiltert");
