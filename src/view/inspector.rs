//! Everything that is known about the selected sentence.

use super::{
    canvas::Canvas,
    lines::{Line, Lines},
    problem,
    theme::{Role, Styles},
};
use crate::{
    annotation::{Origin, Sentence, Tag},
    app::{Action, App, OpenArticle, Pane, geometry::Area, msg::Target},
    locale::{Lang, Phrase, rules::rule},
    text::{Kind, Unit},
};

const OPEN: Phrase = Phrase::new("open: not read yet", "offen: noch nicht gelesen");
const NOTHING: Phrase = Phrase::new("read, nothing to tag", "gelesen, nichts zu markieren");
const FURNITURE: Phrase = Phrase::new("furniture: nobody checks it", "Beiwerk: wird nicht geprüft");
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
const ONLY: Phrase = Phrase::new("only this", "nur die");
const CONFLICT: Phrase = Phrase::new("conflict: somebody else says", "Konflikt: anderswo steht");
const MINE: Phrase = Phrase::new("keep mine", "meins behalten");
const THEIRS: Phrase = Phrase::new("take theirs", "andere übernehmen");
const NO_TAGS: Phrase = Phrase::new("no tags", "keine Markierung");
/// Columns of the labels on the left.
const INDENT: u16 = 8;

/// What acts on a sentence, in the order shown.
const KEYS: [Action; 10] = [
    Action::Source,
    Action::Who,
    Action::Note,
    Action::SelectWords,
    Action::Mark,
    Action::Unsure,
    Action::Only,
    Action::Furniture,
    Action::Untouch,
    Action::Codebook,
];

/// Draws what is known about the selected sentence of `open` into `pane`, with its words where it stands `alone`.
pub(super) fn draw(canvas: &mut Canvas, pane: Area, app: &App, open: &OpenArticle, alone: bool) {
    canvas.hit(pane, Target::Pane(Pane::Inspector));
    let area = Area { x: pane.x + 1, width: pane.width.saturating_sub(2), ..pane };
    let mut lines = Lines::new(canvas.styles, area.width);
    let held = app.shelf.held.get(&open.article.id);
    if let Some(problem) = &app.desk.problem {
        problem::add(&mut lines, problem, area.width);
        lines.gap();
    }
    let read_only = held.and_then(|held| held.read_only.as_ref()).filter(|_| app.desk.problem.is_none());
    let failure = held.and_then(|held| held.failure.as_ref());
    for reason in read_only.into_iter().chain(failure) {
        lines.text(&format!("! {reason}"), Role::Warning, 2);
        lines.gap();
    }
    if failure.is_some() {
        lines.push(key_line(
            lines.styles,
            app,
            Action::RetrySave,
            app.commands.title_of(Action::RetrySave, app.lang),
        ));
        lines.gap();
    }
    if let Some(unit) = open.units.get(open.cursor) {
        head(&mut lines, app, open, unit);
        lines.gap();
        if alone {
            lines.text(open.text(unit.bytes), Role::Text, 0);
            lines.gap();
        }
        match held.and_then(|held| held.document.find(unit.chars)) {
            Some(sentence) => said(&mut lines, app, open, sentence, unit.kind),
            None => lines.text(standing(None, unit.kind).text(app.lang), Role::Dim, 0),
        }
    }
    let above = u16::try_from(lines.len()).unwrap_or(u16::MAX).min(area.height);
    lines.draw(canvas, area, app.desk.inspector_top);
    keys(canvas, Area { y: area.y + above, height: area.height - above, ..area }, app);
}

/// Which sentence it is, what it is taken for, and why it ends where it does.
fn head(lines: &mut Lines, app: &App, open: &OpenArticle, unit: &Unit) {
    let plus = if open.complete { "" } else { "+" };
    let (number, all) = (open.cursor + 1, open.units.len());
    let name = match (app.lang, unit.kind) {
        (Lang::En, Kind::Sentence) => "Sentence",
        (Lang::En, Kind::Heading) => "Heading",
        (Lang::En, Kind::Caption) => "Caption",
        (Lang::En, Kind::Furniture) => "Furniture",
        (Lang::De, Kind::Sentence) => "Satz",
        (Lang::De, Kind::Heading) => "Überschrift",
        (Lang::De, Kind::Caption) => "Bildtext",
        (Lang::De, Kind::Furniture) => "Beiwerk",
    };
    let (of, ends) = match app.lang {
        Lang::En => ("of", "ends at"),
        Lang::De => ("von", "endet bei"),
    };
    let style = lines.styles.style(if app.focus == Pane::Inspector { Role::Selected } else { Role::Strong });
    lines.push(Line::default().then(&format!("{name} {number} {of} {all}{plus}"), style));
    lines.text(&format!("{ends}: {}", rule(app.lang, unit.rule)), Role::Dim, 2);
}

