//! Whose tags leave.

use std::sync::Arc;

use crate::{
    annotation::{Annotator, Label},
    review::{Filter, Reading, ReviewState, Row, filter::Key, rows::rows},
};

/// How the readings of several annotators become one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Consensus {
    /// A label that more than half of those who read the sentence give it; `desk` aside.
    Majority,
    /// A label that anybody gives it; `desk` aside.
    Any,
    /// What `desk` decided.
    Desk,
}

/// Whose tags leave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Voice {
    /// What `desk` decided, and where it has not, what this annotator says.
    DeskOr(Annotator),
    /// What these say, each for themselves.
    Of(Vec<Annotator>),
    /// What everybody says, each for themselves.
    All,
    /// What they say together.
    Consensus(Consensus),
}

impl Voice {
    /// What those say whom `filter` asks for; `None` where it asks for nobody.
    pub fn asked(filter: &Filter) -> Option<Self> {
        let names = filter.asked(Key::Annotator);
        let those: Vec<_> = names.filter_map(|name| Annotator::new(&name.to_lowercase())).collect();
        (!those.is_empty()).then_some(Self::Of(those))
    }

    /// What this voice says about each of `all` rows, beside the row. Where those it means saw several sentences in what
    /// is one row for the sake of others, it is several. How far the row has come is kept: that is about everybody.
    pub fn chosen<'a>(&self, all: impl IntoIterator<Item = &'a Row>) -> Vec<(Row, &'a Row)> {
        let chosen = |row: &'a Row| {
            let readings = self.meant(row);
            let parts = if row.is_cut_differently() {
                rows(&row.article, readings)
            } else {
                Row::new(Arc::clone(&row.article), readings).into_iter().collect()
            };
            let said = move |part: Row| match self {
                Self::Consensus(Consensus::Majority) => together(&part, |label| {
                    let votes = || annotators(&part).filter_map(|annotator| says(&part, annotator, label));
                    votes().filter(|has| *has).count() * 2 > votes().count()
                }),
                Self::Consensus(Consensus::Any) => together(&part, |_| true),
                _ => part,
            };
            parts.into_iter().map(move |part| (Row { state: row.state, ..said(part) }, row))
        };
        all.into_iter().flat_map(chosen).collect()
    }

    /// The readings of `row` that count.
    fn meant(&self, row: &Row) -> Vec<Reading> {
        let of = |counts: &dyn Fn(&Annotator) -> bool| {
            row.readings.iter().filter(|reading| counts(&reading.annotator)).cloned().collect()
        };
        match self {
            Self::DeskOr(_) | Self::Consensus(Consensus::Desk) if row.state == ReviewState::Decided => {
                of(&Annotator::is_desk)
            }
            Self::DeskOr(me) => of(&|annotator| annotator == me),
            Self::Consensus(Consensus::Desk) => Vec::new(),
            Self::Of(those) => of(&|annotator| those.contains(annotator)),
            Self::All => row.readings.clone(),
            Self::Consensus(Consensus::Majority | Consensus::Any) => of(&|annotator| !annotator.is_desk()),
        }
    }

    /// Who gives `label` to the sentence that `chosen` makes of `row`, for a voice that says a label once for all of them.
    pub fn givers<'a>(&self, row: &'a Row, chosen: &Row, label: &Label) -> Vec<&'a Annotator> {
        let is_meant = |annotator: &&Annotator| match self {
            Self::Consensus(Consensus::Majority | Consensus::Any) => !annotator.is_desk(),
            _ => true,
        };
        let whole = chosen.span();
        let is_in = |reading: &&Reading| match (whole, reading.now) {
            (Some(whole), Some(now)) => whole.overlaps(now) || whole == now,
            _ => true,
        };
        let giving = row.readings.iter().filter(|reading| reading.sentence.has(label)).filter(is_in);
        let mut givers: Vec<_> = giving.map(|reading| &reading.annotator).filter(is_meant).collect();
        givers.dedup();
        givers
    }

    /// Is each sentence said by one alone, so that who gives a label need not be told with it?
    pub fn is_one(&self) -> bool {
        match self {
            Self::DeskOr(_) | Self::Consensus(Consensus::Desk) => true,
            Self::Of(those) => those.len() == 1,
            Self::All | Self::Consensus(Consensus::Majority | Consensus::Any) => false,
        }
    }

    /// Do several speak, each for themselves?
    pub fn is_several(&self) -> bool {
        !self.is_one() && !self.is_together()
    }

    /// Does it say a label once, however many give it?
    pub const fn is_together(&self) -> bool {
        matches!(self, Self::Consensus(Consensus::Majority | Consensus::Any))
    }
}

