//! Parts of the README that are made from the program: refreshed with `UPDATE=1`, else compared.

use std::{env, fs};

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/README.md");

/// Puts `made` between the marks of `part`, or fails where something else stands there.
#[track_caller]
pub fn fresh(part: &str, made: &str) {
    let marks = [format!("<!-- {part}:begin -->\n"), format!("<!-- {part}:end -->")];
    let readme = fs::read_to_string(PATH).expect("README.md");
    let [begin, end] = marks.map(|mark| {
        let at = readme.find(&mark).unwrap_or_else(|| panic!("README.md has no {mark}"));
        (at, at + mark.len())
    });
    if env::var_os("UPDATE").is_some() {
        fs::write(PATH, format!("{}{made}{}", &readme[..begin.1], &readme[end.0..])).expect("README.md");
    } else {
        let stands = &readme[begin.1..end.0];
        assert!(
            stands == made,
            "README.md is not fresh; UPDATE=1 cargo test --test screens the_readme\n{made}"
        );
    }
}
