//! What holds for any text: decoding, showing, wrapping, searching.

use factdesk::text::{
    ArticleId, FrontMatter,
    decode::{Encoding, decode},
    display_safe::{MAX_MARKS, cells, display_safe, truncate, width},
    search::Needle,
    wrap::wrap,
};
use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthChar;

/// Text as strangers write it: words, and whatever breaks programs between them.
fn hostile_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        8 => "[a-zA-Z]{1,9}",
        4 => Just(" ".to_owned()),
        2 => prop::sample::select(&[
            "ä", "Größe", "„", "“", "–", "-", "/", "\n", "\t", ".", "7", "\u{AD}", "\u{A0}", "\u{301}", "\u{308}", "漢", "字",
            "👩", "\u{200D}", "👍🏽", "\u{FE0F}", "❤", "🇩", "🇪", "\u{1B}[2J", "\u{9B}", "\u{202E}", "\u{200B}", "\u{2028}",
            "\u{E0041}", "\u{1100}", "\u{1161}", "क", "\u{94D}", "ष", "ि", "\u{600}", "\u{605}", "ل", "ا", "\u{E000}", "\u{7F}",
        ][..]).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
        1 => (1..40_usize).prop_map(|n| "\u{301}".repeat(n)),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

/// May `c` never reach a terminal?
fn is_forbidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{AD}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}')
        || matches!(c, '\u{2060}'..='\u{206F}' | '\u{FE0E}' | '\u{FE0F}' | '\u{FEFF}' | '\u{E000}'..='\u{F8FF}')
        || c >= '\u{E0000}'
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        if let Ok(read) = decode(bytes) {
            prop_assert!(!read.text.contains('\r'));
            prop_assert!(!read.text.contains('\0'));
        }
    }

    #[test]
    fn utf8_is_read_as_it_is(text in "[^\0\r]{0,200}") {
        prop_assume!(!text.starts_with('\u{FEFF}'));
        if let Ok(read) = decode(text.clone().into_bytes()) {
            prop_assert_eq!((read.encoding, read.replaced), (Encoding::Utf8, false));
            prop_assert_eq!(&read.text, &text);
            let windows = decode(format!("\u{FEFF}{}", text.replace('\n', "\r\n")).into_bytes());
            prop_assert_eq!(windows.map(|read| read.text), Ok(text));
        }
    }

    #[test]
    fn utf16_is_read_as_its_text(text in "[^\0\r\u{FEFF}]{0,100}") {
        let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        for bytes in [[&[0xFF, 0xFE][..], &little].concat(), [&[0xFE, 0xFF][..], &big].concat()] {
            let read = decode(bytes).unwrap();
            prop_assert!(!read.replaced);
            prop_assert_eq!(&read.text, &text);
        }
    }

    #[test]
    fn windows_1252_never_gives_c1_controls(bytes in prop::collection::vec(0x80..=0xFF_u8, 1..60)) {
        if let Ok(read) = decode(bytes) && read.encoding == Encoding::Windows1252 {
            prop_assert!(!read.text.contains(char::is_control));
        }
    }

    #[test]
    fn every_file_name_has_one_id(a in prop::collection::vec(any::<u8>(), 0..30), b in "[%0-9A-F]{0,12}") {
        for path in [a.as_slice(), b.as_bytes(), &[b.as_bytes(), &a].concat()] {
            let id = ArticleId::from_bytes(path);
            prop_assert_eq!(id.to_bytes(), path);
        }
    }

    #[test]
    fn front_matter_ends_at_a_line(yaml in "([a-z]{1,6}: ?[^\n]{0,12}\n|[^\n]{0,9}\n){0,6}") {
        let text = format!("---\n{yaml}---\nText");
        if let Some((_, body)) = FrontMatter::parse(&text) {
            prop_assert!(text[..body].ends_with("---\n"));
        }
    }

    #[test]
    fn cells_stand_for_every_byte_and_show_nothing_forbidden(text in hostile_text()) {
        let mut at = 0;
        for cell in cells(&text) {
            prop_assert_eq!(cell.start, at);
            prop_assert!(cell.end > at && cell.columns > 0);
            at = cell.end;
            prop_assert!(!cell.shown.contains(is_forbidden), "{:?}", cell);
            let marks = cell.shown.chars().filter(|c| c.width() == Some(0)).count();
            prop_assert!(marks <= MAX_MARKS && cell.shown.chars().next().unwrap().width() > Some(0), "{:?}", cell);
        }
        prop_assert_eq!(at, text.len());
    }

    #[test]
    fn what_is_shown_stays_as_it_is(text in hostile_text()) {
        let safe = display_safe(&text).into_owned();
        prop_assert_eq!(display_safe(&safe), safe.as_str());
        prop_assert_eq!(width(&safe), width(&text));
    }

    #[test]
    fn a_cut_text_fits(text in hostile_text(), columns in 0..60_usize) {
        let cut = truncate(&text, columns);
        prop_assert!(width(&cut) <= columns);
        prop_assert_eq!(width(&text) <= columns, cut == display_safe(&text));
    }

    #[test]
    fn rows_hold_all_that_is_not_blank_and_fit(text in hostile_text(), width in 1..40_usize) {
        let mut at = 0;
        for row in wrap(&text, width) {
            let skipped = &text[at..row.start];
            prop_assert!(skipped.chars().all(|c| c.is_whitespace() || c == '\u{AD}'), "{:?} lost", skipped);
            let shown = &text[row.start..row.end];
            let blank_at_end = [cells(shown).next(), cells(shown).last()].into_iter().flatten().any(|cell| {
                matches!(&shown[cell.start..cell.end], " " | "\n" | "\t")
            });
            prop_assert!(!blank_at_end, "{:?}", shown);
            let columns = factdesk::text::display_safe::width(shown) + usize::from(row.hyphen);
            prop_assert_eq!(columns, row.columns);
            prop_assert!(columns <= width || shown.graphemes(true).count() == 1, "{:?} in {}", shown, width);
            at = row.end;
        }
        prop_assert!(text[at..].chars().all(char::is_whitespace), "{:?} lost", &text[at..]);
    }

    #[test]
    fn what_is_copied_from_a_text_is_found_in_it(text in hostile_text(), from in 0..60_usize, length in 1..20_usize) {
        let query: String = text.chars().skip(from).take(length).collect();
        let needle = Needle::new(&query);
        let start: usize = text.chars().take(from).map(char::len_utf8).sum();
        let mut before = 0;
        let mut found = false;
        for place in needle.find_all(&text) {
            prop_assert!(before <= place.start && place.start < place.end);
            prop_assert!(needle.find_all(&text[place.clone()]).next().is_some(), "{:?} in {:?}", query, &text[place]);
            before = place.end;
            found |= place.start <= start + query.len();
        }
        prop_assert!(found || needle.is_empty(), "{:?}", query);
    }

    #[test]
    fn case_and_composition_do_not_hide_a_word(word in "[a-zäöüéß]{1,12}", before in "[a-z ]{0,8}") {
        let decomposed: String = word.chars().map(|c| match c {
            'ä' => "a\u{308}".to_owned(),
            'ö' => "o\u{308}".to_owned(),
            'ü' => "u\u{308}".to_owned(),
            'é' => "e\u{301}".to_owned(),
            c => c.to_string(),
        }).collect();
        for variant in [&word, &word.to_uppercase(), &decomposed] {
            prop_assert!(Needle::new(&word).find_all(&format!("{before}{variant}.")).next().is_some(), "{}", variant);
            prop_assert!(Needle::new(variant).find_all(&format!("{before}{word}.")).next().is_some(), "{}", variant);
        }
    }
}
