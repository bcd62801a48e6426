//! What the person says now, laid over the rows that were read from the disk.

use std::sync::Arc;

use crate::{
    annotation::{AnchorState, Sentence},
    app::{Doubt, shelf::Held},
    review::{Reading, Row, rows},
    text::{ArticleId, Span},
};

/// All of an article.
pub(super) const EVERYWHERE: Span = Span { start: 0, end: u32::MAX };

/// The rows of one article among all, which are in the order of articles.
fn range_of(rows: &[Arc<Row>], article: &ArticleId) -> std::ops::Range<usize> {
    let start = rows.partition_point(|row| row.article.id < *article);
    let length = rows[start..].partition_point(|row| row.article.id == *article);
    start..start + length
}

/// Replaces what the annotator of the document that is held says in `region` by what it says there now. A row about which
/// nobody says anything any more stays, untouched, until the workspace is read again: it may be the selected one.
/// `true` where rows only changed what they hold; else there are others now, at other indices.
pub(super) fn lay(all: &mut Vec<Arc<Row>>, held: &Held, region: Span) -> bool {
    let document = &*held.document;
    let me = &document.annotator;
    let range = range_of(all, &document.article);
    let is_touched = |index: &usize| match all[*index].span() {
        Some(span) => span.overlaps(region),
        None => all[*index].of(me).next().is_some(),
    };
    let touched: Vec<usize> = range.clone().filter(is_touched).collect();
    let Some(article) = touched.first().map(|index| Arc::clone(&all[*index].article)) else { return true };
    let old: Vec<Arc<Row>> = touched.iter().map(|index| Arc::clone(&all[*index])).collect();
    let new: Vec<Arc<Row>> =
        rows::rows(&article, laid(&old, held, region)).into_iter().map(Arc::new).collect();
    if new.len() == old.len() && new.iter().zip(&old).all(|(new, old)| new.is_same(old)) {
        touched.into_iter().zip(new).for_each(|(index, row)| all[index] = row);
        return true;
    }
    let mut of_article: Vec<Arc<Row>> = all[range.clone()].to_vec();
    of_article.retain(|row| !old.iter().any(|old| Arc::ptr_eq(old, row)));
    of_article.extend(new);
    of_article.sort_by_key(|row| (row.span().is_none(), row.span()));
    all.splice(range, of_article);
    false
}

