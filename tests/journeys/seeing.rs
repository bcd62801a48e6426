//! What is to be seen in a journey, compared with what is.

use std::collections::BTreeMap;

use factdesk::{
    app::{Effect, ExportField, Overlay, overlay::KeptOffer},
    export::Sample,
    review::{Line, Row},
    text::ArticleId,
};
use serde::Deserialize;

use crate::{drawn, newsroom::Newsroom};

/// The Review as it is seen; what is not named may be anything.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    /// Its lines: `> a.txt:1 ab:C cd:- disagreement`, the selected one with `>`; headings as `# a.txt 2`.
    lines: Option<Vec<String>>,
    /// The words of the selected row begin like this.
    words: Option<String>,
    /// Whose reading is shown.
    reading: Option<String>,
    /// The filter as it was typed.
    query: Option<String>,
    /// Rows shown, rows of all, open ones, disagreements.
    counts: Option<[usize; 4]>,
    /// Is everything known?
    complete: Option<bool>,
}

/// What is to be seen; what is not named may be anything.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct See {
    /// The view: desk, review, overview.
    view: Option<String>,
    /// The open article.
    article: Option<String>,
    /// The selected sentence begins like this.
    sentence: Option<String>,
    /// The tags of the selected sentence, `-` for none: labels' first letters in upper case.
    tags: Option<String>,
    /// The selected sentence is read.
    read: Option<bool>,
    /// Sentences that are open, in this article.
    open: Option<u32>,
    /// Units of this article.
    units: Option<usize>,
    /// The notice holds this; empty: there is none.
    notice: Option<String>,
    /// The selected words.
    words: Option<String>,
    /// The topmost layer: help, palette, field, results, pages, paste, export, none.
    layer: Option<String>,
    /// What stands in the field, or what the list is filtered by.
    field: Option<String>,
    /// What is wrong with it.
    complaint: Option<String>,
    /// The rows of the list on top (at least these, in this order), or the completions of the field.
    rows: Option<Vec<String>>,
    /// saved, saving, failed.
    save: Option<String>,
    /// Hits of the search in the article.
    hits: Option<usize>,
    /// The selected article of the list.
    listed: Option<String>,
    /// What was put on the clipboard last.
    clipboard: Option<String>,
    /// The program was left: `saved` or `failed`; `no`.
    left: Option<String>,
    /// What becomes of kept edits: `taken`, `discarded`, `kept`.
    kept: Option<String>,
    /// Something is wrong with the article or its annotations, and this is said.
    problem: Option<String>,
    /// The Review.
    review: Option<Table>,
    /// What was exported: by path the format and how many sentences, as `xlsx 3`.
    exported: Option<BTreeMap<String, String>>,
    /// The note of the selected sentence.
    note: Option<String>,
    /// The screen has each of these in one of its rows.
    #[serde(default)]
    shows: Vec<String>,
    /// The screen has none of these.
    #[serde(default)]
    hides: Vec<String>,
}

/// Compares what is seen with what should be, where that is said.
#[track_caller]
fn same<T: PartialEq + std::fmt::Debug>(what: &str, expected: Option<&T>, seen: &T) {
    if let Some(expected) = expected {
        assert_eq!(seen, expected, "{what}");
    }
}

