//! Tests of the uima writer.

use std::sync::Arc;

use super::Uima;
use crate::{
    annotation::Document,
    export::{
        Format, Options,
        testing::{export, options, said},
    },
    review::Filter,
    text::Span,
};

const TEXT: &str = "---\ntitle: Zölle\nurl: https://bote.example/1?a&b\n---\n🦀 Der \"Sprecher\"\twies\u{1} das <zurück>.\nEs sei falsch!\n";

fn cas(documents: &[Document]) -> String {
    let options = Options { filter: Filter::default().with_read(), ..options(Format::Uima) };
    let mut files = export::<Uima>(&options, TEXT, documents);
    let (name, bytes) = files.pop().unwrap();
    assert_eq!((name.as_str(), files[0].0.as_str()), ("ort/stück.txt.xmi", "TypeSystem.xml"));
    String::from_utf8(bytes).unwrap()
}

#[test]
fn positions_are_utf16_and_white_space_survives_a_parser() {
    let words = "🦀 Der \"Sprecher\"\twies\u{1} das <zurück>.";
    let mut document = said(TEXT, "ab", &[(words, &["denial", "claim"])]);
    let sentence = Arc::make_mut(&mut document.sentences[0]);
    let start = sentence.span.start;
    sentence.tags[0].cue = Some("wies".into());
    sentence.tags[0].cue_at = vec![Span::new(start + 17, start + 21)];
    let cas = cas(&[document]);
    let about = "<custom:Factdesk xmi:id=\"5\" begin=\"53\" end=\"90\" sofa=\"1\" label=\"denial\" annotators=\"ab\" \
        cue=\"wies\" cue_at=\"71-75\"/>";
    assert!(cas.contains(about), "{cas}");
    assert!(
        cas.contains("<custom:Factdesk xmi:id=\"6\" begin=\"53\" end=\"90\" sofa=\"1\" label=\"claim\""),
        "{cas}"
    );
    assert!(cas.contains("🦀 Der &quot;Sprecher&quot;&#9;wies␁ das &lt;zurück&gt;.&#10;Es sei"), "{cas}");
    assert!(cas.contains("documentTitle=\"Zölle\""), "{cas}");
    assert!(cas.contains("documentUri=\"https://bote.example/1?a&amp;b\""), "{cas}");
    assert!(cas.contains("members=\"2 3 4 5 6\""), "{cas}");
}

#[test]
fn what_is_said_of_a_sentence_without_tags_has_a_place_too() {
    let mut document = said(TEXT, "ab", &[("Es sei falsch!", &[])]);
    Arc::make_mut(&mut document.sentences[0]).note = Some("prüfen".into());
    let cas = cas(&[document]);
    assert!(cas.contains("annotators=\"ab\" note=\"prüfen\"/>"), "{cas}");
}

#[test]
fn every_feature_is_a_feature_of_the_layer() {
    let types = super::types::type_system();
    let layer = types.split("webanno.custom.Factdesk").nth(1).unwrap();
    for name in ["label", "source_at", "unsure", "anchor", "saved"] {
        assert!(layer.contains(&format!("<name>{name}</name>")), "{name}");
    }
}
