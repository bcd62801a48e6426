//! What there is to see, in lines.

use crate::{
    annotation::Sentence,
    app::{Action, App, Overlay, Words, overlay::KeptDoing},
    locale::{Phrase, phrases},
    text::Kind,
};

const MARKED: Phrase = Phrase::new("marked to come back to", "zum Wiederkommen vorgemerkt");
const UNMARKED: Phrase = Phrase::new("no longer marked", "nicht mehr vorgemerkt");
const UNSURE: Phrase = Phrase::new("unsure about the tag", "unsicher über die Markierung");
const SURE: Phrase = Phrase::new("sure about the tag again", "wieder sicher über die Markierung");
/// What can be said to the offer of kept edits.
const WORDS: &str =
    "`recover` takes them over and saves them, `discard` throws them away, anything else keeps them";
/// What can be said when they are to be thrown away.
const AGAIN: &str = "`discard` again throws them away for good, anything else does not";

/// The selected sentence with all that is said about it; or why there is none.
pub(super) fn lines(app: &App) -> Vec<String> {
    if let Some(Overlay::Kept(offer)) = app.overlays.last() {
        let mut lines: Vec<String> = offer.edits.iter().map(|edits| edits.text(app.lang)).collect();
        lines.insert(0, phrases::COULD_NOT_BE_SAVED.text(app.lang).to_owned());
        lines.push(match offer.doing {
            KeptDoing::Discarding => AGAIN.to_owned(),
            KeptDoing::Asking | KeptDoing::Working => WORDS.to_owned(),
        });
        return lines;
    }
    if let Some(problem) = &app.desk.problem {
        return problem.clone();
    }
    let Some(open) = &app.desk.open else {
        return vec!["no article is open; `list` names those there are".into()];
    };
    let Some(unit) = open.unit() else { return vec![format!("{}: holds no sentence", open.article.id)] };
    let mut lines = Vec::new();
    let sentence = app.sentence();
    let mut head = format!("{} {}/{}", open.article.id, open.cursor + 1, open.units.len());
    let kind = sentence.and_then(|sentence| sentence.kind).unwrap_or(unit.kind);
    if kind != Kind::Sentence {
        head.push_str(", ");
        head.push_str(kind.name());
    }
    for word in sentence.map(|sentence| state(app, sentence)).unwrap_or_default() {
        head.push_str(", ");
        head.push_str(&word);
    }
    lines.push(head);
    lines.push(open.text(unit.bytes).split_whitespace().collect::<Vec<_>>().join(" "));
    if let Some(note) = sentence.and_then(|sentence| sentence.note.as_deref()) {
        lines.push(format!("note: {note}"));
    }
    if let Some(span) = app.desk.words.as_ref().and_then(Words::bytes) {
        lines.push(format!("selected: {}", open.text(span)));
    }
    lines
}

/// What an annotator said about a sentence, word by word.
fn state(app: &App, sentence: &Sentence) -> Vec<String> {
    let mut words = Vec::new();
    for tag in &sentence.tags {
        let name = app.labels.find(&tag.label).map_or(tag.label.as_str(), |label| label.name(app.lang));
        let part = if tag.part.is_some() { " (part)" } else { "" };
        let unsure = if tag.unsure { "?" } else { "" };
        let source =
            if tag.source.is_empty() { String::new() } else { format!(" [{}]", tag.source.join(" < ")) };
        let who = tag.who.as_ref().map_or_else(String::new, |who| format!(" (who: {who})"));
        words.push(format!("{name}{unsure}{part}{source}{who}"));
    }
    if sentence.is_read() {
        words.push("read".into());
    }
    if sentence.mark {
        words.push("marked".into());
    }
    if sentence.conflict.is_some() {
        words.push("conflict".into());
    }
    words
}

/// What can be said of the selected sentence in passing: is it marked, and is one of its tags unsure?
pub(super) fn doubts(app: &App) -> (bool, bool) {
    app.sentence()
        .map_or((false, false), |sentence| (sentence.mark, sentence.tags.iter().any(|tag| tag.unsure)))
}

/// What `action` made of the doubts about the selected sentence; `None` where it left them as they were.
pub(super) fn done(app: &App, action: Option<Action>, before: (bool, bool)) -> Option<&'static str> {
    let (mark, unsure) = doubts(app);
    let phrase = match action {
        Some(Action::Mark) if mark && !before.0 => MARKED,
        Some(Action::Mark) if !mark && before.0 => UNMARKED,
        Some(Action::Unsure) if unsure && !before.1 => UNSURE,
        Some(Action::Unsure) if !unsure && before.1 => SURE,
        _ => return None,
    };
    Some(phrase.text(app.lang))
}

/// A row of the list: the article's id and how far it is read.
pub(super) fn article(app: &App, index: usize) -> String {
    let Some(id) = app.list.articles.get(index) else { return String::new() };
    match app.list.progress.get(id) {
        Some(counts) if counts.units > 0 => format!("  {id} {}/{}", counts.read, counts.units),
        _ => format!("  {id}"),
    }
}

/// Every command that has a key.
pub(super) fn keys(app: &App) -> Vec<String> {
    let with_key = app.commands.rows.iter().filter(|row| !row.keys.is_empty());
    with_key
        .map(|row| {
            let keys: Vec<String> = row.keys.iter().map(ToString::to_string).collect();
            format!("  {:16} {}", keys.join(" "), row.help.text(app.lang))
        })
        .collect()
}

/// What the topmost field has to complain about.
pub(super) fn complaint(app: &App) -> Option<String> {
    match app.overlays.last()? {
        Overlay::Field(field) => field.complaint.clone(),
        _ => None,
    }
}