fn standing(sentence: Option<&Sentence>, kind: Kind) -> Phrase {
    match (sentence.is_some_and(Sentence::is_read), kind) {
        (true, _) => NOTHING,
        (false, Kind::Furniture) => FURNITURE,
        (false, _) => OPEN,
    }
}

/// What the annotator says about the sentence.
fn said(lines: &mut Lines, app: &App, open: &OpenArticle, sentence: &Sentence, kind: Kind) {
    if sentence.tags.is_empty() {
        lines.text(standing(Some(sentence), kind).text(app.lang), Role::Dim, 0);
    }
    tags(lines, app, Some(open.cursor), sentence, &sentence.tags);
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
        tags(lines, app, None, sentence, &conflict.tags);
        if let Some(note) = &conflict.note {
            lines.labelled(NOTE.text(app.lang), note, INDENT);
        }
        for (action, title) in [(Action::KeepMine, MINE), (Action::TakeTheirs, THEIRS)] {
            lines.push(key_line(lines.styles, app, action, title.text(app.lang)));
        }
    }
}

/// Tags and all they know; what several in a row share is said once. `unit` where a click takes them off.
fn tags(lines: &mut Lines, app: &App, unit: Option<usize>, sentence: &Sentence, tags: &[Tag]) {
    for (n, tag) in tags.iter().enumerate() {
        let only = unit.is_some() && app.only() == Some(n);
        let mut line = tag_line(lines.styles, app, unit, tag);
        if only {
            line = line.then(&format!("  < {}", ONLY.text(app.lang)), lines.styles.style(Role::Text));
        }
        lines.push(line);
        let known = details(app, sentence, tag);
        if tags.get(n + 1).is_none_or(|next| details(app, sentence, next) != known) {
            for (label, value) in known {
                lines.labelled(&format!("  {label}"), &value, INDENT + 2);
            }
        }
    }
}

fn tag_line(styles: Styles, app: &App, unit: Option<usize>, tag: &Tag) -> Line {
    let known = app.labels.iter().enumerate().find(|(_, own)| own.label == tag.label);
    let definition = known.map(|(_, definition)| definition);
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
    match (unit, known) {
        (Some(unit), Some((index, _))) => line.means(Target::Tag(unit, index)),
        _ => line,
    }
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
fn quoted(sentence: &Sentence, part: crate::text::Span) -> String {
    let skip = part.start.saturating_sub(sentence.span.start) as usize;
    let words: String = sentence.quote.chars().skip(skip).take(part.len()).collect();
    format!("„{words}“")
}

/// What a label is called.
fn name<'a>(app: &'a App, label: &'a crate::annotation::Label) -> &'a str {
    app.labels.find(label).map_or(label.as_str(), |definition| definition.name(app.lang))
}

/// What keys act on the sentence, at the lower end of `area`, as many as there is room for below an empty row.
fn keys(canvas: &mut Canvas, area: Area, app: &App) {
    let labels = (0..app.labels.iter().count()).map(Action::Toggle);
    let actions = labels.chain(KEYS).filter(|action| !app.commands.key_of(*action).is_empty());
    let mut lines = Lines::new(canvas.styles, area.width);
    for action in actions.take(area.height.saturating_sub(1).into()) {
        lines.push(key_line(lines.styles, app, action, app.commands.title_of(action, app.lang)));
    }
    let height = u16::try_from(lines.len()).unwrap_or(0);
    lines.draw(canvas, Area { y: area.y + area.height - height, height, ..area }, 0);
}

fn key_line(styles: Styles, app: &App, action: Action, title: &str) -> Line {
    let key = app.commands.key_of(action);
    Line::default()
        .then(if key.is_empty() { ":" } else { &key }, styles.style(Role::Strong))
        .then(" ", styles.style(Role::Text))
        .at(INDENT)
        .then(title, styles.style(Role::Dim))
        .means(Target::Hint(action))
}
