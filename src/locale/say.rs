//! What the workbench says with names and numbers in it.

use super::{Lang, Phrase, phrases::ALL_READ};

/// What an edit changed, for the notice of undo and redo.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// Which labels it has.
    Tags,
    /// Source, cue, doubt and the like of a tag.
    Details,
    /// The note.
    Note,
    /// The mark.
    Mark,
    /// Furniture or not.
    Kind,
    /// Read or not.
    Read,
    /// Whose tags were seen.
    Saw,
    /// A conflict and what became of it.
    Conflict,
    /// A boundary between sentences.
    Boundary,
    /// Where saved sentences stand in an article that changed.
    Place,
}

impl Change {
    const fn phrase(self) -> Phrase {
        match self {
            Self::Tags => Phrase::new("tags", "Markierung"),
            Self::Details => Phrase::new("details of a tag", "Angaben zur Markierung"),
            Self::Note => Phrase::new("note", "Notiz"),
            Self::Mark => Phrase::new("mark", "Vermerk"),
            Self::Kind => Phrase::new("furniture", "Beiwerk"),
            Self::Read => Phrase::new("read", "gelesen"),
            Self::Saw => Phrase::new("whom you saw", "wen du gesehen hast"),
            Self::Conflict => Phrase::new("conflict", "Konflikt"),
            Self::Boundary => Phrase::new("sentence boundary", "Satzgrenze"),
            Self::Place => Phrase::new("place of saved sentences", "Platz gespeicherter Sätze"),
        }
    }
}

/// Which tag alone is meant from now on; `None`: all of them.
pub fn meant(lang: Lang, name: Option<&str>) -> String {
    match (lang, name) {
        (Lang::En, Some(name)) => format!("source, cue, who, unsure: only for {name}"),
        (Lang::De, Some(name)) => format!("Quelle, Signal, wer, unsicher: nur für {name}"),
        (Lang::En, None) => "source, cue, who, unsure: for all tags again".to_owned(),
        (Lang::De, None) => "Quelle, Signal, wer, unsicher: wieder für alle Markierungen".to_owned(),
    }
}

/// A key that means nothing here; `help` is the key that shows those that do.
pub fn unbound(lang: Lang, key: &str, help: &str) -> String {
    match lang {
        Lang::En => format!("{key} does nothing here; {help} shows the keys"),
        Lang::De => format!("{key} tut hier nichts; {help} zeigt die Tasten"),
    }
}

/// An action of another view; `key` leads to that.
pub fn of_another_view(lang: Lang, key: &str) -> String {
    match lang {
        Lang::En => format!("that is for another view: {key} leads there"),
        Lang::De => format!("das gehört in eine andere Ansicht: {key} führt dorthin"),
    }
}

/// A phrase, and where one goes on from there: `key` opens the next article, if there is one.
pub fn with_next_article(phrase: Phrase, lang: Lang, key: Option<&str>) -> String {
    match (lang, key) {
        (Lang::En, Some(key)) => format!("{} — {key} for the next article", phrase.en),
        (Lang::De, Some(key)) => format!("{} — {key} zum nächsten Artikel", phrase.de),
        (Lang::En, None) => format!("{} — this is the last article", phrase.en),
        (Lang::De, None) => format!("{} — das ist der letzte Artikel", phrase.de),
    }
}

