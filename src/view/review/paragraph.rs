//! A sentence in the paragraph it stands in.

use std::ops::Range;

use crate::{
    app::App,
    review::{Reading, Row},
    text::{Article, Kind, Rule, Unit, char_index::CharIndex, wrap::wrap},
    view::{
        lines::{Line, Lines},
        looks::Looks,
        theme::Role,
    },
};

/// Bytes of a paragraph that are looked at on each side of the sentence: more is never shown.
const REACH: usize = 4000;

/// Adds the sentence of `row`, marked by a bar, with as much of its paragraph as fits into `height` lines. Source and
/// cue are marked as `reading` has them. Without the article, or a place in it, there is the sentence alone.
pub(super) fn add(lines: &mut Lines, app: &App, row: &Row, reading: &Reading, height: usize) {
    let article = app.review.article.as_ref().filter(|article| article.id == row.article.id);
    let Some(article) = article else { return alone(lines, row) };
    let index = CharIndex::new(&article.text);
    let sentence = row.span().and_then(|span| index.bytes(span)).map(|span| span.range());
    let Some(sentence) = sentence else { return alone(lines, row) };
    let around = around(article, &sentence);
    let (start, text) = (around.start, &article.text[around]);
    let inside = sentence.start - start..sentence.end - start;
    let looks = looks(lines, &index, reading);
    rows(lines, text, &inside, height, |at| looks.as_ref().map(|looks| looks.at(start + at)));
}

/// The sentence without its paragraph.
fn alone(lines: &mut Lines, row: &Row) {
    rows(lines, row.words(), &(0..row.words().len()), usize::MAX, |_| None);
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

/// The paragraph around `sentence`, in bytes: up to the nearest blank lines, within reach.
fn around(article: &Article, sentence: &Range<usize>) -> Range<usize> {
    let text = &*article.text;
    let first = text.floor_char_boundary(sentence.start.saturating_sub(REACH)).max(article.body);
    let first = first.min(sentence.start);
    let last = text.ceil_char_boundary(sentence.end.saturating_add(REACH).min(text.len()));
    let start = text[first..sentence.start].rfind("\n\n").map_or(first, |at| first + at + 2);
    let end = text[sentence.end..last].find("\n\n").map_or(last, |at| sentence.end + at);
    start..end
}

/// Adds those rows of `text` around `sentence` that fit into `height`; `look` says how a byte of it looks.
fn rows(
    lines: &mut Lines,
    text: &str,
    sentence: &Range<usize>,
    height: usize,
    look: impl Fn(usize) -> Option<ratatui::style::Style>,
) {
    let styles = lines.styles;
    let (plain, dim) = (styles.style(Role::Text), styles.style(Role::Dim));
    let rows = wrapped(text, usize::from(lines.width().saturating_sub(2)));
    let of_sentence = |row: &Range<usize>| row.start < sentence.end && sentence.start < row.end;
    let first = rows.iter().position(of_sentence).unwrap_or(0);
    let last = rows.iter().rposition(of_sentence).map_or(rows.len(), |last| last + 1);
    let spare = height.saturating_sub(last - first);
    // What comes before says more about a sentence than what comes behind.
    let from = first.saturating_sub(spare.div_ceil(2).max(spare.saturating_sub(rows.len() - last)));
    let to = last.max(from.saturating_add(height)).min(rows.len());
    for (n, row) in rows.iter().enumerate().take(to).skip(from) {
        let style = |at: usize| {
            let at = row.start + at;
            if sentence.contains(&at) { look(at).unwrap_or(plain) } else { dim }
        };
        let bar = if of_sentence(row) { "▌" } else { " " };
        let line = Line::default().then(bar, styles.style(Role::Strong)).at(2);
        let line = line.styled(&text[row.clone()], style);
        let cut = (n == from && from > 0) || (n + 1 == to && to < rows.len());
        lines.push(if cut && !of_sentence(row) { line.then(" …", dim) } else { line });
    }
}

/// The rows of `text` in bytes. A line of it goes on in the next, unless it ends as a sentence does.
fn wrapped(text: &str, width: usize) -> Vec<Range<usize>> {
    let mut rows = Vec::new();
    let mut start = 0;
    let ends = text.match_indices('\n').map(|(at, _)| at).chain([text.len()]);
    for end in ends {
        let closed =
            text[..end].trim_end().ends_with(['.', '!', '?', '…', ':', '"', '“', '”', '»', '«', ')']);
        if closed || end == text.len() {
            rows.extend(wrap(&text[start..end], width).map(|row| start + row.start..start + row.end));
            start = end;
        }
    }
    rows
}
