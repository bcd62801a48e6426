//! The copy as people get it, in both forms.

use std::sync::Arc;

use crate::{
    annotation::{Document, Label},
    export::{Format, Writer, markdown::Markdown, plain::Plain, testing},
    locale::Lang,
    text::{Span, display_safe::width},
};

const TEXT: &str = "---
title: Die *Brücke*
outlet: Bote
---
Von Ute Beer

Die Brücke ist gesperrt. Der Rat bestritt
das. 1. Mai, sagt er.
";

/// One article, as `ab` read it.
fn document() -> Document {
    let sentences: [(&str, &[&str]); 2] =
        [("Die Brücke ist gesperrt.", &["claim"]), ("Der Rat bestritt\ndas.", &["denial", "own"])];
    let mut document = testing::said(TEXT, "ab", &sentences);
    let sentence = Arc::make_mut(&mut document.sentences[1]);
    let start = sentence.span.start;
    sentence.tags[0].part = Some(Span::new(start, start + 7));
    sentence.tags[0].source = vec!["er".into(), "die Zeit".into()];
    sentence.tags[0].who = Some("Rat".into());
    sentence.tags[0].unsure = true;
    sentence.not = vec![Label::new("claim")];
    sentence.note = Some("Siehe „Anlage“;\nS. 7".into());
    document
}

fn export<W: Writer>(lang: Lang, text: &str, documents: &[Document]) -> String {
    let mut options = testing::options(Format::Text);
    options.lang = lang;
    String::from_utf8(testing::export::<W>(&options, text, documents).pop().unwrap().1).unwrap()
}

#[test]
fn the_text_has_its_lines_its_letters_and_its_footnotes() {
    let text = export::<Plain>(Lang::De, TEXT, &[document()]);
    let (_, page) = text.split_once("═\n").unwrap();
    let expected = format!(
        "Die *Brücke*
{}
Artikel: ort/stück.txt
Medium: Bote

  5     ┊ Von Ute Beer

  7 C   │ Die Brücke ist gesperrt. [1]
    D+  │ Der Rat bestritt das. [2]
  8     │ 1. Mai, sagt er.

[1] Zeile 7: C Behauptung (ab)
[2] Zeile 7: D Dementi an „Der Rat“: er ← die Zeit; gemeint ist Rat; unsicher (ab)
    + own (ab)
    verworfen (ab): Behauptung
    Notiz (ab): Siehe „Anlage“; S. 7
",
        "─".repeat(100)
    );
    assert_eq!(page.replace('\u{a0}', " "), expected);
}

#[test]
fn markdown_says_the_same_and_keeps_the_text_from_being_markup() {
    let text = export::<Markdown>(Lang::En, TEXT, &[document()]);
    let (_, page) = text.split_once("\n## ").unwrap();
    let expected = r"Die \*Brücke\*

- Article: ort/stück.txt
- Outlet: Bote

> `5` Von Ute Beer

`7` **[C]** Die Brücke ist gesperrt.[^1]\
**[D \+]** Der Rat bestritt das.[^2]\
`8` 1\. Mai, sagt er.

[^1]: line 7: **[C]** claim (ab)

[^2]: line 7: **[D]** denial on “Der Rat”: er ← die Zeit; meaning Rat; unsure (ab)\
    **[\+]** own (ab)\
    rejected (ab): claim\
    note (ab): Siehe „Anlage“; S. 7
";
    assert_eq!(page, expected);
}

#[test]
fn who_says_the_same_is_named_together() {
    let [mut one, mut other] = [document(), document()];
    other.annotator = crate::annotation::Annotator::new("cd").unwrap();
    for document in [&mut one, &mut other] {
        document.sentences.truncate(1);
    }
    let text = export::<Plain>(Lang::En, TEXT, &[one, other]);
    assert!(text.contains("[1] line 7: C claim (ab, cd)\n"), "{text}");
}

#[test]
fn sentences_that_changed_are_listed_with_the_words_that_were_saved() {
    let mut document = document();
    Arc::make_mut(&mut document.sentences[0]).quote = "Die Brücke ist nun gesperrt.".into();
    Arc::make_mut(&mut document.sentences[1]).quote = "Hiervon steht nichts mehr da".into();
    let text = export::<Plain>(Lang::En, TEXT, &[document]).replace('\u{a0}', " ");
    let (page, list) = text.split_once("Sentences that no longer stand as they were saved:\n").unwrap();
    assert!(page.contains("  7 C   │ Die Brücke ist gesperrt. [1]\n"), "{text}");
    assert!(
        list.starts_with("  7 C   │ edited: Die Brücke ist nun gesperrt. [1]\n    D+  │ lost: Hiervon"),
        "{text}"
    );
    assert!(list.contains("[1] line 7: edited\n    C claim (ab)\n[2] lost: D denial"), "{text}");
}

#[test]
fn no_line_is_wider_than_the_page() {
    let text =
        format!("{} 漢字漢字 {}👩\u{200d}👩\u{200d}👧 und weiter.\n", "Wort ".repeat(60), "x".repeat(300));
    let mut document = testing::said(&text, "ab", &[(text.trim_end(), &["claim"])]);
    Arc::make_mut(&mut document.sentences[0]).note = Some("漢".repeat(150));
    let page = export::<Plain>(Lang::De, &text, &[document]);
    assert!(page.lines().count() > 15 && page.lines().all(|line| width(line) <= 100), "{page}");
}

#[test]
fn nothing_from_a_text_acts() {
    let text = "Ein\u{1b}[2J \u{202e}Satz\u{9b} <b>mit</b> [x](javascript:1) und\u{0} https://a.example/ & www.b.example.\n";
    let document = testing::said(text, "ab", &[(text.trim_end(), &["claim"])]);
    for page in [
        export::<Plain>(Lang::En, text, std::slice::from_ref(&document)),
        export::<Markdown>(Lang::En, text, &[document]),
    ] {
        assert!(page.chars().all(|c| c == '\n' || !c.is_control()), "{page:?}");
        assert!(!page.contains('\u{202e}') && page.contains("Ein␛") && page.contains("und␀"), "{page}");
    }
    let escaped = crate::export::markdown::escape(text.trim_end());
    let expected =
        r"Ein␛\[2J ␦Satz␦ \<b\>mit\</b\> \[x\](javascript\:1) und␀ https\://a.example/ \& www\.b.example.";
    assert_eq!(escaped, expected);
    for (text, expected) in
        [("- a", r"\- a"), ("12) a", r"12\) a"), ("=", r"\="), ("3.5", r"3\.5"), ("a - b: c", "a - b: c")]
    {
        assert_eq!(crate::export::markdown::escape(text), expected);
    }
}
