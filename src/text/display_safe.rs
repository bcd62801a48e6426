//! Text as it may reach a terminal.
//!
//! Text from a stranger can move the cursor, answer for the user, hide words or turn them around. Whatever is
//! shown or printed goes through here and comes out as [`DisplayCell`]s, each of which takes up its place, does
//! nothing else, and knows the bytes it stands for:
//!
//! * white space of one column stays; tab and line feed are shown as a blank;
//! * C0 controls and DEL become their pictures (`␛`, `␈`, `␡`), other line ends (NEL, `U+2028`, `U+2029`) `␤`;
//! * what has no sign of its own becomes `␦`: C1 controls, bidi controls, zero-width and tag characters, fillers,
//!   variation selectors, noncharacters and private use;
//! * a combining mark without a letter stands on `◌`; from the ninth mark on a letter they are left out;
//! * emoji are shown without the parts that terminals disagree about: variation selectors 15 and 16, skin tones
//!   and the joiners between them (a family is its members side by side);
//! * a soft hyphen inside a word is not shown, as its author meant it (see [`super::wrap`]); elsewhere it is `␦`.
//!
//! Columns are those of the crate `unicode-width`, which the screen counts by as well.

use std::borrow::Cow;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// How many combining marks one cell shows at most.
pub const MAX_MARKS: usize = 8;

/// How many code points a cell may have that is shown just as it is written.
const MAX_CELL_CHARS: usize = 16;

/// What is shown for code points without a sign of their own.
pub const HIDDEN: char = '␦';

/// A soft hyphen: where a word may be broken.
pub(crate) const SOFT_HYPHEN: char = '\u{AD}';

/// One place on the screen and the text it stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DisplayCell<'t> {
    /// Where the text it stands for starts, in bytes.
    pub start: usize,
    /// Where that ends, in bytes.
    pub end: usize,
    /// What to show.
    pub shown: Cow<'t, str>,
    /// How many columns that takes, never 0.
    pub columns: usize,
}

/// The cells of `text`, in order; together they stand for every byte of it.
///
/// Whether a soft hyphen or a joiner is shown depends on its neighbours: take the cells of a whole row and style
/// them by their bytes, rather than the cells of parts of the row.
pub fn cells(text: &str) -> Cells<'_> {
    Cells::starting(text, 0)
}

/// `text` made safe to show in one line.
pub fn display_safe(text: &str) -> Cow<'_, str> {
    if is_plain_ascii(text) {
        return Cow::Borrowed(text);
    }
    let Some(changed) = cells(text).find(|cell| cell.shown != text[cell.start..cell.end]) else {
        return Cow::Borrowed(text);
    };
    let mut safe = text[..changed.start].to_owned();
    Cells::starting(text, changed.start).for_each(|cell| safe.push_str(&cell.shown));
    Cow::Owned(safe)
}

/// How many columns `text` takes when it is shown.
pub fn width(text: &str) -> usize {
    if is_plain_ascii(text) { text.len() } else { cells(text).map(|cell| cell.columns).sum() }
}

/// `text` made safe to show in at most `columns` columns, `…` at its end if it was cut.
///
/// Looks no further into the text than it shows.
pub fn truncate(text: &str, columns: usize) -> Cow<'_, str> {
    if columns == 0 {
        return Cow::Borrowed("");
    }
    // Up to where the text, and up to where the text with an ellipsis behind it, fits.
    let (mut used, mut kept) = (0, 0);
    for cell in cells(text) {
        used += cell.columns;
        if used > columns {
            let shown: String =
                cells(text).take_while(|cell| cell.end <= kept).map(|cell| cell.shown).collect();
            return Cow::Owned(shown + "…");
        }
        if used < columns {
            kept = cell.end;
        }
    }
    display_safe(text)
}

fn is_plain_ascii(text: &str) -> bool {
    text.bytes().all(|b| matches!(b, b' '..=b'~'))
}