pub(crate) fn look(room: &Newsroom, see: &See) {
    let app = &room.app;
    same("view", see.view.as_ref(), &format!("{:?}", app.view).to_lowercase());
    let open = app.desk.open.as_ref();
    let id = open.map_or_else(|| ArticleId::new(""), |open| open.article.id.clone());
    same("article", see.article.as_ref(), &id.to_string());
    if let Some(begin) = &see.sentence {
        let open = open.unwrap();
        let text = open.text(open.unit().unwrap().bytes);
        assert!(text.starts_with(begin.as_str()), "selected is {text:?}, not {begin:?}");
    }
    let sentence = app.sentence();
    let tags = sentence.map(|sentence| {
        let letter = |label: &str| label.chars().next().unwrap().to_uppercase().to_string();
        sentence.tags.iter().map(|tag| letter(tag.label.as_str())).collect::<String>()
    });
    let tags = tags.filter(|tags| !tags.is_empty()).unwrap_or_else(|| "-".to_owned());
    same("tags", see.tags.as_ref(), &tags);
    same("read", see.read.as_ref(), &sentence.is_some_and(factdesk::annotation::Sentence::is_read));
    same("open", see.open.as_ref(), &open.map_or(0, |open| open.counts.open()));
    same("units", see.units.as_ref(), &open.map_or(0, |open| open.units.len()));
    same("note", see.note.as_ref(), &sentence.and_then(|sentence| sentence.note.clone()).unwrap_or_default());
    let notice = app.notice.as_ref().map_or("", |notice| notice.text.as_str());
    match see.notice.as_deref() {
        Some("") => assert_eq!(notice, ""),
        Some(part) => assert!(notice.contains(part), "notice {notice:?} has no {part:?}"),
        None => {}
    }
    let words = app.desk.words.as_ref().and_then(factdesk::app::Words::bytes);
    let words = words.map_or("", |bytes| open.unwrap().text(bytes)).to_owned();
    same("words", see.words.as_ref(), &words);
    same("hits", see.hits.as_ref(), &app.desk.search.as_ref().map_or(0, |search| search.hits.len()));
    same("listed", see.listed.as_ref(), &app.list.selected().map(ToString::to_string).unwrap_or_default());
    let problem = app.desk.problem.clone().unwrap_or_default().join("\n");
    if let Some(part) = &see.problem {
        assert!(problem.contains(part.as_str()) && problem.is_empty() == part.is_empty(), "{problem:?}");
    }
    let save = app.shelf.held.get(&id).map_or("none", |held| match held {
        held if held.failure.is_some() => "failed",
        held if held.sending.is_some() => "saving",
        held if held.is_unsaved() => "unsaved",
        _ => "saved",
    });
    same("save", see.save.as_ref(), &save.to_owned());
    look_outside(room, see);
    drawn::look(&room.app, &see.shows, &see.hides);
    if let Some(table) = &see.review {
        look_at_table(room, table);
    }
    look_at_layer(app.overlays.last(), see);
}

fn look_outside(room: &Newsroom, see: &See) {
    let copied = room.done.iter().rev().find_map(|effect| match effect {
        Effect::Copy(text) => Some(text.clone()),
        _ => None,
    });
    same("clipboard", see.clipboard.as_ref(), &copied.unwrap_or_default());
    let left = match room.done.iter().rev().find(|effect| matches!(effect, Effect::Quit { .. })) {
        Some(Effect::Quit { failed: true }) => "failed",
        Some(_) => "saved",
        None => "no",
    };
    same("left", see.left.as_ref(), &left.to_owned());
    let exported = room
        .exports
        .iter()
        .map(|(path, (format, sentences))| (path.clone(), format!("{format} {sentences}")));
    same("exported", see.exported.as_ref(), &exported.collect());
    let kept = room.done.iter().find_map(|effect| match effect {
        Effect::Recover(_) => Some("taken"),
        Effect::Discard(_) => Some("discarded"),
        _ => None,
    });
    same("kept", see.kept.as_ref(), &kept.unwrap_or("kept").to_owned());
}