/// Where there is something to read yet when an article is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StillOpen<'a> {
    /// In the next article; the key that opens it.
    Next(&'a str),
    /// In a later one, but not in the next.
    Later(&'a str),
    /// Only in earlier ones: how many, and the nearest.
    Earlier(usize, &'a str),
    /// In none.
    Nowhere,
}

/// The article is done: where one goes on from there.
pub fn all_read(lang: Lang, still: StillOpen<'_>) -> String {
    let done = ALL_READ.text(lang);
    match (lang, still) {
        (_, StillOpen::Next(key)) => with_next_article(ALL_READ, lang, Some(key)),
        (Lang::En, StillOpen::Later(article)) => format!("{done} — {article} is the next that is still open"),
        (Lang::De, StillOpen::Later(article)) => {
            format!("{done} — {article} ist der nächste, der noch offen ist")
        }
        (Lang::En, StillOpen::Earlier(1, article)) => format!("{done} — further up {article} is still open"),
        (Lang::De, StillOpen::Earlier(1, article)) => {
            format!("{done} — weiter oben ist noch {article} offen")
        }
        (Lang::En, StillOpen::Earlier(all, article)) => {
            format!("{done} — further up {all} articles are still open, the nearest is {article}")
        }
        (Lang::De, StillOpen::Earlier(all, article)) => {
            format!("{done} — weiter oben sind noch {all} Artikel offen, der nächste ist {article}")
        }
        (Lang::En, StillOpen::Nowhere) => format!("{done} — no article is open any more"),
        (Lang::De, StillOpen::Nowhere) => format!("{done} — kein Artikel ist mehr offen"),
    }
}

/// An action on a sentence while the list has the keys; `key` gives them to the article.
pub fn list_has_keys(lang: Lang, key: &str) -> String {
    match lang {
        Lang::En => format!("the list has the keys: {key} goes to the article"),
        Lang::De => format!("die Liste hat die Tasten: {key} führt zum Artikel"),
    }
}

/// A note that does not fit into one line; `key` opens it in the editor.
pub fn note_has_lines(lang: Lang, key: &str) -> String {
    match lang {
        Lang::En => format!("the note has several lines: {key} opens it in the editor"),
        Lang::De => format!("die Notiz hat mehrere Zeilen: {key} öffnet sie im Editor"),
    }
}

/// An edit was undone (or redone).
pub fn taken_back(lang: Lang, undo: bool, change: Change) -> String {
    let what = change.phrase().text(lang);
    match (lang, undo) {
        (Lang::En, true) => format!("undone: {what}"),
        (Lang::En, false) => format!("redone: {what}"),
        (Lang::De, true) => format!("rückgängig: {what}"),
        (Lang::De, false) => format!("wiederholt: {what}"),
    }
}

/// An edit cannot be undone (or redone), because something else stands there now.
pub fn stale(lang: Lang, undo: bool) -> String {
    match (lang, undo) {
        (Lang::En, true) => "not undone: the sentence has changed since; skipped",
        (Lang::En, false) => "not redone: the sentence has changed since; skipped",
        (Lang::De, true) => "nicht rückgängig: der Satz hat sich seither geändert; übergangen",
        (Lang::De, false) => "nicht wiederholt: der Satz hat sich seither geändert; übergangen",
    }
    .to_owned()
}

/// A search in the article stands at hit `at` of `all`.
pub fn hit(lang: Lang, at: usize, all: usize) -> String {
    match lang {
        Lang::En => format!("hit {at} of {all}"),
        Lang::De => format!("Treffer {at} von {all}"),
    }
}

/// So many hits in the corpus.
pub fn hits_in_corpus(lang: Lang, hits: usize) -> String {
    match (lang, hits) {
        (Lang::En, 1) => "1 hit".to_owned(),
        (Lang::En, _) => format!("{hits} hits"),
        (Lang::De, _) => format!("{hits} Treffer"),
    }
}

/// The article does not hold it.
pub fn not_found(lang: Lang, query: &str) -> String {
    match lang {
        Lang::En => format!("not found: {query}"),
        Lang::De => format!("nicht gefunden: {query}"),
    }
}

/// So many characters went to the clipboard.
pub fn copied(lang: Lang, chars: usize) -> String {
    match lang {
        Lang::En => format!("{chars} characters to the clipboard (OSC 52)"),
        Lang::De => format!("{chars} Zeichen in die Zwischenablage (OSC 52)"),
    }
}

/// The editor gave no text.
pub fn editor_failed(lang: Lang, error: &str) -> String {
    match lang {
        Lang::En => format!("the note stays as it was: {error}"),
        Lang::De => format!("die Notiz bleibt, wie sie war: {error}"),
    }
}

/// Folders of the corpus that cannot be looked at, and why.
pub fn unreadable_folders(lang: Lang, folders: &str) -> String {
    match lang {
        Lang::En => format!("articles are missing here, for a folder cannot be read: {folders}"),
        Lang::De => format!("hier fehlen Artikel, denn ein Ordner ist nicht lesbar: {folders}"),
    }
}

/// Files in the corpus that are no articles.
pub fn passed_over(lang: Lang, files: usize) -> String {
    match (lang, files) {
        (Lang::En, 1) => "one file in corpus/ is no article (.txt, .md)".to_owned(),
        (Lang::En, _) => format!("{files} files in corpus/ are no articles (.txt, .md)"),
        (Lang::De, 1) => "eine Datei in corpus/ ist kein Artikel (.txt, .md)".to_owned(),
        (Lang::De, _) => format!("{files} Dateien in corpus/ sind keine Artikel (.txt, .md)"),
    }
}

/// Somebody else wrote the annotation file; both versions are merged.
pub fn changed_outside(lang: Lang, article: &str, conflicts: usize) -> String {
    match (lang, conflicts) {
        (Lang::En, 0) => format!("{article}: changed elsewhere, both versions are merged"),
        (Lang::En, _) => {
            format!("{article}: changed elsewhere and merged; conflicts to resolve: {conflicts}")
        }
        (Lang::De, 0) => format!("{article}: anderswo geändert, beide Fassungen sind vereint"),
        (Lang::De, _) => format!("{article}: anderswo geändert und vereint; Konflikte zu lösen: {conflicts}"),
    }
}

/// Others are at the open article: so many windows of the same person, and people by name.
pub fn company(lang: Lang, windows: usize, people: &[impl ToString]) -> String {
    let mut here: Vec<String> = people.iter().map(ToString::to_string).collect();
    match (lang, windows) {
        (_, 0) => {}
        (Lang::En, 1) => here.push("another window of yours".to_owned()),
        (Lang::En, _) => here.push(format!("{windows} other windows of yours")),
        (Lang::De, 1) => here.push("ein weiteres Fenster von dir".to_owned()),
        (Lang::De, _) => here.push(format!("{windows} weitere Fenster von dir")),
    }
    let here = here.join(", ");
    match lang {
        Lang::En => format!("also at this article: {here}"),
        Lang::De => format!("auch an diesem Artikel: {here}"),
    }
}

/// The file seemed cut off; what it was is kept beside it.
pub fn former_kept(lang: Lang, path: &str) -> String {
    match lang {
        Lang::En => format!("the former file seemed cut off; it is kept as {path}"),
        Lang::De => format!("die frühere Datei schien abgeschnitten; sie liegt als {path} daneben"),
    }
}

/// Not saved, and where the edits are kept meanwhile.
pub fn save_failed(lang: Lang, article: &str, error: &str, kept: Option<&str>) -> String {
    match (lang, kept) {
        (Lang::En, Some(kept)) => format!("NOT SAVED {article}: {error}; your edits are kept in {kept}"),
        (Lang::En, None) => format!("NOT SAVED {article}: {error}; your edits are only in this window"),
        (Lang::De, Some(kept)) => {
            format!("NICHT GESPEICHERT {article}: {error}; deine Änderungen liegen in {kept}")
        }
        (Lang::De, None) => {
            format!("NICHT GESPEICHERT {article}: {error}; deine Änderungen gibt es nur in diesem Fenster")
        }
    }
}

/// Leaving waits for the saver.
pub fn saving_before_leaving(lang: Lang) -> String {
    match lang {
        Lang::En => "saving before leaving …",
        Lang::De => "speichert vor dem Beenden …",
    }
    .to_owned()
}

/// Something is not saved: the next `q` leaves all the same.
pub fn not_saved_at_quit(lang: Lang, reasons: &str) -> String {
    match lang {
        Lang::En => format!("leave all the same? (once more) — {reasons}"),
        Lang::De => format!("trotzdem beenden? (noch einmal) — {reasons}"),
    }
}

/// What was typed is no annotator; this would be one.
pub fn no_slug(lang: Lang, slug: &str) -> String {
    match lang {
        Lang::En => format!("only a-z, 0-9 and - : {slug}? Enter takes it"),
        Lang::De => format!("nur a-z, 0-9 und - : {slug}? Enter nimmt es"),
    }
}

/// Kept edits to so many articles were taken over.
pub fn taken_over(lang: Lang, saved: usize) -> String {
    match (lang, saved) {
        (Lang::En, 1) => "the kept edits to one article are taken over and saved".to_owned(),
        (Lang::En, _) => format!("the kept edits to {saved} articles are taken over and saved"),
        (Lang::De, 1) => {
            "die aufbewahrten Änderungen an einem Artikel sind übernommen und gespeichert".to_owned()
        }
        (Lang::De, _) => {
            format!("die aufbewahrten Änderungen an {saved} Artikeln sind übernommen und gespeichert")
        }
    }
}

/// Kept edits could not all be taken over: the others are kept on.
pub fn not_taken_over(lang: Lang, saved: usize, failed: usize, why: &str) -> String {
    match lang {
        Lang::En => format!("taken over: {saved}; still not saved and kept on: {failed}: {why}"),
        Lang::De => format!(
            "übernommen: {saved}; noch immer nicht gespeichert und weiter aufbewahrt: {failed}: {why}"
        ),
    }
}

/// Kept edits to so many articles were thrown away.
pub fn discarded(lang: Lang, edits: usize) -> String {
    match lang {
        Lang::En => format!("kept edits thrown away: {edits}"),
        Lang::De => format!("aufbewahrte Änderungen weggeworfen: {edits}"),
    }
}

/// An annotation file of a format that we read and do not write.
pub fn newer_format(lang: Lang, path: &str, format: u64) -> String {
    match lang {
        Lang::En => format!("{path}: format {format} of a newer factdesk"),
        Lang::De => format!("{path}: Format {format} eines neueren factdesk"),
    }
}
