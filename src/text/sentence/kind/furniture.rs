//! Page furniture, told from single lines.
//!
//! Furniture is dimmed and not counted as open, so a sentence taken for it is hidden from the checker: each of
//! these tests would rather miss than guess.

use std::sync::LazyLock;

use memchr::memmem::Finder;

use super::phrases::{
    AGENCIES, APPEALS, BETWEEN_NAMES, BYLINES, CREDITS, CREDITS_AT_END, DATES, LABELS, LEGAL_HINTS,
    LEGAL_WORDS, NOTES, NOTICES, SOURCES, TEASERS,
};
use crate::text::sentence::chars::is_terminator;

/// Bytes of the longest line that is furniture other than a legal notice.
pub(super) const LONGEST: usize = 260;
/// Bytes of a block in which a legal notice shows itself.
const NOTICE_REACH: usize = 2_000;
/// Different legal words that make a notice.
const NOTICE_WORDS: usize = 4;
/// Bytes of the longest credit at the end of a caption.
const CREDIT: usize = 60;
/// Bytes of the longest name, label, credit and date line.
const SHORT: usize = 120;

/// Ready to look for, as every line is searched for them.
static APPEALS_AND_NOTICES: LazyLock<Vec<Finder<'static>>> =
    LazyLock::new(|| APPEALS.iter().chain(NOTICES).map(Finder::new).collect());
static HINTS: LazyLock<Vec<Finder<'static>>> =
    LazyLock::new(|| LEGAL_HINTS.iter().map(Finder::new).collect());

/// A line of at most [`LONGEST`] bytes, with its lower case.
pub(super) struct Line<'t> {
    text: &'t str,
    lower: String,
}

impl<'t> Line<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self { text, lower: text.to_lowercase() }
    }

    /// Is it furniture by itself?
    pub(super) fn is_furniture(&self) -> bool {
        self.is_bare()
            || self.is_credit()
            || self.is_label()
            || self.is_date()
            || self.is_byline()
            || self.is_agency()
            || self.is_source_list()
            || starts_with_any(&self.lower, TEASERS)
            || (starts_with_any(&self.lower, NOTES) && !self.lower.ends_with(is_terminator))
            || APPEALS_AND_NOTICES.iter().any(|phrase| phrase.find(self.lower.as_bytes()).is_some())
    }

    /// Is it a line of its own, even amid hard-wrapped text?
    pub(super) fn stands_alone(&self) -> bool {
        self.is_credit() || self.is_date() || self.is_byline()
    }

    /// A line without a letter or digit, or a bare web address.
    fn is_bare(&self) -> bool {
        let address = self.lower.starts_with("http://") || self.lower.starts_with("https://");
        !self.text.contains(char::is_alphanumeric) || (address && !self.text.contains(char::is_whitespace))
    }

    /// The credit of a picture.
    pub(super) fn is_credit(&self) -> bool {
        self.lower.len() <= SHORT && starts_with_any(&self.lower, CREDITS) && !self.has_sentence()
    }

    /// A caption that ends with its credit.
    pub(super) fn ends_in_credit(&self) -> bool {
        if self.text.ends_with(is_terminator) || !self.text.contains([':', '©']) {
            return false;
        }
        CREDITS_AT_END
            .iter()
            .any(|mark| self.lower.rfind(mark).is_some_and(|at| at > 0 && self.lower.len() - at <= CREDIT))
    }

    fn is_label(&self) -> bool {
        LABELS.contains(&self.lower.trim_end_matches([':', '…', '›', '»', ' ']))
    }

    fn is_source_list(&self) -> bool {
        starts_with_any(&self.lower, SOURCES) && !self.has_sentence()
    }

    /// Does a sentence end within the line?
    fn has_sentence(&self) -> bool {
        self.text.split_whitespace().rev().skip(1).any(|word| {
            let stem = word.trim_end_matches(is_terminator);
            let last = stem.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
            stem.len() < word.len() && last.chars().nth(3).is_some()
        })
    }

    /// A line of nothing but dates and times.
    pub(super) fn is_date(&self) -> bool {
        let mut numbers = 0;
        let mut words = 0;
        for word in self.lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
            let letters = word.trim_start_matches(|c: char| c.is_ascii_digit());
            numbers += usize::from(letters.len() < word.len());
            words += usize::from(!letters.is_empty());
            if !letters.is_empty() && !DATES.contains(&letters) {
                return false;
            }
        }
        self.lower.len() <= SHORT
            && (numbers >= 2 || (numbers == 1 && words >= 1))
            && !self.text.contains(['%', '?', '!'])
    }

    fn is_byline(&self) -> bool {
        let Some((first, names)) = self.text.split_once(char::is_whitespace) else { return false };
        if self.lower.len() > SHORT || !BYLINES.iter().any(|start| start.eq_ignore_ascii_case(first)) {
            return false;
        }
        let (capitals, joined) = count_names(names);
        capitals >= if joined { 3 } else { 2 }
    }

    /// Two to four capitalised words, as a name alone.
    pub(super) fn is_name(&self) -> bool {
        let (capitals, joined) = count_names(self.text);
        (2..=4).contains(&capitals) && !joined && !self.text.contains(',')
    }

    /// "dpa/afp", "(dpa)"
    fn is_agency(&self) -> bool {
        self.lower.len() <= 40
            && self
                .lower
                .split(|c: char| !c.is_alphanumeric())
                .filter(|word| !word.is_empty())
                .all(|word| AGENCIES.contains(&word))
    }
}