fn look_at_layer(layer: Option<&Overlay>, see: &See) {
    let name = match layer {
        None => "none",
        Some(Overlay::Help(_)) => "help",
        Some(Overlay::Palette(_)) => "palette",
        Some(Overlay::Field(_)) => "field",
        Some(Overlay::Results(_)) => "results",
        Some(Overlay::Filters(_)) => "filters",
        Some(Overlay::Unplaced(_)) => "unplaced",
        Some(Overlay::Pages(_)) => "pages",
        Some(Overlay::Paste(_)) => "paste",
        Some(Overlay::Kept(_)) => "kept",
        Some(Overlay::Export(_)) => "export",
    };
    same("layer", see.layer.as_ref(), &name.to_owned());
    let (typed, complaint, rows) = match layer {
        Some(
            Overlay::Help(list)
            | Overlay::Palette(list)
            | Overlay::Results(list)
            | Overlay::Filters(list)
            | Overlay::Unplaced(list),
        ) => {
            let rows = list.rows.iter().map(|row| format!("{} {}", row.left, row.text)).collect();
            (list.filter.value().to_owned(), None, rows)
        }
        Some(Overlay::Field(field)) => {
            (field.input.value().to_owned(), field.complaint.clone(), field.completions.clone())
        }
        Some(Overlay::Paste(paste)) => (paste.to.value().to_owned(), paste.complaint.clone(), Vec::new()),
        Some(Overlay::Pages(pages) | Overlay::Kept(KeptOffer { pages, .. })) => {
            (String::new(), None, pages.lines.clone())
        }
        Some(Overlay::Export(form)) => {
            let input = if form.field == ExportField::Path { &form.path } else { &form.filter.input };
            let rows = match &form.preview.sample {
                Some(Sample::Rows(rows)) => rows
                    .iter()
                    .map(|row| format!("{} {} {} {}", row.place, row.labels, row.source, row.words))
                    .collect(),
                Some(Sample::Lines(lines)) => lines.clone(),
                None => Vec::new(),
            };
            (input.value().to_owned(), form.complaint.clone(), rows)
        }
        None => (String::new(), None, Vec::new()),
    };
    same("field", see.field.as_ref(), &typed);
    if let Some(part) = &see.complaint {
        let complaint = complaint.unwrap_or_default();
        assert!(complaint.contains(part.as_str()), "{complaint:?} has no {part:?}");
    }
    if let Some(expected) = &see.rows {
        let mut rest = rows.iter();
        for row in expected {
            assert!(
                rest.any(|seen: &String| seen.contains(row.as_str())),
                "{row:?} is not (in this place) among {rows:?}"
            );
        }
    }
}

/// A row as journeys write it.
fn row_text(row: &Row) -> String {
    let mut said: Vec<(String, String)> = Vec::new();
    for reading in &row.readings {
        let name = reading.annotator.to_string();
        let mut letters: String =
            reading.sentence.tags.iter().map(|tag| tag.label.as_str()[..1].to_uppercase()).collect();
        if letters.is_empty() {
            letters.push_str(if reading.sentence.read { "-" } else { "" });
        }
        letters.extend(
            reading.sentence.not.iter().map(|label| format!("!{}", label.as_str()[..1].to_uppercase())),
        );
        match said.last_mut() {
            Some((last, all)) if *last == name => all.push_str(&letters),
            _ => said.push((name, letters)),
        }
    }
    let said: Vec<String> = said.into_iter().map(|(name, letters)| format!("{name}:{letters}")).collect();
    let anchor = if row.anchor().is_placed() { String::new() } else { format!(" {}", row.anchor().id()) };
    format!("{}:{} {} {}{anchor}", row.article.id, row.line(), said.join(" "), row.state.id())
}

fn look_at_table(room: &Newsroom, table: &Table) {
    let review = &room.app.review;
    let show = |(at, line): (usize, &Line)| {
        let sign = if at == review.cursor { "> " } else { "" };
        match line {
            Line::Heading(text, count) => format!("{sign}# {text} {count}"),
            Line::Row(index) => format!("{sign}{}", row_text(&review.rows[*index])),
        }
    };
    same("lines", table.lines.as_ref(), &review.lines.iter().enumerate().map(show).collect());
    if let Some(begin) = &table.words {
        let words = review.row().map_or("", |row| row.words());
        assert!(words.starts_with(begin.as_str()), "selected is {words:?}, not {begin:?}");
    }
    let reading = review.reading().map(|reading| reading.annotator.to_string()).unwrap_or_default();
    same("reading", table.reading.as_ref(), &reading);
    same("query", table.query.as_ref(), &review.query);
    let counts = review.counts;
    same("counts", table.counts.as_ref(), &[counts.shown, counts.all, counts.open, counts.disagreements]);
    same("complete", table.complete.as_ref(), &review.so_far.is_some_and(|so_far| so_far.done));
}