/// The iterator that [`cells`] gives.
#[derive(Clone, Debug)]
pub struct Cells<'t> {
    text: &'t str,
    /// Where the next cell starts.
    at: usize,
    /// Where the grapheme ends that is being taken apart; not after `at` if none is.
    grapheme: usize,
}

impl<'t> Cells<'t> {
    /// The cells of `text` from `at` on, which is a boundary between cells.
    pub(super) const fn starting(text: &'t str, at: usize) -> Self {
        Self { text, at, grapheme: at }
    }

    /// Does the next cell belong to the same grapheme as the one before?
    pub(super) const fn inside_grapheme(&self) -> bool {
        self.at < self.grapheme
    }

    /// Where the next cell starts, in bytes.
    pub(super) const fn at(&self) -> usize {
        self.at
    }

    /// Steps over ASCII letters, digits and most punctuation, at most `columns` of them, and says how many
    /// there were: each is a cell of one column, and no row breaks among them.
    pub(super) fn skip_word(&mut self, columns: usize) -> usize {
        if self.inside_grapheme() {
            return 0;
        }
        let rest = &self.text.as_bytes()[self.at..];
        let word =
            rest.iter().take(columns).take_while(|b| matches!(b, b'!'..=b',' | b'.' | b'0'..=b'~')).count();
        // The last one may carry a mark.
        let word = if rest.get(word).is_none_or(u8::is_ascii) { word } else { word.saturating_sub(1) };
        self.at += word;
        word
    }

    /// The cell that ends at `end`.
    fn cell(&mut self, end: usize, shown: Cow<'t, str>, columns: usize) -> DisplayCell<'t> {
        let start = self.at;
        self.at = end;
        if end >= self.grapheme && hyphenates(self.text, end) {
            self.at += SOFT_HYPHEN.len_utf8();
        }
        DisplayCell { start, end: self.at, shown, columns }
    }

    /// The next cell of a grapheme that is not shown as it is written.
    fn part(&mut self) -> Option<DisplayCell<'t>> {
        let mut rest =
            self.text[self.at..self.grapheme].char_indices().map(|(at, c)| (self.at + at, c)).peekable();
        let (_, first) = rest.next()?;
        let mut end = self.at + first.len_utf8();
        let columns = first.width().unwrap_or(0);
        let unshowable = is_unseen(first) || columns == 0 && !is_combining(first);
        if let Some(mark) = mark(first).or(unshowable.then_some(HIDDEN)) {
            return Some(self.cell(end, Cow::Owned(mark.into()), 1));
        }
        let (mut shown, mut marks) = if columns == 0 { (String::from('◌'), 1) } else { (String::new(), 0) };
        shown.push(first);
        while let Some((at, c)) = rest.next() {
            let joiner = c == '\u{200D}' && rest.peek().is_some_and(|&(_, next)| is_emoji_part(next));
            if !joiner && !is_unseen(c) {
                if mark(c).is_some() || c.width() != Some(0) {
                    break;
                }
                if marks < MAX_MARKS {
                    shown.push(c);
                    marks += 1;
                }
            }
            end = at + c.len_utf8();
        }
        Some(self.cell(end, Cow::Owned(shown), columns.max(1)))
    }
}

impl<'t> Iterator for Cells<'t> {
    type Item = DisplayCell<'t>;

    fn next(&mut self) -> Option<DisplayCell<'t>> {
        if !self.inside_grapheme() {
            let rest = &self.text[self.at..];
            let mut chars = rest.chars();
            let first = chars.next()?;
            if is_simple(first) && chars.next().is_none_or(|next| next.is_ascii() || is_simple(next)) {
                let start = self.at;
                self.at += first.len_utf8();
                let shown = Cow::Borrowed(&rest[..first.len_utf8()]);
                return Some(DisplayCell { start, end: self.at, shown, columns: 1 });
            }
            let grapheme = rest.graphemes(true).next()?;
            self.grapheme = self.at + grapheme.len();
            if let Some(columns) = columns_as_written(grapheme) {
                return Some(self.cell(self.grapheme, Cow::Borrowed(grapheme), columns));
            }
        }
        self.part()
    }
}

