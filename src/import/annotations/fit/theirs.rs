//! Where positions in their text are in ours.

use crate::{
    import::annotations::finder::tidy,
    text::{Article, Span, position},
};

/// Their text beside ours.
pub(super) struct Theirs {
    /// Their text, code point by code point.
    text: Vec<char>,
    /// Where it stands in ours, if it does.
    alignment: Option<Alignment>,
}

/// How their text stands in ours: it has more characters for line ends, perhaps a byte order mark, and perhaps it begins
/// behind our front matter.
struct Alignment {
    /// Their positions of characters that ours does not have, in order.
    extra: Vec<u32>,
    /// Where their text begins in ours, in code points.
    begin: u32,
}

impl Theirs {
    pub(super) fn new(text: &str, article: &Article) -> Self {
        let tidied = tidy(text);
        let (ours, theirs) = (article.text.trim_end(), tidied.trim_end());
        let body = article.text.get(article.body..).unwrap_or_default();
        let begin = if ours == theirs {
            Some(0)
        } else if body.trim_end() == theirs {
            Some(position(article.text.chars().count() - body.chars().count()))
        } else {
            None
        };
        let text: Vec<char> = text.chars().collect();
        let is_extra = |at: usize| match text[at] {
            '\u{feff}' => at == 0,
            '\r' => text.get(at + 1) == Some(&'\n'),
            _ => false,
        };
        let alignment = begin.map(|begin| {
            let extra = (0..text.len()).filter(|at| is_extra(*at)).map(position).collect();
            Alignment { extra, begin }
        });
        Self { text, alignment }
    }

    /// Where `span` of their text is in ours; as it is where the two are different texts.
    pub(super) fn ours(&self, span: Span) -> Span {
        let Some(Alignment { extra, begin }) = &self.alignment else { return span };
        let of = |at: u32| (at - position(extra.partition_point(|extra| *extra < at))).saturating_add(*begin);
        Span::new(of(span.start), of(span.end))
    }

    /// Their words at `span`, line ends as ours; `None` beyond their text.
    pub(super) fn words(&self, span: Span) -> Option<String> {
        let words: String = self.text.get(span.range())?.iter().collect();
        Some(tidy(&words))
    }

    /// The words around `span`, up to `most` code points on either side.
    pub(super) fn context(&self, span: Span, most: u32) -> Option<(String, String)> {
        let end = position(self.text.len());
        let before = self.words(Span::new(span.start.saturating_sub(most), span.start))?;
        let behind = self.words(Span::new(span.end, span.end.saturating_add(most).min(end)))?;
        Some((before, behind))
    }
}
