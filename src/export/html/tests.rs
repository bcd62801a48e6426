//! Reports, as a browser gets them. What it makes of them is tested in `tests/consumers`.

use std::sync::Arc;

use super::Html;
use crate::{
    annotation::{Annotator, Document, Label, LabelDefinition, LabelSet},
    export::{Format, Options, Voice, testing},
    locale::Lang,
    review::Filter,
};

/// The report on one article.
fn report(options: &Options, text: &str, documents: &[Document]) -> String {
    let files = testing::export::<Html>(options, text, documents);
    String::from_utf8(files.into_iter().next().unwrap().1).unwrap()
}

/// The report on what `ab` says about sentences of `text`.
fn said(text: &str, sentences: &[(&str, &[&str])]) -> String {
    report(&testing::options(Format::Html), text, &[testing::said(text, "ab", sentences)])
}

/// What stands between the first `from` and the next `to`.
fn between<'t>(text: &'t str, from: &str, to: &str) -> &'t str {
    let start = text.find(from).unwrap_or_else(|| panic!("no {from} in {text}")) + from.len();
    &text[start..start + text[start..].find(to).unwrap()]
}

/// The article without its markup, each element with its name and nothing more.
fn article(report: &str) -> String {
    let article = between(report, "<div class=text", "</article>");
    let mut plain = String::new();
    for piece in article.split('<').skip(1) {
        let (tag, text) = piece.split_once('>').unwrap();
        let name = tag.split(' ').next().unwrap();
        if ["p", "h3", "h4", "details"].contains(&name.trim_start_matches('/')) {
            plain.extend(["<", name, ">"]);
        }
        plain += text;
    }
    plain
}

#[test]
fn an_article_is_read_as_it_was_written() {
    let text = "Von Ute Beer\n\nKeine Spur vom Geld\n\nDie Stadt sucht. Sie fand nichts.\n\nWer war es?\n\nNiemand sagte etwas.\n";
    let read = article(&said(text, &[("Niemand sagte etwas.", &[])]));
    assert!(read.contains("<details>Furniture, 1 line: Von Ute Beer<p>Von Ute Beer</p>"), "{read}");
    assert!(read.contains("<h3>Keine Spur vom Geld</h3>"), "a headline is the title: {read}");
    assert!(read.contains("<p>Die Stadt sucht. Sie fand nichts.</p>"), "{read}");
}

#[test]
fn lines_of_wrapped_text_are_one_paragraph() {
    let text = "The council met on Tuesday evening to talk about the\nold mill, and nobody who came expected that it would\n\
                take the members until midnight to agree on anything.\n\nIt did, as it always has when they come to speak of\n\
                money and of who shall have it in the end, or not.\n";
    let read = article(&said(text, &[]));
    assert_eq!(read.matches("<p>").count(), 2, "{read}");
}

#[test]
fn only_links_to_the_web_are_links() {
    let with =
        |url: &str| said(&format!("---\ntitle: T\nurl: '{url}'\n---\nA b c.\n"), &[("A b c.", &["claim"])]);
    for url in
        ["javascript:alert(1)", "data:text/html,x", "//example.org", "https:x", "http://a b", "file:///x"]
    {
        assert!(!with(url).contains("<a class=out"), "{url}");
    }
    let linked = with("HTTPS://example.org/?a=1&b=\"x");
    assert!(
        linked.contains("href=\"HTTPS://example.org/?a=1&amp;b=&quot;x\"><bdi>T</bdi></a></h3>"),
        "{linked}"
    );
}

#[test]
fn what_several_say_alike_is_said_once() {
    let text = "It rained, said Pell. It did not.";
    let mut documents = ["ab", "cd"]
        .map(|who| testing::said(text, who, &[("It rained, said Pell.", &["claim", "attribution"])]));
    for document in &mut documents {
        let sentence = Arc::make_mut(&mut document.sentences[0]);
        sentence.tags[1].source = vec!["Pell".to_owned()];
    }
    Arc::make_mut(&mut documents[1].sentences[0]).tags[1].cue = Some("said".to_owned());
    let report = report(&testing::options(Format::Html), text, &documents);
    let note = between(&report, "<span class=n", "<span class=m>");
    assert_eq!(note.matches("<span class=g>").count(), 3, "one claim, two attributions: {note}");
    assert_eq!(note.matches("<span class=by>ab, cd</span>").count(), 1, "{note}");
}

#[test]
fn a_report_says_what_is_in_it() {
    let text = "Es regnet. Es schneit. Es taut.";
    let document =
        testing::said(text, "ab", &[("Es regnet.", &["claim"]), ("Es schneit.", &["denial", "wetter"])]);
    let own = LabelDefinition {
        label: Label::new("wetter"),
        key: 'w',
        letter: 'W',
        colour: Some("bright-green".to_owned()),
        name_en: "weather".to_owned(),
        name_de: "Wetter".to_owned(),
    };
    let me = Annotator::new("ab").unwrap();
    let options = Options {
        lang: Lang::De,
        labels: LabelSet::with_own([own]),
        people: [(me.clone(), "Änne <Böll>".to_owned())].into(),
        voice: Voice::DeskOr(me),
        filter: Filter::parse("label:wetter"),
        ..testing::options(Format::Html)
    };
    let report = report(&options, text, &[document]);
    assert!(report.contains("<html lang=de>") && report.contains("<p>1 Satz in 1 Artikel</p>"), "{report}");
    assert!(
        report.contains("<bdi>Änne &lt;Böll&gt; (ab); wo das Desk entschieden hat, das Desk</bdi>"),
        "{report}"
    );
    assert!(report.contains("<bdi>label:wetter</bdi>"), "{report}");
    assert!(report.contains("<i class=\"l green\">W</i> Wetter"), "{report}");
    assert!(report.contains("2 von 3 Sätzen gelesen"), "{report}");
    assert_eq!(report.matches("<tr><td>").count(), 1);
}

#[test]
fn what_does_not_stand_as_saved_is_told() {
    let was = "The mill lost four hundred thousand euros last spring. Nobody was told before June. The fair was fine.";
    let now = "The mill lost five hundred thousand euros last spring. Nobody was told before June.";
    let claims: [(&str, &[&str]); 3] = [
        ("The mill lost four hundred thousand euros last spring.", &["claim"]),
        ("Nobody was told before June.", &["claim"]),
        ("The fair was fine.", &["claim"]),
    ];
    let report = report(&testing::options(Format::Html), now, &[testing::said(was, "ab", &claims)]);
    assert!(report.contains("1 edited") && report.contains("1 lost"), "{report}");
    let listed = between(&report, "<section class=changed>", "</section>");
    assert!(
        listed.contains("<bdi>The mill lost four") && listed.contains("<bdi>The mill lost five"),
        "{listed}"
    );
    let lost = between(&report, "<section class=lost>", "</section>");
    assert!(lost.contains("The fair was fine.") && !lost.contains("mill"), "{lost}");
    let [edited, same] = [" x\" id=", "\" id="]
        .map(|class| report.matches(&format!("<span class=\"s magenta{class}")).count());
    assert_eq!((edited, same), (1, 1), "{report}");
}

#[test]
fn what_runs_and_applies_is_named_by_its_hash() {
    let report = said("A b c.", &[("A b c.", &["claim"])]);
    let policy = between(&report, "Content-Security-Policy content=\"", "\">");
    assert!(policy.starts_with("default-src 'none'; style-src 'sha256-"), "{policy}");
    assert_eq!((report.matches("<script").count(), report.matches("<style").count()), (1, 1));
    assert!(!report.contains(" style=") && !report.contains(" onclick="));
}
