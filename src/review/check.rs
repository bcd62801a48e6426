//! What is wrong with one annotation file, for people and for scripts.

use std::fmt;

use crate::annotation::{
    AnchorState, Caution, DocumentError, LabelSet, Parsed, Place, Sentence, SentencePlace, place,
};

/// How bad a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// Worth a look.
    Warning,
    /// Has to be mended.
    Error,
}

impl Severity {
    /// Its name in output.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// One problem of one file. Displayed as `line:column: message`, for a path to be put in front.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The line, counted from 1.
    pub line: u32,
    /// The column in code points, counted from 1.
    pub column: u32,
    /// How bad it is.
    pub severity: Severity,
    /// What it is, and what to do about it.
    pub message: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.line, self.column, self.message)
    }
}

impl From<&DocumentError> for Problem {
    fn from(error: &DocumentError) -> Self {
        Self::error(error.place(), error.what.to_string())
    }
}

impl Problem {
    fn error(place: Place, message: String) -> Self {
        Self { line: place.line, column: place.column, severity: Severity::Error, message }
    }

    fn warning(place: Place, message: String) -> Self {
        Self { line: place.line, column: place.column, severity: Severity::Warning, message }
    }
}

/// All problems of a file that could be read, in the order of its lines: what reading it warned of, labels nobody
/// declared, conflicts nobody resolved, and sentences whose words are not where the file has them. `text` is the
/// decoded article; `None` where it is gone.
pub fn check(parsed: &Parsed, text: Option<&str>, labels: &LabelSet) -> Vec<Problem> {
    let warned = |warning: &crate::annotation::Warning| {
        Problem::warning(Place::new(warning.line, warning.column), warning.what.to_string())
    };
    let mut problems: Vec<Problem> = parsed.warnings.iter().map(warned).collect();
    for (sentence, place) in parsed.document.sentences.iter().zip(&parsed.places) {
        tags(sentence, place, labels, &mut problems);
    }
    if let Some(text) = text {
        anchors(parsed, text, &mut problems);
    } else {
        let message = format!("there is no article corpus/{}", parsed.document.article);
        problems.push(Problem::error(Place::new(1, 1), message));
    }
    problems.sort_by_key(|problem| (problem.line, problem.column));
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
    if sentence.conflict.is_some() {
        let message = "another version says something else (`conflict`): keep one of them";
        problems.push(Problem::warning(place.place, message.to_owned()));
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
            AnchorState::Lost => problems.push(Problem::error(at, format!("{not_here}, nor anywhere else"))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::{Annotator, Document};
    use crate::text::ArticleId;

    fn problems(yaml: &str, text: Option<&str>) -> Vec<String> {
        let annotator = Annotator::new("ab").unwrap();
        let parsed = Document::parse(yaml, &ArticleId::new("a.txt"), &annotator).unwrap();
        let found = check(&parsed, text, &LabelSet::default());
        found.iter().map(|problem| format!("{} {problem}", problem.severity.name())).collect()
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
        let expected = "warning 14:5: unknown label `hedge`: it is kept; add it to `labels` in factdesk.yaml if it \
                        is one of yours";
        assert_eq!(problems(FILE, Some("Ja. Nein.")), [expected]);
    }

    #[test]
    fn sentences_that_are_not_where_the_file_has_them_are_named_with_their_line() {
        let found = problems(&FILE.replace("hedge", "denial"), Some("Oh. Nein. Ja. Ja."));
        let expected =
            "error 5:3: the article changed and the quote stands in it more than once: which is meant?";
        assert_eq!(found, [expected]);
        let found = problems(&FILE.replace("hedge", "denial"), Some("Nun: Ja."));
        let moved = "warning 5:3: the quote does not stand at 0-3 of the article; it moved to 5-8";
        let lost = "error 10:3: the quote does not stand at 4-9 of the article, nor anywhere else";
        assert_eq!(found, [moved, lost]);
    }

    #[test]
    fn a_file_without_article_or_end_says_so() {
        let found = problems("format: 1\nannotator: cd\nsentences: []\n", None);
        let expected = [
            "error 1:1: there is no article corpus/a.txt",
            "warning 2:12: says annotator `cd`, but lies in the folder of `ab`; the path decides",
            "warning 3:1: no end marker `...`: the file may be cut off",
        ];
        assert_eq!(found, expected);
    }
}
