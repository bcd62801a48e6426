//! `factdesk anchors`: where saved sentences stand now, and confirming those that merely moved.

use std::{io::Write, sync::Arc};

use clap::{Args, ValueEnum, builder::PossibleValuesParser};
use jiff::Timestamp;
use serde::Serialize;

use super::{
    arguments::Common,
    person::Person,
    place,
    report::{Failure, Outcome, Terms, counted, output},
    table::{Table, beginning},
};
use crate::{
    annotation::{
        AnchorState, Annotator, Document, Edit, Placement, anchor,
        diff::{Change, called_out, diff, marked},
    },
    export::json,
    locale::Lang,
    runtime::parallel,
    store::{
        Gathered, Saver, Workspace,
        annotations::{self, Found},
        by_article, read_article,
    },
    text::{Article, ArticleId, char_index::CharIndex, decode::Decoded},
};

/// Below `factdesk anchors --help`.
pub(super) const AFTER_HELP: &str = "\
States: exact (where it was), moved (the same words elsewhere), edited, split, joined (other words
that can only be this sentence; nobody has confirmed it), ambiguous (more than one place),
lost (none).

The table shows what is not exact, and of an edit its first change. JSON lines have every saved
sentence:
{\"article\",\"annotator\",\"start\",\"end\",\"quote\",\"state\",\"new_start\",\"new_end\",\"new_quote\",\"score\"}.
Positions count code points; start and end as the file has them, new_* null where it is ambiguous
or lost; score is the share of the words in common, from 0 to 1.

--accept-moves writes the annotation files of one annotator, --annotator or you: what moved is put
where it is now, and so is what changed in nothing but white space and the shape of quotation
marks, dashes and apostrophes. Everything else is left for the Desk, where each change is shown.

Exit code 0: all stand where they were or moved; 1: others, or files that cannot be read;
2: bad usage.

Examples:
  factdesk anchors
  factdesk anchors --state lost,ambiguous --format jsonl | jq -r .quote
  factdesk anchors --accept-moves --annotator ab";

/// How many columns of a sentence the table shows.
const SHOWN: usize = 48;

/// `factdesk anchors`
#[derive(Args, Debug)]
pub struct Anchors {
    /// A table for people, or JSON lines for programs
    #[arg(long, value_enum, default_value_t = AnchorsFormat::Table)]
    pub format: AnchorsFormat,
    /// Only those in this state
    #[arg(long = "state", value_name = "STATE", value_delimiter = ',',
          value_parser = PossibleValuesParser::new(AnchorState::ALL.map(AnchorState::id)))]
    pub states: Vec<String>,
    /// Confirm what moved in the files of one annotator, then report what is left of theirs
    #[arg(long)]
    pub accept_moves: bool,
}

/// How anchors are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum AnchorsFormat {
    /// Columns for people.
    Table,
    /// One JSON object a line.
    Jsonl,
}

/// One saved sentence; the order of fields is part of the format.
#[derive(Serialize)]
struct Record {
    article: String,
    annotator: String,
    start: u32,
    end: u32,
    quote: String,
    state: &'static str,
    new_start: Option<u32>,
    new_end: Option<u32>,
    new_quote: Option<String>,
    score: f64,
    /// The language of the words, for telling what changed in them.
    #[serde(skip)]
    lang: Option<String>,
}

impl Record {
    fn cells(&self) -> [String; 6] {
        let place = format!("{}-{}", self.start, self.end);
        let place = match (self.new_start, self.new_end) {
            (Some(start), Some(end)) => format!("{place} → {start}-{end}"),
            _ => place,
        };
        let now = self.new_quote.as_ref().filter(|now| **now != self.quote);
        let now = now.map_or_else(String::new, |now| changed(&self.quote, now, self.lang.as_deref()));
        [
            self.state.to_owned(),
            self.article.clone(),
            self.annotator.clone(),
            place,
            beginning(&self.quote, SHOWN),
            now,
        ]
    }
}

