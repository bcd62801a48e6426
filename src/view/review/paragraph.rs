//! A sentence in the paragraph it stands in.

use std::ops::Range;

use ratatui::style::Style;

use crate::{
    app::App,
    review::{Reading, Row},
    text::{
        Article, Kind, Language, Rule, Span, Unit,
        char_index::CharIndex,
        sentence::{Newlines, Options},
        wrap::wrap,
    },
    view::{
        lines::{Line, Lines},
        looks::Looks,
        theme::Role,
    },
};

/// Bytes of a paragraph that are looked at on each side of the sentence: more is never shown.
const REACH: usize = 4000;
/// More rows than anybody reads in a pane.
const MOST_ROWS: usize = 1000;
/// Columns of the bar and the air behind it.
const INDENT: u16 = 2;
const LINE_END: &str = "\n";
const BLANK_LINE: &str = "\n\n";

/// Adds the sentence of `row`, marked by a bar, with as much of its paragraph as fits into `height` lines. Source and
/// cue are marked as `reading` has them. Without the article, or a place in it, there is the sentence alone.
pub(super) fn add(lines: &mut Lines, app: &App, row: &Row, reading: &Reading, height: usize) {
    let article = app.review.article.as_ref().filter(|article| article.id == row.article.id);
    let Some(article) = article else { return alone(lines, row) };
    let index = CharIndex::new(&article.text);
    let sentence = row.span().and_then(|span| index.bytes(span)).map(Span::range);
    let Some(sentence) = sentence else { return alone(lines, row) };
    let mark = mark(article);
    let around = around(article, &sentence, mark);
    let (start, text) = (around.start, &article.text[around]);
    let inside = sentence.start - start..sentence.end - start;
    let looks = looks(lines, &index, reading);
    let rows = wrapped(text, mark, lines);
    add_rows(lines, text, &rows, &inside, height, |at| looks.as_ref().map(|looks| looks.at(start + at)));
}

/// The sentence without its paragraph.
fn alone(lines: &mut Lines, row: &Row) {
    let words = row.words();
    let rows = wrapped(words, BLANK_LINE, lines);
    add_rows(lines, words, &rows, &(0..words.len()), rows.len(), |_| None);
}

/// What `reading` says about the words, where they are those it was said about.
fn looks(lines: &Lines, index: &CharIndex, reading: &Reading) -> Option<Looks> {
    let bytes = index.bytes(reading.now.filter(|_| reading.anchor.is_placed())?)?;
    // Spans inside tags count from where the file has the sentence.
    let unit = Unit { bytes, chars: reading.sentence.span, kind: Kind::Sentence, rule: Rule::TEXT_END };
    let mut looks = Looks::new(lines.styles, unit.kind, false);
    for tag in &reading.sentence.tags {
        looks.add_tag(index.text(), &unit, tag);
    }
    Some(looks)
}

/// What ends a paragraph of the article.
fn mark(article: &Article) -> &'static str {
    let options = Options { language: Some(Language::En), newlines: article.segment.newlines };
    match options.decide(&article.text, article.body).newlines {
        Newlines::Unwrap => BLANK_LINE,
        _ => LINE_END,
    }
}

/// The paragraph around `sentence`, in bytes, within reach; where it holds nothing else, with those before and behind.
fn around(article: &Article, sentence: &Range<usize>, mark: &str) -> Range<usize> {
    let text = &*article.text;
    let first = text.floor_char_boundary(sentence.start.saturating_sub(REACH)).max(article.body);
    let first = first.min(sentence.start);
    let last = text.ceil_char_boundary(sentence.end.saturating_add(REACH).min(text.len()));
    let bounds = |inside: Range<usize>| {
        let start = text[first..inside.start].rfind(mark).map_or(first, |at| first + at + mark.len());
        let end = text[inside.end..last].find(mark).map_or(last, |at| inside.end + at);
        start..end
    };
    let paragraph = bounds(sentence.clone());
    if text[paragraph.clone()].trim().len() > sentence.len() {
        return paragraph;
    }
    let before = first + text[first..paragraph.start].trim_end().len();
    bounds(before..last - text[paragraph.end..last].trim_start().len())
}

/// The rows of `text`, in bytes.
fn wrapped(text: &str, mark: &str, lines: &Lines) -> Vec<Range<usize>> {
    let width = usize::from(lines.width().saturating_sub(INDENT));
    let mut rows = Vec::new();
    let mut start = 0;
    for paragraph in text.split(mark) {
        let free = MOST_ROWS - rows.len();
        rows.extend(wrap(paragraph, width).take(free).map(|row| start + row.start..start + row.end));
        start += paragraph.len() + mark.len();
    }
    rows
}

/// Adds those of `rows` around `sentence` that fit into `height`; `look` says how a byte of the sentence looks.
fn add_rows(
    lines: &mut Lines,
    text: &str,
    rows: &[Range<usize>],
    sentence: &Range<usize>,
    height: usize,
    look: impl Fn(usize) -> Option<Style>,
) {
    let styles = lines.styles;
    let (plain, dim) = (styles.style(Role::Text), styles.style(Role::Dim));
    let of_sentence = |row: &Range<usize>| row.start < sentence.end && sentence.start < row.end;
    let first = rows.iter().position(of_sentence).unwrap_or(0);
    let last = rows.iter().rposition(of_sentence).map_or(rows.len(), |last| last + 1);
    let spare = height.saturating_sub(last - first);
    let behind = rows.len() - last;
    let from = first.saturating_sub(spare.saturating_sub(behind.min(spare / 2)));
    let to = from.saturating_add(height).max(last).min(rows.len());
    for (n, row) in rows.iter().enumerate().take(to).skip(from) {
        let style = |at: usize| {
            let at = row.start + at;
            if sentence.contains(&at) { look(at).unwrap_or(plain) } else { dim }
        };
        let bar = if of_sentence(row) { "▌" } else { " " };
        let line = Line::default().then(bar, styles.style(Role::Strong)).at(INDENT);
        let line = line.styled(&text[row.clone()], style);
        let cut = (n == from && from > 0) || (n + 1 == to && to < rows.len());
        lines.push(if cut && !of_sentence(row) { line.then(" …", dim) } else { line });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{ArticleId, decode};

    /// What is shown around `sentence`.
    fn shown(text: &str, sentence: &str) -> String {
        let decoded = decode::decode(text.as_bytes().to_vec()).unwrap();
        let article = Article::new(ArticleId::new("a.txt"), decoded);
        let start = article.text.find(sentence).unwrap();
        let around = around(&article, &(start..start + sentence.len()), mark(&article));
        article.text[around].to_owned()
    }

    #[test]
    fn a_sentence_stands_in_its_paragraph() {
        let text = "---\ntitle: T\n---\nOne. Two.\nThree. Four.\n\nFive.\n";
        assert_eq!(shown(text, "Two."), "One. Two.");
        assert_eq!(shown(text, "Three."), "Three. Four.");
    }

    #[test]
    fn one_that_is_a_paragraph_by_itself_stands_between_its_neighbours() {
        assert_eq!(shown("One. Two.\n\nA head\n\nThree.\nFour.", "A head"), "One. Two.\n\nA head\n\nThree.");
        assert_eq!(shown("---\ntitle: T\n---\nA head\n", "A head"), "A head\n");
    }

    #[test]
    fn lines_of_a_wrapped_text_are_no_paragraphs() {
        let line = "the harbour crane stood still for a week and nobody could say why that was so\n";
        let text = format!("{}\n{}", line.repeat(6), line.repeat(6));
        assert_eq!(shown(&text, "stood still"), line.repeat(6).trim_end());
    }
}
