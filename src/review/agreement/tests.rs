//! What counts as a vote, and which sentences count at all.

use super::*;
use crate::annotation::{AnchorState, Sentence, Tag};
use crate::review::ArticleHead;
use crate::text::{ArticleId, FrontMatter, Kind, Span};

fn who(name: &str) -> Annotator {
    Annotator::new(name).unwrap()
}

fn reading(name: &str, (start, end): (u32, u32), act: impl FnOnce(&mut Sentence)) -> Reading {
    let span = Span::new(start, end);
    let mut sentence = Sentence::untouched(span, "x".repeat(span.len()));
    act(&mut sentence);
    Reading {
        annotator: who(name),
        sentence: Arc::new(sentence),
        anchor: AnchorState::Exact,
        now: Some(span),
        words: None,
        score: 1.0,
        line: 1,
    }
}

/// `name` gives these labels, separated by blanks, to the sentence; without any they have read it.
fn says(name: &str, span: (u32, u32), labels: &str) -> Reading {
    reading(name, span, |sentence| {
        sentence.read = true;
        sentence.tags = labels.split_whitespace().map(|label| Tag::new(Label::new(label))).collect();
    })
}

fn with(reading: Reading, act: impl FnOnce(&mut Sentence)) -> Reading {
    let mut sentence = Arc::unwrap_or_clone(reading.sentence);
    act(&mut sentence);
    Reading { sentence: Arc::new(sentence), ..reading }
}

fn agreement(chosen: &[&str], readings: Vec<Reading>) -> Agreement {
    let id = ArticleId::new("a.txt");
    let head = Arc::new(ArticleHead { id, front: FrontMatter::default(), unreadable: None });
    let labels = ["claim", "denial"].map(Label::new);
    let mut agreement = Agreement::new(labels, Compared::new(chosen.iter().map(|name| who(name))));
    agreement.add(&rows::rows(&head, readings));
    agreement
}

fn cells(agreement: &Agreement, scope: Scope, label: &str) -> [u64; 4] {
    let scoped = agreement.of(scope);
    let (_, pair) = scoped.pairs().next().unwrap();
    let Cells { both, only_a, only_b, neither } = scoped.on(pair, &Label::new(label)).unwrap().cells;
    [both, only_a, only_b, neither]
}

#[test]
fn who_tagged_or_read_has_a_vote_and_who_rejected_one_on_that_label_alone() {
    let found = agreement(
        &[],
        vec![
            says("ab", (0, 5), "claim"),
            says("cd", (0, 5), ""),
            says("ab", (6, 9), "claim denial"),
            reading("cd", (6, 9), |sentence| sentence.not = vec![Label::new("claim")]),
            says("ab", (10, 12), "claim"),
            reading("cd", (10, 12), |sentence| (sentence.mark, sentence.note) = (true, Some("later".into()))),
        ],
    );
    assert_eq!(cells(&found, Scope::All, "claim"), [0, 2, 0, 0]);
    assert_eq!(cells(&found, Scope::All, "denial"), [0, 0, 0, 1]);
    assert_eq!(found.of(Scope::All).sentences(), 2);
}

#[test]
fn a_sentence_cut_differently_has_a_label_where_a_part_has_it() {
    let found = agreement(
        &[],
        vec![
            says("ab", (0, 20), "claim"),
            says("cd", (0, 9), ""),
            says("cd", (10, 20), "claim denial"),
            says("ab", (21, 30), ""),
            says("cd", (21, 30), ""),
        ],
    );
    assert_eq!(cells(&found, Scope::All, "claim"), [1, 0, 0, 1]);
    assert_eq!(cells(&found, Scope::All, "denial"), [0, 0, 1, 1]);
    let scoped = found.of(Scope::All);
    assert_eq!((scoped.sentences(), scoped.cut_differently()), (2, 1));
}

#[test]
fn furniture_is_left_out_and_counted() {
    let furniture = |name| with(says(name, (0, 5), "claim"), |s| s.kind = Some(Kind::Furniture));
    let found = agreement(&[], vec![furniture("ab"), says("cd", (0, 5), "claim")]);
    assert_eq!((found.furniture(), found.of(Scope::All).sentences()), (1, 0));
}

