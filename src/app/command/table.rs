//! The rows themselves, with their default keys.
//!
//! Keys are those a person types: upper case is Shift. None of them needs `AltGr` on a German keyboard, Alt or
//! Ctrl-Shift, and none belongs to tmux, screen or the terminal's flow control.

use super::{Action, Scope};
use crate::locale::Phrase;

/// A row before it is made a [`super::Command`].
#[derive(Clone, Copy, Debug)]
pub(super) struct Row {
    pub(super) action: Action,
    pub(super) id: &'static str,
    pub(super) title: Phrase,
    pub(super) help: Phrase,
    pub(super) scopes: &'static [Scope],
    /// Keys as they are written, with blanks between them.
    pub(super) keys: &'static str,
    pub(super) hint: Option<u8>,
}

pub(super) const fn row(
    action: Action,
    id: &'static str,
    scopes: &'static [Scope],
    keys: &'static str,
) -> Row {
    Row { action, id, title: Phrase::new("", ""), help: Phrase::new("", ""), scopes, keys, hint: None }
}

const DESK: &[Scope] = &[Scope::Desk];
const LIST: &[Scope] = &[Scope::List];
const WORDS: &[Scope] = &[Scope::Words];
const GLOBAL: &[Scope] = &[Scope::Global];
/// Where sentences are shown.
pub(super) const SENTENCES: &[Scope] = &[Scope::Desk, Scope::Review];
/// Where something can be selected.
const VIEWS: &[Scope] = &[Scope::Desk, Scope::Review, Scope::Overview];

impl Row {
    pub(super) const fn named(mut self, en: &'static str, de: &'static str) -> Self {
        self.title = Phrase::new(en, de);
        self
    }

    pub(super) const fn does(mut self, en: &'static str, de: &'static str) -> Self {
        self.help = Phrase::new(en, de);
        self
    }

    pub(super) const fn hint(mut self, rank: u8) -> Self {
        self.hint = Some(rank);
        self
    }
}

/// All rows but those of the labels.
pub(super) fn rows() -> impl Iterator<Item = &'static Row> {
    ROWS.iter().chain(super::review::ROWS).chain(super::overview::ROWS)
}

