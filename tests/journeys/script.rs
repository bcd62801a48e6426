//! What a journey is made of, and how it is run.

use std::collections::BTreeMap;

use factdesk::{
    annotation::{Annotator, LabelDefinition, LabelSet},
    app::{Effect, KeptEdits, Msg, Overlay, Pane, Settings, Size, Target, overlay::KeptOffer},
    locale::Text,
    store::Company,
    text::ArticleId,
};
use serde::Deserialize;

use crate::{
    drawn,
    newsroom::{NOW, Newsroom, Start},
};

/// One journey.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Journey {
    /// What it shows.
    shows: String,
    /// The articles by id.
    #[serde(default)]
    articles: BTreeMap<String, String>,
    /// Annotation files that are there already, by article.
    #[serde(default)]
    files: BTreeMap<String, String>,
    /// Annotation files of others, by annotator and article.
    #[serde(default)]
    others: BTreeMap<String, BTreeMap<String, String>>,
    /// Does the workspace show what others say from the start?
    #[serde(default)]
    seeing: bool,
    /// `WIDTHxHEIGHT`; 120x36 without it.
    size: Option<String>,
    /// The person's config file.
    #[serde(default)]
    config: String,
    /// Is it unknown who tags?
    #[serde(default)]
    stranger: bool,
    /// Articles to which an earlier run kept edits that it could not save.
    #[serde(default)]
    kept: Vec<String>,
    /// How many units the first answer holds.
    first_units: Option<usize>,
    /// An own label with that key.
    own_label: Option<char>,
    /// What happens.
    steps: Vec<Step>,
}

/// One step.
#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum Step {
    /// Keys, with blanks between them.
    Keys(String),
    /// A text that is typed character by character.
    Type(String),
    /// A text that is pasted.
    Paste(String),
    /// What the person will write in the editor.
    Editor(String),
    /// Somebody else writes the annotation file of an article: what it holds then.
    Outside(BTreeMap<String, String>),
    /// Another annotator writes their annotation files: what these hold then, by annotator and article.
    Others(BTreeMap<String, BTreeMap<String, String>>),
    /// Articles are no longer there.
    Delete(Vec<String>),
    /// Somebody else changes an article: its text then.
    Rewrite(BTreeMap<String, String>),
    /// In the annotation file of an article somebody else replaces the first text by the second.
    Patch([String; 3]),
    /// Somebody removes the annotation file of an article.
    Remove(String),
    /// `full`, `slow` (saves are not answered), `asleep` (articles do not open), `behind` (who opens an article finds
    /// its annotations as they are now), or `fine`.
    Disk(String),
    /// The terminal gets the focus.
    Focus(bool),
    /// The terminal has this size now.
    Resize(String),
    /// These are found at the open article too; `ab` is another window of the same annotator.
    Company(Vec<String>),
    /// The units that were missing arrive.
    Segment(Then),
    /// The wheel turns over the article.
    Wheel(i16),
    /// A click.
    Click(Click),
    /// What is to be seen now.
    See(Box<See>),
    /// What the annotation file of an article holds from `sentences:` (or `split:`, `join:`) on.
    File(BTreeMap<String, String>),
    /// No annotation file is there for this article.
    Nofile(String),
}

/// What is clicked.
#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum Click {
    /// That unit.
    Unit(usize),
    /// The letter of a label at a unit.
    Tag([usize; 2]),
}

/// Nothing more needs to be said.
#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum Then {
    /// It happens now.
    Now,
}

/// What is to be seen; what is not named may be anything.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct See {
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
    /// The topmost layer: help, palette, field, results, pages, paste, none.
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
    /// The note of the selected sentence.
    note: Option<String>,
    /// The screen has each of these in one of its rows.
    #[serde(default)]
    shows: Vec<String>,
    /// The screen has none of these.
    #[serde(default)]
    hides: Vec<String>,
}

/// Runs all journeys of a file.
pub(crate) fn run(name: &str, yaml: &str) {
    let journeys: Vec<Journey> = serde_yaml::from_str(yaml).unwrap_or_else(|error| panic!("{name}: {error}"));
    for journey in journeys {
        let shows = journey.shows.clone();
        let steps = journey.steps.len();
        println!("{name}: {shows} ({steps} steps)");
        run_one(journey);
    }
}

