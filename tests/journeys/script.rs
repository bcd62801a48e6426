//! What a journey is made of, and how it is run.

use std::collections::BTreeMap;

use factdesk::{
    annotation::{Annotator, LabelDefinition, LabelSet},
    app::{KeptEdits, Msg, Pane, Settings, Size, Target},
    locale::Text,
    store::Company,
    text::ArticleId,
};
use serde::Deserialize;

use crate::{
    newsroom::{NOW, Newsroom, Start},
    seeing::{See, look},
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
    /// Who sits there; `ab` without it.
    annotator: Option<String>,
    /// Does it begin as `factdesk adjudicate`?
    #[serde(default)]
    adjudicate: bool,
    /// Filters that the workspace keeps, by name.
    #[serde(default)]
    filters: BTreeMap<String, String>,
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
    let annotator = journey.annotator.as_deref().unwrap_or(if journey.adjudicate { "desk" } else { "ab" });
    let mut room = Newsroom::open(Start {
        articles: journey.articles,
        files: journey.files,
        annotator: (!journey.stranger).then(|| annotator.to_owned()),
        settings,
        size: journey.size.as_deref().map_or(Size { width: 120, height: 36 }, size),
        first_units: journey.first_units.unwrap_or(usize::MAX),
        labels: LabelSet::with_own(own),
        kept: journey.kept.iter().map(|article| kept(article)).collect(),
        blind: !journey.seeing,
        others: journey.others,
        filters: journey.filters.into_iter().collect(),
        adjudicates: journey.adjudicate,
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