const ROWS: &[Row] = &[
    row(Action::Down, "move.down", VIEWS, "j Down")
        .named("next sentence", "nächster Satz")
        .does("Selects the next sentence; in the list the next article, in the Overview the next row.", "Wählt den nächsten Satz; in der Liste den nächsten Artikel, im Überblick die nächste Zeile.")
        .hint(9),
    row(Action::Up, "move.up", VIEWS, "k Up")
        .named("previous sentence", "voriger Satz")
        .does("Selects the previous sentence; in the list the previous article, in the Overview the previous row.", "Wählt den vorigen Satz; in der Liste den vorigen Artikel, im Überblick die vorige Zeile."),
    row(Action::PageDown, "move.page-down", VIEWS, "PgDn")
        .named("page down", "Seite vor")
        .does("Goes on by one screen.", "Geht einen Bildschirm weiter."),
    row(Action::PageUp, "move.page-up", VIEWS, "PgUp")
        .named("page up", "Seite zurück")
        .does("Goes back by one screen.", "Geht einen Bildschirm zurück."),
    row(Action::HalfDown, "move.half-down", VIEWS, "Ctrl-d")
        .named("half a page down", "halbe Seite vor")
        .does("Goes on by half a screen.", "Geht einen halben Bildschirm weiter."),
    row(Action::HalfUp, "move.half-up", VIEWS, "Ctrl-u")
        .named("half a page up", "halbe Seite zurück")
        .does("Goes back by half a screen.", "Geht einen halben Bildschirm zurück."),
    row(Action::First, "move.first", VIEWS, "g Home")
        .named("to the start", "zum Anfang")
        .does("Selects the first sentence; in the list the first article.", "Wählt den ersten Satz; in der Liste den ersten Artikel."),
    row(Action::Last, "move.last", VIEWS, "G End")
        .named("to the end", "zum Ende")
        .does("Selects the last sentence; in the list the last article.", "Wählt den letzten Satz; in der Liste den letzten Artikel."),
    row(Action::NextArticle, "article.next", VIEWS, "J")
        .named("next article", "nächster Artikel")
        .does(
            "Opens the next article of the list; in the Review goes to the next article or group, in the Overview to the next section.",
            "Öffnet den nächsten Artikel der Liste; in der Durchsicht geht es zum nächsten Artikel oder zur nächsten Gruppe, im Überblick zum nächsten Abschnitt.",
        )
        .hint(10),
    row(Action::PreviousArticle, "article.previous", VIEWS, "K")
        .named("previous article", "voriger Artikel")
        .does(
            "Opens the previous article of the list; in the Review goes to the previous article or group, in the Overview to the previous section.",
            "Öffnet den vorigen Artikel der Liste; in der Durchsicht geht es zum vorigen Artikel oder zur vorigen Gruppe, im Überblick zum vorigen Abschnitt.",
        ),
    row(Action::Open, "list.open", LIST, "Enter")
        .named("open", "öffnen")
        .does("Opens the selected article and goes to it.", "Öffnet den gewählten Artikel und geht hinein.")
        .hint(0),
    row(Action::ReadAndGo, "read", DESK, "Space")
        .named("read, go on", "gelesen, weiter")
        .does(
            "Read, nothing (more) to tag; goes on to the next open sentence.",
            "Gelesen, nichts (mehr) zu markieren; geht weiter zum nächsten offenen Satz.",
        )
        .hint(1),
    row(Action::Untouch, "untouch", DESK, "x")
        .named("back to untouched", "zurücksetzen")
        .does("Takes all tags off the sentence; it counts as unread again.", "Nimmt alle Markierungen vom Satz; er gilt wieder als ungelesen."),
    row(Action::Source, "source", DESK, "s")
        .named("source", "Quelle")
        .does(
            "Says whose words they are, for all attributions and denials of the sentence; with neither it adds an attribution.",
            "Sagt, wessen Worte es sind, für alle Zuschreibungen und Dementis des Satzes; ohne beides kommt eine Zuschreibung dazu.",
        )
        .hint(3),
    row(Action::Who, "who", DESK, "W")
        .named("who is meant", "wer gemeint ist")
        .does(
            "Says whom the words of the source mean, where they do not say it (he, the ministry).",
            "Sagt, wen die Worte der Quelle meinen, wo sie es nicht sagen (er, das Ministerium).",
        ),
    row(Action::Note, "note", SENTENCES, "e")
        .named("note", "Notiz")
        .does("Writes a note on the sentence, in one line.", "Schreibt eine Notiz zum Satz, in einer Zeile.")
        .hint(4),
    row(Action::NoteInEditor, "note.editor", SENTENCES, "E")
        .named("note in the editor", "Notiz im Editor")
        .does("Writes the note in $EDITOR.", "Schreibt die Notiz in $EDITOR."),
    row(Action::Mark, "mark", SENTENCES, "m")
        .named("mark", "vormerken")
        .does("Marks the sentence to come back to it, or takes the mark off.", "Merkt den Satz zum Wiederkommen vor oder nimmt den Vermerk weg.")
        .hint(6),
    row(Action::Unsure, "unsure", SENTENCES, "U")
        .named("unsure", "unsicher")
        .does("Says that you are (not) unsure about the tags of the sentence.", "Sagt, dass die Markierungen des Satzes (nicht) unsicher sind."),
    row(Action::Only, "only", DESK, "i")
        .named("only one tag", "eine allein")
        .does(
            "Source, cue, who and unsure then hold for one tag of the sentence: each time for the next, at last for all again.",
            "Quelle, Signalwort, wer und unsicher gelten dann für eine Markierung des Satzes: jedes Mal für die nächste, zuletzt wieder für alle.",
        ),
    row(Action::Furniture, "furniture", DESK, "F")
        .named("furniture or not", "Beiwerk oder nicht")
        .does(
            "This is (not) page matter that nobody checks, such as a byline or a teaser.",
            "Das ist (kein) Beiwerk, das niemand prüft, wie Autorenzeile oder Anreißer.",
        ),
    row(Action::Fold, "fold", DESK, "f")
        .named("fold furniture", "Beiwerk falten")
        .does("Folds furniture away, or shows it dimmed.", "Blendet Beiwerk aus oder zeigt es blass."),
    row(Action::Undo, "undo", SENTENCES, "u")
        .named("undo", "rückgängig")
        .does("Takes back the last change, in whichever article it was.", "Nimmt die letzte Änderung zurück, in welchem Artikel sie auch war.")
        .hint(7),
    row(Action::Redo, "redo", SENTENCES, "Ctrl-r")
        .named("redo", "wiederholen")
        .does("Does again what was undone last.", "Stellt die zuletzt zurückgenommene Änderung wieder her."),
    row(Action::SelectWords, "words", DESK, "v")
        .named("select words", "Wörter wählen")
        .does(
            "Selects words of the sentence: for source, cue, a tag on a part, to split or join.",
            "Wählt Wörter des Satzes: für Quelle, Signalwort, eine Markierung auf einem Teil, zum Teilen oder Verbinden.",
        )
        .hint(5),
    row(Action::Copy, "copy", SENTENCES, "y")
        .named("copy the sentence", "Satz kopieren")
        .does("Puts the sentence (or the selected words) on the clipboard.", "Legt den Satz (oder die gewählten Wörter) in die Zwischenablage."),
    row(Action::KeepMine, "conflict.mine", SENTENCES, "")
        .named("conflict: keep mine", "Konflikt: meins behalten")
        .does("Resolves the conflict of the sentence: yours stays.", "Löst den Konflikt des Satzes: deine Fassung bleibt."),
    row(Action::TakeTheirs, "conflict.theirs", SENTENCES, "")
        .named("conflict: take theirs", "Konflikt: andere übernehmen")
        .does("Resolves the conflict of the sentence: theirs comes.", "Löst den Konflikt des Satzes: die andere Fassung kommt."),
    row(Action::Others, "others", DESK, "O")
        .named("what others say", "was andere sagen")
        .does(
            "Shows what other annotators say about the sentence, or hides it; what is seen is remembered with what you then tag.",
            "Zeigt, was andere zum Satz sagen, oder verbirgt es; was zu sehen war, wird zu dem vermerkt, was du dann markierst.",
        ),
    row(Action::Unplaced, "anchor.list", DESK, "")
        .named("sentences without a place", "Sätze ohne Platz")
        .does(
            "Lists saved sentences whose words the article no longer has; Enter puts one onto the selected sentence.",
            "Listet gespeicherte Sätze, deren Wörter der Artikel nicht mehr hat; Enter legt einen auf den gewählten Satz.",
        ),
    row(Action::Search, "search", DESK, "/")
        .named("search", "suchen")
        .does("Searches in the article; ä also finds a.", "Sucht im Artikel; a findet auch ä.")
        .hint(8),
    row(Action::SearchNext, "search.next", DESK, "n")
        .named("next hit", "nächster Treffer")
        .does(
            "Goes to the next hit; without a search to the next mark, or to what has to find its place again.",
            "Geht zum nächsten Treffer; ohne Suche zum nächsten Vermerk oder zu dem, was seinen Platz neu finden muss.",
        ),
    row(Action::SearchPrevious, "search.previous", DESK, "N")
        .named("previous hit", "voriger Treffer")
        .does(
            "Goes to the previous hit; without a search to the previous mark, or to what has to find its place again.",
            "Geht zum vorigen Treffer; ohne Suche zum vorigen Vermerk oder zu dem, was seinen Platz neu finden muss.",
        ),
    row(Action::SearchCorpus, "search.corpus", DESK, "S")
        .named("search the corpus", "Korpus durchsuchen")
        .does("Searches all articles.", "Sucht in allen Artikeln."),
    row(Action::WordLeft, "words.left", WORDS, "h Left")
        .named("word before", "Wort davor")
        .does("Selects the word before.", "Wählt das Wort davor."),
    row(Action::WordRight, "words.right", WORDS, "l Right")
        .named("next word", "nächstes Wort")
        .does("Selects the next word.", "Wählt das nächste Wort.")
        .hint(0),
    row(Action::ExtendLeft, "words.extend-left", WORDS, "H")
        .named("back by a word", "ein Wort zurück")
        .does("Moves the end of the selection back by a word.", "Rückt das Ende der Auswahl um ein Wort zurück."),
    row(Action::ExtendRight, "words.extend-right", WORDS, "L")
        .named("one word more", "ein Wort mehr")
        .does("Moves the end of the selection on by a word.", "Rückt das Ende der Auswahl um ein Wort weiter.")
        .hint(1),
    row(Action::WordFirst, "words.first", WORDS, "0 Home")
        .named("first word", "erstes Wort")
        .does("Selects the first word of the sentence.", "Wählt das erste Wort des Satzes."),
    row(Action::WordLast, "words.last", WORDS, "$ End")
        .named("last word", "letztes Wort")
        .does("Selects the last word of the sentence.", "Wählt das letzte Wort des Satzes."),
    row(Action::WordsSource, "words.source", WORDS, "s")
        .named("is the source", "ist die Quelle")
        .does(
            "The selected words name the source of all attributions and denials of the sentence.",
            "Die gewählten Wörter nennen die Quelle aller Zuschreibungen und Dementis des Satzes.",
        )
        .hint(2),
    row(Action::WordsCue, "words.cue", WORDS, "w")
        .named("is the cue", "ist das Signalwort")
        .does(
            "The selected words mark it; a second time on other words adds them.",
            "Die gewählten Wörter zeigen es an; ein zweites Mal auf anderen Wörtern nimmt sie dazu.",
        )
        .hint(3),
    row(Action::Split, "words.split", WORDS, "t")
        .named("split here", "hier teilen")
        .does("Splits the sentence before the selected words.", "Teilt den Satz vor den gewählten Wörtern.")
        .hint(5),
    row(Action::Join, "words.join", WORDS, "b")
        .named("join with the next", "mit dem nächsten verbinden")
        .does("Joins the sentence with the next.", "Verbindet den Satz mit dem nächsten.")
        .hint(6),
    row(Action::NextPane, "pane.next", GLOBAL, "Tab Right")
        .named("next pane", "nächster Bereich")
        .does("Goes to the next pane: list, article, inspector; table, detail; sections of the Overview.", "Geht zum nächsten Bereich: Liste, Artikel, Inspektor; Tabelle, Einzelheiten; Abschnitte des Überblicks.")
        .hint(11),
    row(Action::PreviousPane, "pane.previous", GLOBAL, "Shift-Tab Left")
        .named("previous pane", "voriger Bereich")
        .does("Goes to the previous pane.", "Geht zum vorigen Bereich."),
    row(Action::Desk, "view.desk", GLOBAL, "1")
        .named("Desk", "Schreibtisch")
        .does("Goes to the article.", "Geht zum Artikel."),
    row(Action::Review, "view.review", GLOBAL, "2")
        .named("Review", "Durchsicht")
        .does("Goes to the tagged sentences of all articles.", "Geht zu den markierten Sätzen aller Artikel."),
    row(Action::Overview, "view.overview", GLOBAL, "4")
        .named("Overview", "Überblick")
        .does("Goes to the pictures of the workspace.", "Geht zu den Schaubildern des Arbeitsordners."),
    row(Action::Help, "help", GLOBAL, "? F1")
        .named("help", "Hilfe")
        .does("Every key of where you are; type to filter, Enter does it.", "Alle Tasten von hier; Tippen filtert, Enter führt aus."),
    row(Action::Palette, "palette", GLOBAL, ":")
        .named("commands", "Befehle")
        .does("Every action by name.", "Jede Aktion beim Namen.")
        .hint(12),
    row(Action::Codebook, "codebook", GLOBAL, "F2")
        .named("codebook", "Codebuch")
        .does("What counts as claim, denial, attribution.", "Was als Behauptung, Dementi, Zuschreibung gilt."),
    row(Action::PasteArticle, "article.paste", GLOBAL, "")
        .named("paste an article", "Artikel einfügen")
        .does("Brings an article in from the clipboard.", "Nimmt einen Artikel aus der Zwischenablage auf."),
    row(Action::Export, "export", GLOBAL, "X")
        .named("export", "exportieren")
        .does(
            "Writes tagged sentences to a file: table, report, or a format of another tool.",
            "Schreibt markierte Sätze in eine Datei: Tabelle, Bericht oder das Format eines anderen Werkzeugs.",
        )
        .hint(12),
    row(Action::RetrySave, "save.retry", GLOBAL, "F5")
        .named("save again", "erneut speichern")
        .does("Tries again to save what could not be saved.", "Versucht erneut zu speichern, was nicht gespeichert werden konnte."),
    row(Action::SwitchTheme, "theme", GLOBAL, "")
        .named("next theme", "nächstes Farbschema")
        .does("Terminal colours, light, dark, without colour.", "Farben des Terminals, hell, dunkel, ohne Farbe."),
    row(Action::SwitchLanguage, "language", GLOBAL, "")
        .named("Deutsch", "English")
        .does("Stellt die Oberfläche auf Deutsch um.", "Switches the interface to English."),
    row(Action::SwitchMouse, "mouse", GLOBAL, "F3")
        .named("mouse on or off", "Maus ein oder aus")
        .does("Leaves the mouse to the terminal, to select text with it, or takes it back.", "Überlässt die Maus dem Terminal, um Text zu markieren, oder holt sie zurück."),
    row(Action::Back, "back", GLOBAL, "Esc")
        .named("back", "zurück")
        .does("Closes one layer: selection, search, field. Never leaves the program.", "Schließt eine Ebene: Auswahl, Suche, Feld. Beendet nie das Programm."),
    row(Action::Suspend, "suspend", GLOBAL, "Ctrl-z")
        .named("suspend", "anhalten")
        .does("Stops the program until the shell's fg.", "Hält das Programm an, bis fg es weckt."),
    row(Action::Quit, "quit", GLOBAL, "q Ctrl-c")
        .named("quit", "beenden")
        .does("Leaves; everything is saved.", "Beendet das Programm; alles ist gespeichert.")
        .hint(13),
];
