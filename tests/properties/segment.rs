//! What holds for the units of any text: nothing is lost, nothing moves, nothing takes long.

use std::time::{Duration, Instant};

use factdesk::text::{
    Language, Rule, Unit,
    sentence::{Newlines, Options, Segmenter, explain, segment},
};
use proptest::prelude::*;

/// Text with everything rules look at: words of several kinds, marks, quotes, brackets, line breaks.
fn article() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        6 => "[a-zäöüß]{1,8}",
        4 => "[A-ZÄÖÜ][a-zäöü]{0,8}",
        8 => Just(" ".to_owned()),
        4 => prop::sample::select(&[". ", "! ", "? ", ".", "…", "...", " . . .", "?!", ": ", "; ", ", "][..])
            .prop_map(str::to_owned),
        2 => prop::sample::select(&["\n", "\n\n", " \n \n", "\u{a0}", "\u{2003}", "\t", "\u{2028}"][..]).prop_map(str::to_owned),
        3 => prop::sample::select(&[
            "\"", "„", "“", "”", "«", "»", "'", "(", ")", "[", "]", "[12]", " - ", "– ", "z. B.", "Dr.", "Nr. 5", "am 3. Mai",
            "u.s.w.", "http://a.b/c?d=e.F", "© Foto", "Foto: Ada Li", "Von Ada Li", "Lesen Sie auch", "12.5.2031", "• ",
        ][..]).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..120).prop_map(|pieces| pieces.concat())
}

fn options() -> impl Strategy<Value = Options> {
    let language = prop::option::of(prop::sample::select(&Language::ALL[..]));
    let newlines = prop::sample::select(&[Newlines::Auto, Newlines::Keep, Newlines::Unwrap][..]);
    (language, newlines).prop_map(|(language, newlines)| Options { language, newlines })
}

/// `at` or the next character boundary before it.
fn boundary(text: &str, at: usize) -> usize {
    text.floor_char_boundary(at.min(text.len()))
}

/// Every character of `text` from the byte `from` on that is not white space is in exactly one of `units`, whose positions
/// agree with each other.
fn assert_covered(text: &str, from: usize, units: &[Unit]) {
    let mut at = from;
    for unit in units {
        let range = unit.bytes.range();
        assert!(at <= range.start, "{range:?} overlaps");
        assert_eq!(text[at..range.start].trim(), "", "text before {range:?} is lost");
        let words = &text[range.clone()];
        assert_eq!(words.trim(), words);
        assert!(!words.is_empty());
        assert_eq!(text[..range.start].chars().count(), unit.chars.start as usize);
        assert_eq!(words.chars().count(), unit.chars.len());
        assert!(unit.chars.len() <= 5_000);
        at = range.end;
    }
    assert_eq!(text[at..].trim(), "", "the end is lost");
}

proptest! {
    #[test]
    fn every_character_is_in_one_unit(text in article(), body in 0..50_usize, options in options()) {
        let body = boundary(&text, body);
        assert_covered(&text, body, &segment(&text, body, options));
    }

    #[test]
    fn units_stay_when_text_is_appended(text in article(), cut in 0..600_usize, options in options()) {
        let options = options.decide(&text, 0);
        let options = Options { language: options.language.or(Some(Language::De)), ..options };
        let early = segment(&text[..boundary(&text, cut)], 0, options);
        let whole = segment(&text, 0, options);
        let line_ends: Vec<_> = (0..early.len()).filter(|&i| early[i].rule == Rule::LINE_END).collect();
        // What a line is taken for may depend on the two below it, so those have to be complete.
        if let [.., last, _, _] = line_ends[..] {
            prop_assert_eq!(&early[..=last], &whole[..=last]);
        }
    }

    #[test]
    fn every_cut_that_is_explained_starts_a_unit(text in article(), options in options()) {
        let units = segment(&text, 0, options);
        for decision in explain(&text, 0, options).iter().filter(|decision| decision.cut) {
            prop_assert!(units.iter().any(|unit| unit.bytes.start == decision.at), "{decision:?}");
        }
    }

    #[test]
    fn a_kept_line_break_ends_a_unit(text in article()) {
        let units = segment(&text, 0, Options { newlines: Newlines::Keep, ..Options::default() });
        for pair in units.windows(2) {
            let gap = &text[pair[0].bytes.end as usize..pair[1].bytes.start as usize];
            prop_assert!(pair[0].rule == Rule::LINE_END || !gap.contains('\n'));
        }
    }
}

/// A line of each goes through in a time that leaves no room for anything but a linear pass, even in a debug
/// build on a busy machine.
#[test]
fn hostile_lines_take_linear_time() {
    for piece in [
        ".",
        "\"",
        "(",
        ")",
        "[",
        "„",
        "“",
        "«",
        "»",
        "'",
        "…",
        "!",
        "- ",
        ". ",
        "a. ",
        "A. ",
        "a.",
        "a!\" ",
        "(a. ",
        "(. ",
        "[1] ",
        "1. ",
        ".) ",
        "x (1.) ",
        "\". ",
        "Wort. ",
        "wort ",
        "w",
        "\u{301}",
        "👩\u{200d}",
        " ... ",
        " . ",
        "\u{a0}",
        "».",
        " » ",
        "„A. ",
        "a.b.",
        "www.",
        "Foto: ",
        "© ",
        "ervielfältig",
        "a\n",
        "a.\n",
        "\n",
        "I. ",
        "-. ",
        ".-A",
        "?\"A",
        "A! B",
    ] {
        let text = format!("x (y „z {}", piece.repeat(30_000 / piece.len()));
        for newlines in [Newlines::Auto, Newlines::Unwrap] {
            let start = Instant::now();
            let units = Segmenter::new(&text, 0, Options { language: None, newlines }).count();
            let taken = start.elapsed();
            assert!(taken < Duration::from_secs(8), "{units} units of {piece:?} took {taken:?}");
        }
    }
}

#[test]
fn the_first_units_of_a_large_article_do_not_wait_for_the_rest() {
    for line in ["Das Wehr der alten Mühle hielt dem Wasser stand. ", "a."] {
        let text = line.repeat(20_000_000 / line.len());
        let start = Instant::now();
        let first: Vec<_> = Segmenter::new(&text, 0, Options::default()).take(3).collect();
        assert_eq!(first.len(), 3);
        assert!(start.elapsed() < Duration::from_secs(4), "{line:?} took {:?}", start.elapsed());
    }
}
