//! What is wrong with one annotation file, for people and for scripts.

use std::fmt;

use crate::annotation::{
    AnchorState, Caution, LabelSet, Parsed, Place, Sentence, SentencePlace, Warning, place,
};

/// Where a problem of the file as a whole stands.
const TOP: Place = Place::new(1, 1);

/// How bad a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// Worth a look.
    Warning,
    /// Has to be mended.
    Error,
}

/// One problem of one file. Displayed as `line:column: message`, a warning with that word before the message, for a
/// path to be put in front.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where in the file.
    pub place: Place,
    /// How bad it is.
    pub severity: Severity,
    /// What it is, and what to do about it.
    pub message: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let warning = if self.severity == Severity::Warning { "warning: " } else { "" };
        write!(f, "{}: {warning}{}", self.place, self.message)
    }
}

impl Problem {
    fn error(place: Place, message: String) -> Self {
        Self { place, severity: Severity::Error, message }
    }

    fn warning(place: Place, message: String) -> Self {
        Self { place, severity: Severity::Warning, message }
    }
}

/// All problems of a file that could be read, in the order of its lines: what reading it warned of, labels nobody
/// declared, conflicts nobody resolved, and sentences whose words are not where the file has them. `text` is the
/// decoded article, or why it cannot be read.
pub fn check(parsed: &Parsed, text: Result<&str, &str>, labels: &LabelSet) -> Vec<Problem> {
    let warned = |warning: &Warning| {
        Problem::warning(Place::new(warning.line, warning.column), warning.what.to_string())
    };
    let mut problems: Vec<Problem> = parsed.warnings.iter().map(warned).collect();
    for (sentence, place) in parsed.document.sentences.iter().zip(&parsed.places) {
        tags(sentence, place, labels, &mut problems);
    }
    match text {
        Ok(text) => anchors(parsed, text, &mut problems),
        Err(why) => {
            problems.push(Problem::error(TOP, format!("its article cannot be read: {why}")));
        }
    }
    problems.sort_by_key(|problem| problem.place);
    problems
}

fn tags(sentence: &Sentence, place: &SentencePlace, labels: &LabelSet, problems: &mut Vec<Problem>) {
    let of_tags = sentence.tags.iter().map(|tag| &tag.label).zip(&place.tags);
    let rejected = sentence.not.iter().map(|label| (label, &place.place));
    for (label, place) in of_tags.chain(rejected) {
        if labels.find(label).is_none() {
            problems.push(Problem::warning(*place, Caution::UnknownLabel(label.to_string()).to_string()));
        }
    }
    if let Some(conflict) = &sentence.conflict {
        let at = conflict.at.map_or_else(String::new, |at| format!(" at {at:.0}"));
        let message =
            format!("somebody else changed this sentence too{at} (`conflict`): keep one of the two versions");
        problems.push(Problem::warning(place.place, message));
    }
}

fn anchors(parsed: &Parsed, text: &str, problems: &mut Vec<Problem>) {
    let placement = place(&parsed.document, text);
    for (sentence, anchored) in placement.document.sentences.iter().zip(&placement.anchored) {
        let Some(at) = parsed.places.get(anchored.index).map(|place| place.place) else { continue };
        let (start, end) = (anchored.was.start, anchored.was.end);
        let not_here = format!("the quote does not stand at {start}-{end} of the article");
        match anchored.state {
            AnchorState::Exact => {}
            AnchorState::Moved => {
                let (start, end) = (sentence.span.start, sentence.span.end);
                problems.push(Problem::warning(at, format!("{not_here}; it moved to {start}-{end}")));
            }
            AnchorState::Ambiguous => {
                let message =
                    "the article changed and the quote stands in it more than once: which is meant?";
                problems.push(Problem::error(at, message.to_owned()));
            }
            state @ (AnchorState::Edited | AnchorState::Split | AnchorState::Joined) => {
                problems.push(Problem::error(at, format!("{not_here}; the sentence was {}", state.id())));
            }
            AnchorState::Lost => problems.push(Problem::error(at, format!("{not_here}, nor anywhere else"))),
        }
    }
    let lost = placement.lost_boundaries;
    if lost > 0 {
        let message = format!("boundaries set by hand that were not found again: {lost}");
        problems.push(Problem::warning(TOP, message));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::{Annotator, Document};
    use crate::text::ArticleId;

    fn problems(yaml: &str, text: Result<&str, &str>) -> Vec<String> {
        let annotator = Annotator::new("ab").unwrap();
        let parsed = Document::parse(yaml, &ArticleId::new("a.txt"), &annotator).unwrap();
        let found = check(&parsed, text, &LabelSet::default());
        found.iter().map(ToString::to_string).collect()
    }

    const FILE: &str = "\
format: 1
article: a.txt
annotator: ab
sentences:
- start: 0
  end: 3
  quote: Ja.
  tags:
  - label: claim
- start: 4
  end: 9
  quote: Nein.
  tags:
  - label: hedge
...
";

    #[test]
    fn a_sound_file_has_only_its_unknown_label() {
        let expected = "14:5: warning: unknown label `hedge`: it is kept; add it to `labels` in factdesk.yaml if it \
                        is one of yours";
        assert_eq!(problems(FILE, Ok("Ja. Nein.")), [expected]);
    }

    #[test]
    fn sentences_that_are_not_where_the_file_has_them_are_named_with_their_line() {
        let found = problems(&FILE.replace("hedge", "denial"), Ok("Oh. Nein. Ja. Ja."));
        let expected = "5:3: the article changed and the quote stands in it more than once: which is meant?";
        assert_eq!(found, [expected]);
        let found = problems(&FILE.replace("hedge", "denial"), Ok("Nun: Ja."));
        let moved = "5:3: warning: the quote does not stand at 0-3 of the article; it moved to 5-8";
        let lost = "10:3: the quote does not stand at 4-9 of the article, nor anywhere else";
        assert_eq!(found, [moved, lost]);
    }

    #[test]
    fn a_file_without_article_or_end_says_so() {
        let found = problems("format: 1\nannotator: cd\nsentences: []\n", Err("it is gone"));
        let expected = [
            "1:1: its article cannot be read: it is gone",
            "2:12: warning: says annotator `cd`, but lies in the folder of `ab`; the path decides",
            "3:1: warning: no end marker `...`: the file may be cut off",
        ];
        assert_eq!(found, expected);
    }
}