/// Letters, digits and punctuation that take one column and join nothing before them: nearly all text is these.
const fn is_simple(c: char) -> bool {
    matches!(c,
        ' '..='~'
        | '\u{A0}'..='\u{AC}'
        | '\u{AE}'..='\u{2FF}'
        | '\u{370}'..='\u{482}'
        | '\u{48A}'..='\u{52F}'
        | '\u{2010}'..='\u{2027}'
        | '\u{2030}'..='\u{205E}'
        | '\u{20A0}'..='\u{20C0}')
}

/// The columns of a grapheme that may be shown just as it is written.
fn columns_as_written(grapheme: &str) -> Option<usize> {
    let mut marks = 0;
    for (at, c) in grapheme.chars().enumerate() {
        let columns = c.width()?;
        marks += usize::from(columns == 0);
        let alone = at == 0 && columns == 0;
        let joined = at > 0 && (is_unseen(c) || c == '\u{200D}');
        if alone || joined || at == MAX_CELL_CHARS || marks > MAX_MARKS || mark(c).is_some() {
            return None;
        }
    }
    Some(grapheme.width().max(1))
}

/// The mark that stands for `c`, if it may not be shown itself.
pub(crate) const fn mark(c: char) -> Option<char> {
    match c {
        '\t' | '\n' => Some(' '),
        '\0'..='\x1F' => char::from_u32(0x2400 + c as u32),
        '\x7F' => Some('␡'),
        '\u{85}' | '\u{2028}' | '\u{2029}' => Some('␤'),
        '\u{80}'..='\u{9F}'
        | SOFT_HYPHEN
        | '\u{34F}' // combining grapheme joiner
        | '\u{61C}' // Arabic letter mark
        | '\u{115F}'..='\u{1160}' // Hangul fillers
        | '\u{17B4}'..='\u{17B5}' // Khmer inherent vowels
        | '\u{180B}'..='\u{180F}' // Mongolian selectors
        | '\u{200B}'..='\u{200F}' // zero-width space, joiners, direction marks
        | '\u{202A}'..='\u{202E}' // bidi embeddings and overrides
        | '\u{2060}'..='\u{206F}' // word joiner, invisible operators, bidi isolates
        | '\u{3164}' // Hangul filler
        | '\u{E000}'..='\u{F8FF}' // private use
        | '\u{FDD0}'..='\u{FDEF}' // noncharacters
        | '\u{FE00}'..='\u{FE0D}' // variation selectors
        | '\u{FEFF}' // zero-width no-break space
        | '\u{FFA0}' // halfwidth Hangul filler
        | '\u{FFF0}'..='\u{FFFB}' // interlinear annotation
        | '\u{1BCA0}'..='\u{1BCA3}' // shorthand format controls
        | '\u{1D173}'..='\u{1D17A}' // musical format controls
        | '\u{E0000}'..=char::MAX => Some(HIDDEN), // tags, more selectors, private use
        _ if c as u32 & 0xFFFE == 0xFFFE => Some(HIDDEN), // noncharacters
        _ => None,
    }
}

/// Does `c`, which has no width, go onto the letter before it? Others go onto the one after it.
fn is_combining(c: char) -> bool {
    ['◌', c].iter().collect::<String>().graphemes(true).count() == 1
}

/// Does `c` only say how the emoji before it should look?
const fn is_unseen(c: char) -> bool {
    matches!(c, '\u{FE0E}' | '\u{FE0F}' | '\u{1F3FB}'..='\u{1F3FF}')
}

/// May `c` follow a joiner in an emoji?
fn is_emoji_part(c: char) -> bool {
    c >= '\u{2000}' && mark(c).is_none() && c.width().is_some_and(|columns| columns > 0)
}