/// How many capitalised words `names` holds, and whether others join them; no names where anything else occurs.
fn count_names(names: &str) -> (usize, bool) {
    let mut capitals = 0;
    let mut joined = false;
    for word in names.split_whitespace() {
        let word = word.trim_end_matches([',', ';']);
        if BETWEEN_NAMES.contains(&word) {
            joined |= matches!(word, "und" | "and" | "&");
        } else if word.starts_with(char::is_uppercase)
            && word.chars().skip(1).all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’' | '.'))
            && (!word.ends_with('.') || word.chars().count() <= 3)
        {
            capitals += 1;
        } else {
            return (0, false);
        }
    }
    (capitals, joined)
}

/// Is the block, however long, a legal notice?
pub(super) fn is_legal_notice(block: &str) -> bool {
    let head = &block[..block.floor_char_boundary(NOTICE_REACH.min(block.len()))];
    if !HINTS.iter().any(|hint| hint.find(head.as_bytes()).is_some()) {
        return false;
    }
    let lower = head.to_lowercase();
    LEGAL_WORDS.iter().filter(|word| lower.contains(**word)).count() >= NOTICE_WORDS
}

fn starts_with_any(text: &str, phrases: &[&str]) -> bool {
    phrases.iter().any(|phrase| text.starts_with(phrase))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn furniture(text: &str) -> bool {
        Line::new(text).is_furniture()
    }

    #[test]
    fn furniture_is_found() {
        for line in [
            "***",
            "·",
            "https://example.org/mill",
            "© Beispielagentur/A. Muster",
            "Foto: Anna Muster/Kreisblatt",
            "Bildquelle: Stadtarchiv",
            "Von Anna Berg",
            "By Anna Berg and Max Muster",
            "3. Mai 2031",
            "Stand: 03.05.2031, 14:05 Uhr",
            "Published on May 3, 2031 at 10:15",
            "Lesen Sie auch: Wie die Mühle zu ihrem Rad kam",
            "Read more: how the mill got its wheel",
            "Anzeige",
            "Quelle: Kreisblatt, Mühlenverein",
            "dpa/afp",
            "Veröffentlicht inKreis und Stadt",
            "Folgen Sie uns auf Beispielnetz!",
            "© 2031 Kreisblatt. Alle Rechte vorbehalten.",
        ] {
            assert!(furniture(line), "{line}");
        }
    }

    #[test]
    fn sentences_and_headings_are_not() {
        for line in [
            "Von Freunden und Feinden",
            "Von Berlin nach Bonn",
            "Anzeige erstattete der Müller am Abend.",
            "Foto: Der Müller öffnet das Wehr. Er lacht dabei.",
            "Die Quelle: ein Müller aus dem Tal",
            "2031",
            "Am 3. Mai 2031 brannte die Mühle",
            "40 Prozent mehr als 2030",
            "Anna Berg kam nicht.",
            "By the river they waited",
            "Politik ist Handwerk",
            "Auch interessant ist das Rad der Mühle.",
            "War das am 3. Mai 2031?",
            "3. Mai 2031?",
        ] {
            assert!(!furniture(line), "{line}");
        }
    }

    #[test]
    fn a_legal_notice_is_full_of_its_words() {
        assert!(is_legal_notice(
            "Die Vervielfältigung und Verbreitung der Inhalte dieser Website bedarf der vorherigen Zustimmung."
        ));
        assert!(!is_legal_notice("Der Müller wollte die Vervielfältigung der Karten nicht erlauben."));
    }
}
