//! What somebody says about a sentence, in lines: who it is, tags and all they know, what was rejected, mark, note and
//! conflict.

use ratatui::style::Style;

use super::{
    canvas::columns,
    lines::{Line, Lines},
    theme::{Role, Styles},
};
use crate::{
    annotation::{AnchorState, Label, Origin, Sentence, Tag},
    app::App,
    locale::Phrase,
    review::Reading,
    text::Span,
};

const YOU: Phrase = Phrase::new("you", "du");
const READ: Phrase = Phrase::new("read, nothing to tag", "gelesen, nichts zu markieren");
const UNREAD: Phrase = Phrase::new("not read", "nicht gelesen");
/// What words somebody says something about.
pub(super) const COVERS: Phrase = Phrase::new("on", "an");
const SOURCE: Phrase = Phrase::new("source", "Quelle");
const WHO: Phrase = Phrase::new("who", "wer");
const CUE: Phrase = Phrase::new("cue", "Signal");
const PART: Phrase = Phrase::new("part", "Teil");
const CLAIMS: Phrase = Phrase::new("claims", "Aussage");
const NOTE: Phrase = Phrase::new("note", "Notiz");
const NOT: Phrase = Phrase::new("not", "nicht");
const UNSURE: Phrase = Phrase::new("unsure", "unsicher");
const MARKED: Phrase = Phrase::new("marked to come back to", "zum Wiederkommen vorgemerkt");
const SUGGESTED: Phrase = Phrase::new("suggested", "vorgeschlagen");
const IMPORTED: Phrase = Phrase::new("imported", "übernommen");
const CONFLICT: Phrase = Phrase::new("conflict: somebody else says", "Konflikt: anderswo steht");
const NO_TAGS: Phrase = Phrase::new("no tags", "keine Markierung");
/// Columns of the labels on the left.
pub(super) const INDENT: u16 = 8;

/// Who says `reading`, in that style, and how it fits the article; with their full name where there is room.
pub(super) fn who(lines: &Lines, app: &App, reading: &Reading, style: Style) -> Line {
    let Reading { annotator, anchor, .. } = reading;
    let fits = match anchor {
        AnchorState::Exact => String::new(),
        _ => format!("  {} {}", anchor.sign(), anchor.name().text(app.lang)),
    };
    let mine = app.is_me(annotator);
    let you = if mine { format!(" ({})", YOU.text(app.lang)) } else { String::new() };
    let full = app.people.get(annotator).filter(|_| !mine).map(|full| format!(" ({full})"));
    let room = lines.width().saturating_sub(columns(annotator.as_str())).saturating_sub(columns(&fits));
    let full = full.filter(|full| columns(full) <= room).unwrap_or_default();
    let loud = if anchor.is_placed() { Role::Text } else { Role::Warning };
    Line::default().then(&format!("{annotator}{you}{full}"), style).then(&fits, lines.styles.style(loud))
}

/// Adds what somebody says, tags or none.
pub(super) fn whole(lines: &mut Lines, app: &App, sentence: &Sentence) {
    if sentence.tags.is_empty() {
        let said = if sentence.is_read() { READ } else { UNREAD };
        lines.text(said.text(app.lang), Role::Dim, 0);
    }
    add(lines, app, sentence, |_, _, line| line);
}

/// Adds all that `sentence` says. `head` may add to the line of a tag, of which it is told the number.
pub(super) fn add(
    lines: &mut Lines,
    app: &App,
    sentence: &Sentence,
    head: impl Fn(usize, &Tag, Line) -> Line,
) {
    tags(lines, app, sentence, &sentence.tags, head);
    if !sentence.not.is_empty() {
        let names: Vec<&str> = sentence.not.iter().map(|label| name(app, label)).collect();
        lines.labelled(NOT.text(app.lang), &names.join(", "), INDENT);
    }
    if sentence.mark {
        lines.gap();
        lines.text(&format!("* {}", MARKED.text(app.lang)), Role::Text, 2);
    }
    if let Some(note) = &sentence.note {
        lines.gap();
        lines.labelled(&format!("\" {}", NOTE.text(app.lang)), note, INDENT);
    }
    if let Some(conflict) = &sentence.conflict {
        lines.gap();
        lines.text(&format!("! {}", CONFLICT.text(app.lang)), Role::Warning, 2);
        if conflict.tags.is_empty() {
            lines.text(NO_TAGS.text(app.lang), Role::Dim, 0);
        }
        tags(lines, app, sentence, &conflict.tags, |_, _, line| line);
        if let Some(note) = &conflict.note {
            lines.labelled(NOTE.text(app.lang), note, INDENT);
        }
    }
}

/// Tags and all they know; what several in a row share is said once.
fn tags(
    lines: &mut Lines,
    app: &App,
    sentence: &Sentence,
    tags: &[Tag],
    head: impl Fn(usize, &Tag, Line) -> Line,
) {
    for (n, tag) in tags.iter().enumerate() {
        lines.push(head(n, tag, line(lines.styles, app, tag)));
        let known = details(app, sentence, tag);
        if tags.get(n + 1).is_none_or(|next| details(app, sentence, next) != known) {
            for (label, value) in known {
                lines.labelled(&format!("  {label}"), &value, INDENT + 2);
            }
        }
    }
}

/// Letter, name, and whether somebody is sure of it.
fn line(styles: Styles, app: &App, tag: &Tag) -> Line {
    let definition = app.labels.find(&tag.label);
    let letter = definition.map_or('+', |definition| definition.letter);
    let mut line = Line::default()
        .then(letter.encode_utf8(&mut [0; 4]), styles.letter(definition))
        .then(" ", styles.style(Role::Text))
        .then(name(app, &tag.label), styles.style(Role::Strong));
    if tag.unsure {
        line = line.then(&format!("  ? {}", UNSURE.text(app.lang)), styles.style(Role::Text));
    }
    if let Some(origin) = tag.origin {
        let origin = if origin == Origin::Suggested { SUGGESTED } else { IMPORTED };
        line = line.then(&format!("  {}", origin.text(app.lang)), styles.style(Role::Dim));
    }
    line
}

/// What a tag knows, by name.
fn details(app: &App, sentence: &Sentence, tag: &Tag) -> Vec<(&'static str, String)> {
    let chain = (!tag.source.is_empty()).then(|| tag.source.join(" ← "));
    let part = tag.part.map(|part| quoted(sentence, part));
    let claims = (!tag.claims.is_empty()).then(|| tag.claims.join(", "));
    let known =
        [(SOURCE, chain), (WHO, tag.who.clone()), (CUE, tag.cue.clone()), (PART, part), (CLAIMS, claims)];
    known.into_iter().filter_map(|(label, value)| Some((label.text(app.lang), value?))).collect()
}

/// The words of a part of the sentence.
fn quoted(sentence: &Sentence, part: Span) -> String {
    let skip = part.start.saturating_sub(sentence.span.start) as usize;
    let words: String = sentence.quote.chars().skip(skip).take(part.len()).collect();
    format!("„{words}“")
}

/// What a label is called.
fn name<'a>(app: &'a App, label: &'a Label) -> &'a str {
    app.labels.find(label).map_or(label.as_str(), |definition| definition.name(app.lang))
}
