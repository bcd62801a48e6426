//! Annotation files that people or programs damaged: each file in `tests/data/annotation/bad` says in its first line
//! what it has to be refused with.

use std::{fs, path::Path};

use factdesk::annotation::{Annotator, Document};
use factdesk::text::ArticleId;

#[test]
fn damaged_files_are_refused_at_the_right_place() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/annotation/bad");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert!(files.len() > 20);
    let mut wrong = Vec::new();
    for path in files {
        let yaml = fs::read_to_string(&path).unwrap();
        let expected = yaml.lines().next().unwrap().trim_start_matches("# ").to_owned();
        let article = ArticleId::new("story/one.txt");
        let annotator = Annotator::new("ab").unwrap();
        let found = match Document::parse(&yaml, &article, &annotator) {
            Ok(_) => "it was read".to_owned(),
            Err(error) => error.to_string(),
        };
        if found != expected {
            wrong.push(format!("{}\n  expected {expected}\n  found    {found}", path.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
