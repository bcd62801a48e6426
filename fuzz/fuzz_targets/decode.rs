//! Any bytes: read or refused, and what was read can be shown, wrapped and searched.

#![no_main]

use factdesk::text::{
    decode::decode,
    display_safe::{cells, width},
    search::Needle,
    wrap::wrap,
};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(read) = decode(bytes.to_vec()) else { return };
    let text = read.text;
    assert!(!text.contains(['\r', '\0']));
    let mut at = 0;
    for cell in cells(&text) {
        assert!(cell.start == at && cell.end > at && cell.columns > 0);
        assert!(!cell.shown.contains(char::is_control));
        at = cell.end;
    }
    assert_eq!(at, text.len());
    for row in wrap(&text, 12) {
        assert_eq!(width(&text[row.start..row.end]) + usize::from(row.hyphen), row.columns);
    }
    let query: String = text.chars().skip(2).take(5).collect();
    let needle = Needle::new(&query);
    assert!(needle.is_empty() || needle.find_all(&text).next().is_some());
});
