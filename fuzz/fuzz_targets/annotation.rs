//! Any annotation file: read or refused, and what was read is written such that it reads the same.

#![no_main]

use factdesk::{
    annotation::{Annotator, Document},
    text::ArticleId,
};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|yaml: &str| {
    let article = ArticleId::new("ort/stueck.txt");
    let Some(annotator) = Annotator::new("ab") else { return };
    let Ok(read) = Document::parse(yaml, &article, &annotator) else { return };
    if read.read_only.is_none() {
        let written = read.document.to_yaml();
        let again = Document::parse(&written, &article, &annotator).expect("what we write, we read");
        assert_eq!(again.document, read.document, "{written}");
    }
});
