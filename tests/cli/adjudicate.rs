//! What `factdesk adjudicate` does where there is no terminal.

use crate::bench::Bench;

#[test]
fn adjudication_is_done_as_desk_and_as_nobody_else() {
    let bench = Bench::empty();
    let ran = bench.run(&["--annotator", "ab", "adjudicate"]).ends(2);
    assert!(ran.err.contains("adjudicate decides as desk"), "{}", ran.err);
    assert!(ran.err.contains("2 there is the Review"), "{}", ran.err);
    let ran = bench.run(&["--annotator", "desk", "adjudicate"]).ends(2);
    assert!(!ran.err.contains("adjudicate decides as desk"), "{}", ran.err);
}