pub(super) fn run(asked: &Anchors, common: &Common, terms: Terms) -> Result<Outcome, Failure> {
    let (workspace, _, settled) = place::settled(common, terms)?;
    let mut only = place::annotator(common)?;
    let mut accepted = Outcome::Done;
    if asked.accept_moves {
        let me = match only {
            Some(named) => named,
            None => Person::read(common)?.settings.annotator.ok_or_else(|| {
                Failure::new("--accept-moves writes the files of one annotator, and none is named")
                    .hint("factdesk anchors --accept-moves --annotator NAME")
            })?,
        };
        accepted = accept(&workspace, &me, terms)?;
        only = Some(me);
    }
    let reported = report(&workspace, asked, only.as_ref(), terms)?;
    let outcomes = [settled, accepted, reported].into_iter();
    Ok(outcomes.reduce(|first, next| if first == Outcome::Done { next } else { first }).unwrap_or(reported))
}

/// Prints where the sentences of all annotators stand, or those of one.
fn report(
    workspace: &Workspace,
    asked: &Anchors,
    only: Option<&Annotator>,
    terms: Terms,
) -> Result<Outcome, Failure> {
    let mut output = output();
    let mut table = Table::new(["state", "article", "annotator", "position", "sentence", "change"]);
    let (mut counts, mut shown) = ([0_usize; AnchorState::ALL.len()], 0);
    let mut outcome = Outcome::Done;
    let is_wanted = |state: &str| match &asked.states[..] {
        [] => asked.format == AnchorsFormat::Jsonl || state != AnchorState::Exact.id(),
        states => states.iter().any(|wanted| wanted == state),
    };
    parallel::in_order(
        by_article(workspace),
        |gathered| records(workspace, gathered, only),
        |(records, problems)| {
            for problem in problems {
                terms.warn(problem);
                outcome = Outcome::Problems;
            }
            for record in records {
                let state = AnchorState::ALL.iter().position(|state| state.id() == record.state);
                if let Some(state) = state {
                    counts[state] += 1;
                }
                if !is_wanted(record.state) {
                    continue;
                }
                shown += 1;
                match asked.format {
                    AnchorsFormat::Jsonl => json::line(&mut output, &record)?,
                    AnchorsFormat::Table => table.row(&record.cells()),
                }
            }
            Ok::<_, Failure>(())
        },
    )?;
    if asked.format == AnchorsFormat::Table {
        if shown > 0 {
            table.write(&mut output)?;
        }
        let told: Vec<String> = AnchorState::ALL
            .iter()
            .zip(counts)
            .filter(|(state, count)| *count > 0 || **state == AnchorState::Exact)
            .map(|(state, count)| format!("{count} {}", state.id()))
            .collect();
        terms.say(told.join(", "));
    }
    output.flush()?;
    let doubtful = AnchorState::ALL.iter().zip(counts).any(|(state, count)| count > 0 && !state.is_placed());
    Ok(if doubtful { Outcome::Problems } else { outcome })
}

/// The sentences of all files about one article, and what could not be read.
fn records(
    workspace: &Workspace,
    gathered: Gathered,
    only: Option<&Annotator>,
) -> (Vec<Record>, Vec<String>) {
    let (article, annotators) = match gathered {
        Gathered::Article(article, annotators) => (article, annotators),
        // `factdesk check` tells of it.
        Gathered::Stray(_) => return (Vec::new(), Vec::new()),
        Gathered::Unreadable(path, why) => return (Vec::new(), vec![format!("{}: {why}", path.display())]),
    };
    let annotators: Vec<Annotator> =
        annotators.into_iter().filter(|name| only.is_none_or(|only| only == name)).collect();
    if annotators.is_empty() {
        return (Vec::new(), Vec::new());
    }
    let (mut records, mut problems) = (Vec::new(), Vec::new());
    // What cannot be read has no words: every sentence is lost.
    let article = read_article(workspace, &article).unwrap_or_else(|error| {
        problems.push(error.to_string());
        Article::new(article, Decoded::default())
    });
    let index = CharIndex::new(&article.text);
    for annotator in annotators {
        match annotations::load(workspace, &article.id, &annotator) {
            Ok(loaded) => {
                let Some(parsed) = loaded.parsed else { continue };
                let placement = anchor::place(&parsed.document, &article);
                records.extend(of_document(&parsed.document, placement, &index));
            }
            Err(error) => problems.push(error.to_string()),
        }
    }
    (records, problems)
}