/// Who reads `row`, each once.
fn annotators(row: &Row) -> impl Iterator<Item = &Annotator> {
    row.readings.chunk_by(|a, b| a.annotator == b.annotator).map(|readings| &readings[0].annotator)
}

/// Does `annotator` give the sentence `label`? `None` where they have not read it.
fn says(row: &Row, annotator: &Annotator, label: &Label) -> Option<bool> {
    let has = row.of(annotator).any(|reading| reading.sentence.has(label));
    let said = |reading: &Reading| reading.sentence.is_read() || reading.sentence.not.contains(label);
    (has || row.of(annotator).any(said)).then_some(has)
}

/// `row` with the tags of those labels that `counts`, each as the first who gives it has it.
fn together(row: &Row, counts: impl Fn(&Label) -> bool) -> Row {
    let mut row = row.clone();
    let mut given: Vec<(Label, Annotator)> = Vec::new();
    for reading in &mut row.readings {
        let annotator = &reading.annotator;
        Arc::make_mut(&mut reading.sentence).tags.retain(|tag| {
            let by = given.iter().find(|(label, _)| *label == tag.label).map(|(_, by)| by == annotator);
            if by.is_none() {
                given.push((tag.label.clone(), annotator.clone()));
            }
            by.unwrap_or(true) && counts(&tag.label)
        });
    }
    row
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::{
        Format, Options,
        jsonl::Jsonl,
        testing::{export, options, said},
    };

    #[test]
    fn sentences_of_one_are_not_one_because_another_saw_one_in_them() {
        let text = "Es regnet. Es taut.";
        let halves = said(text, "ab", &[("Es regnet.", &["claim"]), ("Es taut.", &["denial"])]);
        let documents = [halves, said(text, "cd", &[(text, &["claim"])])];
        let starts = |voice: Voice| {
            let options = Options { voice, ..options(Format::Jsonl) };
            let files = export::<Jsonl>(&options, text, &documents);
            let lines = String::from_utf8(files[0].1.clone()).unwrap();
            let start = |line: &str| {
                let record: serde_json::Value = serde_json::from_str(line).unwrap();
                (record["start"].as_u64(), record["text"].to_string(), record["state"].to_string())
            };
            lines.lines().map(start).collect::<Vec<_>>()
        };
        let state = "\"disagreement\"".to_owned();
        let [rain, thaw] = [(0, "\"Es regnet.\""), (11, "\"Es taut.\"")]
            .map(|(start, text)| (Some(start), text.to_owned(), state.clone()));
        assert_eq!(starts(Voice::Of(vec![Annotator::new("ab").unwrap()])), [rain, thaw]);
        assert_eq!(starts(Voice::All), [(Some(0), format!("\"{text}\""), state)]);
    }

    #[test]
    fn the_desk_does_not_make_a_majority_of_what_was_said_about_two_sentences() {
        let text = "Es regnet. Es taut.";
        let one = |who, words, other| said(text, who, &[(words, &["claim"]), (other, &[])]);
        let mut people = [one("ab", "Es regnet.", "Es taut."), one("cd", "Es taut.", "Es regnet.")].to_vec();
        for document in &mut people {
            document.sentences.sort_by_key(|sentence| sentence.span);
        }
        people.push(said(text, "desk", &[(text, &["denial"])]));
        let options = Options { voice: Voice::Consensus(Consensus::Majority), ..options(Format::Jsonl) };
        assert_eq!(export::<Jsonl>(&options, text, &people), []);
        let options = Options { voice: Voice::Consensus(Consensus::Any), ..options };
        let lines = String::from_utf8(export::<Jsonl>(&options, text, &people)[0].1.clone()).unwrap();
        let givers = |line: &str| {
            let record: serde_json::Value = serde_json::from_str(line).unwrap();
            (record["start"].as_u64(), record["tags"][0]["annotator"].to_string())
        };
        assert_eq!(
            lines.lines().map(givers).collect::<Vec<_>>(),
            [(Some(0), "\"ab\"".to_owned()), (Some(11), "\"cd\"".to_owned())]
        );
    }

    #[test]
    fn who_is_excluded_is_not_asked() {
        let asked = |query: &str| Voice::asked(&Filter::parse(query));
        let ab = Annotator::new("ab").unwrap();
        assert_eq!(asked("annotator:AB -annotator:cd label:claim"), Some(Voice::Of(vec![ab])));
        assert_eq!(asked("-annotator:ab"), None);
    }
}
