//! Which rows the reading column has: a pure function of the open article, the width and what is folded.
//!
//! Nothing here walks the whole article. Rows are made from a given [`Top`] downward or upward, as many as are
//! needed, so that the last sentence of 20 MB is as near as the first.

use super::{OpenArticle, desk::Top};
use crate::text::{Kind, Rule, Span, Unit, position, wrap};

/// One row of the reading column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// Air above that unit, which begins a block.
    Blank(usize),
    /// A row of a unit.
    Text {
        /// Which unit.
        unit: usize,
        /// What of the article it shows, in bytes.
        bytes: Span,
        /// Is it the unit's first row?
        first: bool,
        /// Does a hyphen have to be shown behind it, because it breaks at a soft one?
        hyphen: bool,
    },
}

impl Line {
    /// The unit it belongs to.
    pub fn unit(self) -> usize {
        match self {
            Self::Blank(unit) | Self::Text { unit, .. } => unit,
        }
    }

    /// Where it begins, as the first row shown.
    pub fn top(self, units: &[Unit]) -> Top {
        match self {
            Self::Blank(unit) | Self::Text { unit, first: true, .. } => Top { unit, byte: 0 },
            Self::Text { unit, bytes, .. } => {
                Top { unit, byte: bytes.start - units.get(unit).map_or(0, |unit| unit.bytes.start) }
            }
        }
    }
}

/// The reading column of an article.
#[derive(Clone, Copy, Debug)]
pub struct Reading<'a> {
    text: &'a str,
    units: &'a [Unit],
    folded: bool,
    width: usize,
}

impl<'a> Reading<'a> {
    /// The column of `open` in `width` columns, furniture left out where it is `folded`.
    pub fn new(open: &'a OpenArticle, folded: bool, width: u16) -> Self {
        Self { text: &open.article.text, units: &open.units, folded, width: width.into() }
    }

    /// Is that unit shown?
    pub fn shows(&self, unit: usize) -> bool {
        !self.folded || self.units.get(unit).is_some_and(|unit| unit.kind != Kind::Furniture)
    }

    /// The first unit from `unit` on, itself included, that is shown.
    pub fn at_or_after(&self, unit: usize) -> Option<usize> {
        (unit..self.units.len()).find(|unit| self.shows(*unit))
    }

    /// The last unit before `unit` that is shown.
    pub fn before(&self, unit: usize) -> Option<usize> {
        (0..unit.min(self.units.len())).rev().find(|unit| self.shows(*unit))
    }

    /// The rows of one unit, with the blank one above it.
    pub fn of_unit(&self, unit: usize) -> impl Iterator<Item = Line> + use<'a> {
        let span = self.units.get(unit).map_or(Span::default(), |unit| unit.bytes);
        let text = self.text.get(span.range()).unwrap_or_default();
        let blank = self.begins_block(unit).then_some(Line::Blank(unit));
        let rows = wrap::wrap(text, self.width).enumerate().map(move |(index, row)| Line::Text {
            unit,
            bytes: Span::new(span.start + position(row.start), span.start + position(row.end)),
            first: index == 0,
            hyphen: row.hyphen,
        });
        blank.into_iter().chain(rows)
    }

    /// The rows from `top` on; the air above the first one is left out, unless it stands for furniture folded away.
    pub fn from(&self, top: Top) -> impl Iterator<Item = Line> + use<'a> {
        let this = *self;
        let start = self.units.get(top.unit).map_or(0, |unit| unit.bytes.start) + top.byte;
        let first = self.at_or_after(top.unit);
        let before = first.and_then(|first| first.checked_sub(1));
        let stands_for_more = top.byte == 0 && before.is_some_and(|before| !this.shows(before));
        std::iter::successors(first, move |unit| this.at_or_after(unit + 1))
            .flat_map(move |unit| this.of_unit(unit))
            .skip_while(move |line| match line {
                Line::Blank(unit) => Some(*unit) == first && !stands_for_more,
                Line::Text { unit, bytes, .. } => *unit == top.unit && bytes.end <= start,
            })
    }

    /// The place `rows` rows above `top`; the start where there are fewer.
    pub fn up(&self, top: Top, rows: usize) -> Top {
        let start = self.units.get(top.unit).map_or(0, |unit| unit.bytes.start) + top.byte;
        let mut above: Vec<Line> = match top.byte {
            0 => Vec::new(),
            _ => self.of_unit(top.unit).take_while(|line| !ends_after(*line, start)).collect(),
        };
        let mut unit = top.unit;
        while above.len() < rows {
            let Some(before) = self.before(unit) else { break };
            let mut lines: Vec<Line> = self.of_unit(before).collect();
            lines.append(&mut above);
            above = lines;
            unit = before;
        }
        let line = above.len().checked_sub(rows).and_then(|index| above.get(index)).or(above.first());
        line.map_or(top, |line| line.top(self.units))
    }

    /// The place `rows` rows below `top`, but at most so far that `height` rows are still full.
    pub fn down(&self, top: Top, rows: usize, height: usize) -> Top {
        let lines: Vec<Line> = self.from(top).take(rows + height.max(1)).collect();
        let rows = rows.min(lines.len().saturating_sub(height.max(1)));
        lines.get(rows).map_or(top, |line| line.top(self.units))
    }

    /// The first row shown, so that the unit `cursor` is wholly visible in `height` rows with `margin` rows of text
    /// around it, moved as little as possible from `top`; its first rows where it is higher than that.
    pub fn follow(&self, top: Top, cursor: usize, height: usize, margin: usize) -> Top {
        let head = Top { unit: cursor, byte: 0 };
        let rows = self.of_unit(cursor).take(height).count();
        if rows + margin >= height {
            return head;
        }
        let wanted = self.up(head, margin);
        if wanted < top {
            // A step goes on by as little as it takes; a jump comes with what stands around it.
            let near = self.before(top.unit).is_none_or(|before| cursor >= before);
            return if near { wanted } else { self.up(head, height / 3) };
        }
        let below = self.from(head).take(rows + margin).count();
        let seen = self.from(top).take(height + 1).position(|line| line.unit() == cursor);
        match seen {
            Some(above) if above + below <= height => top,
            Some(_) => self.up(head, height.saturating_sub(below)),
            None => self.up(head, height / 3),
        }
    }

    /// Air stands above it: an empty line, or another kind of text.
    fn begins_block(&self, unit: usize) -> bool {
        let Some(before) = unit.checked_sub(1).and_then(|before| self.units.get(before)) else {
            return false;
        };
        let Some(this) = self.units.get(unit) else { return false };
        let gap = self.text.get(before.bytes.end as usize..this.bytes.start as usize).unwrap_or_default();
        let breaks = gap.bytes().filter(|byte| *byte == b'\n').count();
        breaks >= 2 || (breaks == 1 && (before.kind != this.kind || before.rule == Rule::LINE_END))
    }
}