/// The readings of these rows, the annotator's own being those of what is held.
fn laid(old: &[Arc<Row>], held: &Held, region: Span) -> Vec<Reading> {
    let document = &*held.document;
    let me = &document.annotator;
    let spans = || old.iter().filter_map(|row| row.span());
    let all = || old.iter().flat_map(|row| &row.readings);
    let mut readings: Vec<Reading> = all().filter(|reading| reading.annotator != *me).cloned().collect();
    let line = |span: Span| {
        let row = old.iter().find(|row| row.span().is_some_and(|of_row| of_row.overlaps(span)));
        row.map_or(0, |row| row.line())
    };
    let placed = |sentence: &Arc<Sentence>| Reading {
        annotator: me.clone(),
        sentence: Arc::clone(sentence),
        anchor: AnchorState::Exact,
        now: Some(sentence.span),
        words: None,
        score: 1.0,
        line: line(sentence.span),
    };
    for sentence in document.sentences.iter().filter(|sentence| !sentence.span.is_empty()) {
        let span = sentence.span;
        if span.overlaps(region) || spans().any(|of_row| of_row.overlaps(span)) {
            readings.push(placed(sentence));
        }
    }
    for Doubt { sentence, anchored, .. } in held.doubts.without_place() {
        let now = anchored.now;
        if now.is_none_or(|now| spans().any(|of_row| of_row.overlaps(now))) {
            let there = now.and_then(|now| all().find(|reading| reading.now == Some(now)));
            let words = there.map(Reading::words).filter(|words| *words != sentence.quote);
            let words = words.map(Into::into);
            let (anchor, score) = (anchored.state, anchored.score);
            let line = now.map_or(0, line);
            readings.push(Reading { anchor, now, words, score, line, ..placed(sentence) });
        }
    }
    for row in old {
        let is_said = |reading: &Reading| {
            reading.now.zip(row.span()).is_some_and(|(now, of_row)| now.overlaps(of_row))
                || row.span().is_none() && row.words() == reading.words()
        };
        if !readings.iter().any(is_said)
            && let Some(span) = row.span()
        {
            let untouched = Sentence::untouched(span, row.words());
            readings.push(Reading { line: row.line(), ..placed(&Arc::new(untouched)) });
        }
    }
    readings
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::{Annotator, Document, Label, Tag};
    use crate::review::ArticleHead;
    use crate::text::FrontMatter;

    fn annotator(name: &str) -> Annotator {
        Annotator::new(name).unwrap()
    }

    fn sentence(start: u32, label: Option<&str>) -> Arc<Sentence> {
        let mut sentence = Sentence::untouched(Span::new(start, start + 5), "Satz.");
        sentence.tags.extend(label.map(|label| Tag::new(Label::new(label))));
        sentence.read = label.is_none();
        Arc::new(sentence)
    }

    fn reading(name: &str, start: u32, label: Option<&str>) -> Reading {
        Reading {
            annotator: annotator(name),
            sentence: sentence(start, label),
            anchor: AnchorState::Exact,
            now: Some(Span::new(start, start + 5)),
            words: None,
            score: 1.0,
            line: start / 10 + 1,
        }
    }

    fn read(article: &str, readings: Vec<Reading>) -> Vec<Arc<Row>> {
        let id = ArticleId::new(article);
        let head = Arc::new(ArticleHead { id, front: FrontMatter::default(), unreadable: None });
        rows::rows(&head, readings).into_iter().map(Arc::new).collect()
    }

    fn document(sentences: Vec<Arc<Sentence>>) -> Held {
        let id = ArticleId::new("b.txt");
        let mut held = Held::new(&id, annotator("ab"), &Err(Vec::new()));
        held.document = Arc::new(Document { sentences, ..Document::new(id, annotator("ab")) });
        held
    }

    /// Every row as its start, line and who says what.
    fn shown(rows: &[Arc<Row>]) -> Vec<String> {
        let say = |reading: &Reading| {
            let label = reading.sentence.tags.first().map_or("-", |tag| tag.label.as_str());
            format!("{}:{label}", reading.annotator)
        };
        let show = |row: &Arc<Row>| {
            let said: Vec<String> = row.readings.iter().map(say).collect();
            format!("{} {} {}", row.article.id, row.line(), said.join(" "))
        };
        rows.iter().map(show).collect()
    }

    fn table() -> Vec<Arc<Row>> {
        let mut all = read("a.txt", vec![reading("cd", 0, Some("claim"))]);
        let second = vec![
            reading("ab", 10, Some("claim")),
            reading("cd", 20, Some("denial")),
            reading("ab", 20, None),
        ];
        all.extend(read("b.txt", second));
        all.extend(read("c.txt", vec![reading("ab", 0, None)]));
        all
    }

    #[test]
    fn what_is_said_anew_stands_in_its_row_and_the_others_stay() {
        let mut all = table();
        let mine = document(vec![sentence(10, Some("claim")), sentence(20, Some("denial"))]);
        assert!(lay(&mut all, &mine, Span::new(20, 25)));
        let expected =
            ["a.txt 1 cd:claim", "b.txt 2 ab:claim", "b.txt 3 ab:denial cd:denial", "c.txt 1 ab:-"];
        assert_eq!(shown(&all), expected);
    }

    #[test]
    fn a_row_that_nobody_speaks_of_any_more_keeps_its_place() {
        let mut all = table();
        assert!(lay(&mut all, &document(vec![sentence(20, None)]), Span::new(10, 15)));
        assert_eq!(shown(&all)[1], "b.txt 2 ab:-");
        assert!(!all[1].is_tagged());
        assert!(lay(&mut all, &document(vec![sentence(10, Some("denial")), sentence(20, None)]), EVERYWHERE));
        let expected = ["a.txt 1 cd:claim", "b.txt 2 ab:denial", "b.txt 3 ab:- cd:denial", "c.txt 1 ab:-"];
        assert_eq!(shown(&all), expected);
    }

    #[test]
    fn sentences_that_no_row_holds_make_rows_of_their_own() {
        let mut all = table();
        let mine =
            document(vec![sentence(10, Some("claim")), sentence(20, None), sentence(30, Some("claim"))]);
        assert!(!lay(&mut all, &mine, EVERYWHERE));
        assert_eq!(all.len(), 5);
        assert_eq!(all[3].span(), Some(Span::new(30, 35)));
    }
}