/// Does a soft hyphen at `at` stand inside a word?
fn hyphenates(text: &str, at: usize) -> bool {
    let before = text[..at].chars().next_back();
    let mut after = text[at..].chars();
    after.next() == Some(SOFT_HYPHEN)
        && after.next().is_some_and(char::is_alphanumeric)
        && before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36F}'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinary_text_is_shown_as_it_is() {
        for text in
            ["", "Ein Satz.", "„Größe“ – 5 €, a\u{A0}b", "Привет", "漢字", "e\u{301}a\u{308}", "한국", "ำ"]
        {
            assert!(matches!(display_safe(text), Cow::Borrowed(same) if same == text), "{text:?}");
        }
    }

    #[test]
    fn controls_are_seen_and_do_nothing() {
        assert_eq!(display_safe("A\x1b[31mrot\x07\0Z\x7f"), "A␛[31mrot␇␀Z␡");
        assert_eq!(display_safe("un\x08\x08\rx\ty\nz"), "un␈␈␍x y z");
        assert_eq!(display_safe("\u{9b}31m\u{85}\u{2028}B\u{2029}"), "␦31m␤␤B␤");
    }

    #[test]
    fn what_hides_or_turns_text_around_is_seen() {
        assert_eq!(display_safe("\u{202e}1234\u{202c} \u{2066}x\u{2069}"), "␦1234␦ ␦x␦");
        assert_eq!(display_safe("nicht\u{200b} schul\u{200d}dig\u{feff} \u{2060}"), "nicht␦ schul␦dig␦ ␦");
        assert_eq!(display_safe("A\u{e0068}\u{e0069}\u{f8ff}\u{ffff}"), "A␦␦␦␦");
    }

    #[test]
    fn a_soft_hyphen_is_not_shown_inside_a_word() {
        assert_eq!(display_safe("Bundes\u{ad}rat"), "Bundesrat");
        assert_eq!(display_safe("\u{ad}a\u{ad}\u{ad}b \u{ad} c\u{ad}"), "␦a␦␦b ␦ c␦");
        let ends: Vec<usize> = cells("ü\u{ad}b").map(|cell| cell.end).collect();
        assert_eq!(ends, [4, 5], "its bytes belong to the letter before");
    }

    #[test]
    fn marks_on_a_letter_are_bounded_and_never_stand_alone() {
        let zalgo = format!("Z{}a", "\u{301}".repeat(5000));
        let shown: Vec<_> = cells(&zalgo).collect();
        assert_eq!(shown.len(), 2);
        assert_eq!(shown[0].shown.chars().count(), 1 + MAX_MARKS);
        assert_eq!((shown[0].columns, shown[0].end), (1, zalgo.len() - 1));
        assert_eq!(display_safe("\u{301}x\n\u{301}"), "◌\u{301}x ◌\u{301}");
    }

    #[test]
    fn emoji_take_the_same_columns_on_every_terminal() {
        assert_eq!((display_safe("👩‍👩‍👧!"), width("👩‍👩‍👧!")), ("👩👩👧!".into(), 7));
        assert_eq!((display_safe("👍🏽"), width("👍🏽")), ("👍".into(), 2));
        assert_eq!((display_safe("1️⃣❤️"), width("1️⃣❤️")), ("1\u{20e3}❤".into(), 2));
        assert_eq!(width("🇩🇪🇫🇷"), 4);
        assert_eq!(display_safe("👩\u{200d}"), "👩␦", "a joiner that joins nothing");
    }

    #[test]
    fn what_is_safe_stays_as_it_is() {
        let hostile = "A\x1b\u{202e}\u{301}\u{200d}👩‍👩‍👧 1️⃣\u{ad}b\u{ad}c";
        let safe = display_safe(hostile).into_owned();
        assert_eq!(display_safe(&safe), safe);
        assert_eq!(width(&safe), width(hostile));
    }

    #[test]
    fn cutting_keeps_to_the_columns() {
        assert_eq!(truncate("Depesche", 8), "Depesche");
        assert_eq!(truncate("Depesche", 7), "Depesc…");
        assert_eq!(truncate("漢字漢字", 4), "漢…");
        assert_eq!(truncate("a\x1bbc", 3), "a␛…");
        assert_eq!(truncate("ab\u{ad}cd", 3), "ab…");
        assert_eq!((truncate("ab", 1), truncate("ab", 0)), ("…".into(), "".into()));
    }
}