#[test]
fn what_was_seen_before_it_was_read_is_left_out_unless_asked_for() {
    let saw = |names: &str, reading| {
        with(reading, |s: &mut Sentence| s.saw = names.split_whitespace().map(str::to_owned).collect())
    };
    let found = agreement(
        &[],
        vec![
            says("ab", (0, 5), "claim"),
            says("cd", (0, 5), "claim"),
            says("ab", (6, 9), "claim"),
            saw("suggestions cd", says("cd", (6, 9), "claim")),
            says("ab", (10, 15), "claim"),
            saw("suggestions ab", says("cd", (10, 15), "claim")),
        ],
    );
    let sentences = |scope| found.of(scope).figures(&Label::new("claim")).sentences;
    let scopes = [Scope::Independent, Scope::All, Scope::Blind, Scope::Suggestions];
    assert_eq!(scopes.map(sentences), [2, 3, 1, 1]);
    assert_eq!(found.seen(), 1);
}

#[test]
fn desk_is_compared_only_where_it_is_asked_for_and_else_does_not_even_join_sentences() {
    let readings = || {
        vec![
            says("ab", (0, 5), "claim"),
            says("cd", (0, 5), ""),
            says("ab", (6, 9), ""),
            says("cd", (6, 9), "claim"),
            says("desk", (0, 9), "claim"),
        ]
    };
    let found = agreement(&[], readings());
    assert_eq!(cells(&found, Scope::All, "claim"), [0, 1, 1, 0]);
    let found = agreement(&["desk", "ab"], readings());
    assert_eq!(cells(&found, Scope::All, "claim"), [1, 0, 0, 0]);
    let (names, _) =
        found.of(Scope::All).pairs().next().map(|(names, pair)| (names.clone(), pair.clone())).unwrap();
    assert_eq!(names, (who("ab"), who("desk")));
}

#[test]
fn kappa_is_for_two_and_parts_that_are_merged_are_as_good_as_the_whole() {
    let first = || vec![says("ab", (0, 5), "claim"), says("cd", (0, 5), "claim")];
    let second = || vec![says("ab", (6, 9), ""), says("cd", (6, 9), "")];
    let claim = Label::new("claim");
    let mut parts = agreement(&[], first());
    parts.merge(&agreement(&[], second()));
    let whole = agreement(&[], first().into_iter().chain(second()).collect());
    assert_eq!(parts.of(Scope::All).figures(&claim), whole.of(Scope::All).figures(&claim));
    assert_eq!(whole.of(Scope::All).figures(&claim).kappa, Some(1.0));
    parts.merge(&agreement(&[], vec![says("ef", (0, 5), "")]));
    let figures = parts.of(Scope::All).figures(&claim);
    assert_eq!((figures.sentences, figures.kappa, figures.observed), (2, None, Some(1.0)));
}

#[test]
fn a_crowd_is_compared_all_together_and_not_two_by_two() {
    let crowd = |from: u32, to: u32| {
        let readings = (from..to).map(|number| says(&format!("u{number}"), (0, 5), "claim")).collect();
        agreement(&[], readings)
    };
    let mut found = crowd(0, 100);
    assert_eq!(found.of(Scope::All).pairs().count(), 100 * 99 / 2);
    assert!(found.of(Scope::All).is_paired());
    found.merge(&crowd(100, 102));
    for crowd in [found, crowd(0, 101)] {
        let scoped = crowd.of(Scope::All);
        assert_eq!((scoped.is_paired(), scoped.pairs().count()), (false, 0));
        assert_eq!(scoped.figures(&Label::new("claim")).observed, Some(1.0));
    }
}

#[test]
fn sources_overlap_where_both_say_where_they_stand() {
    let denial = |name, at: &[(u32, u32)]| {
        with(says(name, (10, 40), "denial"), |sentence| {
            let tag = &mut sentence.tags[0];
            tag.source = vec!["she".into()];
            tag.source_at = at.iter().map(|(start, end)| Span::new(*start, *end)).collect();
        })
    };
    let source = |readings| {
        let found = agreement(&[], readings);
        let scoped = found.of(Scope::All);
        let (_, pair) = scoped.pairs().next().unwrap();
        let on = scoped.on(pair, &Label::new("denial")).unwrap();
        (on.source.f1(), on.cue.f1())
    };
    let a = || denial("ab", &[(10, 13), (20, 30)]);
    assert_eq!(source(vec![a(), denial("cd", &[(20, 33)])]), (Some(20.0 / 26.0), None));
    assert_eq!(source(vec![a(), denial("cd", &[])]), (None, None));
    assert_eq!(source(vec![a(), says("cd", (10, 40), "denial")]), (Some(0.0), None));
}