fn ends_after(line: Line, start: u32) -> bool {
    matches!(line, Line::Text { bytes, .. } if bytes.end > start)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        review::stats::Counts,
        text::{
            Article, ArticleId,
            decode::Decoded,
            sentence::{Options, Segmenter},
        },
    };

    const TEXT: &str = "Brücke bleibt zu\n\nDie Stadt sperrt die alte Brücke bis in den März hinein. Niemand weiß, \
                        warum das so lange dauert.\n\nDer Rat tagt. Er tagt lange.\n";

    fn article(text: &str) -> OpenArticle {
        let decoded = Decoded { text: text.to_owned(), ..Decoded::default() };
        let article = Article::new(ArticleId::new("a.txt"), decoded);
        let units: Vec<Unit> = Segmenter::new(&article.text, article.body, Options::default()).collect();
        let (top, counts) = (Top::default(), Counts::default());
        OpenArticle { article, computed: None, units, complete: true, cursor: 0, top, counts }
    }

    /// The rows from `top` on as they would be read, blank ones empty.
    fn rows(open: &OpenArticle, width: u16, top: Top) -> Vec<String> {
        let text = |line| match line {
            Line::Blank(_) => String::new(),
            Line::Text { bytes, .. } => open.text(bytes).to_owned(),
        };
        Reading::new(open, false, width).from(top).map(text).collect()
    }

    #[test]
    fn blocks_have_air_above_them_and_sentences_begin_a_row() {
        let open = article(TEXT);
        let expected = [
            "Brücke bleibt zu",
            "",
            "Die Stadt sperrt die alte",
            "Brücke bis in den März",
            "hinein.",
            "Niemand weiß, warum das so",
            "lange dauert.",
            "",
            "Der Rat tagt.",
            "Er tagt lange.",
        ];
        assert_eq!(rows(&open, 26, Top::default()), expected);
    }

    #[test]
    fn up_and_down_are_each_others_inverse_within_the_article() {
        let open = article(TEXT);
        let reading = Reading::new(&open, false, 26);
        let all: Vec<Top> = reading.from(Top::default()).map(|line| line.top(&open.units)).collect();
        for (row, top) in all.iter().enumerate() {
            let (up, down) = (reading.up(*top, row), reading.down(Top::default(), row, 1));
            assert_eq!(up, Top::default(), "{row} rows up from {top:?}");
            assert_eq!(down, *top, "{row} rows down");
        }
    }

    #[test]
    fn the_first_row_survives_another_width() {
        let open = article(TEXT);
        let top = Reading::new(&open, false, 26).down(Top::default(), 3, 1);
        assert_eq!(rows(&open, 26, top)[0], "Brücke bis in den März");
        let wide = &rows(&open, 60, top)[0];
        assert!(wide.contains("Brücke bis in den März"), "{wide}");
        assert_eq!(rows(&open, 26, top)[0], "Brücke bis in den März");
    }

    #[test]
    fn whatever_is_selected_is_wholly_in_sight() {
        let sentence = |n: usize| format!("Satz {n} ist da, {}Ende.", "und noch ".repeat(n % 9));
        let text = (0..300).map(sentence).collect::<Vec<_>>().join("\n\n");
        let open = article(&text);
        let reading = Reading::new(&open, false, 30);
        let mut top = Top::default();
        for cursor in (0..300).chain((0..300).rev()).chain([299, 0, 150, 3, 298]) {
            top = reading.follow(top, cursor, 12, 2);
            let seen: Vec<Line> = reading.from(top).take(12).filter(|line| line.unit() == cursor).collect();
            let whole = reading.of_unit(cursor).filter(|line| matches!(line, Line::Text { .. })).count();
            let texts = seen.iter().filter(|line| matches!(line, Line::Text { .. })).count();
            assert_eq!(texts, whole, "unit {cursor} from {top:?}");
        }
    }

    #[test]
    fn a_sentence_higher_than_the_screen_shows_its_first_rows() {
        let open = article(&format!("Kurz.\n\n{}Ende.\n\nKurz.", "und noch etwas ".repeat(80)));
        let reading = Reading::new(&open, false, 30);
        assert_eq!(reading.follow(Top::default(), 1, 10, 2), Top { unit: 1, byte: 0 });
    }
}
