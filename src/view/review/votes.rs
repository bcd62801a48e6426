//! Who gives a sentence which labels, in the few columns of a table: `CA`, or `ab:C cd:CA ef:·` where they differ.

use ratatui::style::Style;

use crate::{
    annotation::{Annotator, Label, LabelSet},
    review::Row,
    view::{
        lines::Line,
        theme::{Role, Styles},
    },
};

/// What somebody says who has read the sentence and gives it no label.
const NONE: &str = "·";

/// What one annotator says about the labels of a sentence.
struct Vote<'a> {
    who: &'a Annotator,
    given: Vec<&'a Label>,
    rejected: Vec<&'a Label>,
    unsure: bool,
}

/// The votes on `row` in a line, letters in the colours of their labels or all in one look, `over`.
pub(super) fn line(styles: Styles, labels: &LabelSet, row: &Row, over: Option<Style>) -> Line {
    let votes = votes(labels, row);
    let plain = over.unwrap_or_else(|| styles.style(Role::Text));
    let dim = over.unwrap_or_else(|| styles.style(Role::Dim));
    let letter = |line: Line, label: &Label| {
        let definition = labels.find(label);
        let letter = definition.map_or('+', |definition| definition.letter);
        let style = over.unwrap_or_else(|| styles.letter(definition));
        line.then(letter.encode_utf8(&mut [0; 4]), style)
    };
    let says_the_same = |a: &Vote, b: &Vote| a.given == b.given && a.rejected == b.rejected;
    let same = votes.windows(2).all(|pair| says_the_same(&pair[0], &pair[1]));
    let shown = if same { votes.len().min(1) } else { votes.len() };
    let mut line = Line::default();
    for (n, vote) in votes.iter().take(shown).enumerate() {
        if n > 0 {
            line = line.then(" ", plain);
        }
        if !same {
            line = line.then(&format!("{}:", vote.who), dim);
        }
        if vote.given.is_empty() && vote.rejected.is_empty() {
            line = line.then(NONE, dim);
        }
        line = vote.given.iter().fold(line, |line, label| letter(line, label));
        line = vote.rejected.iter().fold(line, |line, label| letter(line.then("-", dim), label));
        if vote.unsure {
            line = line.then("?", plain);
        }
    }
    line
}

/// What everybody says who has read the sentence or rejects a label of it, labels in the order of the workspace.
fn votes<'a>(labels: &LabelSet, row: &'a Row) -> Vec<Vote<'a>> {
    let mut votes: Vec<Vote> = Vec::new();
    for reading in &row.readings {
        let sentence = &reading.sentence;
        if !sentence.is_read() && sentence.not.is_empty() {
            continue;
        }
        if votes.last().is_none_or(|vote| *vote.who != reading.annotator) {
            votes.push(Vote {
                who: &reading.annotator,
                given: Vec::new(),
                rejected: Vec::new(),
                unsure: false,
            });
        }
        let Some(vote) = votes.last_mut() else { continue };
        vote.given.extend(sentence.tags.iter().map(|tag| &tag.label));
        vote.rejected.extend(&sentence.not);
        vote.unsure |= sentence.tags.iter().any(|tag| tag.unsure);
    }
    // What was decided comes first.
    votes.sort_by_key(|vote| !vote.who.is_desk());
    for vote in &mut votes {
        for said in [&mut vote.given, &mut vote.rejected] {
            let place =
                |label: &Label| labels.iter().position(|known| known.label == *label).unwrap_or(usize::MAX);
            said.sort_by_key(|label| (place(label), *label));
            said.dedup();
        }
    }
    votes
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::{
        annotation::{AnchorState, Sentence, Tag},
        app::settings::Theme,
        review::{ArticleHead, Reading},
        text::{ArticleId, FrontMatter, Span},
    };

    /// The line of what these annotators say: labels they give, and labels they reject.
    fn shown(said: &[(&str, &[&str], &[&str])]) -> String {
        let id = ArticleId::new("a.txt");
        let head = Arc::new(ArticleHead { id, front: FrontMatter::default(), unreadable: None });
        let reading = |(who, given, rejected): &(&str, &[&str], &[&str])| {
            let mut sentence = Sentence::untouched(Span::new(0, 4), "Rain");
            sentence.read = rejected.is_empty();
            sentence.tags = given.iter().map(|label| Tag::new(Label::new(*label))).collect();
            sentence.not = rejected.iter().map(|label| Label::new(*label)).collect();
            Reading {
                annotator: Annotator::new(who).unwrap(),
                now: Some(sentence.span),
                sentence: Arc::new(sentence),
                anchor: AnchorState::Exact,
                words: None,
                score: 1.0,
                line: 1,
            }
        };
        let row = Row::new(head, said.iter().map(reading).collect()).unwrap();
        line(Styles::of(Theme::Mono), &LabelSet::default(), &row, None).text()
    }

    #[test]
    fn letters_stand_alone_where_all_agree_and_behind_names_where_they_do_not() {
        assert_eq!(
            shown(&[("ab", &["attribution", "claim"], &[]), ("cd", &["claim", "attribution"], &[])]),
            "CA"
        );
        assert_eq!(shown(&[("ab", &["claim"], &[])]), "C");
        assert_eq!(shown(&[("ab", &["claim"], &[]), ("cd", &[], &[])]), "ab:C cd:·");
        assert_eq!(shown(&[("ab", &["claim"], &[]), ("cd", &["denial"], &["claim"])]), "ab:C cd:D-C");
        assert_eq!(shown(&[("ab", &["satire"], &[]), ("cd", &["claim"], &[])]), "ab:+ cd:C");
    }

    #[test]
    fn what_was_decided_comes_first() {
        assert_eq!(shown(&[("ab", &["claim"], &[]), ("desk", &["denial"], &[])]), "desk:D ab:C");
    }
}
