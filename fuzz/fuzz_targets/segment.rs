//! Any text: every character that is not white space is in exactly one unit, and bytes and code points agree.

#![no_main]

use factdesk::text::sentence::{Options, segment};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let (mut bytes, mut chars) = (0, 0);
    for unit in segment(text, 0, Options::default()) {
        let gap = &text[bytes..unit.bytes.start as usize];
        assert!(gap.chars().all(char::is_whitespace), "{gap:?} is in no unit");
        chars += gap.chars().count();
        assert_eq!(unit.chars.start as usize, chars);
        chars += text[unit.bytes.range()].chars().count();
        assert_eq!(unit.chars.end as usize, chars);
        bytes = unit.bytes.end as usize;
    }
    assert!(text[bytes..].chars().all(char::is_whitespace), "{:?} is in no unit", &text[bytes..]);
});
