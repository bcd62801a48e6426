//! What queries mean.

use super::*;
use crate::{
    annotation::AnchorState,
    locale::Lang,
    review::testing::{head, row, said},
};

/// Does `query` mean `row`?
fn means(query: &str, row: &Row) -> bool {
    let filter = Filter::parse(query);
    assert_eq!(filter.problems(), [], "{query}");
    assert_eq!(Filter::parse(&filter.to_string()), filter, "{query} is written as {filter}");
    filter.matches(row, &Context::default())
}

#[track_caller]
fn means_all(row: &Row, meant: &[&str], not: &[&str]) {
    for query in meant {
        assert!(means(query, row), "{query}");
    }
    for query in not {
        assert!(!means(query, row), "{query}");
    }
}

#[test]
fn each_condition_must_hold_and_one_of_its_values() {
    let row = row("town/hall/a.txt", &["ab claim attribution /Pell", "cd denial"]);
    means_all(
        &row,
        &[
            "",
            "label:claim",
            "label:claim label:denial",
            "label:hedge,claim",
            "source:pel",
            "source:=pell",
            "story:town",
            "story:town/hall",
            "article:/A.txt",
            "state:disagreement",
            "zustand:uneinig,einig",
            "state:open",
            "is:no-source",
            "-is:unsure",
            "-label:hedge",
            "pell",
        ],
        &[
            "label:hedge",
            "label:claim label:hedge",
            "label:clai",
            "source:=pel",
            "story:tow",
            "story:=town",
            "state:exact -state:open",
            "is:unsure",
            "-source:Pell",
            "outlet:gazette",
            "nothing of it",
        ],
    );
}

#[test]
fn only_what_the_named_annotators_say_counts() {
    let row = row("a.txt", &["ab claim", "cd denial", "ef read"]);
    means_all(
        &row,
        &[
            "annotator:ab label:claim",
            "annotator:ab,cd label:denial",
            "annotator:ab annotator:cd",
            "-annotator:ef",
        ],
        &["annotator:ab label:denial", "annotator:ef", "-annotator:ab", "annotator:ab annotator:ef"],
    );
    let me = Context { me: Annotator::new("cd"), ..Context::default() };
    assert!(Filter::parse("is:mine label:denial").matches(&row, &me));
    assert!(!Filter::parse("is:mine label:claim").matches(&row, &me));
}

#[test]
fn a_sentence_without_tags_is_meant_only_where_it_is_asked_for() {
    let row = row("a.txt", &["ab mark", "cd read"]);
    means_all(
        &row,
        &["is:marked", "annotator:ab is:marked"],
        &["", "state:one-reader", "annotator:cd is:marked"],
    );
}

#[test]
fn anchors_are_states_and_one_in_doubt_is_open() {
    let mut lost = said("desk claim", 0..9);
    lost.anchor = AnchorState::Lost;
    let row = Row::new(head("a.txt"), vec![lost]).unwrap();
    means_all(&row, &["state:lost", "state:decided", "state:open", "state:verloren"], &["state:exact"]);
}

#[test]
fn sources_that_mean_one_are_one() {
    let mut aliases = Aliases::default();
    aliases.add("Wanda Pell", "the mayor");
    aliases.add("Wanda Pell", "Pell");
    let context = Context { aliases: Arc::new(aliases), me: None };
    let row = row("a.txt", &["ab denial /Pell"]);
    for query in ["source:wanda", "source:=\"The Mayor\"", "source:=\"Wanda Pell\"", "\"the mayor\""] {
        assert!(Filter::parse(query).matches(&row, &context), "{query}");
    }
    assert!(!Filter::parse("source:mayor").matches(&row, &context), "a piece of another name");
}

#[test]
fn what_is_absent_can_be_asked_for() {
    means_all(&row("a.txt", &["ab claim"]), &["outlet:=", "story:\"\""], &["-outlet:=", "outlet:x"]);
}

#[test]
fn words_and_values_stand_in_quotes_where_they_have_to() {
    let written = Filter::parse(r#"source:"Pell, Wanda",="a ""b""" "label:claim" -"- x" un"#).to_string();
    assert_eq!(written, r#"source:"Pell, Wanda",="a ""b""" "label:claim" -"- x" un"#);
    assert_eq!(super::written(Key::Outlet, &["The Gazette", "x"], true), r#"outlet:="The Gazette",=x"#);
}

#[test]
fn what_cannot_be_understood_is_told_and_narrows_nothing() {
    let problems = |query: &str| {
        let filter = Filter::parse(query);
        let told = filter.problems().iter().map(|problem| problem.text(Lang::En).to_owned());
        (filter.is_empty(), told.collect::<Vec<_>>().join("; "))
    };
    let one_of = "one of unsure, marked, noted, no-source, conflict, mine, cut-differently";
    assert_eq!(problems("is:uns"), (true, format!("`is:uns`: {one_of}")));
    assert_eq!(problems("is:"), (true, format!("`is:`: {one_of}")));
    assert_eq!(problems("label:"), (true, "`label:` wants a value".to_owned()));
    let keys = "label, annotator, story, article, source, claim, outlet, state, is";
    assert_eq!(problems("labl:claim"), (false, format!("there is no `labl:`, but {keys}")));
    assert_eq!(problems("https://a.example \"x:y\" Zitat:\"ja\""), (false, String::new()));
    let many = "a ".repeat(100_000);
    assert_eq!(problems(&many).1, "more than 100 conditions; the others are passed over");
}