fn run_one(journey: Journey) {
    let (settings, problems) = Settings::parse(&journey.config, "config.yaml");
    assert!(problems.is_empty(), "{problems:?}");
    let own = journey.own_label.map(|key| LabelDefinition {
        label: factdesk::annotation::Label::new("hedge"),
        key,
        letter: 'H',
        colour: None,
        name_en: "hedge".to_owned(),
        name_de: "Vorbehalt".to_owned(),
    });
    let mut room = Newsroom::open(Start {
        articles: journey.articles,
        files: journey.files,
        annotator: (!journey.stranger).then_some("ab"),
        settings,
        size: journey.size.as_deref().map_or(Size { width: 120, height: 36 }, size),
        first_units: journey.first_units.unwrap_or(usize::MAX),
        labels: LabelSet::with_own(own),
        kept: journey.kept.iter().map(|article| kept(article)).collect(),
        blind: !journey.seeing,
        others: journey.others,
    });
    for (number, step) in journey.steps.into_iter().enumerate() {
        println!("  step {}", number + 1);
        take(&mut room, step);
    }
}

fn kept(article: &str) -> KeptEdits {
    KeptEdits {
        path: format!("/state/{article}").into(),
        annotator: Annotator::new("ab").unwrap(),
        article: ArticleId::new(article),
        at: NOW.parse().ok(),
        why: Some(Text { en: "the disk is full".into(), de: "die Platte ist voll".into() }),
    }
}

fn size(text: &str) -> Size {
    let (width, height) = text.split_once('x').unwrap();
    Size { width: width.parse().unwrap(), height: height.parse().unwrap() }
}

fn take(room: &mut Newsroom, step: Step) {
    match step {
        Step::Keys(keys) => room.keys(&keys),
        Step::Type(text) => room.write(&text),
        Step::Paste(text) => room.send(Msg::Pasted(text)),
        Step::Editor(text) => room.editor = Some(text),
        Step::Outside(files) => room.files.extend(files),
        Step::Others(others) => {
            for (annotator, files) in others {
                room.others.entry(annotator).or_default().extend(files);
            }
        }
        Step::Delete(articles) => room.articles.retain(|id, _| !articles.contains(id)),
        Step::Rewrite(articles) => room.articles.extend(articles),
        Step::Patch([article, old, new]) => {
            let file = room.files.get_mut(&article).unwrap();
            assert!(file.contains(&old), "{old:?} is not in\n{file}");
            *file = file.replacen(&old, &new, 1);
        }
        Step::Remove(article) => drop(room.files.remove(&article)),
        Step::Disk(state) => match state.as_str() {
            "full" => room.full = true,
            "slow" => room.slow = true,
            "asleep" => room.asleep = true,
            "behind" => room.behind = Some(room.files.clone()),
            _ => {
                room.full = false;
                room.behind = None;
                room.hurry();
            }
        },
        Step::Focus(focus) => room.send(Msg::Focus(focus)),
        Step::Resize(to) => room.send(Msg::Resized(size(&to))),
        Step::Company(people) => {
            let article = room.app.desk.open.as_ref().unwrap().article.id.clone();
            let (own, others): (Vec<_>, Vec<_>) = people
                .iter()
                .map(|name| Annotator::new(name).unwrap())
                .partition(|name| name.as_str() == "ab");
            let company = Company { windows: own.len(), annotators: others };
            room.send(Msg::Company { article, company });
        }
        Step::Segment(Then::Now) => room.segment(),
        Step::Wheel(rows) => room.send(Msg::Wheel(Target::Pane(Pane::Article), rows)),
        Step::Click(Click::Unit(unit)) => room.send(Msg::Clicked(Target::Unit(unit))),
        Step::Click(Click::Tag([unit, label])) => room.send(Msg::Clicked(Target::Tag(unit, label))),
        Step::See(see) => look(room, &see),
        Step::File(files) => {
            for (article, expected) in files {
                let file = room.files.get(&article).unwrap_or_else(|| panic!("no file for {article}"));
                let said = ["split:", "join:", "sentences:"].iter().filter_map(|key| file.find(key)).min();
                assert_eq!(file[said.unwrap()..].trim_end(), expected.trim_end(), "{article}");
            }
        }
        Step::Nofile(article) => assert_eq!(room.files.get(&article), None),
    }
}

/// Compares what is seen with what should be, where that is said.
#[track_caller]
fn same<T: PartialEq + std::fmt::Debug>(what: &str, expected: Option<&T>, seen: &T) {
    if let Some(expected) = expected {
        assert_eq!(seen, expected, "{what}");
    }
}

fn look(room: &Newsroom, see: &See) {
    let app = &room.app;
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
        Some(Overlay::Unplaced(_)) => "unplaced",
        Some(Overlay::Pages(_)) => "pages",
        Some(Overlay::Paste(_)) => "paste",
        Some(Overlay::Kept(_)) => "kept",
    };
    same("layer", see.layer.as_ref(), &name.to_owned());
    let (typed, complaint, rows) = match layer {
        Some(
            Overlay::Help(list) | Overlay::Palette(list) | Overlay::Results(list) | Overlay::Unplaced(list),
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