/// The records of one document, in its order.
fn of_document(document: &Document, mut placement: Placement, index: &CharIndex<'_>) -> Vec<Record> {
    placement.anchored.sort_unstable_by_key(|anchored| anchored.index);
    let record = |anchored: &anchor::Anchored| Record {
        article: document.article.to_string(),
        annotator: document.annotator.to_string(),
        start: anchored.was.start,
        end: anchored.was.end,
        quote: document.sentences[anchored.index].quote.clone(),
        state: anchored.state.id(),
        new_start: anchored.now.map(|now| now.start),
        new_end: anchored.now.map(|now| now.end),
        new_quote: anchored.now.and_then(|now| index.slice(now)).map(str::to_owned),
        score: (anchored.score * 1e4).round() / 1e4,
        lang: document.lang.clone(),
    };
    placement.anchored.iter().map(record).collect()
}

/// What is to be saved in one file.
struct Confirmed {
    base: Arc<Document>,
    ours: Arc<Document>,
    sentences: usize,
}

/// Confirms all harmless changes in the files of `me`, and says how many.
fn accept(workspace: &Workspace, me: &Annotator, terms: Terms) -> Result<Outcome, Failure> {
    let mut saver = Saver::new(workspace.clone());
    let (mut files, mut sentences, mut outcome) = (0_usize, 0, Outcome::Done);
    parallel::in_order(
        annotations::documents_of(workspace, me),
        |found| match found {
            Found::Document { article, .. } => confirm(workspace, &article, me),
            Found::Stray(_) | Found::Unreadable(..) => Ok(None),
        },
        |found| {
            let done = found.and_then(|confirmed| {
                let Some(Confirmed { base, ours, sentences }) = confirmed else { return Ok(0) };
                saver.save(&base, &ours).map(|_| sentences).map_err(|error| error.to_string())
            });
            match done {
                Ok(count) => {
                    files += usize::from(count > 0);
                    sentences += count;
                }
                Err(problem) => {
                    terms.warn(problem);
                    outcome = Outcome::Problems;
                }
            }
            Ok::<_, Failure>(())
        },
    )?;
    terms.say(format_args!(
        "{me}: {} confirmed in {}",
        counted(sentences, "sentence"),
        counted(files, "file")
    ));
    Ok(outcome)
}

/// What `me` said about an article, with every harmless change confirmed; nothing where there is none, and where the
/// file is of a newer format. What cannot be read is told by the report.
fn confirm(workspace: &Workspace, id: &ArticleId, me: &Annotator) -> Result<Option<Confirmed>, String> {
    let Ok(article) = read_article(workspace, id) else { return Ok(None) };
    let parsed = annotations::load(workspace, id, me).ok().and_then(|loaded| loaded.parsed);
    let Some(parsed) = parsed.filter(|parsed| parsed.read_only.is_none()) else { return Ok(None) };
    let placement = anchor::place(&parsed.document, &article);
    if !placement.has_harmless() {
        return Ok(None);
    }
    let mut ours = placement.document.clone();
    if let Some(edit) = Edit::confirm_harmless(&placement, &article.text, Timestamp::now()) {
        edit.apply(&mut ours).map_err(|error| format!("{id}: {error}"))?;
    }
    let sentences = placement.anchored.iter().filter(|anchored| anchored.harmless).count();
    Ok(Some(Confirmed { base: Arc::new(parsed.document), ours: Arc::new(ours), sentences }))
}

/// The first change of the words and what stands around it, `[-gone-]` and `{+new+}`, behind what is called out.
fn changed(old: &str, new: &str, lang: Option<&str>) -> String {
    let pieces = diff(old, new, lang);
    let first = pieces.iter().position(|piece| piece.change != Change::Same).unwrap_or(0);
    let alarms: Vec<&str> = called_out(&pieces).iter().map(|alarm| alarm.name().text(Lang::En)).collect();
    let mut told = if alarms.is_empty() { String::new() } else { format!("! {}: ", alarms.join(", ")) };
    let before: String = pieces[..first].iter().map(|piece| piece.text.as_str()).collect();
    let cut = before.trim_end().rmatch_indices(char::is_whitespace).nth(1).map(|(at, _)| at);
    match cut {
        Some(cut) => told.extend(["…", before[cut..].trim_start()]),
        None => told.push_str(&before),
    }
    told.push_str(&marked(&pieces[first..]).0);
    beginning(&told, 2 * SHOWN)
}
